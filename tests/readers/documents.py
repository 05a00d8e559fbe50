"""The documents that other programs are asked to open, and what each of them must show."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import copy
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from docgen import nodes
from docgen.build import Built, Loaded, build, load
from docgen.document import Document, Kind, Piece
from docgen.nodes import Block
from docgen.note import Item, headings_of
from docgen.project import MemoryTree
from docgen.word import expected as due
from docgen.word.expected import expected
from tests.support import FIXTURES, ROOT, example
from tests.word_files import constructs, scoreboard


def on_template(template: Path) -> Loaded:
    """The example on an organisation's template."""
    files = {str(path.relative_to(ROOT)): path.read_bytes() for top in ("content", "styles") for path in (ROOT / top).rglob("*") if path.is_file()}
    return load(MemoryTree(files | {f"styles/template{template.suffix}": template.read_bytes()}))


# As different as they come: ids in other languages, WPS, LibreOffice, headings numbered in several ways, five sections, odd and even pages.
TEMPLATES = ("06-officedown-bookdown.docx", "13-gongwen.dotx", "17-mgiesen-german.docx", "20-mirea-russian.docx", "23-inyo-county.docx", "34-ncba-lo.docx",
             "42-headers-5-sections.docx", "47-odd-even.docx")  # fmt: skip
# A further document is a line here.
DOCUMENTS: Mapping[str, Callable[[], Loaded]] = {
    "example": example,
    "scoreboard": lambda: load(MemoryTree(scoreboard.files())),
    "constructs": lambda: load(MemoryTree(constructs.files())),
    **{f"on-{path.stem}": partial(on_template, path) for name in TEMPLATES if (path := FIXTURES / "templates" / name).is_file()},
}


class File(NamedTuple):
    """A Word file, what it was made from, and where it lies."""

    built: Built
    document: Document
    path: Path


def write(name: str, folder: Path) -> File:
    """Build one of the documents into a folder."""
    built = build(DOCUMENTS[name](), "uncommitted", False)
    assert built.document is not None
    assert built.data is not None
    assert built.differences == ()
    path = folder / f"{name}.docx"
    path.write_bytes(built.data)
    return File(built, built.document, path)


def plain(document: Document) -> Document:
    """The same document with the results of its fields as text."""
    other = copy(document)
    other.references = {node: tuple(Piece(piece.text) for piece in pieces) for node, pieces in document.references.items()}
    return other


def contents(document: Document) -> Iterator[str]:
    """The lines that the list of contents must have."""
    for heading in (heading for sheet in document.pages for heading in headings_of(sheet.blocks)):
        label = document.labels.get(heading)
        if label and label.kind in (Kind.HEADING, Kind.FRONT) and label.level <= 3:
            yield f"{label.number or ''}\t{label.title}"


@cache
def wanted(document: Document, numbers: bool = True, lists: bool = True) -> str:
    """What the body says; with `numbers` those of headings and recommendations, with `lists` those of lists."""
    lines: list[str] = []
    counts = {"Figure : ": 0, "Table : ": 0}
    signs = dict(list_numbers(document)) if lists else {}
    for block in expected(plain(document)):
        text = block.text
        for start in counts:
            if text.startswith(start):
                counts[start] += 1
                text = f"{start[:-2]}{counts[start]}: {text[len(start) :]}"
        number = block.number if numbers and block.number else signs.get((block.span.source.path, block.span.start), "")
        lines.append(f"{number} {text}")
        if text == "Contents":
            lines += contents(document)
    return "\n".join(lines)


def footnotes(document: Document, lists: bool = True) -> str:
    """What the footnotes say, in the order of their first marks."""
    signs = dict(list_numbers(document)) if lists else {}
    found = due.footnotes(plain(document), list(expected(document)))
    return "\n".join(f"{signs.get((block.span.source.path, block.span.start), '')} {block.text}" for block in found)


# The numbers of lists, as the theme's levels write them.

ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def list_numbers(document: Document) -> Iterator[tuple[tuple[str, int], str]]:
    """The place of each item of an ordered list, and its number."""
    for sheet in document.pages:
        yield from _numbers(sheet.blocks, -1)
    for footnote in set(document.footnotes.values()):
        yield from _numbers(footnote.blocks, -1)


def _numbers(blocks: list[Block], level: int) -> Iterator[tuple[tuple[str, int], str]]:
    for block in blocks:
        if isinstance(block, nodes.List):
            yield from _of_list(block, level + 1)
        elif isinstance(block, nodes.DefinitionList):
            yield from (found for entry in block.entries for meaning in entry.meanings for found in _numbers(meaning, level))
        else:
            yield from _numbers(getattr(block, "blocks", []), 0 if isinstance(block, Item) else level)


def _of_list(block: nodes.List, level: int) -> Iterator[tuple[tuple[str, int], str]]:
    for count, item in enumerate(block.items, block.start or 0):
        first = item.blocks[0] if item.blocks and isinstance(item.blocks[0], nodes.Paragraph) else item
        if block.start is not None:
            yield (first.span.source.path, first.span.start), f"{written(count, min(level, 8))}."
        yield from _numbers(item.blocks, level)


def written(count: int, level: int) -> str:
    """A number as a level of a list writes it."""
    if level % 3 == 0 or count < 1:
        return str(count)
    if level % 3 == 1:
        return chr(96 + count)
    signs = ""
    for value, sign in ROMAN:
        while count >= value:
            signs, count = signs + sign, count - value
    return signs
