"""A paragraph looks like a table, and is none.

Why: it is printed as one paragraph, in which nobody finds the columns. A table needs a line `| --- | --- |` below its first line.

Bad:
```body
| Agency | Staff trained |
| Police | 40 |
```

Good:
```body
| Agency | Staff trained |
| --- | --- |
| Police | 40 |
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.check.typed import is_list
from docgen.diagnostics import Diagnostic, warning
from docgen.nodes import HardBreak, Paragraph, SoftBreak
from docgen.pattern import lazy

NAME = "broken-table"
BAR = lazy(r"^[ \t>*+-]*\|", re.MULTILINE)
TAB = lazy(r"\S\t+\S")
COLUMNS = lazy(r"\S\t[ \t]*\S")


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each paragraph of two lines or more that all begin with a bar, or all have tabs between their words."""
    worth = {note for note in facts.library.notes if _is_worth(note.source.text)}
    for note, paragraph in facts.every(Paragraph):
        if note in worth and (hint := _hint(paragraph)):
            yield warning(NAME, "this looks like a table, and is printed as a paragraph", paragraph.span, hint)


def _is_worth(text: str) -> bool:
    return bool(("|" in text and BAR.search(text)) or ("\t" in text and TAB.search(text)))


def _hint(paragraph: Paragraph) -> str | None:
    """What to do where a paragraph looks like a table."""
    if not any(isinstance(node, (SoftBreak, HardBreak)) for node in paragraph.content):
        return None
    lines = [line.strip(" >") for line in paragraph.span.text.splitlines()]
    if all(line.startswith("|") for line in lines):
        return "write a line | --- | --- | below the first line, with one --- for each column, and an empty line above the table"
    if all(COLUMNS.search(line) for line in lines) and not is_list(paragraph):
        return "write | instead of each tab and at both ends of each line, and a line | --- | --- | below the first line"
    return None
