"""Abbreviations: where they are used, and where the notes say what they stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from docgen.check.passage import Passage, is_inside
from docgen.check.phrases import ARTICLE, SENTENCE, entries
from docgen.check.prose import CUSTOMARY, STRESSED
from docgen.check.reading import Place, Reading, ranks, readings
from docgen.check.rule import Facts
from docgen.diagnostics import Edit
from docgen.nodes import Heading, Node
from docgen.pattern import lazy
from docgen.record import Record

FORM = lazy(r"(?<![\w@#.&-])([A-Z]{2,7}|[A-Z][a-z][A-Z])(s?)(?![\w@&]|-\d)")
# Capitals one word after another are a name or a title in capitals, and no abbreviations.
RUN = lazy(r"\b[A-Z]{2,}(?:[ ,&.]+(?:[A-Z]{2,}|[A-Z]\.))+")
NUMERALS = frozenset("II III IV VI VII VIII IX XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI".split())
WORD = lazy(r"[^\W_]+")
# What stands between the long form and the abbreviation, "(", ", or", and between the abbreviation and the long form, " (", ": ".
# A sign of quotation is any sign here: classes with signs beyond Latin 1 take long to compile.
BRACKET = lazy(r"[(\[](?:the |or |known as |also known as |abbreviated as |hereafter )?\W?$")
BEFORE = lazy(r"[(\[][^()\[\]]{0,30}$|(?:,? or|,|\s\W|/)\s+(?:the )?\W?$")
BEHIND = lazy(r"(?:/\w+)?(?:\W{1,4}|\W?\s(?:stands for|stand for|means|is short for|or|is)\s)(?:the |an? |for )?\W?")
CLOSE, STOP = lazy(r"\)"), lazy(r"[.;!?](?:\s|$)")
STATE = lazy(r"[A-Z][a-z]+,\s$")
# What has a number is the name of a form, a standard or a report: `ISO 9001`, `3 All ER 785`. A year is none.
NUMBERED = lazy(r"\s(?!(?:19|20)\d\d\b)\d")
MANY = 100  # abbreviations, which are not looked for one by one
LONGEST = 4  # letters of an abbreviation that stands beside others
AHEAD, BACK = 12, 120  # words behind, and letters before, in which the long form is looked for


class Met(Record):
    """A place where a reader meets an abbreviation; `rank` is how closed it is."""

    place: Place
    rank: int
    passage: Passage
    start: int
    end: int
    beside: tuple[Passage, ...]

    @property
    def said(self) -> str:
        """The abbreviation as it stands there, a plural with its s."""
        return self.passage.text[self.start : self.end]


def candidates(facts: Facts, skip: frozenset[str]) -> frozenset[str]:
    """What looks like an abbreviation; what somebody writes in small letters too is a word, stressed or shouted."""
    prose = facts.prose
    found = (form[1] for word in prose.large if (form := FORM.fullmatch(word)) and len(set(form[1])) > 1)
    return frozenset(name for name in found if name.lower() not in prose.spelled and name.lower() not in STRESSED) - NUMERALS - CUSTOMARY - skip


def meanings(facts: Facts) -> dict[str, str]:
    """Abbreviations of this field with what they stand for; an empty text for those that everybody knows."""
    known = {name: "".join(meaning) for name, *meaning in entries(facts.library.words("abbreviations"))}
    return known | {agency.short: agency.name for agency in facts.assessment.agencies.values() if agency.short}


def unexplained(facts: Facts, names: frozenset[str]) -> Iterator[tuple[str, Met, str]]:
    """Each abbreviation where a reader first meets it without what it stands for; with the edition, where others have it first."""
    for name, places in sorted(_uses(facts, names).items()):
        editions = sorted({met.rank for met in places})
        for met, first_of in _first(places, editions):
            audience = facts.assessment.audience_names[first_of[0] : first_of[0] + 1]
            yield name, met, f" in the {audience[0]} edition" if audience and len(first_of) < len(editions) else ""


def _uses(facts: Facts, names: frozenset[str]) -> dict[str, list[Met]]:
    """Every place where one of some abbreviations is printed, in reading order."""
    found: dict[str, list[Met]] = {}
    closed = ranks(facts)
    for note, reading in readings(facts) if names else ():
        if len(names) > MANY or any(name in facts.prose.text(note) for name in names):
            for name, met in _in(facts.prose.of(note), reading, closed(note), names):
                found.setdefault(name, []).append(met)
    return {name: sorted(places, key=lambda met: met.place) for name, places in found.items()}


def _in(passages: list[Passage], reading: Reading, closed: Callable[[Node], int], names: frozenset[str]) -> Iterator[tuple[str, Met]]:
    for number, passage in enumerate(passages):
        if len(names) <= MANY and not any(name in passage.text for name in names):
            continue
        loud = [place for found in RUN.finditer(passage.text) if _is_loud(found.group().split()) for place in found.span()]
        for form in FORM.finditer(passage.text):
            shouted = is_inside(loud, form.start()) or _is_state(passage.text, form) or NUMBERED.match(passage.text, form.end())
            if form[1] in names and not shouted and (place := reading.place(passage, form.start())):
                beside = (*passages[max(0, number - 1) : number], *passages[number + 1 : number + 2])
                yield form[1], Met(place, closed(passage.block), passage, form.start(), form.end(), beside)


def _is_state(text: str, form: re.Match[str]) -> bool:
    """True for two letters behind a place: `Kansas City, MO`."""
    return len(form[1]) == 2 and bool(STATE.search(text, max(0, form.start() - 30), form.start()))


def _is_loud(words: list[str]) -> bool:
    return len(words) > 2 or any(len(word) > LONGEST for word in words)


def _first(places: list[Met], editions: list[int]) -> Iterator[tuple[Met, list[int]]]:
    """Each first use that does not say what the abbreviation stands for, with the editions that it is the first of."""
    found: dict[int, tuple[Met, list[int]]] = {}
    for rank in editions:
        open_to = [met for met in places if met.rank <= rank]
        # A heading may be short where the text below it is not.
        first = next((met for met in open_to if type(met.passage.block) is not Heading), open_to[0])
        if not _is_explained(first):
            found.setdefault(id(first), (first, []))[1].append(rank)
    yield from found.values()


def _is_explained(met: Met) -> bool:
    """True where the words before or behind an abbreviation are what it stands for."""
    text, name = met.passage.text, met.said.removesuffix("s")
    if met.said == text.strip(" .:*"):
        return any(_stands_for(name, _words(other.text)[:AHEAD]) for other in met.beside)
    if before := BEFORE.search(text, max(0, met.start - BACK), met.start):
        words = _words(text[max(0, before.start() - BACK) : before.start()])
        closed = text[met.end : met.end + 2].lstrip("\"'”’")[:1] in (")", "]") and BRACKET.search(text, max(0, met.start - BACK), met.start)
        if (closed and words) or _stands_for(name, words[-AHEAD:]):
            return True
    behind = BEHIND.match(text, met.end)
    if behind is None:
        return False
    said = text[behind.end() : behind.end() + BACK]
    ends = CLOSE.search(said) if "(" in behind.group() else STOP.search(said)
    words = _words(said[: ends.start()] if ends else said)[:AHEAD]
    # A line of a list of abbreviations may have a long form of other letters: "CX - Customer experience".
    return _stands_for(name, words) or (not met.start and bool(words) and words[0][0].lower() == name[0].lower())


def _words(text: str) -> list[str]:
    return [found.group() for found in WORD.finditer(text)]


def _stands_for(name: str, words: list[str]) -> bool:
    """True where some of the words begin, one after another, with the letters of an abbreviation."""
    letters = iter(word[0].lower() for word in words)
    return all(letter in letters for letter in name.lower())


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
