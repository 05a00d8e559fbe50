"""What parsing gives: notes with their items, the settings of the assessment, and the Library that holds all of it.

A bad note is still a Note, with diagnostics. Values that a rule may have to point at are Located.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from types import MappingProxyType

from docgen.assessment import Assessment, Framework, Grade, Located, Section
from docgen.diagnostics import Diagnostic
from docgen.nodes import BOXES, Block, Container, Figure, Footnote, Heading, Image, Inline, Node, Paragraph, RawBlock, Table
from docgen.picture import Picture
from docgen.record import Record, fresh
from docgen.source import Source, Span
from docgen.theme import Theme


class PartKind(Enum):
    """What a heading opens; the values are the printed headings, in the order in which they are printed."""

    NARRATIVE = ""
    STRENGTHS = "Strengths"
    DEVELOPMENT = "Areas for development"
    RECOMMENDATIONS = "Recommendations"


# The headings that open a part, in small letters.
PART_TITLES: Mapping[str, PartKind] = MappingProxyType(
    {
        "strengths": PartKind.STRENGTHS,
        "good practice": PartKind.STRENGTHS,
        "areas for development": PartKind.DEVELOPMENT,
        "areas for improvement": PartKind.DEVELOPMENT,
        "weaknesses": PartKind.DEVELOPMENT,
        "priority actions": PartKind.DEVELOPMENT,
        "recommendations": PartKind.RECOMMENDATIONS,
        "strength": PartKind.STRENGTHS,
        "area for development": PartKind.DEVELOPMENT,
        "area for improvement": PartKind.DEVELOPMENT,
        "weakness": PartKind.DEVELOPMENT,
        "recommendation": PartKind.RECOMMENDATIONS,
    }
)


class Field(Node):
    """One line under an item: `Lead: council`.

    `content` is the value as inlines. `values` are its parts as the contract types them: keys of agencies, a level, an
    ISO date or a phrase, identities of findings.
    """

    name: str
    content: list[Inline]
    values: tuple[Located[str], ...] = ()

    def children(self) -> list[Inline]:
        """The value."""
        return self.content


class Item(Block):
    """A finding or a recommendation: its paragraph, its fields, and whatever else was written under it."""

    kind: PartKind
    paragraph: Paragraph
    id: Located[str] | None
    fields: list[Field]
    blocks: list[Block]
    high_priority: bool = False

    def children(self) -> Iterator[Node]:
        """The paragraph, the fields and the blocks below them, as they are printed."""
        yield self.paragraph
        yield from self.fields
        yield from self.blocks

    def all(self, name: str) -> list[Field]:
        """Every field of one name, in the order written."""
        return [entry for entry in self.fields if entry.name == name]

    def first(self, name: str) -> Field | None:
        """The first field of one name."""
        return next((entry for entry in self.fields if entry.name == name), None)

    def value(self, name: str) -> str | None:
        """The first typed value of a field."""
        found = self.first(name)
        return found.values[0].value if found and found.values else None


class Finding(Item):
    """A strength or an area for development."""


class Recommendation(Item):
    """What one agency undertakes to do."""


class Part(Record):
    """A run of blocks of one kind; the heading that opened it stands apart."""

    kind: PartKind
    heading: Heading | None
    blocks: list[Block]


class Note(Record):
    """One file of `content/`; `body` is the offset at which its text begins, behind the front matter."""

    source: Source
    id: Located[str]
    title: Located[str]
    body: int = 0
    section: Located[str] | None = None
    order: float | None = None
    workshop_date: datetime.date | None = None
    workshop_place: Span | None = None
    workshop_name: str | None = None
    agencies: list[Located[str]] = fresh(factory=list)
    contributors: list[str] = fresh(factory=list)
    status: str = "draft"
    audience: Located[str] | None = None
    grade: Grade | None = None
    parts: list[Part] = fresh(factory=list)
    problems: list[Diagnostic] = fresh(factory=list)

    @property
    def path(self) -> str:
        """The file, relative to the workspace."""
        return self.source.path

    @property
    def blocks(self) -> Iterator[Block]:
        """Everything written in the body, in order, part headings included."""
        for part in self.parts:
            if part.heading:
                yield part.heading
            yield from part.blocks


class Library(Record):
    """All notes and settings of a workspace; what check and assemble read.

    `pictures` has, for each image of the notes, the picture or the reason why there is none. `census` has every node of
    the notes but plain text, by its kind, so that nobody else need walk through all of them. `words` reads a list of words that
    comes with docgen, by its name. `has_template` is true where a template of the organisation's will say how headings are numbered, which
    is known when something is built.
    """

    assessment: Assessment
    notes: list[Note]
    framework: Framework | None
    theme: Theme
    words: Callable[[str], str]
    pictures: dict[Image, Picture | str] = fresh(factory=dict)
    logo: tuple[Image, Picture | str] | None = None
    census: dict[type[Node], list[tuple[Note, Node]]] = fresh(factory=dict)
    problems: list[Diagnostic] = fresh(factory=list)
    has_template: bool = False

    def by_section(self) -> dict[str, list[Note]]:
        """The notes of each section in reading order: by order, then workshop date, then path; none comes last."""
        placed: dict[str, list[Note]] = {}
        for note in sorted(self.notes, key=reading_key):
            if note.section and note.status != "withdrawn":
                placed.setdefault(note.section.value, []).append(note)
        return placed

    def reading_order(self) -> Iterator[tuple[Section, Note]]:
        """Every note that has its place in the document, as it is read."""
        placed = self.by_section()
        for section in self.assessment.all_sections():
            for note in placed.get(section.id.value, ()):
                yield section, note


def headings_of(blocks: list[Block], boxes: bool = False) -> Iterator[Heading]:
    """The headings that structure a note, with `boxes` those in boxes too: these, and those in quotes, lists and items, only look like one."""
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Container) and (boxes or block.name not in BOXES):
            yield from headings_of(block.blocks, boxes)


def is_printed(block: Block) -> bool:
    """True for a block that a reader sees where it stands: no footnote, no comment, no container with nothing else in it."""
    if isinstance(block, RawBlock):
        return bool(block.content)
    if isinstance(block, Container):
        return any(is_printed(inner) for inner in block.blocks)
    return not isinstance(block, Footnote)


def bare_headings(blocks: list[Block]) -> list[Heading]:
    """The headings with nothing below them before one of their own level or a higher one; last first."""
    found: list[Heading] = []
    below = 0
    for block in reversed(blocks):
        if not isinstance(block, Heading):
            below = 99 if is_printed(block) else below
        elif below <= block.level:
            found.append(block)
        else:
            below = block.level
    return found


def items_of(blocks: list[Block]) -> Iterator[Item]:
    """The items among blocks, those inside containers included."""
    for block in blocks:
        if isinstance(block, Item):
            yield block
        elif isinstance(block, Container):
            yield from items_of(block.blocks)


def identity_of(node: Node) -> Located[str] | None:
    """The identity that an author gave an item, a heading, a picture or a table."""
    if isinstance(node, Item):
        return node.id
    if isinstance(node, Table):
        attributes = node.caption.attributes if node.caption else None
    elif isinstance(node, Figure):
        attributes = node.image.attributes
    else:
        attributes = node.attributes if isinstance(node, Heading) else None
    return Located(attributes.id, attributes.span) if attributes and attributes.id else None


def reading_key(note: Note) -> tuple[bool, float, bool, datetime.date, str]:
    """Where a note stands among those of its section."""
    return (
        note.order is None,
        note.order or 0,
        note.workshop_date is None,
        note.workshop_date or datetime.date.min,
        note.path,
    )
