"""Diagnostics: what is wrong, where, and what to do about it, as data.

Nothing here prints. `report` shows diagnostics, `check` and `parse` make them. `mask` is the one function
through which every echo of a note's text passes, so that no message repeats an identifier of a child.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from docgen.pattern import lazy
from docgen.record import Record
from docgen.source import Span


class Severity(StrEnum):
    """How bad a finding is: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Edit(NamedTuple):
    """A replacement for the text of one span; an empty span is a place to insert at."""

    span: Span
    text: str


class Diagnostic(Record):
    """One finding about the notes. `name` is its kebab-case name; `hint` is what to do, as a clause."""

    name: str
    severity: Severity
    message: str
    span: Span
    hint: str | None = None
    related: tuple[Span, ...] = ()
    fix: Edit | None = None

    def at(self, severity: Severity) -> Diagnostic:
        """The same finding with another severity."""
        return self if severity is self.severity else Diagnostic(self.name, severity, self.message, self.span, self.hint, self.related, self.fix)

    def mended_by(self, fix: Edit) -> Diagnostic:
        """The same finding with an edit that mends it."""
        return Diagnostic(self.name, self.severity, self.message, self.span, self.hint, self.related, fix)


class Silenced(Record):
    """A finding that a comment in the note lets stand, and the reason that it gives."""

    finding: Diagnostic
    reason: str


def error(name: str, message: str, span: Span, hint: str | None = None, related: tuple[Span, ...] = ()) -> Diagnostic:
    """A finding that stops the build."""
    return Diagnostic(name, Severity.ERROR, message, span, hint, related)


def warning(
    name: str, message: str, span: Span, hint: str | None = None, fix: Edit | None = None
) -> Diagnostic:
    """A finding that a draft goes through with."""
    return Diagnostic(name, Severity.WARNING, message, span, hint, (), fix)


