"""An audience is named that assessment.yaml does not have.

Why: docgen keeps such a passage out of every edition, because it cannot tell who may read it.

Bad:
```note
---
title: Visit
section: early-help
status: agreed
audience: partner
---
Text.
```

Good:
```note
---
title: Visit
section: early-help
status: agreed
audience: partners
---
Text.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.assessment import Located
from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, error
from docgen.near import suggestion
from docgen.note import Field

NAME = "unknown-audience"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each audience that nobody knows."""
    known = facts.assessment.audience_names
    for audience in _named(facts):
        if audience.value and audience.value not in known:
            hint = suggestion(audience.value, known)
            yield error(NAME, f'no audience is called "{audience.value}"', audience.span, hint)
    top = facts.assessment.source.top()
    usual = [name for name in ("public", "partners", "internal") if name in known]
    if [name for name in known if name in usual] != usual:
        yield error(NAME, "the audiences are in another order than from the most open to the most closed", facts.assessment.audiences[0].span, f"write audiences: [{', '.join(usual)}]")
    for name in facts.assessment.markings:
        if name not in known:
            yield error(NAME, f'markings: names an audience "{name}" that there is not', top, "known are: " + ", ".join(known))


def _named(facts: Facts) -> Iterator[Located[str]]:
    settings = facts.assessment
    yield from [settings.default_audience] if settings.default_audience else []
    yield from (section.audience for section in settings.all_sections() if section.audience)
    yield from (note.audience for note in facts.library.notes if note.audience)
    for _, entry in facts.every(Field):
        if entry.name == "Audience":
            yield from entry.values
