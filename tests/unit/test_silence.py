"""Comments that let a finding stand, beyond what the cases show: in builds, in rules that rest, in hostile notes, and never in a Word file."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from io import BytesIO
from time import process_time
from types import FrameType
from zipfile import ZipFile

import pytest

from docgen.build import build, load
from docgen.check import check, judge
from docgen.check.allow import UNSILENCED
from docgen.check.names import NAMES
from docgen.check.silence import Silence
from docgen.check.table import FIXED
from docgen.commands.explain import run_explain, run_rules
from docgen.diagnostics import Severity
from docgen.report.sarif import Page, Run, as_sarif
from tests.support import FRONT, NOTE, findings, loaded, made, names, tree

ALLOW = "<!-- docgen: allow {} because of the wording of the Act -->"
LONG = "Every agency " + "and every other agency " * 9 + "was asked."


def test_a_build_goes_by_the_comments_and_no_part_of_the_file_holds_them() -> None:
    comment = ALLOW.format("dangling-reference, long-sentence")
    front = FRONT.replace("agencies: [council]", f"agencies: [cuoncil]  # {comment[5:-4].replace('dangling-reference, long-sentence', 'unknown-agency')}")
    body = f"## Heading {comment.replace('dangling-reference, ', '').replace('because', 'BECAUSE')}\n\n{LONG} {comment}\n\n- See [@nobody]. {comment}\n\n| a {comment} |\n|---|\n| b |\n\n{comment}\n"
    built = build(load(tree({NOTE: front + body})), "uncommitted", False)
    assert built.data is not None
    assert built.differences == ()
    assert {finding.name for finding in built.findings} == {"empty-section", "unused-allow"}
    with ZipFile(BytesIO(built.data)) as package:
        whole = b"".join(package.read(name) for name in package.namelist()).lower()
    assert b"docgen:" not in whole
    assert b"wording of the act" not in whole


def test_a_reference_to_something_withheld_is_silenced_where_it_is_assembled_too() -> None:
    body = "See [@kept].\n\n## Strengths\n\n- Kept. {#kept}\n  - Audience: internal\n"
    assert "reference-to-withheld" in {finding.name for finding in made(body).findings}
    silent = made(body.replace("See [@kept].", f"See [@kept]. {ALLOW.format('reference-to-withheld')}"))
    assert not {"reference-to-withheld", "unused-allow"} & {finding.name for finding in silent.findings}


def test_what_only_a_final_build_tells_is_not_unused_in_a_draft() -> None:
    note = "---\ntitle: A  # docgen: allow draft-note because it is under way\nsection: early-help\n---\nText.\n"
    assert names({NOTE: note}) == []
    library = loaded({NOTE: note}).library
    assert [(entry.finding.name, entry.reason) for entry in judge(library, True).silenced] == [("draft-note", "it is under way")]


def test_review_formats_have_the_reason_of_what_is_silenced() -> None:
    verdict = judge(loaded(f"{LONG} {ALLOW.format('long-sentence')}\n\nSee [@nobody], NHS 943 476 5919. {ALLOW.format('dangling-reference').replace('Act', '943 476 5919')}\n\n![](images/uptake.png)\n").library)
    log = json.loads(as_sarif(verdict.findings, lambda name: Page(Severity.WARNING, name), Run("1"), verdict.silenced))
    reasons = {result["ruleId"]: [entry["justification"] for entry in result["suppressions"]] for result in log["runs"][0]["results"]}
    assert reasons["missing-alt-text"] == []
    assert reasons["long-sentence"] == ["of the wording of the Act"]
    assert reasons["dangling-reference"] == ["of the wording of the ••••••••••••"]


def test_settings_that_cannot_be_read_make_no_comment_unused() -> None:
    found = findings(f"Text. {ALLOW.format('long-sentence')}\n", "title: a: b\n")
    assert [finding.name for finding in found] == ["yaml-syntax"]


def test_of_two_comments_the_nearer_one_silences() -> None:
    body = f"{ALLOW.format('long-sentence')}\n::: note\n{LONG} {ALLOW.format('long-sentence')}\n\nShort.\n:::\n"
    (finding,) = findings(body)
    assert (finding.name, finding.span.source.position(finding.span.start)[0]) == ("unused-allow", 7)


def test_a_fix_is_not_made_where_a_comment_lets_the_finding_stand() -> None:
    assert [finding.name for finding in findings(f"## Strengths\n\n- One. {ALLOW.format('missing-identity')}\n- Two.\n") if finding.fix] == ["missing-identity"]


@pytest.mark.parametrize("name", sorted({*FIXED, *UNSILENCED}))
def test_what_guards_text_is_never_silenced(name: str) -> None:
    told = findings(f"Text. {ALLOW.format(name)}\n")
    assert [finding.name for finding in told] == ["wrong-allow"]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_any_way(newline: str) -> None:
    note = "\ufeff" + FRONT.replace("council", "cuoncil").replace("status", "# docgen: allow unknown-agency because it joins later\nstatus") + f"{ALLOW.format('long-sentence')}\n{LONG}\n"
    found = findings({NOTE: note.replace("agencies", "# docgen: allow unknown-agency because it joins later\nagencies").replace("\n", newline)})
    assert [finding.name for finding in found] == ["unused-allow"]


HOSTILE = {
    "comments": f"{ALLOW.format('long-sentence')}\n" * 3_000,
    "findings": f"{LONG} {ALLOW.format('long-sentence')}\n\n" * 2_000,
    "in one line": "a " + ALLOW.format("long-sentence") * 2_000,
    "unclosed": "<!-- docgen: allow\n" + "<!-- " * 100_000,
    "blanks": f"a <!-- docgen: allow{' ' * 200_000}x -->",
    "names": f"a <!-- docgen: allow {'x ' * 2_000}because of it -->",
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_comment_takes_long(body: str) -> None:
    library = loaded(body).library
    start = process_time()
    check(library)
    assert process_time() - start < 2


def test_explain_and_rules_say_what_can_be_silenced(capsys: pytest.CaptureFixture[str]) -> None:
    run_rules()
    listed = capsys.readouterr().out
    for name in NAMES:
        run_explain(name)
        page = capsys.readouterr().out
        assert ("<!-- docgen: allow" in page.splitlines()[-1]) is (name not in FIXED and name not in UNSILENCED)
        (line,) = (line for line in listed.splitlines() if line.startswith(f"  {name} "))
        assert ("*" in line[:38]) is (name in FIXED)


def steps(work: Callable[[], object]) -> int:
    """How many steps of Python some work takes."""
    count = 0

    def step(frame: FrameType, event: str, _: object) -> object:
        nonlocal count
        frame.f_trace_opcodes = True
        count += event == "opcode"
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


ASIDE = "# docgen: allow unused-glossary-entry because it comes"
IN_SETTINGS: dict[str, Callable[[int], str]] = {
    "above one setting": lambda count: f"{ASIDE}\n" * count + "contact: Ask us.\n",
    "above many lines": lambda count: f"{ASIDE}\n" * count + "glossary:\n" + "".join(f"  C{number}: A long form\n" for number in range(count)),
    "at the end": lambda count: f"{ASIDE}\n" * count,
    "behind each line": lambda count: "glossary:\n" + "".join(f"  C{number}: A long form  {ASIDE}\n" for number in range(count)),
    "above each line": lambda count: "glossary:\n" + "".join(f"  {ASIDE}\n  C{number}: A long form\n" for number in range(count)),
}


@pytest.mark.parametrize("lines", IN_SETTINGS.values(), ids=IN_SETTINGS.keys())
def test_twice_as_many_comments_in_settings_take_twice_the_work(lines: Callable[[int], str]) -> None:
    def work(count: int) -> int:
        library = loaded("Text.\n", lines(count)).library
        silenced = [entry.finding for entry in judge(library).silenced]
        return steps(lambda: Silence(library).sort(silenced))

    assert work(120) < 2.2 * work(60)
