"""A recommendation was due before the date of the document, and is not done.

Why: readers see the date in the action plan and ask what became of it. What counts is `date:` in assessment.yaml, never today. One that
is complete, superseded, not accepted or paused is not overdue.

Bad:
```body
## Recommendations

- Agree an attendance standard. {#standard}
  - Due: 31 March 2026
  - Status: on track
```

Good:
```body
## Recommendations

- Agree an attendance standard. {#standard}
  - Due: 31 March 2026
  - Status: complete
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.check.standing import open_ones
from docgen.diagnostics import Diagnostic, warning

NAME = "overdue-recommendation"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding at each date that has passed; periods such as "immediate" come behind all dates."""
    today = facts.assessment.date.isoformat()
    for _, item in open_ones(facts):
        due = item.first("Due")
        if due and due.values and due.values[0].value < today and item.value("Status") != "paused":
            message = f"this was due before the date of the document, {today}, and is not complete"
            yield warning(NAME, message, due.values[0].span, "set Status: complete, or agree a new date with its lead")
