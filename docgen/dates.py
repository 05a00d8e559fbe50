"""Dates as notes write them: `2013-03-31` or `31 March 2013`; anything else could mean two days."""

from __future__ import annotations

import re
from datetime import date

from docgen.pattern import lazy

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
ISO = lazy(r"(\d{4})-(\d{2})-(\d{2})")
WRITTEN = lazy(r"(\d{1,2})\s+([A-Za-z]+)\s+(\d{4})")
NUMBERS = lazy(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}")
FIGURES = lazy(r"(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)")
NAME = r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b(?:\.(?=,?\s+[a-z\d]))?"
YEAR = r"(?:(?P<comma>,)?\s+(?P<year>(?:19|20)\d\d)\b)?"
ORDINAL = r"\d{1,2}(?:st|nd|rd|th)?(?![\w/])"
DAY_FIRST = lazy(rf"(?P<the>\b[Tt]he\s+)?(?<![\d.,/-])(?P<days>{ORDINAL}(?:\s*(?:,|–|-|to|and|&|or)\s*(?:the\s+)?{ORDINAL}){{0,3}})(?:\s+day)?(?P<of>\s+of)?\s+{NAME}{YEAR}")
MONTH_FIRST = lazy(rf"\b{NAME}\s+(?:the\s+)?(?P<days>{ORDINAL})(?!\s*[–-]\s*\d){YEAR}")
# What a date in figures, or one with an ordinal or a comma, has at least: found much faster than the date itself.
LIKE_FIGURES = lazy(r"\d(?:/\d{1,2}/\d\d|[.-]\d{1,2}[.-](?:19|20)\d\d)")
LIKE_ORDINAL = lazy(r"\d(?:(?:st|nd|rd|th)\b|,?\s+(?:19|20)\d\d\b)|,\s+(?:19|20)\d\d\b")
ENDING = lazy(r"(?<=\d)(?:st|nd|rd|th)\b|\bthe\s+")


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


def only_date(text: str) -> str | None:
    """The date that a text such as `25/12/2012`, `25th December 2012` or `December 25, 2012` can only mean, as it is to be written."""
    text = text.strip()
    if found := FIGURES.fullmatch(text):
        year, one, other = int(found[4]), int(found[1]), int(found[3])
        days = {day for month, number in ((one, other), (other, one)) if (day := _day(year, month, number))}
        return long_date(days.pop()) if len(days) == 1 else None
    found = DAY_FIRST.fullmatch(text) or MONTH_FIRST.fullmatch(text)
    plain = in_order(found) if found else ""
    return plain if read_date(plain) else None


def in_order(found: re.Match[str]) -> str:
    """What a match of DAY_FIRST or MONTH_FIRST says as it is to be written: `12 July 2012`."""
    month = next(name for name in MONTHS if name.startswith(found["month"][:3].casefold()))
    return " ".join(filter(None, (ENDING.sub("", found["days"]), month.capitalize(), found["year"])))


def long_date(day: date) -> str:
    """`31 March 2013`, whatever the locale."""
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
