"""Words that open a container, so that its kind is told by more than a colour (WCAG 1.4.1)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from docgen.assemble.workbench import Workbench
from docgen.nodes import Block, Container, Paragraph
from docgen.note import is_printed
from docgen.walk import visible, visit_blocks

LEADS: Mapping[str, str] = MappingProxyType({"note": "Note", "warning": "Warning", "case-study": "Case study"})


def lead(work: Workbench) -> None:
    """Set the word of every container that has one and does not say it itself."""
    for chapter in work.chapters:
        for block in visit_blocks(chapter.blocks):
            if isinstance(block, Container) and block.name in LEADS and is_printed(block):
                _lead(work, block, LEADS[block.name])


def _lead(work: Workbench, container: Container, word: str) -> None:
    first = _first(container)
    if not isinstance(first, Paragraph):
        work.document.leads[container] = word
    elif not visible(first.content).casefold().startswith(word.casefold()):
        work.document.leads[first] = f"{word}: "


def _first(container: Container) -> Block:
    """What a container opens with; one in it that has no word of its own is looked into."""
    first = next(filter(is_printed, container.blocks))
    return _first(first) if isinstance(first, Container) and first.name not in LEADS else first
