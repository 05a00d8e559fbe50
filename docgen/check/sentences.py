"""Where sentences begin and end."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.passage import STAND_IN
from docgen.pattern import lazy

END = lazy(r"[.!?:](?=\S{0,2}\s)|\n")
OPENING, CLOSING = "\"'“‘([", "\"'”’)]"
# No full stop, but part of a short form: "e.g.", "Dr.", an initial.
SHORT = lazy(r"(?:\b(?:e\.g|i\.e|eg|ie|etc|vs?|cf|al|No|nos?|Mr|Mrs|Ms|Dr|St|Prof|Rev|Sgt|Insp|paras?|pp?|ch|Fig|approx|Inc|Ltd|Jr)|(?<![^\W_])[A-Za-z])$")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of a text begins and ends, blanks around it not counted.

    One ends at a full stop and the like before a capital letter or a figure, and at a line's end that is printed.
    """
    start = 0
    for found in END.finditer(text):
        if end := _end(text, found.start()):
            yield from _trimmed(text, start, end)
            start = end
    yield from _trimmed(text, start, len(text))


def _end(text: str, at: int) -> int:
    """Where the sentence ends that a sign may be the last of; 0 where it is not."""
    if text[at] == "\n":
        return at + 1
    end = at + 1
    while text[end] in CLOSING:
        end += 1
    after = text[end : end + 20].lstrip().lstrip(OPENING)[:1]
    if not text[end].isspace() or not (after.isupper() or after.isdigit() or after == STAND_IN):
        return 0
    return 0 if text[at] == "." and SHORT.search(text, max(0, at - 9), at) else end


def words(text: str, start: int, end: int) -> int:
    """How many words a part of a text has; a dash is none."""
    return sum(1 for word in text[start:end].split() if word.isalpha() or any(sign.isalnum() or sign == STAND_IN for sign in word))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    said = text[start:end].strip()
    if said:
        start = text.index(said[0], start)
        yield start, start + len(said)
