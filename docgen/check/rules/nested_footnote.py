"""A footnote has a footnote of its own.

Why: Word has no footnotes inside footnotes, so its text would be lost.

Bad:
```body
Turnover rose.[^1]

[^1]: The number of plans that ended.[^2]

[^2]: In the year to March.
```

Good:
```body
Turnover rose.[^1]

[^1]: The number of plans that ended, in the year to March.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, error
from docgen.nodes import Footnote, FootnoteMark
from docgen.walk import find as within

NAME = "nested-footnote"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each mark in a footnote."""
    for _, footnote in facts.every(Footnote):
        for mark in within(footnote.blocks, FootnoteMark):
            yield error(NAME, "a footnote cannot have a footnote", mark.span, "write what it says into this footnote")
