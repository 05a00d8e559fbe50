"""Lines begin with bullets or dashes that are typed, and are printed as one paragraph.

Why: text that is pasted from Word or an e-mail brings its bullets along as letters. The lines run together in the document, and under
Strengths or Recommendations they count as one item. A list in a note begins each line with `-` and a space.

`docgen check --fix` writes the dashes where every line of the paragraph has such a bullet.

Bad:
```body
• Parents come back.
• Workers listen.
```

Good:
```body
- Parents come back.
- Workers listen.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.check.typed import BULLET, is_list, may_begin_with_bullet
from docgen.diagnostics import Diagnostic, Edit, warning
from docgen.nodes import Paragraph

NAME = "typed-bullet"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each paragraph with a typed bullet, or with two lines that begin with a typed dash."""
    worth = {note for note in facts.library.notes if may_begin_with_bullet(note)}
    for note, paragraph in facts.every(Paragraph):
        if note in worth and is_list(paragraph):
            hint = "begin each line with a dash and a space: - Parents come back"
            yield warning(NAME, "these bullets are typed, and the lines are printed as one paragraph", paragraph.span, hint, _edit(paragraph))


def _edit(paragraph: Paragraph) -> Edit | None:
    text = paragraph.span.text
    lines = text.splitlines()
    if ">" in text or not all(BULLET.match(line) for line in lines):
        return None
    return Edit(paragraph.span, BULLET.sub(lambda bullet: bullet[0][: len(bullet[0]) - len(bullet[0].lstrip())] + "- ", text))
