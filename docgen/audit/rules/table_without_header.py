"""The first row of a table is not marked as a header row, or a header is empty.

Why: with a marked header row a screen reader says the name of the column before each cell: "Lead: Anytown Council". Without it people hear
twenty cells in a row and must count. Word also repeats a marked row on each page.

Bad: a table with the columns "Number", "Recommendation" and "Lead", whose first row is only bold.

Good: the same table with Layout, Repeat Header Rows switched on for its first row, and words in each cell of that row.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.audit.facts import Facts
from docgen.audit.rule import Found, Rule
from docgen.audit.story import Cell, Table
from docgen.diagnostics import Severity
from docgen.word.wordml import is_on, tag

NAME = "table-without-header"


def find(facts: Facts) -> Iterator[Found]:
    """A finding for each table without a marked first row, or with a header that says nothing; the corner above a column of names may be empty."""
    for table in facts.tables():
        row = next((row for cell in table.rows[0] for row in cell.element.iterancestors(tag("tr"))), None)
        if not is_on(row, "trPr/tblHeader"):
            hint = "put the cursor in its first row and choose Layout, Repeat Header Rows"
            yield Found("the first row of a table is not marked as its header row", hint, table.paragraph)
        elif empty := _empty(table):
            where = f"column {empty[0].column + 1}" if len(empty) == 1 else f"{len(empty)} columns"
            yield Found(f"the header row of a table says nothing above {where}", "write what stands in the column", next(iter(empty[0].paragraphs), table.paragraph))


def _empty(table: Table) -> list[Cell]:
    """The cells of the header row without words."""
    headers = table.rows[0]
    empty = [cell for cell in headers if all(paragraph.is_empty for paragraph in cell.paragraphs)]
    return [cell for cell in empty if cell.column or len(empty) == len(headers)]


RULE = Rule(NAME, Severity.ERROR, find)
