"""A recommendation says nearly the same as an earlier one.

Why: two agencies would each wait for the other, or report on the same work twice, under two numbers.

Bad:
```body
## Recommendations

- Agree an attendance standard for child protection conferences. {#standard}
  - Lead: council
- Agree a standard for attendance at child protection conferences. {#attendance}
  - Lead: police
```

Good:
```body
## Recommendations

- Agree an attendance standard for child protection conferences. {#standard}
  - Lead: council
  - Support: police
```
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import dropwhile

from docgen.check.rule import Facts
from docgen.check.standing import on_one_line, open_ones
from docgen.diagnostics import Diagnostic, warning
from docgen.note import Note, Recommendation
from docgen.pattern import lazy

NAME = "similar-recommendations"
WORD = lazy(r"\d+|[^\W_]{2,}")
STEM = 6  # letters: "conference" and "conferences", "attend" and "attendance" are one word
SMALL = frozenset("about all an and are as at be both by each every for from has have in into is it its of on or our so than that the their them this to us was we were when which who will with you your".split())
ALIKE = 0.75  # of the words of both
ALL_BUT = 0.9
FEWEST = 5
LOOKED_AT = 50  # earlier ones that share a rare word
Said = tuple[Note, Recommendation, frozenset[str]]


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding at each open recommendation that has most words in common with an earlier one."""
    actors = _actors(facts)
    said: list[Said] = [(note, item, _telling(on_one_line(item.paragraph.content), actors)) for note, item in open_ones(facts)]
    said = [entry for entry in said if len(entry[2]) >= FEWEST]
    found = list(_pairs(said))
    if not found:
        return
    from docgen.check.copies import copies  # rarely needed

    copied = copies(facts, ((earlier[0], later[0]) for earlier, later in found))
    for earlier, later in found:
        note, item, _ = earlier
        if later[0] in copied and copied[later[0]].holds(later[1].paragraph):
            continue
        where = f"{note.path}:{note.source.position(item.paragraph.span.start)[0]}"
        yield warning(NAME, f"this says nearly the same as the recommendation at {where}", later[1].paragraph.span, _hint(item, later[1]))


def _actors(facts: Facts) -> frozenset[str]:
    """The words by which "Police to …" and "All agencies should …" say who is to act; the lead does that."""
    names = (f"{key} {agency.name}" for key, agency in facts.assessment.agencies.items())
    return SMALL.union("agencies must partners shall should".split(), *(WORD.findall(name.casefold()) for name in names))


def _telling(text: str, actors: frozenset[str]) -> frozenset[str]:
    """The words of a text that tell it from others, without their endings and without whom it begins with."""
    said = dropwhile(actors.__contains__, WORD.findall(text.casefold()))
    return frozenset(word.rstrip("s")[:STEM] for word in said if word not in SMALL)


def _pairs(said: list[Said]) -> Iterator[tuple[Said, Said]]:
    """Each recommendation with the first earlier one that is like it.

    Two sets that are that much alike share one of the few rarest words of each, so only those are looked up.
    """
    count = Counter(word for _, _, telling in said for word in telling)
    holders: dict[str, list[int]] = {}
    for at, (_, _, telling) in enumerate(said):
        rarest = sorted(telling, key=lambda word: (count[word], word))[: len(telling) - int(ALIKE * len(telling) - 1e-9)]
        near = sorted({other for word in rarest for other in holders.get(word, ())[:LOOKED_AT]})
        like = next((other for other in near if _is_like(telling, said[other][2])), None)
        if like is not None:
            yield said[like], said[at]
        for word in rarest:
            holders.setdefault(word, []).append(at)


def _is_like(one: frozenset[str], other: frozenset[str]) -> bool:
    """True where one says what the other says, and little more; a word in place of another makes them two: "plans" and "files", say."""
    shared = len(one & other)
    alike = shared / (len(one) + len(other) - shared)
    return alike >= ALIKE and (shared in (len(one), len(other)) or alike >= ALL_BUT) and "not" not in one ^ other


def _hint(earlier: Recommendation, later: Recommendation) -> str:
    leads = earlier.value("Lead"), later.value("Lead")
    if leads[0] and leads[1] and leads[0] != leads[1]:
        return f"make them one, with {leads[0]} as Lead: and {leads[1]} under Support:, or say how they differ"
    return "make them one, or say how they differ"
