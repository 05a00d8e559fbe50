"""The outline of a PDF file: which heading stands on which page.

Reads what LibreOffice writes: objects as text, or packed in object streams, and titles as hexadecimal UTF-16 (ISO 32000-1, 7.5.7 and 12.3.3). It
is no reader of other people's files: whatever it does not find is left out, and the caller compares with what must be there.
"""

from __future__ import annotations

import re
import zlib
from typing import NamedTuple

OBJECT = re.compile(rb"(?:^|[\r\n])(\d+) 0 obj\b(.*?)\bendobj", re.DOTALL)
PACKED = re.compile(rb"/Type\s*/ObjStm\b")
STREAM = re.compile(rb"\bstream\r?\n(.*)endstream", re.DOTALL)
KIDS = re.compile(rb"/Kids\s*\[([^\]]*)\]")
REFERENCE = re.compile(rb"(\d+) 0 R")
TITLE = re.compile(rb"/Title\s*<([0-9A-Fa-f\s]*)>")
TARGET = re.compile(rb"/D(?:est)?\s*\[\s*(\d+) 0 R")
CATALOG = re.compile(rb"/Type\s*/Catalog\b")
LARGEST = 64 * 1024 * 1024  # bytes of an object stream once unpacked


class Entry(NamedTuple):
    """A heading as it is printed, and the page that it stands on, from 1."""

    title: str
    page: int


def read_outline(pdf: bytes) -> list[Entry]:
    """The entries of the outline in reading order; none where there is no outline."""
    objects = _objects(pdf)
    catalog = next((found for found in objects.values() if CATALOG.search(found)), b"")
    pages = {number: at for at, number in enumerate(_leaves(objects, _named(catalog, b"Pages")), 1)}
    entries = []
    for number in _items(objects, _named(objects.get(_named(catalog, b"Outlines"), b""), b"First")):
        title, target = TITLE.search(objects[number]), TARGET.search(objects[number])
        if title and target:
            entries.append(Entry(_decoded(title[1]), pages.get(int(target[1]), 0)))
    return entries


def _objects(pdf: bytes) -> dict[int, bytes]:
    """Every object by its number, those in object streams too."""
    found = {int(match[1]): match[2] for match in OBJECT.finditer(pdf)}
    for packed in [body for body in found.values() if PACKED.search(body)]:
        found.update(_unpacked(packed))
    return found


def _unpacked(body: bytes) -> dict[int, bytes]:
    """The objects of an object stream: pairs of number and offset, then the objects."""
    stream = STREAM.search(body)
    try:
        data = zlib.decompressobj().decompress(stream[1], LARGEST) if stream else b""
    except zlib.error:
        return {}
    first = re.search(rb"/First (\d+)", body)
    start = int(first[1]) if first else 0
    numbers = [int(word) for word in data[:start].split()]
    places = list(zip(numbers[::2], numbers[1::2], strict=False))
    ends = [at for _, at in places[1:]] + [len(data)]
    return {number: data[start + at : start + end] for (number, at), end in zip(places, ends, strict=True)}


def _named(body: bytes, key: bytes) -> int:
    """The number of the object that a key refers to; 0 where there is none."""
    found = re.search(rb"/" + key + rb"\s+(\d+) 0 R", body)
    return int(found[1]) if found else 0


def _leaves(objects: dict[int, bytes], root: int) -> list[int]:
    """The pages below a node of the tree of pages, in order."""
    leaves: list[int] = []
    stack, seen = [root], set[int]()
    while stack:
        number = stack.pop()
        if number in seen or number not in objects:
            continue
        seen.add(number)
        kids = KIDS.search(objects[number])
        if kids:
            stack += [int(kid) for kid in reversed(REFERENCE.findall(kids[1]))]
        else:
            leaves.append(number)
    return leaves


def _items(objects: dict[int, bytes], first: int) -> list[int]:
    """The items of an outline from the first on: each, then those below it, then the next."""
    order: list[int] = []
    stack, seen = [first], set[int]()
    while stack:
        number = stack.pop()
        if number in seen or number not in objects:
            continue
        seen.add(number)
        order.append(number)
        stack += [_named(objects[number], b"Next"), _named(objects[number], b"First")]
    return order


def _decoded(digits: bytes) -> str:
    data = bytes.fromhex(digits.decode("ascii"))
    return data.removeprefix(b"\xfe\xff").decode("utf-16-be", errors="replace")
