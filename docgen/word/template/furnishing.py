"""From a template that was read to the stationery of one document."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml.etree import _Element as Element

from docgen.diagnostics import Diagnostic
from docgen.document import Document
from docgen.word.opening import tree
from docgen.word.stationery import Carried, Cover, Frame, Stationery
from docgen.word.template import cover
from docgen.word.template.carry import Carrier, last_word
from docgen.word.template.clean import Cleaning
from docgen.word.template.dropped import target
from docgen.word.template.editing import R, fragment, remove
from docgen.word.template.findings import Findings
from docgen.word.template.furniture import Furnisher
from docgen.word.template.pages import page_of
from docgen.word.template.reading import Template, part_of
from docgen.word.template.settings import both_sides, read_settings
from docgen.word.wordml import tag, whole

FONTS = "application/vnd.openxmlformats-officedocument.obfuscatedfont"
NAMED = ("a:theme", "a:clrScheme", "a:fontScheme", "a:fmtScheme", "a:custClr")
TYPES = "application/vnd.openxmlformats-officedocument."


def furnish(template: Template, document: Document) -> tuple[Stationery, list[Diagnostic]]:
    """The stationery of a document, and what there is to say about what was filled or added."""
    found = Findings(template.path)
    worn = template.wardrobe
    carrier = Carrier(template.package, found)
    furnisher = Furnisher(template.package, document, carrier, found, worn.ids, worn.hiding, worn.stops)
    frames = _frames(template, furnisher)
    furnisher.finish()
    front = _cover(template, furnisher)
    relations = list(_theme(carrier))
    _carry_fonts(carrier)
    settings = read_settings(part_of(template.package, "settings"))
    roots = [piece.root for piece in furnisher.pieces.values()] + ([*map(_parsed, front.blocks)] if front else [])
    stationery = Stationery(
        worn.ids, worn, frames, settings, worn.definitions, carrier.parts, relations, front, frozenset(_used(roots)), worn.foreign, worn.stops
    )
    return stationery, list(found.found.values())


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
    if body is front:
        frames["upright"].counting = frames["upright"].counting._replace(start=None)
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
    cleaning = Cleaning(kept, furnisher.hiding, furnisher.found)
    sheet = template.wardrobe.sheet
    return cover.make_cover(template.cover, furnisher.document, furnisher.carrier, cleaning, sheet.inheriting("pPr/numPr/numId"), sheet.styles)


def _theme(carrier: Carrier) -> Iterator[tuple[str, str]]:
    """Carry the theme over, which has the fonts and colours that styles name, without what others called it and them."""
    name = target(carrier.package, carrier.package.main, "theme")
    if name:
        root = deepcopy(tree(carrier.package, name))
        changed = [_unnamed(element) for element in root.iter(*map(tag, NAMED))]
        families = [*root.iterchildren(tag("a:extLst"))]
        for family in families:
            remove(family)
        carrier.part("word/theme/theme1.xml", TYPES + "theme+xml", name, root if any(changed) or families else None, carrier.kept(name))
        yield "theme", "theme/theme1.xml"


def _unnamed(element: Element) -> bool:
    """Call a part of a theme what Office calls its own; true where it was called otherwise."""
    if element.get("name", "Office").startswith("Office"):
        return False
    element.set("name", "Office")
    return True


def _carry_fonts(carrier: Carrier) -> None:
    """Carry the table of fonts over, with the fonts that are embedded in it."""
    package = carrier.package
    name = target(package, package.main, "fontTable")
    if not name:
        return
    fonts_of = (row for row in package.relationships(name) if last_word(row.kind) == "font" and package.type_of(row.target) == FONTS)
    rows = {row.id: row for row in fonts_of if row.target in package.parts}
    root = deepcopy(tree(package, name))
    unknown = [row for row in root.iter() if row.get(f"{{{R}}}id") is not None and row.get(f"{{{R}}}id") not in rows]
    for row in unknown:
        remove(row)
    fonts: dict[str, str] = {}
    for row in rows.values():
        new = fonts.setdefault(row.target, f"fonts/font{len(fonts) + 1}.odttf")
        carrier.fonts[row.target] = new
    carrier.part("word/fontTable.xml", TYPES + "wordprocessingml.fontTable+xml", name, root if unknown else None, list(rows.values()))
    carrier.parts += (Carried(f"word/{new}", FONTS, package.parts[old], carrier.packed(old, package.parts[old])) for old, new in fonts.items())


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
