"""Numbers: recommendations before anything is withheld, so that they are alike in every edition; the rest edition by edition."""

from __future__ import annotations

from docgen import nodes
from docgen.assemble.workbench import Workbench
from docgen.document import Kind, Label
from docgen.nodes import Block, Footnote, Heading
from docgen.note import Finding, Item, PartKind, Recommendation, items_of
from docgen.numbers import LEVELS, written
from docgen.theme import Theme
from docgen.walk import visible, visit_blocks


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
    counter = HeadingCounter(work.library.theme)
    originals = {id(item.paragraph): count for item, count in work.document.numbers.items()}
    figures = tables = previous = 0
    for node in visit_blocks(block for chapter in work.chapters for block in chapter.blocks):
        if node in aside:
            continue
        if isinstance(node, Heading) and (known := work.document.labels.get(node)):
            previous = _heading(work, node, counter, previous) if known.kind is Kind.HEADING else previous
        elif isinstance(node, Item):
            work.document.labels[node] = _item(work, node, originals)
        elif isinstance(node, nodes.Figure) and node.caption:
            figures += 1
            work.document.labels[node] = Label(Kind.FIGURE, str(figures), title=visible(node.caption))
        elif isinstance(node, nodes.Table) and node.caption:
            tables += 1
            work.document.labels[node] = Label(Kind.TABLE, str(tables), title=visible(node.caption.content))


def _heading(work: Workbench, node: Heading, counter: HeadingCounter, previous: int) -> int:
    """Label a heading: a level that was skipped is closed up, so that Word and a screen reader count alike."""
    found = work.label(node)
    found.level = max(1, min(found.level, previous + 1, LEVELS))
    counter.next(found.level, node, found)
    found.title = visible(node.content)
    return found.level


class HeadingCounter:
    """Counts headings as Word does: by the lists that their styles stand in, of which a template may have several."""

    def __init__(self, theme: Theme) -> None:
        self.numbers = theme.heading_numbers()
        self.counts: list[list[int | None]] = [[None] * LEVELS for _ in self.numbers.lists]
        self.open: dict[tuple[int, int], Heading] = {}

    def next(self, level: int, heading: Heading, found: Label) -> None:
        """Set the number of the next heading of a 1-based level; its level may have none."""
        place = self.numbers.places[level - 1]
        if place is None:
            return
        levels, counts, at = self.numbers.lists[place[0]], self.counts[place[0]], place[1]
        before = counts[at]
        counts[at] = levels[at].start if before is None else before + 1
        for below in range(at + 1, len(levels)):
            restart = levels[below].restart
            if restart is None or at < restart:
                counts[below] = None
        found.number = written(levels, at, [count or 0 for count in counts])
        self.open[place] = heading
        if at and f"%{at}" not in levels[at].format and counts[at - 1] is not None:
            found.above = self.open.get((place[0], at - 1))


def _item(work: Workbench, item: Item, originals: dict[int, int]) -> Label:
    """A recommendation's number is that of its paragraph, which an edition's copy of the item shares."""
    title = visible(item.paragraph.content)
    if isinstance(item, Finding):
        return Label(Kind.FINDING, None, title=title)
    count = originals[id(item.paragraph)]
    return Label(Kind.RECOMMENDATION, work.library.theme.recommendation_numbering.replace("%1", str(count)), 0, title, count)
