"""Reading one story of a Word file. Text that is deleted, moved away, or said again for old programs is not read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from docgen.audit.story import Cell, Link, Paragraph, Run, Shape, Story, Table
from docgen.pattern import lazy
from docgen.word.limits import BadPackage
from docgen.word.wordml import child, is_on, stated, tag, whole

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

SIGNS: Mapping[str, str] = MappingProxyType({"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"})
# A thousand pages have about a third of it.
PIECES = 300_000
DEEPEST = 50  # fields in one another, of which many may never end
HEXADECIMAL = lazy(r"[0-9A-Fa-f]{1,4}")
UNKNOWN = 0xF0FF  # some sign of a symbol font
SHAPES = ("v:shape", "v:rect", "v:roundrect", "v:oval", "v:line", "v:polyline", "v:arc", "v:group")
UNREAD = (
    *("rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "del", "moveFrom", "delText", "delInstrText", "mc:Fallback"),
    *("tblPrEx", "rt", "v:shapetype"),
)


class Place(NamedTuple):
    """Where an element stands."""

    story: Story
    paragraph: Paragraph | None = None
    run: Run | None = None
    link: Link | None = None
    table: Table | None = None
    cell: Cell | None = None
    shape: Shape | None = None
    boxed: bool = False
    field: str = ""
    hint: bool = False


class Field:
    """A complex field that is open (17.16.18): what it does, and whether its result has begun."""

    def __init__(self) -> None:
        self.instruction = ""
        self.shown = False
        self.link: Link | None = None

    @property
    def name(self) -> str:
        """The field's name in capitals."""
        return (self.instruction.split() or [""])[0].upper()


class Reader:
    """Reads stories; paragraphs are numbered through. `targets` are the addresses behind the `r:id` of the part that is being read."""

    def __init__(self) -> None:
        self.count = self.pieces = 0
        self.fields: list[Field] = []
        self.targets: dict[str, str] = {}

    def read(self, root: Element, story: Story) -> None:
        """Add everything below an element to a story, without calling itself: a file decides how deep it is nested."""
        self.fields = []
        pending = [(root, Place(story))]
        while pending:
            element, place = pending.pop()
            handle = HANDLERS.get(element.tag)
            inside = handle(self, element, place) if handle else place
            if inside is not None:
                pending.extend((below, inside) for below in element.iterchildren(reversed=True))

    def paragraph(self, element: Element, place: Place) -> Place:
        self.count += 1
        self._limit()
        made = Paragraph(self.count, place.story, element, cell=place.cell, boxed=place.boxed)
        place.story.paragraphs.append(made)
        if place.cell and not place.boxed:
            place.cell.paragraphs.append(made)
        if place.table and place.table.paragraph is None:
            place.table.paragraph = made
        return place._replace(paragraph=made, run=None, link=None)

    def _limit(self) -> None:
        """Refuse a file of which the paragraphs, runs and cells would take too much memory."""
        self.pieces += 1
        if self.pieces > PIECES:
            raise BadPackage(f"the document has more than {PIECES:,} paragraphs, cells and pieces of text; split it to have it checked")

    def properties(self, element: Element, place: Place) -> None:
        if place.paragraph:
            place.paragraph.properties = element
            place.paragraph.style = stated(element, "pStyle")

    def run(self, element: Element, place: Place) -> Place | None:
        if place.paragraph is None:
            return None
        self._limit()
        field = next((field for field in reversed(self.fields) if field.name), None)
        link = place.link or next((field.link for field in reversed(self.fields) if field.link), None)
        made = Run(child(element, "rPr"), link=link, field=place.field or (field.name if field else ""), hint=place.hint)
        place.paragraph.runs.append(made)
        return place._replace(run=made)

    def text(self, element: Element, place: Place) -> None:
        self._say(place, element.text or "")

    def sign(self, element: Element, place: Place) -> None:
        self._say(place, SIGN_OF[element.tag])

    def symbol(self, element: Element, place: Place) -> None:
        """A sign of a symbol font stands at its place in Unicode's private area (17.3.3.30)."""
        digits = stated(element, name="char")
        code = int(digits, 16) if HEXADECIMAL.fullmatch(digits) else UNKNOWN
        self._say(place, chr(code if code >= 0x20 and not 0xD800 <= code < 0xE000 else UNKNOWN))

    def line_break(self, element: Element, place: Place) -> None:
        if stated(element, name="type") in ("page", "column") and place.paragraph:
            place.paragraph.breaks = True
        else:
            self._say(place, "\n")

    def _say(self, place: Place, text: str) -> None:
        """Text counts where it is read: in a run, and not as what a field is told to do."""
        if place.run is None and place.paragraph is not None:  # a formula stands in no run
            place.paragraph.runs.append(Run(None, text))
        elif place.run is not None and all(field.shown for field in self.fields):
            place.run.text += text
            if place.run.link:
                place.run.link.text += text
        if place.shape and text.strip():
            place.shape.holds_text = True

    def hyperlink(self, element: Element, place: Place) -> Place:
        target = self.targets.get(stated(element, name="r:id"), "")
        return place if place.paragraph is None else place._replace(link=_link(place.paragraph, target, not target))

    def simple_field(self, element: Element, place: Place) -> Place:
        field = Field()
        field.instruction = stated(element, name="instr")
        return place._replace(field=field.name, link=place.link or _field_link(field, place))

    def field(self, element: Element, place: Place) -> None:
        kind = stated(element, name="fldCharType")
        if kind == "begin" and len(self.fields) < DEEPEST:
            self.fields.append(Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].shown = True
            self.fields[-1].link = _field_link(self.fields[-1], place)
        elif kind == "end" and self.fields:
            self.fields.pop()

    def instruction(self, element: Element, place: Place) -> None:
        if self.fields:
            self.fields[-1].instruction += element.text or ""

    def table(self, element: Element, place: Place) -> Place:
        made = Table(element, None if place.boxed else place.cell)
        place.story.tables.append(made)
        return place._replace(table=made)

    def row(self, element: Element, place: Place) -> Place | None:
        if child(element, "trPr/del") is not None:
            return None
        if place.table:
            place.table.rows.append([])
        return place

    def cell(self, element: Element, place: Place) -> Place:
        if place.table is None or not place.table.rows:
            return place
        self._limit()
        row = place.table.rows[-1]
        before = row[-1].column + row[-1].span if row else 0
        span = max(1, whole(stated(element, "tcPr/gridSpan"), 1))
        made = Cell(element, place.table, len(place.table.rows) - 1, before, span)
        row.append(made)
        return place._replace(cell=made)

    def drawing(self, element: Element, place: Place) -> Place | None:
        return self._shape(element, place, drawn=True, floats=element.tag == tag("wp:anchor"))

    def old_shape(self, element: Element, place: Place) -> Place | None:
        """A shape of VML, which Word wrote until 2007; those inside a group are the group's."""
        style = element.get("style", "").replace(" ", "").casefold()
        return place if place.shape else self._shape(element, place, drawn=False, floats="position:absolute" in style)

    def _shape(self, element: Element, place: Place, drawn: bool, floats: bool) -> Place | None:
        if place.paragraph is None:
            return None
        made = Shape(element, place.paragraph, drawn, floats)
        place.story.shapes.append(made)
        place.paragraph.shapes.append(made)
        if place.run and place.run.link:
            place.run.link.picture = True
        return place._replace(shape=made)

    def drawn_words(self, element: Element, place: Place) -> None:
        """The words of a watermark."""
        if place.shape and element.get("string", "").strip():
            place.shape.holds_text = True

    def box(self, element: Element, place: Place) -> Place:
        return place._replace(paragraph=None, run=None, link=None, boxed=True)

    def bookmark(self, element: Element, place: Place) -> None:
        if place.paragraph:
            place.paragraph.bookmarks.append(stated(element, name="name"))

    def control(self, element: Element, place: Place) -> Place:
        return place._replace(hint=is_on(element, "sdtPr/showingPlcHdr"))

    def skip(self, element: Element, place: Place) -> None:
        """What is not read."""


