"""What is read and written, and what is not: paths that lead out, files that are no notes, names, targets and commits."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from docgen.build import build, load
from docgen.check import check, stops
from docgen.commands.build import run_watch as watched
from docgen.commands.check import run_check
from docgen.filenames import is_inside, is_like_note, is_note
from docgen.parse.schema import pattern
from docgen.project import MemoryTree, ProjectError, WorkingTree, picture_path, read_text
from docgen.report.findings import as_json, as_text
from docgen.revision import UNCOMMITTED, Revision
from docgen.supplied import built_in, built_in_names
from tests.support import FRONT, NOTE, PNG, ROOT, names, settings, tree
from tests.unit.test_cli import OUTPUT, run

WITHHELD = "reference-to-withheld"
needs_links = pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
RECOMMENDATIONS = "## Recommendations\n\n- Agree it. {#agree}\n- Hide it. {#hide}\n  - Audience: internal\n- Hide that. {#that}\n  - Audience: internal\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A workspace on disk that builds, in a folder that holds something else too."""
    root = tmp_path / "work"
    (root / NOTE).parent.mkdir(parents=True)
    (root / "content" / "assessment.yaml").write_text(settings(), "utf-8")
    (root / NOTE).write_text(FRONT + "Text.\n", "utf-8")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.md").write_text(FRONT + "Secret.\n", "utf-8")
    (tmp_path / "outside" / "secret.png").write_bytes(PNG)
    return root


def found(place: Path) -> list[tuple[str, str]]:
    """Name and path of every finding but those about empty sections."""
    return [(f.name, f.span.source.path) for f in check(load(WorkingTree(place)).library) if f.name != "empty-section"]


@pytest.mark.parametrize("path", ["../outside/secret.md", "content/../../outside/secret.md", "content/\0"])
def test_no_path_leads_out_of_the_workspace(place: Path, path: str) -> None:
    with pytest.raises(OSError, match=r"outside|no such file"):
        WorkingTree(place).read(path)


@needs_links
def test_no_link_leads_out_wherever_it_stands_in_a_path(place: Path) -> None:
    (place / "content" / "linked").symlink_to(place.parent / "outside")
    (place / "content" / "secret.md").symlink_to(place.parent / "outside" / "secret.md")
    for path in ("content/linked/secret.md", "content/secret.md"):
        with pytest.raises(OSError, match=r"out of the workspace|outside the workspace"):
            WorkingTree(place).read(path)
    (place / NOTE).write_text(FRONT + "![x](../linked/secret.png)\n", "utf-8")
    assert found(place) == [("bad-picture", NOTE), ("unread-file", "content/linked"), ("unreadable-file", "content/secret.md")]


@needs_links
def test_a_folder_of_notes_that_is_a_link_is_refused(place: Path) -> None:
    (place / "content").rename(place.parent / "moved")
    (place / "content").symlink_to(place.parent / "moved")
    assert ("unreadable-file", NOTE) in found(place)


@needs_links
def test_links_on_the_way_to_a_folder_are_followed_again_in_every_round(place: Path) -> None:
    tree = WorkingTree(place)
    folder = place / "content" / "early-help"
    assert tree.notes() == [NOTE]
    assert tree.read(NOTE) == (place / NOTE).read_bytes()
    folder.rename(place.parent / "moved")
    folder.symlink_to(place.parent / "moved")
    assert tree.notes() == []
    with pytest.raises(OSError, match="outside the workspace"):
        tree.read(NOTE)


def test_a_link_inside_the_workspace_is_read_and_mended_where_it_leads(place: Path) -> None:
    if os.name == "nt":
        pytest.skip("links need rights on Windows")
    (place / "content" / "early-help" / "data.yaml").write_text(FRONT + "## Strengths\n\n- Good help.\n", "utf-8")
    (place / NOTE).unlink()
    (place / NOTE).symlink_to("data.yaml")
    assert run("check", "--fix", cwd=place).returncode == 0
    assert (place / NOTE).is_symlink()
    assert "{#good-help}" in (place / "content" / "early-help" / "data.yaml").read_text("utf-8")


