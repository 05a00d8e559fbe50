"""The user's terminal: what is said to it, and when in colour."""

from __future__ import annotations

import os
import sys
from time import monotonic

PATIENCE = 1.0  # seconds before progress is shown


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
        self.on = sys.stderr.isatty()
        self.shown = False

    def __call__(self, doing: str) -> None:
        """Show a stage of the work."""
        if self.on and monotonic() - self.start > PATIENCE:
            sys.stderr.write(f"\r\x1b[K{doing} …")
            sys.stderr.flush()
            self.shown = True

    def done(self) -> None:
        """Take the line away."""
        if self.shown:
            sys.stderr.write("\r\x1b[K")
