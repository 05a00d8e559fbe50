"""`--watch`: the same work again whenever a file of the workspace changes, until Ctrl-C.

What a build reads is the judge of what has changed: times and sizes of files, and then their content. The operating system is asked
to wake us sooner, through watchfiles where it is installed; where it is not, or can't watch a folder (some network drives), the
files are looked at ten times a second.
"""

from __future__ import annotations

import gc
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from time import sleep, time

from docgen.cache import Kept
from docgen.check.incremental import Again
from docgen.commands.terminal import say
from docgen.diagnostics import Diagnostic, mask
from docgen.project import MAX_NOTE, ProjectError, WorkingTree

POLL = 0.1  # seconds between looks at the files
IDLE = 0.25  # seconds after which the files are looked at even if nobody woke us
RESTED = 4  # looks without a change until there is time to clear up
SETTLE = 0.02  # seconds without a change until a save counts as done: editors write a file in several steps
MOST_SETTLING = 0.2
MOMENT = 2.0  # seconds: the coarsest times that a file may have (FAT)
NAMED = 3  # so many changed files are named
WAITING = "watching the notes; Ctrl-C ends it"
Stamp = dict[str, tuple[int, ...]]


class Memory:
    """What is known from one round to the next."""

    def __init__(self) -> None:
        self.kept = Kept()
        self.again = Again()
        self.last: object = None
        self.found: Counter[tuple[str, str, str]] | None = None

    def is_news(self, shown: object) -> bool:
        """True where a round shows or is made from something else than the one before; then it begins on the screen."""
        names = [name for name in self.kept.changes() if name.startswith(("content/", "styles/"))]
        if not names and shown == self.last:
            return False
        if self.last is not None:
            more = f" and {len(names) - NAMED:,} more" if len(names) > NAMED else ""
            say(f"\nchanged: {', '.join(map(mask, names[:NAMED])) or 'other files'}{more}")
        self.last = shown
        return True

    def compared(self, findings: list[Diagnostic]) -> str:
        """How many findings are new and how many are gone, as `, 1 new, 2 gone`; a finding that only moved is neither."""
        before, self.found = self.found, Counter((found.span.source.path, found.name, found.message) for found in findings)
        if before is None:
            return ""
        new, gone = (self.found - before).total(), (before - self.found).total()
        return f"{f', {new:,} new' if new else ''}{f', {gone:,} gone' if gone else ''}"


class Remembered(WorkingTree):
    """A workspace on disk that reads a file again only where the system tells it apart from the one that was read.

    A file that was written in the moment before it was read is not trusted: another write in that moment may not show in its times.
    """

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.known: dict[str, tuple[tuple[int, ...], bytes]] = {}

    def read(self, path: str, most: int = MAX_NOTE) -> bytes:
        """The bytes of a file. Raises OSError."""
        if "\0" in path:
            return super().read(path, most)
        now, state = time(), os.stat(os.path.join(self.root, *path.split("/")))
        told = (state.st_dev, state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns)
        known = self.known.get(path)
        if known and known[0] == told:
            return known[1]
        self.known.pop(path, None)
        data = super().read(path, most)
        if max(state.st_mtime, state.st_ctime) < now - MOMENT:
            self.known[path] = (told, data)
        return data


def watch(root: Path, once: Callable[[Memory, WorkingTree], bool]) -> int:
    """Work once, and again after each change, until Ctrl-C; `once` tells whether it had anything to show."""
    memory, tree = Memory(), Remembered(root)
    try:
        for _ in occasions(tree):
            memory.kept.begin()
            if _try(once, memory, tree):
                say(WAITING)
                sys.stderr.flush()
    except KeyboardInterrupt:
        return 0
    return 0


def _try(once: Callable[[Memory, WorkingTree], bool], memory: Memory, tree: WorkingTree) -> bool:
    """Work once; what the environment does not allow is said, and may be mended while we wait."""
    try:
        return once(memory, tree)
    except ProjectError as problem:
        memory.kept.break_off()
        said = f"docgen: {mask(str(problem))}"
        if news := memory.is_news(said):
            say(said)
        return news


def occasions(tree: WorkingTree) -> Iterator[None]:
    """One at once, and one after each change to a file that a build reads."""
    wake = _wakes(tree)
    stamp = tree.stamp()
    yield
    looks = 0
    while True:
        now = tree.stamp()
        if now != stamp:
            now = _settled(tree, now)
        elif next(wake):
            now = tree.stamp()
        else:
            looks += 1
            if looks == RESTED:
                gc.collect()  # while nobody waits; elsewhere it is switched off
            continue
        stamp, looks = now, 0
        yield


def _settled(tree: WorkingTree, stamp: Stamp) -> Stamp:
    """The files' state once they have come to rest."""
    for _ in range(round(MOST_SETTLING / SETTLE)):
        sleep(SETTLE)
        before, stamp = stamp, tree.stamp()
        if stamp == before:
            break
    return stamp


def _wakes(tree: WorkingTree) -> Iterator[bool]:
    """Waits each time: true when the operating system tells of a change, false when it is time to look."""
    try:
        from watchfiles import watch as changes
    except ImportError:
        yield from _polls()
    folders = [tree.root / name for name in ("content", "styles") if (tree.root / name).is_dir()]
    try:
        for found in changes(
            *folders,
            watch_filter=None,
            step=_milliseconds(SETTLE),
            debounce=_milliseconds(MOST_SETTLING),
            rust_timeout=_milliseconds(IDLE),
            poll_delay_ms=_milliseconds(POLL),
            yield_on_timeout=True,
        ):
            yield bool(found)
    except (OSError, RuntimeError):  # no more files can be watched, say
        yield from _polls()


def _milliseconds(seconds: float) -> int:
    return round(seconds * 1000)


def _polls() -> Iterator[bool]:
    while True:
        sleep(POLL)
        yield False
