"""What the steps of assembling share: the library they read, the document they fill, and what one tells the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from docgen.diagnostics import Diagnostic
from docgen.document import Document, Label
from docgen.nodes import Block, Heading, Node
from docgen.note import Assessment, Item, Library, Note, Part, PartKind, Section, items_of
from docgen.source import Span


@dataclass(slots=True, eq=False)
class Chapter:
    """A section as this edition prints it: its notes' visible parts, and the blocks they become."""

    section: Section
    depth: int
    heading: Heading
    notes: list[tuple[Note, list[Part]]] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    parts: dict[PartKind, Heading] = field(default_factory=dict)

    def items(self, kind: PartKind) -> Iterator[Item]:
        """The items of one kind in the order in which they are printed."""
        return (item for _, parts in self.notes for part in parts if part.kind is kind for item in items_of(part.blocks))


@dataclass(slots=True)
class Workbench:
    """One edition in the making."""

    library: Library
    document: Document
    audience: str
    chapters: list[Chapter] = field(default_factory=list)
    origin: list[tuple[Note, Block]] = field(default_factory=list)
    targets: dict[str, Node] = field(default_factory=dict)
    home: dict[Node, Chapter] = field(default_factory=dict)
    note_starts: dict[str, Node] = field(default_factory=dict)
    stand_ins: dict[Node, Node] = field(default_factory=dict)
    withheld: set[str] = field(default_factory=set)
    problems: list[Diagnostic] = field(default_factory=list)

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
