"""Headers and footers of a template: cleaned, filled, and complete: marking in each, page numbers somewhere."""

from __future__ import annotations

from copy import deepcopy

from lxml.etree import _Element as Element

from docgen.document import Document
from docgen.record import Record, fresh
from docgen.theme import Page
from docgen.word.opening import Package, tree
from docgen.word.sections import footer_line, grounded_marking_line, header_line, marking_line
from docgen.word.stationery import Frame
from docgen.word.template import paging
from docgen.word.template.carry import Carrier
from docgen.word.template.clean import Cleaning, clean
from docgen.word.template.complex_fields import fields_of
from docgen.word.template.editing import fragment, local, remove, said, shows
from docgen.word.template.fields import fill
from docgen.word.template.findings import Findings
from docgen.word.template.pages import Section
from docgen.word.wordml import tag, value

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
SHOWING = ("drawing", "pict", "object", "fldChar", "fldSimple", "sym", "ptab")
ANCHOR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}anchor"
TYPES = ("default", "first", "even")
BELOW = 120  # twips below a header's last line: a header that needs more room than the template leaves pushes the text down


class Piece(Record):
    """A header or footer on its way: its tree, and whether it differs from the template's."""

    role: str
    kind: str
    name: str
    root: Element
    source: str = ""
    changed: bool = False

    def add(self, xml: str, at: int) -> None:
        """Add paragraphs in front of the one at a place."""
        for offset, element in enumerate(fragment(xml)):
            self.root.insert(at + offset, element)
        self.changed = True

    @property
    def is_empty(self) -> bool:
        """True where a reader sees nothing in it."""
        return not said(self.root).strip() and next(self.root.iter(*map(tag, SHOWING)), None) is None


