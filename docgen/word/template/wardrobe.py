"""The wardrobe of a template: its styles as documents use them, with those that it lacks added from our theme, and what is asked of them."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from lxml.etree import _Element as Element

from docgen.record import Record
from docgen.theme import Theme
from docgen.word.numbering import HEADINGS, RECOMMENDATIONS, Definitions
from docgen.word.style import style
from docgen.word.styles import code_name
from docgen.word.template import added, lists, roles
from docgen.word.template.editing import fragment, part, remove
from docgen.word.template.findings import Findings
from docgen.word.template.stylesheet import Stylesheet
from docgen.word.wordml import child, is_on, tag, value, whole


class Wardrobe(Record):
    """Styles, ready to be worn.

    `ids` has for each role the style that plays it; `definitions` are the template's numbering definitions; `foreign` the roles that styles of its
    own play, with the twips by which their first lines are indented; `stops` where such styles of headers, footers and contents stop a tab;
    `hiding` the styles that hid their text.
    """

    sheet: Stylesheet
    ids: dict[str, str]
    definitions: Definitions
    foreign: dict[str, int]
    stops: dict[str, tuple[int, ...]]
    hiding: frozenset[str]

    def free_id(self, role: str) -> str:
        """An id for a style that is none of the template's, and none of a role."""
        return added.free_id(role, self.sheet)

    def part(self, code_styles: Mapping[str, str]) -> bytes:
        """The part with all styles, and one with each of these ids for the code of a language."""
        root = deepcopy(self.sheet.root) if code_styles else self.sheet.root
        for role, identity in code_styles.items():
            name = added.free_name(code_name(role), self.sheet)
            root.append(fragment(style(name, identity, based=self.ids["CodeBlock"], quick=False))[0])
        return part(root)


def fill_wardrobe(sheet: Stylesheet, cast: roles.Cast, numbering: lists.Lists, theme: Theme, language: str, found: Findings) -> Wardrobe:
    """The wardrobe of a template in whose looks the theme is dressed already. Its sheet of styles is completed."""
    hiding = _hiding(sheet)
    stops, definitions = _stops(sheet, cast), lists.definitions(numbering)
    numbers = {which: definitions.num(which) for which in (HEADINGS, RECOMMENDATIONS)}
    added.without_second_numbers(cast, numbering, sheet, found)
    added.mark_outline(cast, sheet)
    if theme.own_numbers is None:
        added.link_headings(cast, sheet, theme, numbers[HEADINGS])
    ids = added.complete(sheet, added.own_stylesheet(theme, language), cast, numbers)
    _speak(sheet.root, language)
    _show(sheet, found)
    definitions.headings = tuple(ids[role] for role in roles.HEADING_ROLES)
    definitions.recommendation = None if "Recommendation" in cast.played else ids["Recommendation"]
    return Wardrobe(sheet, ids, definitions, _foreign(sheet, cast, ids), stops, hiding)


def _speak(root: Element, language: str) -> None:
    """Let all styles speak the document's language, in which Word checks the spelling and screen readers read."""
    for spoken in list(root.iter(tag("lang"))):
        if next(spoken.iterancestors(tag("docDefaults")), None) is None:
            remove(spoken)
    defaults = root
    for name in ("docDefaults", "rPrDefault", "rPr"):  # each the first of its kind in the schema
        found = child(defaults, name)
        if found is None:
            found = fragment(f"<w:{name}/>")[0]
            defaults.insert(0, found)
        defaults = found
    spoken = defaults.find(tag("lang"))
    if spoken is None:
        spoken = added.place(defaults, fragment("<w:lang/>")[0], tuple(str(other.tag).rpartition("}")[2] for other in defaults))
    spoken.set(tag("val"), language)


def _hiding(sheet: Stylesheet) -> frozenset[str]:
    """The styles that hide their text."""
    if next(sheet.root.iter(tag("vanish")), None) is None:
        return frozenset()
    return frozenset(found.id for found in sheet.styles.values() if any(is_on(link.element, "rPr/vanish") for link in sheet.chain(found)))


def _show(sheet: Stylesheet, found: Findings) -> None:
    """Take away from styles that they hide their text: notes in such a style would be in the file, and on no page."""
    hiding = [*sheet.root.iter(tag("vanish"), tag("specVanish"))]
    for mark in hiding:
        remove(mark)
    if hiding:
        found.mended("styles of the template hide their text, so that nobody would see it", "take the tick from Hidden in the font of those styles")


def _foreign(sheet: Stylesheet, cast: roles.Cast, ids: dict[str, str]) -> dict[str, int]:
    """The roles that styles of the template play, and those of the contents, with the indentation of their first lines."""
    with_stops = {role: sheet.styles[ids[role]] for role in ids if role.startswith("TOC") and role != "TOCHeading"} | cast.played
    return {role: _indentation([child(link.element, "pPr/ind") for link in sheet.chain(played)]) for role, played in with_stops.items()}


def _indentation(chain: list[Element | None]) -> int:
    """The indentation of a first line, of whose sides each style may say some."""
    said = {name: [number for indent in chain if (number := whole(value(indent, name=name))) is not None] for name in ("left", "start", "firstLine", "hanging")}
    left, start, first, hanging = (numbers[0] if numbers else 0 for numbers in said.values())
    return (left or start) + first - hanging


def _stops(sheet: Stylesheet, cast: roles.Cast) -> dict[str, tuple[int, ...]]:
    """Where the template's styles stop a tab: those of headers, footers and entries of the contents, whose lines have stops of their own."""
    stops: dict[str, tuple[int, ...]] = {}
    for role, played in cast.played.items():
        if role in ("Header", "Footer") or role.startswith("TOC"):
            rows = [row for link in sheet.chain(played) for row in link.element.iterfind(f"{tag('pPr')}/{tag('tabs')}/{tag('tab')}")]
            found = {whole(value(row, name="pos")) for row in rows if value(row) != "clear"}
            stops[role] = tuple(sorted(stop for stop in found if stop is not None))
    return stops
