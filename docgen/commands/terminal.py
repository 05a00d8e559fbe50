"""The user's terminal: what is said to it, and when in colour."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from time import monotonic
from typing import TextIO

PATIENCE = 1.0  # seconds before progress is shown


class Lasting(TextIOWrapper):
    """A stream that does not mind when its reader goes (`docgen check | head`): the command ends with the status it has earned."""

    def write(self, text: str) -> int:
        """Write, or let it be where nobody reads."""
        try:
            return super().write(text)
        except BrokenPipeError:
            return len(text)

    def flush(self) -> None:
        """Flush, or let it be where nobody reads."""
        try:
            super().flush()
        except BrokenPipeError:
            return


def lasting(stream: TextIO) -> TextIO:
    """The same stream in UTF-8, lasting; one that is none of the operating system's stays as it is."""
    if not isinstance(stream, TextIOWrapper):
        return stream
    lines, at_once = stream.line_buffering, stream.write_through
    return Lasting(stream.detach(), encoding="utf-8", errors="replace", line_buffering=lines, write_through=at_once)


def say(text: str) -> None:
    """A message to stderr."""
    sys.stderr.write(text if text.endswith("\n") or not text else f"{text}\n")


def colour() -> bool:
    """True where messages may be in colour: on a terminal, unless NO_COLOR is set."""
    return sys.stderr.isatty() and not os.environ.get("NO_COLOR")


class Progress:
    """Says what is being done once it takes more than about a second, on a terminal only."""

    def __init__(self) -> None:
        self.start = monotonic()
        self.on = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"  # which has no way back on its line
        self.shown = False

    def __call__(self, doing: str) -> None:
        """Show a stage of the work."""
        if self.on and monotonic() - self.start > PATIENCE:
            from docgen.diagnostics import UNPRINTABLE  # here, because --help needs none of it

            sys.stderr.write(f"\r\x1b[K{UNPRINTABLE.sub('?', doing)} …")
            sys.stderr.flush()
            self.shown = True

    def done(self) -> None:
        """Take the line away."""
        if self.shown:
            sys.stderr.write("\r\x1b[K")
