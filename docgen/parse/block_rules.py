"""The library's block parser, trying only the rules that can begin at the sign a line begins with.

The library tries all fourteen rules on every block, and most blocks are paragraphs; and on every further line of a block it tries
all that may end it there. A test compares the HTML of both over all fixtures.
"""

from __future__ import annotations

from types import MappingProxyType

from markdown_it.parser_block import ParserBlock, RuleFuncBlockType
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock

# What may begin with any sign: a table's first row, a heading that is underlined, a term, a paragraph.
ALWAYS = frozenset({"table", "lheading", "deflist", "paragraph"})
LIST = frozenset({"list"})
# Begin a list or a rule; with a letter behind the blank that follows them, a list.
MARKERS = frozenset("-*")
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
        return any(rule(state, line, end, silent) for rule in self.choose(state, line))


class QuickRuler(Ruler[RuleFuncBlockType]):
    """The library's ruler, in which one rule stands for all that may end a block of some kind."""

    def __init__(self, ruler: Ruler[RuleFuncBlockType]) -> None:
        super().__init__()
        named = list(zip(ruler.get_active_rules(), ruler.getRules(""), strict=True))
        for name, rule in named:
            self.push(name, rule)
        self.begin = BySign(named)
        self.end: dict[str, Rules] = {kind: [BySign([entry for entry in named if entry[1] in ruler.getRules(kind)]).one_applies] for kind in ENDED}

    def getRules(self, chainName: str = "") -> Rules:  # noqa: N802, N803
        """The rules that may end a block of a kind; without one, all rules."""
        if chainName:
            return self.end[chainName]
        return super().getRules()


class QuickBlock(ParserBlock):
    """The block parser with its rules sorted by the sign that they begin with."""

    def __init__(self, ruler: Ruler[RuleFuncBlockType]) -> None:
        super().__init__()
        self.ruler = QuickRuler(ruler)
        self.choose = self.ruler.begin.choose

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        """Run the block rules from one line up to another, as the library does."""
        line, empty = startLine, False
        while line < endLine:
            state.line = line = state.skipEmptyLines(line)
            if line >= endLine or state.sCount[line] < state.blkIndent:
                break
            if state.level >= state.md.options.maxNesting:
                state.line = endLine
                break
            for rule in self.choose(state, line):
                if rule(state, line, endLine, False):
                    break
            state.tight = not empty
            line = state.line
            empty = empty or (line - 1 < endLine and state.isEmpty(line - 1))
            if line < endLine and state.isEmpty(line):
                empty = True
                state.line = line = line + 1
