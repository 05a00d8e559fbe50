"""Diagnostics: what is wrong, where, and what to do about it, as data.

Nothing here prints. `report` shows diagnostics, `check` and `parse` make them. `mask` is the one function
through which every echo of a note's text passes, so that no message repeats an identifier of a child.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from typing import NamedTuple

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


# Shapes of identifiers that must never be repeated (design: safe to share): NHS, CHI and case numbers,
# telephone numbers, National Insurance numbers, pupil numbers, e-mail addresses, dates near "born".
IDENTIFIERS = r"""
    (?<![\w.])\d(?:[ .-]?\d){6,}(?![\w])
    | (?i:\b[a-z]{2}[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[a-d]\b)
    | (?i:\b[a-z]\d{11}[a-z0-9]\b)
    | [\w.+-]+@[\w-]+\.[\w.-]+
    | (?i:(?<=born)|(?<=dob)|(?<=birth))[\s:]*(?:on\s+)?\d[\w /.-]{5,17}\d
    """
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")

# Control characters and direction overrides could move a terminal's cursor or spoof a line.
UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")


@cache
def identifiers() -> re.Pattern[str]:
    """The compiled pattern; most runs echo nothing and need none."""
    return re.compile(IDENTIFIERS, re.VERBOSE)


def mask(text: str, own: Iterable[re.Pattern[str]] = ()) -> str:
    """The text, of the same length, with every identifier and unprintable character covered.

    `own` are the site's patterns from `identifiers:` in assessment.yaml. Dates of the form 2012-07-12 stay readable.
    """
    text = UNPRINTABLE.sub("\ufffd", text)
    for pattern in (identifiers(), *own):
        text = pattern.sub(_covered, text)
    return text


def _covered(match: re.Match[str]) -> str:
    found = match.group()
    return found if ISO_DATE.fullmatch(found) else "•" * len(found)
