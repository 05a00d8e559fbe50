"""A short form of Latin is used, such as "e.g.".

Why: many readers mix them up, and a screen reader says "egg" for "eg". The English words are as short to read.

`docgen check --fix` writes "for example" and "that is" out. Words in quotation marks and in a quotation stay as they are.

Bad:
```body
Many services help, e.g. schools and youth clubs.
```

Good:
```body
Many services help, for example schools and youth clubs.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.phrases import Use
from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, Edit, warning

NAME = "latin-abbreviation"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each one; "IE" and "EG" in capitals are something else."""
    for use in facts.phrases("latin").uses():
        if "." in use.said[:-1] or not use.said.isupper() or use.phrase.is_exact:
            better = f'"{use.better}"' if use.phrase.swaps else use.phrase.better
            yield warning(NAME, f'"{use.said}" is Latin', use.passage.span(use.start, use.end), f"write {better}", _edit(use))


def _edit(use: Use) -> Edit | None:
    """The English words, with the comma or colon that must part them from what follows."""
    edit, behind = use.edit(), use.passage.text[use.end : use.end + 1]
    if edit is None or behind not in (" ", "\n") or not (use.begins or use.phrase.better in ("that is", "note")):
        return edit
    return Edit(edit.span, f"{edit.text}{':' if use.phrase.better == 'note' else ','}")
