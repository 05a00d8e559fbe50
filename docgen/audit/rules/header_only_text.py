"""A header or footer says something that the text does not.

Why: a screen reader passes over headers and footers, and so does a conversion to a web page. What stands nowhere else is not heard.

Bad: "Confidential until 1 May" in the footer and nowhere else.

Good: the same words on the first page of the text too. Page numbers, dates and file names that Word puts in are no matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.audit.facts import Facts
from docgen.audit.rule import Found, Rule
from docgen.audit.story import Paragraph, shown
from docgen.diagnostics import Severity

NAME = "header-only-text"
PARTS = re.compile(r"[\t\n|·•]|\s[–—-]\s")
# What stands around a page number, and what docgen writes of its build.
AROUND = re.compile(r"\W*(?:(?:page|pages|seite|sida|side|page n°|p)\W*)?(?:(?:of|von|av|af|de)\W*)?\d*\W*", re.IGNORECASE)
WORD = re.compile(r"[^\W_]+")
LONGEST = 60  # letters: what is longer does not stand around a page number
BUILD = re.compile(r"build [0-9a-f]{7}")
NUMBERS = ("PAGE", "NUMPAGES", "SECTIONPAGES")


def find(facts: Facts) -> Iterator[Found]:
    """A finding for each piece of text of headers and footers that the body does not have, once however many headers say it."""
    body = _words(" ".join(paragraph.text for story in facts.spoken for paragraph in story.paragraphs))
    seen = set()
    for paragraph in (paragraph for story in facts.furniture for paragraph in story.paragraphs):
        for piece in _pieces(paragraph):
            words = _words(piece)
            if words.strip() and words not in body and words not in seen and not BUILD.fullmatch(piece):
                seen.add(words)
                yield Found(f'"{shown(piece)}" stands in a {paragraph.story.kind} only', "say it in the text too, on the first page for instance", paragraph)


def _pieces(paragraph: Paragraph) -> Iterator[str]:
    """What a paragraph says without the results of fields."""
    numbered = any(run.field in NUMBERS for run in paragraph.runs)
    text = "".join("\n" if run.field else run.text for run in paragraph.runs if not run.hint)
    for piece in (piece.strip(" ,;") for piece in PARTS.split(text)):
        if sum(map(str.isalpha, piece)) > 2 and not (numbered and len(piece) < LONGEST and AROUND.fullmatch(piece)):
            yield piece


def _words(text: str) -> str:
    """Words in small letters with a space on either side, so that only whole ones are found."""
    return f" {' '.join(WORD.findall(text.casefold()))} "


RULE = Rule(NAME, Severity.WARNING, find)
