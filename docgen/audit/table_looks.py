"""What a table's style says of each of its cells: of the first row, of every second one, of the corners (17.7.6)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.audit.story import Cell, Table
from docgen.audit.styles import TABLE, Styles
from docgen.word.wordml import child, stated, whole

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# The bits of the old form of `w:tblLook` (17.4.55).
BITS = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100, "noHBand": 0x200, "noVBand": 0x400}
SIZES = ("tblStyleRowBandSize", "tblStyleColBandSize")


class TableLooks:
    """The parts of table styles that bear on cells, worked out once for all cells alike."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.tables: dict[Table, _Table] = {}
        self.parts: dict[tuple[str, tuple[str, ...]], list[Element]] = {}

    def key(self, cell: Cell | None) -> tuple[object, ...]:
        """What tells cells apart whose text looks different."""
        if cell is None:
            return ()
        table = self._table(cell)
        own = child(cell.element, "tcPr/shd")
        shade = () if own is None else tuple(own.items())
        return (table.style, table.shade, tuple(table.names(cell)), shade, self.key(cell.table.outer))

    def style(self, cell: Cell | None) -> str:
        """The style of the table that a cell stands in."""
        return self._table(cell).style if cell else ""

    def is_shaded(self, cell: Cell | None) -> bool:
        """True where a cell or a table, and no style, says what lies behind a text."""
        while cell is not None:
            if child(cell.element, "tcPr/shd") is not None or self._table(cell).shade:
                return True
            cell = cell.table.outer
        return False

    def runs(self, cell: Cell) -> list[Element]:
        """Properties of text in a cell, the strongest first."""
        return [found for part in self._parts(cell) if (found := child(part, "rPr")) is not None]

    def shades(self, cell: Cell | None) -> Iterator[Element | None]:
        """The shading of a cell, and those of the cells around it."""
        while cell is not None:
            own = child(cell.element, "tcPr/shd")
            parts = (child(part, "tcPr/shd") for part in self._parts(cell))
            yield next((shade for shade in (own, *parts) if shade is not None), child(cell.table.element, "tblPr/shd"))
            cell = cell.table.outer

    def _table(self, cell: Cell) -> _Table:
        if cell.table not in self.tables:
            self.tables[cell.table] = _Table(cell.table, self.styles)
        return self.tables[cell.table]

    def _parts(self, cell: Cell) -> list[Element]:
        """The parts of the table's style that apply to a cell."""
        table = self._table(cell)
        key = (table.style, tuple(table.names(cell)))
        if key not in self.parts:
            chain = self.styles.chain(TABLE, table.style)
            named = [part for name in key[1] for style in chain if (part := style.conditional.get(name)) is not None]
            self.parts[key] = [*named, *(style.element for style in chain)]
        return self.parts[key]


class _Table:
    """What of its style a table wants."""

    def __init__(self, table: Table, styles: Styles) -> None:
        properties = child(table.element, "tblPr")
        self.look = child(properties, "tblLook")
        self.style = stated(properties, "tblStyle")
        shade = child(properties, "shd")
        self.shade = () if shade is None else tuple(shade.items())
        self.last_row = len(table.rows) - 1
        self.columns = max((row[-1].column + row[-1].span for row in table.rows if row), default=0)
        self.wants = {name: self._says(name) for name in BITS}
        self.sizes = [max(1, whole(stated(styles.inherited(TABLE, self.style, f"tblPr/{name}")), 1)) for name in SIZES]

    def _says(self, name: str) -> bool:
        """True where the table says so, in the new form or the old."""
        said = stated(self.look, name=name)
        if said:
            return said in ("1", "true", "on")
        try:
            return bool(int(stated(self.look) or "0", 16) & BITS[name])
        except ValueError:
            return False

    def names(self, cell: Cell) -> Iterator[str]:
        """The conditions that a cell meets, the strongest first."""
        first, last = self.wants["firstRow"] and cell.row == 0, self.wants["lastRow"] and cell.row == self.last_row
        left = self.wants["firstColumn"] and cell.column == 0
        right = self.wants["lastColumn"] and cell.column + cell.span == self.columns
        corners = ((first and right, "neCell"), (first and left, "nwCell"), (last and right, "seCell"), (last and left, "swCell"))
        edges = ((left, "firstCol"), (right, "lastCol"), (first, "firstRow"), (last, "lastRow"))
        yield from (name for meets, name in (*corners, *edges) if meets)
        if not (self.wants["noHBand"] or first):
            yield _band(cell.row - self.wants["firstRow"], self.sizes[0], "Horz")
        if not (self.wants["noVBand"] or left):
            yield _band(cell.column - self.wants["firstColumn"], self.sizes[1], "Vert")


def _band(index: int, size: int, direction: str) -> str:
    return f"band{index // size % 2 + 1}{direction}"
