"""`rules:` in assessment.yaml names a finding that there is not.

Why: the finding that was meant stays as it was.

Bad:
```assessment
rules: {skiped-heading: ignore}
```

Good:
```assessment
rules: {skipped-heading: ignore}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, error
from docgen.near import nearest

NAME = "unknown-rule"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each name that no finding has."""
    if not facts.assessment.rules:
        return
    from docgen.check.names import NAMES

    for name, _ in facts.assessment.rules:
        if name.value not in NAMES:
            near = nearest(name.value, NAMES)
            hint = f'did you mean "{near}"?' if near else "docgen rules lists all of them"
            yield error(NAME, f'no finding is called "{name.value}"', name.span, hint)
