"""A footnote's mark has no footnote, so the mark is printed as it stands.

Why: the reader looks for a note that is not there.

Bad:
```body
Turnover rose.[^1]
```

Good:
```body
Turnover rose.[^1]

[^1]: The number of plans that ended.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, warning
from docgen.nodes import Footnote, FootnoteMark

NAME = "undefined-footnote"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each mark without a footnote in its own note."""
    defined = {(note.path, footnote.label) for note, footnote in facts.every(Footnote)}
    for note, mark in facts.every(FootnoteMark):
        if (note.path, mark.label) not in defined:
            yield warning(NAME, f'there is no footnote "[^{mark.label}]:" in this note', mark.span, "write the footnote, or remove the mark")
