"""A reference or a link names something that no note has.

Why: in the Word file it would lead nowhere, and nobody could say what was meant.

Bad:
```body
Attendance is covered by [@conference-atendance].

## Recommendations

- Agree an attendance standard. {#conference-attendance}
```

Good:
```body
Attendance is covered by [@conference-attendance].

## Recommendations

- Agree an attendance standard. {#conference-attendance}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, error
from docgen.identities import destination
from docgen.near import nearest
from docgen.nodes import Link, Reference
from docgen.pattern import lazy

NAME = "dangling-reference"
ADDRESS = lazy(r"\(<?https?://", re.IGNORECASE)  # behind a name on social media, say


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each reference and link to an unknown identity or note."""
    known = facts.identities
    hint = cache(partial(_hint, names=known.names()))
    for _, node in facts.every(Reference):
        if node.id.casefold() not in known.places:
            text = node.span.source.text
            said = f"if it is to be the text of a link, write [\\@{node.id}](address)" if ADDRESS.match(text, node.span.end) else hint(node.id)
            yield error(NAME, f'nothing is called "{node.id}"', node.span, said)
    for note, link in facts.every(Link):
        found = destination(link, note, known)
        if found.missing is not None and found.reason == "note":
            yield error(NAME, f'there is no note "{found.missing}"', link.span, "check the path, which starts from this note's folder")
        elif found.missing is not None:
            yield error(NAME, f'nothing is called "{found.missing}"', link.span, hint(found.missing))


def _hint(name: str, names: list[str]) -> str:
    near = nearest(name, names)
    return f'did you mean "{near}"?' if near else "check the identity, which stands in {#…} behind what it names"
