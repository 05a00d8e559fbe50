"""Exact places for what markdown-it-py reads.

Its block tokens know their lines only, and its inline tokens no place at all. Two facts mend that. Each line of a
block's content is a suffix of a line of the file (containers strip on the left), so `Places` turns an offset of
the content into one of the file. And every inline rule either lets `pending` grow letter by letter or pushes
tokens for what it consumed, so `TrackedInline` can note on each token, in `map`, where in the content it stood.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.parser_inline import ParserInline, RuleFuncInline2Type, RuleFuncInlineType
from markdown_it.ruler import Ruler
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from docgen.parse.block_rules import QuickBlock
from docgen.parse.states import QuickInlineState
from docgen.source import Source, Span

TRIMMED = " \t\n\r\f\v"
# Brackets inside one another that are followed to see whether they are a link; time grows with it.
DEEPEST_BRACKET = 20


# Which inline rules may begin at a sign; at any other, only text does.
BEGIN = MappingProxyType(
    {
        "\n": ("newline",),
        "\\": ("escape",),
        "`": ("backticks",),
        "~": ("strikethrough",),
        "*": ("emphasis",),
        "_": ("emphasis",),
        "[": ("reference", "link", "footnote_ref"),
        "!": ("image",),
        "<": ("autolink", "html_inline"),
        "&": ("entity",),
        "{": ("attributes",),
        "]": (),
    }
)
# Where an address may begin.
ADDRESSES = MappingProxyType(dict.fromkeys("hHwW", ("address",)))


class TrackedInline(ParserInline):
    """The library's inline parser; each token it gives has `map = [start, end]` in the content it was read from.

    It tries only the rules that can begin at the sign it has come to, and text runs on to the next such sign: the library
    tries all rules at every sign that some plugin might want, which costs half of its time.
    """

    def __init__(self, ruler: Ruler[RuleFuncInlineType], ruler2: Ruler[RuleFuncInline2Type], addresses: bool) -> None:
        super().__init__()
        self.ruler, self.ruler2 = ruler, ruler2
        signs = re.escape("".join(BEGIN))
        self.terminator_re = re.compile(f"[{signs}]|https?://|www\\." if addresses else f"[{signs}]", re.IGNORECASE)
        rules = dict(zip(ruler.get_active_rules(), ruler.getRules(""), strict=True))
        begin = {**BEGIN, **ADDRESSES} if addresses else BEGIN
        self.beginning = {sign: [rules[name] for name in names] for sign, names in begin.items()}
        self.after = ruler2.getRules("")

    def tokenize(self, state: StateInline) -> None:
        """Run the inline rules from `state.pos` to `state.posMax`, noting places."""
        deep = state.level >= state.md.options["maxNesting"]
        tokens, source, beginning, search = state.tokens, state.src, self.beginning, self.terminator_re.search
        resume = state.pos
        while state.pos < state.posMax:
            start, count = state.pos, len(tokens)
            for rule in () if deep else beginning.get(source[start], ()):
                if rule(state, False):
                    break
            else:
                found = search(source, start + 1)
                state.pos = min(found.start(), state.posMax) if found else state.posMax
                state.append_pending(source[start : state.pos])
            if len(tokens) > count:
                _place(tokens, count, resume, start, state.pos)
                resume = state.pos
        if state.pending:
            token = state.pushPending()
            token.map = [resume, resume + len(token.content)]

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        """The tokens of one content."""
        state = QuickInlineState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.after:
            rule(state)
        return state.tokens

    def skipToken(self, state: StateInline) -> None:  # noqa: N802
        """Pass over one piece of a link's text; too many brackets inside one another are no link."""
        if state.level >= DEEPEST_BRACKET and state.pos not in state.cache:
            state.cache[state.pos] = state.posMax + 1
        super().skipToken(state)


def _place(tokens: list[Token], first: int, resume: int, start: int, end: int) -> None:
    """Give places to the tokens that one rule pushed: first the text that was pending, then its own."""
    if resume < start and tokens[first].type == "text":
        tokens[first].map = [resume, resume + len(tokens[first].content)]
        first += 1
    at = start
    for token in tokens[first:]:
        if token.map is None and token.type == "text":
            token.map = [at, at + len(token.content)]
            at += len(token.content)
        elif token.map is None:
            token.map = [start, end]


def tracked(md: MarkdownIt, addresses: bool = False) -> MarkdownIt:
    """The parser with places: its inline rules are kept, and nothing joins or rewrites tokens afterwards."""
    md.inline.ruler2.disable("fragments_join")
    md.block = QuickBlock(md.block.ruler)
    md.inline = TrackedInline(md.inline.ruler, md.inline.ruler2, addresses)
    md.core.ruler.enableOnly(["block"])
    return md


def _begin(whole: str, part: str) -> int:
    """Where the end of a line begins that was kept, without the blanks behind it: whatever the library takes for blanks, they hold nothing of it."""
    at = whole.rfind(part) if part else -1
    return at if at >= 0 else max(0, len(whole.rstrip()) - len(part))


