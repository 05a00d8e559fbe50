"""A number stands typed in a heading or in the title of a section.

Why: Word numbers the headings, so the heading would read "2.1 3. Attendance"; and a typed number is wrong as soon as a heading is
added above it. `[@name]` refers to a heading by its number, wherever it stands.

`docgen check --fix` takes the number out, unless a link leads to the heading by its words.

Bad:
```body
## 3.1 Attendance

All agencies came.
```

Good:
```body
## Attendance

All agencies came. In 2012 there were 3.1 of them a month.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from docgen.assessment import Section
from docgen.check.passage import Passage, text_of
from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, Edit, warning
from docgen.identities import slugs
from docgen.nodes import Heading, Link, Node
from docgen.pattern import lazy

NAME = "typed-heading-number"
MESSAGE = "this number is typed, and Word numbers the headings"
NUMBER = lazy(r"(?:\d{1,2}(?:\.\d{1,2}){1,4}[.)]?\s+(?=\W{0,2}[A-Z])|\d{1,2}[.)]\s+(?=[^\W\d])|(?:\([a-zA-Z]\)|[a-z]\)|[IVX]{1,5}[.)])\s+(?=[A-Z]))")


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each heading of the notes, and each title of a section, that begins with a number."""
    yield from (found for section in facts.assessment.all_sections() for found in _section(section))
    linked = {link.target.partition("#")[2] for _, link in facts.every(Link)}
    worth = {note for note, heading in facts.every(Heading) if heading.content and NUMBER.match(text_of(heading.content))}
    for note in facts.prose.notes if worth else ():
        found = [passage for passage in facts.prose.of(note) if note in worth and type(passage.block) is Heading and not passage.quoted and NUMBER.match(passage.text)]
        own: dict[Node, str] = {heading: slug for slug, heading in slugs(note).items() if slug in linked} if found else {}
        yield from (_heading(passage, own.get(passage.block)) for passage in found)


def _heading(passage: Passage, linked: str | None) -> Diagnostic:
    end = cast("re.Match[str]", NUMBER.match(passage.text)).end()
    if linked:
        return warning(NAME, MESSAGE, passage.span(0, end), f"remove it, and mend the links to #{linked}")
    return warning(NAME, MESSAGE, passage.span(0, end), "remove it", passage.edit(0, end, ""))


def _section(section: Section) -> Iterator[Diagnostic]:
    title = section.title
    if found := NUMBER.match(title.value):
        start = title.span.start + (title.span.text[:1] in ("'", '"'))
        span = title.span.sub(start, start + found.end())
        yield warning(NAME, MESSAGE, span, "remove it", Edit(span, "") if span.text == found.group() else None)
