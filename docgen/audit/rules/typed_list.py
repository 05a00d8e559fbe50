"""A list was typed with signs or numbers, and is none for Word.

Why: for a real list a screen reader says "list of four items", and people can skip it. A typed one is four paragraphs that begin with "dash", and
its numbers are wrong as soon as one is inserted.

Bad: three paragraphs that begin with a typed "1.", "2." and "3.", or with "-".

Good: three paragraphs with Home, Numbering, or with Home, Bullets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.audit.facts import Facts
from docgen.audit.rule import Found, Rule
from docgen.audit.story import Paragraph, shown
from docgen.diagnostics import Severity

NAME = "typed-list"
SIGN = re.compile(r"\s*(?:([•●○◦▪■□▫➢➤✓✔❖·\uf0b7\uf0a7\uf0d8])|([-–—*]))[ \t\u00a0]+\S")
NUMBER = re.compile(r"\s*\(?(?:(\d{1,2})|([a-z]))[.)][ \t\u00a0]+\S")
# In a contents list, or where a field put them, signs and numbers are not typed.
CONTENTS = ("toc", "table of")


def find(facts: Facts) -> Iterator[Found]:
    """A finding for the first line of each typed list: one with a bullet, or two on top of each other with a dash or with numbers that follow."""
    last: tuple[Paragraph, str] | None = None
    reported = False
    for paragraph in (paragraph for story in facts.spoken for paragraph in story.paragraphs):
        listed = _is_plain(paragraph, facts)
        for line in paragraph.text.split("\n") if listed else [""]:
            goes_on = last is not None and _continues(last[1], line) and last[0].cell is paragraph.cell
            sign = SIGN.match(line)
            if (goes_on or (sign and sign[1])) and not reported:
                begin = last[0] if goes_on and last else paragraph
                yield Found(f'a list was typed: "{shown(last[1] if goes_on and last else line)}"', "delete the sign and choose Home, Bullets or Numbering", begin)
            reported = bool(goes_on or (sign and sign[1])) or (reported and goes_on)
            last = (paragraph, line)


def _is_plain(paragraph: Paragraph, facts: Facts) -> bool:
    """True for text to which Word itself adds no sign."""
    if paragraph.level or facts.looks.is_listed(paragraph) or facts.looks.is_code(paragraph) or facts.looks.style_name(paragraph).startswith(CONTENTS):
        return False
    return not any(run.field == "TOC" for run in paragraph.runs)


def _continues(before: str, line: str) -> bool:
    """True where two lines begin with the same sign, or with a number and the next."""
    one, other = SIGN.match(before), SIGN.match(line)
    if one and other:
        return one.groups() == other.groups()
    first, second = NUMBER.match(before), NUMBER.match(line)
    if not first or not second:
        return False
    if first[1] and second[1]:
        return int(second[1]) == int(first[1]) + 1
    return bool(first[2] and second[2]) and ord(second[2]) == ord(first[2]) + 1


RULE = Rule(NAME, Severity.WARNING, find)
