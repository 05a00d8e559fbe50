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

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, warning
from docgen.near import nearest
from docgen.nodes import Heading, Paragraph
from docgen.walk import visible, without_comments

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
        "strength",
        "area for development",
        "area for improvement",
        "weakness",
    )
)
PLURALS = ("strengths", "areas for development", "areas for improvement", "weaknesses", "recommendations")


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each paragraph, bold or not, that says no more than the title of a part."""
    for _, paragraph in facts.every(Paragraph):
        content = without_comments(paragraph.content) if len(paragraph.content) <= 4 else []
        word = visible(content).strip(" :#") if len(content) <= 2 else ""
        if word.casefold() in TITLES:
            yield warning(NAME, f'"{word}" looks like a heading and is not one', paragraph.span, f"write ## {word}")
    for _, heading in facts.every(Heading):
        word = " ".join(visible(heading.content).split()).rstrip(":")
        if near := _meant(word.casefold()):
            message = f'"{word}" opens no list of findings or recommendations'
            yield warning(NAME, message, heading.span, f'if it should, write "{near.capitalize()}" and nothing else')


def _meant(word: str) -> str | None:
    """The title that a heading comes close to: mistyped, or with words around it."""
    if word in TITLES or len(word) > 60:
        return None
    inside = next((title for title in PLURALS if word.endswith(f" {title}") or word.startswith(f"{title} ")), None)
    return inside or nearest(word, PLURALS, reach=2)
