"""The sign "&" stands for "and".

Why: "and" is easier to read, and some screen readers say "ampersand". The sign belongs in names, such as "R&D" and "Marks & Spencer". In
a heading, where other words have capital letters too, a name is what the text or the settings call so.

`docgen check --fix` writes "and", unless the words may be a name.

Bad:
```body
The council & its partners met.
```

Good:
```body
The council and its partners met at A&E.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.assessment import Assessment
from docgen.check.passage import Passage, is_inside, places
from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, warning
from docgen.nodes import Emphasis, Heading, Marked
from docgen.pattern import lazy

NAME = "ampersand"
SIGN = lazy(r"(?<=[\w).,%]\s)&(?=\s+[\w(])")
# Two abbreviations are no name, "NHS & CAMHS"; few of them are longer than five letters.
CAPITALS = lazy(
    r"\b(?:[A-Z][a-z][\w’'.-]*\)?\s&\s+[A-Z]|[A-Z][\w.-]*\)?\s&\s+[A-Z][a-z]|[A-Z]\s&\s+[A-Z]\b|[A-Z]{6,}\s&\s+[A-Z]{2}|[A-Z]{2,}\s&\s+[A-Z]{6})"
)
# A title, or two agencies: "Language & the Law Conference". In a heading, any two words with capital letters may be a name or not.
DOUBTFUL = lazy(r"\b[A-Z][\w’'.-]*\s&\s+(?:an?|for|in|of|on|the)\s+[A-Z]")
FIRST = lazy(r"\s*(\w+)")
FIRMS = frozenset(("associates", "co", "company", "daughters", "partners", "son", "sons"))
PAIR = lazy(r"\b[A-Z][\w’'-]*\s&\s+(?:(?:an?|for|in|of|on|the)\s+)?[A-Z][\w’'-]*")


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each sign between two words, unless both begin with a capital letter, as in the name of a firm."""
    for note in facts.prose.notes:
        if "&" in facts.prose.text(note):
            passages = [passage for passage in facts.prose.of(note) if "&" in passage.text]
            named = "\n".join([_names(facts.assessment), *(passage.text for passage in passages if type(passage.block) is not Heading)])
            for passage in passages:
                yield from _signs(passage, named)


def _names(settings: Assessment) -> str:
    """The names that the settings give, one after another."""
    agencies = (agency.name for agency in settings.agencies.values())
    return "\n".join([settings.partnership, settings.title.value, *settings.glossary.values(), *agencies])


def _signs(passage: Passage, named: str) -> Iterator[Diagnostic]:
    names = _named(passage, named)
    doubtful = places(PAIR if type(passage.block) is Heading else DOUBTFUL, passage.text)
    for found in SIGN.finditer(passage.text):
        start, end = found.span()
        if not passage.is_own(start) or is_inside(names, start):
            continue
        span = passage.span(start, end)
        if not is_inside(doubtful, start) and not _may_be_name(passage, start, end):
            yield warning(NAME, '"&" stands for "and"', span, 'write "and"', passage.edit(start, end, "and"))
        elif not is_inside(doubtful, start) or not any(type(node) is Emphasis and node.span.start < span.start < node.span.end for node in passage.content):
            yield warning(NAME, '"&" stands for "and"', span, 'write "and", unless it stands in a name')


def _may_be_name(passage: Passage, start: int, end: int) -> bool:
    """True where one of the words beside a sign is a letter, begins with a capital one within a sentence, or is a firm's."""
    text = passage.text
    before = text[:start].rstrip()
    word = before[max(before.rfind(" "), before.rfind("\n")) + 1 :]
    begins = not before[: len(before) - len(word)].rstrip() or before[: len(before) - len(word)].rstrip()[-1] in ".!?:"
    other = FIRST.match(text, end)
    stressed = any(isinstance(node, Marked) and node.span.start < passage.span(start, end).start < node.span.end for node in passage.content)
    single = [len(side) < 2 for side in (word, other[1] if other else "")]
    is_firm = bool(other and (other[1].lower() in FIRMS or (single[1] and other[1].isupper())))
    return stressed or single[0] or is_firm or (word[:1].isupper() and not begins)


def _named(passage: Passage, named: str) -> list[int]:
    """Where the names of a passage begin and end."""
    if type(passage.block) is not Heading:
        return places(CAPITALS, passage.text)
    return [place for found in PAIR.finditer(passage.text) if found.group() in named for place in found.span()]
