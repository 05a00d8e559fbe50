"""GitHub's autolinks: `https://…`, `www.…` and e-mail addresses in plain text become links.

Read from finished leaves, because the library's own rule works on a text whose places are gone; but an address beside signs of
Markdown is read before them, by a rule that asks `address_at`: its `_` and `*` are its own. The rules for
where an address ends are those of GitHub's specification, section 6.9 (extended autolinks).
"""

from __future__ import annotations

from markdown_it.common.normalize_url import normalizeLink

from docgen import nodes
from docgen.nodes import Inline, Link, Text, TextKind
from docgen.pattern import lazy

START = r"(?:(?<=^)|(?<=[\s*_~(]))(?i:https?://|www\.)(?:[\w-]+\.)*[A-Za-z0-9-]+\.[A-Za-z0-9-]+"
ADDRESS = lazy(START + r"[^\s<]*" + r"|(?<![\w.+/-])[A-Za-z0-9._+-]+@(?:[\w-]+\.)+[A-Za-z0-9-]*[A-Za-z0-9](?![\w-])")
# What ends an address beside signs of Markdown: code, an escape, strong words, the mark of a footnote, a reference, attributes.
AMONG_SIGNS = lazy(START + r"(?:(?!\*\*|\[[\^@]|\{\s*[#.])[^\s<`\\])*")
PUNCTUATION = "?!.,:*_~'\""
ENTITY = lazy(r"&[A-Za-z0-9]+;")


def may_link(content: str) -> bool:
    """True where the text of a content may hold an address; the sign of a reference is none of an e-mail."""
    return "://" in content or "www." in content or ("@" in content and content.count("@") > content.count("[@"))


def with_autolinks(content: list[Inline]) -> list[Inline]:
    """The same inlines, with bare addresses in their text turned into links; text inside links is left alone."""
    result: list[Inline] = []
    for node in content:
        if type(node) is Text and node.kind is TextKind.LITERAL:
            result.extend(_split(node))
        else:
            if isinstance(node, nodes.Marked) and not isinstance(node, (Link, nodes.Code)):
                node.content = with_autolinks(node.content)
            result.append(node)
    return result


def _split(leaf: Text) -> list[Inline]:
    parts: list[Inline] = []
    done = 0
    for found in ADDRESS.finditer(leaf.text):
        start, end = found.start(), found.start() + len(_trimmed(found.group()))
        if start > done:
            parts.append(_part(leaf, done, start))
        parts.append(_link(leaf, start, end))
        done = end
    if not parts:
        return [leaf]
    return [*parts, _part(leaf, done, len(leaf.text))] if done < len(leaf.text) else parts


def has_addresses(content: str) -> bool:
    """True where a bare address may stand."""
    return "://" in content or (("w." in content or "W." in content) and "www." in content.casefold())


def address_at(content: str, start: int) -> int | None:
    """Where the address that begins at an offset of a content ends; None where none does."""
    found = AMONG_SIGNS.match(content, start)
    return start + len(_trimmed(found.group())) if found else None


def _trimmed(address: str) -> str:
    """The address without punctuation that ends the sentence, or a bracket that was not opened in it."""
    while True:
        shorter = address.rstrip(PUNCTUATION)
        entity = shorter.rfind("&")
        if entity >= 0 and ENTITY.fullmatch(shorter, entity):
            shorter = shorter[:entity]
        for opening, closing in ("()", "[]"):
            surplus = shorter.count(closing) - shorter.count(opening)
            if surplus > 0 and shorter.endswith(closing):
                shorter = shorter[: max(len(shorter.rstrip(closing)), len(shorter) - surplus)]
        if shorter == address:
            return address
        address = shorter


def _part(leaf: Text, start: int, end: int) -> Text:
    base = leaf.span.start
    return Text(leaf.span.sub(base + start, base + end), leaf.text[start:end])


def _link(leaf: Text, start: int, end: int) -> Link:
    return link_to(_part(leaf, start, end))


def link_to(text: Text) -> Link:
    """The link of an address as a reader sees it."""
    folded = text.text.casefold()
    scheme = "" if folded.startswith("http") and "://" in folded else "http://" if folded.startswith("www.") else "mailto:"
    return Link(text.span, text.span, [text], normalizeLink(scheme + text.text))
