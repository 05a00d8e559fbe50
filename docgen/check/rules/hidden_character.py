"""An invisible character stands in a note that changes how the text looks.

Why: some turn the order of the letters around, so that a reader sees other words than those that stand there; a byte order mark in
the middle of a file keeps a heading from being one. Such characters come with pasted text.

Bad: A file name copied from an e-mail, with an invisible character in it that shows its ending backwards.

Good: The same name, typed by hand.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, warning
from docgen.pattern import lazy

NAME = "hidden-character"
# Embeddings and overrides of direction (Unicode TR 9), but not the isolates that right-to-left text may need.
SIGNS = "\u202a\u202b\u202c\u202d\u202e\ufeff"
HIDDEN = lazy(f"[{SIGNS}]")


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each such character; the byte order mark that may open a file is none."""
    worth = (note for note in facts.library.notes if any(sign in note.source.text for sign in SIGNS))
    for note in worth:
        for found in HIDDEN.finditer(note.source.text, 1):
            message = f"the invisible character U+{ord(found.group()):04X} stands here"
            yield warning(NAME, message, note.source.span(found.start(), found.end()), "remove it: it changes how the text around it looks")
