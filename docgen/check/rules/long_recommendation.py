"""A recommendation has more than 40 words.

Why: a reader remembers one short action, and the action plan prints every one of them in a narrow column. Reasons, aims and numbers have
lines of their own: Because, Outcome and Measure.

Bad:
```body
## Recommendations

- Agree an attendance standard for child protection conferences, which every agency is to keep up all year long, so that the picture of each child is complete, decisions rest on what everybody knows, families need not repeat themselves, and no conference has to be put off. {#standard}
```

Good:
```body
## Recommendations

- Agree an attendance standard for child protection conferences. {#standard}
  - Outcome: decisions rest on what every agency knows
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.check.standing import open_ones
from docgen.diagnostics import Diagnostic, warning
from docgen.walk import visible

NAME = "long-recommendation"
MOST = 40


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each open recommendation with more words."""
    for _, item in open_ones(facts):
        count = len(visible(item.paragraph.content).split())
        if count > MOST:
            hint = f"say the action in {MOST} words at most, and the rest in Outcome:, Measure: or Because: below it"
            yield warning(NAME, f"this recommendation has {count} words", item.paragraph.span, hint)
