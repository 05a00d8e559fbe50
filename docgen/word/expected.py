"""What the file must say: each block's text in the order in which it is printed, fields left out, with its number.

Written apart from the writer on purpose; it knows the Document and no WordprocessingML.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, cast

from docgen import nodes, note
from docgen.document import Document, Field, Kind
from docgen.nodes import Block, Inline, Node


class Expected(NamedTuple):
    """A paragraph that must be there; `number` None where none is expected or none asked for; `key` where its block has one."""

    text: str
    number: str | None
    where: str
    key: str | None = None


def expected(doc: Document) -> Iterator[Expected]:
    """Every paragraph of the body that has text of its own, but for the contents, in order."""
    for sheet in doc.pages:
        yield from _blocks(doc, sheet.blocks)


def footnotes(doc: Document) -> Iterator[Expected]:
    """Every paragraph of the footnotes that have a mark."""
    for footnote in dict.fromkeys(doc.footnotes.values()):
        yield from _blocks(doc, footnote.blocks)


def _blocks(doc: Document, blocks: list[Block]) -> Iterator[Expected]:
    for block in blocks:
        yield from _block(doc, block)


def _block(doc: Document, block: Block) -> Iterator[Expected]:
    reader = next((reader for kind, reader in READERS if isinstance(block, kind)), None)
    return reader(doc, block) if reader else iter(())


def _text(doc: Document, block: Block) -> Iterator[Expected]:
    content = cast(nodes.Paragraph, block).content
    if content or not isinstance(block, nodes.RawBlock):
        yield _entry(doc, block, content)


def _figure(doc: Document, block: Block) -> Iterator[Expected]:
    figure = cast(nodes.Figure, block)
    if figure.caption:
        yield _entry(doc, figure, figure.caption, "Figure : ")


def _list(doc: Document, block: Block) -> Iterator[Expected]:
    return (found for item in cast(nodes.List, block).items for found in _list_item(doc, item))


def _definitions(doc: Document, block: Block) -> Iterator[Expected]:
    for entry in cast(nodes.DefinitionList, block).entries:
        yield from _text(doc, entry.term)
        for meaning in entry.meanings:
            yield from _blocks(doc, meaning)


def _inside(doc: Document, block: Block) -> Iterator[Expected]:
    return _blocks(doc, cast(nodes.Quote, block).blocks)


def _entry(doc: Document, block: Node, content: list[Inline], before: str = "") -> Expected:
    label = doc.labels.get(block)
    number = label.number if label and label.kind in (Kind.HEADING, Kind.RECOMMENDATION) else None
    source = block.span.source
    return Expected(before + said(doc, content), number, f"{source.path}:{source.position(block.span.start)[0]}", doc.keys.get(block))


def _item(doc: Document, block: Block) -> Iterator[Expected]:
    item = cast(note.Item, block)
    yield _entry(doc, item, item.paragraph.content)
    if item in doc.details:
        yield _entry(doc, item.paragraph, doc.details[item])
    yield from _blocks(doc, item.blocks)


def _table(doc: Document, block: Block) -> Iterator[Expected]:
    table = cast(nodes.Table, block)
    if table.caption:
        yield _entry(doc, table.caption, table.caption.content, "Table : ")
    for row in (table.header, *table.rows):
        yield from (_entry(doc, cell, cell.content) for cell in row.cells)


def _list_item(doc: Document, item: nodes.ListItem) -> Iterator[Expected]:
    box = "" if item.checked is None else "☑ " if item.checked else "☐ "
    first = item.blocks[0] if item.blocks else None
    if isinstance(first, nodes.Paragraph):
        yield _entry(doc, first, first.content, box)
        yield from _blocks(doc, item.blocks[1:])
    else:
        yield from _blocks(doc, item.blocks)


def said(doc: Document, content: list[Inline]) -> str:
    """The text of a paragraph without its fields and its footnotes' marks."""
    return "".join(_said(doc, node) for node in content)


def _said(doc: Document, node: Inline) -> str:
    if isinstance(node, (nodes.Text, nodes.Generated, nodes.RawInline)):
        return node.text
    if isinstance(node, nodes.SoftBreak):
        return " "
    if isinstance(node, nodes.HardBreak):
        return "\n"
    if isinstance(node, nodes.Reference):
        return "".join(piece.text for piece in doc.references.get(node, ()) if piece.field in (Field.PLAIN, Field.LINK))
    if isinstance(node, nodes.Image):
        return "" if node in doc.pictures else f"[{node.alt}]"
    if isinstance(node, nodes.FootnoteMark):
        return "" if node in doc.footnotes else f"[^{node.label}]"
    inside = getattr(node, "content", None)
    return said(doc, inside) if inside else ""


READERS: tuple[tuple[type[Block], Callable[[Document, Block], Iterator[Expected]]], ...] = (
    (note.Item, _item),
    (nodes.Table, _table),
    (nodes.Figure, _figure),
    (nodes.List, _list),
    (nodes.DefinitionList, _definitions),
    (nodes.Quote, _inside),
    (nodes.Container, _inside),
    (nodes.Paragraph, _text),
    (nodes.Heading, _text),
    (nodes.CodeBlock, _text),
    (nodes.RawBlock, _text),
)
