"""Bookmarks: how a block's key is written into the Word file, and how it is read again.

A block that came from a note is wrapped in one range bookmark named `_dg_` and its key. Names that begin with `_` are
hidden in Word's dialog; they have at most 40 characters and differ without regard to case (17.13.6.2, and
what Word itself accepts). Blocks without a key, and all blocks of the public edition, get a bookmark only where
something leads to them, with a name that says nothing.
"""

from __future__ import annotations

from docgen.document import Document
from docgen.nodes import Node, Table

PREFIX = "_dg_"
DETAIL = "d_"


def name_of(key: str) -> str:
    """The bookmark of a key."""
    return PREFIX + key


def key_of(name: str) -> str | None:
    """The key that a bookmark was made from, or None for any other bookmark."""
    return name[len(PREFIX) :] if name.startswith(PREFIX) else None


def _written(node: Node) -> Node:
    """The block that the bookmark of a node is written around: a table's is its caption."""
    return node.caption if isinstance(node, Table) and node.caption else node


class Anchors:
    """The bookmarks of one package: their names, and the one allocator of their ids."""

    def __init__(self, document: Document, used: frozenset[int] = frozenset()) -> None:
        self.document = document
        self.used = used
        self.other: dict[tuple[Node, str], str] = {}
        self.last = 0

    def name(self, node: Node) -> str:
        """The bookmark around a block that something may lead to."""
        block = _written(node)
        key = self.document.keys.get(block)
        return name_of(key) if key else self._plain(block, "_Ref")

    def label(self, node: Node) -> str:
        """The bookmark around the words `Figure 1` of a caption."""
        return self._plain(node, "_Label")

    def _plain(self, node: Node, prefix: str) -> str:
        return self.other.setdefault((node, prefix), f"{prefix}{len(self.other) + 1:06d}")

    def around(self, node: Node, inner: str) -> str:
        """A block's runs inside its bookmark, if it has a key or a label."""
        if _written(node) in self.document.keys or node in self.document.labels:
            return self.wrap(self.name(node), inner)
        return inner

    def detail(self, node: Node, inner: str) -> str:
        """The run-in paragraph of an item inside its bookmark."""
        key = self.document.keys.get(node)
        return self.wrap(name_of(DETAIL + key), inner) if key else inner

    def wrap(self, name: str, inner: str) -> str:
        """Runs between the start and the end of a bookmark."""
        number = self.next_id()
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="{number}"/>'

    def next_id(self) -> int:
        """A `w:id` that nothing else in the package has; a template's headers use some up."""
        self.last += 1
        while self.last in self.used:
            self.last += 1
        return self.last
