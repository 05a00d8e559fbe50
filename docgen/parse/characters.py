"""Characters that a Word file cannot hold, and what stands for them.

XML 1.0 (clause 2.2) has no place for most control characters. Form feeds and vertical tabs, which word processors paste, become
spaces; all others the replacement character, so that a reader sees that something was there. Stand-ins have the same
length, so that places stay right.
"""

from __future__ import annotations

import re

from docgen.pattern import lazy

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
STAND_INS = dict.fromkeys((*range(9), *range(14, 32), 65534, 65535, *range(55296, 57344)), "�") | {
    0x0B: " ",
    0x0C: " ",
}
NUMERIC = lazy(r"&#(?:[xX]([0-9A-Fa-f]{1,6})|([0-9]{1,7}));")


def printable(text: str) -> str:
    """The text with stand-ins for what can't be printed."""
    return text.translate(STAND_INS) if FORBIDDEN.search(text) else text


def unprintable(text: str, start: int) -> list[tuple[int, int, int]]:
    """Where characters that can't be printed stand from `start` on, also as `&#12;`: first offset, end, code point."""
    found = [(hit.start(), hit.end(), ord(hit.group())) for hit in FORBIDDEN.finditer(text, start)]
    if "&#" in text:
        for hit in NUMERIC.finditer(text, start):
            code = int(hit[1], 16) if hit[1] else int(hit[2])
            if code in STAND_INS:
                found.append((hit.start(), hit.end(), code))
    return found
