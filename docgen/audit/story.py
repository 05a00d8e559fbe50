"""What a reader of a Word file meets: its stories (the body, notes, headers and footers), their paragraphs, runs, tables and objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.record import Record, fresh
from docgen.word.wordml import tag

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

BODY, HEADER, FOOTER, FOOTNOTE, ENDNOTE = "body", "header", "footer", "footnote", "endnote"

LONGEST = 60
# Signs of a symbol font stand at places of Unicode that mean nothing elsewhere.
SIGNS = dict.fromkeys(range(0xF000, 0xF100), "•")


def one_line(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split()).translate(SIGNS)


def shown(text: str) -> str:
    """A text as a message repeats it: on one line, and not at length."""
    said = one_line(text)
    return said if len(said) <= LONGEST else said[: LONGEST - 1].rstrip() + "…"


class Link(Record):
    """A link: the address or the place it leads to, what is read of it, and where it stands."""

    target: str
    paragraph: Paragraph
    inside: bool = False
    text: str = ""
    picture: bool = False


class Run(Record):
    """Text of one look. `field` is the field whose result it is, in capitals; `hint` is true for a form's words of what to write there."""

    properties: Element | None
    text: str = ""
    link: Link | None = None
    field: str = ""
    hint: bool = False


class Table(Record):
    """A table: its rows of cells, the first paragraph in it, and the cell that it stands in, if any."""

    element: Element
    outer: Cell | None = None
    rows: list[list[Cell]] = fresh(factory=list)
    paragraph: Paragraph | None = None


class Cell(Record):
    """A cell, its 0-based row, and the column of the grid at which it begins; `span` is how many columns it takes."""

    element: Element
    table: Table
    row: int
    column: int
    span: int = 1
    paragraphs: list[Paragraph] = fresh(factory=list)


class Shape(Record):
    """A picture, a chart, a text box: `floats` where text flows around it, `holds_text` where words stand in it."""

    element: Element
    paragraph: Paragraph
    drawn: bool
    floats: bool
    holds_text: bool = False

    @property
    def named(self) -> Element | None:
        """Where a drawing says what it is called and what it shows."""
        found: Element | None = self.element.find(tag("wp:docPr"))
        return found

    @property
    def is_decorative(self) -> bool:
        """True where it is marked as saying nothing, is hidden, or is nothing but a line across the page."""
        if not self.drawn:
            return self.element.get(tag("o:hr"), "") in ("t", "true")
        named = self.named
        marks = [] if named is None else named.iter(tag("adec:decorative"))
        return any(mark.get("val", "1") in ("1", "true") for mark in marks) or (named is not None and named.get("hidden") in ("1", "true"))


class Paragraph(Record):
    """A paragraph: its number in the whole file from 1, the id of its style, its level where it is a heading, and the heading above it."""

    number: int
    story: Story
    element: Element
    properties: Element | None = None
    style: str = ""
    runs: list[Run] = fresh(factory=list)
    cell: Cell | None = None
    boxed: bool = False
    shapes: list[Shape] = fresh(factory=list)
    bookmarks: list[str] = fresh(factory=list)
    breaks: bool = False
    level: int | None = None
    under: str = ""

    @property
    def text(self) -> str:
        """What is read."""
        return "".join(run.text for run in self.runs)

    @property
    def is_empty(self) -> bool:
        """True where there is nothing to be read, to be seen or to be followed."""
        return not (self.shapes or self.breaks or self.text.strip())


class Story(Record):
    """A text of its own: BODY, a header, one footnote. `label` is what it is called."""

    kind: str
    label: str = ""
    paragraphs: list[Paragraph] = fresh(factory=list)
    tables: list[Table] = fresh(factory=list)
    shapes: list[Shape] = fresh(factory=list)
    links: list[Link] = fresh(factory=list)
