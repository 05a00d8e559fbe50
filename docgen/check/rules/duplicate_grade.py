"""A section has two grades.

Why: the document can print one only, and must not choose between them.

Bad:
```assessment
sections: [{id: early-help, title: Early help, grade: {self: good}}]
```
```note
---
title: Visit
section: early-help
status: agreed
grade: {self: adequate}
---
Text.
```

Good:
```note
---
title: Visit
section: early-help
status: agreed
grade: {self: adequate}
---
Text.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, error
from docgen.source import Span

NAME = "duplicate-grade"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding at every place that grades a section which is graded elsewhere too."""
    graded: dict[str, list[Span]] = {}
    for section in facts.assessment.all_sections():
        if section.grade:
            graded.setdefault(section.id.value, []).append(section.grade.span)
    for note in facts.library.notes:
        if note.grade and note.section and note.status != "withdrawn":
            graded.setdefault(note.section.value, []).append(note.grade.span)
    for name, places in graded.items():
        for place in places if len(places) > 1 else ():
            others = tuple(other for other in places if other is not place)
            where = ", ".join(f"{other.source.path}:{other.source.position(other.start)[0]}" for other in others)
            yield error(NAME, f'the section "{name}" is graded in {where} too', place, "keep one of the grades", others)