class Lines:
    """The body of a note as the library reads it, and where each of its lines stands in the file."""

    def __init__(self, source: Source, first: int, body: str) -> None:
        """`first` is the 0-based line of the file on which the body begins; `body` has `\\n` for every line end."""
        self.source = source
        self.lines = body.split("\n")
        self.starts = source.line_starts[first:]
        if first == 0 and source.text.startswith("\ufeff"):
            self.starts = [1, *self.starts[1:]]

    def start(self, line: int) -> int:
        """Offset in the file at which a 0-based line of the body begins."""
        return self.starts[line] if line < len(self.starts) else len(self.source.text)

    def end(self, line: int) -> int:
        """Offset in the file at which a line's text ends, before its line end."""
        return self.start(line) + (len(self.lines[line]) if line < len(self.lines) else 0)

    def span(self, lines: list[int]) -> Span:
        """The text of whole lines `[first, after last)`, without indentation before and blanks behind."""
        first, last = lines[0], lines[1] - 1
        while last > first and not self.lines[last].strip():
            last -= 1
        if first >= len(self.lines):
            return self.source.span(self.start(first), self.start(first))
        text, start = self.lines[first], self.starts[first]
        indented = start + len(text) - len(text.lstrip())
        end = self.starts[last] + len(self.lines[last]) if last > first else start + len(text)
        return self.source.span(indented, max(end, indented))

    def whole(self, first: int, last: int) -> Span:
        """The text of whole lines that are not empty, without indentation before."""
        text, start = self.lines[first], self.starts[first]
        return self.source.span(start + len(text) - len(text.lstrip()), self.starts[last] + len(self.lines[last]))

    def column(self, line: int, part: str, last: bool) -> int:
        """0-based column of a line of content in its line; only a last line may have lost blanks behind it."""
        whole = self.lines[line]
        return _begin(whole, part) if last else max(0, len(whole) - len(part))

    def only(self, content: str, line: int) -> Span:
        """The place of a block's content that is one line."""
        whole = self.lines[line]
        start = self.starts[line] + _begin(whole, content)
        return self.source.span(start, start + len(content))

    def places(self, content: str, line: int) -> Places:
        """Where the characters of a block's content stand, when its first line is `line`."""
        if "\n" not in content:
            return Places(self.source, [0], [self.only(content, line).start])
        parts = content.split("\n")
        starts, targets, offset = [], [], 0
        for number, part in enumerate(parts):
            starts.append(offset)
            column = self.column(line + number, part, last=number == len(parts) - 1)
            targets.append(self.start(line + number) + column)
            offset += len(part) + 1
        return Places(self.source, starts, targets)

    def heading(self, content: str, line: int, markup: str) -> Places:
        """Where the characters of an ATX heading stand; its closing `#` are no content."""
        whole = self.lines[line]
        after = whole.index(markup) + len(markup)
        column = whole.find(content, after) if content else after
        return Places(self.source, [0], [self.start(line) + column])


class Places:
    """From offsets in the content of one block to offsets in the file, line by line."""

    __slots__ = ("source", "starts", "targets")

    def __init__(self, source: Source, starts: list[int], targets: list[int]) -> None:
        self.source = source
        self.starts = starts
        self.targets = targets

    def at(self, offset: int) -> int:
        """The offset in the file of a character of the content."""
        if len(self.starts) == 1:
            return self.targets[0] + offset
        line = bisect_right(self.starts, offset) - 1
        return self.targets[line] + offset - self.starts[line]

    def span(self, start: int, end: int) -> Span:
        """The place of a range of the content; it ends with its last character, not with the line after."""
        if len(self.starts) == 1:
            base = self.targets[0]
            return self.source.span(base + start, base + end)
        first = self.at(start)
        return self.source.span(first, max(first, self.at(end - 1) + 1) if end > start else first)

    def moved(self, by: int) -> Places:
        """The same places for a part of the content that begins at `by`."""
        return Places(self.source, [start - by for start in self.starts], self.targets)


def cell_places(lines: Lines, line: int, indent: int) -> list[Places]:
    """The places of the trimmed cells of one row of a table, split as markdown-it-py splits them."""
    row = mdTrim(lines.lines[line][indent:])
    base = lines.start(line) + indent + lines.lines[line][indent:].find(row)
    return [_cell(lines.source, row, base, start, end) for start, end in _cells(row)]


def _cells(row: str) -> list[tuple[int, int]]:
    """Ranges of the cells of a row; empty ones before the first and behind the last bar are none."""
    bars = [i for i, sign in enumerate(row) if sign == "|" and (i == 0 or row[i - 1] != "\\")]
    edges = [-1, *bars, len(row)]
    ranges = [(a + 1, b) for a, b in pairwise(edges)]
    if ranges and ranges[0][0] == ranges[0][1]:
        ranges.pop(0)
    if ranges and ranges[-1][0] == ranges[-1][1]:
        ranges.pop()
    return ranges


def _cell(source: Source, row: str, base: int, start: int, end: int) -> Places:
    text = row[start:end]
    said = mdTrim(text)
    start += text.find(said) if said else len(text)
    starts, targets, offset = [0], [base + start], 0
    at = start
    while (bar := row.find("\\|", at, end)) >= 0:
        offset += bar - at
        starts.append(offset)
        targets.append(base + bar + 1)
        at = bar + 1
    return Places(source, starts, targets)
