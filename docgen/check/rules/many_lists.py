"""The document has more than 2,000 numbered lists.

Why: each numbered list that starts anew is a definition of its own in Word, which grows slow, or loses numbers, with thousands of them.

Bad: A note with 3,000 lists of one item each.

Good: One list of 3,000 items, lists with bullets, or several documents.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, warning
from docgen.nodes import List

NAME = "many-lists"
MOST = 2000


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for the first numbered list that is one too many."""
    numbered = [found for _, found in facts.every(List) if found.start is not None]
    if len(numbered) > MOST:
        message = f"the document has {len(numbered):,} numbered lists, and Word grows slow above {MOST:,}"
        yield warning(NAME, message, numbered[MOST].span, "use bullets where the numbers do not matter")
