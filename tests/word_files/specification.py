"""The examples of CommonMark and GitHub, what their reference HTML says, and what a Word file says, each read by a parser of its own.

Nothing here knows docgen's tree: HTML is read by `html.parser`, WordprocessingML by `ElementTree`. Both come as pieces: some
text, and how it is marked (`em`, `strong`, `code`, `del`, `a` and the address).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from io import BytesIO
from itertools import groupby
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree
from zipfile import ZipFile

from tests.support import FIXTURES

SPEC = FIXTURES / "markdown" / "spec"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DESCRIBED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
# Words that a tag of these lets run on; any other tag parts them.
INLINE = frozenset("a abbr b bdi code del em i img ins input kbd mark s span strong sub sup u".split())
SILENT = frozenset(("script", "style"))
MARKS = {"em": "em", "strong": "strong", "code": "code", "del": "del", "s": "del"}
GENERATED = ("footnote-ref", "footnote-backref")  # signs of GitHub's footnotes, which Word writes itself
# What html.parser reads otherwise in each version of Python.
UNSEEN = re.compile(r"<!--(?:-?>|.*?-->)|<\?.*?(?:\?>|\Z)", re.DOTALL)

STYLES = {"Strong": "strong", "Emphasis": "em", "CodeText": "code"}
ELEMENTS = {"b": "strong", "i": "em", "strike": "del"}


class Example(NamedTuple):
    """One example: its file and number, the Markdown, and the HTML that the specification says it is."""

    name: str
    markdown: str
    html: str


class Piece(NamedTuple):
    """Some text, and how it is marked."""

    text: str
    marks: frozenset[str] = frozenset()


def examples() -> list[Example]:
    """Every example, those of GitHub's specification that CommonMark's has too only once."""
    found: dict[str, Example] = {}
    for name in ("commonmark", "gfm-extensions", "gfm-regression", "gfm-spec"):
        for case in json.loads((SPEC / f"{name}.json").read_text("utf-8")):
            found.setdefault(case["markdown"], Example(f"{name} {case['example']}", case["markdown"], case["html"]))
    for path in sorted(SPEC.glob("mdit-*.md")):
        for example in _of_page(path.stem, path.read_text("utf-8")):
            found.setdefault(example.markdown, example)
    return list(found.values())


def _of_page(name: str, page: str) -> Iterator[Example]:
    """The examples of a page where lines with nothing but a dot stand around the Markdown and the HTML."""
    parts = re.split(r"^\.\n", page, flags=re.MULTILINE)
    for number, (markdown, html) in enumerate(zip(parts[1::3], parts[2::3], strict=True), 1):
        yield Example(f"{name} {number}", markdown, html)


def words(pieces: Iterable[Piece]) -> list[str]:
    """What the pieces say, split at white space."""
    return "".join(piece.text for piece in pieces).split()


def marked(pieces: Iterable[Piece]) -> list[tuple[str, frozenset[str]]]:
    """The words with their marks, a word that is marked in part as its parts; bare addresses, which CommonMark alone does not know, as text."""
    letters = (Piece(" ") if letter.isspace() else Piece(letter, piece.marks) for piece in pieces for letter in piece.text)
    return [(word, piece.marks) for piece in _joined(map(_without_bare, _joined(letters))) for word in piece.text.split()]


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    groups = groupby(pieces, lambda piece: piece.marks)
    return [Piece("".join(piece.text for piece in group), marks) for marks, group in groups]


def _without_bare(piece: Piece) -> Piece:
    return Piece(piece.text, frozenset(mark for mark in piece.marks if not (mark.startswith("a ") and unquote(mark).endswith(piece.text))))


class _Reader(HTMLParser):
    """Collects what a reader sees: text, the descriptions of pictures, a space where a block or a break parts words."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []
        self.silent: list[str] = []
        self.open: list[str] = []

    def add(self, text: str) -> None:
        self.pieces.append(Piece(text, frozenset(self.open)))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in SILENT or given.get("class", "").startswith(GENERATED):
            self.silent.append(tag)
        if tag == "img":
            self.add(" ".join(filter(None, (given.get("alt"), given.get("title")))))
        elif tag == "input" and given.get("type") == "checkbox":
            self.add("☑ " if "checked" in given else "☐ ")
        elif tag in MARKS or tag == "a":
            self.open.append(MARKS.get(tag, f"a {given.get('href', '')}"))
        elif tag not in INLINE:
            self.add(" ")

    def handle_endtag(self, tag: str) -> None:
        if self.silent and self.silent[-1] == tag:
            self.silent.pop()
        if (tag in MARKS or tag == "a") and self.open:
            self.open.pop()
        elif tag not in INLINE:
            self.add(" ")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.add(data)


