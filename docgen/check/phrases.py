"""Lists of words to avoid, each with a better one, and where the notes use them.

A list is a text file that comes with docgen, one entry a line: what is written, what to write instead, and why. A blank in an entry
stands for a blank or a hyphen; an entry with a capital letter means just that spelling, and ` ~` at its end that no noun follows.
`=` before the better words says that they take the place of the others as they are, so that docgen can put them there.

Names keep their words: `Kids Company`, `Domestic Violence Unit`, `World Health Organization`. So do tables that have a column such as `Use instead`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.passage import Passage
from docgen.check.prose import Prose
from docgen.diagnostics import Edit
from docgen.nodes import Cell, Table
from docgen.note import Note
from docgen.pattern import lazy
from docgen.record import Record
from docgen.walk import visible

GAP = r"(?:\s+|-)"
ARTICLE = lazy(r"\b[Aa](n?)\s+$")
VOWELS = "aeiou"
# What follows "the deaf" where people are meant; behind anything else it describes a noun.
NO_NOUN = lazy(r"\s*(?:[.,;:)?!–—]|$)|\s+(?:and|or|are|were|was|is|who|have|has|had|in|to|can|with|from|need|needs|get|at|by|on|as|for|may|do)\b")
# Where people are called just this, other words would turn the meaning round.
CALLED = lazy(r"\b(?:call|describ|label|nam|phras|refer|term|word)(?:e|ed|es|ing|led|ling|s)?\b[^.!?\n]{0,30}$")
NAME_BEHIND = lazy(r"[ \t-]+(?:(?:of|for|on|and|in|the)\s+){0,2}[A-Z]")
NAME_BEFORE = lazy(r"\b(?!(?:The|An?|Our|Their|This|That|These|Those|Each|Every|Some|All|No|His|Her|Its|If|When|As|In|For|Of|Many)\b)[A-Z][\w’']*[ \t-]+$")
SENTENCE = lazy(r"(?:^|[.!?:\n])[\s\"'“‘(\[•☐☑–-]*$")
# What a column is called that says what to write instead, or the one beside it.
INSTEAD = lazy(
    r"\W*(?:(?:use|say|write|try|(?:words?|terms?|phrases?) to use)(?: this| these)? instead|instead(?: of)?|avoid|(?:words?|terms?|phrases?) to avoid"
    r"|(?:do not|don['’]t|not to) (?:say|use|write)|(?:better|preferred) (?:phrase|term|word)s?)\W*",
    re.IGNORECASE,
)
FAR = 40  # letters before a word in which the beginning of a name is looked for


def entries(text: str) -> list[list[str]]:
    """The entries of a list, each as its parts; lines that begin with # are remarks."""
    return [line.split(" | ") for line in text.splitlines() if line and line[0] != "#"]


def _listing(tables: list[tuple[Note, Table]]) -> frozenset[Cell]:
    """The cells of tables that say themselves what to write instead of a word."""
    listing = (table for _, table in tables if any(INSTEAD.fullmatch(visible(cell.content)) for cell in table.header.cells))
    return frozenset(cell for table in listing for row in table.rows for cell in row.cells)


class Phrase(Record):
    """An entry of a list; `before_no_noun` where no noun may follow, `swaps` where the better words fit in as they are."""

    words: str
    better: str
    why: str
    swaps: bool
    before_no_noun: bool

    @property
    def is_exact(self) -> bool:
        """True where the phrase is meant with just these capitals."""
        return self.words != self.words.lower()


