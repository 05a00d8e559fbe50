"""The glossary: the abbreviations that a reader of this edition meets, with their meanings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from docgen import nodes
from docgen.assemble.details import sentence
from docgen.assemble.generated import Maker
from docgen.assemble.workbench import Workbench
from docgen.document import Document
from docgen.nodes import Block, Node
from docgen.note import Item, Note
from docgen.walk import children
from docgen.wording import any_of


def glossary(work: Workbench, make: Maker, behind: list[Block]) -> list[Block]:
    """The glossary, or nothing; `behind` is what else stands behind the sections."""
    known = work.assessment.glossary
    if not known:
        return []
    names = sorted(_used(work, behind, any_of(known)), key=lambda name: (name.casefold(), name))
    rows = [(name, sentence(known[name])) for name in names]
    if not rows:
        return []
    return [make.heading("Glossary"), make.table("Glossary", ("Abbreviation", "Meaning"), rows, (24, 76))]


def _used(work: Workbench, behind: list[Block], pattern: re.Pattern[str]) -> set[str]:
    """The abbreviations that are printed; nothing more is read once all of them are found."""
    used: set[str] = set()
    for source, blocks in _printed(work, behind):
        if len(used) == len(work.assessment.glossary):
            break
        # A note's source is asked first: most notes need no second look.
        if source is None or not used.issuperset(pattern.findall(source)):
            used.update(name for text in _texts(work.document, blocks, set()) for name in pattern.findall(text))
    return used


def _printed(work: Workbench, behind: list[Block]) -> Iterator[tuple[str | None, Iterable[Node]]]:
    """What is printed: the blocks of each note with its source, then what was made."""
    written: dict[Note, list[Block]] = {}
    for note, block in work.origin:
        written.setdefault(note, []).append(block)
    for note, blocks in written.items():
        yield note.source.text, blocks
    own = {block for _, block in work.origin}
    for sheet in work.document.pages:
        yield None, [block for block in sheet.blocks if block not in own]
    yield None, behind
    for content in work.document.details.values():
        yield None, content


def _texts(document: Document, roots: Iterable[Node], seen: set[Node]) -> Iterator[str]:
    """The texts that are printed: an item without its fields, a footnote where its mark stands."""
    for node in roots:
        if isinstance(node, (nodes.Text, nodes.Generated)):
            yield node.text
        elif isinstance(node, Item):
            yield from _texts(document, [node.paragraph, *node.blocks], seen)
        elif isinstance(node, nodes.FootnoteMark):
            footnote = document.footnotes.get(node)
            if footnote and footnote not in seen:
                seen.add(footnote)
                yield from _texts(document, footnote.blocks, seen)
        elif not isinstance(node, nodes.Footnote):
            yield from _texts(document, children(node), seen)
