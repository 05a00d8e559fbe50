"""Inline tokens to inline nodes, each with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import unescape
from types import MappingProxyType
from typing import Any, cast

from markdown_it.token import Token

from docgen import nodes
from docgen.nodes import Attributes, Inline, Text, TextKind
from docgen.parse.attributes import attributes_of
from docgen.parse.autolinks import has_addresses, link_to, may_link, with_autolinks
from docgen.parse.characters import printable
from docgen.parse.markdown import parser
from docgen.parse.simple import SIGN, simple
from docgen.parse.spans import Places
from docgen.parse.states import Placed
from docgen.source import Span
from docgen.walk import visible

# A text with none of these holds no sign of Markdown and no bare address.
PLAIN = re.compile(r"[\n!&*<\[\\\]_`{~^@]|://|www\.")

# Deeper emphasis looks no different: its signs are left out, so that whatever follows a tree does not run too deep.
DEEPEST = 20


def inlines(content: str, places: Places, environment: dict[str, Any]) -> list[Inline]:
    """The inline nodes of a block's content."""
    if not content:
        return []
    addresses = has_addresses(content) and bool(SIGN.search(content))
    read = simple(content, places, environment)
    if addresses and read is not None and _has_bare(read):
        read = None
    found = by_library(content, places, environment, addresses) if read is None else read
    if may_link(content):
        found = with_autolinks(found)
    if "<!--" not in content:
        return found
    from docgen.parse.html import without_gaps

    return without_gaps(found)


def _has_bare(content: list[Inline]) -> bool:
    """True where an address may stand in the text itself, beside signs that may be its own."""
    return any(has_addresses(node.text) if type(node) is Text else isinstance(node, nodes.Marked) and _has_bare(node.content) for node in content)


def by_library(content: str, places: Places, environment: dict[str, Any], addresses: bool = False) -> list[Inline]:
    """The inline nodes of any content, bare addresses among plain words aside."""
    md = parser(addresses)
    return InlineBuilder(places, environment).build(md.inline.parse(content, md, environment, []))


