"""A word is spelled as in American English.

Why: a document of British agencies that spells one word in two ways looks as if nobody had read it.

Only words that are surely American are told: `organize` is good British English too. Words in quotation marks, in a quotation and in
names stay as they are. `docgen check --fix` puts the British spelling in.

Bad:
```body
The center changed its behavior policy.
```

Good:
```body
The centre changed its behaviour policy, as the Center for Child Protection did.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, warning

NAME = "american-spelling"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each word; one that has a capital letter within a sentence is a name."""
    for use in facts.phrases("american").uses():
        if use.begins or not use.said.istitle():
            message = f'"{use.said}" is spelled as in American English'
            yield warning(NAME, message, use.passage.span(use.start, use.end), f'write "{use.better}"', use.edit())
