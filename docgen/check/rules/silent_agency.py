"""An agency that is expected to take part is in no note.

Why: the document says that nothing was received from it. Ask in time, or write down who was in the room.

Bad:
```assessment
agencies: {council: {name: Anytown Council, expected: true}, police: {name: Anytown Police, expected: true}}
```

Good:
```assessment
agencies: {council: {name: Anytown Council, expected: true}, police: Anytown Police}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, warning

NAME = "silent-agency"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding at each expected agency that no note has in its agencies; drafts count, as in the list of contributors."""
    present = {key.value for note in facts.library.notes if note.status != "withdrawn" for key in note.agencies}
    for key, agency in facts.assessment.agencies.items():
        if agency.expected and key not in present:
            hint = f"ask it for a note, add {key} to agencies: of a note that it had a part in, or remove expected: true"
            yield warning(NAME, f"{agency.name} is expected to take part, and no note names it", agency.key.span, hint)
