"""The zip file that a package is: its members, each read with a bound, or what is wrong with it.

Nothing that the file says about itself is believed: not its name, not the sizes it declares. What Word would not open
(other methods of compression, encryption, names with backslashes) is refused, and so are two members whose names differ in
nothing but case: a package must not have them (Part 2, clause 6.2.2.3), and of two readers one would show what the other hides.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from docgen.word.limits import ENTRIES, FILE, PART, RATIO, RATIO_FROM, TOTAL, BadPackage, mebibytes
from docgen.word.package import Packed

WORD = "open it in Word and save it as Word Document (.docx)"
DAMAGED = "the file is incomplete or damaged; ask for it, or download it, again"
OLE = b"\xd0\xcf\x11\xe0"
# What a file is by how it begins, once spaces and a byte order mark are gone.
BEGINNINGS = (
    (b"{\\rtf", f"this is not a Word document: it is a Rich Text file (RTF); {WORD}"),
    (b"%pdf", "this is not a Word document: it is a PDF; ask for the Word document that it was made from"),
    (b"<html", f"this is not a Word document: it is a web page (HTML); {WORD}"),
    (b"<!doctype html", f"this is not a Word document: it is a web page (HTML); {WORD}"),
    (b"mime-version", f"this is not a Word document: it is a web page in one file; {WORD}"),
)
# What an XML file is by what its beginning holds.
XML = (
    (b"pkg:package", f"this is a Word document in one XML file (Flat OPC); {WORD}"),
    (b"http://schemas.microsoft.com/office/word/2003/wordml", f"this is a Word 2003 XML file; {WORD}"),
    (b"word.document", f"this is a Word document in one XML file; {WORD}"),
    (b"<html", f"this is not a Word document: it is a web page (HTML); {WORD}"),
)
SIGHT = 4096
MARKS = b"\xef\xbb\xbf\xff\xfe"  # byte order marks
CENTRAL = b"PK\x01\x02"
HEADER_SIZE = 30
END, END_SIZE = b"PK\x05\x06", 22
ENCRYPTED = 0x1
CHUNK = 1 << 20
# What zipfile raises for a file that is damaged or was made to look so.
DAMAGES = (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, OverflowError)


def read_archive(data: bytes) -> tuple[dict[str, bytes], dict[str, Packed]]:
    """The members of a package by name, without folders, and those that are packed as they lie there. Raises BadPackage."""
    _recognise(data)
    # Entries are counted before a list of them is made, which for millions would take gigabytes.
    if len(data) > FILE or data.count(CENTRAL) > 4 * ENTRIES:
        raise BadPackage(f"the file is too large: more than {mebibytes(FILE)} or {ENTRIES:,} parts")
    with _opened(data) as archive:
        _refuse_what_follows(data, archive)
        return _members(archive, data)


def _opened(data: bytes) -> ZipFile:
    try:
        return ZipFile(BytesIO(data))
    except DAMAGES:
        raise BadPackage(DAMAGED) from None


def _recognise(data: bytes) -> None:
    """Refuse what is no zip file, by what it is instead."""
    if not data:
        raise BadPackage("the file is empty; ask for it, or download it, again")
    if data.startswith(OLE):
        raise BadPackage(_old(data))
    if data.startswith(b"PK"):
        return
    start = data[:SIGHT].replace(b"\0", b"").lstrip(MARKS).lstrip().lower()
    said = next((message for sign, message in BEGINNINGS if start.startswith(sign)), None)
    if not said and start.startswith(b"<?xml"):
        said = next((message for sign, message in XML if sign in start), None)
    raise BadPackage(said or f"this is not a Word document; {WORD}")


def _old(data: bytes) -> str:
    """What an OLE compound file is: names of its streams are UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "the document is protected with a password; open it in Word, remove the password (File, Info, Protect Document) and save it"
    return f"this is a document of an old Office (.doc) or an e-mail; {WORD}"


