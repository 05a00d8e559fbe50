"""Sections of pages: their size, and the headers and footers, which a new section does not inherit here but names again."""

from __future__ import annotations

from docgen.document import Document
from docgen.theme import Page, Theme
from docgen.word.oxml import DECLARATION, NAMESPACES, field, paragraph, run, tab


def headers_and_footers(document: Document, theme: Theme) -> dict[str, str]:
    """The parts by name: for the cover, for upright pages and for turned ones."""
    parts: dict[str, str] = {}
    wide = max(theme.page.turned().text_width, theme.page.text_width)
    narrow = min(theme.page.turned().text_width, theme.page.text_width)
    upright, turned = (wide, narrow) if theme.page.width > theme.page.height else (narrow, wide)
    marking = document.marking.level if document.marking else ""
    if marking:
        parts["header-cover"] = _part("hdr", _marking(marking))
        parts["footer-cover"] = _part("ftr", _marking(marking))
    for name, width in (("upright", upright), ("turned", turned)):
        parts[f"header-{name}"] = _part("hdr", _marking(marking) + _header(document, width))
        parts[f"footer-{name}"] = _part("ftr", _footer(document, width) + _marking(marking))
    return parts


def _part(kind: str, inner: str) -> str:
    return f"{DECLARATION}<w:{kind} {NAMESPACES}>{inner}</w:{kind}>"


def _marking(level: str) -> str:
    return paragraph("Marking", run(level)) if level else ""


def _right(width: int) -> str:
    return f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'


def _header(document: Document, width: int) -> str:
    inner = run(document.title) + tab() + run(f"{document.edition} · {document.status}")
    return paragraph("Header", inner, _right(width))


def _footer(document: Document, width: int) -> str:
    """Build on the left, `Page x of y` on the right; Word counts the pages itself."""
    pages = run("Page ") + field("PAGE", "1") + run(" of ") + field("NUMPAGES", "1")
    return paragraph("Footer", run(f"build {document.identity.short}") + tab() + pages, _right(width))


def section(page: Page, kind: str, relations: dict[str, str]) -> str:
    """The properties of a section (17.6.17), with its header and footer where it has them."""
    inner = "".join(
        f'<w:{role}Reference w:type="default" r:id="{relations[f"{role}-{kind}"]}"/>'
        for role in ("header", "footer")
        if f"{role}-{kind}" in relations
    )
    turned = ' w:orient="landscape"' if page.width > page.height else ""
    return (
        f'<w:sectPr>{inner}<w:type w:val="nextPage"/><w:pgSz w:w="{page.width}" w:h="{page.height}"{turned}/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" w:left="{page.left}" '
        'w:header="567" w:footer="510" w:gutter="0"/><w:cols w:space="708"/></w:sectPr>'
    )
