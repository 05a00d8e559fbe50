"""Words stand for something that was to be filled in.

Why: readers of the shared document would meet `TODO`, `XX%` or the sentences that `docgen new` puts into a note to be replaced.

Bad:
```body
Visits rose by XX% in the year.
```

Good:
```body
Visits rose by 12% in the year.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.check.standing import stands
from docgen.diagnostics import Diagnostic, warning
from docgen.note import Field, Note
from docgen.pattern import lazy
from docgen.scaffold import TO_REPLACE
from docgen.source import Span

NAME = "placeholder"
# Whatever WORDS finds has one of these, in small letters; they are found much faster.
SIGNS = ("todo", "fixme", "tbc", "tba", "tbd", "xx", "???", "____", ".....", "lorem", "[")
WORDS = lazy(
    r"\b(?:TODO|FIXME|TB[CAD]|tbc|tbd)\b|\b[Xx]{2,4}(?=\s?%)|(?<=[£$€])[Xx]{2,6}\b|\b(?:xx+|XXX+)\b|\?{3,}|_{4,}|\.{5,}|(?i:\blorem ipsum\b)|"
    r"\[\s*(?i:insert|add|enter|name of|number|date|figure|to be|check|xx)\b[^\]\n]{0,60}\]"
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each such word, and for each sentence of a new note that is still as it was."""
    signs = facts.prose.within(SIGNS)
    sentences = list(filter(facts.prose.may_say, TO_REPLACE))
    for note in facts.prose.notes:
        if not stands(facts, note):
            continue
        yield from _in_settings(note)
        marked = any(sign in facts.prose.lowered(note) for sign in signs)
        new = any(sentence in facts.prose.text(note) for sentence in sentences)
        for passage in facts.prose.of(note) if marked or new else ():
            if passage.text.strip() in TO_REPLACE:
                yield _unwritten(passage.span(0, len(passage.text)))
                continue
            if not _is_marked(passage.text):
                continue
            # A field that says no more counts as missing, and is told so.
            empty = type(passage.block) is Field and WORDS.fullmatch(passage.text.strip(" ."))
            for found in WORDS.finditer(passage.text) if not empty else ():
                yield warning(NAME, f'"{found.group()}" stands for something that is to be filled in', passage.span(*found.span()), "write what it stands for")


def _in_settings(note: Note) -> Iterator[Diagnostic]:
    """The name of a workshop and the roles of a new note, which are printed among the contributors."""
    for said in (note.workshop_name, *note.contributors):
        if said in TO_REPLACE and (at := note.source.text.find(said, 0, note.body)) >= 0:
            yield _unwritten(note.source.span(at, at + len(said)))


def _unwritten(span: Span) -> Diagnostic:
    return warning(NAME, "this is what docgen new wrote, to be replaced", span, "write your own words, or remove it")


def _is_marked(text: str) -> bool:
    folded = text.casefold()
    return any(sign in folded for sign in SIGNS)
