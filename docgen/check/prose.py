"""Prose: the words of all notes, gone through once for all rules about language.

Notes in other languages than English, and notes that are withdrawn, have none. A rule asks first which words occur at all, so
that most notes need no second look.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
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
    ThematicBreak,
)
from docgen.note import Field, Library, Note
from docgen.walk import children

# Fields that somebody writes in words of their own; the others hold keys, dates and levels.
WRITTEN = frozenset(("Evidence", "Impact", "Owner", "Measure", "Outcome", "Progress"))
# What people write in capitals to stress it, and by custom: abbreviations are neither.
STRESSED = frozenset(
    "must not never always only all any every before after and or but no none do will should shall may both very please important urgent note"
    " warning caution tip".split()
)
CUSTOMARY = frozenset("SECRET TBC TBA TBD TODO README LICENSE NB".split())
# Letters of Western Europe stay what they are, any other sign parts words.
LETTERS = bytes(code if chr(code).isalpha() else 32 for code in range(256))


class Prose:
    """What all notes of a library say."""

    def __init__(self, library: Library) -> None:
        self.notes = [note for note in library.notes if note.status != "withdrawn"] if library.assessment.is_english else []
        self.passages: dict[Note, list[Passage]] = {}
        self.texts: dict[Note, str] = {}
        self.low: dict[Note, str] = {}

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

    def lowered(self, note: Note) -> str:
        """The same in small letters."""
        if note not in self.low:
            self.low[note] = self.text(note).lower()
        return self.low[note]

    def has(self, sign: str) -> bool:
        """True where some note has a sign in its file."""
        return any(sign in note.source.text for note in self.notes)

    def may_say(self, phrase: str) -> bool:
        """True where all words of a phrase occur in the notes; whether side by side, takes a closer look."""
        return self.vocabulary.issuperset(_parted(phrase).decode("latin-1").lower().split())

    def within(self, signs: Iterable[str]) -> list[str]:
        """Those of some signs, in small letters, that may occur in the notes: what consists of letters, some word must have in it."""
        said = " ".join(self.vocabulary)
        return [sign for sign in signs if sign in said or not sign.isalpha()]

    def finds(self, *patterns: re.Pattern[str]) -> bool:
        """True where some note says something of a kind."""
        return any(pattern.search(self.text(note)) for note in self.notes for pattern in patterns)

    @cached_property
    def spelled(self) -> frozenset[str]:
        """The words of all notes as they are spelled."""
        # As bytes, since this goes through every word of every note: three times as fast as with letters.
        said = b" ".join(_parted(self.text(note)) for note in self.notes)
        return frozenset(b" ".join(set(said.split())).decode("latin-1").split())

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The same words in small letters."""
        return frozenset(" ".join(self.spelled).lower().split())

    @cached_property
    def large(self) -> frozenset[str]:
        """Those words that have capital letters behind their first."""
        return frozenset(word for word in self.spelled if not word[1:].islower() and len(word) > 1)


def _parted(text: str) -> bytes:
    """A text with blanks for all that is no letter, in Latin-1."""
    return text.encode("latin-1", "replace").translate(LETTERS)


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
SILENT = frozenset((CodeBlock, RawBlock, ThematicBreak))
POINTS = frozenset((ListItem, Definition))
