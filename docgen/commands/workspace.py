"""`docgen init` and `docgen new`: a workspace that builds, and a note to fill in."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from docgen.build import load
from docgen.commands.schema import write_editor_files
from docgen.commands.terminal import say
from docgen.filenames import SETTINGS
from docgen.near import key_of
from docgen.project import ProjectError, WorkingTree, write_whole
from docgen.scaffold import HIDDEN
from docgen.scaffold import new_note as note_for
from docgen.supplied import DATA


def init_workspace(folder: Path, ci: str | None = None) -> int:
    """Write the example workspace; nothing that stands there is touched. Raises ProjectError."""
    is_workspace = (folder / SETTINGS).exists()
    if is_workspace and not ci:
        raise ProjectError(f"{folder} is a workspace already; docgen -C {folder} build builds it")
    if folder.exists() and not folder.is_dir():
        raise ProjectError(f"{folder} is a file; name a folder")
    if not is_workspace:
        _write_example(folder)
        sys.stdout.write(f"made a workspace in {folder.resolve()}\n")
    if ci:
        from docgen.commands.ci import write_ci

        write_ci(folder, ci)
    name = str(folder)
    quoted = f'"{name}"' if " " in name else name
    say("next: " + ("docgen build" if name == "." else f"docgen -C {quoted} build"))
    return 0


def _write_example(folder: Path) -> None:
    """The files of the example, and what editors are helped with."""
    source = DATA / "workspace"
    for path in sorted(path for path in source.rglob("*") if path.is_file()):
        target = folder / Path(*(HIDDEN.get(part, part) for part in path.relative_to(source).parts))
        if target.exists():
            say(f"kept {target}, which was there already")
        else:
            write_whole(target, path.read_bytes())
    write_editor_files(folder / ".vscode", WorkingTree(folder), keep=True)


def new_note(tree: WorkingTree, section: str, title: str) -> int:
    """Write a note for a section. Raises ProjectError where there is no such section, or the note is there already."""
    assessment = load(tree).library.assessment
    known = {found.id.value: found.title.value for found in assessment.all_sections()}
    if section not in known:
        near = key_of(section, known)
        raise ProjectError(f'no section is called "{section}"; ' + (f'did you mean "{near}"?' if near else "known are: " + ", ".join(known)))
    path, text = note_for(assessment, section, title, date.today())
    target = tree.root / path
    if target.exists():
        raise ProjectError(f"{path} is there already; choose another title")
    if not tree.holds(target):
        raise ProjectError(f"{path} would lie outside the workspace: a folder on the way to it is a link; remove the link first")
    write_whole(target, text.encode())
    sys.stdout.write(f"{path}\n")
    return 0
