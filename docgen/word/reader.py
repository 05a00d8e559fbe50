"""One part of a package read with an XML parser: its paragraphs as a reader sees them, and the ids it has and uses."""

from __future__ import annotations

from collections.abc import Callable
from types import MethodType
from typing import NamedTuple
from xml.parsers import expat
from zipfile import ZipFile

from docgen.record import Record, fresh

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


def read_part(package: ZipFile, name: str) -> Reading:
    """The reading of one part."""
    counter = Counter(package) if name == "word/document.xml" else None
    handler = _Handler(counter)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = _follower(handler)
    parser.CharacterDataHandler = handler.data
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


def defined(package: ZipFile, name: str) -> set[str]:
    """The ids that a part defines: of styles, numbering or relationships."""
    found: set[str] = set()

    def start(name: str, attributes: dict[str, str]) -> None:
        if name in DEFINING:
            found.add(_id(attributes))

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.Parse(package.read(name), True)
    return found


def _id(attributes: dict[str, str]) -> str:
    found = (attributes.get(name) for name in ("w:styleId", "w:numId", "Id", "w:id"))
    return next(value for value in found if value)


class Counter:
    """Numbers of headings and recommendations, counted from the numbering part as Word counts."""

    def __init__(self, package: ZipFile) -> None:
        self.formats: dict[tuple[str, int], str] = {}
        self.starts: dict[str, int] = {}
        self.abstract: dict[str, str] = {}
        self.counts = [0] * 10
        self.recommendation = 0
        self.started: set[str] = set()
        self.linked: dict[str, tuple[str, int]] = {}
        self._read(package)

    def _read(self, package: ZipFile) -> None:
        at: list[str | int] = ["", 0, ""]

        def start(name: str, attributes: dict[str, str]) -> None:
            value = attributes.get("w:val", "")
            if name == "w:abstractNum":
                at[0] = attributes["w:abstractNumId"]
            elif name == "w:lvl":
                at[1] = int(attributes["w:ilvl"])
            elif name == "w:lvlText":
                self.formats[str(at[0]), int(at[1])] = value
            elif name == "w:pStyle":
                self.linked[value] = (str(at[0]), int(at[1]))
            elif name == "w:num":
                at[2] = attributes["w:numId"]
            elif name == "w:abstractNumId":
                self.abstract[str(at[2])] = value
            elif name == "w:startOverride":
                self.starts[str(at[2])] = int(value)

        parser = expat.ParserCreate()
        parser.StartElementHandler = start
        parser.Parse(package.read("word/numbering.xml"), True)

    def number(self, style: str, num: str | None) -> str | None:
        """The number that a paragraph of a style shows, where the style is numbered."""
        linked = self.linked.get(style)
        if linked is None or num == "0":
            return None
        abstract, level = linked
        if style == "Recommendation":
            return self._recommendation(abstract, num)
        self.counts[level] += 1
        self.counts[level + 1 :] = [0] * (9 - level)
        return self._shown(abstract, level, self.counts)

    def _recommendation(self, abstract: str, num: str | None) -> str:
        if num in self.starts and num not in self.started:
            self.started.add(str(num))
            self.recommendation = self.starts[str(num)]
        else:
            self.recommendation += 1
        return self._shown(abstract, 0, [self.recommendation])

    def _shown(self, abstract: str, level: int, counts: list[int]) -> str:
        shown = self.formats[abstract, level]
        for other in range(level, -1, -1):
            shown = shown.replace(f"%{other + 1}", str(counts[other]))
        return shown


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

    def paragraph(self, _: dict[str, str]) -> None:
        self.close()
        self.text, self.bookmarks, self.style, self.num, self.is_open = [], [], "", None, True

    def close(self) -> None:
        """End the paragraph that was begun last, at the start of the next or at the end of the part."""
        if self.is_open:
            number = self.counter.number(self.style, self.num) if self.counter else None
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
            self.instruction, self.result = self.open.pop()
            if words:
                self.reading.fields.append((words, shown))
            self.reading.targets.update(word for word in words if word.startswith("_"))
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
        self.reading.defined.add(_id(attributes))


STARTS = {
    "w:p": _Handler.paragraph,
    "w:br": _Handler.line_break,
    "w:tab": lambda handler, attributes: None if attributes else handler.tab(attributes),
    "w:fldChar": _Handler.field,
    "w:pStyle": _Handler.paragraph_style,
    "w:rStyle": _Handler.used_style,
    "w:tblStyle": _Handler.used_style,
    "w:numId": _Handler.number,
    "w:bookmarkStart": _Handler.bookmark,
    "w:hyperlink": _Handler.link,
    "a:blip": _Handler.embedded,
    "w:headerReference": _Handler.embedded,
    "w:footerReference": _Handler.embedded,
    "w:footnoteReference": _Handler.footnote_mark,
    "w:footnote": _Handler.defines,
}
DEFINING = frozenset({"w:style", "w:num", "Relationship"})
