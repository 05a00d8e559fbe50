"""Going through a tree: children, descendants, visible text, and a rewrite that copies only what changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TypeVar, cast

from docgen import nodes
from docgen.nodes import Block, Node

N = TypeVar("N", bound=Node)


def _none(_: Node) -> Iterable[Node]:
    return ()


def _content(node: Node) -> Iterable[Node]:
    return cast(nodes.Paragraph, node).content


def _blocks(node: Node) -> Iterable[Node]:
    return cast(nodes.Quote, node).blocks


def _table(node: Node) -> Iterator[Node]:
    table = cast(nodes.Table, node)
    if table.caption:
        yield table.caption
    yield table.header
    yield from table.rows


def _definition(node: Node) -> Iterator[Node]:
    definition = cast(nodes.Definition, node)
    yield definition.term
    for meaning in definition.meanings:
        yield from meaning


def _figure(node: Node) -> Iterator[Node]:
    figure = cast(nodes.Figure, node)
    yield figure.image
    yield from figure.caption
    yield from figure.comments


CHILDREN: Mapping[type[Node], Callable[[Node], Iterable[Node]]] = MappingProxyType(
    {
        nodes.Text: _none,
        nodes.SoftBreak: _none,
        nodes.HardBreak: _none,
        nodes.Emphasis: _content,
        nodes.Strong: _content,
        nodes.Strikethrough: _content,
        nodes.Subscript: _content,
        nodes.Superscript: _content,
        nodes.Code: _content,
        nodes.Link: _content,
        nodes.Image: _none,
        nodes.FootnoteMark: _none,
        nodes.Reference: _none,
        nodes.AttributeText: _none,
        nodes.RawInline: _none,
        nodes.Generated: _none,
        nodes.Inserted: _content,
        nodes.Deleted: _content,
        nodes.CommentMark: _none,
        nodes.Paragraph: _content,
        nodes.Heading: _content,
        nodes.Quote: _blocks,
        nodes.ListItem: _blocks,
        nodes.List: lambda node: cast(nodes.List, node).items,
        nodes.CodeBlock: _content,
        nodes.Cell: _content,
        nodes.Row: lambda node: cast(nodes.Row, node).cells,
        nodes.Table: _table,
        nodes.Figure: _figure,
        nodes.Definition: _definition,
        nodes.DefinitionList: lambda node: cast(nodes.DefinitionList, node).entries,
        nodes.Container: _blocks,
        nodes.Footnote: _blocks,
        nodes.Rule: _none,
        nodes.RawBlock: _content,
    }
)


def _own(node: Node) -> Iterable[Node]:
    """The children of a node from another module, which says itself what they are."""
    return cast(Iterable[Node], node.children())  # type: ignore[attr-defined]


LEAVES = frozenset((nodes.Paragraph, nodes.Heading, nodes.Cell, nodes.CodeBlock, nodes.RawBlock, nodes.Rule))
READERS = dict(CHILDREN)


def _reader(kind: type[Node]) -> Callable[[Node], Iterable[Node]]:
    """How to read the children of a kind of node: as the table says, for a kind or for what it is a kind of."""
    reader = next((CHILDREN[base] for base in kind.__mro__ if base in CHILDREN), _own)
    return READERS.setdefault(kind, reader)


def children(node: Node) -> Iterable[Node]:
    """The nodes directly inside a node, in reading order."""
    kind = type(node)
    return (READERS.get(kind) or _reader(kind))(node)


def visit(roots: Iterable[Node]) -> Iterator[Node]:
    """Every node of the trees, parents before children, in reading order, however deep."""
    stack = [iter(roots)]
    while stack:
        for node in stack[-1]:
            yield node
            inside = children(node)
            if inside:
                stack.append(iter(inside))
                break
        else:
            stack.pop()


def visit_blocks(roots: Iterable[Node]) -> Iterator[Block]:
    """Every block of the trees, parents before children, without going into the inlines of paragraphs."""
    stack = [iter(roots)]
    while stack:
        for node in stack[-1]:
            if not isinstance(node, Block):
                continue
            yield node
            inside = () if type(node) in LEAVES else children(node)
            if inside:
                stack.append(iter(inside))
                break
        else:
            stack.pop()


def find(roots: Iterable[Node], kind: type[N]) -> Iterator[N]:
    """Every node of one kind, in reading order."""
    return (node for node in visit(roots) if isinstance(node, kind))


def visible(content: Iterable[Node]) -> str:
    """What a reader sees of a note's own nodes: soft breaks are spaces, hard breaks line ends; references and marks none."""
    parts: list[str] = []
    _say(content, parts)
    return "".join(parts)


