"""The safety net: the finished package is read again, and what it says compared with the Document.

The reader shares nothing with the writer but the document: an XML parser goes through the parts, counts numbers as Word
does from numbering definitions and styles, and follows every id. Whatever differs is a bug of docgen, told to the user
instead of a file.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from docgen.document import Document
from docgen.word.expected import Expected, expected
from docgen.word.reader import Reading, read_part

MOST = 5


def differences(data: bytes, document: Document) -> Iterator[str]:
    """What is wrong with the package, in words for a bug report; nothing where all is well."""
    with ZipFile(BytesIO(data)) as package:
        body = read_part(package, "word/document.xml")
        notes = read_part(package, "word/footnotes.xml")
        yield from _dangling(package, body, notes)
    yield from _missing(body, list(expected(document)))
    yield from _repeated(body)


def _missing(body: Reading, wanted: list[Expected]) -> Iterator[str]:
    """Blocks of the document that the package does not have in their order, with their text and number."""
    paragraphs = iter(body.paragraphs)
    lost = 0
    for block in wanted:
        if not any(block.text == found.text and block.number in (None, found.number) for found in paragraphs):
            yield f"{block.where}: the text, its place or its number {block.number or ''} is not as it should be in the file"
            lost += 1
            paragraphs = iter(body.paragraphs)
        if lost >= MOST:
            return


def _repeated(body: Reading) -> Iterator[str]:
    """Names of bookmarks that stand twice: the ends of references would be anywhere."""
    folded = [name.casefold() for name in body.bookmarks]
    if len(set(folded)) != len(folded):
        yield "two bookmarks have one name"
    if any(len(name) > 40 for name in folded):
        yield "the name of a bookmark is too long for Word"
    if len(set(body.ids)) != len(body.ids):
        yield "two bookmarks have one id"


def _dangling(package: ZipFile, body: Reading, notes: Reading) -> Iterator[str]:
    """Ids that the package refers to and does not have."""
    styles = read_part(package, "word/styles.xml")
    numbering = read_part(package, "word/numbering.xml")
    relations = read_part(package, "word/_rels/document.xml.rels")
    for kind, used, known in (
        ("style", body.styles | notes.styles, styles.defined),
        ("numbering", body.numbers | notes.numbers, numbering.defined | {"0"}),
        ("relationship", body.relations, relations.defined),
        ("footnote", body.footnotes, notes.defined),
        ("bookmark", body.targets | notes.targets, {*body.bookmarks, *notes.bookmarks}),
    ):
        if missing := used - known:
            yield f"the file refers to a {kind} that it does not have: {min(missing)}"
