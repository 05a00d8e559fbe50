"""Document to the bytes of a Word file."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.document import Document, Sheet
from docgen.theme import Page, Theme
from docgen.word import parts
from docgen.word.blocks import write_blocks
from docgen.word.footnotes import footnotes
from docgen.word.oxml import DECLARATION, DRAWING_NAMESPACES, NAMESPACES
from docgen.word.package import pack
from docgen.word.relationships import PACKAGE, Relationships
from docgen.word.sections import headers_and_footers, section
from docgen.word.styles import styles
from docgen.word.turned import divided
from docgen.word.writer import Writer

Part = tuple[str, Iterable[str] | bytes]


def write(document: Document, theme: Theme) -> bytes:
    """The whole package of a document in the looks of a theme."""
    writer = Writer(document, theme)
    for kind in ("styles", "numbering", "settings", "fontTable", "footnotes"):
        writer.relationships.add(kind, f"{kind}.xml")
    furniture = headers_and_footers(document, theme)
    relations = {name: writer.relationships.add(name.split("-")[0], f"{name}.xml") for name in furniture}
    end = _pages(writer, relations)
    body, body_relations = writer.out, writer.relationships
    notes, note_relations = footnotes(writer)
    named: list[Part] = [
        ("word/document.xml", [_opening(), *body, end, "</w:body></w:document>"]),
        ("word/_rels/document.xml.rels", [body_relations.part()]),
        ("word/styles.xml", [styles(theme, document.language, writer.code_languages)]),
        ("word/numbering.xml", [writer.numbering.part()]),
        ("word/settings.xml", [parts.settings(document)]),
        ("word/fontTable.xml", [parts.font_table(theme)]),
        ("word/footnotes.xml", [notes]),
        *([("word/_rels/footnotes.xml.rels", [note_relations.part()])] if note_relations.ids else []),
        *((f"word/{name}.xml", [content]) for name, content in furniture.items()),
        *_media(writer),
    ]
    return pack([*_frame(document, [name for name, _ in named]), *named])


def _opening() -> str:
    return f"{DECLARATION}<w:document {NAMESPACES} {DRAWING_NAMESPACES}><w:body>"


def _pages(writer: Writer, relations: dict[str, str]) -> str:
    """Write all sheets; the properties of the last section stand at the end of the body, and are returned."""
    last = ""
    for index, sheet in enumerate(_sheets(writer.document, writer.theme.page)):
        if index:
            writer.close_section(last)
        page = writer.theme.page.turned() if sheet.landscape else writer.theme.page
        writer.width, writer.height = page.text_width, page.text_height
        write_blocks(writer, sheet.blocks)
        kind = "cover" if sheet.name == "cover" else "turned" if sheet.landscape else "upright"
        last = section(page, kind, relations)
    if writer.open_paragraph is None:
        writer.paragraph("TableEnd", "")
    return last


def _sheets(document: Document, page: Page) -> list[Sheet]:
    """The sheets that hold something, pages of one kind that follow one another taken together, but for the cover."""
    merged: list[Sheet] = []
    for sheet in document.pages:
        if not sheet.blocks:
            continue
        if merged and merged[-1].name != "cover" and sheet.landscape == merged[-1].landscape and sheet.name != "body":
            merged[-1] = Sheet(sheet.name, [*merged[-1].blocks, *sheet.blocks], sheet.landscape)
        else:
            merged += divided(sheet, page)
    return merged


def _media(writer: Writer) -> list[Part]:
    placed = {found.part: found.picture.data for found in writer.pictures.placed.values()}
    return [(f"word/{name}", data) for name, data in placed.items()]


def _frame(document: Document, names: list[str]) -> list[Part]:
    """Content types, the relationships of the package, and its properties."""
    relations = Relationships()
    relations.add("officeDocument", "word/document.xml")
    relations.add(f"{PACKAGE}/metadata/core-properties", "docProps/core.xml")
    relations.add("extended-properties", "docProps/app.xml")
    relations.add("custom-properties", "docProps/custom.xml")
    properties: list[Part] = [
        ("docProps/core.xml", [parts.core(document)]),
        ("docProps/app.xml", [parts.app()]),
        ("docProps/custom.xml", [parts.custom(document)]),
    ]
    types = parts.content_types([name for name, _ in properties] + names)
    return [("[Content_Types].xml", [types]), ("_rels/.rels", [relations.part()]), *properties]
