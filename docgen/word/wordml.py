"""The names of WordprocessingML, and the few ways in which its elements say something, in trees that somebody else wrote.

A name has the prefix of its namespace, which may be left out where it is Word's own; names with `/` between them are a path of children.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, overload

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
    """`p` or `w:p` as lxml calls it."""
    prefix, _, last = name.rpartition(":")
    return f"{{{SPACES[prefix or 'w']}}}{last}"


@cache
def _steps(path: str) -> tuple[str, ...]:
    return tuple(map(tag, path.split("/")))


def child(element: Element | None, path: str) -> Element | None:
    """The first element at the end of a path; None where one is missing."""
    for step in _steps(path):
        if element is None:
            return None
        element = next(element.iterchildren(step), None)  # several times as quick as find
    return element


def value(element: Element | None, path: str = "", name: str = "val") -> str | None:
    """An attribute of an element, or of one at the end of a path; None where either is missing."""
    found = child(element, path) if path else element
    return None if found is None else found.get(tag(name))


def stated(element: Element | None, path: str = "", name: str = "val") -> str:
    """The same; an empty text where either is missing."""
    return value(element, path, name) or ""


def is_on(element: Element | None, path: str = "") -> bool:
    """True for a switch that is there and not switched off (17.17.4)."""
    found = child(element, path) if path else element
    return found is not None and found.get(tag("val")) not in OFF


@overload
def whole(text: str | None) -> int | None: ...
@overload
def whole(text: str | None, otherwise: int) -> int: ...
def whole(text: str | None, otherwise: int | None = None) -> int | None:
    """A number that may have been written with a fraction (Google Docs) as a whole one, and something else for what is no number."""
    with suppress(TypeError, ValueError, OverflowError):
        return round(float(text or ""))
    return otherwise
