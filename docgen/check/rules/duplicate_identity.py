"""Two items, headings, figures or tables have the same identity.

Why: a reference to it could mean either, and an agency's comment on one would be filed under the other. Capital and small
letters count as the same, because Word does not tell them apart.

Bad:
```body
## Strengths

- Midwives work with families early. {#midwives}
- Midwives attend every conference. {#midwives}
```

Good:
```body
## Strengths

- Midwives work with families early. {#midwives-early}
- Midwives attend every conference. {#midwives-conferences}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, error

NAME = "duplicate-identity"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each identity that is taken already, notes' own included."""
    for earlier, later in facts.identities.twice:
        where = f"{earlier.note.path}:{earlier.note.source.position(earlier.name.span.start)[0]}"
        message = f'"{later.name.value}" is the identity of something else already ({where})'
        yield error(NAME, message, later.name.span, "give one of the two another identity", (earlier.name.span,))
    seen: dict[str, str] = {}
    for note in facts.library.notes:
        other = seen.setdefault(note.id.value.casefold(), note.path)
        if other != note.path:
            yield error(NAME, f'"{note.id.value}" is the identity of {other} already', note.id.span, "give one of the two notes another id:")
