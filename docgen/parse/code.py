"""Blocks of code: their lines as leaves."""

from __future__ import annotations

from docgen.nodes import HardBreak, Inline, Text, TextKind
from docgen.parse.spans import Lines


def code_lines(lines: Lines, content: str, first: int) -> list[Inline]:
    """Leaves for lines of code with a hard break between; what a tab before a line was stretched to is an atom."""
    leaves: list[Inline] = []
    if not content:  # The line behind a fence may be none of the file's.
        return leaves
    for number, text in enumerate(content.removesuffix("\n").split("\n"), first):
        if number > first:
            leaves.append(HardBreak(lines.source.span(lines.end(number - 1), lines.start(number))))
        solid = text if lines.lines[number].endswith(text) else text.lstrip(" ")
        start = lines.end(number) - len(solid)
        if len(solid) < len(text):
            tab = lines.source.span(_blank_before(lines, number, start), start)
            leaves.append(Text(tab, text[: len(text) - len(solid)], TextKind.TAB))
        if solid:
            leaves.append(Text(lines.source.span(start, lines.end(number)), solid))
    return leaves


def _blank_before(lines: Lines, number: int, end: int) -> int:
    """Where the white space before an offset of a line begins."""
    start, text = lines.start(number), lines.source.text
    while end > start and text[end - 1] in " \t":
        end -= 1
    return end
