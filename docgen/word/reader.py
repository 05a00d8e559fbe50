"""One part of a package read with an XML parser: its paragraphs as a reader sees them, and the ids it has and uses."""

from __future__ import annotations

from collections.abc import Callable
from types import MethodType
from typing import NamedTuple
from xml.parsers import expat
from zipfile import ZipFile

from docgen.record import Record, fresh
from docgen.word.counting import Counter

CHUNK = 1 << 20


class Read(NamedTuple):
    """A paragraph: its text without fields, and its number as Word would count it, its style and its bookmarks."""

    text: str
    number: str | None
    style: str = ""
    bookmarks: tuple[str, ...] = ()


class Reading(Record):
    """What a part has, and what it uses."""

    paragraphs: list[Read] = fresh(factory=list)
    bookmarks: list[str] = fresh(factory=list)
    ids: list[str] = fresh(factory=list)
    styles: set[str] = fresh(factory=set)
    numbers: set[str] = fresh(factory=set)
    relations: set[str] = fresh(factory=set)
    footnotes: set[str] = fresh(factory=set)
    targets: set[str] = fresh(factory=set)
    defined: set[str] = fresh(factory=set)
    fields: list[tuple[list[str], str]] = fresh(factory=list)
    numbered: dict[str, str | None] = fresh(factory=dict)
    labelled: dict[str, str] = fresh(factory=dict)
    sections: list[int] = fresh(factory=list)
    known_styles: set[str] = fresh(factory=set)
    known_numbers: set[str] = fresh(factory=set)


def read_part(package: ZipFile, name: str) -> Reading:
    """The reading of one part."""
    counter = Counter(package) if name == "word/document.xml" else None
    handler = _Handler(counter)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = _follower(handler)
    parser.CharacterDataHandler = handler.data
    if counter:
        handler.reading.known_styles, handler.reading.known_numbers = set(counter.definitions.styles), set(counter.definitions.nums)
    with package.open(name) as part:
        while piece := part.read(CHUNK):
            parser.Parse(piece, False)
    parser.Parse(b"", True)
    handler.close()
    return handler.reading


def _follower(handler: _Handler) -> Callable[[str, dict[str, str]], None]:
    """What the parser calls at each element's start. Ends tell nothing that the next start does not, and are half of the calls."""
    handles = {name: MethodType(handle, handler) for name, handle in STARTS.items()}

    def start(name: str, attributes: dict[str, str]) -> None:
        handler.inside = name
        handle = handles.get(name)
        if handle:
            handle(attributes)

    return start


def related(package: ZipFile, name: str) -> set[str]:
    """The ids of the relationships in a part."""
    found: set[str] = set()

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship":
            found.add(attributes["Id"])

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.Parse(package.read(name), True)
    return found


class _Handler:
    """Follows the parser. Text inside a field (17.16.18) is not what the note says, and is left out."""

    def __init__(self, counter: Counter | None) -> None:
        self.counter = counter
        self.reading = Reading()
        self.text: list[str] = []
        self.bookmarks: list[str] = []
        self.inside = ""
        self.is_open = False
        self.in_field = 0
        self.open: list[tuple[list[str], list[str]]] = []
        self.instruction: list[str] = []
        self.result: list[str] = []
        self.style = ""
        self.num: str | None = None
        self.level: int | None = None

    def paragraph(self, _: dict[str, str]) -> None:
        self.close()
        self.text, self.bookmarks, self.style, self.num, self.level, self.is_open = [], [], "", None, None, True

    def close(self) -> None:
        """End the paragraph that was begun last, at the start of the next or at the end of the part."""
        if self.is_open:
            number = self.counter.number(self.style, self.num, self.level) if self.counter else None
            self.reading.paragraphs.append(Read("".join(self.text), number, self.style, tuple(self.bookmarks)))
            self.reading.numbered.update((name, number) for name in self.bookmarks)

    def data(self, data: str) -> None:
        if self.inside == "w:t":
            (self.result if self.in_field else self.text).append(data)
        elif self.inside == "w:instrText":
            self.instruction.append(data)

    def line_break(self, _: dict[str, str]) -> None:
        if not self.in_field:
            self.text.append("\n")

    def tab(self, _: dict[str, str]) -> None:
        if not self.in_field:
            self.text.append("\t")

    def field(self, attributes: dict[str, str]) -> None:
        """A field begins, or ends and is kept; it may stand in the result of another, as those of the contents do."""
        kind = attributes["w:fldCharType"]
        if kind == "begin":
            self.in_field += 1
            self.open.append((self.instruction, self.result))
            self.instruction, self.result = [], []
        elif kind == "end" and self.open:
            self.in_field -= 1
            words, shown = "".join(self.instruction).split(), "".join(self.result)
            self.reading.targets.update(word for word in words if word.startswith("_"))
            self.instruction, self.result = self.open.pop()
            if words:
                self.reading.fields.append((words, shown))
            if words and words[0] == "SEQ" and self.bookmarks:
                self.reading.labelled[self.bookmarks[-1]] = f"{words[1]} {shown}"

    def paragraph_style(self, attributes: dict[str, str]) -> None:
        self.style = attributes["w:val"]
        self.reading.styles.add(self.style)

    def used_style(self, attributes: dict[str, str]) -> None:
        self.reading.styles.add(attributes["w:val"])

    def number(self, attributes: dict[str, str]) -> None:
        self.num = attributes["w:val"]
        self.reading.numbers.add(self.num)

    def section(self, _: dict[str, str]) -> None:
        """Section properties stand in the last paragraph of their section, which is not yet counted."""
        self.reading.sections.append(len(self.reading.paragraphs) + 1)

    def list_level(self, attributes: dict[str, str]) -> None:
        self.level = int(attributes["w:val"])

    def bookmark(self, attributes: dict[str, str]) -> None:
        self.bookmarks.append(attributes["w:name"])
        self.reading.bookmarks.append(attributes["w:name"])
        self.reading.ids.append(attributes["w:id"])

    def link(self, attributes: dict[str, str]) -> None:
        if "w:anchor" in attributes:
            self.reading.targets.add(attributes["w:anchor"])
        if "r:id" in attributes:
            self.reading.relations.add(attributes["r:id"])

    def embedded(self, attributes: dict[str, str]) -> None:
        self.reading.relations.update(attributes[name] for name in ("r:embed", "r:id") if name in attributes)

    def footnote_mark(self, attributes: dict[str, str]) -> None:
        self.reading.footnotes.add(attributes["w:id"])

    def defines(self, attributes: dict[str, str]) -> None:
        self.reading.defined.add(attributes["w:id"])


STARTS = {
    "w:p": _Handler.paragraph,
    "w:br": _Handler.line_break,
    "w:tab": lambda handler, attributes: None if attributes else handler.tab(attributes),
    "w:fldChar": _Handler.field,
    "w:pStyle": _Handler.paragraph_style,
    "w:rStyle": _Handler.used_style,
    "w:tblStyle": _Handler.used_style,
    "w:numId": _Handler.number,
    "w:ilvl": _Handler.list_level,
    "w:sectPr": _Handler.section,
    "w:bookmarkStart": _Handler.bookmark,
    "w:hyperlink": _Handler.link,
    "a:blip": _Handler.embedded,
    "w:headerReference": _Handler.embedded,
    "w:footerReference": _Handler.embedded,
    "w:footnoteReference": _Handler.footnote_mark,
    "w:footnote": _Handler.defines,
}
