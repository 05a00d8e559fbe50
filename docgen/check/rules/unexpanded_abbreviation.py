"""An abbreviation of the glossary is not written out where it is first used.

Why: nobody turns to the end of a document for its first page. Since the glossary does explain it, this is told only where
`rules: {unexpanded-abbreviation: warning}` in assessment.yaml asks for it. `docgen check --fix` then writes it out, in the words of the
glossary.

Bad:
```assessment
glossary: {MASH: multi-agency safeguarding hub}
rules: {unexpanded-abbreviation: warning}
```
```body
The MASH meets every day.
```

Good:
```assessment
glossary: {MASH: multi-agency safeguarding hub}
rules: {unexpanded-abbreviation: warning}
```
```body
The multi-agency safeguarding hub (MASH) meets every day.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.abbreviations import expanded, unexplained
from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, warning

NAME = "unexpanded-abbreviation"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each abbreviation of the glossary, where it is first read."""
    glossary = facts.assessment.glossary
    for name, met, edition in unexplained(facts, frozenset(glossary)):
        message = f'"{name}" is not written out where it is first used{edition}'
        hint = f'write "{glossary[name]} ({name})"'
        yield warning(NAME, message, met.passage.span(met.start, met.end), hint, expanded(met, name, glossary[name]))
