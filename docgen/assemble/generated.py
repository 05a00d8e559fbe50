"""Small makers of generated blocks: paragraphs, headings and tables that stand in no note."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.assemble.workbench import Workbench
from docgen.document import Grid, Kind, Label, Styled
from docgen.nodes import Cell, Generated, HardBreak, Heading, Inline, Row


class Maker:
    """Makes generated blocks for one edition; all of them stand nowhere."""

    def __init__(self, work: Workbench) -> None:
        self.work = work
        self.span = work.nowhere

    def text(self, text: str, strong: bool = False) -> Inline:
        """A run of generated text."""
        return Generated(self.span, text, strong)

    def paragraph(self, style: str, *content: Inline | str) -> Styled:
        """A paragraph in a style of its own."""
        return Styled(self.span, [self.text(part) if isinstance(part, str) else part for part in content], None, style)

    def pair(self, style: str, name: str, value: str) -> Styled:
        """`Name: value`, the name strong."""
        return self.paragraph(style, self.text(f"{name}: ", strong=True), value)

    def heading(self, title: str) -> Heading:
        """A heading of the first level without a number."""
        heading = Heading(self.span, 1, [self.text(title)])
        self.work.document.labels[heading] = Label(Kind.FRONT, None, 1, title)
        return heading

    def cell(self, *lines: Sequence[Inline] | str) -> Cell:
        """A cell of one paragraph; each line that says something stands on its own, and a dash where none does."""
        content: list[Inline] = []
        for line in lines:
            inlines = [self.text(line)] if isinstance(line, str) else list(line)
            if not line or not inlines:
                continue
            content += [*([HardBreak(self.span)] if content else []), *inlines]
        return Cell(self.span, content or [self.text("–")])

    def table(self, title: str, header: Sequence[str], rows: Sequence[Sequence[Cell | str]], widths: tuple[int, ...]) -> Grid:
        """A table with a header row; a plain text is a cell."""
        cells = [[cell if isinstance(cell, Cell) else self.cell(cell) for cell in row] for row in rows]
        top = Row(self.span, [self.cell(name) for name in header])
        return Grid(self.span, [""] * len(header), top, [Row(self.span, row) for row in cells], None, title, widths)
