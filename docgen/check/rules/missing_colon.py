"""A line below a finding or a recommendation begins like a field, and its colon is missing.

Why: without the colon it is printed as a line of text. The recommendation then has no lead, or no date.

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

from collections.abc import Iterator

from docgen.assessment import Assessment
from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, warning
from docgen.nodes import List, Paragraph
from docgen.note import Finding, Item, Recommendation
from docgen.pattern import lazy
from docgen.walk import visible

NAME = "missing-colon"
LEVEL = r"(?:low|medium|high)"
STATUS = r"(?:proposed|accepted|on track|at risk|complete|superseded by|not accepted|paused)"
DUE = r"(?:immediate|within \d+ months|\d{4}-\d\d-\d\d|\d{1,2} [A-Z][a-z]+ \d{4})"
# Only where the rest of the line is a value: "Lead professionals meet" is a sentence.
FIXED = lazy(rf"(?i:(priority|confidence)\s+{LEVEL}|(status)\s+{STATUS}|(due)\s+(?:by\s+)?{DUE})\W*")
NAMED = lazy(r"(?i:(lead|support|agencies))\s+(.{1,60}?)\W*")


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each such line whose rest is a level, a status, a date or an agency."""
    agencies = _agencies(facts.assessment)
    items = (item for kind in (Finding, Recommendation) for _, item in facts.every(kind) if item.blocks)
    for line in (line for item in items for line in _lines(item)):
        said = " ".join(visible(line.content).split())
        if name := _field(said, agencies):
            hint = f"write {name.capitalize()}:{said[len(name) :]}"
            yield warning(NAME, f'the colon is missing behind "{said[: len(name)]}", so this is printed as text', line.span, hint)


def _agencies(settings: Assessment) -> frozenset[str]:
    """The keys and names of agencies, in small letters."""
    named = (name for key, agency in settings.agencies.items() for name in (key, agency.name, agency.short))
    return frozenset(name.casefold() for name in named if name)


def _lines(item: Item) -> Iterator[Paragraph]:
    """The lines of the lists below an item that are no fields."""
    for block in item.blocks:
        firsts = [entry.blocks[0] for entry in block.items if entry.blocks] if isinstance(block, List) else []
        yield from (first for first in firsts if isinstance(first, Paragraph))


def _field(said: str, agencies: frozenset[str]) -> str | None:
    """The field that a line begins with."""
    if found := FIXED.fullmatch(said):
        return next(group for group in found.groups() if group)
    found = NAMED.fullmatch(said)
    return found[1] if found and found[2].casefold() in agencies else None
