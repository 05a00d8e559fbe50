"""Bytes to text: what a file says that is UTF-8, and what it is instead."""

from __future__ import annotations

from docgen.diagnostics import Diagnostic, error
from docgen.source import Source

MOST_ZEROS = 20  # a file in which one byte of so many is zero is no text


def decode(path: str, data: bytes) -> tuple[Source, list[Diagnostic]]:
    """The text of a file, and a finding where it is not UTF-8; then the text has stand-ins for what can't be read."""
    if what := _other_than_text(data):
        source = Source(path, "")
        return source, [error("not-utf-8", f"this is {what}", source.top(), "save it again as plain text, and choose UTF-8 as its encoding (in Notepad under Save as)")]
    try:
        return Source(path, data.decode()), []
    except UnicodeDecodeError as problem:
        source = Source(path, data.decode(errors="replace"))
        at = len(data[: problem.start].decode(errors="replace"))
        message = "letters from here on cannot be read: the file is not saved as UTF-8"
        hint = "save it again, and choose UTF-8 as its encoding (in Notepad under Save as)"
        return source, [error("not-utf-8", message, source.span(at, min(at + 1, len(source.text))), hint)]


def _other_than_text(data: bytes) -> str | None:
    """What a file is that holds no UTF-8 text at all, so that a finding for each of its signs would help nobody."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16 text"
    if data.startswith(b"{\\rtf"):
        return "a rich text file (RTF)"
    return "not a text file" if data.count(0) * MOST_ZEROS > len(data) else None
