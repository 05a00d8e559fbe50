"""Page numbers of the contents: which headings they list, and what the page of each shows.

A layout tells pages by their order, and nothing of how a template counts them: in Roman numerals, or anew behind the cover. To know with which page those
behind the cover begin, a file that is only laid out has the title of the contents among its headings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeGuard

from docgen import note
from docgen.document import Document, Label, Sheet, Styled
from docgen.nodes import Heading, Node
from docgen.theme import Theme
from docgen.word.expected import said
from docgen.word.stationery import Frame
from docgen.word.turned import counting_of, sheets, start_of

Listed = Heading | Styled


def listed(document: Document) -> list[tuple[Heading, Label]]:
    """The headings in the order in which they are printed."""
    labels = document.labels
    return [(heading, labels[heading]) for sheet in document.pages for heading in note.headings_of(sheet.blocks) if heading in labels]


def page_numbers(document: Document, theme: Theme, frames: Mapping[str, Frame], outline: Sequence[tuple[str, int]]) -> dict[Node, str] | None:
    """What the page of each heading shows, from the outline of a layout; None where that has not the same headings in the same order."""
    printed = sheets(document, theme)
    entries = [(index, found) for index, sheet in enumerate(printed) for found in _listed(document, sheet)]
    if len(entries) != len(outline):
        return None
    found: dict[Node, str] = {}
    first, behind_cover = start_of(0, frames), start_of(1, frames)
    last, before = 1, 0 if first is None else first - 1  # what is added to the place of a page to get its number
    for (index, entry), (title, page) in zip(entries, outline, strict=True):
        if page < last or not _is_in(said(document, entry.content), title):
            return None
        if index and behind_cover is not None:
            before, behind_cover = behind_cover - page, None
        if isinstance(entry, Heading):
            found[entry] = counting_of(printed[index].kind, frames).shown(page + before)
        last = page
    return found


def _listed(document: Document, sheet: Sheet) -> Iterator[Listed]:
    """The headings of a sheet and the title of the contents, in their order."""
    for block in sheet.blocks:
        if is_title(block):
            yield block
        else:
            yield from (heading for heading in note.headings_of([block]) if heading in document.labels)


def is_title(block: Node) -> TypeGuard[Styled]:
    """True for the title of the contents."""
    return isinstance(block, Styled) and block.style == "TOCHeading"


def _is_in(words: str, title: str) -> bool:
    """True where a title has the letters of some words in their order: it also has numbers, and what fields show."""
    letters = iter(title)
    return all(letter in letters for letter in words if letter.isalnum())
