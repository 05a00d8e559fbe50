"""A line such as `Lead: council` stands in a list that holds no findings and no recommendations.

Why: the list is printed as it stands, and its actions get no number and no line in the action plan. Only the headings Strengths,
Areas for development and Recommendations open such lists. A line `Audience: internal` there is `stray-audience`. Below a finding, lines
that describe a recommendation are told, too.

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
from docgen.check.typed import TELLING, fields_in, telling_fields
from docgen.diagnostics import Diagnostic, warning
from docgen.nodes import List, ListItem
from docgen.note import Finding

NAME = "field-without-part"
OF_RECOMMENDATIONS = frozenset(("Lead", "Support", "Owner", "Due", "Priority", "Measure", "Because", "Status"))


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each item of a plain list with lines below it that begin as fields do."""
    for _, item in facts.every(ListItem):
        if named := telling_fields(item):
            message = f'"{named[0]}:" below this line is printed as plain text, and describes no finding and no recommendation'
            hint = "put the list under a heading that says Strengths, Areas for development or Recommendations and nothing else"
            yield warning(NAME, message, item.blocks[0].span, hint)
    for _, finding in facts.every(Finding):
        lines = [name for block in finding.blocks if isinstance(block, List) for name, _ in fields_in(block) if name in OF_RECOMMENDATIONS]
        if len(lines) > 1 or TELLING.intersection(lines):
            message = f'"{lines[0]}:" below this finding is printed as plain text, and describes no recommendation'
            hint = "if this is a recommendation, put it under a heading that says Recommendations and nothing else"
            yield warning(NAME, message, finding.paragraph.span, hint)
