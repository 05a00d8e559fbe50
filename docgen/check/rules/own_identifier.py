"""A note holds an identifier in the form that `identifiers:` in assessment.yaml gives.

Why: a case reference leads to one child. It must not stand in a document for several agencies.

Bad:
```assessment
identifiers: ['LCS ?[0-9]{6,}']
```
```body
The second case (LCS 123456) was closed.
```

Good:
```assessment
identifiers: ['LCS ?[0-9]{6,}']
```
```body
The second case was closed.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, error

NAME = "own-identifier"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each hit in a note, wherever in it; the identifier itself is not repeated."""
    for note in facts.library.notes:
        hits = (found for pattern in facts.assessment.identifiers for found in pattern.finditer(note.source.text) if found.group())
        for found in hits:
            span = note.source.span(found.start(), found.end())
            yield error(NAME, "this is an identifier that must not be shared", span, "remove it, here and from the history of the file")