def ordered(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Findings by path and place, each said once."""
    unique = {(d.span.source.path, d.span.start, d.span.end, d.name, d.message): d for d in findings}
    return [unique[key] for key in sorted(unique)]


def has_errors(findings: Iterable[Diagnostic]) -> bool:
    """True where one of the findings stops the build."""
    return any(finding.severity is Severity.ERROR for finding in findings)


# Shapes of identifiers that must never be repeated (design: safe to share). Lines may be of any length, so each pattern takes linear
# time: repetitions are short or possessive. GAP is what may stand between digits, as in 943 476 5919 or 943&nbsp;476&nbsp;5919.
# as in 943<b>476</b>5919, or a blank or two and a dash.
GAP = r"(?:&\#?\w{1,8};|</?\w{1,8}>|[\W_]){0,4}"
# What follows has six digits at least, and most lines have fewer.
SIX_DIGITS = r"(?:\D*+\d){6}"
NUMBER = rf"\d(?:{GAP}\d){{6,}}+"
# The letters that a prefix may have; a word such as "in" before a year is none.
NATIONAL_INSURANCE = rf"(?i:(?<![^\W_])[a-ceghj-prstw-z][a-ceghj-nprstw-z]{GAP}(\d(?:{GAP}\d){{5}}){GAP}[a-d](?![^\W_]))"
PUPIL = r"(?i:(?<![^\W_])[a-z]\d{11}[a-z0-9](?![^\W_]))"
# One of these is in whatever AT matches.
AT_SIGNS = ("@", "%40", "&#64;", "&commat;", "(at", "[at")
AT = r"(?:@| @ |%40|&#64;|&commat;| ?[(\[]at[)\]] ?)"
E_MAIL = rf"(?<![\w.+'-])[\w.+'-]++{AT}[\w-]++\.[\w.-]++"
# A number that is made of nothing but dates and years stays readable: notes are full of them.
DATE = r"(?>(?:1[89]|20|21)\d\d-[0-3]\d-[0-3]\d|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})(?!\d)|(?:19|20)\d\d(?:[/\u2013-]\d\d(?!\d))?)(?!\d)"
DATES = rf"{DATE}(?:[\W_]{{1,3}}{DATE})*+"
# Near one of these words no date does. A word for a month may be mistyped; what begins right behind "born" is covered with the space.
# Each pattern searches by itself, since what one takes for a date may begin inside another.
BIRTH = r"(?i:b(?:orn|irth)|(?<![^\W\d_])(?:d[\W_]{0,2}o[\W_]{0,2}b(?![^\W\d_])|b\.))"
NEAR = 40
MONTH = r"(?!(?i:born|birth|dob))[^\W\d_]{3,9}"
BIRTH_DATES = (
    r"(?i:(?<=born)|(?<=dob)|(?<=birth))[\s:]{0,9}(?i:on\s{1,3})?\d[\w /.-]{5,17}\d",
    r"(?<!\d)(?:\d{1,4}[\W_]{1,3}\d{1,2}[\W_]{1,3}\d{1,4}|\d{6})(?!\d)",
    rf"(?<!\d)\d{{1,4}}(?i:st|nd|rd|th)?[\W_]{{0,3}}(?i:(?:day )?of[\W_]{{1,3}})?{MONTH}[\W_]{{0,3}}\d{{1,4}}(?!\d)",
    rf"(?<![^\W\d_]){MONTH}[\W_]{{0,3}}\d{{1,2}}(?i:st|nd|rd|th)?[\s,.'’]{{1,3}}(?:\d{{4}}|\d{{2}})(?!\d)",
)

# Control characters and direction overrides could move a terminal's cursor or spoof a line.
UNPRINTABLE = lazy("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern when it is first needed: most runs echo nothing and need none."""
    return re.compile(pattern)


def beginning(text: str, most: int = 60) -> str:
    """How a text begins, for a message that repeats it; up to its first figure, since a date may be that of a birth."""
    end = next((at for at, letter in enumerate(text) if letter.isdigit()), len(text))
    return text if end == len(text) <= most else f"{text[: min(end, most)].rpartition(' ')[0]} …".lstrip()


def mask(text: str, own: Iterable[re.Pattern[str]] = ()) -> str:
    """The text, of the same length, with every identifier and unprintable character covered.

    `own` are the site's patterns from `identifiers:` in assessment.yaml. Dates stay readable unless the text speaks of a birth.
    """
    hidden = [match.span() for pattern in own for match in pattern.finditer(text)]
    if any(sign in text for sign in AT_SIGNS):
        hidden += (match.span() for match in _compiled(E_MAIL).finditer(text))
    if _compiled(r"\d").search(text):
        hidden += _numbers(text) if _compiled(SIX_DIGITS).match(text) else ()
        hidden += _birth_dates(text)
    return _covered(UNPRINTABLE.sub("\ufffd", text), sorted(hidden))


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where the numbers of people and cases stand."""
    for match in _compiled(NATIONAL_INSURANCE).finditer(text):
        # "by 2012-13 a third" speaks of a year.
        if not (match.group()[2].isspace() and _compiled(DATES).fullmatch(match[1])):
            yield match.span()
    yield from (match.span() for match in _compiled(PUPIL).finditer(text))
    for match in _compiled(NUMBER).finditer(text):
        if not _compiled(DATES).fullmatch(match.group()):
            yield match.span()


def _birth_dates(text: str) -> Iterator[tuple[int, int]]:
    """Where the dates stand that have a word about birth near them."""
    births = [match.start() for match in _compiled(BIRTH).finditer(text)]
    dates = (match for pattern in BIRTH_DATES for match in _compiled(pattern).finditer(text)) if births else ()
    for match in dates:
        # The word may end, and so begin, some letters before the place that is NEAR the date.
        first = bisect_left(births, match.start() - NEAR - len("d. o. b"))
        if first < len(births) and births[first] <= match.end() + NEAR:
            yield match.span()


def _covered(text: str, hidden: list[tuple[int, int]]) -> str:
    """The text with dots over some places in their order; they may overlap."""
    parts: list[str] = []
    done = 0
    for start, end in hidden:
        if end > done:
            parts += (text[done : max(start, done)], "•" * (end - max(start, done)))
            done = end
    return "".join(parts) + text[done:]
