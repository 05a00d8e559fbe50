"""A note names an agency that assessment.yaml does not have.

Why: the action plan would give the work to nobody.

Bad:
```body
## Recommendations

- Agree an attendance standard. {#standard}
  - Lead: polcie
```

Good:
```body
## Recommendations

- Agree an attendance standard. {#standard}
  - Lead: police
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.assessment import Located
from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, error
from docgen.near import key_of
from docgen.note import Field

NAME = "unknown-agency"


FIELDS = frozenset({"Lead", "Support", "Agencies"})


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each key that is no agency's."""
    known = facts.assessment.agencies
    named = [agency for note in facts.library.notes for agency in note.agencies]
    named += [value for _, entry in facts.every(Field) if entry.name in FIELDS for value in entry.values]
    for agency in named:
        if agency.value not in known:
            yield error(NAME, f'no agency is called "{agency.value}"', agency.span, _hint(facts, agency))


def _hint(facts: Facts, agency: Located[str]) -> str:
    known = {key: found.name for key, found in facts.assessment.agencies.items()}
    several = [part.strip() for part in agency.value.split(",")]
    if len(several) > 1 and all(part in known for part in several):
        return f"write several in brackets: [{', '.join(several)}]"
    near = key_of(agency.value, known)
    return f'did you mean "{near}"?' if near else f"known are {', '.join(known)}; a new one is added below agencies: in assessment.yaml"
