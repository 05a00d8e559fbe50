"""The edits that put a line such as `Lead: council` where it describes its item: behind a dash right below the item's first letter.

Only where it is sure which item is meant and what belongs to the line: within a list, whose items begin with a dash or a number, and where
whatever goes on below the line goes on in the middle of a sentence.
"""

from __future__ import annotations

from docgen.diagnostics import Edit
from docgen.nodes import ListItem, Paragraph
from docgen.parse.fields import Line
from docgen.pattern import lazy
from docgen.source import LINE_END, Source

MARKER = lazy(r" {0,3}(?:[-+*]|\d{1,9}[.)]) {1,4}(?=\S)")
# What Word or an e-mail puts before a line instead of a dash, or a dash without a blank.
TYPED = lazy(r"[–—•·▪●][ \t]*|-(?=[A-Za-z*_])")
BLANK = lazy(r"[ \t]*")
LATE_BREAK = ("\\", ">")  # `\` or `<br>` at the end of a line breaks it, and is printed at the end of a paragraph


def own_line(entry: ListItem | None, block: Paragraph, line: Line, others: list[Line]) -> Edit | None:
    """The edit that makes a line within a block of an item one of the list below it; `others` are all such lines of the block."""
    column = _column(entry)
    source, start = line.span.source, line.span.start
    begin = _line_start(source, start)
    if column is None or not BLANK.fullmatch(source.text, begin, start) or not _end_well(block, others):
        return None
    typed = TYPED.match(source.text, start)
    return Edit(source.span(begin, typed.end() if typed else start), f"{' ' * column}- ")


def moved_below(above: ListItem | None, entry: ListItem | None) -> Edit | None:
    """The edit that puts an item, which is no more than such a line, below the item before it."""
    column, own = _column(above), _column(entry)
    if entry is None or column is None or own is None or len(entry.blocks) > 1:
        return None
    first = entry.blocks[0].span
    begin = _line_start(first.source, first.start)
    if own != first.start - begin:
        return None
    return Edit(first.source.span(begin, first.start), f"{' ' * column}- ")


def _column(entry: ListItem | None) -> int | None:
    """The 0-based column in which the text of a list's item begins; None for whatever else."""
    if entry is None or not entry.blocks:
        return None
    first = entry.blocks[0].span
    begin = _line_start(first.source, first.start)
    found = MARKER.match(first.source.text, begin)
    return found.end() - begin if found and found.end() <= first.start else None


def _line_start(source: Source, at: int) -> int:
    text = source.text
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _end_well(block: Paragraph, lines: list[Line]) -> bool:
    """True where each line of a paragraph from the first such line on is one, or goes on in small letters; and none before ends with a break."""
    starts = {line.span.start for line in lines}
    text, first = block.span.text, min(starts) - block.span.start
    if block.attributes and block.attributes.span.start > min(starts):  # an identity would go with the last line
        return False
    ends = [found.end() for found in LINE_END.finditer(text)]
    for begin, end in zip([0, *ends], [*ends, len(text)], strict=True):
        said = text[begin:end].strip()
        at = begin + text[begin:end].index(said)
        if said.endswith(LATE_BREAK) or (end > first and at + block.span.start not in starts and not said[:1].islower()):
            return False
    return True
