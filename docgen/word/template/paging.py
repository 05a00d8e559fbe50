"""What a section of a template says of its pages besides their size, headers and footers: borders, how they are counted, the grid of their lines.

All of it is written anew, attribute by attribute, since whatever the schema does not allow would make Word ask to repair the document.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from lxml.etree import _Element as Element

from docgen.numbers import SHOWN
from docgen.pattern import lazy
from docgen.word.stationery import Counting
from docgen.word.template.findings import Findings
from docgen.word.template.pages import Section
from docgen.word.wordml import child, tag, value, whole

Attributes = Mapping[str, re.Pattern[str]]
AGAIN = "set the borders and the grid of the page again in the template"
FIRST_PAGES = 32767  # Word counts from no higher number
NUMBER, SIGNED, SWITCH, SHARE = lazy(r"\d{1,9}"), lazy(r"-?\d{1,9}"), lazy("0|1|true|false|on|off"), lazy("[0-9A-Fa-f]{2}")
EDGES = ("top", "left", "bottom", "right")  # in their order (17.6.10)
BORDERS: Attributes = MappingProxyType({"zOrder": lazy("front|back"), "display": lazy("allPages|firstPage|notFirstPage"), "offsetFrom": lazy("page|text")})
# Borders of little pictures (17.18.2) are none that a report has, and one may ask for a picture of its own.
EDGE: Attributes = MappingProxyType(
    {
        "val": lazy(
            "nil|none|single|thick|double|dotted|dashed|dotDash|dotDotDash|triple|thin(?:Thick|ThickThin)(?:Small|Medium|Large)Gap"
            "|thickThin(?:Small|Medium|Large)Gap|wave|doubleWave|dashSmallGap|dashDotStroked|threeDEmboss|threeDEngrave|outset|inset"
        ),
        "color": lazy("auto|[0-9A-Fa-f]{6}"),
        "themeColor": lazy("(?:dark|light|text|background)[12]|accent[1-6]|hyperlink|followedHyperlink|none"),
        "themeTint": SHARE,
        "themeShade": SHARE,
        "sz": lazy(r"\d{1,2}"),
        "space": lazy("[12]?[0-9]|3[01]"),
        "shadow": SWITCH,
        "frame": SWITCH,
    }
)
GRID: Attributes = MappingProxyType({"type": lazy("default|lines|linesAndChars|snapToChars"), "linePitch": NUMBER, "charSpace": SIGNED})


def borders(section: Section, found: Findings) -> str:
    """The borders of the pages as XML; those that Word would not understand are left out."""
    own = child(section.properties, "pgBorders")
    if own is None:
        return ""
    edges = "".join(_edge(edge, own, found) for edge in EDGES)
    return f"<w:pgBorders{_attributes(own, BORDERS, found)}>{edges}</w:pgBorders>" if edges else ""


def _edge(name: str, own: Element, found: Findings) -> str:
    edge = child(own, name)
    if edge is None:
        return ""
    if not EDGE["val"].fullmatch(value(edge) or ""):
        found.dropped("borders of pictures around its pages", "choose a line for them in the template")
        return ""
    return f"<w:{name}{_attributes(edge, EDGE, found)}/>"


def grid(section: Section, found: Findings) -> str:
    """The grid of the lines as XML."""
    own = child(section.properties, "docGrid")
    return "" if own is None else f"<w:docGrid{_attributes(own, GRID, found)}/>"


def _attributes(element: Element, known: Attributes, found: Findings) -> str:
    """The attributes of an element that are as they may be, ready to be written; a finding where others are left out."""
    said = {name: held for name in known if (held := value(element, name=name)) is not None}
    sound = {name: held for name, held in said.items() if known[name].fullmatch(held)}
    if len(sound) < len(element.attrib):
        found.mended("the borders or the grid of the template's pages are written in a way that makes no sense, so parts of it were left out", AGAIN)
    return "".join(f' w:{name}="{held}"' for name, held in sound.items())


def counting(section: Section, found: Findings) -> Counting:
    """How the pages are counted; as 1, 2, 3 where docgen can't count as the template does."""
    own = child(section.properties, "pgNumType")
    form, start = value(own, name="fmt") or "decimal", value(own, name="start")
    hint = "set the format of the page numbers again in the template"
    if form not in SHOWN:
        found.mended(f"the template counts its pages in a way that docgen can't count ({form}), so they are counted 1, 2, 3", hint)
        form = "decimal"
    first = whole(start)
    if start is not None and (first is None or not 0 <= first <= FIRST_PAGES):
        found.mended("the template counts its pages from a number that Word does not know, so they are counted on", hint)
        first = None
    if own is not None and own.get(tag("chapStyle")) is not None:
        found.dropped("numbers of chapters in its page numbers", "nothing to do: the pages are counted through")
    return Counting(form, first)
