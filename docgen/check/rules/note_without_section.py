"""A note belongs to no section, so it would not be printed.

Why: what somebody wrote would be left out in silence.

Bad:
```note elsewhere/visit.md
---
title: Visit
status: agreed
---
Text.
```

Good:
```note elsewhere/visit.md
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
from docgen.diagnostics import Diagnostic, error

NAME = "note-without-section"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each note without a section that could have one."""
    known = ", ".join(section.id.value for section in facts.assessment.all_sections())
    unread = {problem.span.source.path for problem in facts.library.problems}
    for note in facts.library.notes:
        if note.path not in unread and note.section is None and note.status != "withdrawn":
            hint = f"add a line section: with one of {known}"
            yield error(NAME, "this note says no section, and its folder is not named like one", note.source.top(), hint)
