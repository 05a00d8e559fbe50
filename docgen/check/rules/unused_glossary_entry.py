"""An abbreviation in the glossary of assessment.yaml occurs in no note.

Why: the glossary of the document lists only what occurs, so this line prints nothing. Often the notes spell the abbreviation in another
way, and then readers look for that in vain.

Bad:
```assessment
glossary: {MASH: multi-agency safeguarding hub}
```
```body
The Mash meets every day.
```

Good:
```assessment
glossary: {MASH: multi-agency safeguarding hub}
```
```body
The MASH meets every day.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, warning
from docgen.nodes import Text
from docgen.note import Note
from docgen.walk import find as all_of
from docgen.wording import any_of

NAME = "unused-glossary-entry"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each entry that is found nowhere."""
    settings = facts.assessment
    pattern = any_of(settings.glossary)
    own = {place.start for place in settings.glossary_places.values()}
    # Titles, names and the like in assessment.yaml are printed too.
    used = {found.group() for found in pattern.finditer(settings.source.text) if found.start() not in own}
    for note in facts.prose.notes:
        if any(name in note.source.text for name in settings.glossary if name not in used):
            used.update(name for text in _texts(note) for name in pattern.findall(text))
    for name in sorted(settings.glossary):
        if name not in used:
            yield warning(NAME, f'"{name}" occurs in no note', settings.glossary_places[name], "spell it as the notes do, or remove the line")


def _texts(note: Note) -> Iterator[str]:
    """What is printed of a note."""
    yield from (note.title.value, note.workshop_name or "", *note.contributors)
    yield from (node.text for node in all_of(note.blocks, Text))
