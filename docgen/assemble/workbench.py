"""What the steps of assembling share: the library they read, the document they fill, and what one tells the next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar, cast

from docgen.assessment import Assessment, Section
from docgen.diagnostics import Diagnostic
from docgen.document import Document, Label
from docgen.nodes import Block, Heading, Node
from docgen.note import Item, Library, Note, Part, PartKind, items_of
from docgen.record import Record, fresh
from docgen.source import Span
from docgen.walk import find

N = TypeVar("N", bound=Node)


class Chapter(Record):
    """A section as this edition prints it: its notes' visible parts, and the blocks they become."""

    section: Section
    depth: int
    heading: Heading
    notes: list[tuple[Note, list[Part]]] = fresh(factory=list)
    blocks: list[Block] = fresh(factory=list)
    parts: dict[PartKind, Heading] = fresh(factory=dict)

    def items(self, kind: PartKind) -> Iterator[Item]:
        """The items of one kind in the order in which they are printed."""
        return (item for _, parts in self.notes for part in parts if part.kind is kind for item in items_of(part.blocks))


class Workbench(Record):
    """One edition in the making."""

    library: Library
    document: Document
    audience: str
    chapters: list[Chapter] = fresh(factory=list)
    origin: list[tuple[Note, Block]] = fresh(factory=list)
    targets: dict[str, Node] = fresh(factory=dict)
    home: dict[Node, Chapter] = fresh(factory=dict)
    note_starts: dict[str, Node] = fresh(factory=dict)
    stand_ins: dict[Node, Node] = fresh(factory=dict)
    problems: list[Diagnostic] = fresh(factory=list)

    def printed(self, kind: type[N]) -> Iterator[tuple[Note, N]]:
        """Every node of one kind in the notes of this edition, the passages that it holds."""
        whole = {id(note) for chapter in self.chapters for note, parts in chapter.notes if _is_whole(note, parts)}
        for note, node in self.library.census.get(kind, ()):
            if id(note) in whole:
                yield note, cast(N, node)
        for chapter in self.chapters:
            for note, parts in chapter.notes:
                if id(note) not in whole:
                    yield from ((note, node) for node in find((block for part in parts for block in part.blocks), kind))

    @property
    def assessment(self) -> Assessment:
        """The settings."""
        return self.library.assessment

    @property
    def nowhere(self) -> Span:
        """The place of what is generated and stands in no file."""
        return self.assessment.source.top()

    def label(self, node: Node) -> Label:
        """The label of a node that has one."""
        return self.document.labels[node]


def _is_whole(note: Note, parts: list[Part]) -> bool:
    """True where nothing of a note is withheld."""
    return all(part is own for part, own in zip(parts, note.parts, strict=True))
