"""A table has no title or description among its properties.

Why: a screen reader says the title before it enters the table, so that people can tell whether they want to hear it. A caption above the table
helps those who see it; the title is for those who don't.

Bad: Table Properties, Alt Text, Title and Description are empty.

Good: Table Properties, Alt Text, Title says "Action plan".
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.audit.facts import Facts
from docgen.audit.rule import Found, Rule
from docgen.diagnostics import Severity
from docgen.word.wordml import child, stated

NAME = "table-without-title"


def find(facts: Facts) -> Iterator[Found]:
    """A finding for each table that is called nothing."""
    for table in facts.tables():
        properties = child(table.element, "tblPr")
        if not any(stated(properties, name).strip() for name in ("tblCaption", "tblDescription")):
            hint = "right-click it, choose Table Properties, Alt Text, and write a title"
            yield Found("a table has no title for screen readers", hint, table.paragraph)


RULE = Rule(NAME, Severity.WARNING, find)
