"""A strength does not say what it changes for children and families.

Why: what an agency does is a strength only where it makes a difference to somebody.

Bad:
```body
## Strengths

- Midwives work with families early. {#midwives-early}
  - Evidence: audit of 40 files, spring 2026
```

Good:
```body
## Strengths

- Midwives work with families early. {#midwives-early}
  - Evidence: audit of 40 files, spring 2026
  - Impact: earlier referrals for unborn babies
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.check.standing import says, standing
from docgen.diagnostics import Diagnostic, warning
from docgen.note import Finding, PartKind

NAME = "missing-impact"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each strength without impact."""
    for _, item in standing(facts, Finding):
        if item.kind is PartKind.STRENGTHS and not says(item, "Impact"):
            yield warning(NAME, "this strength has no impact", item.paragraph.span, "write Impact: below it, and say what it changes for children or families")
