"""`--format github` and `sarif`: what code review reads."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema.validators import validator_for

from docgen.build import load
from docgen.check import check
from docgen.cli import docgen
from docgen.commands.check import _for_machines
from docgen.diagnostics import Diagnostic, Edit, Severity, error, warning
from docgen.fix import fixed
from docgen.project import MemoryTree, WorkingTree
from docgen.report.github import as_github
from docgen.report.sarif import Page, Run, as_sarif
from docgen.source import Source
from tests.support import FRONT, SETTINGS

OFFICIAL = Path("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json")
BODY = "\U0001f642 See [@nobody], NHS 943 476 5919.\n\n## Strengths\n\n" + "- Good help.\n  - Evidence: audit\n  - Impact: quicker help\n" * 2


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A workspace in a folder of a repository."""
    (tmp_path / ".git").mkdir()
    folder = tmp_path / "our review, 50%"
    (folder / "content" / "early-help").mkdir(parents=True)
    (folder / "content" / "assessment.yaml").write_text(SETTINGS, "utf-8")
    (folder / "content" / "early-help" / "note.md").write_text(FRONT + BODY, "utf-8")
    return folder


def run(place: Path, *arguments: str) -> Result:
    return CliRunner().invoke(docgen, ["-C", str(place), "check", *arguments])


def sarif(place: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run(place, "--format", "sarif").stdout)
    return found


def test_annotations_name_files_from_the_root_of_the_repository(place: Path) -> None:
    done = run(place, "--format", "github", str(place / "content" / "early-help"))
    assert done.exit_code == 1
    assert done.stdout.splitlines()[0] == (
        "::error file=our review%2C 50%25/content/early-help/note.md,line=7,col=7,endColumn=16,title=dangling-reference::"
        'our review, 50%25/content/early-help/note.md:7:7: nothing is called "nobody"; check the identity, which stands in {#…} behind what it names [dangling-reference]'
    )
    assert done.stderr == "1 note, 3 findings (1 stops a build); docgen check --fix can mend up to 2\n"
    assert run(place, "--format", "github", "--strict").exit_code == 1


def test_without_a_repository_paths_begin_at_the_workspace(tmp_path: Path) -> None:
    source = Source("content/a.md", "One\ntwo\nthree\n")
    assert as_github([error("a-name", "wrong", source.span(2, 9), "mend it")]) == "::error file=content/a.md,line=1,endLine=3,title=a-name::content/a.md:1:3: wrong; mend it [a-name]\n"
    assert as_github([warning("a-name", "wrong: a,\r\nb", Source("a,b:c.md", "").top())]) == "::warning file=a%2Cb%3Ac.md,line=1,title=a-name::a,b:c.md:1:1: wrong: a,\ufffd\ufffdb [a-name]\n"


@pytest.mark.parametrize("form", ["github", "sarif"])
def test_nothing_that_is_covered_elsewhere_is_repeated(tmp_path: Path, form: str) -> None:
    source = Source("content/AB123456C.md", "Text CASE-123456 and 943 476 5919\n")
    place = source.span(5, 9)
    finding = Diagnostic("missing-identity", Severity.ERROR, "about 943 476 5919", place, "and CASE-123456", (place,))
    text = _for_machines(form, [finding], [re.compile(r"CASE-\d{6}")], WorkingTree(tmp_path))
    assert "•" in text or "%E2%80%A2" in text
    assert not re.search(r"5919|AB123456C|123456", text)
    mended = warning("missing-identity", "x", place, fix=Edit(source.span(3, 3), " {#nhs-9434765919}"))
    assert "fixes" not in as_sarif([mended], lambda _: Page(mended.severity, "Page."), Run("1"))


