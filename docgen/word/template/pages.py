"""Sections of a template: its page, and which headers and footers stand on the cover, on upright and on turned pages."""

from __future__ import annotations

from lxml.etree import _Element as Element

from docgen.record import Record, fresh
from docgen.theme import LEAST_TEXT, Page
from docgen.word.template.editing import R, local
from docgen.word.template.findings import Findings
from docgen.word.wordml import child, is_on, tag, value, whole

CLOSE = 284  # twips from the edge of the paper, where printers print nothing
LARGEST = 31680  # 22 inches, which is the most that Word knows
MARGINS = ("top", "right", "bottom", "left", "header", "footer", "gutter")
AGAIN = "set size and margins of the page again in the template"
References = dict[tuple[str, str], str]  # (header or footer, default, first or even) -> id of a relationship


class Section(Record):
    """A section with the headers and footers that its pages show, its own or those it inherits."""

    properties: Element
    references: References = fresh(factory=dict)

    @property
    def has_first(self) -> bool:
        """True where its first page has a header and footer of its own."""
        return is_on(self.properties, "titlePg")

    @property
    def landscape(self) -> bool:
        """True where it is wider than high."""
        page = child(self.properties, "pgSz")
        return (whole(value(page, name="w")) or 0) > (whole(value(page, name="h")) or 0)


def read_sections(body: Element, both_sides: bool) -> list[Section]:
    """All sections in their order; one at least. `both_sides` is true where even pages have headers and footers of their own."""
    sections: list[Section] = []
    inherited: References = {}
    for properties in body.iter(tag("sectPr")):
        own: References = {}
        for row in properties:
            kind = local(row).removesuffix("Reference")
            if kind in ("header", "footer") and local(row).endswith("Reference"):
                own[kind, row.get(tag("type"), "default")] = row.get(f"{{{R}}}id", "")
        inherited = {**inherited, **own}
        section = Section(properties)
        # Word keeps those of first and even pages where they are switched off, and shows them to nobody.
        used = {"default", *(["first"] if section.has_first else []), *(["even"] if both_sides else [])}
        section.references = {key: found for key, found in inherited.items() if key[1] in used}
        sections.append(section)
    return sections or [Section(body.makeelement(tag("sectPr")))]


def page_of(section: Section, ours: Page, found: Findings) -> Page:
    """The page of a section, or ours where it has none that text has room on."""
    size, margins = child(section.properties, "pgSz"), child(section.properties, "pgMar")
    if size is None and margins is None:
        return ours
    numbers = {name: whole(value(margins, name=name)) for name in MARGINS}
    wide, high = whole(value(size, name="w")), whole(value(size, name="h"))
    edges = {name: abs(getattr(ours, name) if number is None else number) for name, number in numbers.items()}
    for role in ("header", "footer"):
        if edges[role] < CLOSE and not any(key[0] == role for key in section.references):
            edges[role] = getattr(ours, role)  # where the template has nothing, nothing was meant to be so close to the edge
    page = Page(ours.width if wide is None else wide, ours.height if high is None else high, **edges)
    if page.text_width < LEAST_TEXT or page.text_height < LEAST_TEXT or max(page.width, page.height) > LARGEST:
        found.mended("the page of the template leaves too little room for text, so docgen's own page is used", AGAIN)
        return ours
    if any(value(element, name=name) not in (None, str(whole(value(element, name=name)))) for element in (size, margins) for name in ("w", "h", *MARGINS)):
        found.mended("measures of the template's page are no whole numbers, so they were rounded", AGAIN)
    return page


