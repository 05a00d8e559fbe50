"""Page numbers of the contents: which headings they list, and which page of a layout belongs to each."""

from __future__ import annotations

from collections.abc import Sequence

from docgen import note
from docgen.document import Document, Label
from docgen.nodes import Heading, Node
from docgen.word.expected import said


def listed(document: Document) -> list[tuple[Heading, Label]]:
    """The headings in the order in which they are printed."""
    labels = document.labels
    return [(heading, labels[heading]) for sheet in document.pages for heading in note.headings_of(sheet.blocks) if heading in labels]


def page_numbers(document: Document, outline: Sequence[tuple[str, int]]) -> dict[Node, int] | None:
    """The page of each heading, from the outline of a layout; None where that has not the same headings in the same order."""
    headings = [heading for heading, _ in listed(document)]
    if len(headings) != len(outline):
        return None
    found: dict[Node, int] = {}
    last = 1
    for heading, (title, page) in zip(headings, outline, strict=True):
        if page < last or not _is_in(said(document, heading.content), title):
            return None
        found[heading] = last = page
    return found


def _is_in(words: str, title: str) -> bool:
    """True where a title has the letters of some words in their order: it also has numbers, and what fields show."""
    letters = iter(title)
    return all(letter in letters for letter in words if letter.isalnum())
