"""One owner has more than half of the recommendations.

Why: one person can seldom see all of it through, and what hangs on one post stops when it is vacant. Owners of the same name in two lead
agencies count as two, and fewer than four recommendations say nothing.

Bad:
```body
## Recommendations

- Agree an attendance standard. {#standard}
  - Owner: head of safeguarding
- Publish the thresholds. {#thresholds}
  - Owner: head of safeguarding
- Train all chairs. {#chairs}
  - Owner: head of safeguarding
- Ask each child for feedback. {#feedback}
  - Owner: participation lead
```

Good:
```body
## Recommendations

- Agree an attendance standard. {#standard}
  - Owner: head of safeguarding
- Publish the thresholds. {#thresholds}
  - Owner: early help manager
- Train all chairs. {#chairs}
  - Owner: head of safeguarding
- Ask each child for feedback. {#feedback}
  - Owner: participation lead
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.check.standing import on_one_line, open_ones, says
from docgen.diagnostics import Diagnostic, warning
from docgen.note import Field

NAME = "one-owner"
FEWEST = 4


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding at the first line that names such an owner; recommendations that are done with do not count."""
    owned: dict[tuple[str | None, str], list[Field]] = {}
    for _, item in open_ones(facts):
        owner = item.first("Owner")
        if owner and says(item, "Owner"):
            name = on_one_line(owner.content).casefold().rstrip(".").removeprefix("the ")
            owned.setdefault((item.value("Lead"), name), []).append(owner)
    count = sum(map(len, owned.values()))
    for places in owned.values():
        if count >= FEWEST and 2 * len(places) > count:
            message = f"this owner has {len(places)} of the {count} recommendations that are still to be done"
            yield warning(NAME, message, places[0].span, "share them out, so that not everything waits for one person")
