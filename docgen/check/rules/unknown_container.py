"""A line `::: name` names a kind of box, or an audience, that there is not.

Why: a mistyped audience would show a passage to people who may not read it.

Bad:
```body
::: interal
Not for everybody.
:::
```

Good:
```body
::: internal
Not for everybody.
:::
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, error, mask
from docgen.near import suggestion
from docgen.nodes import BOXES, Container

NAME = "unknown-container"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each container that is neither a box nor an audience."""
    known = [*BOXES, *facts.assessment.audience_names]
    for _, container in facts.every(Container):
        if container.name not in known:
            hint = suggestion(container.name, known)
            yield error(NAME, f'no box and no audience is called "{mask(container.name)[:40]}"', container.span.source.span(*_line(container)), hint)


def _line(container: Container) -> tuple[int, int]:
    start = container.span.start
    return start, min(container.span.end, start + 4 + len(container.name))
