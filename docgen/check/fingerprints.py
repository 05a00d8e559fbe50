"""The fingerprint of each paragraph: a number that two paragraphs share that say the same in the same words.

Whoever reads a share of the notes takes the fingerprints of that share, so that paragraphs that stand twice are found by comparing numbers.
A fingerprint holds within one run only, and two that are the same may be so by chance.
"""

from __future__ import annotations

from docgen.check.rule import Facts
from docgen.nodes import Paragraph
from docgen.pattern import lazy
from docgen.walk import visible

LONG = 12  # words of a paragraph that is worth telling
# So many words have at least so many characters, the signs around them included.
SHORTEST = 2 * LONG - 1
WORD = lazy(r"\w+")

# Where a text has ASCII letters, only they count: bytes are rid of the signs between words ten times as fast as letters.
SIGNS = bytes(code for code in range(128) if not chr(code).isalnum() and code != ord("_"))


def fingerprints(facts: Facts) -> list[int]:
    """The fingerprint of each paragraph, in the order in which `facts` has them; 0 for those that are too short."""
    return [_fingerprint(visible(paragraph.content)) if paragraph.span.end - paragraph.span.start >= SHORTEST else 0 for _, paragraph in facts.every(Paragraph)]


def _fingerprint(text: str) -> int:
    text = text.casefold()
    return hash(text.encode("ascii", "ignore").translate(None, SIGNS) or "".join(WORD.findall(text)))


def words(paragraph: Paragraph) -> list[str]:
    """What a paragraph says, in small letters and without its signs."""
    return WORD.findall(visible(paragraph.content).casefold())
