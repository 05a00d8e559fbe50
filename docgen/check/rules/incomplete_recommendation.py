"""A recommendation lacks a lead, an owner, a due date or a measure.

Why: what nobody leads, owns or has to finish by a day is seldom done, and without a measure nobody can say that it was. `TBC` and the
like count as nothing. One that is complete, not accepted or superseded needs none of this, and one that is paused no date.

Bad:
```body
## Recommendations

- Agree an attendance standard. {#standard}
  - Lead: council
  - Owner: TBC
```

Good:
```body
## Recommendations

- Agree an attendance standard. {#standard}
  - Lead: council
  - Owner: head of quality assurance
  - Due: 31 March 2027
  - Measure: invited agencies attend 90% of conferences
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.check.standing import open_ones, says
from docgen.diagnostics import Diagnostic, warning
from docgen.note import Recommendation

NAME = "incomplete-recommendation"
NEEDED = {"Lead": "lead", "Owner": "owner", "Due": "due date", "Measure": "measure"}


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each open recommendation that lacks one of them."""
    for _, item in open_ones(facts):
        absent = [name for name in NEEDED if not _has(item, name)]
        if absent:
            message = f"this recommendation has no {_listed([NEEDED[name] for name in absent], 'or')}"
            own = "each on a line of its own" if len(absent) > 1 else "on a line of its own"
            hint = f"write {_listed([f'{name}:' for name in absent], 'and')} below it, {own}"
            yield warning(NAME, message, item.paragraph.span, hint)


def _has(item: Recommendation, name: str) -> bool:
    return says(item, name) or (name == "Due" and (item.value("Status") == "paused" or bool(item.first(name))))


def _listed(names: list[str], word: str) -> str:
    return f"{', '.join(names[:-1])} {word} {names[-1]}" if len(names) > 1 else names[0]
