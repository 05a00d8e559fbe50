"""A heading is more than one level below the heading before it.

Why: people who listen to the document move by heading levels, and a gap sounds as if something were missing.

Bad:
```body
## Attendance

#### Reports

Text.
```

Good:
```body
## Attendance

### Reports

Text.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, warning
from docgen.note import headings_of

NAME = "skipped-heading"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each heading that skips a level."""
    for note in facts.library.notes:
        level = 0
        for heading in headings_of(list(note.blocks)):
            if level and heading.level > level + 1:
                message = f"this heading of level {heading.level} follows one of level {level}"
                yield warning(NAME, message, heading.span, f"write it with {'#' * (level + 1)}")
            level = heading.level
