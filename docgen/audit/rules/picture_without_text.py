"""A picture, chart or shape has no alternative text and is not marked as decorative.

Why: who can't see the picture hears its alternative text instead, or, where there is none, only "graphic". What a chart shows is then lost. A
logo or an ornament that says nothing may be marked as decorative, and is passed over.

Bad: a chart without alternative text, or with "image1.png" as its text.

Good: a chart with the alternative text "Attendance of health at conferences rose from 61% in 2010 to 84% in 2012".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.audit.facts import Facts
from docgen.audit.rule import Found, Rule
from docgen.audit.story import Shape, shown
from docgen.diagnostics import Severity
from docgen.word.wordml import stated, tag

NAME = "picture-without-text"
FILE = re.compile(r"\S{1,200}\.(?:png|jpe?g|gif|bmp|emf|wmf|tiff?|svg|webp)", re.IGNORECASE)
HINT = "right-click it, choose View Alt Text, and say in a sentence what it shows, or mark it as decorative"


def find(facts: Facts) -> Iterator[Found]:
    """A finding for each shape that holds no words of its own and has none beside it."""
    for shape in facts.shapes():
        if shape.holds_text or shape.is_decorative:
            continue
        said = _text(shape)
        if not said:
            yield Found("a picture has no alternative text", HINT, shape.paragraph)
        elif FILE.fullmatch(said):
            yield Found(f'the alternative text of a picture, "{shown(said)}", is a file\'s name', HINT, shape.paragraph)


def _text(shape: Shape) -> str:
    """The alternative text: a description, or a title."""
    if shape.drawn:
        named = shape.named
        return "" if named is None else (named.get("descr") or named.get("title") or "").strip()
    parts = [shape.element, *shape.element.iterchildren()]
    said = (part.get("alt") or part.get(tag("o:title")) or part.get("title") for part in parts)
    return next((text.strip() for text in said if text), "") or stated(shape.element, name="o:title")


RULE = Rule(NAME, Severity.ERROR, find)
