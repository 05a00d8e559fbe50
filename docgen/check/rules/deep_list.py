"""A list is nested more than nine levels deep.

Why: Word has nine levels. What is deeper is printed at the ninth, where nobody can tell what belongs to what.

Bad:
```body
- 1
  - 2
    - 3
      - 4
        - 5
          - 6
            - 7
              - 8
                - 9
                  - 10
```

Good:
```body
- 1
  - 2
    - 3
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, warning
from docgen.nodes import Block, List
from docgen.numbers import LEVELS
from docgen.source import Span

NAME = "deep-list"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for the first list of a note that is too deep, in each of its outermost lists."""
    lists: dict[str, int] = {}
    for note, _ in facts.every(List):
        lists[note.path] = lists.get(note.path, 0) + 1
    for note in facts.library.notes:
        if lists.get(note.path, 0) <= LEVELS:
            continue
        for block in note.blocks:
            span = _too_deep(block, 0)
            if span:
                yield warning(NAME, f"this list is nested more than {LEVELS} levels deep", span, "use fewer levels")


def _too_deep(block: Block, level: int) -> Span | None:
    if isinstance(block, List):
        if level == LEVELS:
            return block.span
        level += 1
        inside = [inner for item in block.items for inner in item.blocks]
    else:
        inside = getattr(block, "blocks", [])
    return next((span for inner in inside if (span := _too_deep(inner, level))), None)
