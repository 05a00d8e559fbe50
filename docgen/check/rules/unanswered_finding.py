"""No recommendation answers an area for development.

Why: a weakness that is known and left alone is the first thing that an inspector asks about. A recommendation that was not accepted is
no answer; one that was superseded is, where that which took its place is.

Bad:
```body
## Areas for development

- Invited agencies often stay away from conferences. {#stay-away}
```

Good:
```body
## Areas for development

- Invited agencies often stay away from conferences. {#stay-away}

## Recommendations

- Agree an attendance standard. {#standard}
  - Because: [@stay-away]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.check.standing import standing
from docgen.diagnostics import Diagnostic, warning
from docgen.note import Finding, PartKind, Recommendation

NAME = "unanswered-finding"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each area for development that no recommendation names; of one that can't be named, `missing-identity` is told."""
    answered = _answered(facts)
    for _, item in standing(facts, Finding):
        if item.kind is PartKind.DEVELOPMENT and item.id and item.id.value.casefold() not in answered:
            hint = f"write Because: [@{item.id.value}] below the recommendation that answers it"
            yield warning(NAME, "no recommendation answers this area for development", item.paragraph.span, hint)


def _answered(facts: Facts) -> set[str]:
    """What the recommendations that stand name in their Because, in small letters."""
    found = [item for _, item in standing(facts, Recommendation)]
    by_name = {item.id.value.casefold(): item for item in found if item.id}
    held: dict[Recommendation, bool] = {}
    return {value.value.casefold() for item in found if _holds(item, by_name, held) for entry in item.all("Because") for value in entry.values}


def _holds(item: Recommendation, by_name: dict[str, Recommendation], held: dict[Recommendation, bool]) -> bool:
    """True where something is, was or may be done: by itself, or by what took its place. `held` has what is known already."""
    passed = []
    following: Recommendation | None = item
    while following and following not in held:
        passed.append(following)
        held[following] = following.value("Status") != "not accepted"
        following = _successor(following, by_name)
    for earlier in reversed(passed):
        if later := _successor(earlier, by_name):
            held[earlier] = held[later]
    return held[item]


def _successor(item: Recommendation, by_name: dict[str, Recommendation]) -> Recommendation | None:
    """What took the place of a recommendation that was superseded."""
    status = item.first("Status")
    known = status and status.values and status.values[0].value == "superseded by" and len(status.values) > 1
    return by_name.get(status.values[1].value.casefold()) if status and known else None
