"""Where sentences begin and end."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.passage import STAND_IN
from docgen.pattern import lazy

# A sentence ends at a full stop and the like before a capital letter or a figure, and at a line's end that is printed.
END = lazy(rf"[.!?:][^\w\s]{{0,2}}(?=\s+(?:[–—-]\s+)?(?:{STAND_IN}|[^\w\s]{{0,2}}[A-Z\d]))|\n")
# No full stop, but part of a short form.
SHORT = frozenset("e.g i.e eg ie vs v cf al No no nos Nos Mr Mrs Ms Dr St Prof Rev Sgt Insp para paras p pp ch Fig approx Inc Ltd Jr".split())


def sentences(text: str, blanks: int = 0) -> Iterator[tuple[int, int]]:
    """Where each sentence of a text begins and ends, blanks around it not counted; those with fewer blanks in and before them are passed over."""
    for start, end in _parts(text):
        if text.count(" ", start, end) >= blanks and (said := text[start:end].strip()):
            start = text.index(said[0], start)
            yield start, start + len(said)


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """A text from the end of each sentence to that of the next."""
    start = 0
    for found in END.finditer(text):
        if text[found.start()] != "." or not _is_short(text, found.start()):
            yield start, found.end()
            start = found.end()
    yield start, len(text)


def _is_short(text: str, at: int) -> bool:
    """True for the full stop of a short form, "e.g." or "Dr.", or of an initial."""
    word = text[max(text.rfind(" ", 0, at), at - 9) + 1 : at].lstrip("(\"'“‘")
    return word in SHORT or (len(word) == 1 and word.isalpha())


def count_words(text: str, start: int, end: int) -> int:
    """How many words a part of a text has; a dash is none."""
    return sum(1 for word in text[start:end].split() if word.isalpha() or any(sign.isalnum() or sign == STAND_IN for sign in word))
