"""Dates as notes write them: `2013-03-31` or `31 March 2013`; what is in another form is told, with the right one where the day is plain."""

from __future__ import annotations

import re
from datetime import date

from docgen.dates import MONTHS, day_of, long_date, month_of
from docgen.pattern import lazy

ISO = lazy(r"(\d{4})-(\d{2})-(\d{2})")
WRITTEN = lazy(r"(\d{1,2})\s+([A-Za-z]+)\s+(\d{4})")
# Other forms, looked for only where a date is in none of the two.
FIGURES = lazy(r"(\d{1,4})[/. -](\d{1,2})[/. -](\d{1,4})")
NAMED = r"(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
DAY_FIRST = lazy(rf"(?:[a-z]+day,?\s+)?(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{NAMED},?[\s-]+'?(\d{{4}}|\d{{2}})", re.IGNORECASE)
MONTH_FIRST = lazy(rf"(?:[a-z]+day,?\s+)?{NAMED}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})", re.IGNORECASE)
NO_DAY = lazy(rf"(?:(?:by\s+)?(?:the\s+)?end\s+(?:of\s+)?)?(?:{NAMED}[\s-]+(\d{{4}})|(\d{{1,2}})/(\d{{4}}))", re.IGNORECASE)
FORMS = "write 2013-03-31 or 31 March 2013"


def read_date(text: str) -> date | None:
    """The day, or None where the text is no date in one of the two forms."""
    if found := ISO.fullmatch(text.strip()):
        return day_of(int(found[1]), int(found[2]), int(found[3]))
    found = WRITTEN.fullmatch(text.strip())
    if found and found[2].capitalize() in MONTHS:
        return day_of(int(found[3]), month_of(found[2]), int(found[1]))
    return None


def is_ambiguous(text: str) -> bool:
    """True for figures such as 03/04/12, which are a different day to different readers."""
    return len(_readings(text.strip())) > 1


def instead(text: str) -> tuple[str, str, str | None] | None:
    """What is wrong with a date in another form, what to do, and the date as it is to be written where only one day can be meant.

    None where nobody can tell what day or month is meant.
    """
    text = text.strip().rstrip(".")
    days = _readings(text) | _worded(text)
    if len(days) == 1:
        written = long_date(days.pop())
        return f'"{text}" is a date in another form', f"write {written}", written
    found = NO_DAY.fullmatch(text)
    month = (month_of(found[1]) if found[1] else int(found[3])) if found else 0
    last = _last_day(int(found[2] or found[4]), month) if found else None
    return (f'"{text}" names no day', f"write one, such as {long_date(last)}", None) if last else None


def _readings(text: str) -> set[date]:
    """The days that figures may mean: day or month first, or the year, which may have two figures."""
    found = FIGURES.fullmatch(text)
    if not found or ISO.fullmatch(text):
        return set()
    one, two, three = map(int, found.groups())
    readings = [(one, two, three), (one, three, two)] if len(found[1]) > 2 else [(three, two, one), (three, one, two)]
    if len(found[1]) < 3 and len(found[3]) < 3:
        readings = [(2000 + year, month, day) for year, month, day in (*readings, (one, two, three))]
    return {day for year, month, other in readings if (day := day_of(year, month, other))}


def _worded(text: str) -> set[date]:
    """The day of `31st of Mar 2027` or `March 31, 2027`."""
    if found := DAY_FIRST.fullmatch(text):
        year = int(found[3])
        days = [day_of(year if year > 99 else 2000 + year, month_of(found[2]), int(found[1]))]
    elif found := MONTH_FIRST.fullmatch(text):
        days = [day_of(int(found[3]), month_of(found[1]), int(found[2]))]
    else:
        days = []
    return {day for day in days if day}


def _last_day(year: int, month: int) -> date | None:
    return next((day for number in range(31, 27, -1) if (day := day_of(year, month, number))), None)
