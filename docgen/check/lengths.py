"""How many words the edition for the default audience has."""

from __future__ import annotations

from docgen.audiences import note_rank, rank
from docgen.check.rule import Facts
from docgen.note import Note


def words_in_edition(facts: Facts, notes: list[Note], limit: int) -> int:
    """How many words some notes have in the edition for the default audience; 0 where a cheap count shows that they stay below a limit."""
    open_to = rank(facts.assessment, facts.assessment.default)
    printed = [note for note in notes if note_rank(facts.assessment, note) <= open_to]
    texts = [note.source.text for note in printed if note not in facts.counts]
    if len(texts) == len(printed) and sum(text.count(" ") + text.count("\n") + text.count("\r") for text in texts) < limit:
        return 0
    return sum(map(facts.words, printed))


def rounded(count: int) -> str:
    """`5,300`, since signs of Markdown are counted with the words."""
    return f"{round(count, -2):,}"
