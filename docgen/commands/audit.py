"""`docgen check --docx`: can everybody read a Word file?"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path

from docgen.audit.gate import audit
from docgen.commands.terminal import colour, say
from docgen.commands.word_file import find_file, read_package
from docgen.diagnostics import has_errors
from docgen.document import Identity
from docgen.project import ProjectError, find_workspace
from docgen.record import Record, fresh
from docgen.report.findings import as_json, as_text, counted
from docgen.source import Span
from docgen.word.identity import identity_of
from docgen.word.limits import BadPackage


class Notes(Record):
    """Where the blocks of a file stand in the notes, by their keys, and which words of them are never repeated.

    `changed` is true where the notes here are not the ones that the file was built from.
    """

    places: Mapping[str, Span] = fresh(factory=dict)
    identifiers: tuple[re.Pattern[str], ...] = ()
    changed: bool = False


def run_audit(folder: Path, name: str, form: str, strict: bool) -> int:
    """Show the findings about one Word file; 1 where one is an error. Raises ProjectError for a file that is none."""
    path = find_file(name, folder)
    package = read_package(path)
    try:
        notes = _notes(identity_of(package), folder)
        audited = audit(package, path.as_posix(), notes.places)
    except BadPackage as problem:
        raise ProjectError(f"{path}: {problem}") from None
    if form == "json":
        sys.stdout.write(as_json(audited.findings, notes.identifiers))
    else:
        shown = as_text(audited.findings, notes.identifiers, colour())
        if notes.changed and audited.findings:
            shown += "the notes have changed since this file was built, so its own paragraphs are named\n"
        say(shown + f"{counted(audited.paragraphs, 'paragraph')}, {counted(len(audited.findings), 'finding')}")
    return int(bool(audited.findings) if strict else has_errors(audited.findings))


def _notes(identity: Identity | None, folder: Path) -> Notes:
    """The notes that a file was built from, where they are the ones here."""
    if identity is None:
        return Notes()
    from docgen.build import load, places

    try:
        loaded = load(find_workspace(folder))
    except ProjectError:
        return Notes()
    identifiers = tuple(loaded.library.assessment.identifiers)
    return Notes(places(loaded, identity), identifiers, identity.inputs != loaded.inputs)
