"""A line below a finding or a recommendation begins like a field, and its colon is missing.

Why: without the colon it is printed as a line of text. The recommendation then has no lead, or no date, and the finding no evidence.
Only lines are told that go on with a value (`Due March 2027`), or as no sentence does that begins with the word (`Impact we saw …`).

Bad:
```body
## Recommendations

- Ring each family within a week. {#ring}
  - Lead council
```

Good:
```body
## Recommendations

- Ring each family within a week. {#ring}
  - Lead: council
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.assessment import Assessment
from docgen.check.rule import Facts
from docgen.check.typed import NAMES
from docgen.dates import MONTH
from docgen.diagnostics import Diagnostic, beginning, warning
from docgen.nodes import List, Paragraph, Reference
from docgen.note import Finding, Item, Recommendation
from docgen.pattern import lazy
from docgen.walk import visible

NAME = "missing-colon"
LEVEL = r"(?:low|medium|high)"
STATUS = r"(?:proposed|accepted|on[ -]track|at[ -]risk|complete|superseded by|not accepted|paused)"
WHEN = rf"(?:immediate(?:ly)?|asap|within (?:\d+|a|one|two|three|six|twelve) (?:weeks?|months?|years?)|\d{{4}}-\d\d-\d\d|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}|(?:the )?(?:end (?:of )?)?(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{MONTH})\b\.?(?: \d{{4}})?|(?:the )?(?:end of |early |late )?(?:spring|summer|autumn|winter|year|q[1-4])(?: \d{{4}})?)"
# Only where the rest of the line is a value: "Lead professionals meet" is a sentence.
FIXED = lazy(rf"(?i:(priority|confidence)\s+{LEVEL}|(status)\s+{STATUS}|(due)\s+(?:by\s+|in\s+|on\s+|before\s+)?{WHEN})\W*")
NAMED = lazy(r"(?i:(lead|support|agencies))\s+(.{1,80}?)\W*")
AND = lazy(r"\s*(?:,|;|&|/|\band\b)\s*")
# What a sentence about evidence or impact does not go on with, and somebody's own words after the name of a field do.
OWN = r"(?:an?|all|better|children|each|earlier|every|families|faster|fewer|he|her|his|it|less|longer|many|more|most|our|parents|quicker|schools|she|shorter|some|staff|the|their|these|they|this|those|we|workers|young people|\d+)\b"
SOURCE = r"(?:audits?|case|data|dip|feedback|figures|files?|inspections?|interviews?|minutes|observations?|quarter\w*|records|reports?|returns|surveys?|workshops?)\b"
OF_FINDING = lazy(rf"(Evidence)\s+(?:{OWN}|{SOURCE}).*|(Impact)\s+{OWN}.*", re.DOTALL)
OF_RECOMMENDATION = lazy(
    rf"(Outcome)\s+{OWN}.*|(Measure)\s+(?:\d|(?:number|percentage|proportion|share|rate)s? of\b).*|(Progress)\s+\d.*"
    r"|(Owner)\s+(?!(?:and|can|has|is|may|must|needs?|occupiers?|of|or|should|to|was|who|will)\b)\w\S*(?: \S+){0,7}",
    re.DOTALL,
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each such line that goes on with a value, or as no sentence does that begins with the name."""
    agencies = _agencies(facts.assessment)
    for kind, words in ((Finding, OF_FINDING), (Recommendation, OF_RECOMMENDATION)):
        for line in (line for _, item in facts.every(kind) if item.blocks for line in _lines(item)):
            said = " ".join(visible(line.content).split())
            if name := _field(line, said, agencies, words):
                hint = f"write {name.capitalize()}: {_value(said[len(name) :].strip(), name)}"
                yield warning(NAME, f'the colon is missing behind "{name}", so this is printed as text', line.span, hint)


def _value(rest: str, name: str) -> str:
    """What belongs behind the colon; of a long text how it begins."""
    if name.casefold() in ("agencies", "lead", "support"):
        return ", ".join(AND.split(rest))
    return beginning(rest) or "[@…]"


def _agencies(settings: Assessment) -> frozenset[str]:
    """The keys and names of agencies, in small letters."""
    named = (name for key, agency in settings.agencies.items() for name in (key, agency.name, agency.short))
    return frozenset(name.casefold() for name in named if name)


def _lines(item: Item) -> Iterator[Paragraph]:
    """The lines and paragraphs below an item that are no fields."""
    for block in item.blocks:
        firsts = [entry.blocks[0] for entry in block.items if entry.blocks] if isinstance(block, List) else [block]
        yield from (first for first in firsts if isinstance(first, Paragraph))


def _field(line: Paragraph, said: str, agencies: frozenset[str], words: re.Pattern[str]) -> str | None:
    """The field that a line begins with, as it is written."""
    if said.partition(" ")[0].casefold() not in NAMES:
        return None
    if found := FIXED.fullmatch(said) or words.fullmatch(said):
        return next(group for group in found.groups() if group)
    if said.casefold() == "because" and len(line.content) > 1 and isinstance(line.content[1], Reference):
        return said
    found = NAMED.fullmatch(said)
    return found[1] if found and all(name.casefold() in agencies for name in AND.split(found[2])) else None
