"""Pictures: what the bytes of a PNG, JPEG or GIF say of themselves, and the same bytes without what may leak.

Only headers and the chain of chunks are read; nothing is decoded, so that a small file which unpacks to gigabytes
costs nothing. Only what is known to be needed to show the picture is kept. Metadata (Exif, XMP, comments, text, time, thumbnails,
whatever is appended) is left out: photographs carry places, names and cameras. Libraries read a size, but none of the small ones
tells a truncated file or strips it, which is why this is our own.
"""

from __future__ import annotations

import re
import struct
from struct import unpack_from
from types import MappingProxyType

from docgen.record import Record

MAX_BYTES = 20 * 1024 * 1024
MAX_SIDE = 30_000
MAX_PIXELS = 150_000_000
DEFAULT_DPI = 96.0
# Chunks of a PNG that a reader needs to show it, with the most bytes that each may hold, so that none holds anything else
# (PNG 3rd edition, clause 11); all others are left out.
PNG_KEPT = MappingProxyType(
    {
        b"IHDR": 13,
        b"PLTE": 768,
        b"IDAT": MAX_BYTES,
        b"IEND": 0,
        b"tRNS": 256,
        b"gAMA": 4,
        b"cHRM": 32,
        b"sRGB": 1,
        b"pHYs": 9,
        b"sBIT": 4,
        b"bKGD": 6,
    }
)
# Segments of a JPEG that hold its size and its tables (T.81, table B.1); of the others, those of JFIF and Adobe are kept in part.
JPEG_SIZES = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
JPEG_KEPT = JPEG_SIZES | {0xC4, 0xCC, 0xDA, 0xDB, 0xDC, 0xDD, 0xDE, 0xDF}
# In a scan, FF before 00 is data, and FF before D0 to D7 is a mark to start again at; before FF it fills.
JPEG_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]", re.DOTALL)
# The extensions of a GIF that say how often it repeats, each under one of two names.
GIF_LOOPS = (b"\x0bNETSCAPE2.0", b"\x0bANIMEXTS1.0")
REMEDY = "save it again as PNG or JPEG"


class BadPicture(Exception):
    """The bytes are no picture that can be embedded; the message says why, as a clause."""


class Picture(Record):
    """A picture ready to be embedded; sizes in pixels, resolution in dots an inch."""

    kind: str
    width: int
    height: int
    dpi: tuple[float, float]
    data: bytes


def read_picture(data: bytes) -> Picture:
    """The picture in these bytes. Raises BadPicture."""
    if not data:
        raise BadPicture("the file is empty")
    if len(data) > MAX_BYTES:
        raise BadPicture(f"the file is larger than {MAX_BYTES // 1024 // 1024} MB")
    reader = next((reader for mark, reader in READERS if data.startswith(mark)), None)
    if reader is None:
        raise BadPicture("the file is not a PNG, JPEG or GIF picture")
    try:
        found = reader(data)
    except (struct.error, IndexError) as problem:
        raise BadPicture("the file is cut off or damaged") from problem
    _check_size(found)
    return found


def _check_size(found: Picture) -> None:
    if not found.width or not found.height:
        raise BadPicture("the picture has no width or no height")
    if max(found.width, found.height) > MAX_SIDE or found.width * found.height > MAX_PIXELS:
        raise BadPicture(f"the picture is larger than {MAX_SIDE} pixels a side or {MAX_PIXELS // 1_000_000} million in all")


def _png(data: bytes) -> Picture:
    width, height = unpack_from(">II", data, 16)
    dpi, kept, at, ended = (DEFAULT_DPI, DEFAULT_DPI), [data[:8]], 8, False
    colour, palette, pixels = data[25], False, False
    while at < len(data) and not ended:
        size, kind = unpack_from(">I4s", data, at)
        end = at + 12 + size
        if end > len(data):
            raise BadPicture("the file is cut off")
        if kind == b"pHYs":
            dpi = _png_dpi(data, at + 8)
        if size > PNG_KEPT.get(kind, size) or (kind == b"IHDR") != (at == 8) or (at == 8 and size != 13):
            raise BadPicture("the file is damaged")
        if kind in PNG_KEPT:
            kept.append(data[at:end])
        palette, pixels, ended = palette or kind == b"PLTE", pixels or kind == b"IDAT", kind == b"IEND"
        at = end
    if not ended or not pixels or (colour == 3 and not palette):
        raise BadPicture("the file is cut off or damaged")
    return Picture("png", width, height, dpi, b"".join(kept))


def _png_dpi(data: bytes, at: int) -> tuple[float, float]:
    across, down, unit = unpack_from(">IIB", data, at)
    return _sane(across * 0.0254, down * 0.0254) if unit == 1 else (DEFAULT_DPI, DEFAULT_DPI)


def _sane(across: float, down: float) -> tuple[float, float]:
    """The resolution, or the usual one where what the file says can't be."""
    return (across, down) if 10 <= across <= 5000 and 10 <= down <= 5000 else (DEFAULT_DPI, DEFAULT_DPI)


