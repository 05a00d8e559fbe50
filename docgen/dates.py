"""Dates in running text: what they look like, and how they are written in one form."""

from __future__ import annotations

import re
from datetime import date

from docgen.pattern import lazy

MONTHS = "January February March April May June July August September October November December".split()
FIGURES = lazy(r"(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)")
MONTH = "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
NAME = rf"(?P<month>{MONTH})\b(?:\.(?=,?\s+[a-z\d]))?"
YEAR = r"(?:(?P<comma>,)?\s+(?P<year>(?:19|20)\d\d)\b)?"
ORDINAL = r"\d{1,2}(?:st|nd|rd|th)?(?![\w/])"
DAY_FIRST = lazy(rf"(?P<the>\b[Tt]he\s+)?(?<![\d.,/-])(?P<days>{ORDINAL}(?:\s*(?:,|–|-|to|and|&|or)\s*(?:the\s+)?{ORDINAL}){{0,3}})(?:\s+day)?(?P<of>\s+of)?\s+{NAME}{YEAR}")
MONTH_FIRST = lazy(rf"\b{NAME}\s+(?:the\s+)?(?P<days>{ORDINAL})(?!\s*[–-]\s*\d){YEAR}")
# What a date in figures, or one with an ordinal or a comma, has at least: found much faster than the date itself.
LIKE_FIGURES = lazy(r"/\d{1,2}/\d\d"), lazy(r"\.\d{1,2}\.\d\d"), lazy(r"-\d{1,2}-(?:19|20)\d\d")
# A figure is found much faster than what may stand before it.
LIKE_ORDINAL = lazy(r"\d(?:st|nd|rd|th)\b"), lazy(r"(?:1(?<=[\d,\s]\s1)9|2(?<=[\d,\s]\s2)0)\d\d\b")
ENDING = lazy(r"(?<=\d)(?:st|nd|rd|th)\b|\bthe\s+")


def only_date(figures: str) -> str | None:
    """The date that figures such as `25/12/2012` can only mean, as it is to be written; None for those that can mean two."""
    found = FIGURES.fullmatch(figures)
    if found is None:
        return None
    year, one, other = int(found[4]), int(found[1]), int(found[3])
    days = {day for month, number in ((one, other), (other, one)) if (day := day_of(year, month, number))}
    return long_date(days.pop()) if len(days) == 1 else None


def in_order(found: re.Match[str]) -> str:
    """What a match of DAY_FIRST or MONTH_FIRST says as it is to be written: `12 July 2012`."""
    month = MONTHS[month_of(found["month"]) - 1]
    return " ".join(filter(None, (ENDING.sub("", found["days"]), month, found["year"])))


def long_date(day: date) -> str:
    """`31 March 2013`, whatever the locale."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def month_of(word: str) -> int:
    """The number of a month by its name or the first three letters of it, small or large."""
    return next(number for number, name in enumerate(MONTHS, 1) if name.startswith(word[:3].capitalize()))


def day_of(year: int, month: int, day: int) -> date | None:
    """A day, or None where the calendar has no such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
