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
from docgen.word.anchors import DETAIL, key_of, name_of
from docgen.word.expected import Expected, expected, footnotes
from docgen.word.reader import Read, Reading, read_part

MOST = 5


def differences(data: bytes, document: Document) -> Iterator[str]:
    """What is wrong with the package, in words for a bug report; nothing where all is well."""
    with ZipFile(BytesIO(data)) as package:
        body = read_part(package, "word/document.xml")
        notes = read_part(package, "word/footnotes.xml")
        yield from _dangling(package, body, notes)
    yield from _missing(body, list(expected(document)))
    yield from _footnotes(notes, document)
    yield from _stale(body)
    yield from _unknown(body.bookmarks + notes.bookmarks, document)
    yield from _repeated(body, notes)


def _missing(body: Reading, wanted: list[Expected]) -> Iterator[str]:
    """Blocks of the document that the package does not have in their order, with their text and number."""
    paragraphs = iter(body.paragraphs)
    lost = 0
    for block in wanted:
        if not any(_is(block, found) for found in paragraphs):
            yield f"{block.where}: the text, its place, its key or its number {block.number or ''} is not as it should be in the file"
            lost += 1
            paragraphs = iter(body.paragraphs)
        if lost >= MOST:
            return


def _footnotes(notes: Reading, document: Document) -> Iterator[str]:
    """Paragraphs of footnotes that the package does not have; a space parts a mark from its text."""
    there = {found.text.removeprefix(" ") for found in notes.paragraphs}
    for block in footnotes(document):
        if block.text not in there:
            yield f"{block.where}: this footnote's text is not in the file"
            return


def _stale(body: Reading) -> Iterator[str]:
    """Results of fields that Word would count otherwise."""
    counted: dict[str, int] = {}
    for words, shown in body.fields:
        right: str | None = shown
        if words[0] == "SEQ":
            counted[words[1]] = counted.get(words[1], 0) + 1
            right = str(counted[words[1]])
        elif words[0] == "REF":
            right = body.numbered.get(words[1]) if "\\r" in words else body.labelled.get(words[1])
        if right != shown:
            yield f'a reference says "{shown}" where Word would count "{right}"'
            return


def _is(block: Expected, found: Read) -> bool:
    """True where a paragraph is the one that is looked for: its text, its number and the bookmark of its key."""
    if block.text != found.text or block.number not in (None, found.number):
        return False
    return block.key is None or name_of(block.key) in found.bookmarks


def _unknown(names: list[str], document: Document) -> Iterator[str]:
    """Bookmarks of keys that no block of this edition has; the public edition has none."""
    known = {prefix + key for key in document.keys.values() for prefix in ("", DETAIL)}
    for name in names:
        key = key_of(name)
        if key is not None and key not in known:
            yield f"the file has a bookmark {name} of a block that is not in this edition"
            return


def _repeated(body: Reading, notes: Reading) -> Iterator[str]:
    """Names of bookmarks that stand twice: the ends of references would be anywhere."""
    folded = [name.casefold() for name in body.bookmarks + notes.bookmarks]
    ids = body.ids + notes.ids
    if len(set(folded)) != len(folded):
        yield "two bookmarks have one name"
    if any(len(name) > 40 for name in folded):
        yield "the name of a bookmark is too long for Word"
    if len(set(ids)) != len(ids):
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
