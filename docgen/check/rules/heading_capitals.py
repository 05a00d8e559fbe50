"""The words of a heading begin with capital letters.

Why: capitals are for names. Where every word has one, a reader can't tell which is a name; and headings in one style look as one
document.

Names keep theirs: a heading that is a name as a whole is told by the text, where it stands with its capitals too.

Bad:
```body
## Attendance At Child Protection Conferences

All agencies came.
```

Good:
```body
## Attendance at child protection conferences

All agencies came.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.assessment import Assessment
from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, warning
from docgen.nodes import Heading
from docgen.pattern import lazy

NAME = "heading-capitals"
WORD = lazy(r"[^\W\d_](?:\w|[^\w\s]\w)*")
# A letter that numbers the heading is not its first word: "C. Compliance", "1A.2 Payment".
LABEL = lazy(r"\s*(?:[A-Z][.)]|\d{1,4}[A-Z](?:\.\d{1,4})*[.)]?)\s")
SMALL = frozenset("a an and as at but by for from if in into is nor of off on or over per so than that the to up via vs with yet".split())
LEAST = 2  # words behind the first


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each heading of at least three words that all begin with a capital letter, small words aside."""
    names = _names(facts.assessment)
    for note in facts.prose.notes:
        headings = [passage for passage in facts.prose.of(note) if type(passage.block) is Heading and not passage.quoted]
        titled = [(passage, *found) for passage in headings if (found := _titled(passage.text))]
        others = "\n".join(passage.text for passage in facts.prose.of(note) if type(passage.block) is not Heading) if titled else ""
        for passage, start, end in titled:
            said = passage.text[start:end]
            if said.casefold() not in names and said not in others:
                hint = "give a capital letter to the first word and to names only"
                yield warning(NAME, "the words of this heading begin with capital letters", passage.span(start, end), hint)


def _names(settings: Assessment) -> str:
    """The names that the settings give, one after another."""
    agencies = (agency.name for agency in settings.agencies.values())
    return "\n".join([settings.partnership, settings.title.value, *settings.glossary.values(), *agencies]).casefold()


def _titled(text: str) -> tuple[int, int] | None:
    """From where to where the words behind the first reach, if all of them have a capital letter."""
    label = LABEL.match(text)
    begin = label.end() if label else 0
    if sum(1 for word in text[begin:].split() if word[:1].isupper()) <= LEAST:
        return None
    words = [found for found in WORD.finditer(text, begin) if found.group() not in SMALL]
    behind = words[1:]
    names = sum(1 for word in behind if word.group()[0].isupper() and not word.group().isupper())
    if names < LEAST or any(word.group()[0].islower() for word in behind):
        return None
    return behind[0].start(), behind[-1].end()
