"""The closing line of a check: how many findings stop a build, how many more a final one, and how many `--fix` can mend."""

from __future__ import annotations

import pytest

from docgen.build import load
from docgen.check import check
from docgen.check.final import only_final
from docgen.diagnostics import Severity
from docgen.project import MemoryTree
from docgen.report.findings import mendable_as_text, stopping_as_text
from tests.support import findings, tree
from tests.test_cases import CASES, places, workspace

LED = "---\ntitle: {0}\nsection: {1}\nstatus: {2}\n---\nTBC: {0} words.\n\n![](a.png)\n"
NOTES = {"one.md": LED.format("One", "early-help", "agreed"), "two.md": LED.format("Two", "quality", "draft")}


def trees() -> list[MemoryTree]:
    found = []
    for path in sorted(CASES.glob("*.md")):
        text = path.read_text("utf-8")
        found += [workspace(text[start:end]) for start, end in places(path).values()]
    return found


def ends(tree: MemoryTree) -> tuple[set[object], set[object]]:
    """What only a final build refuses: as it is told, and as it is."""
    library = load(tree).library
    draft, final = check(library), check(library, final=True)
    errors = {(finding.name, finding.span) for finding in draft if finding.severity is Severity.ERROR}
    refused = {(finding.name, finding.span) for finding in final if finding.severity is Severity.ERROR}
    return {(finding.name, finding.span) for finding in only_final(library, draft)}, refused - errors


def test_what_only_a_final_build_refuses_is_what_it_refuses() -> None:
    said = [ends(tree) for tree in trees()]
    assert all(told == refused for told, refused in said)
    assert sum(len(told) for told, _ in said) > 50


@pytest.mark.parametrize("rules", ["", "rules: {placeholder: warning}\n", "rules: {placeholder: error}\n", "rules: {empty-section: ignore}\n"])
def test_drafts_are_left_out_and_settings_hold(rules: str) -> None:
    told, refused = ends(tree({f"content/{name}": text for name, text in NOTES.items()}, rules))
    assert told == refused


@pytest.mark.parametrize(
    ("errors", "warnings", "final", "text"),
    [
        (0, 0, 0, ""),
        (0, 2, 0, " (none stops a build)"),
        (1, 1, 0, " (1 stops a build)"),
        (2, 0, 1, " (2 stop a build, 1 more a final build)"),
        (0, 1, 1, " (none stops a build, 1 a final build)"),
        (0, 0, 1, " (1 would stop a final build)"),
    ],
)
def test_the_words(errors: int, warnings: int, final: int, text: str) -> None:
    found = findings("TBC.\n")[:1]
    levels = [Severity.ERROR] * errors + [Severity.WARNING] * warnings
    assert stopping_as_text([found[0].at(level) for level in levels], final) == text


def test_the_words_about_mending() -> None:
    body = "They met on the 12th of July 2012 and on 13th July 2012.\n\nTBC.\n"
    found = findings(body, "rules: {unexplained-abbreviation: ignore}\n")
    assert mendable_as_text(found) == "; docgen check --fix can mend up to 2"
    assert mendable_as_text(finding for finding in found if not finding.fix) == ""
