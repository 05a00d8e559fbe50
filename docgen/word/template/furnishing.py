"""From a template that was read to the stationery of one document."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lxml.etree import _Element as Element

from docgen.diagnostics import Diagnostic
from docgen.document import Document
from docgen.nodes import CodeBlock
from docgen.walk import find
from docgen.word.numbering import HEADINGS as HEADING_LIST
from docgen.word.numbering import RECOMMENDATIONS, Definitions
from docgen.word.opening import tree
from docgen.word.stationery import Carried, Cover, Frame, Stationery
from docgen.word.styles import MOST_LANGUAGES, code_style
from docgen.word.template import added, cover, lists, roles
from docgen.word.template.carry import Carrier
from docgen.word.template.clean import Cleaning
from docgen.word.template.dropped import target
from docgen.word.template.editing import R, fragment, part, remove
from docgen.word.template.findings import Findings
from docgen.word.template.furniture import Furnisher
from docgen.word.template.pages import page_of
from docgen.word.template.reading import Template, part_of
from docgen.word.template.settings import both_sides, read_settings
from docgen.word.template.sheet import Sheet
from docgen.word.wordml import child, is_on, tag, value, whole

FONTS = "application/vnd.openxmlformats-officedocument.obfuscatedfont"
TYPES = "application/vnd.openxmlformats-officedocument."


def furnish(template: Template, document: Document) -> tuple[Stationery, list[Diagnostic]]:
    """The stationery of a document, and what there is to say about what was filled or added. Completes the template's styles: call it once."""
    found = Findings(template.path)
    ids, definitions = _styles(template, document, found)
    carrier = Carrier(template.package, found)
    furnisher = Furnisher(template.package, document, carrier, found, ids, _hiding(template.sheet), _stops(template))
    frames = _frames(template, furnisher)
    furnisher.finish()
    front = _cover(template, furnisher)
    relations = list(_theme(carrier))
    _carry_fonts(carrier)
    settings = read_settings(part_of(template.package, "settings"))
    roots = [piece.root for piece in furnisher.pieces.values()] + ([*map(_parsed, front.blocks)] if front else [])
    _show(template.sheet, found)
    stationery = Stationery(
        ids, part(template.sheet.root), frames, settings, definitions, carrier.parts, relations, front, frozenset(_used(roots)), _foreign(template, ids), furnisher.stops
    )
    return stationery, list(found.found.values())


def _show(sheet: Sheet, found: Findings) -> None:
    """Take away from styles that they hide their text: notes in such a style would be in the file, and on no page."""
    hiding = [mark for name in ("vanish", "specVanish") for mark in sheet.root.iter(tag(name))]
    for mark in hiding:
        remove(mark)
    if hiding:
        found.mended("styles of the template hide their text, so that nobody would see it", "take the tick from Hidden in the font of those styles")


def _styles(template: Template, document: Document, found: Findings) -> tuple[dict[str, str], Definitions]:
    """Complete the template's styles; the id of every role, and the numbering definitions that stand before ours."""
    sheet, cast, theme = template.sheet, template.cast, template.theme
    definitions = lists.definitions(template.lists)
    numbers = {which: definitions.num(which) for which in (HEADING_LIST, RECOMMENDATIONS)}
    added.without_second_numbers(cast, template.lists, sheet, found)
    added.mark_outline(cast, sheet)
    if theme.own_numbers is None:
        added.link_headings(cast, sheet, theme, numbers[HEADING_LIST])
    ids = added.complete(sheet, added.own_sheet(theme, document.language, _code_styles(document)), cast, numbers)
    _speak(sheet.root, document.language)
    definitions.headings = tuple(ids[role] for role in roles.HEADINGS)
    definitions.recommendation = None if "Recommendation" in cast.played else ids["Recommendation"]
    return ids, definitions


def _code_styles(document: Document) -> Iterator[str]:
    """The styles of the languages that the code of a document is in."""
    named = (code_style(code.language) for page in document.pages for code in find(page.blocks, CodeBlock))
    return islice((style for style in dict.fromkeys(named) if style != "CodeBlock"), MOST_LANGUAGES)


def _speak(root: Element, language: str) -> None:
    """Let all styles speak the document's language, in which Word checks the spelling and screen readers read."""
    for spoken in list(root.iter(tag("lang"))):
        if not any(True for _ in spoken.iterancestors(tag("docDefaults"))):
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


def _hiding(sheet: Sheet) -> frozenset[str]:
    """The styles that hide their text."""
    return frozenset(style.id for style in sheet.styles.values() if any(is_on(link.element, "rPr/vanish") for link in sheet.chain(style)))


def _foreign(template: Template, ids: dict[str, str]) -> dict[str, int]:
    """The roles that styles of the template play, and those of the contents, with the indentation of their first lines."""
    roles_with_stops = {role: template.sheet.styles[ids[role]] for role in ids if role.startswith("TOC") and role != "TOCHeading"} | template.cast.played
    return {role: _indentation([child(link.element, "pPr/ind") for link in template.sheet.chain(style)]) for role, style in roles_with_stops.items()}


