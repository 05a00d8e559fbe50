"""Text whose signs can mean one thing only, read in one pass.

Most paragraphs hold words, line ends, emphasis around whole words, references, marks of footnotes, plain links, code and `{#id}`. Reading
these by the library, sign by sign and token by token, was a third of the time of reading. Whatever else a text holds, all of it is
left to the library. A test compares both over all fixtures, and over texts made of such signs at random.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from markdown_it.common.normalize_url import normalizeLink, validateLink

from docgen import nodes
from docgen.nodes import Attributes, Inline, Text
from docgen.parse.attributes import attributes_of
from docgen.parse.markdown import ATTRIBUTE
from docgen.parse.spans import Places
from docgen.pattern import lazy

WORDS = r"[^\n&*<\[\\\]_`{~]"
# A sign that ends a strong word is its end only before a blank; a letter always is (CommonMark 6.2, flanking).
PIECE = re.compile(
    r"(\n[ \t]*)"
    rf"|(\*\*?)(?!\*)(?=[^\W_])((?:{WORDS}*[^\W_]|{WORDS}*[.:,;?!)](?=\*+(?:\s|\Z))))\2(?!\*)"
    r"|\[@([A-Za-z0-9][\w.-]*)\]"
    r"|\[\^([^\]\[\s]+)\](?!\()"
    rf"|\[({WORDS}+)\]\(([^\s\x00-\x20\x7f()<>\\&]+)\)"
    rf"|\{{\s*({ATTRIBUTE}(?:\s+{ATTRIBUTE})*)\s*\}}"
    r"|`([^\s`\\](?:[^\n`\\]*[^\s`\\])?)`(?!`)"
    r"|!(?!\[)|&(?=\s)"
)
# An address that has nothing to quote and no scheme that could be unsafe.
SAFE = lazy(r"(?:https?://(?=[a-z0-9.-]{1,60}(?:/|\Z))[a-z0-9]+(?:[.-][a-z0-9]+)*(?:/|\Z)|(?!//))[A-Za-z0-9_./#-]*")
SIGN = re.compile(r"[\n!&*<\[\\\]_`{~]")


def simple(content: str, places: Places, environment: dict[str, Any]) -> list[Inline] | None:
    """The inline nodes of a content, None where it takes the library to read it."""
    found: list[Inline] = []
    done = at = 0
    while sign := SIGN.search(content, at):
        start = sign.start()
        piece = PIECE.match(content, start)
        if piece is None:
            return None
        at = piece.end()
        kind = piece.lastindex
        if kind is None:  # a sign that is text
            continue
        if kind == LINE and content.endswith("  ", done, start):
            return None
        text = content[done:start]
        if kind == LINE and text and text[-1] == " ":
            text = text[:-1]
        if text:
            found.append(Text(places.span(done, done + len(text)), text))
        node = READ[kind](piece, places)
        if node is None or (kind in BRACKETS and "references" in environment):
            return None
        found.append(node)
        done = at
    if done < len(content):
        found.append(Text(places.span(done, len(content)), content[done:]))
    return found


def _soft_break(piece: re.Match[str], places: Places) -> Inline:
    return nodes.SoftBreak(places.span(*piece.span()))


def _emphasis(piece: re.Match[str], places: Places) -> Inline:
    inner = places.span(*piece.span(3))
    kind = nodes.Strong if len(piece[2]) == 2 else nodes.Emphasis
    return kind(places.span(*piece.span()), inner, [Text(inner, piece[3])])


def _reference(piece: re.Match[str], places: Places) -> Inline:
    return nodes.Reference(places.span(*piece.span()), piece[4])


def _footnote(piece: re.Match[str], places: Places) -> Inline:
    return nodes.FootnoteMark(places.span(*piece.span()), piece[5])


def _link(piece: re.Match[str], places: Places) -> Inline | None:
    target = piece[7]
    if not SAFE.fullmatch(target):
        target = normalizeLink(target)
        if not validateLink(target):
            return None
    inner = places.span(*piece.span(6))
    return nodes.Link(places.span(*piece.span()), inner, [Text(inner, piece[6])], target, "")


def _code(piece: re.Match[str], places: Places) -> Inline:
    inner = places.span(*piece.span(9))
    return nodes.Code(places.span(*piece.span()), inner, [Text(inner, piece[9])])


def _attributes(piece: re.Match[str], places: Places) -> Inline:
    span = places.span(*piece.span())
    return nodes.AttributeText(span, Attributes(span, **attributes_of(piece[8])))


# By the last group of PIECE that has matched.
LINE = 1
BRACKETS = frozenset((5, 7))
READ: Mapping[int, Callable[[re.Match[str], Places], Inline | None]] = MappingProxyType(
    {LINE: _soft_break, 3: _emphasis, 4: _reference, 5: _footnote, 7: _link, 8: _attributes, 9: _code}
)