@needs_links
def test_names_of_one_file_in_two_folders_are_two_notes(place: Path) -> None:
    """The folder may say who reads them."""
    other = place / "content" / "closed" / "note.md"
    other.parent.mkdir()
    other.hardlink_to(place / NOTE)
    tree = WorkingTree(place)
    assert {NOTE, "content/closed/note.md"} <= set(tree.notes())
    assert not tree.twice


@needs_links
@pytest.mark.parametrize("hard", [False, True], ids=["link", "second name"])
def test_a_note_by_two_names_is_read_mended_and_printed_once(place: Path, hard: bool) -> None:
    (place / NOTE).write_text(FRONT + "## Strengths\n\n- Good help.\n", "utf-8")
    other = place / "content" / "early-help" / "again.md"
    other.hardlink_to(place / NOTE) if hard else other.symlink_to("note.md")
    link, read = (NOTE, "content/early-help/again.md") if hard else ("content/early-help/again.md", NOTE)
    (told,) = (finding for finding in check(load(WorkingTree(place)).library) if finding.name == "unread-file")
    assert (told.span.source.path, read in told.message) == (link, True)
    mending = run("check", "--fix", cwd=place)
    assert mending.returncode == 0
    assert mending.stderr.count("mended ") == 1
    assert "not mended" not in mending.stderr
    assert (place / NOTE).read_text("utf-8").count("{#good-help}") == 1
    assert other.is_symlink() is not hard
    assert other.samefile(place / NOTE)
    assert sorted(path.name for path in other.parent.iterdir()) == ["again.md", "note.md"]


@pytest.mark.parametrize("logo", ["../outside/secret.png", "/etc/passwd", "C:/x.png", "C:x.png", "styles\\x.png", "styles/x.png:y", "a/../../x.png"])
def test_a_logo_lies_in_the_workspace(place: Path, logo: str) -> None:
    assert not is_inside(logo)
    (place / "styles").mkdir()
    (place / "styles" / "house.yaml").write_text(f"theme: plain\ncover: {{logo: '{logo}'}}\n", "utf-8")
    library = load(WorkingTree(place)).library
    assert library.logo is not None
    assert library.logo[1] == "a logo must lie in the workspace"
    assert stops(check(library))


@pytest.mark.parametrize(
    ("data", "message", "hint"),
    [(b"", "is empty", "name a PNG, JPEG or GIF file in the workspace"), (None, "there is no such file", "check the path, which starts from the workspace's own folder")],
)
def test_a_logo_that_cannot_be_used_is_told_where_it_is_named(place: Path, data: bytes | None, message: str, hint: str) -> None:
    (place / "styles").mkdir()
    (place / "styles" / "house.yaml").write_text("theme: plain\ncover:\n  logo: styles/x.png\n", "utf-8")
    if data is not None:
        (place / "styles" / "x.png").write_bytes(data)
    wrong = [finding for finding in check(load(WorkingTree(place)).library) if finding.name == "bad-picture"]
    assert [(finding.span.source.path, finding.span.text, finding.hint) for finding in wrong] == [("styles/house.yaml", "styles/x.png", hint)]
    assert message in wrong[0].message


def test_a_logo_in_the_workspace_is_used(place: Path) -> None:
    (place / "styles").mkdir()
    (place / "styles" / "house.yaml").write_text("theme: plain\ncover: {logo: styles/x.png}\n", "utf-8")
    (place / "styles" / "x.png").write_bytes(PNG)
    assert found(place) == []


@pytest.mark.parametrize("target", ["C:/x.png", "images/x.png:stream", "images/C:/x.png", "..\\x.png", "/x.png", "images/\0.png", "../../x.png"])
def test_no_picture_is_named_by_a_drive_a_stream_or_a_place_outside(target: str) -> None:
    assert picture_path(NOTE, target, MemoryTree({})) is None


