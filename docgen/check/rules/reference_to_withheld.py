"""A passage refers to something that the readers of this edition are not given.

Why: They would see only the word "withheld" in its place, and would learn that something is kept from them. `docgen check` tells this of
the edition for `default_audience`, a build of the edition that it makes.

Bad:
```body
Attendance drifted last year, as [@attendance-drift] says.

## Areas for development

- Invited agencies often stay away. {#attendance-drift}
  - Audience: internal
```

Good:
```body
::: internal
Attendance drifted last year, as [@attendance-drift] says.
:::

## Areas for development

- Invited agencies often stay away. {#attendance-drift}
  - Audience: internal
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.audiences import block_rank, note_rank, passages, rank, section_ranks, why_withheld
from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, warning
from docgen.identities import destination
from docgen.nodes import Container, Footnote, FootnoteMark, Link, Node, Reference
from docgen.note import Field, Note
from docgen.walk import visit

NAME = "reference-to-withheld"


class Edition:
    """What the edition for the default audience holds."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.audience = facts.assessment.default
        limit, sections = rank(facts.assessment, self.audience), section_ranks(facts.assessment)
        self.absent = {id(note) for note in facts.library.notes if self._is_absent(note, limit, sections)}
        self.withheld: set[Node] = set()
        for note in _divided(facts):
            closed = [block for block, closed in passages(facts.assessment, note, sections) if closed > limit]
            self.withheld.update(closed, visit(closed))

    def _is_absent(self, note: Note, limit: int, sections: dict[str, int]) -> bool:
        section = sections.get(note.section.value, 0) if note.section else 0
        gone = note.status == "withdrawn" or (self.facts.final and note.status == "draft")
        return gone or max(note_rank(self.facts.assessment, note), section) > limit

    def holds(self, note: Note, node: Node | None = None) -> bool:
        """True where it has a note, or something in one."""
        return id(note) not in self.absent and node not in self.withheld

    def is_whole(self) -> bool:
        """True where it holds everything."""
        return not self.absent and not self.withheld


def _divided(facts: Facts) -> list[Note]:
    """The notes in which some passage may be more closed than another."""
    closed = [note for note, box in facts.every(Container) if block_rank(facts.assessment, box)]
    closed += [note for note, entry in facts.every(Field) if entry.name == "Audience"]
    return list({id(note): note for note in closed}.values())


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each reference, link and mark in the edition for the default audience to something that is not in it."""
    edition = Edition(facts)
    if edition.is_whole():
        return
    for node, home, what in (*_references(facts, edition), *_links(facts, edition), *_footnotes(facts, edition)):
        why, hint = why_withheld(facts.assessment, home, edition.audience, facts.final)
        yield warning(NAME, f"{what} {why}", node.span, hint)


def _references(facts: Facts, edition: Edition) -> Iterator[tuple[Node, Note, str]]:
    for note, node in facts.every(Reference):
        place = facts.identities.places.get(node.id.casefold())
        if place and edition.holds(note, node) and not edition.holds(place.note, place.node):
            yield node, place.note, f'"{node.id}"'


def _links(facts: Facts, edition: Edition) -> Iterator[tuple[Node, Note, str]]:
    for note, link in facts.every(Link):
        found = destination(link, note, facts.identities) if edition.holds(note, link) else None
        if found and found.note and not edition.holds(found.note, found.node):
            yield link, found.note, "what this links to"


def _footnotes(facts: Facts, edition: Edition) -> Iterator[tuple[Node, Note, str]]:
    """Marks of footnotes of which no definition is in the edition."""
    footnotes = [(note, footnote, (note.path, footnote.label)) for note, footnote in facts.every(Footnote)]
    kept = {name for note, footnote, name in footnotes if edition.holds(note) and edition.withheld.isdisjoint(footnote.blocks)}
    defined = {name for _, _, name in footnotes}
    for note, mark in facts.every(FootnoteMark):
        name = (note.path, mark.label)
        if edition.holds(note, mark) and name in defined and name not in kept:
            yield mark, note, f"the footnote [^{mark.label}]"
