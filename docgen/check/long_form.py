"""The letters that words begin with, in which an abbreviation is looked for.

Letters are quicker to go through than words. A word that a long form may leave out, such as "of", has its letter small: "Office of the
Chief Technology Officer" is `OotCTO`, which OCTO is short for. A blank is where a long form can't go on.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from docgen.pattern import lazy

LEFT_OUT = "a an and at by for from in of on the to with"
SMALL = frozenset(LEFT_OUT.split())
# In running text only these are left out, and a few more are no end of a long form: by chance, words with just three letters are near.
LETTERS, ARTICLES = "abcdefghijklmnopqrstuvwxyz", "at"
INNER = frozenset("a an and for in of on the".split())
# What begins a sentence or joins its parts, and is never a part of a long form.
COMMON = frozenset(
    """all also any are as be been but can did do does each every few had has have he her his how if into is it its many may might more most must no nor not
    or other our several shall she should some such than that their them then there these they this those through upon using very was we were what
    when where whether which who will within without would you your""".split()
)
WORD = r"[^\W\d_][^\W_]*(?:['’][a-z]+)?"
PART = lazy(rf"{WORD}|[^\s/&–-]")
# Words with capital letters one after another; what stands between two may be small.
RUN = lazy(
    rf"(?<![\w&])[A-Z][^\W_]*(?:['’][a-z]+|-[a-z]+)*"
    rf"(?:(?:[ /–-]| & )(?:(?:{LEFT_OUT.replace(' ', '|')}) ){{0,3}}[A-Z][^\W_]*(?:['’][a-z]+|-[a-z]+)*){{1,40}}"
)
# Some write "multiagency" as one word.
JOINED = lazy(r"(?:anti|cross|cyber|inter|multi|non|post|pre|self)(?=[a-z]{3})")
INSIDE = lazy(r"(?<=[a-z])[A-Z]")


def titles(text: str) -> Iterator[tuple[int, str]]:
    """Where words with capital letters stand one after another, with the letters that they begin with."""
    for run in RUN.finditer(text):
        yield run.start(), "".join(_of_title(word) for word in PART.findall(run.group()))


@lru_cache(2048)
def _of_title(word: str) -> str:
    low = word.lower()
    return word[0].lower() if low in SMALL or low in COMMON else _letters(word, low)


def _letters(word: str, low: str) -> str:
    """The letters that may stand for a word, the first a capital: DevOps may be D or DO, multiagency MA."""
    first = word[0].upper()
    if word.isupper():
        return first
    joined = JOINED.match(low)
    return first + (low[joined.end()] if joined else "".join(INSIDE.findall(word)).lower())


def initials(text: str) -> str:
    """The letters that all words of a text begin with, small ones for small words; a blank for what can be in no long form."""
    return "".join(map(_of_word, PART.findall(text)))


@lru_cache(2048)
def _of_word(word: str) -> str:
    low = word.lower()
    if low in INNER:
        return low[0]
    return " " if low in COMMON or low in SMALL or not word[0].isalpha() else _letters(word, low)


def pairs(letters: str) -> set[str]:
    """Each two letters that an abbreviation of some words may begin with."""
    found = set()
    for at, letter in enumerate(letters):
        end = at + 1
        while letter.isupper() and end < len(letters):
            found.add(letter + letters[end].upper())
            if letters[end].isupper():
                break
            end += 1
    return found


def is_name(name: str, letters: str) -> bool:
    """True where the letters of a name have an abbreviation among them; one of two letters has to have all of them."""
    if len(name) == 2:
        letters = letters.strip(LETTERS)
        return letters[:1] == name[:1] and len(letters) in _ends(name.upper(), letters, 0, LETTERS)
    return _spells(name.upper(), letters, LETTERS)


def is_said(name: str, text: str) -> bool:
    """True where words of a text begin with the letters of an abbreviation; for one of two letters they have capitals."""
    if any(_spells(name.upper(), letters, LETTERS) for _, letters in titles(text)):
        return True
    return len(name) > 2 and _spells(name.upper(), initials(text), ARTICLES)


def _spells(name: str, letters: str, left_out: str) -> bool:
    return any(letter == name[0] and _ends(name, letters, at, left_out) for at, letter in enumerate(letters))


def _ends(name: str, letters: str, start: int, left_out: str) -> set[int]:
    """Behind which letters an abbreviation that begins at one of them can end."""
    reached = {start + 1}
    for letter in name[1:]:
        reached = {at + 1 for place in reached for at in _open(letters, place, left_out) if letters[at].upper() == letter}
    return {at for at in reached if letters[at - 1].isupper()}


def _open(letters: str, start: int, left_out: str) -> Iterator[int]:
    """The letters that may come next: those of small words, and the first of another."""
    for at in range(start, len(letters)):
        yield at
        if letters[at] not in left_out:
            return