def _link(paragraph: Paragraph, target: str, inside: bool) -> Link:
    made = Link(target, paragraph, inside)
    paragraph.story.links.append(made)
    return made


def _field_link(field: Field, place: Place) -> Link | None:
    """The link that a HYPERLINK field is (17.16.5.25)."""
    words = field.instruction.split()
    if field.name != "HYPERLINK" or len(words) < 2 or place.paragraph is None:
        return None
    return _link(place.paragraph, words[1].strip('"'), words[1].startswith("\\"))


SIGN_OF = {tag(name): sign for name, sign in SIGNS.items()}
HANDLERS: Mapping[str, Callable[[Reader, Element, Place], Place | None]] = MappingProxyType(
    {
        tag("p"): Reader.paragraph,
        tag("pPr"): Reader.properties,
        tag("r"): Reader.run,
        tag("t"): Reader.text,
        tag("m:t"): Reader.text,
        tag("sym"): Reader.symbol,
        tag("br"): Reader.line_break,
        tag("hyperlink"): Reader.hyperlink,
        tag("fldSimple"): Reader.simple_field,
        tag("fldChar"): Reader.field,
        tag("instrText"): Reader.instruction,
        tag("tbl"): Reader.table,
        tag("tr"): Reader.row,
        tag("tc"): Reader.cell,
        tag("wp:inline"): Reader.drawing,
        tag("wp:anchor"): Reader.drawing,
        tag("txbxContent"): Reader.box,
        tag("v:textpath"): Reader.drawn_words,
        tag("bookmarkStart"): Reader.bookmark,
        tag("sdt"): Reader.control,
        **dict.fromkeys(SIGN_OF, Reader.sign),
        **dict.fromkeys(map(tag, SHAPES), Reader.old_shape),
        **dict.fromkeys(map(tag, UNREAD), Reader.skip),
    }
)
