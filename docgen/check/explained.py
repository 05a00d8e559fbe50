"""Whether a reader who meets an abbreviation has been told what it stands for, there or before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import takewhile

from docgen.check.long_form import is_name, is_said, pairs, titles
from docgen.check.passage import Passage
from docgen.check.reading import Place, Reading
from docgen.nodes import Cell, Heading, Node
from docgen.pattern import lazy
from docgen.record import Record

WORD = lazy(r"[^\W_]+")
# What stands between the long form and the abbreviation, "(", ", or", and between the abbreviation and the long form, " (", ": ".
# A sign of quotation is any sign here: classes with signs beyond Latin 1 take long to compile.
BRACKET = lazy(r"[(\[](?:the |or |known as |also known as |abbreviated as |hereafter )?\W?$")
BEFORE = lazy(r"[(\[][^()\[\]]{0,30}$|(?:,? or|,|\s\W|/)\s+(?:the )?\W?$")
BEHIND = lazy(r"(?:/\w+)?(?:\W{1,4}|\W?\s(?:stands for|stand for|means|is short for|or|is)\s)(?:the |an? |for )?\W?")
CLOSE, STOP = lazy(r"\)"), lazy(r"[.;!?](?:\s|$)")
# A line that says of itself that it is short for what stands above, and words that say what a term means.
LABEL = lazy(r"\b(?:[Aa]cronym|[Aa]bbreviation|[Ii]nitials|[Ss]hort (?:form|name))\s?:\s*\W?$")
MEANS = lazy(r"(?:[^\w\s]\s(?:means|refers to)|\W?\s(?:stands for|is short for))\s")
# A line of a list of terms says of what kind a thing is: "ENT - Your username and password". One that says something of it has a verb.
TERM = lazy(r"(?:[A-Z]\w{1,7}(?:,? or |, | ?/ ?))*$")
KIND = lazy(r"\s?[-–—]\s(?i:an?|one|your)\s([^.;!?:(]{1,120})")
# What a name is of, said right behind it: "ARKO, a division of the Harbour Board".
OF_KIND = lazy(r", an? (?:\w+ ){1,4}(?:of|for|that|which)\b")
CLAUSE = lazy(r"\b(?:that|which|who|whose|when|where)\b")
VERB = lazy(r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should)\b|n['’]t\b")
TERMS = lazy(r"(?i:\b(?:glossar|abbreviat|acronym|definitions?\b|terminolog|jargon|(?:key|common|useful) terms\b|terms (?:we|used)\b))")
SAYS = lazy(r"\s?(?:[-–—]|:)\s+\w")
AHEAD, BACK = 12, 120  # words behind, and letters before, in which the long form is looked for
NEAR = 400  # letters before in which words without capital letters are looked for
NO_LEVEL = 99  # lower than any heading's
# Names that begin with the same two letters. Of so many some may be what is meant, and they are not looked through for every abbreviation.
MANY = 99
FAR = 40  # passages before, at most, in which the heading and the other cells of the row are looked for
QUOTES = frozenset("\"'“”‘’")


class Printed:
    """A note as somebody reads it: its passages, when they are read and how closed they are, and the titles `above` it."""

    def __init__(self, passages: list[Passage], reading: Reading, closed: Callable[[Node], int]) -> None:
        self.passages, self.reading, self.closed = passages, reading, closed
        self.above = reading.titles

    @cached_property
    def names(self) -> dict[str, list[tuple[int, int, str]]]:
        """Each run of words with capital letters, by two letters that an abbreviation of it may begin with.

        It has the number of its passage, its place there, and the letters that the words begin with.
        """
        found: dict[str, list[tuple[int, int, str]]] = {}
        for number, passage in enumerate(self.passages):
            for start, letters in titles(passage.text):
                for others in [found.setdefault(pair, []) for pair in pairs(letters)]:
                    others += [(number, start, letters)] if len(others) < MANY else ()
        return found

    @cached_property
    def terms(self) -> list[bool]:
        """Of each passage, whether it stands below a heading, or in a section, that explains terms."""
        level = 0 if any(map(TERMS.search, self.above)) else NO_LEVEL
        found = []
        for passage in self.passages:
            block = passage.block
            if type(block) is Heading and block.level <= level:
                level = block.level if TERMS.search(passage.text) else NO_LEVEL
            found.append(level < NO_LEVEL)
        return found

    def is_read(self, number: int, start: int, met: Met, rank: int) -> bool:
        """True where a reader of an edition has read some place before meeting an abbreviation."""
        passage = self.passages[number]
        if self.closed(passage.block) > rank:
            return False
        if passage is met.passage:
            return start < met.start
        place = self.reading.place(passage, start)
        return place is not None and place < met.place


class Met(Record):
    """A place where a reader meets an abbreviation, in a passage of a note; `rank` is how closed it is."""

    place: Place
    rank: int
    note: Printed
    number: int
    start: int
    end: int

    @property
    def passage(self) -> Passage:
        """The passage in which it stands."""
        return self.note.passages[self.number]

    @property
    def said(self) -> str:
        """The abbreviation as it stands there, a plural with its s."""
        return self.passage.text[self.start : self.end]

    @property
    def name(self) -> str:
        """The abbreviation itself."""
        return self.said.removesuffix("s")

    @property
    def is_spoken_of(self) -> bool:
        """True among other words in quotation marks: an example, a sign on a screen, or what somebody said."""
        passage, text = self.passage, self.passage.text
        if passage.quoted or passage.is_own(self.start):
            return False
        return not (text[self.start - 1] in QUOTES and text[self.end] in QUOTES)


def is_explained(met: Met, rank: int, is_known: bool = False) -> bool:
    """True where the words before or behind an abbreviation are what it stands for; of what is `known`, the words themselves."""
    text = met.passage.text
    if met.said == text.strip(" .:*"):
        beside = (met.number + step for step in (-1, 1) if 0 <= met.number + step < len(met.note.passages))
        others = [met.note.passages[number] for number in beside]
        return any(_stands_for(met.name, _words(other.text)[:AHEAD]) for other in others if met.note.closed(other.block) <= rank)
    return _is_before(met, text) or _is_behind(met, text) or _is_defined(met, text) or _is_listed(met, rank) or (not is_known and _is_described(met, text))


def _is_before(met: Met, text: str) -> bool:
    """True where what an abbreviation stands for is joined to it: `multi-agency safeguarding hub (MASH)`."""
    before = BEFORE.search(text, max(0, met.start - BACK), met.start)
    if before is None:
        return False
    words = _words(text[max(0, before.start() - BACK) : before.start()])
    closed = text[met.end : met.end + 2].lstrip("\"'”’")[:1] in (")", "]") and BRACKET.search(text, max(0, met.start - BACK), met.start)
    return bool(closed and words) or _stands_for(met.name, words[-AHEAD:])


def _is_behind(met: Met, text: str) -> bool:
    """True where what an abbreviation stands for comes behind it: `MASH (multi-agency safeguarding hub)`."""
    behind = BEHIND.match(text, met.end)
    if behind is None:
        return False
    said = text[behind.end() : behind.end() + BACK]
    ends = CLOSE.search(said) if "(" in behind.group() else STOP.search(said)
    said = said[: ends.start()] if ends else said
    words = _words(said)[:AHEAD]
    # A line of a list of abbreviations may have a long form of other letters: "CX - Customer experience".
    return _stands_for(met.name, words) or is_said(met.name, said) or (not met.start and bool(words) and words[0][0].lower() == met.name[0].lower())


def _is_defined(met: Met, text: str) -> bool:
    """True in a line of a list of terms, and where the text says that it says what an abbreviation means."""
    if MEANS.match(text, met.end) or LABEL.search(text, max(0, met.start - 40), met.start):
        return True
    if not _begins(met, text):
        return False
    if SAYS.match(text, met.end) and met.note.terms[met.number]:
        return True
    return is_said(met.name, text[met.end : met.end + BACK].replace("(", "").replace(")", ""))


def _is_described(met: Met, text: str) -> bool:
    """True where what follows says of what kind a thing is, which for a name is enough."""
    if OF_KIND.match(text, met.end):
        return True
    kind = KIND.match(text, met.end) if _begins(met, text) else None
    clause = CLAUSE.search(kind[1]) if kind else None
    return bool(kind and not VERB.search(kind[1][: clause.start()] if clause else kind[1]))


def _begins(met: Met, text: str) -> bool:
    """True for an abbreviation that begins a passage, by itself or with others."""
    return met.start < BACK and bool(TERM.match(text[: met.start]))


def _is_listed(met: Met, rank: int) -> bool:
    """True where the headings or the points that come next begin with the letters: "known as the CIA triad", Confidentiality, and so on."""
    passages = met.note.passages[met.number + 1 : met.number + FAR]
    open_to = [passage for passage in passages if met.note.closed(passage.block) <= rank]
    headings = [passage.text for passage in open_to if type(passage.block) is Heading]
    points = [passage.text for passage in takewhile(lambda passage: passage.is_point, open_to)]
    return any("".join(text[:1] for text in texts[: len(met.name)]) == met.name for texts in (headings, points))


def is_written_before(met: Met, rank: int, meaning: str) -> bool:
    """True where the words that an abbreviation stands for have been read before it, if not beside it.

    Words with capital letters are a name wherever they stand in a note. Others, which may have the same letters by chance, count
    where they are near.
    """
    # CX may be customer experience.
    return any(_is_written(met, rank, name, meaning) for name in {met.name, met.name.replace("X", "E")})


def _is_written(met: Met, rank: int, name: str, meaning: str) -> bool:
    """True where words with the letters of an abbreviation have been read before it."""
    note = met.note
    if any(is_name(name, letters) for title in note.above for _, letters in titles(title)):
        return True
    names = note.names.get(name[:2].upper(), [])
    if len(names) >= MANY:
        return True
    for number, start, letters in names:
        if is_name(name, letters) and note.is_read(number, start, met, rank):
            return True
    return any(is_said(name, text) or (meaning and meaning.lower() in text.lower()) for text in _near(met, rank))


def _near(met: Met, rank: int) -> Iterator[str]:
    """What stands right before an abbreviation: the words of its passage, of its row, of the passage before and the heading above."""
    note, source = met.note, met.passage.block.span.source
    yield met.passage.text[max(0, met.start - NEAR) : met.start]
    begins = met.passage.block.span.start
    for number in range(met.number - 1, max(-1, met.number - FAR), -1):
        passage = note.passages[number]
        is_next = number == met.number - 1
        is_row = type(passage.block) is Cell and "\n" not in source.text[passage.block.span.start : begins]
        is_heading = type(passage.block) is Heading
        if passage.text and (is_next or is_row or is_heading) and note.is_read(number, len(passage.text) - 1, met, rank):
            yield passage.text[-NEAR:]
        if is_heading:
            return


def _words(text: str) -> list[str]:
    return [found.group() for found in WORD.finditer(text)]


def _stands_for(name: str, words: list[str]) -> bool:
    """True where some of the words begin, one after another, with the letters of an abbreviation."""
    letters = iter(word[0].lower() for word in words)
    return all(letter in letters for letter in name.lower())
