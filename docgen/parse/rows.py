"""Tables from the tokens of their rows, and the place among tokens where reading has come to."""

from __future__ import annotations

from typing import Any

from docgen import nodes
from docgen.diagnostics import Diagnostic, error
from docgen.nodes import Block, Inline, Text
from docgen.parse.attributes import as_text
from docgen.parse.inlines import PLAIN, inlines
from docgen.parse.spans import Lines, Places, cell_places
from docgen.parse.states import Placed
from docgen.parse.tables import with_bars
from docgen.source import Span


class RowReader:
    """Reads tokens one after another: tables, and what stands in the text of any block."""

    def __init__(self, lines: Lines, read: list[Placed], environment: dict[str, Any]) -> None:
        self.lines = lines
        self.tokens = read
        self.environment = environment
        self.problems: list[Diagnostic] = []
        self.tables: list[nodes.Table] = []
        self.at = 0

    def span(self, token: Placed) -> Span:
        return self.lines.span(token.map)

    def skip(self) -> None:
        """Pass over one closing token."""
        self.at += 1

    def inline(self, places: Places | None = None) -> list[Inline]:
        """The nodes of the inline token that comes next."""
        token = self.tokens[self.at]
        self.at += 1
        if places is None:
            places = self.lines.places(token.content, token.map[0])
        return inlines(token.content, places, self.environment)

    def table(self, token: Placed) -> Block:
        rows: list[nodes.Row] = []
        align: list[str] = []
        while self.tokens[self.at].type != "table_close":
            opening = self.tokens[self.at]
            self.at += 1
            if opening.type == "tr_open":
                rows.append(self.row(opening, align if not rows else None))
        self.skip()
        table = nodes.Table(self.span(token), align, rows[0], rows[1:])
        self.tables.append(table)
        return table

    def row(self, token: Placed, align: list[str] | None) -> nodes.Row:
        line = token.map[0]
        text = self.lines.lines[line]
        span = self.span(token)
        places = cell_places(self.lines, line, self.indent(line, text))
        end = Places(span.source, [0], [span.end])
        cells: list[nodes.Cell] = []
        while self.tokens[self.at].type != "tr_close":
            opening = self.tokens[self.at]
            self.at += 1
            if align is not None:
                align.append(str(opening.attrs.get("style", "")).removeprefix("text-align:"))
            place = places[len(cells)] if len(cells) < len(places) else end
            cells.append(self.cell(place))
        self.skip()
        for place in places[len(cells) :]:
            self.surplus(place, span)
        return nodes.Row(span, cells)

    def cell(self, place: Places) -> nodes.Cell:
        """A cell of a table; its text comes next."""
        text = self.tokens[self.at].content
        span = place.span(0, len(text))
        if text and len(place.starts) == 1 and not PLAIN.search(text):
            self.at += 2
            return nodes.Cell(span, [Text(span, text)])
        content = self.inline(place)
        content = with_bars([as_text(node) for node in content] if "{" in text else content)
        self.skip()
        return nodes.Cell(span, content)

    def surplus(self, place: Places, row: Span) -> None:
        """Refuse a cell that stands beyond the last column: the library drops it."""
        start = place.at(0)
        text = row.sub(start, max(start, row.end)).text.split("|")[0].rstrip()
        if text:
            span = row.sub(start, start + len(text))
            hint = "add a column to the first row, or join cells"
            self.problems.append(error("surplus-cell", "this row has more cells than the first row has columns", span, hint))

    def indent(self, line: int, text: str) -> int:
        """Columns before a row of a table that belong to the lists and quotes around it."""
        at = self.at
        while self.tokens[at].type not in ("inline", "tr_close"):
            at += 1
        inline = self.tokens[at]
        lead = text.find("|")
        start = text.find(inline.content.split("|")[0].rstrip("\\")) if inline.content else lead
        return lead if 0 <= lead <= max(start, 0) else max(start, 0)
