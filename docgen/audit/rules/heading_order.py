"""A heading is empty, skips a level, or the first one is not of level 1.

Why: people who can't see the page go from heading to heading, and hear their levels. Where level 3 follows level 1 they look for a part that is
missing; an empty heading is a stop at nothing. PDF/UA does not allow either.

Bad: "Leadership" in style Heading 1, and the next heading, "Supervision", in style Heading 3.

Good: "Leadership" in style Heading 1, and "Supervision" in style Heading 2. If Heading 2 looks too large, change the style, not the level.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.audit.facts import Facts
from docgen.audit.rule import Found, Rule
from docgen.audit.story import shown
from docgen.diagnostics import Severity

NAME = "heading-order"


def find(facts: Facts) -> Iterator[Found]:
    """A finding for each heading of the body that is out of order."""
    before = 0
    for heading in (paragraph for paragraph in facts.body.paragraphs if paragraph.level):
        assert heading.level
        if heading.is_empty:
            yield Found(f"an empty paragraph is marked as a heading of level {heading.level}", "delete it, or give it the style Normal", heading)
            continue
        if heading.level > before + 1:
            called = f'"{shown(heading.text)}" is a heading of level {heading.level}'
            message = f"{called} and follows one of level {before}" if before else f"{called}, and the first heading must be of level 1"
            yield Found(message, f"give it the style Heading {before + 1}", heading)
        before = heading.level


RULE = Rule(NAME, Severity.ERROR, find)
