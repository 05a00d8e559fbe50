"""The styles of a Word file and what one inherits from another. A file may say anything: no styles, twice the same, in circles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.record import Record, fresh
from docgen.word.wordml import child, stated, tag, whole

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

PARAGRAPH, CHARACTER, TABLE = "paragraph", "character", "table"
HEADING = "heading "
DEEPEST = 20  # styles on one another: Word itself goes no deeper than a dozen


class Style(Record):
    """One style: its name in small letters, and what it sets, also for parts of a table such as `firstRow`."""

    name: str
    based: str
    element: Element
    conditional: dict[str, Element] = fresh(factory=dict)


class Styles:
    """Styles by kind and id; the first of two counts."""

    def __init__(self, root: Element | None) -> None:
        self.found: dict[tuple[str, str], Style] = {}
        self.defaults: dict[str, str] = {}
        self.chains: dict[tuple[str, str], tuple[Style, ...]] = {}
        self.values: dict[tuple[str, str, str], Element | None] = {}
        self.run_defaults = child(root, "docDefaults/rPrDefault/rPr")
        for element in root.iterchildren(tag("style")) if root is not None else ():
            self._add(element)

    def _add(self, element: Element) -> None:
        kind, identity = stated(element, name="type") or PARAGRAPH, stated(element, name="styleId")
        conditional = {stated(part, name="type"): part for part in element.iterchildren(tag("tblStylePr"))}
        name = stated(element, "name").casefold()
        self.found.setdefault((kind, identity), Style(name, stated(element, "basedOn"), element, conditional))
        if stated(element, name="default") in ("1", "true", "on"):
            self.defaults.setdefault(kind, identity)

    def chain(self, kind: str, identity: str) -> tuple[Style, ...]:
        """A style and those it is based on, nearest first; for an unknown one the default of its kind."""
        if (kind, identity) not in self.found:
            identity = self.defaults.get(kind, "")
        key = (kind, identity)
        if key not in self.chains:
            self.chains[key] = tuple(self._followed(key))
        return self.chains[key]

    def _followed(self, key: tuple[str, str]) -> Iterator[Style]:
        seen: set[tuple[str, str]] = set()
        while key in self.found and key not in seen and len(seen) < DEEPEST:
            seen.add(key)
            yield self.found[key]
            key = (key[0], self.found[key].based)

    def inherited(self, kind: str, identity: str, path: str) -> Element | None:
        """What a style or the nearest of those it is based on has at a path, as `pPr/shd`."""
        key = (kind, identity, path)
        if key not in self.values:
            above = (child(style.element, path) for style in self.chain(kind, identity))
            self.values[key] = next((found for found in above if found is not None), None)
        return self.values[key]

    def heading_level(self, identity: str) -> int | None:
        """The level, from 1, that a paragraph style gives a heading; None for text."""
        for style in self.chain(PARAGRAPH, identity):
            outline = child(style.element, "pPr/outlineLvl")
            if outline is not None:
                return as_level(outline)
            if style.name.startswith(HEADING) and style.name[len(HEADING) :].isdecimal():
                return whole(style.name[len(HEADING) :], 1)
        return None


def as_level(outline: Element) -> int | None:
    """The heading level of an outline level (17.3.1.20); 9 is text."""
    level = whole(stated(outline), 9)
    return level + 1 if 0 <= level < 9 else None
