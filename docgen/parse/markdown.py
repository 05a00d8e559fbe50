"""The Markdown of `content/`: which rules of markdown-it-py and its plugins are on, and the four that are ours.

On: CommonMark, GitHub's tables and strikethrough (`~~` and `~`), footnotes, definition lists. Ours: `[@id]`, `{#id}`, bare addresses
beside signs of Markdown, and the line `::: name` as a mark of its own, paired by the block builder, so that an unclosed or stray one
can be told. Task lists and all other autolinks are read from the finished text leaves (`inlines`), where their places
are known. Off: whatever rewrites text before the tree, and inline footnotes, which have no place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from operator import attrgetter
from typing import Any, ClassVar, cast

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererProtocol
from markdown_it.rules_block import StateBlock, lheading
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from docgen.parse.autolinks import address_at
from docgen.parse.spans import tracked
from docgen.parse.states import Placed
from docgen.pattern import lazy

# The library drops in silence what is nested deeper than this; block builder and writer recurse as deep.
MAX_NESTING = 100

REFERENCE = lazy(r"\[@([A-Za-z0-9][\w.-]*)\]")
FOOTNOTE = lazy(r"\[\^([^\]\[\s]+)\]")
LEVEL = attrgetter("level")
ATTRIBUTE = r"(?:#[\w.-]+|\.[A-Za-z_][\w-]*|[A-Za-z_][\w-]*=(?:\"[^\"\n]*\"|[^\s\"{}]+))"
ATTRIBUTES = lazy(r"\{\s*(" + ATTRIBUTE + r"(?:\s+" + ATTRIBUTE + r")*)\s*\}")


@cache
def parser(addresses: bool = False) -> MarkdownIt:
    """The one parser with places, ready for any number of notes; or that for paragraphs with bare addresses, which looks at more signs."""
    md = configured()
    if addresses:
        md.inline.ruler.before("link", "address", address)
    return tracked(md, addresses)


class NoRenderer:
    """Stands where the library has its HTML, which looks through itself with the whole of `inspect` when it is made."""

    __output__: ClassVar[str] = "none"

    def __init__(self, parser: MarkdownIt) -> None:
        pass

    def render(self, read: Sequence[Token], options: Any, environment: Any) -> Any:
        """Nothing; only tests ask the library for HTML."""
        return ""


def configured(renderer: Callable[[MarkdownIt], RendererProtocol] = NoRenderer) -> MarkdownIt:
    """The library's parser with our choice of rules, as yet without places."""
    options = {"maxNesting": MAX_NESTING, "html": True, "store_labels": True, "strikethrough_single_tilde": True}
    md = MarkdownIt("commonmark", options, renderer_cls=renderer)
    md.enable(["table", "strikethrough"])
    footnote_plugin(md, inline=False, move_to_end=False, always_match_refs=True)
    deflist_plugin(md)
    md.block.ruler.at("lheading", underlined, {"alt": []})
    md.block.ruler.before("fence", "container", container, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    md.inline.ruler.at("footnote_ref", footnote_mark)
    md.inline.ruler.before("link", "reference", reference)
    md.inline.ruler.before("link", "attributes", attributes)
    return md


def tokens(body: str) -> tuple[list[Placed], dict[str, Any]]:
    """Block tokens of a body, and the environment with its link and footnote definitions."""
    environment: dict[str, Any] = {}
    return cast(list[Placed], parser().parse(body, environment)), environment


def beyond(read: list[Placed], body: str) -> Placed | None:
    """The first token that is nested too deeply, containers counted."""
    if not read or max(map(LEVEL, read)) + body.count(":::") < MAX_NESTING - 1:
        return None
    opened: list[int] = []
    for token in read:
        if not token.map:  # it closes something
            continue
        while opened and token.level < opened[-1]:
            opened.pop()
        if token.type == "container" and token.content:
            opened.append(token.level)
        elif token.type == "container" and opened:
            opened.pop()
        if token.level + len(opened) >= MAX_NESTING - 1:
            return token
    return None


def reference(state: StateInline, silent: bool) -> bool:
    """`[@id]`: a cross-reference."""
    if not state.src.startswith("[@", state.pos):
        return False
    found = REFERENCE.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push("reference", "", 0).content = found[1]
    state.pos = found.end()
    return True


def footnote_mark(state: StateInline, silent: bool) -> bool:
    """`[^label]`, defined or not; the plugin's own rule looks for the bracket's end over and over."""
    found = FOOTNOTE.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push("footnote_ref", "", 0).meta = {"label": found[1]}
    state.pos = found.end()
    return True


def attributes(state: StateInline, silent: bool) -> bool:
    """`{#id .class key=value}`: attributes of what stands before them."""
    if state.src[state.pos] != "{":
        return False
    found = ATTRIBUTES.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push("attributes", "", 0).content = found[1]
    state.pos = found.end()
    return True


def address(state: StateInline, silent: bool) -> bool:
    """`https://…` or `www.…`: a link whose signs are not those of Markdown. Not in brackets, which a link may still end."""
    if silent or state.linkLevel or state.src[state.pos] not in "hHwW":
        return False
    end = address_at(state.src, state.pos)
    if end is None:
        return False
    state.push("address", "", 0).content = state.src[state.pos : end]
    state.pos = end
    return True


def underlined(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The library's heading with a line of `-` or `=` below it, asked only where such a line may come: it is slow to find none."""
    for line in range(start + 1, end):
        if state.isEmpty(line):
            return False
        if state.src[state.bMarks[line] + state.tShift[line]] in "-=":
            return lheading(state, start, end, silent)
    return False


def container(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`::: name` or `:::`: one mark, whose partner the block builder looks for."""
    first = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith(":::", first) or state.is_code_block(start):
        return False
    if silent:
        return True
    name = state.src[first : state.eMarks[start]].lstrip(":").strip(" \t")
    mark = state.push("container", "", 0)
    mark.content, mark.map = name.rstrip(":").rstrip(" \t"), [start, start + 1]
    state.line = start + 1
    return True
