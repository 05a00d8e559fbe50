"""Words stand for something that was to be filled in.

Why: readers of the shared document would meet `TODO`, `XX%`, "insert chart here" or the sentences that `docgen new` puts into a note to
be replaced.

A name that a quotation leaves out, as in "[name of worker] came each week", is meant to be read, and not told.

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

import re
from collections.abc import Iterator

from docgen.check.passage import Passage
from docgen.check.rule import Facts
from docgen.check.standing import stands
from docgen.diagnostics import Diagnostic, warning
from docgen.note import Field, Note
from docgen.pattern import lazy
from docgen.scaffold import TO_REPLACE
from docgen.source import Span

NAME = "placeholder"
# Whatever WORDS finds has one of these, in small letters; they are found much faster.
SIGNS = ("todo", "fixme", "tbc", "tba", "tbd", "xx", "???", "____", ".....", "lorem", "[", "error!")
WORDS = lazy(
    r"\b(?:TODO|FIXME|TB[CAD]|tbc|tbd)\b|\b[Xx]{2,4}(?=\s?%)|(?<=[£$€])[Xx]{2,6}\b(?!\.\d)|(?<![\w£$€-])(?:xx+|XXX+)\b(?!-|\.\d)|\?{3,}|_{4,}|\.{5,}|"
    r"(?i:\blorem ipsum\b|\berror! (?:reference source not found|bookmark not defined))|\[\s*(?i:(?:insert|add|enter|check)\s+(?=\w)|(?P<cover>name of|(?:number|date|figure)(?! of birth|\s*\d))|to be (?:added|advised|agreed|completed|confirmed|decided|done|filled|inserted|updated|written)|xx)\b[^\]\n]{0,60}\](?!\()"
)
TASKS = ("TODO", "FIXME")
# A kind of note that people keep, and no gap: "a high-level TODO".
BEFORE_NOUN = lazy(r"\b(?:an?|each|every|our|the|this)\s+(?:[\w-]{1,20}\s+){0,2}$", re.IGNORECASE)
# Lines that keep a place for what is to come, and what such a line ends with or begins with.
THING = r"(?:chart|diagram|figure|graph|image|map|photo|photograph|picture|quotation|quote|screenshot|table)s?|data|text"
PUT = r"(?:add|attach|insert|paste|put)\s+(?:[\w'’-]+\s+){0,3}"
ENDS = lazy(r"here[.!]?(?:[\n\])>]|\Z)")
VERBS = frozenset(("ADD", "ATTACH", "INSERT", "PASTE", "PUT"))
LINE = lazy(rf"{PUT}(?:{THING})(?:\s+[\w'’-]+){{0,2}}\s+here[.!]?", re.IGNORECASE)
MARKED = lazy(rf"(?:{PUT}(?:here|(?:{THING})(?:\s+[\w'’-]+){{0,2}})|(?:[\w'’-]+\s+){{0,2}}(?:{THING})\s+(?:[\w'’-]+\s+){{0,3}}here)[.!]?", re.IGNORECASE)
LONGEST = 60  # letters of such a line


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each such word or line, and for each sentence of a new note that is still as it was."""
    signs = facts.prose.within(SIGNS)
    sentences = list(filter(facts.prose.may_say, TO_REPLACE))
    verbs = VERBS & facts.prose.large
    for note in facts.prose.notes:
        if not stands(facts, note):
            continue
        yield from _in_settings(note)
        lowered = facts.prose.lowered(note)
        marked = any(sign in lowered for sign in signs)
        new = any(sentence in facts.prose.text(note) for sentence in sentences)
        lines = bool(ENDS.search(lowered)) or any(verb in facts.prose.text(note) for verb in verbs)
        for passage in facts.prose.of(note) if marked or new or lines else ():
            text = passage.text.strip()
            if text in TO_REPLACE:
                yield _unwritten(passage.span(0, len(passage.text)))
            elif lines and len(text) < LONGEST and _keeps_a_place(text):
                yield warning(NAME, "this line keeps a place for something that is to come", passage.span(0, len(passage.text)), "put it there, or remove the line")
            elif marked and _is_marked(text):
                yield from _words(passage)


def _words(passage: Passage) -> Iterator[Diagnostic]:
    # A field that says no more counts as missing, and is told so.
    if type(passage.block) is Field and WORDS.fullmatch(passage.text.strip(" .")):
        return
    for found in WORDS.finditer(passage.text):
        covers = found["cover"] and not passage.is_own(found.start())
        if not covers and not (found.group() in TASKS and _is_noun(passage.text, *found.span())):
            said = _meaning(found.group())
            yield warning(NAME, said[0], passage.span(*found.span()), said[1])


def _is_noun(text: str, start: int, end: int) -> bool:
    """True for such a word behind an article, with no colon behind it."""
    return bool(BEFORE_NOUN.search(text, max(0, start - 60), start)) and text[end : end + 2].lstrip(" ")[:1] != ":"


def _meaning(word: str) -> tuple[str, str]:
    """What such a word says, and what to do."""
    if word in TASKS:
        return f'"{word}" says that something is still to be done', "do it, or remove what is said of it"
    if word.upper().startswith("TB"):
        return f'"{word}" says that something is still to be agreed', "write what was agreed, or who will decide it and by when"
    if word[:6].casefold() == "error!":
        return "this is what Word wrote where it lost a reference", "write what was referred to, with [@name] where it has an identity"
    return f'"{word}" stands for something that is to be filled in', "write what it stands for"


def _keeps_a_place(text: str) -> bool:
    """True for "Insert chart here", and for less where it stands in capitals or brackets."""
    if not text.isupper() and "here" not in text[-6:].lower():
        return False
    is_marked = text.isupper() or (text[:1] in "[(<" and text[-1:] in "])>")
    return bool(LINE.fullmatch(text) or (is_marked and MARKED.fullmatch(text.strip("[(<>)] "))))


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
