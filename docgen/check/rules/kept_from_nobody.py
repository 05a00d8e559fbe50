"""Words in front of a passage say that it is confidential, and nothing keeps it from anybody.

Why: docgen does not read `Confidential:` or `Not for sharing`; the passage is printed for everybody who may read its note. What keeps a
passage from readers is the audience of its note, of its item, or a line `::: internal` before it.

Bad:
```body
Confidential: one of the services is under review.
```

Good:
```body
::: internal
One of the services is under review.
:::
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.audiences import passages, section_ranks
from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, warning
from docgen.note import Item
from docgen.pattern import lazy
from docgen.walk import visible

NAME = "kept-from-nobody"
SAID = (
    r"(?:(?:strictly\s+|private\s+and\s+)?confidential|restricted|(?:strictly\s+)?not\s+(?:for|to\s+be)\s+"
    r"(?:sharing|shared|publication|published|circulation|circulated|disclosure|disclosed|release|released)|"
    r"do\s+not\s+(?:share|circulate|publish|distribute|forward|copy)|(?:for\s+)?official\s+use\s+only)"
)
FRONT = lazy(rf"\A[^\w\n]*{SAID}[^\w\n]*(?:[:\])–—]|\.?\Z|\n)|[\[(]\s*{SAID}\s*[\])]", re.IGNORECASE)
LOOK = ("confidential", "restricted", "not for", "not to be", "do not", "use only")
# In a file such words begin a text behind the signs of a list, a table or a tag, or behind brackets.
OPENED = lazy(r"(?:\A|[\n\[(|/>\])};]|\d[.)])[^\w\n]*(?:(?:strictly|private|and|for|official)\b[^\w\n]*){0,3}\Z")
PLACES = lazy("|".join(LOOK))
BEFORE = 48  # letters


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each passage with such words in front, or in brackets, that is not as closed as a passage can be."""
    settings = facts.assessment
    top = len(settings.audience_names) - 1
    sections = section_ranks(settings)
    for note in facts.library.notes:
        if note.status == "withdrawn" or not _may_begin(facts.folded(note)):
            continue
        for block, closed in passages(settings, note, sections):
            part = block.paragraph if isinstance(block, Item) else block
            words = visible([part]) if closed < top else ""
            if _may_say(words) and (said := FRONT.search(words)):
                message = f'"{" ".join(said.group().split()).strip(" :()[]–—.")}" keeps this from nobody who reads the {settings.audience_names[closed]} edition'
                yield warning(NAME, message, part.span, f"write ::: {settings.audience_names[top]} on a line of its own before it and ::: behind it, or take the words out")


def _may_begin(folded: str) -> bool:
    """A cheap look for whether such words begin a line, a cell or brackets."""
    hits = PLACES.finditer(folded) if any(sign in folded for sign in LOOK) else ()
    return any(OPENED.search(folded, max(0, hit.start() - BEFORE), hit.start()) for hit in hits)


def _may_say(text: str) -> bool:
    folded = text.casefold()
    return any(sign in folded for sign in LOOK)
