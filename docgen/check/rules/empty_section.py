"""A section of the document has nothing in it.

Why: a heading without text looks as if something had been lost. The section is not printed until a note says something for it; in a
final document a draft says nothing.

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
from docgen.check.standing import stands
from docgen.diagnostics import Diagnostic, warning

NAME = "empty-section"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each section that neither it nor one below it has a note for."""
    saying = [note for note in facts.library.notes if note.section and note.parts]
    used = {note.section.value for note in saying if note.section and stands(facts, note)}
    drafts = {note.section.value for note in saying if note.section and note.status == "draft"} - used
    for section in facts.assessment.all_sections():
        names = {inner.id.value for inner in section.walk()}
        if used.isdisjoint(names):
            drafted = not drafts.isdisjoint(names)
            message = f'no {"agreed " if drafted else ""}note says anything for the section "{section.title.value}"'
            yield warning(NAME, message, section.id.span, _hint(section, drafted))


def _hint(section: Section, drafted: bool) -> str:
    if drafted:
        return "set status: agreed in its drafts once they are agreed, or remove the section"
    return f'write one with docgen new {section.id.value} "Title of the note", or remove the section'
