"""A footnote has no mark in the text, so it is not printed.

Why: what it says would be lost.

Bad:
```body
Turnover rose.

[^1]: The number of plans that ended.
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

NAME = "unused-footnote"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each footnote without a mark, and for a second one of the same name."""
    marks = {(note.path, mark.label) for note, mark in facts.every(FootnoteMark)}
    seen: set[tuple[str, str]] = set()
    for note, footnote in facts.every(Footnote):
        name = (note.path, footnote.label)
        if name in seen:
            message = f'a footnote "[^{footnote.label}]:" stands in this note already; this one is not printed'
            yield warning(NAME, message, footnote.span, "give it another name")
        elif name not in marks:
            message = f'nothing in this note refers to the footnote "[^{footnote.label}]:"; it is not printed'
            yield warning(NAME, message, footnote.span, f"put [^{footnote.label}] where it belongs, or remove it")
        seen.add(name)
