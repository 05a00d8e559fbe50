"""The safety net: the finished package is read again, and what it says compared with the Document.

The reader shares nothing with the writer but the document: an XML parser goes through the parts, counts numbers as Word
does from numbering definitions and styles, and follows every id. Whatever differs is a bug of docgen, told to the user
instead of a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import TypeVar
from zipfile import ZipFile

from docgen.document import Contents, Document
from docgen.nodes import Heading
from docgen.word.anchors import DETAIL, PREFIX, key_of, name_of
from docgen.word.expected import Expected, expected, footnotes, said
from docgen.word.reader import Read, Reading, read_part, related
from docgen.word.stationery import NOTHING, Stationery

# What the writer makes by itself: entries of the contents, and what keeps two tables apart.
GENERATED = frozenset({"TableEnd", *(f"TOC{level}" for level in range(1, 10))})

P = TypeVar("P", Read, Expected)


class ReadbackError(Exception):
    """The file read back differs from the Document."""


def differences(data: bytes, document: Document, stationery: Stationery | None = None) -> Iterator[str]:
    """What is wrong with the package, in words for a bug report; nothing where all is well."""
    ids = stationery.ids if stationery else NOTHING
    with ZipFile(BytesIO(data)) as package:
        body = read_part(package, "word/document.xml")
        notes = read_part(package, "word/footnotes.xml")
        yield from _dangling(package, body, notes)
        if stationery:
            from docgen.word.wholeness import gaps  # here, because a plain build needs none of it

            yield from gaps(package)
    made = frozenset(ids.get(role, role) for role in GENERATED)
    cover = bool(stationery and stationery.cover)
    wanted = list(expected(document, cover))
    read = body.paragraphs[body.sections[0] if cover and body.sections else 0 :]
    yield from _compared("file", [found for found in read if found.style not in made], wanted)
    yield from _compared("footnotes", list(_unspaced(notes.paragraphs)), list(_unspaced(footnotes(document, wanted))))
    yield from _stale(body)
    yield from _mispaged(body, document)
    yield from _unknown(body.bookmarks + notes.bookmarks, document)
    yield from _repeated(body, notes)


def _unspaced(paragraphs: Iterable[P]) -> Iterator[P]:
    """Paragraphs of footnotes without the space that parts a mark from its text, which may begin with one itself."""
    return (paragraph._replace(text=paragraph.text.lstrip(" ")) for paragraph in paragraphs)


def _compared(part: str, paragraphs: list[Read], wanted: list[Expected]) -> Iterator[str]:
    """The first paragraph where a part and the document part ways: their order, a text, a key or a number."""
    there = [found for found in paragraphs if _counts(found)]
    due = [block for block in wanted if block.text or block.key]
    for at, (block, found) in enumerate(zip(due, there, strict=False)):
        if not _is(block, found):
            if at + 1 < len(there) and _is(block, there[at + 1]):
                yield f"{block.where}: before this stands a paragraph in the {part} that is not in the notes"
            else:
                yield _wrong(part, block)
            return
    if len(due) > len(there):
        yield _wrong(part, due[len(there)])
    elif len(there) > len(due):
        yield f"at the end of the {part} stands a paragraph that is not in the notes"


def _wrong(part: str, block: Expected) -> str:
    return f"{block.where}: the text, its place, its key or its number {block.number or ''} is not as it should be in the {part}"


def _counts(found: Read) -> bool:
    """True for a paragraph that is expected to be there: one that is empty counts where it has the key of a block."""
    return bool(found.text) or any(name.startswith(PREFIX) and not name.startswith(PREFIX + DETAIL) for name in found.bookmarks)


def _stale(body: Reading) -> Iterator[str]:
    """Results of fields that Word would count otherwise."""
    counted: dict[str, int] = {}
    for words, shown in body.fields:
        right: str | None = shown
        if words[0] == "SEQ":
            counted[words[1]] = counted.get(words[1], 0) + 1
            right = str(counted[words[1]])
        elif words[0] == "REF":
            number = body.numbered.get(words[1]) or ""
            right = number.rstrip(".") if {"\\r", "\\n"} & set(words) else body.labelled.get(words[1])
        if right != shown:
            yield f'a reference says "{shown}" where Word would count "{right}"'
            return


def _mispaged(body: Reading, document: Document) -> Iterator[str]:
    """The first entry of the contents whose page is not that of its heading; none has a page where no layout told any."""
    listed = [(said(document, heading.content), page) for heading, page in document.page_of.items() if isinstance(heading, Heading)]
    texts = {name: found.text for found in body.paragraphs for name in found.bookmarks}
    shown = [(texts.get(words[1], ""), page) for words, page in body.fields if words[0] == "PAGEREF"]
    levels = next((block.levels for sheet in document.pages for block in sheet.blocks if isinstance(block, Contents)), 0)
    due = [entry for entry, heading in zip(listed, document.page_of, strict=True) if document.labels[heading].level <= levels]
    if shown != due:
        yield "the contents name another page than the one where a heading stands"


def _is(block: Expected, found: Read) -> bool:
    """True where a paragraph is the one that is looked for: its text, its number and the bookmark of its key."""
    if block.text != found.text or block.number not in (None, found.number or ""):
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
    for kind, used, known in (
        ("style", body.styles | notes.styles, body.known_styles),
        ("numbering", body.numbers | notes.numbers, body.known_numbers | {"0"}),
        ("relationship", body.relations, related(package, "word/_rels/document.xml.rels")),
        ("footnote", body.footnotes, notes.defined),
        ("bookmark", body.targets | notes.targets, {*body.bookmarks, *notes.bookmarks}),
    ):
        if missing := used - known:
            yield f"the file refers to a {kind} that it does not have: {min(missing)}"
