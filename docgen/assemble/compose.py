"""A section's notes gathered: all narrative, then strengths, areas for development and recommendations, each under one heading."""

from __future__ import annotations

from docgen import nodes
from docgen.assemble.grades import grade_paragraph
from docgen.assemble.workbench import Chapter, Workbench
from docgen.document import Kind, Label
from docgen.nodes import Block, Generated, Heading, Text
from docgen.note import Note, Part, PartKind, bare_headings, headings_of, is_printed
from docgen.walk import visible

GATHERED = (PartKind.STRENGTHS, PartKind.DEVELOPMENT, PartKind.RECOMMENDATIONS)


def compose(work: Workbench) -> None:
    """Set the blocks of every chapter; a chapter with nothing in it, or below it, is not printed."""
    for chapter in work.chapters:
        _narrative(work, chapter)
        for kind in GATHERED:
            _gather(work, chapter, kind)
    work.chapters = _filled(work.chapters)
    for chapter in work.chapters:
        if grade := grade_paragraph(work, chapter):
            chapter.blocks.insert(0, grade)
        chapter.blocks.insert(0, _levelled(work, chapter.heading, chapter.depth))


def _narrative(work: Workbench, chapter: Chapter) -> None:
    for note, parts in chapter.notes:
        shift = _shift(chapter, parts)
        if chapter.section.note_titles:
            title = note.title
            heading = Heading(title.span, 1, [Text(title.span, title.value, nodes.TextKind.ATOM)])
            chapter.blocks.append(_levelled(work, heading, chapter.depth + 1))
            work.origin.append((note, heading))
        blocks = [block for part in parts if part.kind is PartKind.NARRATIVE for block in part.blocks]
        bare = set(bare_headings(blocks))
        for block in (block for block in blocks if block not in bare):
            _take(work, chapter, note, block, shift, chapter.depth + 1 + chapter.section.note_titles)


def _shift(chapter: Chapter, parts: list[Part]) -> int:
    """By how much a note's headings move, so that its highest stands one level below its section's."""
    levels = [part.heading.level for part in parts if part.heading]
    levels += [block.level for part in parts if part.kind is PartKind.NARRATIVE for block in headings_of(part.blocks)]
    return chapter.depth + 1 + chapter.section.note_titles - min(levels, default=1)


def _gather(work: Workbench, chapter: Chapter, kind: PartKind) -> None:
    """Print the parts of one kind from all notes under one heading."""
    filled = [(note, part) for note, parts in chapter.notes for part in parts if part.kind is kind and any(map(is_printed, part.blocks))]
    if not filled:
        return
    first = filled[0][1].heading
    assert first is not None
    heading = Heading(first.span, 1, [Generated(first.span, kind.value)])
    chapter.parts[kind] = heading
    chapter.blocks.append(_levelled(work, heading, chapter.depth + 1))
    for note, part in filled:
        assert part.heading is not None
        bare = set(bare_headings(part.blocks))
        for block in (block for block in part.blocks if block not in bare):
            _take(work, chapter, note, block, chapter.depth + 1 - part.heading.level, chapter.depth + 2)


def _take(work: Workbench, chapter: Chapter, note: Note, block: Block, shift: int, highest: int) -> None:
    """Print a block of a note; a heading in a container may be written higher than the one that its part stands under."""
    chapter.blocks.append(block)
    work.origin.append((note, block))
    for heading in headings_of([block], boxes=True):
        work.document.labels[heading] = Label(Kind.BOXED, None, 0, visible(heading.content))
    for heading in headings_of([block]):
        _levelled(work, heading, max(heading.level + shift, highest))


def _levelled(work: Workbench, heading: Heading, level: int) -> Heading:
    work.document.labels[heading] = Label(Kind.HEADING, None, level)
    return heading


def _filled(chapters: list[Chapter]) -> list[Chapter]:
    """The chapters that hold something, or have one below them that does."""
    kept: list[Chapter] = []
    below = 0
    for chapter in reversed(chapters):
        if any(is_printed(block) for block in chapter.blocks) or below > chapter.depth:
            below = chapter.depth
            kept.append(chapter)
    return kept[::-1]
