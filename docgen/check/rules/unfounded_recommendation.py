"""A recommendation answers no finding.

Why: a reader can't tell what it is to put right, and nobody can say later whether it did.

Bad:
```body
## Areas for development

- Invited agencies often stay away from conferences. {#stay-away}

## Recommendations

- Agree an attendance standard. {#standard}
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
from docgen.check.standing import open_ones
from docgen.diagnostics import Diagnostic, warning
from docgen.note import Finding, Recommendation

NAME = "unfounded-recommendation"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each open recommendation without a Because, or with one that names no finding."""
    for _, item in open_ones(facts):
        because = item.first("Because")
        if because is None:
            hint = "write Because: [@…] below it, with the identity of the finding that it answers"
            yield warning(NAME, "this recommendation answers no finding", item.paragraph.span, hint)
        elif _misses(facts, item):
            yield warning(NAME, "this names no strength and no area for development", because.span, "name the finding that the recommendation answers")


def _misses(facts: Facts, item: Recommendation) -> bool:
    """True where all that is named is known, and none of it a finding."""
    places = [facts.identities.places.get(value.value.casefold()) for entry in item.all("Because") for value in entry.values]
    return bool(places) and all(place and not isinstance(place.node, Finding) for place in places)
