"""The text of a link does not say where it leads.

Why: people who use a screen reader jump from link to link and hear nothing of the text around them. "Here" tells them nothing, and an
address is read out letter by letter. An address in brackets that stands apart from the words in square brackets before it is no link's
address.

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
from docgen.pattern import lazy
from docgen.source import Span
from docgen.walk import find as all_of
from docgen.walk import visible
from docgen.wording import is_address, is_vague

NAME = "link-text"
HINT = "write as its text what stands at the other end: [text](address)"
# Words in square brackets, and what parts them from the bracket of an address; and what would be a link, were it not read as a reference.
APART = lazy(r"(?<![\\!\]])\[(?![ \t^@xX]?\]|[\w .,]{0,30}\d\])[^\[\]\r\n^@`*_<>|\\]{1,200}\]([ \t]+|[ \t]*(?:\r\n|[\r\n])[ \t]*)\(\Z")
REFERENCE = lazy(r"\[@[A-Za-z0-9][\w.-]*\]\(\Z")
BLANK = lazy(r"[ \t][^()<>\r\n]{0,200}\)")  # and what comes behind it in such an address
FARTHEST = 300  # letters before an address


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each link whose text says too little, but for those in somebody else's words."""
    quoted: dict[Note, set[Link]] = {}
    for note, link in facts.every(Link):
        if said := _wrong(link):
            if note not in quoted:
                quoted[note] = {other for passage in facts.prose.of(note) if passage.quoted for other in all_of(passage.content, Link)}
            if link in quoted[note] or REFERENCE.search(_before(link, note)):  # of which more than its address is to be said
                continue
            if _has_blank(link):
                message = "this address has a blank in it, so that the words in brackets before it are no link"
                yield warning(NAME, message, link.span, "write %20 for each blank in the address, or put the whole address between < and >")
            elif gap := _gap(link, note):
                message = "this address belongs to no link: a gap parts it from the words in square brackets"
                yield warning(NAME, message, gap, "write ](, with nothing between the two brackets")
            else:
                yield warning(NAME, said, link.inner if link.content else link.span, HINT)


def _has_blank(link: Link) -> bool:
    """True for a bare address that was to be a link's, and ends at its first blank."""
    text, start, end = link.span.source.text, link.span.start, link.span.end
    return text[start] != "[" and text[max(0, start - 2) : start] == "](" and bool(BLANK.match(text, end))


def _before(link: Link, note: Note) -> str:
    """What stands in the file before a bare address in brackets; an empty text for any other link."""
    text, start, end = link.span.source.text, link.span.start, link.span.end
    return "" if text[start] == "[" or text[end : end + 1] != ")" else text[max(note.body, start - FARTHEST) : start]


def _gap(link: Link, note: Note) -> Span | None:
    """What parts a bare address in brackets from the words that were to be its link's."""
    found = APART.search(_before(link, note))
    return link.span.sub(link.span.start - 1 - len(found[1]), link.span.start - 1) if found else None


def _wrong(link: Link) -> str | None:
    """What is wrong with the text of a link."""
    text = " ".join(visible(link.content).split())
    if not text:
        return None if any(all_of(link.content, Image)) else "this link has no text"
    if is_vague(text):
        return f'the link "{text}" does not say where it leads'
    return "the text of this link is an address" if is_address(text) else None
