"""Pictures: what the bytes of a PNG, JPEG or GIF say of themselves, and the same bytes without what may leak.

Only headers and the chain of chunks are read; nothing is decoded, so that a small file which unpacks to gigabytes
costs nothing. Metadata (Exif, comments, text, time) is left out: photographs carry places, names and cameras. Libraries read
a size, but none of the small ones tells a truncated file or strips it, which is why this is our own.
"""

from __future__ import annotations

import struct
from struct import unpack_from

from docgen.record import Record

MAX_BYTES = 20 * 1024 * 1024
MAX_SIDE = 30_000
MAX_PIXELS = 150_000_000
DEFAULT_DPI = 96.0
# Chunks of a PNG that a reader needs to show it (PNG 3rd edition, clause 11); all others are left out.
PNG_KEPT = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"pHYs", b"sBIT", b"bKGD"})
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
    """Segments up to the scan; Exif and comments are left out (ITU-T T.81, annex B)."""
    kept, at, size, dpi, turned = [data[:2]], 2, (0, 0), (DEFAULT_DPI, DEFAULT_DPI), False
    while data[at + 1] != 0xDA:
        if data[at] != 0xFF:
            raise BadPicture("the file is damaged")
        marker, length = data[at + 1], unpack_from(">H", data, at + 2)[0]
        end = at + 2 + length
        if marker == 0xE0 and data[at + 4 : at + 8] == b"JFIF":
            dpi = _jpeg_dpi(data, at)
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            size = unpack_from(">HH", data, at + 5)
        turned = turned or (marker == 0xE1 and _is_turned(data[at + 4 : end]))
        if marker in (0xE0, 0xEE) or not (0xE1 <= marker <= 0xEF or marker == 0xFE):
            kept.append(data[at:end])
        at = end
    if turned:
        raise BadPicture("the photograph was turned by the camera only, and Word would show it lying on its side")
    end = data.rfind(b"\xff\xd9")
    if end < at:
        raise BadPicture("the file is cut off")
    kept.append(data[at : end + 2])
    return Picture("jpeg", size[1], size[0], dpi, b"".join(kept))


def _jpeg_dpi(data: bytes, at: int) -> tuple[float, float]:
    unit, across, down = unpack_from(">BHH", data, at + 11)
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
    width, height = unpack_from("<HH", data, 6)
    if not data.rstrip(b"\0").endswith(b";"):
        raise BadPicture("the file is cut off")
    return Picture("gif", width, height, (DEFAULT_DPI, DEFAULT_DPI), data)


READERS = ((b"\x89PNG\r\n\x1a\n", _png), (b"\xff\xd8\xff", _jpeg), (b"GIF87a", _gif), (b"GIF89a", _gif))
