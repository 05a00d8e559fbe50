"""`docgen check --docx` as a user meets it: output, exit status, and findings at the lines of the notes."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from docgen.commands.audit import run_audit
from docgen.commands.build import run_build
from docgen.project import ProjectError, find_workspace
from tests.command_line import run
from tests.packages import p, picture, word
from tests.support import FRONT, SETTINGS, needs_fixtures
from tests.unit.test_opening import BAD, REFUSED
from tests.word_files.made_templates import template

BODY = """\
Some words of text.

## Findings of the audit

Visits were *late* in three cases.

| Agency | Visits |
| ------ | ------ |
| Police | three  |

## Recommendations

- Visit on time. {#visits}
"""
NOTE = "content/early-help/note.md"
FAINT = '<w:r><w:rPr><w:color w:val="CCCCCC"/></w:rPr><w:t'


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / NOTE).parent.mkdir(parents=True)
    (tmp_path / "content" / "assessment.yaml").write_text(SETTINGS, "utf-8")
    (tmp_path / NOTE).write_text(FRONT + BODY, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert run_build(find_workspace(tmp_path), "own.docx", False) == 0
    return tmp_path


def tampered(path: Path, change: Callable[[str], str]) -> None:
    """Change the text of the body of a Word file."""
    target = BytesIO()
    with ZipFile(path) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data.decode()) if name == "word/document.xml" else data)
    path.write_bytes(target.getvalue())


def faint(text: str) -> Callable[[str], str]:
    """Make the run that begins with a text hard to read."""
    return lambda body: body.replace(f'<w:r><w:t xml:space="preserve">{text}', f'{FAINT} xml:space="preserve">{text}')


def test_our_own_file_has_no_finding(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run_audit(place, "own.docx", "text", True) == 0
    assert capsys.readouterr().err.endswith(" paragraphs, 0 findings\n")


@pytest.mark.parametrize(
    ("text", "where"),
    [("Visits were ", "11:1"), ("Findings of the audit", "9:1"), ("three", "15:12"), ("Visit on time.", "19:3")],
)
def test_a_finding_about_our_own_file_stands_at_the_line_of_the_note(place: Path, capsys: pytest.CaptureFixture[str], text: str, where: str) -> None:
    tampered(place / "own.docx", faint(text))
    capsys.readouterr()
    assert run_audit(place, "own.docx", "text", False) == 1
    lines = capsys.readouterr().err.splitlines()
    at = next(index for index, line in enumerate(lines) if line.endswith("[low-contrast]"))
    assert lines[at].startswith(f"{NOTE}:{where}: error: ")
    assert text.strip() in lines[at + 1]
    assert "^" in lines[at + 2]


def test_a_colour_of_a_template_is_no_fault_of_a_note(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pale = '<w:style w:type="paragraph" w:styleId="BT"><w:name w:val="Body Text"/><w:rPr><w:color w:val="BBBBBB"/></w:rPr></w:style>'
    (place / "styles").mkdir()
    (place / "styles" / "template.docx").write_bytes(template(styles=pale))
    assert run_build(find_workspace(place), "own.docx", False) == 0
    capsys.readouterr()
    assert run_audit(place, "own.docx", "text", False) == 1
    found = [line for line in capsys.readouterr().err.splitlines() if line.endswith("[low-contrast]")]
    assert len(found) == 1
    assert found[0].startswith("own.docx: paragraph ")
    assert ': error: "Some words of text." is #BBBBBB on #FFFFFF by the style "Body Text", a contrast of 1.9 to 1 where 4.5 are needed' in found[0]
    assert found[0].endswith("where the document was made from a template, in the template [low-contrast]")


def test_an_address_as_the_text_of_a_link_is_told_at_its_line(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (place / NOTE).write_text(FRONT + "See [the terms](https://example.org/terms) (`example.org/terms`).\n\nAlso at <https://example.org> or www.example.org.\n", "utf-8")
    assert run_build(find_workspace(place), "own.docx", False) == 0
    capsys.readouterr()
    assert run_audit(place, "own.docx", "text", False) == 0
    found = [line for line in capsys.readouterr().err.splitlines() if line.endswith("[vague-link]")]
    assert [line.partition(": warning: ")[0] for line in found] == [f"{NOTE}:9:1"] * 2
    assert 'an address, "https://example.org"; write as its text what stands at the other end, in a note as [text](address)' in found[0]


def test_where_the_notes_have_changed_the_place_is_in_the_file(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tampered(place / "own.docx", faint("Visits were "))
    (place / NOTE).write_text(FRONT + "A new first paragraph.\n\n" + BODY, "utf-8")
    capsys.readouterr()
    assert run_audit(place, "own.docx", "text", False) == 1
    said = capsys.readouterr().err
    assert "the notes have changed since this file was built" in said
    assert "own.docx: paragraph " in said
    assert 'under "Findings of the audit": error: "Visits were"' in said


def test_outside_a_workspace_a_file_is_checked_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "report.docx").write_bytes(word(p("Leadership", "H1") + picture("")))
    done = run("check", "--docx", "report.docx", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith('report.docx: paragraph 2, under "Leadership": error: a picture has no alternative text; ')
    assert done.stderr.endswith("2 paragraphs, 1 finding\n")


def test_json_has_the_keys_of_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "report.docx").write_bytes(word(p("Leadership", "H1") + p("• visits"), core=None))
    assert run_audit(tmp_path, str(tmp_path / "report.docx"), "json", False) == 1
    whole, typed = json.loads(capsys.readouterr().out)
    assert (whole["name"], whole["line"], whole["column"]) == ("no-document-title", 1, 1)
    assert typed == {
        "path": (tmp_path / "report.docx").as_posix(),
        "line": 2,
        "column": 1,
        "end_line": 2,
        "end_column": 9,
        "name": "typed-list",
        "severity": "warning",
        "message": 'a list was typed: "• visits"',
        "hint": "delete the sign and choose Home, Bullets or Numbering",
        "fixable": False,
    }


def test_warnings_count_only_when_strict(tmp_path: Path) -> None:
    (tmp_path / "report.docx").write_bytes(word(p("• visits")))
    assert run_audit(tmp_path, str(tmp_path / "report.docx"), "text", False) == 0
    assert run_audit(tmp_path, str(tmp_path / "report.docx"), "text", True) == 1


def test_a_file_is_found_in_the_folder_of_c(tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "report.docx").write_bytes(word(p("Text.")))
    assert run("-C", "inside", "check", "--docx", "report.docx", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check", "--docx", "none.docx"), "there is no none.docx"),
        (("check", "--docx", "."), "is a folder; name a Word file"),
        (("check", "--docx", "plain.docx"), "plain.docx: this is not a Word document"),
        (("check", "--docx", "plain.docx", "--fix"), "neither notes nor --fix"),
        (("check", "content", "--docx", "plain.docx"), "neither notes nor --fix"),
    ],
)
def test_wrong_use_is_one_line_and_status_2(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    (tmp_path / "plain.docx").write_text("not a Word file", "utf-8")
    done = run(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.slow
@needs_fixtures
def test_every_bad_file_is_a_refusal_or_has_findings() -> None:
    for path in sorted(BAD.iterdir()):
        if path.name in REFUSED:
            with pytest.raises(ProjectError, match=path.name):
                run_audit(BAD, str(path), "text", False)
        else:
            assert run_audit(BAD, str(path), "text", False) in (0, 1), path
