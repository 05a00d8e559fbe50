"""A passage repeats eight or more words of another one that fewer people may read.

Why: what is withheld would be disclosed all the same.

Bad:
```body
::: internal
The family in the second case moved twice within six months of the plan.
:::
```
```note early-help/other.md
---
title: Other
section: early-help
status: agreed
audience: public
---
We heard that the family in the second case moved twice within six months of the plan.
```

Good:
```body
::: internal
The family in the second case moved twice within six months of the plan.
:::
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.audiences import note_rank, passages, section_ranks
from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, error
from docgen.nodes import Block, Container, Node
from docgen.note import Field, Item, Note
from docgen.source import Span
from docgen.walk import visible

NAME = "repeated-withheld-text"


RUN = 8
Passage = tuple[Block, int]


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each block that has a run of words in common with a more closed one."""
    sections = section_ranks(facts.assessment)
    notes = [note for note in facts.library.notes if note.status != "withdrawn"]
    if _are_alike(facts, notes, sections):
        return
    found: list[Passage] = [passage for note in notes for passage in passages(facts.assessment, note, sections)]
    open_to = min((closed for _, closed in found), default=0)
    if all(closed == open_to for _, closed in found):
        return
    withheld: dict[tuple[str, ...], tuple[int, Span]] = {}
    for block, closed in found:
        if closed > open_to:
            for run in _runs(block):
                withheld[run] = max(withheld.get(run, (0, block.span)), (closed, block.span), key=lambda entry: entry[0])
    yield from _repeated(found, withheld)


def _are_alike(facts: Facts, notes: list[Note], sections: dict[str, int]) -> bool:
    """True where nothing in the notes is more closed than the rest, as a cheap look shows."""
    settings = facts.assessment
    marked = [*facts.every(Container), *(entry for entry in facts.every(Field) if entry[1].name == "Audience")]
    return not marked and len({(note_rank(settings, note), sections.get(note.section.value, 0) if note.section else 0) for note in notes}) < 2


def _repeated(found: list[Passage], withheld: dict[tuple[str, ...], tuple[int, Span]]) -> Iterator[Diagnostic]:
    for block, closed in found:
        hit = next((withheld[run] for run in _runs(block) if run in withheld and withheld[run][0] > closed), None)
        if hit:
            where = f"{hit[1].source.path}:{hit[1].source.position(hit[1].start)[0]}"
            message = f"this repeats words of a passage that fewer people may read ({where})"
            yield error(NAME, message, block.span, "reword it, or give both the same audience", (hit[1],))


def _runs(block: Block) -> Iterator[tuple[str, ...]]:
    words = _text(block).casefold().split()
    return (tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def _text(block: Node) -> str:
    if isinstance(block, Item):
        return " ".join([visible(block.paragraph.content), *(visible(entry.content) for entry in block.fields)])
    return visible([block])
