"""Captions of tables: a paragraph that begins `Table:` just before or after one, or its last row that does."""

from __future__ import annotations

from docgen import nodes
from docgen.nodes import Block, Inline, Text, TextKind
from docgen.parse.attributes import given
from docgen.parse.characters import printable
from docgen.walk import is_comment

CAPTION = "Table:"


def attach_captions(siblings: list[Block]) -> list[Block]:
    """The sibling blocks with each caption inside its table; a paragraph between two tables belongs to the one before it."""
    if not any(isinstance(block, nodes.Table) for block in siblings):
        return siblings
    result: list[Block] = []
    last: int | None = None
    for block in siblings:
        previous = None if last is None else result[last]
        if isinstance(previous, nodes.Table) and not previous.caption and is_caption(block):
            previous.caption = as_caption(block)
            continue
        if isinstance(block, nodes.Table):
            take_swallowed(block)
            if not block.caption and last is not None and is_caption(result[last]):
                block.caption = as_caption(result.pop(last))
        if not is_comment(block):
            last = len(result)
        result.append(block)
    return result


def is_caption(block: Block) -> bool:
    """True for a paragraph that begins `Table:`."""
    first = block.content[0] if isinstance(block, nodes.Paragraph) and block.content else None
    return type(first) is Text and first.text.startswith(CAPTION)


def as_caption(block: Block) -> nodes.Paragraph:
    """The paragraph without the word that marks it as a caption, which Word writes with a number."""
    assert isinstance(block, nodes.Paragraph)
    first = block.content[0]
    assert isinstance(first, Text)
    rest = first.text[len(CAPTION) :]
    text = rest.lstrip()
    start = first.span.end - len(text)
    block.content[0] = Text(first.span.sub(start, first.span.end), text)
    return block


def take_swallowed(table: nodes.Table) -> None:
    """Turn a last row `Table: …`, which GitHub's rule takes for a row of the table, into the caption."""
    last = table.rows[-1] if table.rows else None
    if not last or any(cell.content for cell in last.cells[1:]):
        return
    content, attributes = given(last.cells[0].content)
    caption = nodes.Paragraph(last.span, content, attributes)
    if is_caption(caption):
        table.rows.pop()
        table.caption = as_caption(caption)


def with_bars(content: list[Inline]) -> list[Inline]:
    """A cell's inlines with every `\\|`, which the table itself took for a bar, a leaf of its own."""
    result: list[Inline] = []
    for node in content:
        if isinstance(node, nodes.Marked):
            node.content = with_bars(node.content)
        if type(node) is Text and node.kind is TextKind.LITERAL and "\\|" in node.span.text:
            result += _split_at_bars(node)
        else:
            result.append(node)
    return result


def _split_at_bars(leaf: Text) -> list[Inline]:
    parts: list[Inline] = []
    start = leaf.span.start
    for piece in printable(leaf.span.text).split("\\|"):
        if parts:
            parts.append(Text(leaf.span.sub(start - 2, start), "|", TextKind.ESCAPE))
        if piece:
            parts.append(Text(leaf.span.sub(start, start + len(piece)), piece))
        start += len(piece) + 2
    return parts
