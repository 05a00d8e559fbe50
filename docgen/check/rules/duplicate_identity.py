"""Two items, headings, figures or tables have the same identity.

Why: a reference to it could mean either, and an agency's comment on one would be filed under the other. Capital and small
letters count as the same, because Word does not tell them apart. Of a note that is a copy of another this is told once.

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
from typing import TYPE_CHECKING

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, Severity, error
from docgen.note import Note

if TYPE_CHECKING:
    from docgen.check.copies import Copy

NAME = "duplicate-identity"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each copy of a note, and for each other identity that is taken already, notes' own included."""
    twice = facts.identities.twice
    copied: dict[Note, Copy] = {}
    if twice:
        from docgen.check.copies import by_identity, told  # rarely needed, and never where a document can be built

        copied = facts.once(by_identity)
        yield from (told(NAME, Severity.ERROR, copy) for copy in copied.values())
    for earlier, later in twice:
        if later.note in copied and later.name.value.casefold() in copied[later.note].both.names:
            continue
        where = f"{earlier.note.path}:{earlier.note.source.position(earlier.name.span.start)[0]}"
        message = f'"{later.name.value}" is the identity of something else already ({where})'
        yield error(NAME, message, later.name.span, "give one of the two another identity", (earlier.name.span,))
    seen: dict[str, str] = {}
    for note in facts.library.notes:
        other = seen.setdefault(note.id.value.casefold(), note.path)
        if other != note.path and not (note in copied and copied[note].original.id.value.casefold() == note.id.value.casefold()):
            yield error(NAME, f'"{note.id.value}" is the identity of {other} already', note.id.span, "give one of the two notes another id:")
