"""The library's block parser, trying only the rules that can begin at the sign a line begins with.

The library tries all fourteen rules on every block, and most blocks are paragraphs; and on every further line of a block it tries
all that may end it there. What may begin with any sign shows by a line below it, and is tried only where some line of the note looks
like that. A paragraph is one token with its text, followed by two that stand for the library's. A plain list is one token, too: the items of
most lists are one line each, and the library's rule, ready for any list, was a fifth of the time of reading. Tests compare both ways
over all fixtures.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.parser_block import ParserBlock, RuleFuncBlockType
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock, list_block
from markdown_it.token import Token

from docgen.parse.states import QuickState
from docgen.pattern import lazy

# What may begin with any sign, and how the line looks that tells it: below a table's first row, a heading, a term. A line end is
# found quicker than the beginning of a line.
TOLD = MappingProxyType(
    {
        "table": lazy(r"\n[ \t>]*[|:-][-|: \t]*(?:\n|\Z)"),
        "lheading": lazy(r"\n[ \t>]*(?:=+|-+)[ \t]*(?:\n|\Z)"),
        "deflist": lazy(r"\n[ \t>]*[:~][ \t]"),
    }
)
ALWAYS = frozenset({*TOLD, "paragraph"})
LIST = frozenset({"list"})
# Begin a list or a rule; with a letter behind the blank that follows them, a list.
MARKERS = frozenset("-*")


def _items(sign: str, *items: str) -> str:
    """The pattern of a list at the top level, and of what may stand behind it: the end, or an empty line and one that can't go on with it."""
    return rf"(?:{'|'.join(items)})++(?=[ \t]*\Z|(?:[ \t]*\n)++(?:[ \t]*\Z|[^\s:~{sign}]))"


def _item(mark: str, least: int) -> str:
    """The pattern of an item that is one line, and of a list of such lines that may stand below it, all with the same indentation."""
    # A line that can begin nothing but a paragraph.
    line = r"(?:[^\W\d_]|[0-9]++(?![0-9.)])|\*\*?(?=[^\W_])|[\"'“‘(])[^\n]*+(?:\n|\Z)"
    return rf"{mark} {line}(?:(?P<by_{least}> {{{least},{least + 3}}})- {line}(?:(?P=by_{least})- {line})*+)?+"


PLAIN_LIST = lazy("|".join((_items("-", _item("-", 2)), _items("0-9", _item("[0-9][.]", 3), _item("[0-9][0-9][.]", 4)))))
# The kinds of blocks that another may end without an empty line between them.
ENDED = ("paragraph", "reference", "blockquote", "list")
BEGIN = MappingProxyType(
    {
        "#": frozenset({"heading"}),
        ">": frozenset({"blockquote"}),
        "-": frozenset({"hr", "list"}),
        "*": frozenset({"hr", "list"}),
        "_": frozenset({"hr"}),
        "+": LIST,
        "`": frozenset({"fence"}),
        "~": frozenset({"fence"}),
        ":": frozenset({"container"}),
        "[": frozenset({"footnote_def", "reference"}),
        "<": frozenset({"html_block"}),
        **dict.fromkeys("0123456789", LIST),
    }
)


Rules = list[RuleFuncBlockType]


class BySign:
    """Rules of the block parser, sorted by the sign that they begin with."""

    def __init__(self, named: list[tuple[str, RuleFuncBlockType]]) -> None:
        self.all = [rule for _, rule in named]
        self.plain = [rule for name, rule in named if name in ALWAYS]
        self.items = [rule for name, rule in named if name in ALWAYS or name in LIST]
        self.beginning = {sign: [rule for name, rule in named if name in ALWAYS or name in names] for sign, names in BEGIN.items()}

    def choose(self, state: StateBlock, line: int) -> Rules:
        """The rules to try on a line; one that is indented like code may be anything."""
        if state.sCount[line] - state.blkIndent >= 4:
            return self.all
        first = state.bMarks[line] + state.tShift[line]
        sign = state.src[first : first + 1]
        if sign in MARKERS and state.src[first + 2 : first + 3].isalnum():
            return self.items
        return self.beginning.get(sign, self.plain)

    def one_applies(self, state: StateBlock, line: int, end: int, silent: bool) -> bool:
        """True where one of the rules begins on a line: a rule that stands for all of them."""
        for rule in self.choose(state, line):  # noqa: SIM110 - a generator costs more than most rules
            if rule(state, line, end, silent):
                return True
        return False