@pytest.mark.parametrize("name", ["../../secret", "../frameworks/rag", "./rag", "/etc/x.yaml", "../content/x.yaml", "sub/../x.yaml", "..\\x.yaml", "C:x.yaml"])
def test_a_framework_is_never_looked_for_elsewhere(place: Path, name: str) -> None:
    (place / "content" / "x.yaml").write_text("title: X\n", "utf-8")
    assert built_in("frameworks", name) is None
    (place / "content" / "assessment.yaml").write_text(settings(f"framework: '{name}'\n"), "utf-8")
    assert found(place) == [("unknown-framework", "content/assessment.yaml")]


def test_built_in_files_are_found_by_their_names() -> None:
    assert all(built_in("frameworks", name) for name in built_in_names("frameworks"))


def test_a_framework_outside_is_not_read_even_where_it_is_there(place: Path) -> None:
    outside = place.parent / "own.yaml"
    outside.write_text("title: Own\n", "utf-8")
    assert built_in("frameworks", str(outside.with_suffix(""))) is None
    assert built_in("frameworks", os.path.relpath(outside.with_suffix(""), ROOT / "docgen" / "data" / "frameworks")) is None


def test_notes_end_in_md_in_any_case(place: Path) -> None:
    for name in ("Conference.MD", "visit.Md"):
        (place / "content" / "early-help" / name).write_text(FRONT + "More text.\n", "utf-8")
    read = WorkingTree(place).notes()
    assert [path.rpartition("/")[2] for path in read] == ["Conference.MD", "note.md", "visit.Md"]
    assert read == MemoryTree(dict.fromkeys(read, b"")).notes()
    assert {note.id.value for note in load(WorkingTree(place)).library.notes} == {"early-help/Conference", "early-help/note", "early-help/visit"}


