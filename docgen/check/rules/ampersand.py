"""The sign "&" stands for "and".

Why: "and" is easier to read, and some screen readers say "ampersand". The sign belongs in names, such as "R&D" and "Marks & Spencer".

`docgen check --fix` writes "and".

Bad:
```body
The council & its partners met.
```

Good:
```body
The council and its partners met at A&E.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.passage import Passage, is_inside, places
from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, warning
from docgen.nodes import Heading
from docgen.pattern import lazy

NAME = "ampersand"
SIGN = lazy(r"(?<=[\w).,]\s)&(?=\s+[\w(])")
CAPITALS = lazy(r"\b(?:[A-Z][a-z][\w’'.-]*\)?\s&\s+[A-Z]|[A-Z][\w.-]*\)?\s&\s+[A-Z][a-z]|[A-Z]\s&\s+[A-Z]\b)")


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each sign between two words, unless both begin with a capital letter, as in the name of a firm; headings have no such words."""
    for note in facts.prose.notes:
        for passage in facts.prose.of(note) if "&" in facts.prose.text(note) else ():
            yield from _signs(passage) if "&" in passage.text else ()


def _signs(passage: Passage) -> Iterator[Diagnostic]:
    names = [] if type(passage.block) is Heading else places(CAPITALS, passage.text)
    for found in SIGN.finditer(passage.text):
        start, end = found.span()
        if passage.is_own(start) and not is_inside(names, start):
            yield warning(NAME, '"&" stands for "and"', passage.span(start, end), 'write "and"', passage.edit(start, end, "and"))
