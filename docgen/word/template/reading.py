"""Reading a template: what it has, what is left out, and the theme that it makes of ours."""

from __future__ import annotations

from copy import copy, deepcopy

from lxml.etree import _Element as Element

from docgen.diagnostics import Diagnostic
from docgen.record import Record
from docgen.theme import HeadingNumbers, Theme
from docgen.word.limits import BadPackage
from docgen.word.opening import Package, open_package, tree
from docgen.word.template import added, cover, lists, looks, pages, roles
from docgen.word.template.complex_fields import tell_of_fields
from docgen.word.template.dropped import look_for_dropped, look_for_text, target
from docgen.word.template.findings import Findings
from docgen.word.template.settings import both_sides
from docgen.word.template.sheet import Sheet, read_sheet
from docgen.word.wordml import child, tag


class Template(Record):
    """A template that was read: its styles and who plays which role, its lists, sections and cover, and the theme that it makes of ours."""

    path: str
    package: Package
    theme: Theme
    sheet: Sheet
    cast: roles.Cast
    lists: lists.Lists
    sections: list[pages.Section]
    cover: cover.Draft | None


def read_template(path: str, data: bytes, theme: Theme) -> tuple[Template | None, list[Diagnostic]]:
    """The template that the bytes of a file hold, or None where it can't be used; and what there is to say about it."""
    found = Findings(path)
    try:
        template = _read(path, open_package(data), theme, found)
    except BadPackage as problem:
        message, _, remedy = str(problem).partition("; ")
        found.unusable(f"this template cannot be used: {message}", remedy or "ask for a sound copy")
        template = None
    return template, list(found.found.values())


def _read(path: str, package: Package, theme: Theme, found: Findings) -> Template | None:
    look_for_dropped(package, found)
    draft = cover.find_cover(package)
    body = child(tree(package, package.main), "body")
    if body is None:
        raise BadPackage("the file has no text at all; ask for a sound copy")
    kept = draft.blocks if draft else []
    look_for_text([block for block in body if block not in kept], found, behind_cover=draft is not None)
    tell_of_fields(body, found)
    sheet = _sheet(package, theme, found)
    own = added.own_sheet(theme, "en")
    cast = roles.cast(sheet, own, theme, found)
    numbering = lists.read_lists(part_of(package, "numbering"), sheet, found)
    sections = pages.read_sections(body, both_sides(part_of(package, "settings")))
    numbers = lists.heading_numbers(numbering, cast, sheet, found)
    made = _theme(theme, looks.Looks(sheet, looks.read_palette(part_of(package, "theme"))), cast, numbers)
    made.page = pages.page_of(sections[-1], theme.page, found)
    _tell_of_house(theme, made, sheet, found)
    return Template(path, package, made, sheet, cast, numbering, sections, draft)


def _tell_of_house(theme: Theme, made: Theme, sheet: Sheet, found: Findings) -> None:
    """A finding at the first that house.yaml says of looks which the template has its own of."""
    dressed = {"font", "colours", "spacing"} if sheet.styles else set()
    taken = dressed | ({"page"} if made.page is not theme.page else set())
    if spans := [span for group, span in theme.places.items() if group in taken]:
        found.idle(min(spans, key=lambda span: span.start))


def part_of(package: Package, kind: str) -> Element | None:
    """The root of the part of a kind that the body is related to."""
    name = target(package, package.main, kind)
    return tree(package, name) if name else None


def _sheet(package: Package, theme: Theme, found: Findings) -> Sheet:
    """The template's styles; a template without any has ours."""
    root = part_of(package, "styles")
    if root is None or root.tag != tag("styles"):
        found.mended("the template has no styles, so docgen's own are used", "choose a template that has your organisation's styles")
        root = added.own_sheet(theme, "en").root
        for row in root.findall(tag("style")):
            root.remove(row)
        return Sheet(root)
    return read_sheet(deepcopy(root), found)


def _theme(theme: Theme, seen: looks.Looks, cast: roles.Cast, numbers: HeadingNumbers | None) -> Theme:
    made = looks.dressed(theme, seen, cast) if seen.sheet.styles else copy(theme)
    made.own_numbers = numbers
    return made
