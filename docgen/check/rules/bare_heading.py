"""A heading has nothing below it, so it is not printed.

Why: its words would be missing from the document without anybody noticing.

Bad:
```body
## Attendance

## Reports

Text.
```

Good:
```body
## Attendance

Text about attendance.

## Reports

Text.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, warning
from docgen.nodes import Heading
from docgen.note import Note, PartKind, bare_headings

NAME = "bare-heading"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each heading that stands right before one of its own level or a higher one, or ends its part."""
    for note in facts.library.notes:
        for heading in _bare(note):
            yield warning(NAME, "this heading has nothing below it and is not printed", heading.span, "write something below it, or remove it")


def _bare(note: Note) -> list[Heading]:
    """Bare headings of the narrative, taken as one, and of each other part."""
    narrative = [block for part in note.parts if part.kind is PartKind.NARRATIVE for block in part.blocks]
    found = bare_headings(narrative)
    for part in note.parts:
        if part.kind is not PartKind.NARRATIVE and part.heading:
            found += bare_headings([part.heading, *part.blocks])
    return found