UNREAD = ["content/x.markdown", "content/x.mdown", "content/a/x.txt", "content/x.md.txt", "content/x.docx", "content/X.RTF", "content/x.odt", "content/.x.md", "visit.md"]
READ_OR_ELSE = ["content/x.md", "content/data/x.csv", "content/images/x.png", "content/assessment.yaml", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE.md", "Readme.md"]
READ_OR_ELSE += ["docs/x.md", "requirements.txt", "styles/x.txt", "content/._x.md", "content/~$x.docx", "content/.obsidian/x.md", "content/.gitignore", ".x.md"]


@pytest.mark.parametrize("path", UNREAD)
def test_what_looks_like_a_note_and_is_not_read_is_said(place: Path, path: str) -> None:
    (place / path).parent.mkdir(exist_ok=True)
    (place / path).write_text("Text.\n", "utf-8")
    assert found(place) == [("unread-file", path)]
    assert list(MemoryTree({path: b""}).unread()) == [path]
    done = run("check", cwd=place)
    assert done.returncode == 0
    assert any(word in done.stderr for word in ("rename it", "move it"))


@pytest.mark.parametrize("path", READ_OR_ELSE)
def test_nothing_is_said_about_other_files(path: str) -> None:
    assert not is_like_note(path)
    assert is_note(path) == (path == "content/x.md")


@needs_links
def test_folders_that_are_links_are_not_followed(place: Path) -> None:
    (place / "more").mkdir()
    (place / "more" / "x.md").write_text(FRONT, "utf-8")
    (place / "content" / "early-help" / "linked").symlink_to(place / "more")
    assert WorkingTree(place).notes() == [NOTE]
    assert found(place) == [("unread-file", "content/early-help/linked")]


def test_unread_files_can_be_ignored() -> None:
    assert names({NOTE: FRONT + "Text.\n", "content/x.txt": ""}) == ["unread-file"]
    assert names({NOTE: FRONT + "Text.\n", "content/x.txt": ""}, "rules: {unread-file: ignore}\n") == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_a_folder_that_is_closed_stops_everything(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed, scan = str(place / "content" / "early-help"), os.scandir

    def scandir(folder: str) -> object:
        if os.fspath(folder) == closed:
            raise PermissionError(13, "Permission denied", closed)
        return scan(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    with pytest.raises(ProjectError, match=r"early-help cannot be looked into: Permission denied"):
        load(WorkingTree(place))


@pytest.mark.parametrize(("body", "wanted"), [("", ["empty-note"]), ("\n \n<!-- later -->\n", ["empty-note"]), ("Text.\n", []), ("![x](images/uptake.png)\n", [])])
def test_an_agreed_note_says_something(body: str, wanted: list[str]) -> None:
    assert names(body) == wanted
    assert names({NOTE: FRONT.replace("agreed", "draft") + body}) == []


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_names_that_are_not_utf_8_are_findings(place: Path) -> None:
    folder = os.fsencode(place / "content")
    os.mkdir(os.path.join(folder, b"caf\xe9"))
    for name in (b"caf\xe9/x.md", b"na\xefve.md", b"na\xefve.txt"):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(FRONT.encode() + b"## Strengths\n\n- Good help.\n")
    library = load(WorkingTree(place)).library
    findings = check(library)
    assert sorted(f.name for f in findings if f.severity == "error") == ["unreadable-file", "unreadable-file"]
    for text in (as_text(findings), run("check", cwd=place).stderr):
        assert "content/na\ufffdve.md:1:1: error: the file cannot be read: its name is not UTF-8; rename it [unreadable-file]" in text
    assert as_json(findings)
    for arguments in (("check", "--format", "json"), ("check", "--fix"), ("build",), ("register",)):
        assert run(*arguments, cwd=place).returncode == 1
    assert read_text(WorkingTree(place), "content/\udce9.md")[0].text == ""


def test_fix_leaves_what_is_not_utf_8(place: Path) -> None:
    data = FRONT.encode() + b"Caf\xe9.\n\n## Strengths\n\n- Good help.\n"
    (place / NOTE).write_bytes(data)
    done = run("check", "--fix", cwd=place)
    assert done.returncode == 1
    assert f"not mended: {NOTE} is not UTF-8 text" in done.stderr
    assert (place / NOTE).read_bytes() == data


def test_fix_leaves_what_has_changed_meanwhile(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    class Changing(WorkingTree):
        reads = 0

        def read(self, path: str, most: int = 5_000_000) -> bytes:
            if path == NOTE:
                self.reads += 1
                if self.reads == 2:
                    (place / NOTE).write_bytes(b"saved by an editor\n")
            return super().read(path, most)

    (place / NOTE).write_text(FRONT + "## Strengths\n\n- Good help.\n", "utf-8")
    run_check(Changing(place), (), "text", True, False)
    assert (place / NOTE).read_bytes() == b"saved by an editor\n"
    assert "has changed since it was read" in capsys.readouterr().err


def test_fix_keeps_a_replacement_sign_that_somebody_wrote(place: Path) -> None:
    (place / NOTE).write_bytes((FRONT + "## Strengths\r\n\r\n- Good \ufffd help.\r\n").encode())
    assert run("check", "--fix", cwd=place).returncode == 0
    assert (place / NOTE).read_bytes() == (FRONT + "## Strengths\r\n\r\n- Good \ufffd help. {#good-help}\r\n").encode()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "content/x.txt"), "among the notes or styles"),
        (("--format", "md", "-o", "styles/x.md"), "among the notes or styles"),
        (("--format", "md", "-o", NOTE), "among the notes or styles"),
        (("-o", "content"), "is a folder"),
        (("-o", "x.xlsx"), "x.xlsx ends in .xlsx, and the register is not written so; name a file that ends in .csv (for a spreadsheet), .md, .txt or .json"),
        (("-o", "x"), "x has no ending; name a file that ends in .csv"),
        (("-o", "content"), "content is a folder; name a file that ends in .csv"),
        (("--format", "md", "-o", "content"), "content is a folder; name a file that ends in .md"),
        (("-o", "content/x.csv"), "lies among the notes or styles; choose another place"),
        (("--format", "csv", "-o", "x.json"), "does not end in .csv; name a file that does, x.csv say"),
        (("--format", "json", "-o", "x"), "does not end in .json"),
        (("--format", "md", "-o", "x.txt"), "does not end in .md"),
    ],
)
def test_the_register_goes_nowhere_but_where_nothing_else_stands(place: Path, arguments: tuple[str, ...], said: str) -> None:
    done = run("register", *arguments, cwd=place)
    assert (done.returncode, said in done.stderr) == (2, True), done.stderr
    assert (place / NOTE).read_text("utf-8") == FRONT + "Text.\n"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everything")
