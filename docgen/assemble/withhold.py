"""Which notes, items and containers an edition holds; everything else is dropped before anything is composed."""

from __future__ import annotations

from collections.abc import Callable

from docgen import nodes
from docgen.assemble.workbench import Chapter, Workbench
from docgen.audiences import block_rank, note_rank, rank
from docgen.nodes import Block, Heading, Text
from docgen.note import Assessment, Item, Library, Note, Part, Section, identity_of
from docgen.walk import keep, visit


def withhold(work: Workbench) -> None:
    """Set the chapters of this edition, with the visible parts of their notes."""
    limit = rank(work.assessment, work.audience)
    placed = work.library.by_section()
    for section in work.assessment.sections:
        _chapters(work, placed, section, 1, 0, limit)
    shown = {id(node) for chapter in work.chapters for _, parts in chapter.notes for node in _roots(parts)}
    for note in printable(work.library, work.document.final):
        work.withheld |= _identities(note, shown)
    visible_notes = {id(note) for chapter in work.chapters for note, _ in chapter.notes}
    work.withheld |= {note.path for note in work.library.notes if id(note) not in visible_notes}


def printable(library: Library, final: bool) -> list[Note]:
    """The notes that a build may hold: withdrawn ones never, drafts not when it is final."""
    return [note for note in library.notes if note.status == "agreed" or (note.status == "draft" and not final)]


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
    return lambda block: block_rank(assessment, block) <= limit


def _part(part: Part, wanted: Callable[[Block], bool]) -> Part:
    return Part(part.kind, part.heading, keep(part.blocks, wanted))


def _roots(parts: list[Part]) -> list[nodes.Node]:
    roots: list[nodes.Node] = []
    for part in parts:
        roots += [part.heading] if part.heading else []
        roots += visit(part.blocks)
    return roots


def _identities(note: Note, shown: set[int]) -> set[str]:
    """The identities in a note that this edition does not hold; a copy made for the edition keeps its paragraph."""
    found = set()
    for node in visit(note.blocks):
        here = id(node.paragraph) if isinstance(node, Item) else id(node)
        name = identity_of(node)
        if name and here not in shown:
            found.add(name.value)
    return found
