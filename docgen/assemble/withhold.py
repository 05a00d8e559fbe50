"""Which notes, items and containers an edition holds; everything else is dropped before anything is composed."""

from __future__ import annotations

from collections.abc import Callable

from docgen import nodes
from docgen.assemble.workbench import Chapter, Workbench
from docgen.assessment import Assessment, Section
from docgen.audiences import block_rank, note_rank, rank
from docgen.nodes import Block, Heading, Text
from docgen.note import Item, Note, Part, is_printed
from docgen.walk import keep


def withhold(work: Workbench) -> None:
    """Set the chapters of this edition, with the visible parts of their notes."""
    limit = rank(work.assessment, work.audience)
    placed = work.library.by_section()
    for section in work.assessment.sections:
        _chapters(work, placed, section, 1, 0, limit)


def _chapters(work: Workbench, placed: dict[str, list[Note]], section: Section, depth: int, closed: int, limit: int) -> None:
    assessment = work.assessment
    closed = max(closed, rank(assessment, section.audience.value) if section.audience else 0)
    if closed > limit:
        return
    title = section.title
    heading = Heading(title.span, depth, [Text(title.span, title.value, nodes.TextKind.ATOM)])
    chapter = Chapter(section, depth, heading)
    work.chapters.append(chapter)
    wanted = _wanted(assessment, limit)
    for note in placed.get(section.id.value, ()):
        if note_rank(assessment, note) <= limit and not (work.document.final and note.status == "draft"):
            chapter.notes.append((note, [_part(part, wanted) for part in note.parts]))
    for inner in section.sections:
        _chapters(work, placed, inner, depth + 1, closed, limit)


def _wanted(assessment: Assessment, limit: int) -> Callable[[Block], bool]:
    def wanted(block: Block) -> bool:
        return block_rank(assessment, block) <= limit and not (isinstance(block, Item) and _emptied(block, wanted))

    return wanted


def _emptied(item: Item, wanted: Callable[[Block], bool]) -> bool:
    """True for an item that would be nothing but its number: no words of its own, and those below it withheld."""
    if item.paragraph.content:
        return False
    left = keep(item.blocks, wanted)
    return left is not item.blocks and not any(map(_says, left))


def _says(block: Block) -> bool:
    return is_printed(block) and not (isinstance(block, nodes.Paragraph) and not block.content)


def _part(part: Part, wanted: Callable[[Block], bool]) -> Part:
    blocks = keep(part.blocks, wanted)
    return part if blocks is part.blocks else Part(part.kind, part.heading, blocks)
