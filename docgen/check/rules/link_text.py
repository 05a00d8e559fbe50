"""The text of a link does not say where it leads.

Why: people who use a screen reader jump from link to link and hear nothing of the text around them. "Here" tells them nothing, and an
address is read out letter by letter.

Bad:
```body
For the procedure click [here](https://www.example.org/procedure).
```

Good:
```body
See the [procedure for conferences](https://www.example.org/procedure).
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, warning
from docgen.nodes import Image, Link
from docgen.note import Note
from docgen.walk import find as all_of
from docgen.walk import visible
from docgen.wording import is_address, is_vague

NAME = "link-text"
HINT = "write as its text what stands at the other end: [text](address)"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each link whose text says too little, but for those in somebody else's words."""
    quoted: dict[Note, set[Link]] = {}
    for note, link in facts.every(Link):
        if said := _wrong(link):
            if note not in quoted:
                quoted[note] = {other for passage in facts.prose.of(note) if passage.quoted for other in all_of(passage.content, Link)}
            if link not in quoted[note]:
                yield warning(NAME, said, link.inner if link.content else link.span, HINT)


def _wrong(link: Link) -> str | None:
    """What is wrong with the text of a link."""
    text = " ".join(visible(link.content).split())
    if not text:
        return None if any(all_of(link.content, Image)) else "this link has no text"
    if is_vague(text):
        return f'the link "{text}" does not say where it leads'
    return "the text of this link is an address" if is_address(text) else None