def _indentation(chain: list[Element | None]) -> int:
    """The indentation of a first line, of whose sides each style may say some."""
    said = {name: [number for indent in chain if (number := whole(value(indent, name=name))) is not None] for name in ("left", "start", "firstLine", "hanging")}
    left, start, first, hanging = (numbers[0] if numbers else 0 for numbers in said.values())
    return (left or start) + first - hanging


def _stops(template: Template) -> dict[str, tuple[int, ...]]:
    """Where the template's styles stop a tab: those of headers, footers and entries of the contents, whose lines have stops of their own."""
    stops: dict[str, tuple[int, ...]] = {}
    for role, style in template.cast.played.items():
        if role in ("Header", "Footer") or role.startswith("TOC"):
            rows = [row for link in template.sheet.chain(style) for row in link.element.iterfind(f"{tag('pPr')}/{tag('tabs')}/{tag('tab')}")]
            found = {whole(value(row, name="pos")) for row in rows if value(row) != "clear"}
            stops[role] = tuple(sorted(stop for stop in found if stop is not None))
    return stops


def _frames(template: Template, furnisher: Furnisher) -> dict[str, Frame]:
    """How the cover, upright and turned pages stand: as the first and the last section of the template, and the last that is turned."""
    body = template.sections[-1]
    front = cover.section_of(template.cover, template.sections)
    turned = next((section for section in reversed(template.sections) if section.landscape), body)
    two = both_sides(part_of(template.package, "settings"))
    page = template.theme.page
    frames = {
        "cover": furnisher.frame(front, "cover", page, two),
        "upright": furnisher.frame(body, "upright", page, two),
        "turned": furnisher.frame(turned, "turned", page.wide(), two),
    }
    if template.cover:
        frames["cover"].page = page_of(front, page, furnisher.found)
    furnisher.number_pages([frames["upright"], frames["turned"]], page)
    furnisher.say_status()
    _tell_of_others(template, furnisher)
    return frames


def _tell_of_others(template: Template, furnisher: Furnisher) -> None:
    """A finding where sections in the middle have headers or footers that no page of the document shows."""
    named = {relation for section in template.sections for relation in section.references.values()}
    parts = {row.target for row in template.package.relationships(template.package.main) if row.id in named and row.target in template.package.parts}
    if parts - {piece.source for piece in furnisher.pieces.values()}:
        furnisher.found.dropped("headers or footers of sections or first pages that the document has none of", "nothing to do; the cover takes those of the first section, all other pages those of the last")


def _cover(template: Template, furnisher: Furnisher) -> Cover | None:
    if template.cover is None:
        return None
    kept = frozenset(relation.id for relation in furnisher.carrier.kept(template.package.main))
    numbered = frozenset(style.id for style in template.sheet.styles.values() if _is_numbered(style.id, template))
    return cover.make_cover(template.cover, furnisher.document, furnisher.carrier, Cleaning(kept, furnisher.hiding, furnisher.found), numbered, template.sheet.styles)


def _is_numbered(identity: str, template: Template) -> bool:
    chain = template.sheet.chain(template.sheet.styles[identity])
    return next((found for link in chain if (found := child(link.element, "pPr/numPr/numId")) is not None), None) is not None


def _theme(carrier: Carrier) -> Iterator[tuple[str, str]]:
    """Carry the theme over, which has the fonts and colours that styles name."""
    name = target(carrier.package, carrier.package.main, "theme")
    if name:
        carrier.part("word/theme/theme1.xml", TYPES + "theme+xml", carrier.package.parts[name], carrier.kept(name))
        yield "theme", "theme/theme1.xml"


def _carry_fonts(carrier: Carrier) -> None:
    """Carry the table of fonts over, with the fonts that are embedded in it."""
    package = carrier.package
    name = target(package, package.main, "fontTable")
    if not name:
        return
    rows = {row.id: row for row in package.relationships(name) if package.type_of(row.target) == FONTS and row.target in package.parts}
    root = tree(package, name)
    unknown = [row for row in root.iter() if row.get(f"{{{R}}}id") is not None and row.get(f"{{{R}}}id") not in rows]
    for row in unknown:
        remove(row)
    fonts: dict[str, str] = {}
    for row in rows.values():
        new = fonts.setdefault(row.target, f"fonts/font{len(fonts) + 1}.odttf")
        carrier.fonts[row.target] = new
    data = part(root) if unknown else package.parts[name]
    carrier.part("word/fontTable.xml", TYPES + "wordprocessingml.fontTable+xml", data, list(rows.values()))
    carrier.parts += (Carried(f"word/{new}", FONTS, package.parts[old]) for old, new in fonts.items())


def _parsed(xml: str) -> Element:
    return fragment(xml)[0]


def _used(roots: list[Element]) -> Iterator[int]:
    """The ids of bookmarks and drawings in parts that are carried over."""
    for root in roots:
        for element in root.iter():
            name = str(element.tag)
            held = element.get(tag("id")) if name == tag("bookmarkStart") else element.get("id") if name.endswith(("}docPr", "}cNvPr")) else None
            number = whole(held)
            if number is not None:
                yield number
