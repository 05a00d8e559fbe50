"""Document: what is printed. Everything that docgen generates is kept here, beside the author's own nodes.

The nodes of the notes are not changed by assembling: numbers, labels, resolved references and keys are looked up by
node. `pages` hold the blocks in the order in which they are printed, those of the notes and generated ones alike. A mark in
`silent` prints nothing, because its footnote is withheld. `leads` has the word that opens a container: by its first
paragraph, or by the container itself where it opens with anything else. `page_of` has what the page of each heading shows, once a layout
program has told it; it is empty where the contents show none.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from docgen.assessment import Marking
from docgen.nodes import Block, Footnote, FootnoteMark, Image, Inline, Link, Node, Paragraph, Reference, Table
from docgen.note import Item, Recommendation
from docgen.picture import Picture
from docgen.record import Record, fresh


class Kind(Enum):
    """What a label is the label of; the value is the word that a reference puts before the number."""

    HEADING = "section "
    FRONT = ""
    BOXED = "box "
    RECOMMENDATION = "recommendation"
    FINDING = "finding"
    FIGURE = "Figure "
    TABLE = "Table "


class Label(Record):
    """What a block is called: its number as printed (None without one), its printed level, its title, its bare count.

    `above` is the heading whose number must be said as well, where a heading's own number leaves it out: the I before A.
    """

    kind: Kind
    number: str | None = None
    level: int = 0
    title: str = ""
    count: int = 0
    above: Node | None = None

    @property
    def referred(self) -> str:
        """The number as a reference shows it: Word leaves out full stops at its end (17.16.5.46)."""
        return (self.number or "").rstrip(".")


class Field(Enum):
    """How a piece of a reference is kept right by Word."""

    PLAIN = 0
    LINK = 1
    NUMBER = 2
    LABEL = 3


class Piece(NamedTuple):
    """A part of what a reference prints; `target` is the block it leads to."""

    text: str
    field: Field = Field.PLAIN
    target: Node | None = None


class Styled(Paragraph):
    """A generated paragraph in a style of its own."""

    style: str = "BodyText"


class Grid(Table):
    """A generated table: relative widths of its columns and what it is called for a screen reader."""

    title: str = ""
    widths: tuple[int, ...] = ()


class Contents(Block):
    """The list of contents."""

    levels: int = 3

    def children(self) -> tuple[Node, ...]:
        """None: its entries are the headings."""
        return ()


class Sheet(Record):
    """Blocks on pages of one kind: the cover, upright pages or turned ones."""

    name: str
    blocks: list[Block]
    landscape: bool = False

    @property
    def kind(self) -> str:
        """What kind of pages it is printed on."""
        return "cover" if self.name == "cover" else "turned" if self.landscape else "upright"


class Identity(Record):
    """Which build a file is: the edition and audience, the commit or `uncommitted`, and a hash of all inputs."""

    edition: str
    audience: str
    commit: str
    inputs: str

    @property
    def short(self) -> str:
        """Seven characters for a footer: of the commit where there is one, else of the inputs."""
        return (self.inputs if self.commit == "uncommitted" else self.commit)[:7]

    @property
    def text(self) -> str:
        """All of it on one line, for a property of the file."""
        return f"edition={self.edition}; audience={self.audience}; commit={self.commit}; inputs={self.inputs}"


def read_identity(text: str) -> Identity | None:
    """The identity that `Identity.text` wrote; None for any other text."""
    said = dict(part.split("=", 1) for part in text.split("; ") if "=" in part)
    fields = [said.get(name) for name in Identity.__fields__]
    return Identity(*(value or "" for value in fields)) if all(fields) else None


class Entry(Record):
    """One recommendation of the register, as shown to the world."""

    id: str | None
    number: str
    edition: str
    section: str
    text: str
    lead: str | None
    support: list[str]
    owner: str | None
    due: str | None
    timescale: str | None
    priority: str | None
    measure: str | None
    status: str | None
    path: str
    line: int


class Document(Record):
    """Everything that a writer needs, in the order in which it is printed."""

    title: str
    subtitle: str | None
    partnership: str
    edition: str
    date: datetime.date
    language: str
    final: bool
    marking: Marking | None
    identity: Identity
    version: str | None = None
    pages: list[Sheet] = fresh(factory=list)
    labels: dict[Node, Label] = fresh(factory=dict)
    keys: dict[Node, str] = fresh(factory=dict)
    details: dict[Item, list[Inline]] = fresh(factory=dict)
    references: dict[Reference, tuple[Piece, ...]] = fresh(factory=dict)
    links: dict[Link, Node | str | None] = fresh(factory=dict)
    footnotes: dict[FootnoteMark, Footnote] = fresh(factory=dict)
    silent: set[FootnoteMark] = fresh(factory=set)
    leads: dict[Block, str] = fresh(factory=dict)
    numbers: Mapping[Recommendation, int] = fresh(factory=dict)
    register: list[Entry] = fresh(factory=list)
    pictures: dict[Image, Picture] = fresh(factory=dict)
    page_of: dict[Node, str] = fresh(factory=dict)

    @property
    def status(self) -> str:
        """What the cover and the header say."""
        return "Final" if self.final else "Draft"
