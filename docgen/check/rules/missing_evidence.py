"""A finding does not say what it rests on.

Why: an inspector asks of every strength and every weakness how the partnership knows.

Bad:
```body
## Strengths

- Midwives work with families early. {#midwives-early}
  - Impact: earlier referrals for unborn babies
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
from docgen.note import Finding

NAME = "missing-evidence"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each strength and area for development without evidence."""
    for _, item in standing(facts, Finding):
        if not says(item, "Evidence"):
            yield warning(NAME, "this finding has no evidence", item.paragraph.span, "write Evidence: below it, and say how you know")
