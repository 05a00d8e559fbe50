"""Audiences: how closed each passage of the notes is.

Of the audiences that apply to a passage (its section's and those above it, its note's, its item's, its containers')
the most closed wins. An audience that nobody knows is the most closed of all. `check` and `assemble` share this.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.assessment import Assessment, Section
from docgen.nodes import Block, Container, DefinitionList, Footnote, List, Quote
from docgen.note import Item, Note


def rank(assessment: Assessment, audience: str) -> int:
    """How closed an audience is: 0 is the most open."""
    names = assessment.audience_names
    return names.index(audience) if audience in names else len(names)


def note_rank(assessment: Assessment, note: Note) -> int:
    """How closed a note is by itself."""
    return rank(assessment, note.audience.value if note.audience else assessment.default)


def section_ranks(assessment: Assessment) -> dict[str, int]:
    """How closed each section is, those above it counted."""
    ranks: dict[str, int] = {}

    def enter(section: Section, above: int) -> None:
        own = rank(assessment, section.audience.value) if section.audience else 0
        ranks[section.id.value] = max(own, above)
        for inner in section.sections:
            enter(inner, ranks[section.id.value])

    for section in assessment.sections:
        enter(section, 0)
    return ranks


def block_rank(assessment: Assessment, block: Block) -> int:
    """How closed a block says it is; 0 where it says nothing."""
    if isinstance(block, Container) and block.name in assessment.audience_names:
        return rank(assessment, block.name)
    if isinstance(block, Item) and (lines := block.all("Audience")):
        named = [value.value for line in lines for value in line.values]
        return max((rank(assessment, name) for name in named), default=len(assessment.audience_names))
    return 0


def passages(assessment: Assessment, note: Note, sections: dict[str, int]) -> Iterator[tuple[Block, int]]:
    """The blocks of a note with how closed they are, containers and items opened up."""
    above = max(note_rank(assessment, note), sections.get(note.section.value, 0) if note.section else 0)
    yield from _passages(assessment, note.blocks, above)


def _passages(assessment: Assessment, blocks: Iterator[Block] | list[Block], above: int) -> Iterator[tuple[Block, int]]:
    for block in blocks:
        closed = max(above, block_rank(assessment, block))
        inside = _inside(block)
        if inside:
            yield from _passages(assessment, inside, closed)
        if not inside or isinstance(block, Item):
            yield block, closed


def _inside(block: Block) -> list[Block]:
    """The blocks in a block that may be more closed than it is."""
    if isinstance(block, List):
        return [inner for item in block.items for inner in item.blocks]
    if isinstance(block, DefinitionList):
        return [inner for entry in block.entries for meaning in (entry.meanings, [[entry.term]]) for blocks in meaning for inner in blocks]
    return block.blocks if isinstance(block, (Container, Footnote, Quote, Item)) else []


def why_withheld(assessment: Assessment, note: Note, audience: str, final: bool) -> tuple[str, str]:
    """Why something of a note is not in an edition, as the end of a message, and what to do where it is referred to."""
    if note.status == "withdrawn":
        return "stands in a note that is withdrawn", "reword the passage, or refer to something else"
    if final and note.status == "draft" and note_rank(assessment, note) <= rank(assessment, audience):
        return "stands in a draft, which a final build leaves out", "set status: agreed there when it is, or reword the passage"
    return f"is withheld from the edition for {audience}", "reword the passage, or give it the audience of what it refers to"
