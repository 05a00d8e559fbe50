"""The tree: every Block and Inline of a note, each with the exact place it was read from.

A leaf of text is one run of the map from visible characters to the file: its `kind` says how they relate.
A LITERAL leaf stands in the file letter by letter; an ESCAPE, ENTITY, TAB or REPLACED leaf is an atom: its whole span
stands for all of its characters. Joining the leaves of a block gives what a reader sees, so the map needs no
table of its own. Delimiters of emphasis, links and code are what `span` has and `inner` has not.

Nodes compare and hash by identity: a Document keys what it generates (numbers, labels, anchors) by node.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from docgen.source import Span


class TextKind(IntEnum):
    """How the characters of a leaf relate to its span."""

    LITERAL = 0
    ESCAPE = 1
    ENTITY = 2
    TAB = 3
    ATOM = 4


@dataclass(slots=True, eq=False)
class Node:
    """Anything with a place."""

    span: Span


class Inline(Node):
    """What stands inside a paragraph."""

    __slots__ = ()


class Block(Node):
    """What stands on lines of its own."""

    __slots__ = ()


@dataclass(slots=True, eq=False)
class Text(Inline):
    """Characters as a reader sees them."""

    text: str
    kind: TextKind = TextKind.LITERAL


@dataclass(slots=True, eq=False)
class SoftBreak(Inline):
    """A line end inside a paragraph; a reader sees a space."""


@dataclass(slots=True, eq=False)
class HardBreak(Inline):
    """A line end that a reader sees."""


@dataclass(slots=True, eq=False)
class Marked(Inline):
    """Inlines between two delimiters; `inner` is the place between them."""

    inner: Span
    content: list[Inline]


class Emphasis(Marked):
    """`*text*`."""

    __slots__ = ()


class Strong(Marked):
    """`**text**`."""

    __slots__ = ()


class Strikethrough(Marked):
    """`~~text~~`."""

    __slots__ = ()


class Subscript(Marked):
    """`<sub>text</sub>`."""

    __slots__ = ()


class Superscript(Marked):
    """`<sup>text</sup>`."""

    __slots__ = ()


class Code(Marked):
    """`` `text` ``: the content is text and soft breaks."""

    __slots__ = ()


@dataclass(slots=True, eq=False)
class Link(Marked):
    """`[text](target "title")`, a reference link or an autolink; `target` as CommonMark normalises it."""

    target: str
    title: str = ""


@dataclass(slots=True, eq=False)
class Attributes:
    """`{#id .class key=value}`; `span` covers the braces."""

    span: Span
    id: str | None = None
    classes: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True, eq=False)
class Image(Inline):
    """`![alt](target "title")`; `alt` is the plain text of the description."""

    alt: str
    target: str
    title: str = ""
    attributes: Attributes | None = None


@dataclass(slots=True, eq=False)
class FootnoteMark(Inline):
    """`[^label]` in the text."""

    label: str


@dataclass(slots=True, eq=False)
class Reference(Inline):
    """`[@id]`: a cross-reference by identity."""

    id: str


@dataclass(slots=True, eq=False)
class AttributeText(Inline):
    """`{#id}` as read, until the block builder has given it to its block; nothing else keeps one."""

    attributes: Attributes


@dataclass(slots=True, eq=False)
class RawInline(Inline):
    """Raw HTML inside a paragraph; a comment is never exported, other tags are kept as text."""

    text: str


@dataclass(slots=True, eq=False)
class Generated(Inline):
    """Text that does not stand in the note: a label, an agency's name. The span is what it was made from."""

    text: str
    strong: bool = False


@dataclass(slots=True, eq=False)
class Change(Inline):
    """Text that a later edition adds or takes away; `when` is an ISO date and time."""

    content: list[Inline]
    who: str
    when: str


class Inserted(Change):
    """Words that the newer text has and the older has not."""

    __slots__ = ()


class Deleted(Change):
    """Words that the older text has and the newer has not."""

    __slots__ = ()


@dataclass(slots=True, eq=False)
class CommentMark(Inline):
    """The place where a reviewer's comment begins or ends."""

    comment: str
    opening: bool


@dataclass(slots=True, eq=False)
class Paragraph(Block):
    """A paragraph of text."""

    content: list[Inline]
    attributes: Attributes | None = None


@dataclass(slots=True, eq=False)
class Heading(Block):
    """A heading as written: level 1 to 6."""

    level: int
    content: list[Inline]
    attributes: Attributes | None = None


@dataclass(slots=True, eq=False)
class Quote(Block):
    """A block quotation."""

    blocks: list[Block]


@dataclass(slots=True, eq=False)
class ListItem(Block):
    """One item; `checked` is None unless it is a task."""

    blocks: list[Block]
    checked: bool | None = None


@dataclass(slots=True, eq=False)
class List(Block):
    """A list; `start` is None for bullets. Tight lists have no blank lines between their items."""

    items: list[ListItem]
    start: int | None
    tight: bool


@dataclass(slots=True, eq=False)
class CodeBlock(Block):
    """Lines of code: text leaves with a hard break between lines."""

    content: list[Inline]
    language: str = ""


@dataclass(slots=True, eq=False)
class Cell(Block):
    """One cell of a table."""

    content: list[Inline]


@dataclass(slots=True, eq=False)
class Row(Block):
    """One row of a table."""

    cells: list[Cell]


@dataclass(slots=True, eq=False)
class Table(Block):
    """A table; `align` has `left`, `center`, `right` or an empty string a column; rows are as wide as the header."""

    align: list[str]
    header: Row
    rows: list[Row]
    caption: Paragraph | None = None


@dataclass(slots=True, eq=False)
class Figure(Block):
    """A picture alone in its paragraph; the caption is the title of the image."""

    image: Image
    caption: list[Inline] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Definition(Block):
    """A term and what it means."""

    term: Paragraph
    meanings: list[list[Block]]


@dataclass(slots=True, eq=False)
class DefinitionList(Block):
    """Terms with their meanings."""

    entries: list[Definition]


@dataclass(slots=True, eq=False)
class Container(Block):
    """`::: name` up to `:::`."""

    name: str
    blocks: list[Block]


@dataclass(slots=True, eq=False)
class Footnote(Block):
    """`[^label]: text`; it stands where it was written, and is printed where its mark stands."""

    label: str
    blocks: list[Block]


@dataclass(slots=True, eq=False)
class Rule(Block):
    """A thematic break."""


@dataclass(slots=True, eq=False)
class RawBlock(Block):
    """Raw HTML on lines of its own; `text` is what of it is kept, empty for a comment."""

    content: list[Inline]
