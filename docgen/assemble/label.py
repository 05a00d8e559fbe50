"""Numbers: recommendations before anything is withheld, so that they are alike in every edition; the rest edition by edition."""

from __future__ import annotations

from docgen import nodes
from docgen.assemble.workbench import Workbench
from docgen.document import Kind, Label
from docgen.nodes import Block, Footnote, Heading
from docgen.note import Finding, Item, PartKind, Recommendation, items_of
from docgen.theme import Theme
from docgen.walk import visible, visit_blocks

DEEPEST = 9


def number(work: Workbench) -> None:
    """Number the recommendations of all audiences, in reading order."""
    final = work.document.final
    notes = [note for _, note in work.library.reading_order() if not (final and note.status == "draft")]
    parts = [part for note in notes for part in note.parts if part.kind is PartKind.RECOMMENDATIONS]
    items = [item for part in parts for item in items_of(part.blocks) if isinstance(item, Recommendation)]
    work.document.numbers = {item: count for count, item in enumerate(items, 1)}


def label(work: Workbench) -> None:
    """Give every heading, item, figure and captioned table of this edition its label.

    Those in footnotes get none: Word would count them in another order than they are read in.
    """
    aside: set[Block] = set(visit_blocks(block for _, footnote in work.printed(Footnote) for block in footnote.blocks))
    counters = [0] * (DEEPEST + 1)
    originals = {id(item.paragraph): count for item, count in work.document.numbers.items()}
    figures = tables = previous = 0
    for node in visit_blocks(block for chapter in work.chapters for block in chapter.blocks):
        if node in aside:
            continue
        if isinstance(node, Heading) and node in work.document.labels:
            previous = _heading(work, node, counters, previous)
        elif isinstance(node, Item):
            work.document.labels[node] = _item(work, node, originals)
        elif isinstance(node, nodes.Figure) and node.caption:
            figures += 1
            work.document.labels[node] = Label(Kind.FIGURE, str(figures), title=visible(node.caption))
        elif isinstance(node, nodes.Table) and node.caption:
            tables += 1
            work.document.labels[node] = Label(Kind.TABLE, str(tables), title=visible(node.caption.content))


def _heading(work: Workbench, node: Heading, counters: list[int], previous: int) -> int:
    """Label a heading: a level that was skipped is closed up, so that Word and a screen reader count alike."""
    found = work.label(node)
    found.level = max(1, min(found.level, previous + 1, DEEPEST))
    counters[found.level] += 1
    counters[found.level + 1 :] = [0] * (DEEPEST - found.level)
    found.number = heading_number(work.library.theme, counters, found.level)
    found.title = visible(node.content)
    return found.level


def heading_number(theme: Theme, counters: list[int], level: int) -> str | None:
    """The number of a heading in the theme's format; None below the depth that is numbered."""
    if level > theme.heading_depth or level > len(theme.heading_numbering):
        return None
    text = theme.heading_numbering[level - 1]
    for other in range(level, 0, -1):
        text = text.replace(f"%{other}", str(counters[other]))
    return text


def _item(work: Workbench, item: Item, originals: dict[int, int]) -> Label:
    """A recommendation's number is that of its paragraph, which an edition's copy of the item shares."""
    title = visible(item.paragraph.content)
    if isinstance(item, Finding):
        return Label(Kind.FINDING, None, title=title)
    count = originals[id(item.paragraph)]
    return Label(Kind.RECOMMENDATION, work.library.theme.recommendation_numbering.replace("%1", str(count)), 0, title, count)