def _refuse_what_follows(data: bytes, archive: ZipFile) -> None:
    """Refuse bytes behind the end of the archive: Word asks to repair such a file, and nobody sees what stands there."""
    if data.rfind(END) + END_SIZE + len(archive.comment) != len(data):
        raise BadPackage("something hangs behind the end of the file; open it in Word and save it again")


def _members(archive: ZipFile, data: bytes) -> tuple[dict[str, bytes], dict[str, Packed]]:
    entries = archive.infolist()
    if not entries:
        raise BadPackage(DAMAGED)
    if len(entries) > ENTRIES:
        raise BadPackage(f"the file has more than {ENTRIES:,} parts; it is too large to be read safely")
    members: dict[str, bytes] = {}
    packed: dict[str, Packed] = {}
    seen: set[str] = set()
    total = 0
    for entry in entries:
        name = _name(entry)
        if name.casefold() in seen:
            raise BadPackage(f"two parts inside the file have the same name, {name}; open it in Word and save it again")
        seen.add(name.casefold())
        if not entry.is_dir():
            members[name] = _read(archive, entry, name, TOTAL - total)
            total += len(members[name])
            if entry.compress_type == ZIP_DEFLATED:
                packed[name] = _lying(entry, data)
    return members, packed


def _lying(entry: ZipInfo, data: bytes) -> Packed:
    """A member, which was read already, as it lies behind its own header (APPNOTE 4.3.7)."""
    at = entry.header_offset
    names = int.from_bytes(data[at + 26 : at + 28], "little") + int.from_bytes(data[at + 28 : at + 30], "little")
    start = at + HEADER_SIZE + names
    return Packed(memoryview(data)[start : start + entry.compress_size], entry.CRC, entry.file_size)


def is_exact(packed: Packed, data: bytes) -> bool:
    """True where a packed member holds some data and nothing else: behind the end of what is packed anything may hang."""
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        unpacked = unpacker.decompress(packed.data, len(data) + 1)
    except zlib.error:
        return False
    return unpacked == data and unpacker.eof and not unpacker.unused_data


def _name(entry: ZipInfo) -> str:
    """A member's name as a part's, without a leading slash. Raises BadPackage for one that no part may have."""
    name = entry.orig_filename.removeprefix("/")
    segments = name.removesuffix("/").split("/")
    if "\\" in name or not name.isprintable() or not all(segment.strip(".") for segment in segments) or ":" in segments[0]:
        raise BadPackage("the file was packed by a tool that Word does not understand (a part's name is wrong); open the original in Word and save it again")
    return name


def _read(archive: ZipFile, entry: ZipInfo, name: str, left: int) -> bytes:
    """The bytes of one member, of which never more is unpacked than allowed."""
    if entry.flag_bits & ENCRYPTED:
        raise BadPackage("the file is a zip file with a password; ask for the Word document without one")
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise BadPackage(f"{name} inside it is packed in a way that Word can't read; {WORD}")
    allowed = min(PART, left)
    pieces: list[bytes] = []
    size = 0
    for piece in _pieces(archive, entry):
        pieces.append(piece)
        size += len(piece)
        _limit(size, allowed, entry, name)
    return b"".join(pieces)


def _pieces(archive: ZipFile, entry: ZipInfo) -> Iterator[bytes]:
    """A member piece by piece; what goes wrong with a piece elsewhere is not caught here."""
    try:
        with archive.open(entry) as part:
            while piece := part.read(CHUNK):
                yield piece
    except DAMAGES:
        raise BadPackage(DAMAGED) from None


def _limit(size: int, allowed: int, entry: ZipInfo, name: str) -> None:
    """Refuse a part as soon as it proves too large."""
    if size > allowed:
        raise BadPackage(f"the file unpacks to more than {mebibytes(PART)} in one part or {mebibytes(TOTAL)} in all; it is too large to be read safely")
    if size > RATIO_FROM and size > RATIO * entry.compress_size:
        raise BadPackage(f"{name} inside it unpacks to more than {RATIO} times its size, which no real document does; do not use this file")
