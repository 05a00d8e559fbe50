"""A finding speaks of many, most or a sharp rise and gives no figure; a measure asks for more or less and does not say how much.

Why: two readers understand "many families" in two ways, and nobody can tell next year whether it has changed. A figure anywhere in the
finding and the lines below it is enough, and so is a reference to a table or picture. Small numbers are not asked for: they may lead to
a child. This is looked for in documents in English.

Bad:
```body
## Areas for development

- Many families wait for support. {#families-wait}
  - Evidence: workshop, 30 June 2026
```

Good:
```body
## Areas for development

- Many families wait for support. {#families-wait}
  - Evidence: 46 of 120 families waited for more than a month in spring 2026
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.quantities import counts, is_loose, may_be_vague, vague
from docgen.check.rule import Facts
from docgen.check.standing import on_one_line, open_ones, standing
from docgen.diagnostics import Diagnostic, warning
from docgen.nodes import Figure, FootnoteMark, Inline, Reference, Table, Text
from docgen.note import Finding
from docgen.source import Span
from docgen.walk import visit

NAME = "vague-quantity"
SAYING = ("Evidence", "Impact")


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding at the first such words of each finding, and at each such measure of an open recommendation."""
    for _, item in standing(facts, Finding):
        if not may_be_vague(item.span.text):
            continue
        passages = [item.paragraph.content, *(entry.content for entry in item.fields if entry.name in SAYING)]
        found = next(((phrase, passage) for passage in passages if (phrase := vague(on_one_line(passage)))), None)
        if found and not _is_counted(facts, item, passages):
            hint = "say how many or how far, or write the figure under Evidence:"
            yield warning(NAME, f'"{found[0]}" stands here without a figure', _place(*found), hint)
    for _, action in open_ones(facts):
        measure = action.first("Measure")
        if measure and is_loose(on_one_line(measure.content)):
            hint = "write a figure, as in 90% of conferences, from a baseline of 71%"
            yield warning(NAME, "this measure does not say how much", measure.span, hint)


def _is_counted(facts: Facts, item: Finding, passages: list[list[Inline]]) -> bool:
    """True where the finding gives a figure, or leads to a place that does."""
    if any(counts(on_one_line(passage)) for passage in passages) or any(isinstance(block, Table) for block in item.blocks):
        return True
    marks = [node for node in visit(part for passage in passages for part in passage) if isinstance(node, (FootnoteMark, Reference))]
    named = (facts.identities.places.get(mark.id.casefold()) for mark in marks if isinstance(mark, Reference))
    return any(isinstance(mark, FootnoteMark) for mark in marks) or any(place and isinstance(place.node, (Figure, Table)) for place in named)


def _place(phrase: str, passage: list[Inline]) -> Span:
    """Where the words stand; of words on two lines, the whole passage."""
    for leaf in passage:
        if isinstance(leaf, Text) and phrase in leaf.span.text:
            at = leaf.span.start + leaf.span.text.index(phrase)
            return leaf.span.sub(at, at + len(phrase))
    return passage[0].span.to(passage[-1].span)
