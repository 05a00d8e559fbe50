"""Where identities, headings and notes lead to in this edition.

Only what has a label has a bookmark, so nothing else is a target: whatever has none (a picture without a caption, a
heading in a quotation, anything in a footnote) is stood for by the heading of its section.
"""

from __future__ import annotations

from docgen import nodes
from docgen.assemble.workbench import Chapter, Workbench
from docgen.nodes import Heading, Node
from docgen.note import Item, Part, headings_of, identity_of
from docgen.walk import visit_blocks

NAMED = (Heading, Item, nodes.Figure, nodes.Table)


def place(work: Workbench) -> None:
    """Set the target of every identity, of every heading that is not printed, and of every note."""
    for chapter in work.chapters:
        for node in visit_blocks(chapter.blocks):
            if isinstance(node, NAMED):
                _placed(work, chapter, node)
        for _, parts in chapter.notes:
            for part in parts:
                _unprinted(work, chapter, part)
    _note_starts(work)


def _placed(work: Workbench, chapter: Chapter, node: Node) -> None:
    work.home[node] = chapter
    target = node
    if node not in work.document.labels:
        target = work.stand_ins[node] = chapter.heading
    if name := identity_of(node):
        work.targets.setdefault(name.value, target)


def _unprinted(work: Workbench, chapter: Chapter, part: Part) -> None:
    """Let references to headings that are gathered or not printed lead to where their text stands."""
    gathered = chapter.parts.get(part.kind, chapter.heading)
    for heading in [*([part.heading] if part.heading else []), *headings_of(part.blocks)]:
        if heading not in work.home:
            work.stand_ins[heading] = gathered
            if name := identity_of(heading):
                work.targets.setdefault(name.value, gathered)


def _note_starts(work: Workbench) -> None:
    """Set the first thing of each note that has a label: a heading, item, figure or table of its own, else its section's."""
    for note, block in work.origin:
        if block in work.document.labels:
            work.note_starts.setdefault(note.path, block)
    for chapter in work.chapters:
        for note, _ in chapter.notes:
            work.note_starts.setdefault(note.path, chapter.heading)
