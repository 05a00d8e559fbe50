"""A line such as `Lead: council` stands in a list that holds no findings and no recommendations.

Why: the list is printed as it stands, and its actions get no number and no line in the action plan. A line `Audience: internal` would
keep it from nobody, so that is an error. Only the headings Strengths, Areas for development and Recommendations open such lists.

Bad:
```body
## Actions

- Agree an attendance standard.
  - Lead: council
  - Due: 31 March 2027
```

Good:
```body
## Recommendations

- Agree an attendance standard. {#standard}
  - Lead: council
  - Due: 31 March 2027
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, Severity, warning
from docgen.nodes import List, ListItem, Paragraph
from docgen.walk import visible

NAME = "field-without-part"
FIELDS = (
    *("Evidence", "Impact", "Agencies", "Confidence", "Audience", "Lead", "Support", "Owner"),
    *("Due", "Priority", "Measure", "Outcome", "Because", "Status", "Progress"),
)
# One of these is enough; others are words that any list may begin a line with, so it takes two.
TELLING = frozenset(("Lead", "Due", "Measure", "Because", "Audience"))
NAMES = {field.casefold(): field for field in FIELDS}


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each item of a plain list with lines below it that begin as fields do."""
    for _, item in facts.every(ListItem):
        named = [name for block in item.blocks[1:] if isinstance(block, List) for name in _named(block)]
        if len(named) > 1 or TELLING.intersection(named):
            message = f'"{named[0]}:" below this line is printed as plain text, and describes no finding and no recommendation'
            hint = "put the list under a heading that says Strengths, Areas for development or Recommendations and nothing else"
            found = warning(NAME, message, item.blocks[0].span, hint)
            yield found.at(Severity.ERROR) if "Audience" in named else found


def _named(block: List) -> list[str]:
    """The fields that the lines of a nested list begin with."""
    firsts = (entry.blocks[0] for entry in block.items if entry.blocks)
    names = (visible(first.content).partition(":") for first in firsts if isinstance(first, Paragraph))
    return [NAMES[name.strip().casefold()] for name, colon, _ in names if colon and name.strip().casefold() in NAMES]
