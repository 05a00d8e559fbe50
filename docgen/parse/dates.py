"""Dates as notes write them: `2013-03-31` or `31 March 2013`; anything else could mean two days."""

from __future__ import annotations

from datetime import date

from docgen.pattern import lazy

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
ISO = lazy(r"(\d{4})-(\d{2})-(\d{2})")
WRITTEN = lazy(r"(\d{1,2})\s+([A-Za-z]+)\s+(\d{4})")
NUMBERS = lazy(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}")


def read_date(text: str) -> date | None:
    """The day, or None where the text is no date in one of the two forms."""
    if found := ISO.fullmatch(text.strip()):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    found = WRITTEN.fullmatch(text.strip())
    if found and found[2].casefold() in MONTHS:
        return _day(int(found[3]), MONTHS.index(found[2].casefold()) + 1, int(found[1]))
    return None


def is_ambiguous(text: str) -> bool:
    """True for figures such as 03/04/12, which are a different day to different readers."""
    return bool(NUMBERS.fullmatch(text.strip())) and not ISO.fullmatch(text.strip())


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
