"""Writer: what the makers of one package share, and the pieces of text that become its body."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.document import Document
from docgen.nodes import Footnote, Image
from docgen.theme import Theme
from docgen.word.anchors import Anchors
from docgen.word.numbering import Definitions, Numbering
from docgen.word.oxml import Looks, field, quoted, run
from docgen.word.pictures import Pictures, drawing
from docgen.word.relationships import Relationships
from docgen.word.stationery import NOTHING, NOWHERE, Cover, Stationery
from docgen.word.styles import MOST_LANGUAGES, code_style

# Styles with a distance of their own from what stands before them.
SPACED = ("Heading", "Front", "Table", "Caption", "Figure", "Rule", "TOC")


def with_space_before(properties: str, twips: int) -> str:
    """Properties of a paragraph with space before it, which stands before any indentation (17.3.1.26)."""
    space = f'<w:spacing w:before="{twips}"/>'
    at = properties.find("<w:ind ")
    at = properties.find("<w:contextualSpacing") if at < 0 else at
    return properties + space if at < 0 else properties[:at] + space + properties[at:]


class Footnotes:
    """The footnotes of one package in the order of their first marks; ids start at 1, as Word's numbers do."""

    def __init__(self) -> None:
        self.numbers: dict[Footnote, int] = {}

    def number(self, footnote: Footnote) -> tuple[int, bool]:
        """A footnote's number, and whether this is its first mark."""
        first = footnote not in self.numbers
        return self.numbers.setdefault(footnote, len(self.numbers) + 1), first

    def bookmark(self, number: int) -> str:
        """The bookmark around a footnote's first mark."""
        return f"_Note{number:06d}"


class Writer:
    """Collects the body's text; `close_section` may still add to the properties of the last paragraph."""

    def __init__(self, document: Document, theme: Theme, stationery: Stationery | None = None, for_layout: bool = False) -> None:
        self.document = document
        self.theme = theme
        self.for_layout = for_layout
        self.ids = stationery.ids if stationery else NOTHING
        self.wardrobe = stationery.wardrobe if stationery else None
        self.foreign = stationery.foreign if stationery else NOWHERE
        self.stops: Mapping[str, tuple[int, ...]] = stationery.stops if stationery else {}
        self.looks = Looks(self.ids)
        self.anchors = Anchors(document, stationery.used if stationery else frozenset())
        self.numbering = Numbering(theme, stationery.definitions if stationery else Definitions())
        self.footnotes = Footnotes()
        self.pictures = Pictures(document.pictures)
        self.relationships = Relationships()
        self.out: list[str] = []
        self.open_paragraph: int | None = None
        self.after_table = False
        self.code_styles: dict[str, str] = {}
        self.width = theme.page.text_width
        self.height = theme.page.text_height

    @property
    def most_indent(self) -> int:
        """Twips by which text may be indented."""
        return self.width * 2 // 3

    def code_style(self, language: str) -> str:
        """The style of code in a language: Word has no other place for it, and a style of its own keeps it and looks alike."""
        style = code_style(language)
        if style == "CodeBlock" or style in self.code_styles:
            return style
        if len(self.code_styles) == MOST_LANGUAGES:
            return "CodeBlock"
        self.code_styles[style] = self.wardrobe.free_id(style) if self.wardrobe else style
        return style

    def style(self, role: str) -> str:
        """The id of the style that plays a role in this package: docgen's own, or one of the template's."""
        return quoted(self.ids[role]) if role in self.ids else self.code_styles.get(role, role)

    def run(self, value: str, marks: int = 0) -> str:
        """A run of text in the styles of this package."""
        return run(value, marks, self.looks)

    def field(self, instruction: str, result: str, marks: int = 0) -> str:
        """A field in the styles of this package."""
        return field(instruction, result, marks, self.looks)

    def paragraph(self, style: str, inner: str, properties: str = "") -> None:
        """Write a paragraph; behind a table it keeps a distance, which a table can't."""
        if self.after_table and not style.startswith(SPACED):
            properties = with_space_before(properties, self.theme.after * 3 // 2)
        self.after_table = False
        self.out.append(f'<w:p><w:pPr><w:pStyle w:val="{self.style(style)}"/>{properties}')
        self.open_paragraph = len(self.out) - 1
        self.out.append(f"</w:pPr>{inner}</w:p>")

    def table(self, xml: str) -> None:
        """Write a table; two tables in a row would become one."""
        if self.after_table:
            self.paragraph("TableEnd", "", with_space_before("", self.theme.after * 3 // 2))
        self.out.append(xml)
        self.open_paragraph = None
        self.after_table = True

    def close_section(self, properties: str) -> None:
        """End the pages written so far: section properties stand in the last paragraph (17.6.18)."""
        if self.open_paragraph is None:
            self.paragraph("TableEnd", "")
        assert self.open_paragraph is not None
        self.out[self.open_paragraph] += properties
        self.open_paragraph = None
        self.after_table = False

    def cover(self, cover: Cover) -> None:
        """Write a template's own cover; the break to the next pages stands in a paragraph behind it."""
        self.out += cover.blocks
        self.relationships.named += cover.relations
        self.open_paragraph = None

    def picture(self, image: Image) -> str | None:
        """The run with a picture, or None where there is none to show."""
        found = self.pictures.find(image)
        if found is None:
            return None
        relation = self.relationships.picture(found.part)
        return drawing(image, found, relation, self.anchors.next_id(), self.width, self.height)
