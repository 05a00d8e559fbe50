"""A section of the document has nothing in it.

Why: a heading without text looks as if something had been lost. The section is not printed until a note says something for it.

Bad:
```assessment
sections: [{id: early-help, title: Early help}, {id: courts, title: Children in the courts}]
```

Good:
```assessment
sections: [{id: early-help, title: Early help}]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.assessment import Section
from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, warning
from docgen.note import is_printed

NAME = "empty-section"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each section that neither it nor one below it has a note for."""
    used = {note.section.value for note in facts.library.notes if note.section and note.status != "withdrawn" and any(map(is_printed, note.blocks))}
    for section in facts.assessment.all_sections():
        if not any(inner.id.value in used for inner in section.walk()):
            yield warning(NAME, f'no note says anything for the section "{section.title.value}"', section.id.span, _hint(section))


def _hint(section: Section) -> str:
    return f'write one with docgen new {section.id.value} "Title of the note", or remove the section'
