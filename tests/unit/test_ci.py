"""`init --ci`, and the hooks for pre-commit: files that other programs run."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from jsonschema.validators import validator_for

from docgen.cli import docgen
from docgen.commands import ci
from tests.support import FRONT, ROOT, SETTINGS

HOSTS = {"github": ".github/workflows/docgen.yml", "gitlab": ".gitlab-ci.yml"}
PINNED = {"actions/checkout": 7, "actions/setup-python": 7, "actions/upload-artifact": 7}


def init(folder: Path, host: str) -> str:
    done = CliRunner().invoke(docgen, ["init", str(folder), "--ci", host])
    assert done.exit_code == 0, done.output
    return done.output


def read(path: Path) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load(path.read_text("utf-8"))
    return found


def steps(host: str, written: dict[Any, Any]) -> list[str]:
    """The commands of a file, in their order."""
    if host == "gitlab":
        return [*written["docgen"]["before_script"], *written["docgen"]["script"]]
    return [step["run"] for step in written["jobs"]["docgen"]["steps"] if "run" in step]


@pytest.mark.skipif(os.name == "nt", reason="shells differ")
@pytest.mark.parametrize("host", HOSTS)
def test_the_commands_of_a_file_do_what_they_say(tmp_path: Path, host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is run by a shell as the host would; `python` and `docgen` stand for those of this suite, and nothing is installed."""
    monkeypatch.setattr(ci, "_origin", lambda: "git+https://git.example.org/docgen@0123abc")
    (tmp_path / ".git").mkdir()
    init(tmp_path / "our review", host)
    written = read(tmp_path / HOSTS[host])
    environment = {name: str(value) for name, value in (written.get("env") or written.get("variables")).items()}
    assert environment == {"DOCGEN": "git+https://git.example.org/docgen@0123abc", "FOLDER": "our review"}
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "docgen").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m docgen "$@"\n')
    (tools / "python").write_text('#!/bin/sh\necho "$@" >> "$LOG"\n')
    for tool in tools.iterdir():
        tool.chmod(0o755)
    log = tmp_path / "log"
    env = os.environ | environment | {"PATH": f"{tools}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "LOG": str(log)}
    for command in steps(host, written):
        done = subprocess.run(["sh", "-e", "-c", command], cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    assert log.read_text() == "-m pip install --quiet git+https://git.example.org/docgen@0123abc\n"
    assert (tmp_path / "our review" / "output" / "2026-example-partners.docx").is_file()
    refused = subprocess.run(["sh", "-e", "-c", steps(host, written)[0]], cwd=tmp_path, env=env | {"DOCGEN": ""}, capture_output=True, text=True, check=False)
    assert refused.returncode == 1
    assert "where docgen comes from" in refused.stdout
    if host == "github":
        line = int(re.search(r"line=(\d+)", refused.stdout)[1])  # type: ignore[index]
        assert "DOCGEN:" in (tmp_path / HOSTS[host]).read_text("utf-8").splitlines()[line - 1]


def test_the_workflow_may_change_nothing_and_keeps_drafts_for_a_week(tmp_path: Path) -> None:
    init(tmp_path, "github")
    written = read(tmp_path / HOSTS["github"])
    assert written["permissions"] == {"contents": "read"}
    uses = [step["uses"].split("@") for step in written["jobs"]["docgen"]["steps"] if "uses" in step]
    assert {name: int(version[1:]) for name, version in uses} == PINNED
    upload = written["jobs"]["docgen"]["steps"][-1]["with"]
    assert upload["retention-days"] == 7
    assert "pull_request" in written[True]  # `on`, which PyYAML takes for true
    assert "pull_request_target" not in (tmp_path / HOSTS["github"]).read_text("utf-8")


def test_gitlab_checks_merge_requests_and_lets_members_alone_download(tmp_path: Path) -> None:
    init(tmp_path, "gitlab")
    job = read(tmp_path / HOSTS["gitlab"])["docgen"]
    assert any("merge_request_event" in rule["if"] for rule in job["rules"])
    assert (job["artifacts"]["access"], job["artifacts"]["expire_in"]) == ("developer", "1 week")


def test_a_workspace_that_is_there_gets_the_file_alone_and_once(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "assessment.yaml").write_text(SETTINGS, "utf-8")
    said = init(tmp_path, "github")
    assert "where docgen comes from" in said
    assert sorted(path.name for path in tmp_path.iterdir()) == [".github", "content"]
    target = tmp_path / HOSTS["github"]
    target.write_text("name: ours\n", "utf-8")
    assert f"kept {target}" in init(tmp_path, "github")
    assert target.read_text("utf-8") == "name: ours\n"
    assert "is a workspace already" in str(CliRunner().invoke(docgen, ["init", str(tmp_path)]).exception)


@pytest.mark.parametrize(
    ("told", "origin"),
    [
        ({"url": "https://git.example.org/a/docgen.git", "vcs_info": {"vcs": "git", "commit_id": "abc"}}, "git+https://git.example.org/a/docgen.git@abc"),
        ({"url": "https://me:secret@git.example.org/docgen", "vcs_info": {"vcs": "git", "commit_id": "abc"}}, "git+https://git.example.org/docgen@abc"),
        ({"url": "file:///home/me/docgen", "vcs_info": {"vcs": "git", "commit_id": "abc"}}, ""),
        ({"url": "file:///home/me/docgen", "dir_info": {"editable": True}}, ""),
        (None, ""),
    ],
)
def test_where_docgen_comes_from_is_told_where_others_can_get_at_it(told: dict[str, Any] | None, origin: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Installed:
        def read_text(self, _: str) -> str | None:
            return json.dumps(told) if told else None

    monkeypatch.setattr("importlib.metadata.distribution", lambda _: Installed())
    assert ci._origin() == origin


@pytest.mark.external
@pytest.mark.parametrize(("host", "schema"), [("github", "github-workflows"), ("gitlab", "gitlab-ci")])
def test_a_file_is_as_its_host_wants_it(tmp_path: Path, host: str, schema: str) -> None:
    pytest.importorskip("check_jsonschema")
    official = json.loads((files("check_jsonschema") / "builtin_schemas" / "vendor" / f"{schema}.json").read_text("utf-8"))
    init(tmp_path, host)
    written = {"on" if key is True else key: value for key, value in read(tmp_path / HOSTS[host]).items()}
    check = validator_for(official)(official)
    assert [problem.message for problem in check.iter_errors(written)] == []
    written["jobs" if host == "github" else "docgen"] = {"nothing": 1}
    assert not check.is_valid(written)


def hooks() -> dict[str, dict[str, Any]]:
    return {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}


def test_the_hooks_run_what_they_name(tmp_path: Path) -> None:
    assert set(hooks()) == {"docgen-check", "docgen-fix"}
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "assessment.yaml").write_text(SETTINGS, "utf-8")
    note = tmp_path / "content" / "note.md"
    note.write_text(FRONT + "## Strengths\n\n- Good help.\n", "utf-8")
    for hook in hooks().values():
        name, *arguments = hook["entry"].split()
        assert (name, hook["language"], hook["pass_filenames"]) == ("docgen", "python", False)
        done = CliRunner().invoke(docgen, ["-C", str(tmp_path), *arguments])
        assert done.exit_code == 0, done.output
    assert "{#good-help}" in note.read_text("utf-8")
    for path in ("content/early-help/note.md", "our review/content/assessment.yaml", "styles/house.yaml"):
        assert all(re.search(hook["files"], path) for hook in hooks().values())
    assert not any(re.search(hook["files"], "docs/content.md") for hook in hooks().values())


@pytest.mark.external
def test_pre_commit_runs_the_hooks(tmp_path: Path) -> None:
    """In an environment that it makes from this project; it installs packages."""
    if not shutil.which("git"):
        pytest.skip("git is absent")
    pytest.importorskip("pre_commit")
    names = {f"GIT_{who}_{what}": "x@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    env = os.environ | names | {"PRE_COMMIT_HOME": str(tmp_path / "cache")}
    for name in ("PYTHONPATH", "GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        env.pop(name, None)

    def call(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)

    source, place = tmp_path / "docgen", tmp_path / "ours"
    source.mkdir()
    for name in ("docgen", ".pre-commit-hooks.yaml", "pyproject.toml", "README.md", "LICENSE"):
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, source / name)
    (place / "content").mkdir(parents=True)
    (place / "content" / "assessment.yaml").write_text(SETTINGS, "utf-8")
    (place / "content" / "note.md").write_text(FRONT + "See [@nobody].\n\n## Strengths\n\n- Good help.\n", "utf-8")
    for folder in (source, place):
        for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "All"]):
            assert call("git", *command, cwd=folder).returncode == 0
    hook = f"{{repos: [{{repo: '{source.as_posix()}', rev: {call('git', 'rev-parse', 'HEAD', cwd=source).stdout.strip()}, hooks: [{{id: docgen-check}}, {{id: docgen-fix}}]}}]}}"
    (place / ".pre-commit-config.yaml").write_text(hook, "utf-8")
    assert call("git", "add", "-A", cwd=place).returncode == 0
    done = call(sys.executable, "-m", "pre_commit", "run", "--all-files", "--verbose", cwd=place)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "[dangling-reference]" in done.stdout, done.stdout + done.stderr
    assert "{#good-help}" in (place / "content" / "note.md").read_text("utf-8")
    (place / "content" / "note.md").write_text(FRONT + "Text.\n", "utf-8")
    assert call("git", "commit", "-qam", "Mended", cwd=place).returncode == 0
    done = call(sys.executable, "-m", "pre_commit", "run", "docgen-check", "--all-files", cwd=place)
    assert done.returncode == 0, done.stdout + done.stderr
