"""Findings as SARIF 2.1.0, an OASIS standard that code review reads.

Paths begin at the root of the repository, which is what `%SRCROOT%` stands for by convention (3.4.4): code scanning takes them so, and
overlooks `originalUriBaseIds`. Columns count code points (`columnKind`, 3.14.17), and the end of a region is exclusive (3.30.8).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache
from json import dumps
from posixpath import join
from typing import Any
from urllib.parse import quote

from docgen.diagnostics import Diagnostic, Severity, Silenced, mask
from docgen.digest import blake2b
from docgen.record import Record
from docgen.report.findings import message_of
from docgen.source import Source, Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
FINGERPRINT = "docgenLine/v1"  # the name of a finding and the words of its line: what stays when lines above it come and go
Json = dict[str, Any]


class Page(Record):
    """What there is to say of a kind of finding."""

    severity: Severity
    text: str


class Run(Record):
    """What holds for all findings: the version of docgen, the folder of the workspace in its repository, and what is never repeated."""

    version: str
    below: str = ""
    own: tuple[re.Pattern[str], ...] = ()

    def place(self, span: Span) -> Json:
        """Where a span stands; its region, but for what is about a file as such."""
        uri = quote(mask(join(self.below, span.source.path), self.own))
        region = region_of(span) if span.end > 0 else {"startLine": 1}
        return {"physicalLocation": {"artifactLocation": {"uri": uri, "uriBaseId": ROOT}, "region": region}}


def as_sarif(findings: Iterable[Diagnostic], page: Callable[[str], Page], run: Run, silenced: Iterable[Silenced] = ()) -> str:
    """The log of one run, with the pages of the findings that it has; what a comment silences is there with its reason (3.35)."""
    found = [*((finding, "") for finding in findings), *((entry.finding, entry.reason) for entry in silenced)]
    names = sorted({finding.name for finding, _ in found})
    some = any(reason for _, reason in found)
    twice: Counter[str] = Counter()
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "docgen", "version": run.version, "rules": [_rule(name, page(name)) for name in names]}},
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {ROOT: {"description": {"text": "The root of the repository."}}},
                "results": [_result(finding, names.index(finding.name), run, twice) | _suppressions(reason, some, run) for finding, reason in found],
            }
        ],
    }
    return dumps(log, ensure_ascii=False, indent=2) + "\n"


def region_of(span: Span) -> Json:
    """Lines and columns of a span, 1-based."""
    line, column = span.source.position(span.start)
    end_line, end_column = span.source.position(span.end)
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _rule(name: str, page: Page) -> Json:
    head, _, _ = page.text.partition("\n\n")
    return {
        "id": name,
        "shortDescription": {"text": head.partition("\n")[0]},
        "fullDescription": {"text": " ".join(head.split())},
        "help": {"text": page.text, "markdown": page.text},
        "defaultConfiguration": {"level": str(page.severity)},
    }


def _result(finding: Diagnostic, index: int, run: Run, twice: Counter[str]) -> Json:
    result: Json = {
        "ruleId": finding.name,
        "ruleIndex": index,
        "level": str(finding.severity),
        "message": {"text": mask(message_of(finding), run.own)},
        "locations": [run.place(finding.span)],
        "partialFingerprints": {FINGERPRINT: _fingerprint(finding, run.own, twice)},
    }
    if finding.related:
        result["relatedLocations"] = [run.place(span) for span in finding.related]
    fixes = _fixes(finding, run)
    return result | ({"fixes": fixes} if fixes else {})


def _suppressions(reason: str, some: bool, run: Run) -> Json:
    """Why a comment in the note silences a finding; where some are silenced, each of the others says that it is not (3.27.23)."""
    if not some:
        return {}
    return {"suppressions": [{"kind": "inSource", "justification": mask(reason, run.own)}] if reason else []}


def _fixes(finding: Diagnostic, run: Run) -> list[Json]:
    """How a finding is mended; nothing where that would repeat what must not be repeated."""
    fix = finding.fix
    if fix is None or mask(fix.text, run.own) != fix.text:
        return []
    replacement = {"deletedRegion": region_of(fix.span), "insertedContent": {"text": fix.text}}
    change = {"artifactLocation": run.place(fix.span)["physicalLocation"]["artifactLocation"], "replacements": [replacement]}
    return [{"description": {"text": f"docgen check --fix mends {finding.name}"}, "artifactChanges": [change]}]


@lru_cache(maxsize=16)
def _words(source: Source, line: int, own: tuple[re.Pattern[str], ...]) -> str:
    """What a line says, masked; findings come line by line, and a line may have thousands."""
    return " ".join(mask(source.line(line), own).split())


def _fingerprint(finding: Diagnostic, own: tuple[re.Pattern[str], ...], twice: Counter[str]) -> str:
    """Sixteen hexadecimal digits that stay the same while other lines change; a second such finding in a file is counted."""
    source = finding.span.source
    words = _words(source, source.position(finding.span.start)[0], own)
    told = f"{finding.name}\0{source.path}\0{words}"
    twice[told] += 1
    return blake2b(f"{told}\0{twice[told]}".encode(errors="surrogatepass"), digest_size=8).hexdigest()
