"""Text that runs from right to left: which paragraphs do, and which parts of a run.

Word takes the direction of a paragraph from `w:bidi` and that of a run from `w:rtl` (17.3.1.6, 17.3.2.30); it looks at no
letters. Here the first letter decides for a paragraph, as in the Unicode bidirectional algorithm (UAX 9, rules P2 and P3). Signs
between two letters of one direction go with them, others with the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from unicodedata import bidirectional

from docgen.nodes import Node, Text
from docgen.walk import visit

# Hebrew, Arabic and their neighbours, and the scripts of the same direction beyond the first plane.
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
HEBREW_LETTER = re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")
LANGUAGES = frozenset("ar ckb dv fa he ps sd ug ur yi".split())
DIRECTIONS = {"R": True, "AL": True, "AN": True, "L": False}


def runs_left(content: Sequence[Node]) -> bool:
    """True for inlines whose first letter is of a script that runs from right to left."""
    if content and type(content[0]) is Text and content[0].text[:1].isascii() and content[0].text[:1].isalpha():
        return False
    for node in visit(content):
        text = getattr(node, "text", "")
        if text and (first := _first(text)) is not None:
            return first
    return False


def _first(text: str) -> bool | None:
    """The direction of the first letter; None where there is no letter."""
    if text.isascii():
        return False if any(map(str.isalpha, text)) else None
    return next((DIRECTIONS[kind] for kind in map(bidirectional, text) if kind in DIRECTIONS), None)


def parts(text: str, paragraph: bool) -> list[tuple[str, bool]]:
    """A text in parts of one direction each, True for right to left, in a paragraph that runs so or not."""
    if not paragraph and not RIGHT_TO_LEFT.search(text):
        return [(text, False)]
    ways = _settled(_letters(text), paragraph)
    return [("".join(sign for sign, _ in group), way) for way, group in groupby(zip(text, ways, strict=True), lambda pair: pair[1])]


def _letters(text: str) -> list[bool | None]:
    """The direction of each letter; marks on a letter have that of the letter, signs and figures None."""
    found: list[bool | None] = []
    for sign in text:
        kind = bidirectional(sign)
        found.append(found[-1] if kind == "NSM" and found else DIRECTIONS.get(kind))
    return found


def _settled(sure: list[bool | None], paragraph: bool) -> list[bool]:
    """The same with every None settled by its neighbours, or by the paragraph where they differ."""
    before: list[bool] = []
    for way in sure:
        before.append(way if way is not None else before[-1] if before else paragraph)
    after: list[bool] = []
    for way in reversed(sure):
        after.append(way if way is not None else after[-1] if after else paragraph)
    return [one if one == other else paragraph for one, other in zip(before, reversed(after), strict=True)]


def turned(properties: str) -> str:
    """Properties of a paragraph with the mark that it runs from right to left, which stands before distances and alignment (17.3.1.26)."""
    places = (properties.find(name) for name in ("<w:spacing", "<w:ind ", "<w:contextualSpacing", "<w:jc"))
    at = min((place for place in places if place >= 0), default=len(properties))
    return f"{properties[:at]}<w:bidi/>{properties[at:]}"