class Furnisher(Record):
    """Makes the headers and footers of one document."""

    package: Package
    document: Document
    carrier: Carrier
    found: Findings
    ids: dict[str, str]
    hiding: frozenset[str]
    stops: dict[str, tuple[int, ...]]
    pieces: dict[str, Piece] = fresh(factory=dict)

    def frame(self, section: Section, kind: str, page: Page, both_sides: bool) -> Frame:
        """The frame of pages of a kind (cover, upright or turned): the headers and footers of a section, and ours where it has none."""
        first = kind == "cover" and section.has_first
        wanted = {key: found for key, relation in section.references.items() if (found := self._named(relation)) and (first or key[1] != "first")}
        pieces = {key: self._piece(key[0], name) for key, name in wanted.items()}
        for role in ("header", "footer"):
            for other in ("first", "default") if first else ("default",):
                self._ours(pieces, role, other, kind)
            if both_sides and (role, "default") in pieces:
                pieces.setdefault((role, "even"), pieces[role, "default"])  # without one of its own an even page would have none at all
        for (_, other), piece in pieces.items():
            self._complete(piece, kind == "cover" and (not piece.source or other == "first"), page)
        order = sorted(pieces, key=lambda key: (key[0] == "footer", TYPES.index(key[1]) if key[1] in TYPES else 0))
        references = [(role, other, pieces[role, other].name) for role, other in order]
        after = ("<w:titlePg/>" if first else "") + paging.grid(section, self.found)
        return Frame(references, paging.borders(section, self.found), after, counting=paging.counting(section, self.found))

    def _named(self, relation: str) -> str | None:
        """The part that a section names; None where there is no such part."""
        found = next((row for row in self.package.relationships(self.package.main) if row.id == relation and not row.external), None)
        name = found.target if found and found.kind.rpartition("/")[2] in ("header", "footer") else ""
        root = tree(self.package, name) if name in self.package.parts else None
        if root is not None and local(root) in ("hdr", "ftr"):
            return name
        self.found.mended("a section of the template names a header or footer that is not there", "insert the header or footer in the template again")
        return None

    def _piece(self, role: str, name: str) -> Piece:
        """A header or footer of the template, cleaned and filled; each is made once."""
        if name not in self.pieces:
            root = deepcopy(tree(self.package, name))
            piece = Piece(role, f"{WORD}{role}+xml", self._new_name(role), root, name)
            kept = frozenset(relation.id for relation in self.carrier.kept(name))
            filled = fill(root, self.document, self.found)
            piece.changed = clean(root, Cleaning(kept, self.hiding, self.found)) or filled
            if not len(root):
                piece.add("<w:p/>", 0)  # it must have a paragraph (17.10.4)
            self.pieces[name] = piece
        return self.pieces[name]

    def _new_name(self, role: str) -> str:
        return f"{role}{sum(piece.role == role for piece in self.pieces.values()) + 1}.xml"

    def _ours(self, pieces: dict[tuple[str, str], Piece], role: str, other: str, kind: str) -> None:
        """An empty part for pages of a kind that would have none, where ours has something to say there."""
        if (role, other) in pieces or (kind == "cover" and not self.document.marking):
            return
        key = f"{role} {kind}"
        if key not in self.pieces:
            root = "hdr" if role == "header" else "ftr"
            self.pieces[key] = Piece(role, f"{WORD}{role}+xml", self._new_name(role), fragment(f"<w:{root}/>")[0], changed=True)
        pieces[role, other] = self.pieces[key]

    def _complete(self, piece: Piece, cover: bool, page: Page) -> None:
        """Add what a header or footer must show: ours, where nothing is in it; else the marking, if it lacks."""
        marking = marking_line(self.document, self.ids)
        if piece.is_empty:
            self._fill_empty(piece, cover, page)
        elif marking and self.document.marking and not shows(piece.root, self.document.marking.level):
            self._mark(piece, marking)

    def _mark(self, piece: Piece, marking: str) -> None:
        """Add the marking, so that it can be read where a picture is placed by itself."""
        message = "headers or footers of the template do not show the protective marking, so a line with it was added to them"
        self.found.header(message, "write {{marking}} where it belongs")
        if next(piece.root.iter(ANCHOR, tag("pict")), None) is None:
            piece.add(marking, 0 if piece.role == "header" else len(piece.root))
            return
        # Below the picture, since above it the line would move it, or be covered by it.
        piece.add(grounded_marking_line(self.document, self.ids), len(piece.root))
        message = f"a {piece.role} of the template has a picture on which the protective marking may come to lie, so it was added in black on white"
        self.found.header(message, "look whether it can be read; if not, write {{marking}} in the template where it can be")

    def _line(self, role: str, page: Page) -> str:
        """Our line for a header or footer, with the tab stop that it needs and none of those that the template's style has."""
        stops = self.stops.get(role.capitalize(), ())
        if role == "footer":
            return footer_line(self.document, page.text_width, self.ids, stops)
        return header_line(self.document, page.text_width, self.ids, stops, BELOW)

    def _fill_empty(self, piece: Piece, cover: bool, page: Page) -> None:
        own = "" if cover else self._line(piece.role, page)
        marking = marking_line(self.document, self.ids)
        xml = marking + own if piece.role == "header" else own + marking
        if not xml:
            return
        for paragraph in list(piece.root):
            remove(paragraph)
        piece.add(xml, 0)
        if piece.source:
            self.found.header("a header or footer of the template is empty, so docgen's own stands in it", "write what it is to show, such as {{title}}")

    def number_pages(self, frames: list[Frame], page: Page) -> None:
        """Add `Page x of y` to the footers of pages on which no header or footer counts pages: odd and even ones, upright and turned ones."""
        for frame in frames:
            for kind in dict.fromkeys(kind for _, kind, _ in frame.references):
                self._number(frame, kind, page)

    def _number(self, frame: Frame, kind: str, page: Page) -> None:
        shown = {name for _, other, name in frame.references if other == kind}
        pieces = [piece for piece in self.pieces.values() if piece.name in shown]
        if any(name == "PAGE" for piece in pieces for name in fields_of(piece.root)):
            return
        for piece in pieces:
            if piece.role == "footer":
                piece.add(self._line("footer", page), self._before_marking(piece))
        self.found.header("pages of the template have no number, so a line with page numbers was added to their footers", "insert the page number in a footer")

    def _before_marking(self, piece: Piece) -> int:
        """The end of a footer, or in front of the marking that was added there."""
        last = piece.root[-1] if len(piece.root) else None
        return len(piece.root) - (value(last, "pPr/pStyle") == self.ids["Marking"])

    def say_status(self) -> None:
        """A finding where only the cover says whether this is a draft."""
        if not any(shows(piece.root, self.document.status) for piece in self.pieces.values()):
            self.found.header(f"no header of the template says {self.document.status.lower()}; only the cover does", "write {{status}} in a header")

    def finish(self) -> None:
        """Carry all parts over; one in which nothing changed keeps its bytes."""
        for piece in self.pieces.values():
            relations = self.carrier.kept(piece.source) if piece.source else []
            self.carrier.part(f"word/{piece.name}", piece.kind, piece.source, piece.root if piece.changed else None, relations)