def test_a_register_that_is_read_only_stays(place: Path) -> None:
    (place / "x.txt").touch(0o400)
    assert run("register", "-o", "x.txt", cwd=place).returncode == 2


@pytest.mark.parametrize(("form", "ending"), [("table", "txt"), ("csv", "CSV"), ("json", "json"), ("md", "md")])
def test_the_register_holds_what_the_default_audience_may_read(place: Path, form: str, ending: str) -> None:
    (place / NOTE).write_text(FRONT + RECOMMENDATIONS, "utf-8")
    shown = run("register", "--format", form, cwd=place)
    assert (shown.returncode, shown.stderr) == (0, "2 recommendations for fewer readers are not shown\n")
    written = run("register", "--format", form, "-o", f"out/x.{ending}", cwd=place)
    assert (written.returncode, written.stdout, written.stderr) == (0, "", shown.stderr)
    for text in (shown.stdout, (place / "out" / f"x.{ending}").read_text("utf-8")):
        assert "Agree it." in text
        assert "Hide" not in text


def test_the_register_of_the_most_closed_audience_holds_all(place: Path) -> None:
    (place / NOTE).write_text(FRONT + RECOMMENDATIONS, "utf-8")
    (place / "content" / "assessment.yaml").write_text(settings("default_audience: internal\n"), "utf-8")
    done = run("register", "--format", "json", cwd=place)
    assert [entry["number"] for entry in json.loads(done.stdout)] == ["R1", "R2", "R3"]
    assert done.stderr == ""


def test_one_that_is_withheld_is_one(place: Path) -> None:
    (place / NOTE).write_text(FRONT + RECOMMENDATIONS.rpartition("- Hide that.")[0], "utf-8")
    assert run("register", cwd=place).stderr == "1 recommendation for fewer readers is not shown\n"


@needs_links
def test_no_output_goes_out_of_the_workspace_unless_asked_for(place: Path) -> None:
    outside = place.parent / "outside"
    (place / "output").symlink_to(outside)
    done = run("build", cwd=place)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert "leads out of the workspace; name the file with -o" in done.stderr
    assert sorted(path.name for path in outside.iterdir()) == ["secret.md", "secret.png"]
    assert run("build", "-o", "output/x.docx", cwd=place).returncode == 0
    assert (outside / "x.docx").is_file()


@needs_links
def test_no_new_note_goes_out_of_the_workspace(place: Path) -> None:
    (place / "content" / "quality").symlink_to(place.parent / "outside")
    done = run("new", "quality", "Visits", cwd=place)
    assert (done.returncode, "would lie outside" in done.stderr) == (2, True)
    assert not (place.parent / "outside" / "visits.md").exists()


def test_findings_of_assembling_obey_the_rules() -> None:
    body = "See [@hide].\n\n" + RECOMMENDATIONS
    said = {level: build(load(tree(body, f"rules: {{{WITHHELD}: {level}}}\n")), UNCOMMITTED, False) for level in ("ignore", "warning", "error")}
    assert {level: [str(f.severity) for f in result.findings if f.name == WITHHELD] for level, result in said.items()} == {
        "ignore": [],
        "warning": ["warning"],
        "error": ["error"],
    }
    assert [level for level, result in said.items() if result.data is None] == ["error"]


