"""What is asked of words in more than one craft: whether a link says where it leads, and where abbreviations stand."""

from __future__ import annotations

import re
from collections.abc import Iterable

from docgen.pattern import lazy

ADDRESS = lazy(r"(?i:(?:https?|ftp|file)://\S+|www\.\S+)")
VAGUE = frozenset(
    "click here|click|here|read more|more|this link|link|this|see here|see more|learn more|find out more|more information|further information|details"
    "|more details|download|click this link|follow this link|this page|this website|website".split("|")
)


def is_vague(text: str) -> bool:
    """True for the text of a link that does not say where it leads."""
    return text.casefold().strip(" .:!>»→…") in VAGUE


def is_address(text: str) -> bool:
    """True for text that is a bare address."""
    return bool(ADDRESS.fullmatch(text.strip("<>()[]")))


def any_of(abbreviations: Iterable[str]) -> re.Pattern[str]:
    """What finds abbreviations as words of their own, also where they have the s of a plural."""
    longest_first = sorted(abbreviations, key=lambda name: (-len(name), name))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?=s?(?!\w))")
