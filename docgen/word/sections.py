"""Sections of pages: their size, and the headers and footers, which a new section does not inherit here but names again."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.document import Document
from docgen.theme import Page, Theme
from docgen.word.oxml import DECLARATION, NAMESPACES, field, paragraph, quoted, run, tab
from docgen.word.stationery import NOTHING, Frame


def headers_and_footers(document: Document, theme: Theme) -> dict[str, str]:
    """The parts by name: for the cover, for upright pages and for turned ones."""
    parts: dict[str, str] = {}
    marking = marking_line(document, NOTHING)
    if marking:
        parts["header-cover"] = _part("hdr", marking)
        parts["footer-cover"] = _part("ftr", marking)
    for name, width in (("upright", theme.page.text_width), ("turned", theme.page.wide().text_width)):
        parts[f"header-{name}"] = _part("hdr", marking + header_line(document, width, NOTHING))
        parts[f"footer-{name}"] = _part("ftr", footer_line(document, width, NOTHING) + marking)
    return parts


def _part(kind: str, inner: str) -> str:
    return f"{DECLARATION}<w:{kind} {NAMESPACES}>{inner}</w:{kind}>"


def marking_line(document: Document, ids: Mapping[str, str]) -> str:
    """The paragraph with the protective marking; nothing where there is none."""
    return _line("Marking", run(document.marking.level), "", ids) if document.marking else ""


def grounded_marking_line(document: Document, ids: Mapping[str, str]) -> str:
    """The paragraph with the protective marking for places where a picture may lie below it: black letters on a white ground of their own."""
    look = '<w:rPr><w:color w:val="000000"/><w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/></w:rPr>'
    return marking_line(document, ids).replace("<w:r>", f"<w:r>{look}").replace("</w:rPr><w:rPr>", "")


def header_line(document: Document, width: int, ids: Mapping[str, str], stops: tuple[int, ...] = (), below: int | None = None) -> str:
    """Title on the left, edition and status on the right. `stops` are tabs that the style has and the line must not, `below` the twips that the text stays away."""
    gap = "" if below is None else f'<w:spacing w:after="{below}"/>'
    return _line("Header", run(document.title) + tab() + run(f"{document.edition} · {document.status}"), _right(width, stops) + gap, ids)


def footer_line(document: Document, width: int, ids: Mapping[str, str], stops: tuple[int, ...] = ()) -> str:
    """Build on the left, `Page x of y` on the right; Word counts the pages itself. `stops` as in a header."""
    pages = run("Page ") + field("PAGE", "1") + run(" of ") + field("NUMPAGES", "1")
    return _line("Footer", run(f"build {document.identity.short}") + tab() + pages, _right(width, stops), ids)


def _line(role: str, inner: str, properties: str, ids: Mapping[str, str]) -> str:
    return paragraph(quoted(ids[role]) if role in ids else role, inner, properties)


def _right(width: int, stops: tuple[int, ...]) -> str:
    """One tab at the right edge; stops must stand in their order (17.3.1.38)."""
    kinds = dict.fromkeys(stops, "clear") | {width: "right"}
    tabs = "".join(f'<w:tab w:val="{kinds[stop]}" w:pos="{stop}"/>' for stop in sorted(kinds))
    return f"<w:tabs>{tabs}</w:tabs>"


def section(frame: Frame, page: Page, start: int | None) -> str:
    """The properties of a section (17.6.17) whose headers and footers are named by their relationships; `start` is the number of its first page, if not counted on."""
    inner = "".join(f'<w:{role}Reference w:type="{kind}" r:id="{relation}"/>' for role, kind, relation in frame.references)
    turned = ' w:orient="landscape"' if page.width > page.height else ""
    return (
        f'<w:sectPr>{inner}<w:type w:val="nextPage"/><w:pgSz w:w="{page.width}" w:h="{page.height}"{turned}/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" w:left="{page.left}" '
        f'w:header="{page.header}" w:footer="{page.footer}" w:gutter="{page.gutter}"/>{frame.borders}{_counting(frame.counting.form, start)}<w:cols w:space="708"/>{frame.after}</w:sectPr>'
    )


def _counting(form: str, start: int | None) -> str:
    """How the pages are counted; nothing where they are counted on as 1, 2, 3."""
    said = "" if form == "decimal" else f' w:fmt="{form}"'
    said += "" if start is None else f' w:start="{start}"'
    return f"<w:pgNumType{said}/>" if said else ""
