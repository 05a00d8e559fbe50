"""The known name that a mistyped one most likely meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from heapq import nsmallest
from posixpath import commonprefix

FEW = 60  # names that are all compared
LIKELY = 8  # of more names, how many are compared
LOOKED_AT = 300  # entries of the index that one search visits at most


def distance(one: str, other: str) -> int:
    """How many letters must be added, dropped, changed or swapped with a neighbour to turn one word into the other."""
    if one[:9] == other[:9]:  # worth the while: what is left takes less time
        shared = len(commonprefix((one, other)))
        one, other = one[shared:], other[shared:]
    return _distance(one, other)


def _distance(one: str, other: str) -> int:
    """The distance by Hyyrö's method: two numbers are a column of the table, their bits say where it rises and where it falls."""
    if not one:
        return len(other)
    places: dict[str, int] = {}
    for at, letter in enumerate(one):
        places[letter] = places.get(letter, 0) | 1 << at
    whole, last = (1 << len(one)) - 1, 1 << (len(one) - 1)
    rises, falls, diagonal, before, result = whole, 0, 0, 0, len(one)
    for letter in other:
        same = places.get(letter, 0)
        swapped = ((~diagonal & same) << 1) & before
        diagonal = (((same & rises) + rises) ^ rises) | same | falls | swapped
        up, down = falls | ~(diagonal | rises) & whole, diagonal & rises
        result += bool(up & last) - bool(down & last)
        up, down = up << 1 | 1, down << 1
        rises, falls, before = (down | ~(diagonal | up)) & whole, up & diagonal & whole, same
    return result


def nearest(word: str, known: Iterable[str], reach: int | None = None) -> str | None:
    """The closest known name within `reach` letters (by default a third of the word), or None.

    Of many names only those are compared that share most with the word: thousands of misses must not take minutes.
    """
    limit = max(1, min(len(word), 30) // 3) if reach is None else reach
    folded = word.casefold()[:60]
    names = tuple(known)
    if len(names) > FEW:
        names = _likely(folded, names, limit)
    fitting = (name for name in names if abs(len(name) - len(folded)) <= limit)
    close = ((distance(folded, name.casefold()), name) for name in fitting)
    best = min(close, default=(limit + 1, ""))
    return best[1] if best[0] <= limit else None


def _likely(word: str, names: tuple[str, ...], limit: int) -> tuple[str, ...]:
    """The few names that share most of the word's rarest runs of three letters."""
    index = _index(names)
    shared: Counter[str] = Counter()
    left = LOOKED_AT
    for holders in sorted((index[part] for part in _parts(word) if part in index), key=len):
        shared.update(holders[:left])
        left -= len(holders)
        if left <= 0:
            break
    fitting = ((-count, abs(len(name) - len(word)), name) for name, count in shared.items() if abs(len(name) - len(word)) <= limit)
    return tuple(name for _, _, name in nsmallest(LIKELY, fitting))


@lru_cache(maxsize=2)
def _index(names: tuple[str, ...]) -> dict[str, list[str]]:
    """The names that each run of three letters stands in."""
    index: dict[str, list[str]] = {}
    for name in names:
        for part in _parts(name.casefold()):
            index.setdefault(part, []).append(name)
    return index


def _parts(word: str) -> dict[str, None]:
    """The runs of three letters of a word, its ends marked; a dict because a set would be in another order on each run."""
    marked = f"\0{word}\0"
    return dict.fromkeys(marked[at : at + 3] for at in range(max(1, len(marked) - 2)))


def key_of(word: str, named: Mapping[str, str]) -> str | None:
    """The key that is meant: that of a name which somebody wrote instead of it, `Early help` for early-help, else the nearest key or name."""
    folded = word.casefold()
    exact = next((key for key, name in named.items() if name.casefold() == folded), None)
    near = exact or nearest(folded.replace(" ", "-"), named)
    if near:
        return near
    name = nearest(folded, named.values())
    return next((key for key, other in named.items() if other == name), None)


def suggestion(word: str, known: Iterable[str]) -> str:
    """What to do about an unknown word: the nearest known one, else all of them."""
    names = list(known)
    near = nearest(word, names)
    return f'did you mean "{near}"?' if near else "known are: " + ", ".join(names)