class QuickRuler(Ruler[RuleFuncBlockType]):
    """The library's ruler, in which one rule stands for all that may end a block of some kind; `absent` are those that no line tells.

    `own` are our rules where a block begins; whether one ends another, the library's are asked.
    """

    def __init__(self, ruler: Ruler[RuleFuncBlockType], own: dict[str, RuleFuncBlockType]) -> None:
        super().__init__()
        self.own = own
        self.named = list(zip(ruler.get_active_rules(), ruler.getRules(""), strict=True))
        for name, rule in self.named:
            self.push(name, rule)
        self.ending = {kind: ruler.getRules(kind) for kind in ENDED}
        self.choose = cache(self._chosen)
        self.without(frozenset())

    def without(self, absent: frozenset[str]) -> None:
        """Leave some rules out from now on."""
        self.begin, self.end, self.stop = self.choose(absent)

    def _chosen(self, absent: frozenset[str]) -> tuple[BySign, dict[str, Rules], BySign]:
        present = [entry for entry in self.named if entry[0] not in absent]
        ending = {kind: BySign([entry for entry in present if entry[1] in rules]) for kind, rules in self.ending.items()}
        beginning = [(name, self.own.get(name, rule)) for name, rule in present]
        return BySign(beginning), {kind: [rules.one_applies] for kind, rules in ending.items()}, ending["paragraph"]

    def getRules(self, chainName: str = "") -> Rules:  # noqa: N802, N803
        """The rules that may end a block of a kind; without one, all rules."""
        if chainName:
            return self.end[chainName]
        return super().getRules()


# Follow each paragraph's token in place of the library's two, which list and definition list count on.
INSIDE = (Token("inline", "", 0, hidden=True), Token("paragraph_close", "p", -1))


class QuickBlock(ParserBlock):
    """The block parser with its rules sorted by the sign that they begin with."""

    ruler: QuickRuler

    def __init__(self, ruler: Ruler[RuleFuncBlockType]) -> None:
        super().__init__()
        self.ruler = QuickRuler(ruler, {"paragraph": self.paragraph, "list": self.any_list})

    def parse(self, src: str, md: MarkdownIt, env: Any, outTokens: list[Token]) -> list[Token] | None:  # noqa: N803
        """The tokens of a text."""
        if not src:
            return None
        self.ruler.without(frozenset(name for name, line in TOLD.items() if not line.search(src)))
        state = QuickState(src, md, env, outTokens)
        self.tokenize(state, state.line, state.lineMax)
        return state.tokens

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        """Run the block rules from one line up to another, as the library does."""
        line, empty, choose = startLine, False, self.ruler.begin.choose
        deepest = state.md.options.maxNesting
        while line < endLine:
            state.line = line = state.skipEmptyLines(line)
            if line >= endLine or state.sCount[line] < state.blkIndent:
                break
            if state.level >= deepest:
                state.line = endLine
                break
            for rule in choose(state, line):
                if rule(state, line, endLine, False):
                    break
            state.tight = not empty
            line = state.line
            empty = empty or (line - 1 < endLine and state.isEmpty(line - 1))
            if line < endLine and state.isEmpty(line):
                empty = True
                state.line = line = line + 1

    def paragraph(self, state: StateBlock, start: int, _: int, silent: bool) -> bool:
        """The library's paragraph; its lines are looked at without a call for each."""
        around, state.parentType = state.parentType, "paragraph"
        line = start + 1
        while line < state.lineMax and (first := state.bMarks[line] + state.tShift[line]) < state.eMarks[line]:
            if 0 <= state.sCount[line] <= state.blkIndent + 3 and self._ends(state, line, first):
                break
            line += 1
        state.line = line
        token = state.push("paragraph_open", "p", 0)
        token.map = [start, line]
        if line == start + 1:
            token.content = mdTrim(state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]])
        else:
            token.content = mdTrim(state.getLines(start, line, state.blkIndent, False))
        state.tokens += INSIDE
        state.parentType = around
        return True

    def any_list(self, state: StateBlock, start: int, end: int, silent: bool) -> bool:
        """A plain list, or whatever list the library finds; its rule alone is asked whether a list ends something."""
        first = state.bMarks[start]
        found = None if state.level or state.tShift[start] else PLAIN_LIST.match(state.src, first)
        if found is None:
            return list_block(state, start, end, silent)
        items = found.group()
        token = state.push("plain_list", "", 0)
        state.line = start + items.count("\n") + (not items.endswith("\n"))
        token.map = [start, state.line]
        # `beyond` counts it: containers around a list may make it too deep.
        token.level = 4 if found.lastgroup else 2
        return True

    def _ends(self, state: StateBlock, line: int, first: int) -> bool:
        """True where something else begins on a line of a paragraph; most lines begin with a letter."""
        stop = self.ruler.stop
        if not stop.plain and state.src[first] not in BEGIN and state.sCount[line] < state.blkIndent + 4:
            return False
        return stop.one_applies(state, line, state.lineMax, True)
