"""What looks like a reference to an identity is written in another way, and is printed as it stands.

Why: a reader would see `[@Two words]` or `@attendance-drift` instead of a number or a title, and no link. A reference is an identity
between `[@` and `]`, without blanks. `@name` by itself is told where something has that identity, or one very close to it that has a hyphen;
e-mail addresses and the names that people have on social media are not told.

`docgen check --fix` writes the reference where the identity is certain.

Bad:
```body
Attendance drifts, see [@ Attendance drift].

## Attendance {#attendance-drift}

Text.
```

Good:
```body
Attendance drifts, see [@attendance-drift].

## Attendance {#attendance-drift}

Text.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.check.typed import literal
from docgen.diagnostics import Diagnostic, Edit, warning
from docgen.near import nearest
from docgen.nodes import Block, Cell, Heading, Paragraph, Text
from docgen.note import Field
from docgen.pattern import lazy

NAME = "wrong-reference"
# A first look, at what stands in the file: no reference, and no e-mail address.
LOOK = lazy(r"@(?:(?<=\[@)(?![A-Za-z0-9][\w.-]*\])|(?<![\w\[.+/-]@)(?=\w))")
FORMS = lazy(r"\[[ \t]*@([^\[\]\n@]{0,60})\]|(?<![\w@./+-])@([A-Za-z0-9][\w.-]*[A-Za-z0-9])")
KINDS: tuple[type[Block], ...] = (Paragraph, Heading, Cell, Field)  # type: ignore[assignment]
READ = frozenset(("Because", "Status"))  # what their values lack is told already


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each reference that is written in another way."""
    worth = {note for note in facts.library.notes if LOOK.search(note.source.text, note.body)}
    blocks = (block for kind in KINDS for note, block in facts.every(kind) if note in worth) if worth else ()
    leaves = (leaf for block in blocks if getattr(block, "name", None) not in READ for leaf in literal(block.content))  # type: ignore[attr-defined]
    for leaf in leaves:
        for found in FORMS.finditer(leaf.text) if "@" in leaf.text else ():
            yield from _in_brackets(facts, leaf, found) if found[2] is None else _bare(facts, leaf, found)


def _in_brackets(facts: Facts, leaf: Text, found: re.Match[str]) -> Iterator[Diagnostic]:
    right = "-".join(re.findall("[a-z0-9]+", found[1].casefold()))
    near = _known(facts, right)
    hint = f"write [@{near}]" if near else "write [@…] with the identity, which stands in {#…} behind what it names"
    yield _told(leaf, found, hint, near if near and near.casefold() == right else None)


def _bare(facts: Facts, leaf: Text, found: re.Match[str]) -> Iterator[Diagnostic]:
    """Without a hyphen it may be somebody's name on social media, and behind an open bracket more may belong to it: those are not mended."""
    name = found[2]
    near = _known(facts, name)
    if near and (near.casefold() == name.casefold() or "-" in name):
        is_sure = near.casefold() == name.casefold() and "-" in name and "[" not in _before(leaf, found).rpartition("]")[2]
        yield _told(leaf, found, f"write [@{near}]", near if is_sure else None)


def _before(leaf: Text, found: re.Match[str]) -> str:
    """What stands in the file before such a name on its line: a link's text may have begun, or a bracket that was escaped."""
    at = leaf.span.start + found.start()
    return leaf.span.source.text[max(0, at - 500) : at].replace("\r", "\n").rpartition("\n")[2]


def _known(facts: Facts, name: str) -> str | None:
    """The identity of a name, else the nearest."""
    place = facts.identities.places.get(name.casefold())
    return place.name.value if place else nearest(name, facts.identities.names(), reach=2)


def _told(leaf: Text, found: re.Match[str], hint: str, sure: str | None) -> Diagnostic:
    start = leaf.span.start
    span = leaf.span.sub(start + found.start(), start + found.end())
    edit = Edit(span, f"[@{sure}]") if sure and span.text == found[0] else None
    return warning(NAME, f'"{found[0]}" is no reference, and is printed as it stands', span, hint, edit)
