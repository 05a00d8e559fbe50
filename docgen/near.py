"""The known name that a mistyped one most likely meant."""

from __future__ import annotations

from collections.abc import Iterable
from posixpath import commonprefix


def distance(one: str, other: str) -> int:
    """How many letters must be added, dropped, changed or swapped with a neighbour to turn one word into the other."""
    shared = len(commonprefix((one, other)))
    one, other = one[shared:], other[shared:]
    shared = len(commonprefix((one[::-1], other[::-1])))
    one, other = one[: len(one) - shared], other[: len(other) - shared]
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        oldest, before, row = before, row, [i, *([0] * len(other))]
        for j, sign in enumerate(other, 1):
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != sign))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == sign:
                row[j] = min(row[j], oldest[j - 2] + 1)
    return row[-1]


def nearest(word: str, known: Iterable[str], reach: int | None = None) -> str | None:
    """The closest known name within `reach` letters (by default a third of the word), or None."""
    limit = max(1, min(len(word), 30) // 3) if reach is None else reach
    folded = word.casefold()[:60]
    close = ((distance(folded, name.casefold()), name) for name in known if abs(len(name) - len(folded)) <= limit)
    best = min(close, default=(limit + 1, ""))
    return best[1] if best[0] <= limit else None
