"""Reading a template: what it has, what is left out, and the theme that it makes of ours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import copy

from lxml.etree import _Element as Element

from docgen.diagnostics import Diagnostic
from docgen.record import Record
from docgen.theme import HeadingNumbers, Theme
from docgen.word.limits import BadPackage
from docgen.word.opening import Package, open_package, take, tree
from docgen.word.palette import Palette
from docgen.word.template import added, cover, lists, looks, pages, roles
from docgen.word.template.complex_fields import tell_of_fields
from docgen.word.template.dropped import look_for_dropped, look_for_text, target
from docgen.word.template.findings import Findings
from docgen.word.template.settings import both_sides
from docgen.word.template.stylesheet import Stylesheet, read_stylesheet
from docgen.word.template.wardrobe import Wardrobe, fill_wardrobe
from docgen.word.wordml import child, tag

# Kinds of relationships to the parts that a document takes over as they are.
TAKEN = frozenset(("theme", "fontTable", "header", "footer"))


class Template(Record):
    """A template that was read: its wardrobe, sections and cover, and the theme that it makes of ours."""

    path: str
    package: Package
    theme: Theme
    wardrobe: Wardrobe
    sections: list[pages.Section]
    cover: cover.Draft | None


def read_template(path: str, data: bytes, theme: Theme, language: str) -> tuple[Template | None, list[Diagnostic]]:
    """The template that the bytes of a file hold, or None where it can't be used, for documents in a language; and what there is to say about it."""
    found = Findings(path)
    try:
        template = _read(path, open_package(data, whole=False), theme, language, found)
    except BadPackage as problem:
        message, _, remedy = str(problem).partition("; ")
        found.unusable(f"this template cannot be used: {message}", remedy or "ask for a sound copy")
        template = None
    return template, list(found.found.values())


def _read(path: str, package: Package, theme: Theme, language: str, found: Findings) -> Template | None:
    look_for_dropped(package, found)
    furniture = list(_parts_taken(package))
    draft = cover.find_cover(package)
    body = child(tree(package, package.main), "body")
    if body is None:
        raise BadPackage("the file has no text at all; ask for a sound copy")
    kept = set(draft.blocks if draft else [])
    look_for_text([block for block in body if block not in kept], found, behind_cover=draft is not None)
    tell_of_fields(body, found)
    sheet = _sheet(package, theme, found)
    own = added.own_stylesheet(theme, "en")
    cast = roles.cast(sheet, own, theme, found)
    numbering = lists.read_lists(part_of(package, "numbering", take), sheet, furniture, found)
    sections = pages.read_sections(body, both_sides(part_of(package, "settings")))
    numbers = lists.heading_numbers(numbering, cast, sheet, found)
    seen = looks.Inherited(sheet, Palette(part_of(package, "theme"), part_of(package, "settings")))
    looks.tell_of_colours(seen, cast, draft is not None, found)
    made = _theme(theme, seen, cast, numbers)
    made.page = pages.page_of(sections[-1], theme.page, found)
    _tell_of_house(theme, made, sheet, found)
    wardrobe = fill_wardrobe(sheet, cast, numbering, made, language, found)
    return Template(path, package, made, wardrobe, sections, draft)


def _parts_taken(package: Package) -> Iterator[Element]:
    """The parts that a document may take over as they are, all read so that a damaged one is told now. Raises BadPackage."""
    for relation in package.relationships(package.main):
        if relation.kind.rpartition("/")[2] in TAKEN and not relation.external and relation.target in package.parts:
            yield tree(package, relation.target)


def _tell_of_house(theme: Theme, made: Theme, sheet: Stylesheet, found: Findings) -> None:
    """A finding at the first that house.yaml says of looks which the template has its own of."""
    dressed = {"font", "colours", "spacing"} if sheet.styles else set()
    taken = dressed | ({"page"} if made.page is not theme.page else set())
    if spans := [span for group, span in theme.places.items() if group in taken]:
        found.idle(min(spans, key=lambda span: span.start))


def part_of(package: Package, kind: str, read: Callable[[Package, str], Element] = tree) -> Element | None:
    """The root of the part of a kind that the body is related to; to change it, `take` it."""
    name = target(package, package.main, kind)
    return read(package, name) if name else None


def _sheet(package: Package, theme: Theme, found: Findings) -> Stylesheet:
    """The template's styles; a template without any has ours."""
    root = part_of(package, "styles", take)
    if root is None or root.tag != tag("styles"):
        found.mended("the template has no styles, so docgen's own are used", "choose a template that has your organisation's styles")
        root = added.own_stylesheet(theme, "en").root
        for row in root.findall(tag("style")):
            root.remove(row)
        return Stylesheet(root)
    return read_stylesheet(root, found)


def _theme(theme: Theme, seen: looks.Inherited, cast: roles.Cast, numbers: HeadingNumbers | None) -> Theme:
    made = looks.dressed(theme, seen, cast) if seen.sheet.styles else copy(theme)
    made.own_numbers = numbers
    return made
