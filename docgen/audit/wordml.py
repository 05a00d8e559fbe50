"""The names of WordprocessingML, and the few ways in which its elements say something."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "dc": "http://purl.org/dc/elements/1.1/",
}
OFF = frozenset(("0", "false", "off"))


@cache
def tag(name: str) -> str:
    """`w:p` as lxml calls it."""
    prefix, _, local = name.partition(":")
    return f"{{{SPACES[prefix]}}}{local}"


def child(element: Element | None, *names: str) -> Element | None:
    """The element at the end of a path of children, or None."""
    for name in names:
        if element is None:
            return None
        element = next(element.iterchildren(tag(name)), None)  # quicker than find
    return element


def value(element: Element | None, name: str = "w:val") -> str:
    """An attribute of an element; an empty text where either is missing."""
    return str(element.get(tag(name), "")) if element is not None else ""


def is_on(element: Element | None) -> bool:
    """True for a switch that is there and not switched off (17.17.4)."""
    return element is not None and value(element) not in OFF


def number(text: str, otherwise: int, base: int = 10) -> int:
    """A whole number that a file states, which may be anything."""
    try:
        return int(float(text)) if base == 10 else int(text, base)
    except (ValueError, OverflowError):
        return otherwise
