"""The package: the same parts in the same order with the same date, so that the same input gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

# Before 1980 a zip file has no dates.
MOMENT = (1980, 1, 1, 0, 0, 0)
LEVEL = 4
CHUNK = 1 << 20
PACKED = (".png", ".jpeg", ".jpg", ".gif")  # what nothing is gained by packing again


class Packed(NamedTuple):
    """A part that lies packed in another package: the checksum and the size of what it unpacks to."""

    data: memoryview
    checksum: int
    size: int


Content = Iterable[str] | bytes | Packed


def pack(parts: Iterable[tuple[str, Content]]) -> bytes:
    """The bytes of a package; a part is bytes, packed already, or pieces of text that are written one after another."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=LEVEL) as package:
        for name, content in parts:
            info = ZipInfo(name, MOMENT)
            info.external_attr = 0o600 << 16
            info.create_system = 3
            info.compress_type = ZIP_STORED if isinstance(content, bytes) and name.endswith(PACKED) else ZIP_DEFLATED
            if isinstance(content, Packed):
                _copy(package, target, info, content)
            else:
                _write(package, info, content)
    return target.getvalue()


def _copy(package: ZipFile, target: BytesIO, info: ZipInfo, content: Packed) -> None:
    """Add a part as it lies packed elsewhere: packing megabytes of fonts again takes longer than writing the document."""
    info.CRC, info.compress_size, info.file_size = content.checksum, len(content.data), content.size
    info.header_offset = target.tell()
    target.write(info.FileHeader())
    target.write(content.data)
    package.start_dir = target.tell()
    package.filelist.append(info)
    package.NameToInfo[info.filename] = info


def _write(package: ZipFile, info: ZipInfo, content: Iterable[str] | bytes) -> None:
    with package.open(info, "w") as part:
        if isinstance(content, bytes):
            part.write(content)
            return
        pending: list[str] = []
        size = 0
        for piece in content:
            pending.append(piece)
            size += len(piece)
            if size > CHUNK:
                part.write("".join(pending).encode())
                pending, size = [], 0
        part.write("".join(pending).encode())
