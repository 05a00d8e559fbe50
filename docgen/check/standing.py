"""The items that count: what the rules about the substance of a document look at.

A withdrawn note is in no document, and a final one has no drafts. Where a line below an item could not be read, what it was to say
only seems to be missing: the finding about the line tells enough.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TypeVar

from docgen.check.rule import Facts
from docgen.nodes import FootnoteMark, Image, Node, Reference
from docgen.note import Item, Note, Recommendation
from docgen.pattern import lazy
from docgen.walk import visible, visit

AnyItem = TypeVar("AnyItem", bound=Item)

# Nobody is to change the words or the date of what is done with.
CLOSED = frozenset({"complete", "superseded by", "not accepted"})
UNREAD = frozenset({"empty-field", "misplaced-field", "unknown-field"})
# What people write where they have yet to say something.
NOTHING = frozenset(["", "-", "–", "—", "?", "n/a", "none", "not known", "tba", "tbc", "tbd", "to be agreed", "to be confirmed", "to be decided", "unknown"])
TOKEN = lazy(r"[^\W_][\w'’-]*|[^\w\s]")


def stands(facts: Facts, note: Note) -> bool:
    """True for a note that the document has or will have."""
    return note.status != "withdrawn" and not (facts.final and note.status == "draft")


def standing(facts: Facts, kind: type[AnyItem]) -> list[tuple[Note, AnyItem]]:
    """The items of one kind that stand in such notes and say something, note by note."""
    return facts.once(_all(kind))


@cache
def _all(kind: type[AnyItem]) -> Callable[[Facts], list[tuple[Note, AnyItem]]]:
    return lambda facts: list(_standing(facts, kind))


def _standing(facts: Facts, kind: type[AnyItem]) -> Iterator[tuple[Note, AnyItem]]:
    unread = {note.path: sorted(problem.span.start for problem in note.problems if problem.name in UNREAD) for note in facts.library.notes if note.problems}
    for note, item in facts.every(kind):
        starts = unread.get(note.path, [])
        if item.paragraph.content and stands(facts, note) and bisect_left(starts, item.span.start) == bisect_right(starts, item.span.end):
            yield note, item


def open_ones(facts: Facts) -> list[tuple[Note, Recommendation]]:
    """The recommendations that are still to be done."""
    return facts.once(_open_ones)


def _open_ones(facts: Facts) -> list[tuple[Note, Recommendation]]:
    return [(note, item) for note, item in standing(facts, Recommendation) if item.value("Status") not in CLOSED]


def says(item: Item, name: str) -> bool:
    """True where an item has a field with more in it than a stand-in such as TBC."""
    return any(entry.values or on_one_line(entry.content).casefold().rstrip(".") not in NOTHING or _points(entry.content) for entry in item.all(name))


def _points(content: Iterable[Node]) -> bool:
    """True for a reference, a footnote or a picture, which stand for words of their own."""
    return any(isinstance(node, (FootnoteMark, Image, Reference)) for node in visit(content))


def on_one_line(content: Iterable[Node]) -> str:
    """What a reader sees of some inlines, on one line."""
    return " ".join(visible(content).split())


def words_of(text: str) -> list[str]:
    """A text as words in small letters and signs."""
    return TOKEN.findall(text.casefold())
