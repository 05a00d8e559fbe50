"""A recommendation holds two actions.

Why: each may need another lead and another date, and when one is done and the other is not, no status is true. What only looks after
the first action ("and report on it each quarter") is no second one. This is looked for in documents in English.

Bad:
```body
## Recommendations

- Agree an attendance standard for conferences and recruit two more chairs. {#standard}
```

Good:
```body
## Recommendations

- Agree an attendance standard for conferences and report on it each quarter. {#standard}
- Recruit two more chairs of conferences. {#chairs}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.actions import said, second_action
from docgen.check.rule import Facts
from docgen.check.standing import open_ones
from docgen.diagnostics import Diagnostic, warning
from docgen.walk import visible

NAME = "double-recommendation"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each open recommendation that seems to hold a second action."""
    for _, item in open_ones(facts):
        verb = second_action(said(visible(item.paragraph.content)))
        if verb:
            message = f'this recommendation seems to hold two actions; the second begins with "{verb}"'
            yield warning(NAME, message, item.paragraph.span, "make it two recommendations, each with its own lead, date and measure")