class InlineBuilder:
    """Builds the nodes of one content; an opening token starts a list of its own, its closing one ends it."""

    def __init__(self, places: Places, environment: dict[str, Any]) -> None:
        self.places = places
        self.environment = environment
        self.open: list[tuple[Placed, list[Inline]]] = []
        self.content: list[Inline] = []

    def build(self, tokens: list[Token]) -> list[Inline]:
        """Nodes for the tokens of one content."""
        for token in cast(list[Placed], tokens):
            INLINES[token.type](self, token)
        while self.open:
            self.unclosed()
        return self.content

    def unclosed(self) -> None:
        """Keep what stood in a pair that was never closed, without the pair."""
        _, outer = self.open.pop()
        if outer is not self.content:
            outer.extend(self.content)
            self.content = outer

    def span(self, token: Placed) -> Span:
        start, end = token.map
        return self.places.span(start, end)

    def text(self, token: Placed) -> None:
        if token.content:
            self.add_text(self.span(token), token.content)

    def add_text(self, span: Span, text: str) -> None:
        """A literal leaf, joined to a literal neighbour."""
        last = self.content[-1] if self.content else None
        if type(last) is Text and last.kind is TextKind.LITERAL and last.span.end == span.start:
            last.span, last.text = last.span.to(span), last.text + text
        else:
            self.content.append(Text(span, text))

    def text_special(self, token: Placed) -> None:
        kind = TextKind.ENTITY if token.info == "entity" else TextKind.ESCAPE
        if token.content == token.markup:
            kind = TextKind.LITERAL
        self.content.append(Text(self.span(token), printable(token.content).replace("\r", " "), kind))

    def soft_break(self, token: Placed) -> None:
        self.content.append(nodes.SoftBreak(self.span(token)))

    def hard_break(self, token: Placed) -> None:
        self.content.append(nodes.HardBreak(self.span(token)))

    def code(self, token: Placed) -> None:
        start, end = token.map
        mark = len(token.markup)
        size = end - start - 2 * mark
        inset = start + mark + (size - len(token.content)) // 2
        inner = self.places.span(start + mark, end - mark)
        content: list[Inline] = [Text(self.places.span(inset, inset + len(token.content)), token.content)]
        if inner.text.find("\n") >= 0 or inner.text.find("\r") >= 0 or "\\|" in inner.text:
            content = [Text(inner, token.content, TextKind.ATOM)]
        self.content.append(nodes.Code(self.span(token), inner, content))

    def opening(self, token: Placed) -> None:
        self.open.append((token, self.content))
        if len(self.open) <= DEEPEST or token.type == "link_open":
            self.content = []

    def closing(self, token: Placed) -> None:
        start, outer = self.open.pop()
        if outer is self.content:
            return
        inside, self.content = self.content, outer
        outer.append(PAIRS[token.type](self, start, token, inside))

    def marked(self, start: Placed, end: Placed, inside: list[Inline], kind: type[nodes.Marked], width: int) -> Inline:
        """Emphasis and its like; the library leaves the inner letter of a delimiter on its token."""
        first, last = start.map, end.map
        outer = self.places.span(first[1] - width, last[0] + width)
        return kind(outer, self.places.span(first[1], last[0]), inside)

    def emphasis(self, start: Placed, end: Placed, inside: list[Inline]) -> Inline:
        return self.marked(start, end, inside, nodes.Emphasis, 1)

    def strong(self, start: Placed, end: Placed, inside: list[Inline]) -> Inline:
        return self.marked(start, end, inside, nodes.Strong, 2)

    def strike(self, start: Placed, end: Placed, inside: list[Inline]) -> Inline:
        return self.marked(start, end, inside, nodes.Strikethrough, len(start.markup))

    def uses(self, token: Placed) -> None:
        """Note that a link or image is defined elsewhere in the note, by its label."""
        if "label" in token.meta:
            self.environment.setdefault("used", set()).add(token.meta["label"])

    def link(self, start: Placed, end: Placed, inside: list[Inline]) -> Inline:
        span = self.span(start)
        self.uses(start)
        target, title = str(start.attrs.get("href", "")), printable(str(start.attrs.get("title", "")))
        if start.info == "auto":
            inner = span.sub(span.start + 1, span.end - 1)
            content: list[Inline] = [Text(inner, visible(inside), TextKind.ATOM)]
            if inner.text == visible(inside):
                content = [Text(inner, inner.text)]
            return nodes.Link(span, inner, content, target, title)
        inner = inside[0].span.to(inside[-1].span) if inside else span.sub(span.start + 1, span.start + 1)
        return nodes.Link(span, inner, inside, target, title)

    def image(self, token: Placed) -> None:
        self.uses(token)
        start, _ = token.map
        inside = InlineBuilder(self.places.moved(start + 2), self.environment).build(token.children or [])
        target, title = str(token.attrs.get("src", "")), printable(str(token.attrs.get("title", "")))
        self.content.append(nodes.Image(self.span(token), _alt(inside), target, title))

    def footnote(self, token: Placed) -> None:
        self.content.append(nodes.FootnoteMark(self.span(token), token.meta["label"]))

    def reference(self, token: Placed) -> None:
        self.content.append(nodes.Reference(self.span(token), token.content))

    def address(self, token: Placed) -> None:
        """A bare address; of the signs in it only entities mean something else."""
        span, text = self.span(token), unescape(token.content) if "&" in token.content else token.content
        self.content.append(link_to(Text(span, printable(text), TextKind.LITERAL if text == token.content else TextKind.ATOM)))

    def attributes(self, token: Placed) -> None:
        """Attributes belong to an image just before them; the block builder gives out those of a block."""
        attributes = Attributes(self.span(token), **attributes_of(token.content))
        last = self.content[-1] if self.content else None
        if isinstance(last, nodes.Image) and last.attributes is None:
            last.attributes = attributes
        else:
            self.content.append(nodes.AttributeText(attributes.span, attributes))

    def html(self, token: Placed) -> None:
        """`<br>`, `<sub>` and `<sup>` work; any other tag is text or nothing (see `html`)."""
        from docgen.parse.html import SUPPORTED_PAIRS, inline_html

        tag = token.content.strip("<>/ \t").casefold()
        span = self.span(token)
        if tag == "br":
            self.content.append(nodes.HardBreak(span))
        elif tag in SUPPORTED_PAIRS and not token.content.startswith("</"):
            token.type, token.tag = "html_open", tag
            self.opening(token)
        elif tag in SUPPORTED_PAIRS and self.open and self.open[-1][0].tag == tag:
            start, outer = self.open.pop()
            if outer is self.content:
                return
            inside, self.content = self.content, outer
            inner = span.sub(self.span(start).end, span.start)
            outer.append(SUPPORTED_PAIRS[tag](self.span(start).to(span), inner, inside))
        else:
            self.content.append(inline_html(span, token.content))


def _alt(content: list[Inline]) -> str:
    """The plain text of an image's description: what it says, images and code inside it included."""
    parts = []
    for node in content:
        if isinstance(node, nodes.Image):
            parts.append(node.alt)
        elif isinstance(node, nodes.Marked):
            parts.append(_alt(node.content))
        elif isinstance(node, (nodes.AttributeText, nodes.Reference, nodes.FootnoteMark)):
            parts.append(printable(node.span.text))
        else:
            parts.append(visible([node]))
    return "".join(parts).replace("\n", " ")


Pair = Callable[[InlineBuilder, Placed, Placed, list[Inline]], Inline]
PAIRS: Mapping[str, Pair] = MappingProxyType(
    {
        "em_close": InlineBuilder.emphasis,
        "strong_close": InlineBuilder.strong,
        "s_close": InlineBuilder.strike,
        "link_close": InlineBuilder.link,
    }
)
INLINES: Mapping[str, Callable[[InlineBuilder, Placed], None]] = MappingProxyType(
    {
        "text": InlineBuilder.text,
        "text_special": InlineBuilder.text_special,
        "softbreak": InlineBuilder.soft_break,
        "hardbreak": InlineBuilder.hard_break,
        "code_inline": InlineBuilder.code,
        "em_open": InlineBuilder.opening,
        "em_close": InlineBuilder.closing,
        "strong_open": InlineBuilder.opening,
        "strong_close": InlineBuilder.closing,
        "s_open": InlineBuilder.opening,
        "s_close": InlineBuilder.closing,
        "link_open": InlineBuilder.opening,
        "link_close": InlineBuilder.closing,
        "image": InlineBuilder.image,
        "html_inline": InlineBuilder.html,
        "footnote_ref": InlineBuilder.footnote,
        "reference": InlineBuilder.reference,
        "address": InlineBuilder.address,
        "attributes": InlineBuilder.attributes,
    }
)
