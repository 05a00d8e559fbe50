"""A section's notes gathered: all narrative, then strengths, areas for development and recommendations, each under one heading."""

from __future__ import annotations

from docgen import nodes
from docgen.assemble.grades import grade_paragraph
from docgen.assemble.workbench import Chapter, Workbench
from docgen.document import Kind, Label
from docgen.nodes import Block, Generated, Heading, Text
from docgen.note import Item, Note, Part, PartKind, headings_of, identity_of
from docgen.walk import visit_blocks

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
        _index(work, chapter)
    _note_starts(work)


def _narrative(work: Workbench, chapter: Chapter) -> None:
    for note, parts in chapter.notes:
        shift = _shift(chapter, parts)
        if chapter.section.note_titles:
            title = note.title
            heading = Heading(title.span, 1, [Text(title.span, title.value, nodes.TextKind.ATOM)])
            chapter.blocks.append(_levelled(work, heading, chapter.depth + 1))
            work.origin.append((note, heading))
        blocks = [block for part in parts if part.kind is PartKind.NARRATIVE for block in part.blocks]
        for block in without_bare_headings(blocks):
            _take(work, chapter, note, block, shift)


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
        for block in without_bare_headings(part.blocks):
            _take(work, chapter, note, block, chapter.depth + 1 - part.heading.level)


def _take(work: Workbench, chapter: Chapter, note: Note, block: Block, shift: int) -> None:
    """Print a block of a note."""
    chapter.blocks.append(block)
    work.origin.append((note, block))
    for heading in headings_of([block]):
        _levelled(work, heading, heading.level + shift)


def _levelled(work: Workbench, heading: Heading, level: int) -> Heading:
    work.document.labels[heading] = Label(Kind.HEADING, None, level)
    return heading


def without_bare_headings(blocks: list[Block]) -> list[Block]:
    """The blocks without headings that have nothing below them."""
    kept: list[Block] = []
    open_level = 0
    for block in reversed(blocks):
        if isinstance(block, Heading):
            if open_level <= block.level:
                continue
            open_level = block.level
        elif is_printed(block):
            open_level = 99
        kept.append(block)
    return kept[::-1]


def is_printed(block: Block) -> bool:
    """True for a block that a reader sees where it stands: no footnote, no comment, no container left empty."""
    if isinstance(block, nodes.RawBlock):
        return bool(block.content)
    if isinstance(block, nodes.Container):
        return any(is_printed(inner) for inner in block.blocks)
    return not isinstance(block, nodes.Footnote)


def _filled(chapters: list[Chapter]) -> list[Chapter]:
    """The chapters that hold something, or have one below them that does."""
    kept: list[Chapter] = []
    below = 0
    for chapter in reversed(chapters):
        if any(is_printed(block) for block in chapter.blocks) or below > chapter.depth:
            below = chapter.depth
            kept.append(chapter)
    return kept[::-1]


def _index(work: Workbench, chapter: Chapter) -> None:
    """Note where identities and notes lead to, and print the chapter's heading."""
    chapter.blocks.insert(0, _levelled(work, chapter.heading, chapter.depth))
    work.home[chapter.heading] = chapter
    for node in visit_blocks(chapter.blocks):
        if isinstance(node, (Heading, Item, nodes.Figure, nodes.Table)):
            work.home[node] = chapter
            if name := identity_of(node):
                work.targets.setdefault(name.value, node)
    for _, parts in chapter.notes:
        for part in parts:
            _unprinted(work, chapter, part)


def _unprinted(work: Workbench, chapter: Chapter, part: Part) -> None:
    """Let references to headings that are gathered or not printed lead to where their text stands."""
    gathered = chapter.parts.get(part.kind, chapter.heading)
    for heading in [*([part.heading] if part.heading else []), *headings_of(part.blocks)]:
        if heading not in work.home:
            work.stand_ins[heading] = gathered
            if name := identity_of(heading):
                work.targets.setdefault(name.value, gathered)


def _note_starts(work: Workbench) -> None:
    """Set the first thing of each note that a link can lead to: a heading or item of its own, else its section's."""
    for note, block in work.origin:
        if block in work.home:
            work.note_starts.setdefault(note.path, block)
    for chapter in work.chapters:
        for note, _ in chapter.notes:
            work.note_starts.setdefault(note.path, chapter.heading)
