"""Prose: the words of all notes, gone through once for all rules about language.

Notes in other languages than English, and notes that are withdrawn, have none. A rule asks first which words occur at all, so
that most notes need no second look.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from docgen.check.passage import Passage, text_of
from docgen.nodes import (
    Block,
    Cell,
    CodeBlock,
    Container,
    Definition,
    Figure,
    Heading,
    Inline,
    ListItem,
    Node,
    Paragraph,
    Quote,
    RawBlock,
    Rule,
)
from docgen.note import Field, Library, Note
from docgen.pattern import lazy
from docgen.walk import children

# Fields that somebody writes in words of their own; the others hold keys, dates and levels.
WRITTEN = frozenset(("Evidence", "Impact", "Owner", "Measure", "Outcome", "Progress"))
WORD = lazy("[a-z]+")
SPELLED = lazy("[A-Za-z]+")
FEW = 20
LARGE = lazy("[A-Z][a-z]?[A-Z]+s?")


class Prose:
    """What all notes of a library say."""

    def __init__(self, library: Library) -> None:
        language = library.assessment.language.casefold()
        self.is_english = language.split("-")[0] == "en"
        self.is_british = self.is_english and language not in ("en-us", "en-ca")
        self.notes = [note for note in library.notes if note.status != "withdrawn"] if self.is_english else []
        self.passages: dict[Note, list[Passage]] = {}
        self.texts: dict[Note, str] = {}
        self.words: dict[Note, frozenset[str]] = {}
        self.capitals: dict[Note, frozenset[str]] = {}

    def of(self, note: Note) -> list[Passage]:
        """The passages of a note, in the order in which they stand there."""
        if note not in self.passages:
            self.passages[note] = []
            _take(self.passages[note], note, note.blocks, quoted=False, point=False)
        return self.passages[note]

    def every(self) -> Iterator[Passage]:
        """The passages of all notes."""
        return (passage for note in self.notes for passage in self.of(note))

    def text(self, note: Note) -> str:
        """What the passages of a note say, one after another: whatever a rule looks for is looked for here first."""
        if note not in self.texts:
            self.texts[note] = "\n".join(passage.text for passage in self.of(note))
        return self.texts[note]

    def has(self, sign: str) -> bool:
        """True where some note has a sign in its file."""
        return any(sign in note.source.text for note in self.notes)

    def finds(self, pattern: re.Pattern[str]) -> bool:
        """True where some note says something of a kind."""
        return any(pattern.search(self.text(note)) for note in self.notes)

    def vocabulary(self, note: Note) -> frozenset[str]:
        """The words of a note in small letters; whatever joins words parts them here."""
        if note not in self.words:
            self.words[note] = frozenset(WORD.findall(self.text(note).lower()))
        return self.words[note]

    def large(self, note: Note) -> frozenset[str]:
        """What a note writes in capitals, a plural with its s."""
        if note not in self.capitals:
            self.capitals[note] = frozenset(LARGE.findall(self.text(note)))
        return self.capitals[note]

    @property
    def is_large(self) -> bool:
        """True where some note writes anything in capitals."""
        return any(map(self.large, self.notes))

    def small(self, words: frozenset[str]) -> frozenset[str]:
        """Those of some words that the notes have in small letters too."""
        wanted, found = {word.lower() for word in words}, set[str]()
        for note in self.notes:
            here = (wanted & self.vocabulary(note)) - found
            # Mostly there are few, and they stand there in capitals only.
            if len(here) > FEW or any(word in self.text(note) for word in here):
                found |= here.intersection(SPELLED.findall(self.text(note)))
        return frozenset(found)


def _take(found: list[Passage], note: Note, blocks: Iterable[Node], quoted: bool, point: bool) -> None:
    """Add the passages of some blocks to those found."""
    for block in blocks:
        kind = type(block)
        if kind in CONTENT:
            content: list[Inline] = getattr(block, CONTENT[kind])
            if content and (kind is not Field or block.name in WRITTEN):  # type: ignore[attr-defined]
                found.append(Passage(note, block, content, text_of(content), quoted, point))
        elif kind not in SILENT and isinstance(block, Block):
            quotes = quoted or kind is Quote or (isinstance(block, Container) and block.name == "quote")
            _take(found, note, children(block), quotes, point or kind in POINTS)


# Where a block has what it says itself; what others hold speaks for itself.
CONTENT: Mapping[type[Node], str] = MappingProxyType(
    {Paragraph: "content", Heading: "content", Cell: "content", Field: "content", Figure: "caption"}
)
SILENT = frozenset((CodeBlock, RawBlock, Rule))
POINTS = frozenset((ListItem, Definition))
