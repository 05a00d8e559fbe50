"""A star stands inside a word or a number, so that two of them are read as emphasis and not printed.

Why: `5*3*2 cm` is printed as 532 cm, with a 3 in italics. A measurement that nobody wrote may harm a child.

Bad:
```body
The bruise was 5*3*2 cm.
```

Good:
```body
The bruise was 5 × 3 × 2 cm. The scale has 5\\*3 steps.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, warning
from docgen.nodes import Emphasis, Strong

NAME = "star-in-word"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each emphasis that begins right behind a letter or a figure."""
    for kind in (Emphasis, Strong):
        for _, node in facts.every(kind):
            source, start, end = node.span
            if source.text[start - 1 : start].isalnum() and source.text[start] == "*":
                seen = source.text[max(0, source.text.rfind(" ", 0, start) + 1, start - 20) : min(end + 1, start + 40)]
                message = f'"{" ".join(seen.split())}" is printed without its stars'
                yield warning(NAME, message, node.span, "write × between numbers, or \\* for each star that is to be printed")
