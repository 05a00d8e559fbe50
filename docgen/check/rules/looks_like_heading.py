"""A paragraph looks like the heading of strengths, areas for development or recommendations, and is none.

Why: what stands below it would be printed as plain text, and its recommendations would get no number.

Bad:
```body
Recommendations:

- Agree an attendance standard.
```

Good:
```body
## Recommendations

- Agree an attendance standard. {#standard}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts, Rule
from docgen.diagnostics import Diagnostic, Severity, warning
from docgen.nodes import Paragraph
from docgen.walk import visible

NAME = "looks-like-heading"


TITLES = frozenset(
    (
        "strengths",
        "good practice",
        "areas for development",
        "areas for improvement",
        "weaknesses",
        "priority actions",
        "recommendations",
        "recommendation",
    )
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each paragraph, bold or not, that says no more than the title of a part."""
    for _, paragraph in facts.every(Paragraph):
        if len(paragraph.content) <= 2 and visible(paragraph.content).strip().rstrip(":").casefold() in TITLES:
            word = visible(paragraph.content).strip().rstrip(":")
            yield warning(NAME, f'"{word}" looks like a heading and is not one', paragraph.span, f"write ## {word}")


RULE = Rule(NAME, Severity.WARNING, find)
