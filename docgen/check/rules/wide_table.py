"""A table has more than 63 columns.

Why: Word refuses to open a file with such a table.

Bad: A table with 70 columns, one for each week of the review.

Good: Two tables, or a table with one row for each week.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, error
from docgen.nodes import Table

NAME = "wide-table"
# Word's own limit; ECMA-376 has none.
MOST = 63


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each table that Word can't open."""
    for _, table in facts.every(Table):
        columns = len(table.header.cells)
        if columns > MOST:
            message = f"this table has {columns:,} columns, and Word can open {MOST} at most"
            yield error(NAME, message, table.header.span, "divide it into several tables, or turn its columns into rows")
