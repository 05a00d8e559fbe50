"""A note names a section that assessment.yaml does not have.

Why: the note has no place in the document and would be left out. `docgen check --fix` mends capital letters: `Early-Help`
becomes `early-help`.

Bad:
```note
---
title: Visit
section: erly-help
status: agreed
---
Text.
```

Good:
```note
---
title: Visit
section: early-help
status: agreed
---
Text.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, Edit, error
from docgen.near import key_of

NAME = "unknown-section"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each section that nobody knows, and for each that stands twice in assessment.yaml."""
    seen: set[str] = set()
    for section in facts.assessment.all_sections():
        if section.id.value.casefold() in seen:
            yield error("duplicate-identity", f'two sections are called "{section.id.value}"', section.id.span, "give one of them another id:")
        seen.add(section.id.value.casefold())
    known = {section.id.value: section.title.value for section in facts.assessment.all_sections()}
    for note in facts.library.notes:
        if note.section and note.section.value not in known:
            near = key_of(note.section.value, known)
            hint = f'did you mean "{near}"?' if near else "known are: " + ", ".join(known)
            finding = error(NAME, f'no section is called "{note.section.value}"', note.section.span, hint)
            meant = next((key for key in known if key.casefold() == note.section.value.casefold()), None)
            finding.fix = Edit(note.section.span, meant) if meant else None
            yield finding
