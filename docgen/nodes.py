"""The tree: every Block and Inline of a note, each with the exact place it was read from.

A leaf of text is one run of the map from visible characters to the file: its `kind` says how they relate.
A LITERAL leaf stands in the file letter by letter; an ESCAPE, ENTITY, TAB or REPLACED leaf is an atom: its whole span
stands for all of its characters. Joining the leaves of a block gives what a reader sees, so the map needs no
table of its own. Delimiters of emphasis, links and code are what `span` has and `inner` has not.

Nodes compare and hash by identity: a Document keys what it generates (numbers, labels, anchors) by node.
"""

from __future__ import annotations

from enum import IntEnum

from docgen.record import Record, fresh
from docgen.source import Span


class TextKind(IntEnum):
    """How the characters of a leaf relate to its span."""

    LITERAL = 0
    ESCAPE = 1
    ENTITY = 2
    TAB = 3
    ATOM = 4


class Node(Record):
    """Anything with a place."""

    span: Span

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.span.text!r})"


class Inline(Node):
    """What stands inside a paragraph."""


class Block(Node):
    """What stands on lines of its own."""


class Text(Inline):
    """Characters as a reader sees them."""

    text: str
    kind: TextKind = TextKind.LITERAL


class SoftBreak(Inline):
    """A line end inside a paragraph; a reader sees a space."""


class HardBreak(Inline):
    """A line end that a reader sees."""


class Marked(Inline):
    """Inlines between two delimiters; `inner` is the place between them."""

    inner: Span
    content: list[Inline]


class Emphasis(Marked):
    """`*text*`."""


class Strong(Marked):
    """`**text**`."""


class Strikethrough(Marked):
    """`~~text~~`."""


class Subscript(Marked):
    """`<sub>text</sub>`."""


class Superscript(Marked):
    """`<sup>text</sup>`."""


class Code(Marked):
    """`` `text` ``: the content is text and soft breaks."""


class Link(Marked):
    """`[text](target "title")`, a reference link or an autolink; `target` as CommonMark normalises it."""

    target: str
    title: str = ""


class Attributes(Record):
    """`{#id .class key=value}`; `span` covers the braces."""

    span: Span
    id: str | None = None
    classes: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()


class Image(Inline):
    """`![alt](target "title")`; `alt` is the plain text of the description."""

    alt: str
    target: str
    title: str = ""
    attributes: Attributes | None = None


class FootnoteMark(Inline):
    """`[^label]` in the text."""

    label: str


class Reference(Inline):
    """`[@id]`: a cross-reference by identity."""

    id: str


class AttributeText(Inline):
    """`{#id}` as read, until the block builder has given it to its block; nothing else keeps one."""

    attributes: Attributes


class RawInline(Inline):
    """Raw HTML inside a paragraph; a comment is never exported, other tags are kept as text."""

    text: str


class Generated(Inline):
    """Text that does not stand in the note: a label, an agency's name. The span is what it was made from."""

    text: str
    strong: bool = False


class Change(Inline):
    """Text that a later edition adds or takes away; `when` is an ISO date and time."""

    content: list[Inline]
    who: str
    when: str


class Inserted(Change):
    """Words that the newer text has and the older has not."""


class Deleted(Change):
    """Words that the older text has and the newer has not."""


class CommentMark(Inline):
    """The place where a reviewer's comment begins or ends."""

    comment: str
    opening: bool


class Paragraph(Block):
    """A paragraph of text."""

    content: list[Inline]
    attributes: Attributes | None = None


class Heading(Block):
    """A heading as written: level 1 to 6."""

    level: int
    content: list[Inline]
    attributes: Attributes | None = None


class Quote(Block):
    """A block quotation."""

    blocks: list[Block]


class ListItem(Block):
    """One item; `checked` is None unless it is a task."""

    blocks: list[Block]
    checked: bool | None = None


class List(Block):
    """A list; `start` is None for bullets. Tight lists have no blank lines between their items."""

    items: list[ListItem]
    start: int | None
    tight: bool


class CodeBlock(Block):
    """Lines of code: text leaves with a hard break between lines."""

    content: list[Inline]
    language: str = ""

    @property
    def is_fenced(self) -> bool:
        """True where lines of ``` or ~~~ stand around it, and it is not merely indented."""
        return self.span.text.lstrip("> \t").startswith(("```", "~~~"))


class Cell(Block):
    """One cell of a table."""

    content: list[Inline]


class Row(Block):
    """One row of a table."""

    cells: list[Cell]


class Table(Block):
    """A table; `align` has `left`, `center`, `right` or an empty string a column; rows are as wide as the header."""

    align: list[str]
    header: Row
    rows: list[Row]
    caption: Paragraph | None = None


class Figure(Block):
    """A picture alone in its paragraph, but for comments; the caption is the title of the image."""

    image: Image
    caption: list[Inline] = fresh(factory=list)
    comments: list[Inline] = fresh(factory=list)


class Definition(Block):
    """A term and what it means."""

    term: Paragraph
    meanings: list[list[Block]]


class DefinitionList(Block):
    """Terms with their meanings."""

    entries: list[Definition]


# Containers that are boxes, which everybody may read; any other may be an audience.
BOXES = ("note", "warning", "case-study", "quote")


class Container(Block):
    """`::: name` up to `:::`."""

    name: str
    blocks: list[Block]


class Footnote(Block):
    """`[^label]: text`; it stands where it was written, and is printed where its mark stands."""

    label: str
    blocks: list[Block]


class ThematicBreak(Block):
    """A thematic break."""


class RawBlock(Block):
    """Raw HTML on lines of its own; `text` is what of it is kept, empty for a comment."""

    content: list[Inline]
