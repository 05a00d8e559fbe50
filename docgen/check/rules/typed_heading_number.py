"""A number stands typed in a heading or in the title of a section.

Why: Word numbers the headings, so the heading would read "2.1 3. Attendance"; and a typed number is wrong as soon as a heading is
added above it. `[@name]` refers to a heading by its number, wherever it stands.

`docgen check --fix` takes the number out, unless a link leads to the heading by its words, or the note refers to the number, as in
"section 3.1": there they would refer to nothing, or to something else. Of a heading such as "2.1 Strengths" you take it out: what stands
below is read as findings or recommendations from then on.

Bad:
```body
## 3.1 Attendance

All agencies came.
```

Good:
```body
## Attendance

All agencies came. In 2012 there were 3.1 of them a month.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import cast

from docgen.assessment import Section
from docgen.check.passage import Passage, text_of
from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, Edit, warning
from docgen.identities import slugs
from docgen.nodes import Heading, Link, Node
from docgen.note import PART_TITLES, Note, PartKind
from docgen.pattern import lazy

NAME = "typed-heading-number"
MESSAGE = "this number is typed, and Word numbers the headings"
NUMBER = lazy(r"(?:\d{1,2}(?:\.\d{1,2}){1,4}[.)]?\s+(?=\W{0,2}[A-Z])|\d{1,2}[.)]\s+(?=[^\W\d])|(?:\([a-zA-Z]\)|[a-z]\)|[IVX]{1,5}[.)])\s+(?=[A-Z]))")
# Words that refer to numbers: "section 3.1", "steps 6, 7 and 8", "§ 4"; and a number such as 3.1 wherever it stands.
ONE = r"(?:\(?\d{1,2}(?:\.\d{1,2}){0,4}|\([a-zA-Z]|[IVX]{2,5}|V|X)(?!\w|\.\d)"
AND = r"\)?,\s*(?:and |or )?|\)?\s+(?:and|or|to|&|through)\s+|\)?\s?[-–]\s?"
MENTION = lazy(
    rf"(?:(?i:\b(?:sections?|secs?\.?|chapters?|clauses?|headings?|items?|numbers?|nos?\.?|paragraphs?|paras?\.?|parts?|points?|recommendations?|steps?|themes?|appendix|appendices)\s+|\bs\.?\s?(?=\d))|§§?\s*)(?:(?i:no\.?|number)\s+)?({ONE}(?:(?:{AND}){ONE}){{0,9}})"
    rf"|(?<![\w.])((?:\([a-z]|\b\d{{1,2}}|\b[a-z])(?=\)\s+(?:above|below|is|says)))"
    rf"|(?<![\w.])(\d{{1,2}}(?:\.\d{{1,2}}){{1,4}}(?:\s?(?:to|[-–])\s?\d{{1,2}}(?:\.\d{{1,2}}){{1,4}})?)(?!\w|\.\d)"
)
SINGLE = lazy(ONE)
DOUBTFUL = lazy(r"\d{1,2}\.\d\d?\s+(?:An?|Billion|Hours|Million|Months|Out|Per|Percent|Thousand|Times|Weeks|Years)\b|\d{1,2}\.[0-5]\d\s|[IVX]\.\s")
RANGE = lazy(r"(?<![\d.])((?:\d{1,2}\.){0,4})(\d{1,2})\)?\s*(?:to|through|-|–)\s*\(?((?:\d{1,2}\.){0,4})(\d{1,2})(?![\w.])")


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each heading of the notes, and each title of a section, that begins with a number."""
    yield from (found for section in facts.assessment.all_sections() for found in _section(section, facts))
    linked = {link.target.partition("#")[2] for _, link in facts.every(Link)}
    worth = {note for note, heading in facts.every(Heading) if heading.content and NUMBER.match(text_of(heading.content))}
    for note in facts.prose.notes if worth else ():
        found = [passage for passage in facts.prose.of(note) if note in worth and type(passage.block) is Heading and not passage.quoted and NUMBER.match(passage.text)]
        own: dict[Node, str] = {heading: slug for slug, heading in slugs(note).items() if slug in linked} if found else {}
        mentioned = _mentioned([note], facts) if found else {}
        yield from (_heading(passage, own.get(passage.block), mentioned, len(found) > 1) for passage in found)


def _mentioned(notes: Iterable[Note], facts: Facts) -> dict[str, str]:
    """The numbers that some notes refer to in words, each with the words that do so."""
    passages = chain.from_iterable(map(facts.prose.of, notes))
    found: dict[str, str] = {}
    for mention in chain.from_iterable(map(_mentions, passages)):
        for number in _numbers(mention):
            found.setdefault(number, " ".join(mention.group().split()))
    return found


def _all_mentioned(facts: Facts) -> dict[str, str]:
    return _mentioned(facts.prose.notes, facts)


def _mentions(passage: Passage) -> Iterator[re.Match[str]]:
    """The words that refer to numbers; what a heading begins with is its own."""
    is_heading = type(passage.block) is Heading
    return (mention for mention in MENTION.finditer(passage.text) if mention.start() or not is_heading)


def _numbers(mention: re.Match[str]) -> Iterator[str]:
    """The numbers that some words refer to, those between two of a range included."""
    said = mention[1] or mention[2] or mention[3]
    yield from (_bare(number) for number in (SINGLE.findall(said) if not mention[2] else [said]))
    for before, first, others, last in RANGE.findall(said):
        if before == others:
            yield from (f"{before}{number}" for number in range(int(first) + 1, int(last)))
        else:  # "1.1 to 3"
            yield from map(str, range(int((before + first).partition(".")[0]) + 1, int((others + last).partition(".")[0])))


def _bare(number: str) -> str:
    """A number as it is compared: without brackets, full stops and zeros behind it."""
    return number.strip().strip("().").casefold().removesuffix(".0")


def _heading(passage: Passage, linked: str | None, mentioned: dict[str, str], are_several: bool) -> Diagnostic:
    number = cast("re.Match[str]", NUMBER.match(passage.text))
    end = number.end()
    if linked:
        return warning(NAME, MESSAGE, passage.span(0, end), f"remove it, and mend the links to #{linked}")
    title = passage.text[end:].strip(" :")
    if kind := PART_TITLES.get(title.casefold()):
        hint = f'remove it: what stands below "{title}" is then read as {"recommendations" if kind is PartKind.RECOMMENDATIONS else "findings"}'
        return warning(NAME, MESSAGE, passage.span(0, end), hint)
    if words := mentioned.get(_bare(number.group())):
        hint = f'remove it, write {{#name}} behind the heading, and [@name] where this note says "{words}"'
        return warning(NAME, MESSAGE, passage.span(0, end), hint)
    # By itself "7.30 A late meeting" begins with a time, and "I. Jones said" with a name.
    is_sure = are_several or not DOUBTFUL.match(passage.text)
    return warning(NAME, MESSAGE, passage.span(0, end), "remove it", passage.edit(0, end, "") if is_sure else None)


def _section(section: Section, facts: Facts) -> Iterator[Diagnostic]:
    title = section.title
    if found := NUMBER.match(title.value):
        start = title.span.start + (title.span.text[:1] in ("'", '"'))
        span = title.span.sub(start, start + found.end())
        if words := facts.once(_all_mentioned).get(_bare(found.group())):
            yield warning(NAME, MESSAGE, span, f'remove it, and mend where the notes say "{words}"')
        else:
            yield warning(NAME, MESSAGE, span, "remove it", Edit(span, "") if span.text == found.group() else None)