class Use(Record):
    """A place where a phrase is used."""

    passage: Passage
    start: int
    end: int
    phrase: Phrase

    @property
    def said(self) -> str:
        """The words as they stand there."""
        return self.passage.text[self.start : self.end]

    @property
    def begins(self) -> bool:
        """True at the beginning of a sentence."""
        return bool(SENTENCE.search(self.passage.text, max(0, self.start - 9), self.start))

    @property
    def better(self) -> str:
        """The better words, with the capitals and hyphens of those that stand there."""
        text, said = self.phrase.better, self.said
        if "-" in said and " " not in said:
            text = text.replace(" ", "-")
        if said.isupper() and not self.phrase.is_exact:
            return text.upper()
        capital = self.begins if self.phrase.is_exact else said[:1].isupper()
        return text[:1].upper() + text[1:] if capital else text

    @property
    def is_name(self) -> bool:
        """True for words with a capital letter that stand in a name."""
        said, text = self.said, self.passage.text
        if self.phrase.is_exact or said.isupper():
            return False
        if said[1:] != said[1:].lower():
            return True
        before = not self.begins and NAME_BEFORE.search(text, max(0, self.start - FAR), self.start)
        return said[:1].isupper() and bool(before or NAME_BEHIND.match(text, self.end))

    @property
    def is_meant(self) -> bool:
        """True where the author says just this, and the better words differ."""
        if (self.phrase.is_exact and self.said != self.phrase.words) or self.said == self.phrase.better or self.is_name:
            return False
        is_noun = self.phrase.before_no_noun and not NO_NOUN.match(self.passage.text, self.end)
        return not is_noun and self.passage.is_own(self.start)

    def edit(self) -> Edit | None:
        """The better words in the place of these; None where they would not fit in."""
        text, better = self.passage.text, self.better
        article = ARTICLE.search(text, max(0, self.start - 5), self.start)
        clash = article and bool(article[1]) != (better[:1].lower() in VOWELS)
        possessive = text[self.end : self.end + 1] in ("'", "’")
        called = CALLED.search(text, max(0, self.start - 2 * FAR), self.start)
        return None if clash or possessive or called or not self.phrase.swaps else self.passage.edit(self.start, self.end, better)


class Phrases:
    """Those entries of a list of which all words occur in the notes, by what is written."""

    def __init__(self, text: str, prose: Prose, tables: list[tuple[Note, Table]]) -> None:
        by_word: dict[str, list[list[str]]] = {}
        for parts in entries(text):
            by_word.setdefault(_key(parts[0]), []).append(parts)
        self.prose, self.tables = prose, tables
        said = prose.vocabulary
        found = (parts for word in said & by_word.keys() for parts in by_word[word] if said.issuperset(_words(parts[0])))
        self.known = dict(_phrase(parts) for parts in found)

    def uses(self) -> Iterator[Use]:
        """Where the notes use them; of two that overlap the longer."""
        longest = sorted(self.known, key=lambda words: (-len(words), words))
        pattern = re.compile(r"(?<!\w)(?:" + "|".join(GAP.join(map(re.escape, words.split())) for words in longest) + r")(?!\w)")
        keys = {_key(words) for words in self.known}
        listing = _listing(self.tables)
        for note in self.prose.notes:
            lowered = self.prose.lowered(note)
            if any(key in lowered for key in keys):
                for passage in self.prose.of(note):
                    yield from (use for use in self._uses(passage, pattern) if use.is_meant and passage.block not in listing)

    def _uses(self, passage: Passage, pattern: re.Pattern[str]) -> Iterator[Use]:
        lowered = passage.text.lower()
        # A few letters have small ones of another length; the places would be wrong.
        text = lowered if len(lowered) == len(passage.text) else passage.text
        for found in pattern.finditer(text):
            yield Use(passage, found.start(), found.end(), self.known[" ".join(re.split(GAP, found.group()))])


def _words(said: str) -> list[str]:
    return said.lower().replace(".", " ").replace("~", " ").split()


def _key(said: str) -> str:
    """The longest word of an entry; notes without it can't have the others."""
    return said.lower() if said.isalpha() else max(_words(said), key=len)


def _phrase(parts: list[str]) -> tuple[str, Phrase]:
    words, better, why = (*parts, "")[:3]
    phrase = Phrase(words.removesuffix(" ~"), better.removeprefix("="), why, better[0] == "=", words.endswith(" ~"))
    return phrase.words.lower(), phrase
