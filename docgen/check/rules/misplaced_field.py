"""A line that describes an item is not indented, or has no dash, so it would be an item of its own or a part of the item's text.

Why: `Lead: council` would become a recommendation or run on in its text and never reach the action plan, and `Audience: internal`
would keep nobody from reading.

Bad:
```body
## Recommendations

- Agree an attendance standard. {#standard}
- Lead: council
- Share the figures. {#figures}
  Due: 31 March 2027
```

Good:
```body
## Recommendations

- Agree an attendance standard. {#standard}
  - Lead: council
- Share the figures. {#figures}
  - Due: 31 March 2027
```
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from docgen.check.rule import Facts
from docgen.note import Note
from docgen.source import Span

NAME = "misplaced-field"


def told(facts: Facts) -> Callable[[Note, Span], bool]:
    """Whether such a line stands in a place of a note: what other rules would say of it would only repeat that."""
    starts = {note.path: sorted(problem.span.start for problem in note.problems if problem.name == NAME) for note in facts.library.notes}

    def is_told(note: Note, span: Span) -> bool:
        at = bisect_left(starts[note.path], span.start)
        return at < len(starts[note.path]) and starts[note.path][at] < span.end

    return is_told
