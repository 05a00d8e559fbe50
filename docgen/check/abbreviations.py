"""Abbreviations: where they are used, and where the notes say what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set

from docgen.check.explained import Met, Printed, is_explained, is_written_before
from docgen.check.long_form import COMMON
from docgen.check.passage import Passage, is_inside
from docgen.check.phrases import ARTICLE, SENTENCE, entries
from docgen.check.prose import CUSTOMARY, STRESSED
from docgen.check.reading import Place, Reading, ranks, readings
from docgen.check.rule import Facts
from docgen.diagnostics import Edit
from docgen.nodes import Heading
from docgen.pattern import lazy

# Joined to more by a dot, a colon or a hyphen, letters are part of a name or an address: `TLP:CLEAR`, `ECDSA-NIST`.
FORM = lazy(r"(?<![\w@#.&:-])([A-Z]{2,7}|[A-Z][a-z][A-Z])(s?)(?![\w@&]|-\d|[.:]\w|-[A-Z][A-Z\d])")
# Capitals one word after another are a name or a title in capitals, and no abbreviations.
RUN = lazy(r"\b[A-Z]{2,}(?:[ ,&.]+(?:[A-Z]{2,}|[A-Z]\.))+")
NUMERALS = frozenset("II III IV VI VII VIII IX XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI".split())
STATE = lazy(r"[A-Z][a-z]+,\s$")
# What has a number is the name of a form, a standard or a report: `ISO 9001`, `3 All ER 785`, `SFS 1997:157`. A year is none.
NUMBERED = lazy(r"\s(?:Form |Regulation |No\.? |§+ ?)?(?!(?:19|20)\d\d\b(?![:/]\d))\d|\s§")
# A room has letters behind its number, a report of judgments its volume before, a case the name of a party behind `v`, a time its zone.
PLACED = lazy(r"\b(?:Room|Suite|Floor|Flat|Unit) \d+ $|\bv\.? $|\d ?[AaPp]\.?[Mm]\.? $")
# A time zone and its summer time: `EST/EDT`.
ZONES = lazy(r"(?<!\w)([A-Z])ST/\1DT(?!\w)")
NUMBER_ENDS = frozenset("0123456789v.mM")
VOLUME, PAGE = lazy(r"\d $"), lazy(r"\s\d|\s[A-Z][a-z]+ (?:[A-Z][a-z]+ )?\d|\s[A-Z][a-z]+ [A-Z][a-z]+ para ")
MANY = 100  # abbreviations, which are not looked for one by one
LONGEST = 4  # letters of an abbreviation that stands beside others


def candidates(facts: Facts, skip: frozenset[str], known: frozenset[str]) -> frozenset[str]:
    """What looks like an abbreviation; what somebody writes in small letters too is a word, stressed or shouted.

    Those that are known stay what they are: SEND does where others send plans.
    """
    prose = facts.prose
    found = frozenset(form[1] for word in prose.large if (form := FORM.fullmatch(word)) and len(set(form[1])) > 1)
    words = {name for name in found if (low := name.lower()) in STRESSED or low in COMMON}
    spelled = {name for name in found - known if name.lower() in prose.spelled or (len(name) > LONGEST and name.capitalize() in prose.spelled)}
    return found - words - spelled - NUMERALS - CUSTOMARY - skip


def meanings(facts: Facts) -> dict[str, str]:
    """Abbreviations of this field with what they stand for; an empty text for those that everybody knows."""
    known = {name: "".join(meaning) for name, *meaning in entries(facts.library.words("abbreviations"))}
    return known | {agency.short: agency.name for agency in facts.assessment.agencies.values() if agency.short}


def unexplained(facts: Facts, names: frozenset[str], known: Mapping[str, str] | None = None) -> Iterator[tuple[str, Met, str]]:
    """Each abbreviation where a reader first meets it without what it stands for; with the edition, where others have it first.

    With meanings that are known, it is enough that the words stand somewhere before.
    """
    for name, places in sorted(_uses(facts, names).items()):
        lowest = min(met.rank for met in places)
        editions = sorted({*range(lowest, len(facts.assessment.audience_names)), *(met.rank for met in places)})
        for met, first_of in _first(places, editions, None if known is None else known.get(name, "")):
            audience = facts.assessment.audience_names[first_of[0] : first_of[0] + 1]
            yield name, met, f" in the {audience[0]} edition" if audience and len(first_of) < len(editions) else ""


def _uses(facts: Facts, names: frozenset[str]) -> dict[str, list[Met]]:
    """Every place where one of some abbreviations is printed, in reading order."""
    found: dict[str, list[Met]] = {}
    closed = ranks(facts)
    for note, reading in readings(facts) if names else ():
        text = facts.prose.text(note)
        here = names.intersection(form[0] for form in FORM.findall(text)) if len(names) > MANY else {name for name in names if name in text}
        for name, met in _in(Printed(facts.prose.of(note), reading, closed(note)), here) if here else ():
            found.setdefault(name, []).append(met)
    return {name: sorted(places, key=lambda met: met.place) for name, places in found.items()}


def _in(note: Printed, names: Set[str]) -> Iterator[tuple[str, Met]]:
    """The uses in a note, up to the first in each part that stands in running text and whoever may read the note can read."""
    lowest = min((note.closed(passage.block) for passage in note.passages), default=0)
    parts, due = list(note.reading.parts[:0:-1]), set(names)
    for number, passage in enumerate(note.passages):
        if parts and passage.block.span.start >= parts[-1]:
            due = set(names)
            parts.pop()
        here = due.intersection(form[0] for form in FORM.findall(passage.text))
        if not here:
            continue
        rank = note.closed(passage.block)
        for form, place in _forms(note.reading, passage, here):
            if form[1] not in due:  # it has stood in the passage before
                continue
            met = Met(place, rank, note, number, form.start(), form.end())
            yield form[1], met
            # A footnote is read before what stands above it.
            if rank == lowest and not note.reading.footnotes and type(passage.block) is not Heading and not met.is_spoken_of:
                due.discard(form[1])


def _forms(reading: Reading, passage: Passage, names: Set[str]) -> Iterator[tuple[re.Match[str], Place]]:
    """Where some abbreviations stand in a passage, and when they are read there."""
    text = passage.text
    forms = [form for form in FORM.finditer(text) if form[1] in names]
    loud = [place for found in RUN.finditer(text) if _is_loud(found.group().split()) for place in found.span()] if forms else []
    for form in forms:
        is_other = is_inside(loud, form.start()) or _is_name(text, form)
        if not is_other and (place := reading.place(passage, form.start())):
            yield form, place


def _is_name(text: str, form: re.Match[str]) -> bool:
    """True for letters that are part of a name, an address or a citation."""
    start, end = form.span()
    if NUMBERED.match(text, end) or _is_state(text, form):
        return True
    if "/" in text[max(0, start - 1) : end + 1] and ZONES.search(text, max(0, start - 4), end + 4):
        return True
    if text[max(0, start - 2) : start][:1] not in NUMBER_ENDS:
        return False
    far = max(0, start - 30)
    is_cited = VOLUME.search(text, far, start) and PAGE.match(text, end)
    return bool(is_cited or PLACED.search(text, far, start))


def _is_state(text: str, form: re.Match[str]) -> bool:
    """True for two letters behind a place: `Kansas City, MO`."""
    return len(form[1]) == 2 and bool(STATE.search(text, max(0, form.start() - 30), form.start()))


def _is_loud(words: list[str]) -> bool:
    return len(words) > 2 or any(len(word) > LONGEST for word in words)


def _first(places: list[Met], editions: list[int], meaning: str | None) -> Iterator[tuple[Met, list[int]]]:
    """Each first use that does not say what the abbreviation stands for, with the editions that it is the first of."""
    found: dict[int, tuple[Met, list[int]]] = {}
    for rank in editions:
        open_to = [met for met in places if met.rank <= rank]
        # A heading may be short where the text below it is not.
        shown = next((met for met in open_to if type(met.passage.block) is not Heading and not met.is_spoken_of), None)
        first = shown or next((met for met in open_to if not met.is_spoken_of), None)
        if first is None or any(is_explained(met, rank, bool(meaning)) for met in open_to[: open_to.index(first) + 1]):
            continue
        if meaning is None or not is_written_before(first, rank, meaning):
            found.setdefault(id(first), (first, []))[1].append(rank)
    yield from found.values()


def expanded(met: Met, name: str, meaning: str) -> Edit | None:
    """What an abbreviation stands for, and behind it the abbreviation in brackets; None where that would not fit in."""
    text, heading = met.passage.text, type(met.passage.block) is Heading
    article = ARTICLE.search(text, max(0, met.start - 5), met.start)
    clash = article and bool(article[1]) != (meaning[:1].lower() in "aeiou")
    inside = text.rfind("(", 0, met.start) > text.rfind(")", 0, met.start)
    possessive = text[met.end : met.end + 1] in ("'", "’", "-")
    if heading or clash or inside or possessive or met.said != name or not met.passage.is_own(met.start):
        return None
    begins = SENTENCE.search(text, max(0, met.start - 9), met.start)
    return met.passage.edit(met.start, met.end, f"{meaning[:1].upper() + meaning[1:] if begins else meaning} ({name})")
