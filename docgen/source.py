"""Source and Span: the text of one file, and a place in it.

A Source keeps the text of a file exactly as it was decoded: byte order mark, CRLF and front matter
included. Offsets count code points of that text; lines and columns are worked out on demand and are
1-based, as editors show them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

# Only these end a line in Markdown; str.splitlines() would also break at form feeds and U+2028.
LINE_END = re.compile(r"\r\n|\n|\r")


# What a named tuple calls in the end; there are as many spans as words, nearly.
_made = tuple.__new__


class Source:
    """The decoded text of one file and the path it is known by, relative to the workspace, with `/`."""

    __slots__ = ("_starts", "path", "text")
    marked = True  # a place in a line is marked below it

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self._starts: list[int] | None = None

    def __repr__(self) -> str:
        return f"Source({self.path!r}, {len(self.text)} characters)"

    @property
    def line_starts(self) -> list[int]:
        """The offset at which each line begins; there is always at least one line."""
        if self._starts is None:
            self._starts = [0, *(match.end() for match in LINE_END.finditer(self.text))]
        return self._starts

    def position(self, offset: int) -> tuple[int, int]:
        """1-based line and column of an offset; a byte order mark takes no column."""
        starts = self.line_starts
        line = bisect_right(starts, offset) - 1
        mark = 1 if line == 0 and self.text.startswith("\ufeff") and offset > 0 else 0
        return line + 1, offset - starts[line] + 1 - mark

    def line(self, number: int) -> str:
        """The text of a 1-based line without its line end and without a byte order mark."""
        starts = self.line_starts
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n").removeprefix("\ufeff")

    def span(self, start: int, end: int) -> Span:
        """The place from `start` up to, not including, `end`."""
        return _made(Span, (self, start, end))

    def place(self, span: Span) -> str:
        """Where a span begins, as it is said behind the path: `5:21`."""
        line, column = self.position(span.start)
        return f"{line}:{column}"

    def top(self) -> Span:
        """An empty span at the first character, for findings about a file as such."""
        return Span(self, 0, 0)


class Span(NamedTuple):
    """A half-open range of code points of one source."""

    source: Source
    start: int
    end: int

    def __reduce__(self) -> tuple[object, ...]:
        """What pickle makes another of."""
        return _made, (Span, tuple(self))

    @property
    def text(self) -> str:
        """The characters of the file that the span covers."""
        return self.source.text[self.start : self.end]

    def sub(self, start: int, end: int) -> Span:
        """A span inside this one; offsets are those of the source."""
        return _made(Span, (self.source, start, end))

    def to(self, other: Span) -> Span:
        """A span from the start of this one to the end of a later one in the same source."""
        return _made(Span, (self.source, self.start, other.end))
