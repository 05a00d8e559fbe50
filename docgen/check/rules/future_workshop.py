"""A workshop is later than the document.

Why: a document can't report what has not happened yet; most often a year is mistyped. What counts is `date:` in assessment.yaml, never today.

Bad:
```note
---
title: Visit
section: early-help
workshop: {date: 2027-06-30, name: Early help workshop}
status: agreed
---
Text.
```

Good:
```note
---
title: Visit
section: early-help
workshop: {date: 2026-06-30, name: Early help workshop}
status: agreed
---
Text.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.check.standing import stands
from docgen.diagnostics import Diagnostic, warning

NAME = "future-workshop"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding at the date of each such workshop."""
    date = facts.assessment.date
    for note in facts.library.notes:
        if note.workshop_place and note.workshop_date and note.workshop_date > date and stands(facts, note):
            message = f"this workshop is later than the document, which has the date {date.isoformat()}"
            yield warning(NAME, message, note.workshop_place, "correct the date of the workshop, or date: in assessment.yaml")
