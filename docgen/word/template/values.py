"""Numbers in a template's numbering and styles, made what the standard allows, so that whoever reads them next reads the same."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from lxml.etree import _Element as Element

from docgen.numbers import LEVELS
from docgen.pattern import lazy
from docgen.word.template.editing import local, remove, without_history
from docgen.word.template.findings import Findings
from docgen.word.wordml import tag, value, whole

AGAIN = "open the template in Word, set the numbering of its headings and lists again and save it"
MOST = 2**31 - 1  # ids are 32-bit numbers; a list of the id 0 is no list (17.9.18)
CHANGES, ACCEPT = "recorded changes", "accept or reject them in the template"
LAST = 32767  # Word starts a list at no higher number


PLAIN = lazy("-1|0|[1-9][0-9]{0,9}")


class Bounds(NamedTuple):
    """Where an element has its number, the least and the most that it may be, and whether one beyond becomes the nearest or is left out."""

    name: str
    least: int
    most: int
    nearest: bool = False


NUMBERING: Mapping[str, Bounds] = MappingProxyType(
    {
        "abstractNum": Bounds("abstractNumId", -1, MOST),
        "num": Bounds("numId", 1, MOST),
        "abstractNumId": Bounds("val", -1, MOST),
        "lvl": Bounds("ilvl", 0, LEVELS - 1),
        "lvlOverride": Bounds("ilvl", 0, LEVELS - 1),
        "start": Bounds("val", 0, LAST),
        "startOverride": Bounds("val", 0, LAST),
        "lvlRestart": Bounds("val", 0, LEVELS),
    }
)
STYLES: Mapping[str, Bounds] = MappingProxyType({"numId": Bounds("val", -1, MOST), "ilvl": Bounds("val", 0, LEVELS - 1, nearest=True)})
# In what each element has to stand: whoever reads without looking where would take it for something else.
IN_NUMBERING: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"numbering": (), "abstractNum": ("numbering",), "num": ("numbering",), "abstractNumId": ("num",), "lvlOverride": ("num",), "startOverride": ("lvlOverride",),
     "lvl": ("abstractNum", "lvlOverride"), "numStyleLink": ("abstractNum",), "styleLink": ("abstractNum",),
     **dict.fromkeys(("start", "numFmt", "pStyle", "lvlText", "lvlRestart", "isLgl"), ("lvl",))}
)  # fmt: skip
IN_STYLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"styles": (), **dict.fromkeys(("style", "docDefaults", "latentStyles"), ("styles",)), "basedOn": ("style",), "numPr": ("pPr",), "numId": ("numPr",), "ilvl": ("numPr",)}
)  # fmt: skip
NAMED = ("numFmt", "pStyle", "numStyleLink", "styleLink")  # say nothing without a value


def mend_numbering(rows: Element, found: Findings) -> None:
    """Mend the definitions of a numbering part."""
    if without_history(rows):
        found.dropped(CHANGES, ACCEPT)
    unsaid = [element for element in rows.iter(*map(tag, NAMED)) if not value(element)]
    for element in unsaid:
        remove(element)
    if any([_astray(rows, IN_NUMBERING), _once(rows, "num", "lvl", "lvlOverride"), _mend(rows, NUMBERING), unsaid]):
        found.mended("some numbers in the template's lists make no sense as they are written, so they were put right or left out", AGAIN)


def mend_styles(rows: Element, found: Findings) -> None:
    """Mend the numbers that styles name, and what stands where it has no meaning."""
    if without_history(rows):
        found.dropped(CHANGES, ACCEPT)
    if _astray(rows, IN_STYLES):
        found.mended("something in the template's styles makes no sense where it stands, so it was left out", "open the template in Word, repair the style and save it")
    if any([_once(rows, "numPr", "pPr"), _mend(rows, STYLES)]):
        found.mended("some of the template's styles name a numbering in a way that makes no sense, so it was put right or left out", AGAIN)


def _astray(rows: Element, places: Mapping[str, tuple[str, ...]]) -> bool:
    """Take out what stands in anything that it must not stand in; true where there was something."""
    allowed = {tag(name): frozenset(map(tag, above)) for name, above in places.items()}
    inside = (element for element in rows.iter(*allowed) if element is not rows)
    astray = [element for element in inside if (above := element.getparent()) is None or above.tag not in allowed[element.tag]]
    for element in astray:
        remove(element)
    return bool(astray)


def _once(rows: Element, *names: str) -> bool:
    """Leave the first of each kind of children in elements whose children may come once; true where there were others."""
    others = [row for holder in rows.iter(*map(tag, names)) if _repeats(holder) for row in holder if next(holder.iterchildren(row.tag)) is not row]
    for row in others:
        remove(row)
    return bool(others)


def _repeats(holder: Element) -> bool:
    kinds = [row.tag for row in holder]
    return len(set(kinds)) < len(kinds)


def _mend(rows: Element, table: Mapping[str, Bounds]) -> bool:
    """Write every number plainly, and take out what has none that can be; true where something changed."""
    changed = [_mend_one(element, table[local(element)]) for element in list(rows.iter(*map(tag, table)))]
    return any(changed)


def _mend_one(element: Element, bounds: Bounds) -> bool:
    written = value(element, name=bounds.name)
    if written and PLAIN.fullmatch(written) and bounds.least <= int(written) <= bounds.most:
        return False
    number = whole(written)
    if number is not None and bounds.nearest:
        number = min(max(number, bounds.least), bounds.most)
    if number is None or not bounds.least <= number <= bounds.most:
        remove(element)
    else:
        element.set(tag(bounds.name), str(number))
    return True
