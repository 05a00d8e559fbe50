"""Findings as text for people and as JSON for machines. Every echo of a note goes through `mask`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from docgen.diagnostics import Diagnostic, Severity, Silenced, mask

COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m"}
PLAIN = "\x1b[0m"
WIDEST = 160
# What is masked on either side of what a long line shows, so that an identifier that reaches into it is seen whole.
MARGIN = 500
TAB = "    "


def as_text(findings: Iterable[Diagnostic], own: Iterable[re.Pattern[str]] = (), colour: bool = False) -> str:
    """The findings one below the other, each with its line and a mark under the place; an empty text for none."""
    patterns = tuple(own)
    return "".join(one_as_text(finding, patterns, colour) for finding in findings)


def one_as_text(finding: Diagnostic, own: tuple[re.Pattern[str], ...], colour: bool) -> str:
    """`path:line:column: severity: message; hint [name]`, the line, and carets."""
    source = finding.span.source
    line, column = source.position(finding.span.start)
    said = mask(message_of(finding), own)
    level = f"{COLOURS[finding.severity]}{finding.severity}{PLAIN}" if colour else str(finding.severity)
    head = f"{_place(finding, own)}: {level}: {said} [{finding.name}]\n"
    return head + _excerpt(finding, line, column, own)


def silenced_as_text(silenced: Iterable[Silenced], own: Iterable[re.Pattern[str]] = ()) -> str:
    """A line for each finding that is not told, with the reason: `path:line:column: silenced: long-sentence because …`."""
    patterns = tuple(own)
    return "".join(f"{_place(entry.finding, patterns)}: silenced: {entry.finding.name} because {mask(entry.reason, patterns)}\n" for entry in silenced)


def silenced_as_count(silenced: Sequence[Silenced]) -> str:
    """How many findings are not told, to end a line of counts; an empty text for none."""
    return f", {len(silenced):,} silenced" if silenced else ""


def stopping_as_text(findings: Sequence[Diagnostic], final: int = 0) -> str:
    """How many of the findings stop a build, and how many more a final one, in brackets behind their count; an empty text for none at all."""
    count = sum(finding.severity is Severity.ERROR for finding in findings)
    stop = f"{count:,} {'stops' if count == 1 else 'stop'} a build" if count else "none stops a build"
    parts = [stop] if findings else []
    if final:
        parts.append(f"{final:,}{' more' if count else ''} {'' if findings else 'would stop '}a final build")
    return f" ({', '.join(parts)})" if parts else ""


def mendable_as_text(findings: Iterable[Diagnostic]) -> str:
    """How many of the findings have an edit, to end a line of counts; an empty text for none. `--fix` leaves what would bring an error."""
    count = sum(finding.fix is not None for finding in findings)
    return f"; docgen check --fix can mend up to {count:,}" if count else ""


def _place(finding: Diagnostic, own: tuple[re.Pattern[str], ...]) -> str:
    source = finding.span.source
    place = source.place(finding.span)
    return f"{_path(source.path, own)}:{place if source.marked else mask(place, own)}"


@lru_cache(maxsize=256)
def _path(path: str, own: tuple[re.Pattern[str], ...]) -> str:
    """A path as it may be shown; a note may have many findings."""
    return mask(path, own)


def message_of(finding: Diagnostic) -> str:
    """The message with what to do about it."""
    return f"{finding.message}; {finding.hint}" if finding.hint else finding.message


def _excerpt(finding: Diagnostic, line: int, column: int, own: tuple[re.Pattern[str], ...]) -> str:
    """The line with a mark below the place; nothing where the finding is about the file as such."""
    source, span = finding.span.source, finding.span
    text = source.line(line)
    start, shown = _window(text, column, own)
    if not shown.strip() or span.start == span.end == 0:
        return ""
    if not source.marked:
        return f"{line:>5} | {shown}\n"
    end_line, end_column = source.position(span.end)
    last = end_column if end_line == line else len(text) + 1
    carets = "^" * max(1, min(last - column, len(shown) - (column - 1 - start)))
    return f"{line:>5} | {shown}\n      | {' ' * (column - 1 - start)}{carets}\n"


def _window(text: str, column: int, own: tuple[re.Pattern[str], ...]) -> tuple[int, str]:
    """The masked line, of a long one the part around a column, and the 0-based column at which it starts."""
    start = max(0, min(column - WIDEST // 2, len(text) - WIDEST))
    before = max(0, start - MARGIN)
    part = mask(text[before : start + WIDEST + MARGIN].replace("\t", " "), own)
    return start, part[start - before : start - before + WIDEST]


def as_json(findings: Iterable[Diagnostic], own: Iterable[re.Pattern[str]] = ()) -> str:
    """One array of `{path, line, column, end_line, end_column, name, severity, message, hint, fixable}`."""
    from json import dumps

    patterns = tuple(own)
    return dumps([_row(finding, patterns) for finding in findings], ensure_ascii=False, indent=2) + "\n"


def _row(finding: Diagnostic, own: tuple[re.Pattern[str], ...]) -> dict[str, object]:
    source = finding.span.source
    line, column = source.position(finding.span.start)
    end_line, end_column = source.position(finding.span.end)
    return {
        "path": mask(source.path, own),
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "name": finding.name,
        "severity": str(finding.severity),
        "message": mask(finding.message, own),
        "hint": mask(finding.hint, own) if finding.hint else None,
        "fixable": finding.fix is not None,
    }


def counted(count: int, noun: str) -> str:
    """`1 warning`, `2 warnings`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
