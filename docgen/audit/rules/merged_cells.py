"""A table has merged or split cells, or a table inside it.

Why: a screen reader counts rows and columns. Where cells are merged or split it loses count, and says the wrong header with a cell.

Bad: one cell "Police" that reaches over three rows.

Good: three rows that each say "Police", or three tables with a heading each.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.audit.facts import Facts
from docgen.audit.rule import Found, Rule
from docgen.audit.story import Cell
from docgen.diagnostics import Severity
from docgen.word.wordml import child

NAME = "merged-cells"
HINT = "give every row the same cells, and repeat what holds for several"


def find(facts: Facts) -> Iterator[Found]:
    """A finding for each table whose cells are no plain grid."""
    for table in facts.tables():
        merged = [cell for row in table.rows for cell in row if _is_merged(cell)]
        if merged:
            said = "a merged cell" if len(merged) == 1 else f"{len(merged):,} merged cells"
            at = next((cell.paragraphs[0] for cell in merged if cell.paragraphs), table.paragraph)
            yield Found(f"a table has {said}", HINT, at)
        elif len({len(row) for row in table.rows if row}) > 1:
            yield Found("the rows of a table do not all have the same number of cells", HINT, table.paragraph)
        if table.outer:
            yield Found("a table stands inside a table", "put it below, as a table of its own", table.paragraph)


def _is_merged(cell: Cell) -> bool:
    return cell.span > 1 or any(child(cell.element, f"tcPr/{name}") is not None for name in ("vMerge", "hMerge"))


RULE = Rule(NAME, Severity.WARNING, find)
