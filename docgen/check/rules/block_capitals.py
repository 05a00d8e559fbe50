"""Words stand in block capitals.

Why: capitals are slower to read, since all words have the same outline, and look like shouting. Some screen readers spell them out. Bold
letters or a warning box (`::: warning`) stress as well.

Abbreviations are none, nor are two of them side by side (REST API), and neither are words in quotation marks and in a quotation.

Bad:
```body
Agencies MUST send a manager to every conference.
```

Good:
```body
Agencies **must** send a manager to every CAMHS conference.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.passage import Passage
from docgen.check.prose import STRESSED
from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, warning
from docgen.nodes import Heading
from docgen.pattern import lazy

NAME = "block-capitals"
MARKINGS = frozenset("OFFICIAL SENSITIVE SECRET TOP PROTECT RESTRICTED CONFIDENTIAL".split())
RUN = lazy(r"\b[A-Z]{2,}(?:\W[A-Z]\b)?(?:[ ,;:()/-]+(?:[A-Z]{2,}(?:\W[A-Z]\b)?|[AI])\b)*")
WORDS = lazy("[A-Z]+")
LEAST = 4  # letters of a word that can be told from an abbreviation


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each run of such words; an abbreviation is what nobody writes in small letters."""
    prose = facts.prose
    large = {word for word in prose.large if word.isupper()} - MARKINGS - {name.upper() for name in facts.assessment.audience_names}
    loud = frozenset(word for word in large if word.lower() in STRESSED or word.lower() in prose.spelled)
    for note in prose.notes if loud else ():
        for passage in prose.of(note) if RUN.search(prose.text(note)) else ():
            yield from _runs(passage, loud)


def _runs(passage: Passage, loud: frozenset[str]) -> Iterator[Diagnostic]:
    for found in RUN.finditer(passage.text):
        words = WORDS.findall(found.group())
        if _is_loud(words, loud, type(passage.block) is Heading and passage.text.isupper()) and passage.is_own(found.start()):
            yield warning(NAME, f'"{found.group()}" is in block capitals', passage.span(*found.span()), _instead(passage, words))


def _instead(passage: Passage, words: list[str]) -> str:
    """What to do: in a heading, which stands out anyway, nothing need be bold; and what is not said to stress may have a name in it."""
    if type(passage.block) is Heading:
        return "write it in small letters, with capitals only where it begins and in names"
    if any(word.lower() in STRESSED for word in words):
        return "write it in small letters, and in **bold** where it must stand out"
    return "write it in small letters, with capitals only in names, and in **bold** where it must stand out"


def _is_loud(words: list[str], loud: frozenset[str], alone: bool) -> bool:
    """True for a stressed word, for several words that are no abbreviations, and for one that is all of a heading."""
    known = [word for word in words if word in loud]
    is_stressed = any(word.lower() in STRESSED for word in words)
    # Two abbreviations may stand side by side: REST API.
    if len(words) == 2 and not alone and not is_stressed and all(len(word) <= LEAST for word in words):
        return False
    if len(words) == 1 and not is_stressed:
        return alone and bool(known) and len(words[0]) > LEAST
    return 2 * len(known) > len(words) and any(len(word) >= LEAST or word.lower() in STRESSED for word in known)
