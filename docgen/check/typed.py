"""What was typed to be something and is read as words: bullets, identities, and lines that were to describe an item."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable

from docgen.check.rule import Facts
from docgen.nodes import Inline, List, ListItem, Paragraph, Text, TextKind
from docgen.note import Note
from docgen.pattern import lazy
from docgen.source import Span
from docgen.walk import is_comment, visible

# A dash, or a hyphen without its blank, may begin a line by chance: of these it takes two.
SIGNS = "•·▪◦‣●○■□➢➤\uf0b7"
BULLET = lazy(rf"^[ \t>]*(?:([{SIGNS}])[ \t]*|(?:[–—][ \t]+|-(?=[A-Za-z])))", re.MULTILINE)
# The same behind a line end, which is found quicker than the beginning of a line.
FURTHER = lazy(rf"\n[ \t>]*(?:[{SIGNS}]|[–—][ \t]|-[A-Za-z])")
BRACES = lazy(r"(?:^|(?<=\s))\{(?:#[^{}]*|[\w-]+)\}$")
FIELDS = (
    *("Evidence", "Impact", "Agencies", "Confidence", "Audience", "Lead", "Support", "Owner"),
    *("Due", "Priority", "Measure", "Outcome", "Because", "Status", "Progress"),
)
NAMES = {field.casefold(): field for field in FIELDS}
# One of these is enough; others are words that any list may begin a line with, so it takes two.
TELLING = frozenset(("Lead", "Due", "Measure", "Because"))


def may_begin_with_bullet(note: Note) -> bool:
    """True where some line of a note begins with a typed bullet: a quick look."""
    first = note.source.text[note.body :].partition("\n")[0]
    return bool(FURTHER.search(note.source.text, note.body) or BULLET.match(first))


def is_list(paragraph: Paragraph) -> bool:
    """True for a paragraph that was meant as a list."""
    found = list(BULLET.finditer(paragraph.span.text))
    return len(found) > 1 or any(bullet[1] for bullet in found)


def printed_identity(content: list[Inline]) -> Span | None:
    """The braces that end a text, meant for an identity and read as words."""
    last = next((node for node in reversed(content) if not is_comment(node)), None)
    if type(last) is not Text or last.kind is not TextKind.LITERAL or not last.text.rstrip().endswith("}"):
        return None
    found = BRACES.search(last.text.rstrip())
    return last.span.sub(last.span.start + found.start(), last.span.start + found.end()) if found else None


def misplaced_fields(facts: Facts) -> Callable[[Note, Span], bool]:
    """Whether a line that was to describe an item stands in a place of a note: what rules would say of it would only repeat that."""
    starts = {note: sorted(problem.span.start for problem in note.problems if problem.name == "misplaced-field") for note in facts.library.notes}

    def is_told(note: Note, span: Span) -> bool:
        at = bisect_left(starts[note], span.start)
        return at < len(starts[note]) and starts[note][at] < span.end

    return is_told


def fields_in(block: List) -> list[tuple[str, Paragraph]]:
    """The fields that the lines of a nested list begin with, and those lines."""
    firsts = [entry.blocks[0] for entry in block.items if entry.blocks]
    lines = [(visible(first.content).partition(":"), first) for first in firsts if isinstance(first, Paragraph)]
    known = ((NAMES.get(name.strip().casefold()), first) for (name, colon, _), first in lines if colon)
    return [(name, first) for name, first in known if name]


def telling_fields(item: ListItem) -> list[str]:
    """The fields that the lines below an item of a plain list were to be; none where they may begin so by chance."""
    named = [name for block in item.blocks[1:] if isinstance(block, List) for name, _ in fields_in(block) if name != "Audience"]
    return named if len(named) > 1 or TELLING.intersection(named) else []
