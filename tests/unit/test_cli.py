"""The command line as a user meets it: output, exit status, and what is left behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NoReturn

import pytest

from docgen.commands.build import run_build
from docgen.project import WorkingTree
from docgen.word.readback import ReadbackError
from tests.command_line import run
from tests.support import FRONT, PNG, SETTINGS

OUTPUT = "output/2026-test-partners.docx"


def started(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """The same as `run` in a process of its own."""
    command = [sys.executable, "-m", "docgen", *arguments]
    paths = os.pathsep.join([str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", "")])
    env = os.environ | {"PYTHONPATH": paths}
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "content" / "early-help").mkdir(parents=True)
    (tmp_path / "content" / "assessment.yaml").write_text(SETTINGS, "utf-8")
    (tmp_path / "content" / "early-help" / "note.md").write_text(FRONT + "Text.\n\n## Strengths\n\n- Good help.\n", "utf-8")
    return tmp_path


def write(place: Path, body: str) -> None:
    (place / "content" / "early-help" / "note.md").write_text(FRONT + body, "utf-8")


def test_init_makes_a_workspace_that_builds_without_a_finding(tmp_path: Path) -> None:
    made = run("init", "trial", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "trial" / ".gitignore").read_text("utf-8").startswith("output/") or "output/" in (tmp_path / "trial" / ".gitignore").read_text("utf-8")
    built = run("-C", "trial", "build", "--final", cwd=tmp_path)
    assert (built.returncode, built.stderr) == (0, "")
    path, summary = built.stdout.splitlines()
    assert (tmp_path / path).is_file()
    assert summary.startswith("4 notes, 4 sections, ")
    assert "0 warnings" in summary
    again = run("init", "trial", cwd=tmp_path)
    assert (again.returncode, again.stdout) == (2, "")


def test_build_says_how_many_notes_are_not_in_the_document(place: Path) -> None:
    write(place, "Text.\n")
    closed = FRONT.replace("status: agreed", "status: agreed\naudience: internal")
    (place / "content" / "early-help" / "closed.md").write_text(closed + "Words for few.\n", "utf-8")
    before = run("build", cwd=place).stdout.splitlines()[1].partition(",")[0]
    assert before.endswith("notes (1 left out)")
    (place / "content" / "early-help" / "draft.md").write_text(FRONT.replace("agreed", "draft") + "Words to come.\n", "utf-8")
    assert run("build", cwd=place).stdout.splitlines()[1].partition(",")[0].endswith("notes (1 left out)")
    (place / "content" / "early-help" / "draft.md").write_text(FRONT.replace("agreed", "withdrawn") + "Words gone.\n", "utf-8")
    assert run("build", cwd=place).stdout.splitlines()[1].partition(",")[0].endswith("notes (2 left out)")


def test_build_writes_one_file_and_says_so(place: Path) -> None:
    done = started("build", cwd=place)
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == OUTPUT.replace("/", os.sep)
    assert sorted(path.name for path in (place / "output").iterdir()) == ["2026-test-partners.docx"]


def test_a_build_says_how_many_findings_comments_silence(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (place / "content" / "images").mkdir()
    (place / "content" / "images" / "uptake.png").write_bytes(PNG)
    kept = "![](images/uptake.png) <!-- docgen: allow missing-alt-text because the text says it -->\n\nSee [@hidden]. <!-- docgen: allow reference-to-withheld because it is told below -->\n"
    write(place, f"{kept}\n## Strengths\n\n- Kept. {{#hidden}}\n  - Audience: internal\n")
    assert run_build(WorkingTree(place), None, False) == 0
    assert " warnings, 2 silenced, " in capsys.readouterr().out
    write(place, f"{kept}\nSee [@nobody].\n\n## Strengths\n\n- Kept. {{#hidden}}\n  - Audience: internal\n")
    assert run_build(WorkingTree(place), None, False) == 1
    assert ", 2 silenced\n" in capsys.readouterr().err


def test_errors_leave_the_old_output_untouched(place: Path) -> None:
    run("build", cwd=place)
    before = (place / OUTPUT).read_bytes()
    write(place, "See [@nobody].\n")
    failed = started("build", cwd=place)
    assert failed.returncode == 1
    assert "[dangling-reference]" in failed.stderr
    assert failed.stdout == ""
    assert (place / OUTPUT).read_bytes() == before


def test_output_is_relative_to_the_current_folder_also_under_c(place: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere"
    other.mkdir()
    done = run("-C", str(place), "build", "-o", "here.docx", cwd=other)
    assert done.returncode == 0, done.stderr
    assert (other / "here.docx").is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("build", "-o", "content"), "is a folder"),
        (("build", "-o", "content/early-help/note.md"), "does not end in .docx"),
        (("build", "-o", "content/x.docx"), "among the notes"),
        (("build", "--nonsense"), "No such option"),
        (("biuld",), "No such command"),
        (("-C", "nowhere", "build"), "there is no folder"),
        (("explain", "unknown-agncy"), 'did you mean "unknown-agency"?'),
        (("new", "erly-help", "Title"), 'did you mean "early-help"?'),
        (("check", "no-such-file.md"), "there is no no-such-file.md"),
        (("check", "report.docx"), "write docgen check --docx report.docx"),
        (("check", "--diff"), "write docgen check --fix --diff"),
    ],
)
def test_wrong_use_is_one_line_and_status_2(place: Path, arguments: tuple[str, ...], said: str) -> None:
    (place / "report.docx").write_bytes(b"PK")
    done = run(*arguments, cwd=place)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_no_workspace_is_one_line(tmp_path: Path) -> None:
    done = started("build", cwd=tmp_path)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "docgen init" in done.stderr


def test_check_as_json_has_the_stable_keys(place: Path) -> None:
    write(place, "## Recommendations\n\n- Do it. {#do}\n  - Lead: polcie\n")
    done = run("check", "--format", "json", "content/early-help", cwd=place)
    assert done.returncode == 1
    (finding,) = (finding for finding in json.loads(done.stdout) if finding["severity"] == "error")
    assert finding == {
        "path": "content/early-help/note.md",
        "line": 10,
        "column": 11,
        "end_line": 10,
        "end_column": 17,
        "name": "unknown-agency",
        "severity": "error",
        "message": 'no agency is called "polcie"',
        "hint": 'did you mean "police"?',
        "fixable": False,
    }


def test_fix_adds_identities_and_nothing_else(place: Path) -> None:
    path = place / "content" / "early-help" / "note.md"
    body = "\ufeff" + (FRONT + "## Strengths\n\n- Good *help* for all.\n  - Evidence: audit\n- Good help for all.\n").replace("\n", "\r\n")
    path.write_bytes(body.encode())
    done = run("check", "--fix", "content/early-help", cwd=place)
    assert done.returncode == 0, done.stderr
    expected = body.replace("*help* for all.", "*help* for all. {#good-help-all}").replace("- Good help for all.", "- Good help for all. {#good-help-all-2}")
    assert path.read_bytes() == expected.encode()
    run("check", "--fix", cwd=place)
    assert path.read_bytes() == expected.encode()


def test_strict_counts_warnings(place: Path) -> None:
    assert run("check", "content/early-help", cwd=place).returncode == 0
    assert run("check", "--strict", "content/early-help", cwd=place).returncode == 1


def test_new_writes_a_note_that_reads_well(place: Path) -> None:
    done = run("new", "quality", 'Visits: "first" ones', cwd=place)
    assert done.stdout == "content/quality/visits-first-ones.md\n"
    checked = run("check", "--format", "json", "content/quality", cwd=place)
    # The workshop has the day on which the note is begun, whatever the date of the document.
    assert {finding["name"] for finding in json.loads(checked.stdout)} - {"future-workshop"} == {"placeholder", "unfounded-recommendation"}
    assert run("new", "quality", "Visits first ones", cwd=place).returncode == 2


def test_register_in_every_format(place: Path) -> None:
    write(place, "## Recommendations\n\n- =Do it. {#do}\n  - Lead: council\n  - Due: within 3 months\n  - Status: on track\n")
    entry = json.loads(run("register", "--format", "json", cwd=place).stdout)[0]
    assert list(entry) == "id number edition section text lead support owner due timescale priority measure status path line".split()
    assert (entry["number"], entry["lead"], entry["due"], entry["timescale"], entry["line"]) == ("R1", "council", None, "within 3 months", 9)
    rows = run("register", "--format", "csv", cwd=place).stdout.splitlines()
    assert rows[1].startswith("do,R1,2026-test,early-help,'=Do it.,council,")
    assert "| R1 | =Do it. | council |" in run("register", "--format", "md", cwd=place).stdout
    assert "R1       =Do it." in run("register", cwd=place).stdout
    run("register", "--format", "json", "-o", "list.json", cwd=place)
    assert json.loads((place / "list.json").read_text("utf-8"))[0]["id"] == "do"


def test_final_leaves_drafts_out_and_says_so(place: Path) -> None:
    (place / "content" / "early-help" / "draft.md").write_text("---\ntitle: Draft\n---\nUnfinished.\n", "utf-8")
    sections = "sections: [{id: early-help, title: Early help}]\n"
    (place / "content" / "assessment.yaml").write_text(SETTINGS[: SETTINGS.index("sections:")] + sections, "utf-8")
    done = run("build", "--final", cwd=place)
    assert done.returncode == 0, done.stderr
    assert "[draft-note]" in done.stderr


def test_rules_and_explain_show_the_pages(tmp_path: Path) -> None:
    listed = run("rules", cwd=tmp_path).stdout.splitlines()
    assert listed.index("Substance: findings, recommendations, sections") < listed.index("Language")
    assert any(line.startswith("  unknown-agency ") for line in listed)
    page = run("explain", "unknown-agency", cwd=tmp_path).stdout
    assert page.index("Why:") < page.index("Bad:") < page.index("Good:")


def test_a_bug_is_one_line_and_status_3(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> NoReturn:
        raise KeyError("NHS 943 476 5919")

    monkeypatch.setattr("docgen.word.write.write", broken)
    done = run("build", cwd=place)
    assert (done.returncode, len(done.stderr.splitlines())) == (3, 1)
    assert "Traceback" not in done.stderr
    assert "bug in docgen" in done.stderr
    monkeypatch.setenv("DOCGEN_DEBUG", "1")
    shown = run("build", cwd=place)
    assert "Traceback" in shown.stderr
    assert "KeyError: 'NHS ••••••••••••'" in shown.stderr
    assert not (place / "output").exists()


def test_a_file_that_reads_back_differently_is_a_bug_with_a_place(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> NoReturn:
        raise ReadbackError("content/a.md:12\nmore")

    monkeypatch.setattr("docgen.word.write.write", broken)
    done = run("build", cwd=place)
    assert (done.returncode, len(done.stderr.splitlines())) == (3, 1)
    assert "(ReadbackError: content/a.md:12)" in done.stderr


def test_without_a_command_the_help_is_shown(tmp_path: Path) -> None:
    alone, asked = started(cwd=tmp_path), started("--help", cwd=tmp_path)
    assert (alone.returncode, alone.stderr, alone.stdout) == (0, "", asked.stdout)
    assert "  register " in alone.stdout


@pytest.mark.skipif(os.name == "nt", reason="pipes differ")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_goes_early_does_not_change_the_status(place: Path, unbuffered: str) -> None:
    write(place, "See [@nobody].\n\n" * 300)
    env = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONUNBUFFERED": unbuffered}
    gone, end = os.pipe()
    os.close(gone)
    command = [sys.executable, "-m", "docgen", "check", "--format", "json"]
    done = subprocess.run(command, cwd=place, env=env, stdout=end, stderr=subprocess.PIPE, check=False)
    os.close(end)
    assert (done.returncode, done.stderr) == (1, b"")


def test_check_loads_neither_lxml_nor_python_docx(place: Path) -> None:
    script = "import sys\nfrom docgen.commands.check import run_check\nfrom docgen.project import find_workspace\nfrom pathlib import Path\nrun_check(find_workspace(Path()), (), 'text', False, False)\nassert not {'lxml', 'docx'} & set(sys.modules)"
    env = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run([sys.executable, "-c", script], cwd=place, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    helped = subprocess.run([sys.executable, "-c", "import sys, docgen.cli\nassert not {'yaml', 'markdown_it', 'docgen.parse', 'docgen.word'} & set(sys.modules)"], env=env, check=False)
    assert helped.returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="signals differ")
def test_ctrl_c_leaves_nothing_behind(place: Path) -> None:
    slow = "import docgen.word.write as w, time\nreal = w.write\ndef write(*a):\n print('writing', flush=True)\n time.sleep(30)\nw.write = write\nfrom docgen.cli import main\nimport sys\nsys.argv = ['docgen', 'build']\nmain()"
    env = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    process = subprocess.Popen([sys.executable, "-c", slow], cwd=place, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "Traceback" not in said
    assert not (place / "output").exists()


def test_two_builds_at_once_do_not_corrupt_each_other(place: Path) -> None:
    command = [sys.executable, "-m", "docgen", "build"]
    env = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    both = [subprocess.Popen(command, cwd=place, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in range(3)]
    assert [process.wait(60) for process in both] == [0, 0, 0]
    assert [path.name for path in (place / "output").iterdir()] == ["2026-test-partners.docx"]
    data = (place / OUTPUT).read_bytes()
    run("build", cwd=place)
    assert (place / OUTPUT).read_bytes() == data


@pytest.mark.skipif(os.name == "nt", reason="signals differ")
def test_watch_builds_again_when_a_note_changes(place: Path) -> None:
    env = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    process = subprocess.Popen([sys.executable, "-m", "docgen", "build", "--watch"], cwd=place, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout is not None
    first = [process.stdout.readline(), process.stdout.readline()]
    time.sleep(0.1)
    write(place, "Changed.\n")
    second = [process.stdout.readline(), process.stdout.readline()]
    process.send_signal(signal.SIGINT)
    assert process.wait(20) == 0
    assert "1 finding," in first[1]
    assert "0 findings," in second[1]


def test_page_numbers_without_libreoffice_are_status_2_and_leave_the_old_output_untouched(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("build", cwd=place).returncode == 0
    before = (place / OUTPUT).read_bytes()
    (place / "styles").mkdir()
    (place / "styles" / "house.yaml").write_text("theme: plain\ncontents: pages\n", "utf-8")
    monkeypatch.setattr("docgen.layout.find_office", lambda: None)
    done = run("build", cwd=place)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[-1].startswith("docgen: contents: pages needs LibreOffice")
    assert "contents: links" in done.stderr
    assert (place / OUTPUT).read_bytes() == before


def test_a_build_without_page_numbers_never_looks_for_libreoffice(place: Path) -> None:
    modules = "import sys, docgen.cli\nfrom docgen import cli\ncli._leave = lambda status: None\nsys.argv = ['docgen', 'build']\ncli.main()\nprint({'docgen.layout', 'docgen.outline', 'colorsys', 'tempfile'} & set(sys.modules))"
    paths = os.pathsep.join([str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run([sys.executable, "-c", modules], cwd=place, env=os.environ | {"PYTHONPATH": paths}, capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.splitlines()[-1] == "set()"


def test_the_register_takes_its_form_from_the_files_ending(place: Path, tmp_path: Path) -> None:
    target = tmp_path / "plan.csv"
    assert run("register", "-o", str(target), cwd=place).returncode == 0
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")


def test_explain_takes_a_name_in_brackets(tmp_path: Path) -> None:
    assert run("explain", "[long-sentence]", cwd=tmp_path).stdout.startswith("long-sentence (warning)")


def test_a_new_note_begins_with_a_heading(place: Path) -> None:
    path = run("new", "early-help", "Visits to families", cwd=place).stdout.strip()
    body = (place / path).read_text("utf-8").split("---\n")[2]
    assert body.startswith("## Visits to families\n")
