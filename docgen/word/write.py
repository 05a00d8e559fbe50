"""Document to the bytes of a Word file."""

from __future__ import annotations

from docgen.document import Document, Sheet
from docgen.theme import Page, Theme
from docgen.word import parts
from docgen.word.blocks import write_blocks
from docgen.word.footnotes import footnotes
from docgen.word.oxml import DECLARATION, DRAWING_NAMESPACES, NAMESPACES
from docgen.word.package import Content, pack
from docgen.word.relationships import PACKAGE, Relationships
from docgen.word.sections import headers_and_footers, section
from docgen.word.stationery import NOTHING, Frame, Stationery
from docgen.word.styles import styles
from docgen.word.turned import sheets, start_of
from docgen.word.writer import Writer

Part = tuple[str, Content]


def write(document: Document, theme: Theme, stationery: Stationery | None = None, for_layout: bool = False) -> bytes:
    """The whole package of a document in the looks of a theme, and on the stationery of a template where there is one. `for_layout` it has one heading more."""
    writer = Writer(document, theme, stationery, for_layout)
    for kind in ("styles", "numbering", "settings", "fontTable", "footnotes"):
        writer.relationships.add(kind, f"{kind}.xml")
    furniture = {} if stationery else headers_and_footers(document, theme)
    end = _pages(writer, stationery or _plain(furniture))
    body, body_relations = writer.out, writer.relationships
    notes, note_relations = footnotes(writer)
    named: dict[str, Content] = {
        "word/document.xml": [_opening(), *body, end, "</w:body></w:document>"],
        "word/_rels/document.xml.rels": [body_relations.part()],
        "word/styles.xml": writer.wardrobe.part(writer.code_styles) if writer.wardrobe else [styles(theme, document.language, writer.code_styles)],
        "word/numbering.xml": [writer.numbering.part()],
        "word/settings.xml": [parts.settings(document, stationery.settings if stationery else NOTHING)],
        "word/fontTable.xml": [parts.font_table(theme)],
        "word/footnotes.xml": [notes],
        **({"word/_rels/footnotes.xml.rels": [note_relations.part()]} if note_relations.ids else {}),
        **{f"word/{name}.xml": [content] for name, content in furniture.items()},
    }
    carried = stationery.parts if stationery else []
    named |= {part.name: part.packed or part.data for part in carried}
    named |= _media(writer)
    return pack([*_frame(document, list(named), {part.name: part.kind for part in carried}), *named.items()])


def _plain(furniture: dict[str, str]) -> Stationery:
    """Docgen's own headers and footers, in the shape in which a template gives its own."""
    frames = {
        kind: Frame([(role, "default", f"{role}-{kind}.xml") for role in ("header", "footer") if f"{role}-{kind}" in furniture])
        for kind in ("cover", "upright", "turned")
    }
    return Stationery(NOTHING, None, frames)


def _opening() -> str:
    return f"{DECLARATION}<w:document {NAMESPACES} {DRAWING_NAMESPACES}><w:body>"


def _pages(writer: Writer, stationery: Stationery) -> str:
    """Write all sheets; the properties of the last section stand at the end of the body, and are returned."""
    last = ""
    frames = {kind: _referenced(writer, frame) for kind, frame in stationery.frames.items()}
    for kind, target in stationery.relations:
        writer.relationships.add(kind, target)
    for index, sheet in enumerate(sheets(writer.document, writer.theme)):
        if index:
            writer.close_section(last)
        kind = sheet.kind
        page = _page(writer, sheet, frames[kind])
        writer.width, writer.height = page.text_width, page.text_height
        if kind == "cover" and stationery.cover:
            writer.cover(stationery.cover)
        else:
            write_blocks(writer, sheet.blocks)
        last = section(frames[kind], page, start_of(index, stationery.frames))
    if writer.open_paragraph is None:
        writer.paragraph("TableEnd", "")
    return last


def _page(writer: Writer, sheet: Sheet, frame: Frame) -> Page:
    """The page that a sheet is printed on."""
    if frame.page:
        return frame.page
    return writer.theme.page.wide() if sheet.landscape else writer.theme.page


def _referenced(writer: Writer, frame: Frame) -> Frame:
    """A frame whose headers and footers are named by their relationships."""
    named = [(role, kind, writer.relationships.add(role, target)) for role, kind, target in frame.references]
    return Frame(named, frame.borders, frame.after, frame.page, frame.counting)


def _media(writer: Writer) -> dict[str, bytes]:
    return {f"word/{found.part}": found.picture.data for found in writer.pictures.placed.values()}


def _frame(document: Document, names: list[str], carried: dict[str, str]) -> list[Part]:
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
    types = parts.content_types([name for name, _ in properties] + names, carried)
    return [("[Content_Types].xml", [types]), ("_rels/.rels", [relations.part()]), *properties]
