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

from docgen.check.rule import Facts
from docgen.check.standing import LONG, WORD, stands
from docgen.diagnostics import Diagnostic, Severity
from docgen.nodes import Emphasis, Inline, Link, Paragraph, RawInline
from docgen.note import Note
from docgen.walk import visible

NAME = "duplicate-paragraph"
# So many words have at least so many characters, their marks included.
SHORTEST = 2 * LONG - 1
COMPARED, ENDS = 12, 16  # how many characters at either end are compared first, as they are written, and among how many they are
SIGNS = "*_[]\"'‘’“”()., "
COUNTED = "aeiot"

Place = tuple[Note, Paragraph]


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each paragraph that stands in another note, too; not where that is for other readers, which has a finding of its own."""
    alike: dict[str, list[Place]] = {}
    standing = {note for note in facts.library.notes if stands(facts, note)}
    for note, paragraph in facts.every(Paragraph):
        source, start, end = paragraph.span
        if end - start >= SHORTEST and note in standing:
            # An identity or a comment may end the span of an item, but not its words.
            content = paragraph.content
            last = content[-1].span.end if content and type(content[-1]) is not RawInline else _last(content, end)
            ends = source.text[start : start + ENDS].lstrip(SIGNS)[:COMPARED] + source.text[last - ENDS : last].rstrip(SIGNS)[-COMPARED:]
            alike.setdefault(" ".join(ends.casefold().split()), []).append((note, paragraph))
    twice = [pair for places in alike.values() if len(places) > 1 for pair in _twice(places)]
    yield from _told(facts, twice) if twice else ()


def _last(content: list[Inline], end: int) -> int:
    return next((node.span.end for node in reversed(content) if type(node) is not RawInline), end)


def _twice(places: list[Place]) -> Iterator[tuple[Place, Place]]:
    """Each paragraph that says what one of another note says, with the first that does."""
    first: dict[str, Place] = {}
    said = [visible(paragraph.content).casefold() for _, paragraph in places]
    # Counting a few letters tells most paragraphs apart, and is quicker than to part them into words.
    counts = [tuple(map(text.count, COUNTED)) for text in said]
    often = Counter(counts)
    for place, text, count in zip(places, said, counts, strict=True):
        words = WORD.findall(text) if often[count] > 1 and not _is_furniture(place[1]) else ()
        earlier = first.setdefault(" ".join(words), place) if len(words) >= LONG else place
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
            message = f"this paragraph stands in {home.path}:{home.source.position(earlier.span.start)[0]}, too"
            hint = "keep it in one of the two places, and refer to it from the other"
            yield Diagnostic(NAME, Severity.WARNING, message, later.span, hint, (earlier.span,))