def test_sarif_has_place_page_and_remedy(place: Path) -> None:
    (log,) = sarif(place)["runs"]
    assert log["columnKind"] == "unicodeCodePoints"
    rules = [rule["id"] for rule in log["tool"]["driver"]["rules"]]
    assert rules == ["dangling-reference", "empty-section", "missing-identity"]
    assert all("Why:" in rule["help"]["text"] for rule in log["tool"]["driver"]["rules"])
    note = [result for result in log["results"] if result["ruleId"] != "empty-section"]
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in log["results"])
    where = note[0]["locations"][0]["physicalLocation"]
    assert where["artifactLocation"] == {"uri": "our%20review%2C%2050%25/content/early-help/note.md", "uriBaseId": "%SRCROOT%"}
    assert where["region"] == {"startLine": 7, "startColumn": 7, "endLine": 7, "endColumn": 16}
    assert len({json.dumps(result["partialFingerprints"]) for result in log["results"]}) == len(log["results"])


def test_a_fix_in_sarif_does_what_docgen_does() -> None:
    tree = MemoryTree({"content/assessment.yaml": SETTINGS.encode(), "content/early-help/note.md": (FRONT + BODY).encode()})
    found = [finding for finding in check(load(tree).library) if finding.fix]
    (source, wanted), = fixed(found).values()
    results = json.loads(as_sarif(found, lambda _: Page(found[0].severity, "Page."), Run("1")))["runs"][0]["results"]
    lines = source.text.splitlines(keepends=True)
    for result in reversed(results):
        (replacement,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
        region = replacement["deletedRegion"]
        assert region["startLine"] == region["endLine"]
        line = lines[region["startLine"] - 1]
        lines[region["startLine"] - 1] = line[: region["startColumn"] - 1] + replacement["insertedContent"]["text"] + line[region["endColumn"] - 1 :]
    assert "".join(lines) == wanted


def test_a_fingerprint_stays_when_other_lines_come(place: Path) -> None:
    def prints() -> dict[str, str]:
        return {result["message"]["text"]: result["partialFingerprints"]["docgenLine/v1"] for result in sarif(place)["runs"][0]["results"]}

    before = prints()
    note = place / "content" / "early-help" / "note.md"
    note.write_text(FRONT + "A line more.\n\n" + BODY, "utf-8")
    assert prints() == before


def test_a_word_file_has_no_lines_to_annotate(place: Path) -> None:
    done = run(place, "--docx", "x.docx", "--format", "sarif")
    assert done.exit_code == 2
    assert "--docx has text and json" in done.output


def official() -> dict[str, Any]:
    """The schema of the standard, from the npm package that .ci/run installs."""
    for folder in os.environ.get("NODE_PATH", "").split(os.pathsep):
        if (path := Path(folder) / OFFICIAL).is_file():
            found: dict[str, Any] = json.loads(path.read_text("utf-8-sig"))
            return found
    pytest.skip("the schema of SARIF is absent: npm install @microsoft/jest-sarif")


@pytest.mark.external
def test_sarif_is_as_its_standard_says(place: Path) -> None:
    schema = official()
    kind = validator_for(schema)
    bad = place / "content" / "bad.md"
    for text in ("---\ntitle: [\n", "\ufeffText <b>bold</b> [^1] and `code\n\n# A\n\n### B\n\n- x {#a b}\n\n[^1]: See.\n", "---\nsection: quality\naudience: internl\n---\n::: internal\n", ""):
        bad.write_text(text, "utf-8")
        log = sarif(place)
        assert log["runs"][0]["results"]
        assert [problem.message for problem in kind(schema, format_checker=kind.FORMAT_CHECKER).iter_errors(log)] == []
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert list(kind(schema).iter_errors(log))


def test_a_work_tree_of_git_counts_as_a_repository(tmp_path: Path) -> None:
    """A workspace in a work tree, where .git is a file."""
    (tmp_path / ".git").write_text("gitdir: elsewhere\n", "utf-8")
    (tmp_path / "w" / "content").mkdir(parents=True)
    (tmp_path / "w" / "content" / "assessment.yaml").write_text(SETTINGS, "utf-8")
    assert "file=w/content/assessment.yaml" in run(tmp_path / "w", "--format", "github").stdout
