"""Raw HTML: not rendered, and its text not lost.

`<sub>`, `<sup>` and `<br>` work. Comments, and what stands in `<script>` and `<style>`, are dropped. The tags of HTML
itself are dropped and the words between them kept. A tag that HTML does not know, `<name of agency>`, is what somebody
wrote to be read, and is kept as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import unescape
from types import MappingProxyType

from docgen import nodes
from docgen.nodes import Inline, RawInline, Text, TextKind
from docgen.parse.characters import printable
from docgen.parse.spans import TRIMMED, Lines, Places
from docgen.pattern import lazy
from docgen.source import Span

SUPPORTED_PAIRS: Mapping[str, type[nodes.Marked]] = MappingProxyType(
    {"sub": nodes.Subscript, "sup": nodes.Superscript}
)
ELEMENTS = frozenset(
    ["a", "abbr", "acronym", "address", "applet", "area", "article", "aside", "audio", "b", "base", "basefont", "bdi", "bdo", "big", "blockquote", "body", "br", "button", "canvas", "caption", "center", "cite", "code", "col", "colgroup", "data", "datalist", "dd", "del", "details", "dfn", "dialog", "dir", "div", "dl", "dt", "em", "embed", "fieldset", "figcaption", "figure", "font", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "i", "iframe", "img", "input", "ins", "kbd", "label", "legend", "li", "link", "main", "map", "mark", "marquee", "menu", "meta", "meter", "nav", "noframes", "noscript", "object", "ol", "optgroup", "option", "output", "p", "param", "picture", "pre", "progress", "q", "rp", "rt", "ruby", "s", "samp", "script", "search", "section", "select", "small", "source", "span", "strike", "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "template", "textarea", "tfoot", "th", "thead", "time", "title", "tr", "track", "tt", "u", "ul", "var", "video", "wbr"]
)
# Elements inside a line of text; any other parts the words before it from those behind it.
WITHIN_WORDS = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong tt u var wbr".split()
)
NAME = lazy(r"</?([A-Za-z][A-Za-z0-9-]*)")
ATTRIBUTE = lazy(r"\s[A-Za-z_:][\w:.-]*\s*=")
PIECES = lazy(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)|<\?.*?(?:\?>|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<![A-Za-z].*?(?:>|\Z)"
    r"|</?[A-Za-z][^<>]*>",
    re.DOTALL | re.IGNORECASE,
)
LEAVES = lazy(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});|\n[ \t]*|[^&\n]+|&")


def is_markup(tag: str) -> bool:
    """True for what is HTML's own; `<lead agency>` is not."""
    found = NAME.match(tag)
    return not found or found[1].casefold() in ELEMENTS or bool(ATTRIBUTE.search(tag))


def is_comment(text: str) -> bool:
    """True for a piece of HTML that nobody is meant to read."""
    return text.startswith(("<!", "<?"))


def inline_html(span: Span, tag: str) -> RawInline:
    """One tag in a paragraph: without text, or a space, where it is HTML's own, else as it stands."""
    return RawInline(span, ("" if is_within_words(tag) else " ") if is_markup(tag) else tag)


def is_within_words(tag: str) -> bool:
    """True for a tag that may stand inside a word, and for a comment."""
    found = NAME.match(tag)
    return not found or found[1].casefold() in WITHIN_WORDS


def without_gaps(content: list[Inline]) -> list[Inline]:
    """Inlines without the blanks that only part a comment from the words beside it: it is to be as if no comment stood there."""
    for at, node in enumerate(content):
        if isinstance(node, nodes.Marked) and not isinstance(node, nodes.Code):
            node.content = without_gaps(node.content)
        elif isinstance(node, RawInline) and is_comment(node.span.text):
            before, after = content[at - 1] if at else None, content[at + 1] if at + 1 < len(content) else None
            if _begins_blank(after):
                _shorten(before, str.rstrip)
            if before is None or isinstance(before, nodes.SoftBreak):
                _shorten(after, str.lstrip)
    return [node for node in content if type(node) is not Text or node.text]


def _begins_blank(node: Inline | None) -> bool:
    """True where what follows a comment needs no blank before it: the end, a line's end, a blank, another comment, attributes."""
    if type(node) is Text:
        return not node.text[:1].strip(" \t")
    return node is None or isinstance(node, (nodes.SoftBreak, nodes.HardBreak, nodes.AttributeText, RawInline))


def _shorten(leaf: Inline | None, strip: Callable[[str, str], str]) -> None:
    """Take the blanks from one end of a leaf that stands in the file as it is read."""
    if type(leaf) is not Text or leaf.kind is not TextKind.LITERAL:
        return
    text = strip(leaf.text, " \t")
    start = leaf.span.start + (len(leaf.text) - len(text) if strip is str.lstrip else 0)
    leaf.span, leaf.text = leaf.span.sub(start, start + len(text)), text


def block_html(lines: Lines, content: str, whole: Span, first: int) -> nodes.RawBlock:
    """A block of HTML on `whole` lines, the first of them the 0-based line `first` of the body; it may begin behind the sign of a list."""
    places = lines.places(content.rstrip(TRIMMED), first)
    start = places.at(len(content) - len(content.lstrip(TRIMMED)))
    return nodes.RawBlock(whole.sub(min(start, whole.end), whole.end), _words(places, content))


def _words(places: Places, content: str) -> list[Inline]:
    """The leaves of text in a block of HTML."""
    leaves: list[Inline] = []
    done = 0
    for found in PIECES.finditer(content):
        leaves += _leaves(places, content, done, found.start())
        if not is_comment(found.group()) and not is_markup(found.group()):
            leaves.append(Text(places.span(found.start(), found.end()), found.group()))
        elif leaves and not is_within_words(found.group()):
            leaves.append(nodes.SoftBreak(places.span(found.start(), found.end())))
        done = found.end()
    leaves += _leaves(places, content, done, len(content.rstrip("\n")))
    return _trimmed(leaves)


def _leaves(places: Places, content: str, start: int, end: int) -> list[Inline]:
    result: list[Inline] = []
    for found in LEAVES.finditer(content, start, max(start, end)):
        span = places.span(found.start(), found.end())
        piece = found.group()
        if piece.startswith("\n"):
            result.append(nodes.SoftBreak(span))
        elif piece.startswith("&") and len(piece) > 1:
            result.append(Text(span, printable(unescape(piece)).replace("\r", " "), TextKind.ENTITY))
        else:
            result.append(Text(span, piece))
    return result


def _trimmed(leaves: list[Inline]) -> list[Inline]:
    """Without breaks and blanks at either end; a block with no words has no leaves."""

    def blank(node: Inline) -> bool:
        return isinstance(node, nodes.SoftBreak) or (isinstance(node, Text) and not node.text.strip())

    while leaves and blank(leaves[0]):
        leaves.pop(0)
    while leaves and blank(leaves[-1]):
        leaves.pop()
    return leaves