SAYS: Mapping[type[Node], Callable[[Node], str]] = MappingProxyType(
    {
        nodes.Text: lambda node: cast(nodes.Text, node).text,
        nodes.SoftBreak: lambda _: " ",
        nodes.HardBreak: lambda _: "\n",
        nodes.RawInline: lambda node: cast(nodes.RawInline, node).text,
        nodes.Generated: lambda node: cast(nodes.Generated, node).text,
    }
)


def _say(content: Iterable[Node], parts: list[str]) -> None:
    for node in content:
        if type(node) is nodes.Text:
            parts.append(node.text)
        elif says := SAYS.get(type(node)):
            parts.append(says(node))
        else:
            _say(children(node), parts)


def is_comment(node: Node) -> bool:
    """True for a comment and nothing else; one that has words behind it on its line is HTML with text."""
    if type(node) is nodes.RawBlock and node.content:
        return False
    return type(node) in (nodes.RawInline, nodes.RawBlock) and node.span.text.lstrip().startswith("<!--")


def without_comments(content: Sequence[N]) -> list[N]:
    """Nodes without the comments among them."""
    return [node for node in content if not is_comment(node)]


def said_first(found: list[Block]) -> list[Block]:
    """The blocks of an item with what it says in front: a comment that opens it takes nothing from its first line."""
    if not found or not is_comment(found[0]):
        return found
    at = next((at for at, block in enumerate(found) if not is_comment(block)), 0)
    return [found[at], *found[:at], *found[at + 1 :]] if at else found


def keep(blocks: list[Block], wanted: Callable[[Block], bool]) -> list[Block]:
    """The blocks without those that are not wanted, at any depth; where all are, the same list.

    The author's own nodes are left as they were: whatever loses something is a copy.
    """
    left = [_kept(block, wanted) for block in blocks if wanted(block)]
    return blocks if _same(left, blocks) else left


def _kept(block: Block, wanted: Callable[[Block], bool]) -> Block:
    kind = type(block)
    if kind is nodes.List:
        return _kept_list(cast(nodes.List, block), wanted)
    if kind is nodes.DefinitionList:
        return _kept_definitions(cast(nodes.DefinitionList, block), wanted)
    inside = getattr(block, "blocks", None)
    if not inside:
        return block
    left = keep(inside, wanted)
    return block if left is inside else _with_blocks(block, left)


def _kept_list(block: nodes.List, wanted: Callable[[Block], bool]) -> Block:
    items = keep(cast(list[Block], block.items), wanted)
    if items is block.items:
        return block
    return nodes.List(block.span, cast(list[nodes.ListItem], items), block.start, block.tight)


def _kept_definitions(block: nodes.DefinitionList, wanted: Callable[[Block], bool]) -> Block:
    kept = [[keep(meaning, wanted) for meaning in entry.meanings] for entry in block.entries]
    if all(_same_lists(left, entry.meanings) for left, entry in zip(kept, block.entries, strict=True)):
        return block
    entries = [nodes.Definition(entry.span, entry.term, left) for left, entry in zip(kept, block.entries, strict=True)]
    return nodes.DefinitionList(block.span, entries)


def _same_lists(left: list[list[Block]], right: list[list[Block]]) -> bool:
    return all(one is other for one, other in zip(left, right, strict=True))


def _same(left: Sequence[Node], right: Sequence[Node]) -> bool:
    return len(left) == len(right) and all(one is other for one, other in zip(left, right, strict=True))


def _with_blocks(block: Block, blocks: list[Block]) -> Block:
    copy = object.__new__(type(block))
    for kind in type(block).__mro__:
        for name in getattr(kind, "__slots__", ()):
            setattr(copy, name, getattr(block, name))
    copy.blocks = blocks  # type: ignore[attr-defined]
    return copy
