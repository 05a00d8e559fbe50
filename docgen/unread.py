"""The finding about a file that somebody may take for a note, for looks or for a template, and that docgen does not read."""

from __future__ import annotations

from docgen.diagnostics import Diagnostic, warning
from docgen.filenames import WORD_FILES
from docgen.source import Source


def unread_file(path: str, other: str = "") -> Diagnostic:
    """The finding for what looks like a note and is not read; a folder ends in `/`, and a note that is read by another name has that."""
    place = Source(path.rstrip("/"), "").top()
    name = path.rpartition("/")[2].casefold()
    if other:
        hint = "remove this name; where a second note is meant, write one with a text of its own"
        return warning("unread-file", f"this is the same file as {other}, and is read by that name only", place, hint)
    if path.endswith("/"):
        return warning("unread-file", "this folder is a link, and nothing in it is read", place, "move the notes themselves into content/")
    if path.startswith("styles/") and not path.casefold().endswith(WORD_FILES):
        return warning("unread-file", "this file is not used for looks, because of its name", place, "rename it so that it is called house.yaml")
    if path.startswith("styles/"):
        hint = "rename it so that it is called template.docx, template.dotx or template.dotm; save an older file in Word as Word Document (.docx)"
        return warning("unread-file", "this file is not used as the template, because of its name", place, hint)
    if "/" not in path:
        hint = "move it into content/ if it is a note, else into another folder"
        return warning("unread-file", "this file lies beside content/, and is not read", place, hint)
    if name.startswith("."):
        return warning("unread-file", "the name begins with a dot, so the file is not read", place, "rename it so that it begins with a letter")
    hint = "rename it so that it ends in .md" if name.endswith((".markdown", ".mdown", ".txt")) else "move its text into a file that ends in .md"
    return warning("unread-file", "only files that end in .md are read as notes", place, hint)
