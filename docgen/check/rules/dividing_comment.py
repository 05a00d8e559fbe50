"""A comment on a line of its own stands in the middle of a paragraph, and divides it.

Why: Markdown ends the paragraph at such a comment. What stands below it is no longer part of the item above, and would be missing from the
action plan.

Bad:
```body
## Recommendations

- Agree one standard for attendance
  <!-- ask the police -->
  and report on it by March. {#standard}
```

Good:
```body
## Recommendations

- Agree one standard for attendance <!-- ask the police -->
  and report on it by March. {#standard}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, error
from docgen.nodes import RawBlock

NAME = "dividing-comment"
# What begins a line that goes on with a sentence; other signs begin a list, a table, a heading, a box.
QUOTES = "\"'“‘("


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each comment with words right above it and words that go on right below it."""
    for _, raw in facts.every(RawBlock):
        text = raw.span.text.strip()
        if text.startswith("<!--") and text.endswith("-->") and _divides(raw):
            yield error(NAME, "this comment divides the sentence that it stands in", raw.span, "put it at the end of a line, behind its words")


def _divides(raw: RawBlock) -> bool:
    source, last = raw.span.source, len(raw.span.source.line_starts)
    first, column = source.position(raw.span.start)
    end = source.position(max(raw.span.start, raw.span.end - 1))[0]
    if source.line(first)[: column - 1].strip(" \t>"):  # it begins an item of a list
        return False
    above = source.line(first - 1).strip(" \t>") if first > 1 else ""
    below = source.line(end + 1).strip(" \t>") if end < last else ""
    goes_on = below[:1].isalpha() or below[:1] in QUOTES
    return bool(below) and goes_on and above[:1] not in ("", "#", "|", "<", ":", "`", "~") and not above.endswith(("-->", "---"))
