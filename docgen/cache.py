"""What was made of the files of a workspace, kept for the next time: `--watch` reads again what changed, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from docgen.source import Source

G = TypeVar("G")
R = TypeVar("R")


class Keep(Protocol):
    """Gives what `read` makes of the content of the file of a name."""

    def __call__(self, read: Callable[[G], R], name: str, given: G) -> R:
        """Made now, or kept from before where the content is the same."""


class Kept:
    """Keeps what was made of each file until its content is another. A round begins with `begin`; then `changes` says what differed."""

    def __init__(self) -> None:
        self.before: dict[tuple[object, str], tuple[object, Any]] = {}
        self.now: dict[tuple[object, str], tuple[object, Any]] = {}

    def begin(self) -> None:
        """Begin a round. What the last one did not ask for is forgotten."""
        self.before, self.now = self.now, {}

    def break_off(self) -> None:
        """End a round before its time: what it has not asked for yet is not forgotten."""
        self.now = self.before | self.now

    def __call__(self, read: Callable[[G], R], name: str, given: G) -> R:
        """What `read` makes of the content; nothing is kept of what it refuses."""
        key = (getattr(read, "func", read), name)
        content = given.text if isinstance(given, Source) else given
        kept = self.now.get(key) or self.before.get(key)
        if kept is None or kept[0] != content:
            kept = (content, read(given))
        self.now[key] = kept
        result: R = kept[1]
        return result

    def changes(self) -> list[str]:
        """The names of the files that are new, gone or different in this round, sorted."""
        keys = self.before.keys() | self.now.keys()
        return sorted({name for reader, name in keys if self.before.get((reader, name)) is not self.now.get((reader, name))})
