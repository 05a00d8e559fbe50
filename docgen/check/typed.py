"""What was typed to be something and is read as words: bullets, identities, and lines that were to describe an item."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import pairwise

from docgen.check.rule import Facts
from docgen.nodes import Code, Inline, List, ListItem, Marked, Paragraph, Text, TextKind
from docgen.note import Note
from docgen.pattern import lazy
from docgen.source import Span
from docgen.walk import is_comment, visible

# Bullets of Word that come as letters of Wingdings and Symbol stand between the last two.
SIGNS = "•·▪◦‣●○■□➢➤▸►▹▻◼◻◾◽❖◆◇❑❒⁃∙⋅・✔✘☐☑☒\uf021-\uf0ff"
BLANK = r"[^\S\r\n]"  # also one that does not break
DASHES, OTHERS = "–—−‑", "§→⇒➔»✓✗★☆Øü"
# These may begin a line by chance, so that it takes two: dashes, with a blank or right before a word, stars right before one, what Markdown
# begins an item with before a blank that does not break; and other signs and letters of Wingdings, which a tab follows.
DASH = rf"(?:[{DASHES}]|--){BLANK}+|(?:[–—‑]|--|[-+])(?=[A-Za-z])|\*(?=[A-Za-z][^*\n]*$)|[-*+](?![ \t]){BLANK}+"
OTHER = rf"(?:[{OTHERS}o]|[-=]>|\[[ xX]?\]){BLANK}+|[a-z]\t[ \t]*"
BULLET = lazy(rf"[ \t>]*(?:([{SIGNS}]){BLANK}*|{DASH}|{OTHER})", re.MULTILINE)
# What a list in Word counts with. Only a number by itself can be written so in a note.
LABEL = lazy(
    rf"[ \t>]*(?:\(?(?:(?P<number>\d\d?)|(?P<letter>[a-z]|[ivx]{{2,}}))(?:[).](?:{BLANK}+|(?=[a-z]))|\t[ \t]*)"
    rf"|(?:(?:\d\d?\.)+|(?:r|rec\.?|recommendation) ?)(?P<part>\d\d?)[.:)]?{BLANK}+)",
    re.IGNORECASE,
)
ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split()
# A quick look at the beginnings of lines; each branch begins with the signs by which most lines are passed over.
FURTHER = lazy(
    rf"\n[ \t>]*(?:[{SIGNS}{DASHES}{OTHERS}]|-[-A-Za-z>\xa0]|[*+](?:\xa0|[A-Za-z][^*\n]*(?:\n|\Z))|=>|\[[ xX]?\]|[a-zA-Z](?:[).](?:{BLANK}|[A-Za-z])|\t)|o{BLANK}|\([0-9a-zA-Z]{{1,5}}\)"
    rf"|[ivxIVX]{{2,5}}[).](?:{BLANK}|[A-Za-z])|[0-9][0-9]?(?:[).][0-9A-Za-z\xa0]|\t)|[Rr](?:ec[a-z]*\.?)? ?[0-9])"
)
BRACES = lazy(r"(?:^|(?<=\s))\{(?:#[^{}]*|[\w-]+)\}$")
FIELDS = (
    *("Evidence", "Impact", "Agencies", "Confidence", "Audience", "Lead", "Support", "Owner"),
    *("Due", "Priority", "Measure", "Outcome", "Because", "Status", "Progress"),
)
NAMES = {field.casefold(): field for field in FIELDS}
# One of these is enough; others are words that any list may begin a line with, so it takes two.
TELLING = frozenset(("Lead", "Due", "Measure", "Because"))


def may_begin_with_bullet(note: Note) -> bool:
    """True where some line of a note begins with a typed bullet or number: a quick look."""
    text, body = note.source.text, note.body
    return bool(FURTHER.search(text, body - 1) if body else FURTHER.search(f"\n{text}"))


def is_list(paragraph: Paragraph) -> bool:
    """True for a paragraph that was meant as a list."""
    return has_bullets(paragraph) or has_labels(paragraph)


def has_bullets(paragraph: Paragraph) -> bool:
    """True where one line begins with what is nothing but a bullet, or two with what may be one."""
    found = _begun(BULLET, paragraph.span.text)
    return any(bullet[1] for bullet in found) or len({bullet[0].strip(" \t\xa0>")[:1] for bullet in found}) < len(found)


def has_labels(paragraph: Paragraph) -> bool:
    """True where the numbers or letters in front of two lines follow one another."""
    text = paragraph.span.text
    counted = [_numbers(label) for label in _begun(LABEL, text)] if "\n" in text else []
    return any(one and other == one + 1 for pair in pairwise(counted) for one, other in zip(*pair, strict=True))


def _begun(sign: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """The signs in front of lines; a tab further on makes them columns of a table."""
    found = (sign.match(line) for line in text.splitlines())
    return [begun for begun in found if begun and "\t" not in begun.string[begun.end() :]]


def _numbers(label: re.Match[str]) -> tuple[int, int, int]:
    """What a label counts as among numbers, letters and Roman numerals; 0 where it is none of those."""
    letter = (label["letter"] or "").casefold()
    digits = label["number"] or label["part"] or "0"
    return int(digits), ord(letter) - ord("a") + 1 if len(letter) == 1 else 0, ROMAN.index(letter) + 1 if letter in ROMAN else 0


def literal(content: list[Inline]) -> Iterator[Text]:
    """The words as they were written, those in emphasis included; code and what was escaped mean nothing else."""
    for node in content:
        if type(node) is Text and node.kind is TextKind.LITERAL:
            yield node
        elif isinstance(node, Marked) and type(node) is not Code:
            yield from literal(node.content)


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
