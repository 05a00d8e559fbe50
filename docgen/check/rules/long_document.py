"""The document has more than 25,000 words.

Why: that is more than fifty pages. The executives who sign it off, and inspectors, read the first of them; what matters should not stand
on the last.

Bad: All notes of all workshops in one document of 40,000 words.

Good: What the group agreed on, with the recommendations; details as evidence elsewhere, or set to `status: withdrawn`.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.lengths import rounded, words_in_edition
from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, warning

NAME = "long-document"
MOST = 25_000


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding at the document's title."""
    count = words_in_edition(facts, [note for _, note in facts.library.reading_order()], MOST)
    if count > MOST:
        message = f"the document has about {rounded(count)} words"
        yield warning(NAME, message, facts.assessment.title.span, f"leave out what nobody will miss: {MOST:,} words are fifty pages")
