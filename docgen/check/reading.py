"""The order in which the passages of the notes are read, and who may read them.

A section's notes are read part by part: all narrative, then all strengths, areas for development and recommendations. A footnote is
read where its mark stands.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import TypeVar

from docgen.assessment import Assessment
from docgen.audiences import note_rank, passages, section_ranks
from docgen.check.passage import Passage
from docgen.check.rule import Facts
from docgen.nodes import Container, Footnote, FootnoteMark, Node, Table
from docgen.note import Field, Item, Note, PartKind
from docgen.walk import visit

AnyNode = TypeVar("AnyNode", bound=Node)
Place = tuple[int, int, int, int, int]
PARTS = tuple(PartKind)


class Reading:
    """What is asked about one note: where in the document its passages stand, how closed they are, and below which titles."""

    def __init__(self, section: int, number: int, note: Note, titles: list[str], footnotes: list[Footnote], marks: list[FootnoteMark]) -> None:
        self.section, self.number, self.titles = section, number, titles
        self.parts = [(part.heading or part.blocks[0]).span.start for part in note.parts]
        self.kinds = [PARTS.index(part.kind) for part in note.parts]
        self.footnotes = footnotes
        self.starts = [footnote.span.start for footnote in footnotes]
        self.marks = {mark.label: mark.span.start for mark in reversed(marks)}

    def place(self, passage: Passage, at: int) -> Place | None:
        """Where a letter of a passage is read, as something that can be compared; None where it is not printed."""
        start = offset = passage.span(at, at + 1).start
        behind = bisect_right(self.starts, offset) - 1
        if behind >= 0 and offset < self.footnotes[behind].span.end:
            if self.footnotes[behind].label not in self.marks:
                return None
            start = self.marks[self.footnotes[behind].label]
        part = self.kinds[max(0, bisect_right(self.parts, start) - 1)]
        return self.section, part, self.number, start, offset


def _by_note(found: list[tuple[Note, AnyNode]]) -> dict[Note, list[AnyNode]]:
    sorted_in: dict[Note, list[AnyNode]] = {}
    for note, node in found:
        sorted_in.setdefault(note, []).append(node)
    return sorted_in


def readings(facts: Facts) -> Iterator[tuple[Note, Reading]]:
    """Each note that is printed with its reading; drafts in a draft only."""
    footnotes, marks = _by_note(facts.every(Footnote)), _by_note(facts.every(FootnoteMark))
    order = {section.id.value: number for number, section in enumerate(facts.assessment.all_sections())}
    for number, (section, note) in enumerate(facts.library.reading_order()):
        if not (facts.final and note.status == "draft"):
            titles = [section.title.value, note.title.value] if section.note_titles else [section.title.value]
            yield note, Reading(order[section.id.value], number, note, titles, footnotes.get(note, []), marks.get(note, []))


def ranks(facts: Facts) -> Callable[[Note], Callable[[Node], int]]:
    """What tells how closed the blocks of a note are that say something: 0 is for everybody."""
    sections = section_ranks(facts.assessment)
    mixed = {note for note, _ in facts.every(Container)} | {note for note, entry in facts.every(Field) if entry.name == "Audience"}
    footnotes = _by_note(facts.every(Footnote)) if mixed else {}

    def of(note: Note) -> Callable[[Node], int]:
        if note in mixed:
            return _ranks(facts.assessment, note, sections, footnotes.get(note, [])).__getitem__
        rank = max(note_rank(facts.assessment, note), sections.get(note.section.value, 0) if note.section else 0)
        return lambda _: rank

    return of


def _ranks(assessment: Assessment, note: Note, sections: dict[str, int], footnotes: list[Footnote]) -> dict[Node, int]:
    """How closed each block of a note is; a footnote is so as the most open block that has its mark."""
    found: dict[Node, int] = {}
    for block, closed in passages(assessment, note, sections):
        parts: list[Node] = [block]
        if isinstance(block, Item):
            parts = [block.paragraph, *block.fields]
        elif isinstance(block, Table):
            parts = [cell for row in (block.header, *block.rows) for cell in row.cells] + [block.caption or block]
        found.update(dict.fromkeys(parts, closed))
    marks: dict[str, int] = {}
    for part, closed in found.items() if footnotes else ():
        for mark in (node for node in visit([part]) if isinstance(node, FootnoteMark)):
            marks[mark.label] = min(closed, marks.get(mark.label, closed))
    for footnote in footnotes:
        inside = [node for node in visit([footnote]) if node in found]
        found.update((node, max(found[node], marks.get(footnote.label, 0))) for node in inside)
    return found
