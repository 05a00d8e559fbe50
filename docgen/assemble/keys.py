"""Keys: which block of a note a paragraph of the Word file is, for the way back.

An item's key is its own identity. Any other block's is a short hash of its note's identity, its kind, its normalised text and
an ordinal among equals, so that it does not change because another block or another note did; where two blocks
of one build still meet, both get a longer hash. A key has at most 30 letters, digits and `_`. The public edition
has none: they would tell what stands between its blocks.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen import nodes
from docgen.assemble.workbench import Workbench
from docgen.digest import blake2b
from docgen.nodes import Block, Node
from docgen.note import Item
from docgen.walk import visible, visit_blocks

KEYED = (nodes.Paragraph, nodes.Heading, nodes.CodeBlock, nodes.Cell, nodes.RawBlock)
SHORT, LONG, LONGEST = 10, 20, 28


def key(work: Workbench) -> None:
    """Set the key of every block that came from a note, and of the headings of sections."""
    if work.audience == work.assessment.audience_names[0]:
        return
    known = _known(work)
    for _, block in work.origin:
        work.document.keys.update((node, known[_own(node)]) for node in _inside(block))
    for chapter in work.chapters:
        work.document.keys[chapter.heading] = "s" + item_key(chapter.section.id.value)[1:]


def _known(work: Workbench) -> dict[Node, str]:
    """The key of every block of every note, withheld or not: which blocks an edition holds must not change a key."""
    seen: dict[str, int] = {}
    known: dict[Node, str] = {}
    hashes: dict[str, list[tuple[Node, str]]] = {}
    for node, note in _blocks(work):
        if isinstance(node, Item) and node.id:
            known[_own(node)] = item_key(node.id.value)
            continue
        digest = _digest(node, note, seen)
        hashes.setdefault(digest[:SHORT], []).append((_own(node), digest))
    for short, entries in hashes.items():
        known.update((node, f"b{short}" if len(entries) == 1 else f"b{digest[:LONG]}") for node, digest in entries)
    return known


def _own(node: Node) -> Node:
    """What an edition's copy of an item shares with the note's: its paragraph; of all else there is no copy."""
    return node.paragraph if isinstance(node, Item) else node


def item_key(identity: str) -> str:
    """The key of an item with an identity; one that is too long for a bookmark is hashed."""
    plain = "i_" + identity.replace("-", "_")
    if len(plain) <= LONGEST and "__" not in identity.replace("-", "_"):
        return plain
    return "h" + blake2b(identity.casefold().encode(), digest_size=8).hexdigest()


def _digest(node: Node, note: str, seen: dict[str, int]) -> str:
    said = f"{note}\0{type(node).__name__}\0{' '.join(visible(_content(node)).split())}"
    count = seen.get(said, 0)
    seen[said] = count + 1
    return blake2b(f"{said}\0{count}".encode(), digest_size=14).hexdigest()


def _content(node: Node) -> list[nodes.Inline]:
    if isinstance(node, Item):
        return node.paragraph.content
    return node.caption if isinstance(node, nodes.Figure) else node.content  # type: ignore[attr-defined]


def _blocks(work: Workbench) -> Iterator[tuple[Node, str]]:
    """Every block that is one paragraph in Word, with its note's identity; the titles of notes, which are made, come last."""
    for note in work.library.notes:
        for block in note.blocks:
            yield from ((node, note.id.value) for node in _inside(block))
    written = {id(heading) for _, heading in work.library.census.get(nodes.Heading, ())}
    for note, block in work.origin:
        if isinstance(block, nodes.Heading) and id(block) not in written:
            yield block, note.id.value


def _inside(block: Block) -> Iterator[Node]:
    """The keyed nodes of a block; an item stands for its paragraph."""
    paragraphs = set()
    for node in visit_blocks([block]):
        if isinstance(node, Item):
            paragraphs.add(node.paragraph)
            yield node
        elif (isinstance(node, nodes.Figure) and node.caption) or (isinstance(node, KEYED) and node not in paragraphs):
            yield node
