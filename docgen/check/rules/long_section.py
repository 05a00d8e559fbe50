"""A section of the document has more than 4,000 words.

Why: that is more than eight pages under one heading. Nobody reads so far for one finding, and the contents do not say where it stands. What
stands in sections below it is counted there.

Bad: A section "Early help" with 5,000 words from nine workshops.

Good: Sections "Early help for families", "Parenting programmes" and "Early help in schools" below it, each with its own notes, or the same
notes with what matters for the assessment left in them.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.audiences import note_rank, rank
from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, warning
from docgen.note import Note

NAME = "long-section"
MOST = 4_000


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each section whose own notes are too long together."""
    placed = facts.library.by_section()
    for section in facts.assessment.all_sections():
        count = words_in_edition(facts, placed.get(section.id.value, []), MOST)
        if count > MOST:
            message = f'the section "{section.title.value}" has about {rounded(count)} words'
            hint = f"shorten its notes, or divide it into sections of at most {MOST:,} words in assessment.yaml"
            yield warning(NAME, message, section.id.span, hint)


def words_in_edition(facts: Facts, notes: list[Note], limit: int) -> int:
    """How many words some notes have in the edition for the default audience; 0 where a cheap count shows that they stay below a limit."""
    open_to = rank(facts.assessment, facts.assessment.default)
    texts = [note.source.text for note in notes if note_rank(facts.assessment, note) <= open_to]
    if sum(text.count(" ") + text.count("\n") + text.count("\r") for text in texts) < limit:
        return 0
    return sum(facts.words(note) for note in notes if note_rank(facts.assessment, note) <= open_to)


def rounded(count: int) -> str:
    """`5,300`, since signs of Markdown are counted with the words."""
    return f"{round(count, -2):,}"
