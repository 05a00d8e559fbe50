"""Findings as workflow commands of GitHub Actions, which shows them beside the lines of a pull request.

GitHub looks for a file below the root of the repository, wherever the command ran; so paths begin there, and not at the workspace as
in JSON. It shows ten errors and ten warnings of a step; each message has its place in words too, for the log has them all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from posixpath import join

from docgen.diagnostics import Diagnostic, mask
from docgen.report.findings import message_of

ESCAPES = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
IN_PROPERTIES = (*ESCAPES, (":", "%3A"), (",", "%2C"))


def as_github(findings: Iterable[Diagnostic], own: Iterable[re.Pattern[str]] = (), below: str = "") -> str:
    """One line a finding; `below` is the folder of the workspace, as seen from the root of the repository."""
    patterns = tuple(own)
    return "".join(_command(finding, patterns, below) for finding in findings)


def _command(finding: Diagnostic, own: tuple[re.Pattern[str], ...], below: str) -> str:
    """`::error file=…,line=…::message`."""
    span, source = finding.span, finding.span.source
    line, column = source.position(span.start)
    end_line, end_column = source.position(span.end)
    path = mask(join(below, source.path), own)
    properties: dict[str, object] = {"file": path, "line": line}
    if end_line == line and span.end > 0:  # GitHub takes columns of one line only
        properties |= {"col": column, "endColumn": end_column}
    elif end_line > line:
        properties |= {"endLine": end_line}
    properties["title"] = finding.name
    shown = ",".join(f"{name}={_escaped(str(value), IN_PROPERTIES)}" for name, value in properties.items())
    said = mask(message_of(finding), own)
    return f"::{finding.severity} {shown}::{_escaped(f'{path}:{line}:{column}: {said} [{finding.name}]', ESCAPES)}\n"


def _escaped(text: str, escapes: tuple[tuple[str, str], ...]) -> str:
    for sign, escaped in escapes:
        text = text.replace(sign, escaped)
    return text
