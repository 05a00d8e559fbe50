"""A line such as `Lead: council` stands in a list that holds no findings and no recommendations.

Why: the list is printed as it stands, and its actions get no number and no line in the action plan. Only the headings Strengths,
Areas for development and Recommendations open such lists. A line `Audience: internal` there is `stray-audience`.

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
from docgen.check.typed import fields_in
from docgen.diagnostics import Diagnostic, warning
from docgen.nodes import List, ListItem

NAME = "field-without-part"
# One of these is enough; others are words that any list may begin a line with, so it takes two.
TELLING = frozenset(("Lead", "Due", "Measure", "Because"))


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each item of a plain list with lines below it that begin as fields do."""
    for _, item in facts.every(ListItem):
        named = [name for block in item.blocks[1:] if isinstance(block, List) for name, _ in fields_in(block) if name != "Audience"]
        if len(named) > 1 or TELLING.intersection(named):
            message = f'"{named[0]}:" below this line is printed as plain text, and describes no finding and no recommendation'
            hint = "put the list under a heading that says Strengths, Areas for development or Recommendations and nothing else"
            yield warning(NAME, message, item.blocks[0].span, hint)
