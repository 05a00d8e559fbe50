"""A final document leaves out a note that is still a draft.

Why: somebody wrote it, and may expect to see it. In a draft document the note is printed and nothing is said.

Bad: a note with `status: draft`, or without a status, in a build with `--final`.

Good: the same note with `status: agreed`.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, warning

NAME = "draft-note"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each note that a final build leaves out."""
    for note in facts.library.notes:
        if facts.final and note.status == "draft":
            yield warning(NAME, "this note is still a draft and is left out", note.source.top(), "set status: agreed when it is")
