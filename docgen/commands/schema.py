"""`docgen schema`: JSON Schema for editors, shown, or written with the snippets for VS Code."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from docgen.build import load
from docgen.check.names import NAMES
from docgen.check.table import FIXED
from docgen.commands.explain import page
from docgen.editors import FILES, Known, as_json, editor_files, schema_of, schema_of_all
from docgen.near import nearest
from docgen.project import ProjectError, WorkingTree, check_target, find_workspace, write_whole
from docgen.supplied import built_in_names


def run_schema(here: Path, name: str | None, output: str | None) -> int:
    """Show or write the schema of one file, or of all. Raises ProjectError for a name that no file has."""
    if name is not None and name not in FILES:
        near = nearest(name, FILES)
        raise ProjectError(f'no file of settings is called "{name}"; ' + (f'did you mean "{near}"?' if near else f"known are: {', '.join(FILES)}"))
    tree = _workspace(here)
    if output and (output.endswith(("/", os.sep)) or os.path.isdir(output)):
        if name:
            raise ProjectError(f"{output} is a folder, and takes what there is for all files; leave out {name}, or name a file")
        for path in write_editor_files(Path(output), tree):
            sys.stdout.write(f"{path}\n")
        return 0
    text = as_json(schema_of(name, known()) if name else schema_of_all(known()))
    if output is None:
        sys.stdout.write(text)
        return 0
    if tree:
        check_target(Path(output), tree, ".json")
    write_whole(Path(output), text.encode())
    return 0


def write_editor_files(folder: Path, tree: WorkingTree | None, keep: bool = False) -> list[Path]:
    """Write all that editors are helped with, and which files that were; with `keep` those that are there already stay as they are."""
    assessment = load(tree).library.assessment if tree else None
    files = editor_files(assessment, known())
    written = [folder / name for name in files if not (keep and (folder / name).exists())]
    for path in written:
        write_whole(path, files[path.name].encode())
    return written


def known() -> Known:
    """What comes with docgen and settings may name."""
    return Known({name: page(name)[1].splitlines()[0] for name in NAMES}, FIXED, built_in_names("frameworks"))


def _workspace(here: Path) -> WorkingTree | None:
    """The workspace here or above, for its sections and agencies; the schemas need none."""
    try:
        return find_workspace(here)
    except ProjectError:
        return None