def test_a_file_that_says_something_else_is_not_written(place: Path) -> None:
    broken = "import docgen.word.readback as r\nr.differences = lambda *_: iter(['first', 'second'])\nfrom pathlib import Path\nfrom docgen.commands.build import run_build\nfrom docgen.project import find_workspace\ntry:\n run_build(find_workspace(Path()), None, False)\nexcept r.ReadbackError as problem:\n print(problem)"
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", broken], cwd=place, env=env, capture_output=True, text=True, check=False)
    assert done.stdout == "the file would not say what the notes say: first\n", done.stderr
    assert not (place / OUTPUT).exists()


def git(folder: Path, *arguments: str) -> str:
    """What git says, whatever the settings of the user are."""
    own = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false", "-c", "core.excludesFile="]
    return subprocess.run(["git", *own, *arguments], cwd=folder, capture_output=True, text=True, check=True).stdout.strip()


@needs_git
@pytest.mark.parametrize("inner", [".", "team/.hidden/review"])
def test_notes_that_git_ignores_are_uncommitted(place: Path, inner: str) -> None:
    top = place.parent / "repository"
    root = (top / inner).resolve()
    root.parent.mkdir(parents=True, exist_ok=True)
    place.rename(root)
    (root / ".gitignore").write_text("output/\nprivate*\n.DS_Store\n.obsidian/\n*~\n", "utf-8")
    git(top, "init", "-q")
    git(top, "add", ".")
    git(top, "commit", "-q", "-m", "x")
    head = git(top, "rev-parse", "HEAD")
    (root / "output").mkdir()
    (root / "output" / "x.docx").touch()
    (root / "content" / ".obsidian").mkdir()
    for name in (".DS_Store", ".obsidian/app.json", "early-help/note.md~"):
        (root / "content" / name).touch()
    assert Revision(root).commit() == head
    (root / "content" / "private-é.md").write_text(FRONT, "utf-8")
    assert Revision(root).commit() == UNCOMMITTED
    (root / "content" / "private-é.md").unlink()
    (root / "content" / "private").mkdir()
    (root / "content" / "private" / "x.md").write_text(FRONT, "utf-8")
    assert Revision(root).commit() == UNCOMMITTED
    shutil.rmtree(root / "content" / "private")
    assert Revision(root).commit() == head
    (root / "content" / "new.md").write_text(FRONT, "utf-8")
    assert Revision(root).commit() == UNCOMMITTED


@needs_git
def test_no_program_that_a_repository_names_is_run(place: Path) -> None:
    trap = place.parent / "ran"
    for command in (("init", "-q"), ("config", "core.fsmonitor", f"touch {trap}; true")):
        subprocess.run(["git", "-C", str(place), *command], check=True, capture_output=True)
    assert run("build", cwd=place).returncode == 0
    assert not trap.exists()


def test_the_register_tells_no_identity_of_what_is_withheld(place: Path) -> None:
    body = "## Recommendations\n\n- Agree it. {#agree}\n  - Status: superseded by [@hide]\n- Hide it. {#hide}\n  - Audience: internal\n"
    (place / NOTE).write_text(FRONT + body, "utf-8")
    for form in ("table", "csv", "json", "md"):
        shown = run("register", "--format", form, cwd=place).stdout
        assert "superseded" in shown
        assert "hide" not in shown


def test_watching_repeats_no_identifier(place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("docgen.commands.watch.occasions", lambda _: iter([None]))
    watched(WorkingTree(place), str(place / "child AB123456C.txt"), False)
    said = capsys.readouterr().err
    assert "does not end in .docx" in said
    assert "AB123456C" not in said


def test_what_stands_for_the_looks_is_read_or_told(place: Path) -> None:
    (place / "styles" / "house.yaml").mkdir(parents=True)
    (place / "styles" / "House.yml").touch()
    assert found(place) == [("unread-file", "styles/House.yml"), ("unreadable-file", "styles/house.yaml")]


@pytest.mark.parametrize(("text", "is_good"), [("(a+)+$", False), ("(a*){2,}", False), (r"LCS ?\d{6,}", True), ("(ab)+c{2,3}", True)])
def test_no_pattern_takes_for_ever(text: str, is_good: bool) -> None:
    assert (pattern(text) is not None) == is_good
