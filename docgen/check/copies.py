"""Copies: notes that still say what the note says of which they were made.

A note is a copy of another where more than half of its paragraphs stand there word for word, and where identities and paragraphs of
twelve words or more that stand in both are three at least. That is told once a note, by `duplicate-identity` where they share
identities, else by `duplicate-paragraph`. What stands in both is not told again, and whatever else stands twice is told as ever.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from docgen.check.fingerprints import LONG, words
from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, Severity
from docgen.identities import Place
from docgen.nodes import Paragraph
from docgen.note import Note
from docgen.record import Record

LEAST = 3  # identities and long paragraphs
LOOKED_AT = 5  # earlier notes that share something with it


class Said(Record):
    """What a note says: its paragraphs, as words in small letters, and its identities."""

    paragraphs: set[str]
    names: set[str]


class Copy(Record):
    """A note that says what an earlier one says: what stands in both, and how many paragraphs the note has."""

    note: Note
    original: Note
    both: Said
    whole: int

    def holds(self, paragraph: Paragraph) -> bool:
        """True for a paragraph that stands in the original as well."""
        return _words(paragraph) in self.both.paragraphs


def told(name: str, severity: Severity, copy: Copy) -> Diagnostic:
    """The finding about a copy as such; which of the two was copied nobody can tell from here."""
    count, names = len(copy.both.paragraphs), len(copy.both.names)
    much = "all of its paragraphs" if count == copy.whole else f"{count} of its {copy.whole} paragraphs"
    much += f" and {names} of its identities" if names else ""
    message = f"this note repeats {copy.original.path}: {much} stand there, too"
    own = "text and identities of its own" if names else "a text of its own"
    hint = f"delete one of the two, or give one of them {own}"
    return Diagnostic(name, severity, message, copy.note.source.top(), hint, (copy.original.source.top(),))


def copies(facts: Facts, pairs: Iterable[tuple[Note, Note]]) -> dict[Note, Copy]:
    """The copies among notes that share something with earlier ones; the pairs are of an earlier and a later note."""
    shared: dict[Note, Counter[Note]] = {}
    for earlier, later in pairs:
        if earlier is not later:
            shared.setdefault(later, Counter())[earlier] += 1
    if not shared:
        return {}
    near = {note: [other for other, _ in counts.most_common(LOOKED_AT)] for note, counts in shared.items()}
    said = _said(facts, {*near, *(other for others in near.values() for other in others)})
    found = {note: max((_compared(note, other, said) for other in others), key=_much) for note, others in near.items()}
    return {note: copy for note, copy in found.items() if _is_copy(copy)}


def by_identity(facts: Facts) -> dict[Note, Copy]:
    """The copies that have identities of the original, which `duplicate-identity` tells."""
    found = copies(facts, ((earlier.note, later.note) for earlier, later in facts.identities.twice))
    return {note: copy for note, copy in found.items() if copy.both.names}


def _said(facts: Facts, notes: set[Note]) -> dict[Note, Said]:
    """What some notes say."""
    found = {note: Said(set(), set()) for note in notes}
    for note, paragraph in facts.every(Paragraph):
        if note in found and (text := _words(paragraph)):
            found[note].paragraphs.add(text)
    for place in _named(facts):
        if place.note in found:
            found[place.note].names.add(place.name.value.casefold())
    return found


def _words(paragraph: Paragraph) -> str:
    return " ".join(words(paragraph))


def _named(facts: Facts) -> Iterator[Place]:
    yield from facts.identities.places.values()
    yield from (later for _, later in facts.identities.twice)


def _compared(note: Note, other: Note, said: dict[Note, Said]) -> Copy:
    own, others = said[note], said[other]
    both = Said(own.paragraphs & others.paragraphs, own.names & others.names)
    return Copy(note, other, both, len(own.paragraphs))


def _much(copy: Copy) -> int:
    return len(copy.both.paragraphs)


def _is_copy(copy: Copy) -> bool:
    both = copy.both
    long = sum(text.count(" ") >= LONG - 1 for text in both.paragraphs)
    return 2 * len(both.paragraphs) > copy.whole and len(both.names) + long >= LEAST
