"""Where sentences begin and end."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.passage import STAND_IN
from docgen.pattern import lazy

# A sentence ends at a full stop and the like before a capital letter, and at a line's end that is printed.
END = lazy(rf"[.!?:][\"'’”)\]]*(?=\s+[\"'‘“(\[]*[A-Z0-9{STAND_IN}])|\n")
# No full stop, but part of a short form: "e.g.", "Dr.", an initial.
SHORT = lazy(r"(?:\b(?:e\.g|i\.e|eg|ie|etc|vs?|cf|al|No|nos?|Mr|Mrs|Ms|Dr|St|Prof|Rev|Sgt|Insp|paras?|pp?|ch|Fig|approx|Inc|Ltd|Jr)|(?<![^\W_])[A-Za-z])$")
WORD = lazy(rf"\S*[\w{STAND_IN}]\S*")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of a text begins and ends, blanks around it not counted."""
    start = 0
    for found in END.finditer(text):
        if text[found.start()] != "." or not SHORT.search(text, max(0, found.start() - 9), found.start()):
            yield from _trimmed(text, start, found.end())
            start = found.end()
    yield from _trimmed(text, start, len(text))


def words(text: str, start: int, end: int) -> int:
    """How many words a part of a text has; a dash is none."""
    return len(WORD.findall(text, start, end))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    said = text[start:end].strip()
    if said:
        start = text.index(said[0], start)
        yield start, start + len(said)
