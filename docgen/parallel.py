"""Long work done by two processes at once: reading hundreds of notes takes most of the time of `check` and of a build.

Notes are read one by one and know nothing of each other, and many rules look at each alone; what was read and found passes between
processes in a tenth of the time that it takes to make. What is left to check, one process does while the other assembles. That takes
a process that can be copied as it is (not on Windows) and has no threads, and a second processor that is free to it; elsewhere, and
where anything goes wrong in the other process, all is done here.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

G = TypeVar("G")
R = TypeVar("R")
W = TypeVar("W")

Tell = Callable[[str], None]
Work = Callable[[Sequence[G], Tell], R]

MANY = 80  # notes, or whatever else is given
OTHERS = 42  # percent of the work that the other process does: it has to hand its results over, too


def in_shares(work: Work[G, R], given: Sequence[G], size: Callable[[G], int], tell: Tell) -> list[R]:
    """What `work` makes of the given as a whole, or of its two shares in their order.

    `size` says how much work one is. Only the work that is done here tells how far it is.
    """
    start = _border([size(one) for one in given]) if len(given) >= MANY and _may_divide() else len(given)
    promised = _begun(work, given[start:]) if start < len(given) else None
    if promised is None:
        return [work(given, tell)]
    first = work(given[:start], tell)
    other = promised()
    return [first, work(given[start:], tell) if other is None else other]


def beside(other: Callable[[], R], here: Callable[[], W], many: bool) -> tuple[R, Callable[[], W]]:
    """What `other` gives, and a function that gives what `here` does.

    Of much work both are done at once, in the hope that the second is wanted; else the second is done when it is asked for. What goes
    wrong in it is raised then.
    """
    promised = _begun(lambda *_: other(), ()) if many and _may_divide() else None
    if promised is None:
        return other(), here
    ready = _attempted(here)
    found = promised()
    return other() if found is None else found, ready


def _attempted(work: Callable[[], W]) -> Callable[[], W]:
    """A function that gives what some work gave, or raises what it raised."""
    try:
        result = work()
    except Exception as problem:
        failed = problem

        def fail() -> W:
            raise failed

        return fail
    return lambda: result


def _may_divide() -> bool:
    """True where a copy of this process can work beside it."""
    if not hasattr(os, "fork") or len(sys._current_frames()) > 1:
        return False
    return (len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1) > 1


def _border(sizes: list[int]) -> int:
    """Where the share of the other process begins."""
    left, at = sum(sizes) * OTHERS // 100, len(sizes)
    while at and left > 0:
        at -= 1
        left -= sizes[at]
    return at


def _begun(work: Work[G, R], given: Sequence[G]) -> Callable[[], R | None] | None:
    """A function that waits for the result of another process, and gives None where it failed; None where there can't be one."""
    try:
        into, out = os.pipe()
    except OSError:
        return None
    try:
        child = os.fork()
    except OSError:
        os.close(into)
        os.close(out)
        return None
    if not child:
        _work(work, given, into, out)
    os.close(out)

    def wait() -> R | None:
        with open(into, "rb") as pipe:
            data = pipe.read()
        try:
            _, status = os.waitpid(child, 0)
        except ChildProcessError:  # whoever started docgen does not want to hear of children that end, so nobody knows how it ended
            return None
        if status:
            return None
        import pickle

        found: R = pickle.loads(data)
        return found

    return wait


def _work(work: Work[Any, Any], given: Sequence[Any], into: int, out: int) -> None:
    """What the other process does. It ends here, without a word: what goes wrong is done again by the first, which can say so."""
    status = 1
    try:
        import pickle

        os.close(into)
        with open(out, "wb") as pipe:
            pipe.write(pickle.dumps(work(given, _silent), pickle.HIGHEST_PROTOCOL))
        status = 0
    finally:
        os._exit(status)


def _silent(_: str) -> None:
    """Two processes would talk at once."""
