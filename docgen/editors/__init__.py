"""What an editor needs to help with notes and settings: JSON Schema, from the shapes that read them, and snippets."""

from __future__ import annotations

from json import dumps
from typing import Any

from docgen.assessment import Assessment
from docgen.editors.json_schema import FILES, Known, schema_of, schema_of_all
from docgen.editors.snippets import snippets

__all__ = ["FILES", "Known", "as_json", "editor_files", "schema_of", "schema_of_all"]


def editor_files(assessment: Assessment | None, known: Known) -> dict[str, str]:
    """What stands in .vscode and is made anew by `docgen schema -o .vscode`: the schema of each file, and a workspace's snippets."""
    files = {f"{name}.schema.json": as_json(schema_of(name, known)) for name in FILES}
    return files | ({"docgen.code-snippets": as_json(snippets(assessment))} if assessment else {})


def as_json(value: dict[str, Any]) -> str:
    """The text of a JSON file."""
    return dumps(value, ensure_ascii=False, indent=2) + "\n"
