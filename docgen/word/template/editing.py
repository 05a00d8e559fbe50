"""Changing trees of WordprocessingML that somebody else wrote, and making pieces of our own to put into them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lxml import etree
from lxml.etree import _Element as Element

from docgen.word.wordml import SPACES, tag

W, R, MC = SPACES["w"], SPACES["r"], SPACES["mc"]
HISTORY = ("pPrChange", "rPrChange", "tblPrChange", "tblPrExChange", "tblGridChange", "trPrChange", "tcPrChange", "sectPrChange", "numberingChange")
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def local(element: Element) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def remove(element: Element) -> None:
    """Take an element out; what stands behind it stays."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def without_history(root: Element) -> bool:
    """Take out what recorded changes of properties tell of earlier ones, and of who changed them; true where there were any."""
    history = [*root.iter(*map(tag, HISTORY))]
    for element in history:
        remove(element)
    return bool(history)


def unwrap(element: Element, inner: Element | None = None) -> None:
    """Put the children of an element, or of one inside it, in its place."""
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    for offset, kept in enumerate(list(element if inner is None else inner)):
        parent.insert(at + offset, kept)
    parent.remove(element)


def paragraphs(root: Element) -> Iterator[Element]:
    """Every paragraph of a part, those in text boxes included."""
    yield from root.iter(tag("p"))


def texts(paragraph: Element) -> list[Element]:
    """The pieces of text of a paragraph, without those of text boxes in it."""
    return [found for found in paragraph.iter(tag("t")) if next(found.iterancestors(tag("p")), None) is paragraph]


def said(root: Element) -> str:
    """All text of a part; paragraphs are parted by line ends."""
    return "\n".join("".join(found.text or "" for found in texts(paragraph)) for paragraph in paragraphs(root))


def shows(root: Element, words: str) -> bool:
    """True where a part says some words, and not only as a piece of others: UNOFFICIAL does not say OFFICIAL."""
    return re.search(rf"(?<![\w-]){re.escape(words)}(?![\w-])", said(root), re.IGNORECASE) is not None


def fragment(xml: str) -> list[Element]:
    """Elements from text of our own making."""
    names = f'xmlns:w="{W}" xmlns:r="{R}"'
    return list(etree.fromstring(f"<x {names}>{xml}</x>"))


def plain(element: Element) -> str:
    """An element as text with the namespaces that it uses and no others, ready to stand anywhere."""
    etree.cleanup_namespaces(element)
    return written(element)


def written(element: Element) -> str:
    """An element as text with all namespaces that are known where it stands."""
    return str(etree.tostring(element, encoding="unicode", with_tail=False))


def part(root: Element) -> bytes:
    """A whole part."""
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True))


def without_extensions(root: Element) -> Element:
    """The same tree without elements and attributes of other namespaces than Word's first."""
    elements, attributes = _strange()
    for element in elements(root, own=W):
        remove(element)
    for held in attributes(root, own=W, other=R):
        if held.attrname != XML_SPACE:
            del held.getparent().attrib[held.attrname]
    return root


@cache
def _strange() -> tuple[etree.XPath, etree.XPath]:
    """What finds elements and attributes of strange namespaces."""
    return (
        etree.XPath("descendant::*[namespace-uri() != $own]"),
        etree.XPath("descendant-or-self::*/@*[namespace-uri() != '' and namespace-uri() != $own and namespace-uri() != $other]"),
    )
