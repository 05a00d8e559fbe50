"""A paragraph stands in two notes, word for word.

Why: it was pasted from the other, or kept when it was moved. The reader of the whole document finds it twice, and once one of the two is
corrected, they contradict each other. Paragraphs of fewer than twelve words are not told, nor is one that a note repeats itself, a
link by itself or a notice in italics. Of a note that is a copy of another this is told once.

Bad:
```body
Attendance at child protection conferences is uneven, and it drifts over time, above all in summer.
```
```note early-help/other.md
---
title: Other
section: early-help
status: agreed
---
Attendance at child protection conferences is uneven, and it drifts over time, above all in summer.
```

Good:
```body
Attendance at child protection conferences is uneven, and it drifts over time, above all in summer.
```
```note early-help/other.md
---
title: Other
section: early-help
status: agreed
---
[Attendance at conferences](note.md) was talked about in this workshop, too.
```
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docgen.check.fingerprints import LONG, fingerprints, words
from docgen.check.rule import Facts
from docgen.check.standing import stands
from docgen.diagnostics import Diagnostic, Severity
from docgen.nodes import Emphasis, Link, Paragraph
from docgen.note import Note
from docgen.pattern import lazy

NAME = "duplicate-paragraph"
POINT = lazy(r"(?:[-*+]|\d[.)])[ \t]+(?:\[[ xX]\][ \t]+)?$")

Place = tuple[Note, Paragraph]


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each paragraph that stands in another note, too; not where that is for other readers, which has a finding of its own."""
    found = facts.once(fingerprints)
    often = {mark for mark, count in Counter(found).items() if mark and count > 1}
    alike: dict[int, list[Place]] = {}
    for mark, place in zip(found, facts.every(Paragraph), strict=True) if often else ():
        if mark in often and stands(facts, place[0]):
            alike.setdefault(mark, []).append(place)
    twice = [pair for places in alike.values() for pair in _twice(places)]
    yield from _told(facts, twice) if twice else ()


def _twice(places: list[Place]) -> Iterator[tuple[Place, Place]]:
    """Each paragraph that says what one of another note says, with the first that does."""
    first: dict[str, Place] = {}
    for place in places:
        said = [] if _is_furniture(place[1]) else words(place[1])
        earlier = first.setdefault(" ".join(said), place) if len(said) >= LONG else place
        if earlier[0] is not place[0]:
            yield earlier, place


def _is_furniture(paragraph: Paragraph) -> bool:
    """True for a link by itself, and for a notice that is stressed from end to end: they stand where they are needed."""
    return len(paragraph.content) == 1 and type(paragraph.content[0]) in (Emphasis, Link)


def _told(facts: Facts, twice: list[tuple[Place, Place]]) -> Iterator[Diagnostic]:
    from docgen.check.copies import by_identity, copies, told
    from docgen.check.reading import ranks  # rarely needed, and never in a build that has nothing to tell

    of = ranks(facts)
    closed = {note: of(note) for pair in twice for note, _ in pair}
    twice = [pair for pair in twice if closed[pair[0][0]](pair[0][1]) == closed[pair[1][0]](pair[1][1])]
    copied = copies(facts, ((home, other) for (home, _), (other, _) in twice))
    elsewhere = facts.once(by_identity)
    yield from (told(NAME, Severity.WARNING, copy) for note, copy in copied.items() if note not in elsewhere)
    for (home, earlier), (other, later) in twice:
        if not (other in copied and copied[other].holds(later)):
            what = "point" if POINT.search(later.span.source.text, later.span.source.text.rfind("\n", 0, later.span.start) + 1, later.span.start) else "paragraph"
            message = f"this {what} stands in {home.path}:{home.source.position(earlier.span.start)[0]}, too"
            hint = "keep it in one of the two places, and refer to it from the other"
            yield Diagnostic(NAME, Severity.WARNING, message, later.span, hint, (earlier.span,))
