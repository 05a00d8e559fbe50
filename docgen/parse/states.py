"""The states of the library's parsers, which make tokens without looking into each of their fields again.

Making tokens was a fifth of the time of reading: their class is a dataclass that converts its attributes each time it is made.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, fields
from typing import Any, Literal, cast

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token


def _maker() -> Callable[[str, str, int], Token]:
    """A function that makes tokens with the defaults of their class, whatever fields it has."""
    lines, scope = ["token = new(Token)"], {"new": object.__new__, "Token": Token}
    for field in fields(cast(Any, Token))[3:]:
        factory = cast(Any, field.default_factory)
        scope[field.name] = field.default if factory is MISSING else factory
        lines.append(f"token.{field.name} = {field.name}" + ("" if factory is MISSING else "()"))
    lines += ["token.type, token.tag, token.nesting = ttype, tag, nesting", "return token"]
    exec("def make(ttype, tag, nesting):\n " + "\n ".join(lines), scope)
    return cast(Callable[[str, str, int], Token], scope["make"])


made = _maker()


class QuickState(StateBlock):
    """The state of the block parser."""

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """A new token at the end."""
        if nesting < 0:
            self.level -= 1
        token = made(ttype, tag, nesting)
        token.block, token.level = True, self.level
        if nesting > 0:
            self.level += 1
        self.tokens.append(token)
        return token


class QuickInlineState(StateInline):
    """The state of the inline parser."""

    def pushPending(self) -> Token:  # noqa: N802
        """The text that was waiting, as a token at the end."""
        token = made("text", "", 0)
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
        token = made(ttype, tag, nesting)
        token.level = self.pendingLevel = self.level
        self.tokens.append(token)
        self.tokens_meta.append(None)
        return token
