"""Names and values of WordprocessingML in trees that somebody else wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache

from lxml import etree
from lxml.etree import _Element as Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
OFF = ("0", "false", "off")


@cache
def w(name: str) -> str:
    """The name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


def local(element: Element) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def child(element: Element | None, path: str) -> Element | None:
    """The first element below another by names with `/`; None where one is missing."""
    for name in path.split("/"):
        if element is None:
            return None
        element = next(element.iterchildren(w(name)), None)  # several times as quick as find
    return element


def value(element: Element | None, path: str = "", name: str = "val") -> str | None:
    """An attribute of an element, or of one below it."""
    found = child(element, path) if path else element
    return None if found is None else found.get(w(name))


def whole(text: str | None) -> int | None:
    """A number that may have been written with a fraction (Google Docs) as a whole one; None for no number."""
    with suppress(TypeError, ValueError, OverflowError):
        return round(float(text or ""))
    return None


def is_on(element: Element | None, path: str) -> bool:
    """True where a switch is there and not off (17.17.4)."""
    found = child(element, path)
    return found is not None and (value(found) or "1") not in OFF


def remove(element: Element) -> None:
    """Take an element out; what stands behind it stays."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def without_history(root: Element) -> bool:
    """Take out what recorded changes of properties tell of earlier ones, and of who changed them; true where there were any."""
    history = [element for element in root.iter() if str(element.tag).startswith(w("")) and local(element).endswith("Change")]
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
    yield from root.iter(w("p"))


def texts(paragraph: Element) -> list[Element]:
    """The pieces of text of a paragraph, without those of text boxes in it."""
    return [found for found in paragraph.iter(w("t")) if next(found.iterancestors(w("p")), None) is paragraph]


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
    return str(etree.tostring(element, encoding="unicode", with_tail=False))


def part(root: Element) -> bytes:
    """A whole part."""
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True))


def without_extensions(root: Element) -> Element:
    """The same tree without elements and attributes of other namespaces than Word's first."""
    for element in root.xpath("descendant::*[namespace-uri() != $own]", own=W):
        remove(element)
    for held in root.xpath("descendant-or-self::*/@*[namespace-uri() != '' and namespace-uri() != $own and namespace-uri() != $other]", own=W, other=R):
        if held.attrname != XML_SPACE:
            del held.getparent().attrib[held.attrname]
    return root