def _jpeg(data: bytes) -> Picture:
    """Segments and scans up to the end of the image, and nothing behind it (ITU-T T.81, annex B)."""
    kept, at, size, dpi, scanned = [data[:2]], _past_filling(data, 2), (0, 0), (DEFAULT_DPI, DEFAULT_DPI), False
    while (marker := _marker(data, at)) != 0xD9:
        end = at + 2 + unpack_from(">H", data, at + 2)[0]
        if end < at + 4 or marker < 0xC0 or marker == 0xD8 or (marker in JPEG_SIZES and any(size)):
            raise BadPicture("the file is damaged")
        if marker == 0xE1 and _is_turned(data[at + 4 : end]):
            raise BadPicture("the photograph was turned by the camera only, and Word would show it lying on its side")
        if marker in JPEG_SIZES:
            size = unpack_from(">HH", data, at + 5)
        if marker == 0xDA:
            found = JPEG_MARKER.search(data, end)
            if found is None:
                raise BadPicture("the file is cut off")
            end, scanned = found.start(), True
        kept.append(_segment(marker, data[at:end]))
        dpi = _jpeg_dpi(kept[-1]) if marker == 0xE0 and kept[-1] else dpi
        at = _past_filling(data, end)
    if not scanned:
        raise BadPicture("the file is cut off")
    return Picture("jpeg", size[1], size[0], dpi, b"".join(kept) + b"\xff\xd9")


def _marker(data: bytes, at: int) -> int:
    if data[at] != 0xFF:
        raise BadPicture("the file is damaged")
    return data[at + 1]


def _past_filling(data: bytes, at: int) -> int:
    """The place of the next marker: any number of FF may stand before it."""
    while data[at : at + 2] == b"\xff\xff":
        at += 1
    return at


def _segment(marker: int, segment: bytes) -> bytes:
    """What is kept of a segment: of JFIF's the resolution without its thumbnail, of Adobe's how colours are coded, no other notes."""
    if marker == 0xE0 and segment[4:9] == b"JFIF\0" and len(segment) >= 18:
        return b"\xff\xe0\0\x10" + segment[4:16] + b"\0\0"
    if marker == 0xEE and segment[4:9] == b"Adobe" and len(segment) >= 16:
        return b"\xff\xee\0\x0e" + segment[4:16]
    return segment if marker in JPEG_KEPT else b""


def _jpeg_dpi(segment: bytes) -> tuple[float, float]:
    unit, across, down = unpack_from(">BHH", segment, 11)
    factor = {1: 1.0, 2: 2.54}.get(unit)
    return _sane(across * factor, down * factor) if factor else (DEFAULT_DPI, DEFAULT_DPI)


def _is_turned(exif: bytes) -> bool:
    """True where Exif says that the picture must be turned to stand upright (tag 0x0112)."""
    if not exif.startswith(b"Exif\0\0") or len(exif) < 16:
        return False
    order = "<" if exif[6:8] == b"II" else ">"
    start = 6 + unpack_from(order + "I", exif, 10)[0]
    for entry in range(unpack_from(order + "H", exif, start)[0]):
        tag, _, _, value = unpack_from(order + "HHIH", exif, start + 2 + 12 * entry)
        if tag == 0x0112:
            return int(value) not in (0, 1)
    return False


def _gif(data: bytes) -> Picture:
    """Images, each with what controls it, and how often they repeat; no comment, text or other extension (GIF89a, 18 to 27)."""
    width, height, packed = unpack_from("<HHB", data, 6)
    at = 13 + _gif_table(packed)
    kept, control, shown = [data[:at]], b"", False
    while (block := data[at]) != 0x3B:
        start, label = at, data[at + 1]
        if block == 0x2C:
            at = _gif_data(data, at + 11 + _gif_table(data[at + 9]))
            kept += [control, data[start:at]]
            control, shown = b"", True
        elif block == 0x21:
            at = _gif_data(data, at + 2)
            if label == 0xF9 and data[start + 2] == 4:
                control = data[start : start + 7] + b"\0"
            elif label == 0x01:
                control = b""  # It was that of the text, and must not fall to the next image.
            elif label == 0xFF and data[start + 2 : start + 14] in GIF_LOOPS and data[start + 14 : start + 16] == b"\3\1":
                kept.append(data[start : start + 18] + b"\0")
        else:
            raise BadPicture("the file is damaged")
    if not shown:
        raise BadPicture("the file is cut off or damaged")
    return Picture("gif", width, height, (DEFAULT_DPI, DEFAULT_DPI), b"".join(kept) + b";")


def _gif_table(packed: int) -> int:
    """The bytes of the colour table that a packed field tells of."""
    return 3 << ((packed & 7) + 1) if packed & 0x80 else 0


def _gif_data(data: bytes, at: int) -> int:
    """The place behind a chain of sub-blocks, each with its length before it, 0 at the end."""
    while length := data[at]:
        at += 1 + length
    return at + 1


READERS = ((b"\x89PNG\r\n\x1a\n", _png), (b"\xff\xd8\xff", _jpeg), (b"GIF87a", _gif), (b"GIF89a", _gif))
