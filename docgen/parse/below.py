"""The edits that put lines such as `Lead: council` where they describe their item: behind a dash right below the item's first letter.

An edit is made only where nothing is left to doubt: in a part that is nothing but lists and paragraphs, all of whose items begin at the
left margin, come before their lines and cannot be meant for such lines; below an item that says no more than a sentence on one line and
these lines, each of one line, behind two blanks and all moved together; and where whatever follows begins at the margin, so that it stays
where it is. A part that says anything of an audience is left to its author: who may read a passage is nobody's guess.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import cast

from docgen.diagnostics import Diagnostic, Edit
from docgen.near import distance
from docgen.nodes import Block, List, ListItem, Paragraph
from docgen.parse.fields import is_plain
from docgen.pattern import lazy
from docgen.record import Record, fresh
from docgen.source import LINE_END, Source
from docgen.walk import visible

NAME = "misplaced-field"
MARKER = lazy(r" {0,3}(?:[-+*]|\d{1,9}[.)]) {1,4}(?=\S)")
# What Word or an e-mail puts before a line instead of a dash, or a dash without a blank.
TYPED = lazy(r"[–—•·▪●][ \t]*|-(?=[A-Za-z*_])")
LINE = lazy(r"[^\r\n]*")
# What may follow the last line: nothing, or blank lines and a line that begins at the left margin.
FLUSH = lazy(r"[ \t]*+(?:\Z|(?:\r\n|\r|\n)(?:[ \t]*+(?:\r\n|\r|\n))*+(?:[ \t]*+\Z|(?![ \t])))")
LIKE_AUDIENCE = lazy(r"(?<!\w)\w{6,10}(?!\w)")
DISGUISE = lazy("[\u00ad\u0370-\u052f\u200b-\u200f\u2060-\u2064\ufeff]")  # signs without width, Greek and Cyrillic letters
ENDED = lazy(r"[.!?][\"'”’)]?(?:[ \t]*\{#[\w.-]+\})?$")
# `\` or `<br>` at the end of a line breaks it, and would be printed at the end of a paragraph; of other tags and comments nothing is sure.
LATE_BREAK = ("\\", ">")


class Described(Record):
    """An item at the left margin, and the items behind it that are no more than lines about it."""

    item: ListItem
    lines: list[ListItem] = fresh(factory=list)


def with_edits(blocks: list[Block], problems: list[Diagnostic]) -> list[Diagnostic]:
    """What is wrong with the items of a part, with the edits that mend it: one for all lines of an item, or none."""
    starts = sorted({problem.span.start for problem in problems if problem.name == NAME})
    if not starts or not all(type(block) is List or (isinstance(block, Paragraph) and _parts_nothing(block)) for block in blocks):
        return problems
    source = blocks[0].span.source
    if _may_keep_from_readers(source.text[blocks[0].span.start : blocks[-1].span.end]):
        return problems
    edits = {start: edit for described in _described(blocks, frozenset(starts)) for start, edit in _edits(source, described, starts)}
    found = ((problem, edits.get(problem.span.start) if problem.name == NAME else None) for problem in problems)
    return [problem.mended_by(edit) if edit else problem for problem, edit in found]


def _parts_nothing(paragraph: Paragraph) -> bool:
    """True for a whole sentence: what has no full stop may be a title of what follows, or words that the points below go on from."""
    return bool(ENDED.search(visible(paragraph.content).rstrip()))


def _may_keep_from_readers(text: str) -> bool:
    """True where a text may say anything of an audience, mistyped or with letters and signs that only look so."""
    folded = text.casefold()
    return "audience" in folded or bool(DISGUISE.search(text)) or any(distance(word, "audience") <= 2 for word in set(LIKE_AUDIENCE.findall(folded)))


def _described(blocks: list[Block], starts: frozenset[int]) -> list[Described]:
    """The items of a part with the lines about each; none at all where an item is indented, or a list begins with a line and does not follow right behind an item."""
    found: list[Described] = []
    for block in (block for block in blocks if isinstance(block, List)):
        # Of lists with other signs one may follow another: items with numbers, and lines with dashes.
        if _is_line(block.items[0], starts) and (not found or _text_between(found[-1], block)):
            return []
        for entry in block.items:
            if _is_line(entry, starts):
                found[-1].lines.append(entry)
            elif _is_elsewhere(entry) or not is_plain(cast(Paragraph, entry.blocks[0]).content):
                return []
            else:
                found.append(Described(entry))
    return found


def _is_line(entry: ListItem, starts: frozenset[int]) -> bool:
    return bool(entry.blocks) and entry.blocks[0].span.start in starts


def _last(described: Described) -> ListItem:
    return described.lines[-1] if described.lines else described.item


def _text_between(above: Described, block: List) -> str:
    """What the file has between an item with its lines and a list, but for blanks."""
    end = _last(above).span.end
    return block.span.source.text[end : block.span.start].strip()


def _is_elsewhere(entry: ListItem) -> bool:
    """True for an item that does not begin at the left margin, or not as items do."""
    marker = _marker(entry)
    return marker is None or entry.span.source.text[marker[0]] == " "


def _marker(entry: ListItem) -> tuple[int, int] | None:
    """Where the line of an item begins, and where its words do; None where more or less than a dash or number stands before them."""
    source = entry.span.source
    begin = _line_start(source, entry.span.start)
    found = MARKER.match(source.text, begin)
    if found is None or not entry.blocks or not isinstance(entry.blocks[0], Paragraph) or found.end() > entry.blocks[0].span.start:
        return None
    return begin, found.end()


def _edits(source: Source, described: Described, starts: list[int]) -> Iterator[tuple[int, Edit]]:
    """The one edit for all lines of an item, by where each line begins."""
    marker = _marker(described.item)
    run_on = _within(starts, described.item)
    lines = run_on or [line.blocks[0].span.start for line in described.lines]
    if marker is None or not lines or (run_on and described.lines) or not FLUSH.match(source.text, _last(described).span.end):
        return
    is_plain = _is_words_then_lines(source, described.item, run_on) if run_on else _are_one_line_each(described, starts)
    if is_plain:
        edit = _edit(source, lines, marker[1] - marker[0])
        yield from ((start, edit) for start in lines)


def _within(starts: list[int], entry: ListItem) -> list[int]:
    """Where the lines begin that stand within an item, but for one that it is itself."""
    first = entry.blocks[0].span.start
    return starts[bisect_right(starts, first) : bisect_left(starts, entry.span.end)]


def _is_words_then_lines(source: Source, item: ListItem, run_on: list[int]) -> bool:
    """True where an item is its words and such lines below, in one paragraph or in a second one, and no line is more than one line."""
    text, last = source.text, item.blocks[-1]
    if len(item.blocks) > 2 or not isinstance(last, Paragraph) or (len(item.blocks) == 2 and last.span.start != run_on[0]):
        return False
    if last.attributes and last.attributes.span.start > run_on[0]:  # an identity would go with the last line
        return False
    end = _line_start(source, run_on[0])
    said = text[item.span.start : end].rstrip()
    # Further lines may be a label, or have an identity that would be printed; without a full stop a sentence may go on.
    if LINE_END.search(said) or said.count("{") > 1 or not ENDED.search(said) or any(text[start - 2 : start] != "  " for start in run_on):
        return False
    for start in run_on:
        if text[end:start].strip() or said.endswith(LATE_BREAK):
            return False
        line = cast("re.Match[str]", LINE.match(text, start))
        said, end = line.group().rstrip(), line.end()
    return not text[end : item.span.end].strip() and not said.endswith(LATE_BREAK)


def _are_one_line_each(described: Described, starts: list[int]) -> bool:
    """True where an item is nothing but its words, and each item behind it one line, with nothing but blanks between them."""
    text, end = described.item.span.source.text, described.item.span.end
    for line in described.lines:
        marker, first = _marker(line), line.blocks[0]
        if marker is None or text[marker[0] : marker[0] + 2] != "  " or len(line.blocks) > 1 or line.checked is not None or cast(Paragraph, first).attributes:
            return False
        if _within(starts, line) or LINE_END.search(line.span.text.strip()) or text[end : marker[0]].strip():
            return False
        end = line.span.end
    return len(described.item.blocks) == 1


def _edit(source: Source, lines: list[int], column: int) -> Edit:
    """Each line behind a dash, which stands at a 0-based column; what stands between the lines stays."""
    text, dash = source.text, f"{' ' * column}- "
    begins = [typed.end() if (typed := TYPED.match(text, start)) else start for start in lines]
    between = [text[begin : _line_start(source, start)] for begin, start in zip(begins, lines[1:], strict=False)]
    return Edit(source.span(_line_start(source, lines[0]), begins[-1]), "".join(f"{dash}{said}" for said in (*between, "")))


def _line_start(source: Source, at: int) -> int:
    return at - source.position(at)[1] + 1
