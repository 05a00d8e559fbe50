"""What the file must say: each block's text in the order in which it is printed, fields left out, with its number.

Written apart from the writer on purpose; it knows the Document and no WordprocessingML.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple, cast

from docgen import nodes, note
from docgen.document import Contents, Document, Field, Grid, Kind, Styled
from docgen.nodes import Block, Inline, Node
from docgen.source import Span
from docgen.walk import find


class Expected(NamedTuple):
    """A paragraph that must be there; `number` empty where it must have none, None where none is asked for; `key` where its block has one."""

    text: str
    number: str | None
    span: Span
    key: str | None = None
    notes: tuple[nodes.Footnote, ...] = ()

    @property
    def where(self) -> str:
        """The file and line that it comes from."""
        source = self.span.source
        return f"{source.path}:{source.position(self.span.start)[0]}"


def expected(doc: Document, without_cover: bool = False) -> Iterator[Expected]:
    """Every paragraph of the body that has text of its own, but for the contents, in order; in `notes` the footnotes that it has marks of."""
    for sheet in doc.pages:
        if not (without_cover and sheet.name == "cover"):
            yield from _blocks(doc, sheet.blocks)


def footnotes(doc: Document, body: list[Expected]) -> Iterator[Expected]:
    """Every paragraph of the footnotes that have a mark in the body, in the order of their first marks."""
    for footnote in dict.fromkeys(found for entry in body for found in entry.notes):
        yield from _blocks(doc, footnote.blocks)


def _blocks(doc: Document, blocks: list[Block]) -> Iterator[Expected]:
    for block in blocks:
        yield from READERS[type(block)](doc, block)


def _text(doc: Document, block: Block) -> Iterator[Expected]:
    yield _entry(doc, block, cast(nodes.Paragraph, block).content, doc.leads.get(block, ""))


def _raw(doc: Document, block: Block) -> Iterator[Expected]:
    if cast(nodes.RawBlock, block).content:
        yield from _text(doc, block)


def _nothing(_: Document, __: Block) -> Iterator[Expected]:
    return iter(())


def _figure(doc: Document, block: Block) -> Iterator[Expected]:
    figure = cast(nodes.Figure, block)
    if figure.image not in doc.pictures:
        yield _entry(doc, figure.image, [figure.image])
    if figure.caption:
        yield _entry(doc, figure, figure.caption, "Figure : " if figure in doc.labels else "")


def _list(doc: Document, block: Block) -> Iterator[Expected]:
    return (found for item in cast(nodes.List, block).items for found in _list_item(doc, item))


def _definitions(doc: Document, block: Block) -> Iterator[Expected]:
    for entry in cast(nodes.DefinitionList, block).entries:
        yield from _text(doc, entry.term)
        for meaning in entry.meanings:
            yield from _blocks(doc, meaning)


def _quote(doc: Document, block: Block) -> Iterator[Expected]:
    return _blocks(doc, cast(nodes.Quote, block).blocks)


def _container(doc: Document, block: Block) -> Iterator[Expected]:
    if block in doc.leads:
        yield _entry(doc, block, [], doc.leads[block])
    yield from _blocks(doc, cast(nodes.Container, block).blocks)


WITH_TEXT = frozenset((nodes.Text, nodes.Generated, nodes.RawInline))
NUMBERED = (Kind.HEADING, Kind.FRONT, Kind.BOXED, Kind.RECOMMENDATION)  # or must have none
WITHOUT_MARKS = frozenset((nodes.Text, nodes.SoftBreak, nodes.HardBreak, nodes.Generated, nodes.Reference, nodes.Code))


def _entry(doc: Document, block: Node, content: list[Inline], before: str = "") -> Expected:
    label = doc.labels.get(block)
    number = label.number or "" if label and label.kind in NUMBERED else None
    return Expected(before + said(doc, content), number, block.span, doc.keys.get(block), _notes(doc, content))


def _notes(doc: Document, content: list[Inline]) -> tuple[nodes.Footnote, ...]:
    """The footnotes that a paragraph has marks of."""
    if not doc.footnotes or all(type(node) in WITHOUT_MARKS for node in content):
        return ()
    return tuple(doc.footnotes[mark] for mark in find(content, nodes.FootnoteMark) if mark in doc.footnotes)


def _item(doc: Document, block: Block) -> Iterator[Expected]:
    item = cast(note.Item, block)
    yield _entry(doc, item, item.paragraph.content)
    if item in doc.details:
        yield _entry(doc, item.paragraph, doc.details[item])
    yield from _blocks(doc, item.blocks)


def _table(doc: Document, block: Block) -> Iterator[Expected]:
    table = cast(nodes.Table, block)
    if table.caption:
        yield _entry(doc, table.caption, table.caption.content, "Table : " if table in doc.labels else "")
    for row in (table.header, *table.rows):
        yield from (_entry(doc, cell, cell.content) for cell in row.cells)


def _list_item(doc: Document, item: nodes.ListItem) -> Iterator[Expected]:
    box = "" if item.checked is None else "☑ " if item.checked else "☐ "
    first = item.blocks[0] if item.blocks else None
    if isinstance(first, (nodes.Paragraph, nodes.Heading)) and first not in doc.labels:
        yield _entry(doc, first, first.content, box)
        yield from _blocks(doc, item.blocks[1:])
    else:
        yield _entry(doc, item, [], box)
        yield from _blocks(doc, item.blocks)


def said(doc: Document, content: list[Inline]) -> str:
    """The text of a paragraph without its fields and its footnotes' marks."""
    if len(content) == 1 and type(content[0]) is nodes.Text:
        return content[0].text
    return "".join(_said(doc, node) for node in content)


def _said(doc: Document, node: Inline) -> str:
    if type(node) in WITH_TEXT:
        return cast(nodes.Text, node).text
    if isinstance(node, nodes.SoftBreak):
        return " "
    if isinstance(node, nodes.HardBreak):
        return "\n"
    if isinstance(node, nodes.Reference):
        return "".join(piece.text for piece in doc.references.get(node, ()) if piece.field in (Field.PLAIN, Field.LINK))
    if isinstance(node, nodes.Image):
        return "" if node in doc.pictures else f"[{node.alt}]"
    if isinstance(node, nodes.FootnoteMark):
        return "" if node in doc.footnotes or node in doc.silent else f"[^{node.label}]"
    inside = getattr(node, "content", None)
    return said(doc, inside) if inside else ""


# Every kind of block has an entry, so that a new one fails here instead of going unread.
READERS: Mapping[type[Node], Callable[[Document, Block], Iterator[Expected]]] = MappingProxyType(
    {
        nodes.Paragraph: _text,
        nodes.Heading: _text,
        nodes.Quote: _quote,
        nodes.List: _list,
        nodes.CodeBlock: _text,
        nodes.Figure: _figure,
        nodes.Table: _table,
        nodes.DefinitionList: _definitions,
        nodes.Container: _container,
        nodes.ThematicBreak: _nothing,
        nodes.RawBlock: _raw,
        nodes.Footnote: _nothing,
        note.Finding: _item,
        note.Recommendation: _item,
        Styled: _text,
        Grid: _table,
        Contents: _nothing,
    }
)
