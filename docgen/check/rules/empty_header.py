"""The first row of a table leaves a column, or all of them, without a header.

Why: a screen reader says the header of its column before each cell, and would say nothing. Everybody else has to guess what the column
holds. Where the table goes on on the next page, its first row is printed again.

Bad:
```body
|            |     |
| ---------- | --- |
| Police     | 40  |
| Health     | 31  |
```

Good:
```body
| Agency     | Staff trained |
| ---------- | ------------- |
| Police     | 40            |
| Health     | 31            |
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, warning
from docgen.nodes import Cell, FootnoteMark, Image, Reference, Table
from docgen.walk import visible, visit

NAME = "empty-header"
SHOWN = (Image, FootnoteMark, Reference)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each table with a header missing; one of a single column is a frame, of which a reader hears no columns."""
    for _, table in facts.every(Table):
        cells = table.header.cells
        empty = [number for number, cell in enumerate(cells, 1) if not _says(cell)]
        if empty and len(cells) > 1:
            yield warning(NAME, _message(empty, len(cells)), table.header.span, _hint(table, empty))


def _says(cell: Cell) -> bool:
    """True for a cell with words, a picture or the like in it."""
    return bool(visible(cell.content).strip()) or any(isinstance(node, SHOWN) for node in visit(cell.content))


def _message(empty: list[int], columns: int) -> str:
    if len(empty) == columns:
        return "this table has no headers: its first row is empty"
    if len(empty) == 1:
        return f"column {empty[0]} of this table has no header"
    return f"columns {', '.join(map(str, empty[:-1]))} and {empty[-1]} of this table have no headers"


def _hint(table: Table, empty: list[int]) -> str:
    """What to write; a column in which nothing stands at all is one too many."""
    if any(_says(row.cells[number - 1]) for row in table.rows for number in empty):
        return "write into the first row what each column holds"
    return "write into the first row what each column holds, or remove a column that holds nothing"
