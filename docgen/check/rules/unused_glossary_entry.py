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

from docgen.assessment import Assessment
from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, warning
from docgen.nodes import Text
from docgen.note import Note
from docgen.walk import find as all_of
from docgen.wording import any_of

NAME = "unused-glossary-entry"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each entry that is found nowhere."""
    places = facts.assessment.glossary_places
    unused = set(places) - _in_settings(facts.assessment)
    for note in facts.prose.notes:
        if unused and any_of(unused).search(note.source.text):
            unused -= {name for text in _texts(note) for name in any_of(unused).findall(text)}
    for name in sorted(unused) if facts.prose.is_english else ():
        yield warning(NAME, f'"{name}" occurs in no note', places[name], "spell it as the notes do, or remove the line")


def _in_settings(settings: Assessment) -> set[str]:
    """The abbreviations that titles, names and the like in assessment.yaml have, besides the glossary's own."""
    own = {place.start for place in settings.glossary_places.values()}
    return {found.group() for found in any_of(settings.glossary).finditer(settings.source.text) if found.start() not in own}


def _texts(note: Note) -> Iterator[str]:
    """What is printed of a note."""
    yield from (note.title.value, note.workshop_name or "", *note.contributors)
    yield from (node.text for node in all_of(note.blocks, Text))