def said_by_html(html: str) -> list[Piece]:
    """What the HTML says."""
    reader = _Reader()
    reader.feed(UNSEEN.sub("", html))
    reader.close()
    return reader.pieces


def said_by_word(data: bytes, heading: str = "Heading2") -> dict[str, list[Piece]]:
    """What a Word file says below each heading of one level: first the body, then its footnotes.

    Descriptions of pictures are text; marks of footnotes, which Word counts itself, are not.
    """
    with ZipFile(BytesIO(data)) as package:
        body, notes = (_Part(package, name) for name in ("document", "footnotes"))
    footnotes = {note.get(f"{W}id"): note for note in notes.root}
    said: dict[str, list[Piece]] = {}
    marks: dict[str, list[str | None]] = {}
    at = ""
    for paragraph in body.root.iter(f"{W}p"):
        pieces = body.pieces(paragraph)
        if _style(paragraph, "pPr/pStyle") in (heading, "FrontHeading"):
            at = " ".join(words(pieces))
        said.setdefault(at, []).extend(pieces)
        marks.setdefault(at, []).extend(mark.get(f"{W}id") for mark in paragraph.iter(f"{W}footnoteReference"))
    for at, numbers in marks.items():
        said[at] += [piece for number in numbers for inner in footnotes[number].iter(f"{W}p") for piece in notes.pieces(inner)]
    return said


class _Part:
    """A part of a package with the targets of its relationships."""

    def __init__(self, package: ZipFile, name: str) -> None:
        self.root = ElementTree.fromstring(package.read(f"word/{name}.xml"))
        relations = f"word/_rels/{name}.xml.rels"
        found = ElementTree.fromstring(package.read(relations)) if relations in package.namelist() else ()
        self.targets = {relation.get("Id"): relation.get("Target", "") for relation in found}

    def pieces(self, paragraph: ElementTree.Element) -> list[Piece]:
        """What a paragraph says, with a space behind it."""
        code = {"code"} if _style(paragraph, "pPr/pStyle").startswith("CodeBlock") else set()
        linked = {run: f"a {self._target(link)}" for link in paragraph.iter(f"{W}hyperlink") for run in link.iter(f"{W}r")}
        found = []
        for run in paragraph.iter(f"{W}r"):
            if _style(run, "rPr/rStyle") != "FootnoteReference":
                marks = frozenset({*code, *_marks(run), *([linked[run]] if run in linked else [])})
                found += [Piece(_said(element), marks) for element in run.iter()]
        return [*found, Piece(" ")]

    def _target(self, link: ElementTree.Element) -> str:
        return self.targets.get(link.get(f"{R}id")) or "#" + link.get(f"{W}anchor", "")


def _style(element: ElementTree.Element, path: str) -> str:
    found = element.find("/".join(W + step for step in path.split("/")))
    return "" if found is None else found.get(f"{W}val", "")


def _marks(run: ElementTree.Element) -> Iterator[str]:
    if (style := _style(run, "rPr/rStyle")) in STYLES:
        yield STYLES[style]
    for name, mark in ELEMENTS.items():
        if run.find(f"{W}rPr/{W}{name}") is not None:
            yield mark


def _said(element: ElementTree.Element) -> str:
    if element.tag == f"{W}t":
        return element.text or ""
    if element.tag == DESCRIBED:
        return " ".join(filter(None, (element.get("descr"), element.get("title"))))
    return " " if element.tag in (f"{W}br", f"{W}tab") else ""
