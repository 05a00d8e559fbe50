"""Passage: the words of one block as a reader meets them, and where each of their letters stands in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from operator import attrgetter

from docgen import nodes
from docgen.diagnostics import Edit
from docgen.nodes import Inline, Node, Text, TextKind
from docgen.note import Note
from docgen.pattern import lazy
from docgen.record import Record
from docgen.source import Span
from docgen.walk import children

# In the place of what is no word of the author's: code, addresses, pictures, references, raw HTML.
STAND_IN = "\ufffc"
WORDLESS = frozenset((nodes.Code, nodes.Image, nodes.Reference, nodes.RawInline))
TOKEN = lazy(r"\S+")
BEHIND_NAMES = ".,;:!?()[]\"'”’"  # what ends a sentence or a clause stays
# A quotation that nobody closed must not reach through a whole note, nor be looked for in it again and again.
QUOTATION = lazy("“[^”]{0,400}”|\"[^\"]{0,400}\"|(?<!\\w)‘[^\\n]{1,400}?’(?!\\w)|(?<!\\w)'[^\\n]{1,400}?'(?!\\w)")
FIRST = attrgetter("first")


class Piece(Record):
    """A run of letters that one inline says, and the number of its first letter in the text."""

    first: int
    said: str
    node: Node

    def place(self, at: int) -> Span:
        """Where one of the letters stands."""
        span, by = self.node.span, at - self.first
        return span.sub(span.start + by, span.start + by + 1) if self.is_literal else span

    @property
    def is_literal(self) -> bool:
        """True where the file has just these letters."""
        return type(self.node) is Text and self.node.kind is TextKind.LITERAL

    def is_free(self, start: int, end: int) -> bool:
        """True where a range of letters can be taken out of the file as far as it reaches into this piece."""
        inside = start <= self.first and self.first + len(self.said) <= end
        return self.is_literal or (inside and type(self.node) in (Text, nodes.SoftBreak))


class Passage(Record):
    """The words of a paragraph, a heading, a cell, a caption or the value of a field.

    They are `quoted` where they are somebody else's, and a point where they stand in a list.
    """

    note: Note
    block: Node
    content: list[Inline]
    text: str
    quoted: bool = False
    is_point: bool = False
    pieces: list[Piece] | None = None
    quotations: list[int] | None = None

    def span(self, start: int, end: int) -> Span:
        """Where in the file a part of the text stands; what stands there as something else, an entity say, has one place for all of it."""
        pieces = self._pieces(start, end)
        return pieces[0].place(start).to(pieces[-1].place(end - 1))

    def edit(self, start: int, end: int, text: str) -> Edit | None:
        """The edit that puts other words in the place of some; None where emphasis, a link or the like begins or ends among them."""
        pieces = self._pieces(start, end)
        free = all(piece.is_free(start, end) for piece in pieces)
        return Edit(self.span(start, end), text) if free and all(map(_are_joined, pieces, pieces[1:])) else None

    def is_own(self, at: int) -> bool:
        """True where the author speaks, and not somebody who is quoted."""
        return not self.quoted and not is_inside(self._quotations(), at)

    def quoted_parts(self) -> Iterator[tuple[int, int]]:
        """Where each part in quotation marks begins and ends."""
        row = iter(self._quotations())
        return zip(row, row, strict=True)

    def _quotations(self) -> list[int]:
        if self.quotations is None:
            self.quotations = places(QUOTATION, self.text)
        return self.quotations

    def _pieces(self, start: int, end: int) -> list[Piece]:
        if self.pieces is None:
            self.pieces = _placed(self.content)
        first = bisect_right(self.pieces, start, key=FIRST) - 1
        return self.pieces[first : bisect_right(self.pieces, end - 1, key=FIRST)]


def places(pattern: re.Pattern[str], text: str) -> list[int]:
    """Where each hit of a pattern begins and ends, in one row."""
    return [place for found in pattern.finditer(text) for place in found.span()]


def is_inside(row: list[int], at: int) -> bool:
    """True for a letter inside one of such hits."""
    return bisect_right(row, at) % 2 == 1


def text_of(content: list[Inline]) -> str:
    """What inlines say, as many letters as their pieces have; names of files and programs are no words."""
    first = content[0]
    if type(first) is Text and len(content) == 1:
        text = first.text
    else:
        said: list[tuple[str, Node]] = []
        _say(content, said)
        text = "".join([letters for letters, _ in said])
    return TOKEN.sub(_covered, text) if "_" in text or "/" in text or "\\" in text else text


def _covered(found: re.Match[str]) -> str:
    word = found.group()
    is_name = "_" in word.strip("_") or "\\" in word or (word.count("/") > 1 and not word[0].isdigit())
    if not is_name:
        return word
    name = word.rstrip(BEHIND_NAMES)
    return STAND_IN * len(name) + word[len(name) :]


def _say(content: Iterable[Node], said: list[tuple[str, Node]]) -> None:
    """Add what each inline says to what is said before."""
    for node in content:
        kind = type(node)
        if kind is Text:
            said.append((node.text, node))  # type: ignore[attr-defined]
        elif kind is nodes.SoftBreak:
            said.append((" ", node))
        elif kind is nodes.HardBreak:
            said.append(("\n", node))
        elif kind in WORDLESS or (kind is nodes.Link and node.span.text[:1] != "["):
            said.append((STAND_IN, node))
        else:
            _say(children(node), said)


def _placed(content: list[Inline]) -> list[Piece]:
    said: list[tuple[str, Node]] = []
    _say(content, said)
    placed, at = [], 0
    for letters, node in said:
        if letters:
            placed.append(Piece(at, letters, node))
            at += len(letters)
    return placed


def _are_joined(piece: Piece, other: Piece) -> bool:
    """True where nothing stands between two pieces but blanks, and the signs that begin a line of a quotation."""
    one, two = piece.node.span, other.node.span
    return not one.source.text[one.end : two.start].strip(" \t\r\n>")
