"""The library's block parser, trying only the rules that can begin at the sign a line begins with.

The library tries all fourteen rules on every block, and most blocks are paragraphs. A test compares the HTML of both over all fixtures.
"""

from __future__ import annotations

from types import MappingProxyType

from markdown_it.parser_block import ParserBlock, RuleFuncBlockType
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock

# What may begin with any sign: a table's first row, a heading that is underlined, a term, a paragraph.
ALWAYS = frozenset({"table", "lheading", "deflist", "paragraph"})
LIST = frozenset({"list"})
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


class QuickBlock(ParserBlock):
    """The block parser with its rules sorted by the sign that they begin with."""

    def __init__(self, ruler: Ruler[RuleFuncBlockType]) -> None:
        super().__init__()
        self.ruler = ruler
        self.rules = list(zip(ruler.get_active_rules(), ruler.getRules(""), strict=True))
        self.plain = [rule for name, rule in self.rules if name in ALWAYS]
        self.beginning = {
            sign: [rule for name, rule in self.rules if name in ALWAYS or name in names] for sign, names in BEGIN.items()
        }

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

    def choose(self, state: StateBlock, line: int) -> list[RuleFuncBlockType]:
        """The rules to try on a line; one that is indented like code may be anything."""
        if state.sCount[line] - state.blkIndent >= 4:
            return [rule for _, rule in self.rules]
        return self.beginning.get(state.src[state.bMarks[line] + state.tShift[line]], self.plain)
