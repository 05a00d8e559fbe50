"""The states of the library's parsers, which make tokens that hold only what is set.

Making tokens was a fifth of the time of reading: each has thirteen fields, of which most tokens need five.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, fields
from itertools import accumulate
from typing import Any, Literal, cast

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token


class Made:
    """A field of a token that is made when something asks for it."""

    def __init__(self, name: str, factory: Callable[[], Any]) -> None:
        self.name, self.factory = name, factory

    def __get__(self, token: Any, _: type) -> Any:
        value = token.__dict__[self.name] = self.factory()
        return value


class Placed(Token):
    """A token that has its place: those that open something, and those with text. Closing ones have none, and nobody asks."""

    map: list[int]


class QuickToken(Token):
    """A token that holds only what is set; its other fields are those of its class."""

    def __init__(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> None:
        self.type, self.tag, self.nesting = ttype, tag, nesting


for _field in fields(cast(Any, Token)):
    _factory = cast(Any, _field.default_factory)
    setattr(QuickToken, _field.name, (None if _field.default is MISSING else _field.default) if _factory is MISSING else Made(_field.name, _factory))


# One closing token of each kind serves for all: it says nothing but its kind.
CLOSING: dict[tuple[str, str], Token] = {}


class QuickState(StateBlock):
    """The state of the block parser; where its lines begin and end is found without a look at each of their blanks."""

    def __init__(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> None:
        super().__init__("", md, env, tokens)
        self.src = src
        lines = src.split("\n")
        if not lines[-1].strip(" \t"):  # nothing behind the last line end is a line
            lines.pop()
        self.bMarks = [0, *accumulate(len(line) + 1 for line in lines)]
        self.bMarks[-1] = len(src)
        self.eMarks = [start + len(line) for start, line in zip(self.bMarks, lines, strict=False)] + [len(src)]
        self.tShift = [len(line) - len(line.lstrip(" \t")) for line in lines] + [0]
        self.sCount = self.tShift.copy()
        if "\t" in src:
            self.sCount[:-1] = [len(line[:shift].expandtabs(4)) for line, shift in zip(lines, self.tShift, strict=False)]
        self.bsCount = [0] * (len(lines) + 1)
        self.lineMax = len(lines)

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """A new token at the end."""
        if nesting < 0:
            self.level -= 1
            kind = ttype, tag
            token = CLOSING.get(kind) or CLOSING.setdefault(kind, QuickToken(ttype, tag, nesting))
        else:
            token = QuickToken(ttype, tag, nesting)
            token.level = self.level
            if nesting:
                self.level += 1
        token.block = True
        self.tokens.append(token)
        return token


class QuickInlineState(StateInline):
    """The state of the inline parser."""

    def pushPending(self) -> Token:  # noqa: N802
        """The text that was waiting, as a token at the end."""
        token = QuickToken("text", "", 0)
        token.content, token.level = self.pending, self.pendingLevel
        self.tokens.append(token)
        self.pending = ""
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """A new token at the end, behind the text that was waiting."""
        if nesting:
            return super().push(ttype, tag, nesting)
        if self.pending:
            self.pushPending()
        token = QuickToken(ttype, tag, nesting)
        token.level = self.pendingLevel = self.level
        self.tokens.append(token)
        self.tokens_meta.append(None)
        return token
