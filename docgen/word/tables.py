"""Tables: header row marked, rows kept whole, widths of grid, cells and table that agree (17.4)."""

from __future__ import annotations

from docgen import nodes
from docgen.document import Grid
from docgen.walk import visible
from docgen.word.inlines import runs
from docgen.word.oxml import quoted
from docgen.word.writer import Writer

ALIGNMENT = {"left": '<w:jc w:val="left"/>', "center": '<w:jc w:val="center"/>', "right": '<w:jc w:val="right"/>'}
TWIPS_PER_LETTER = 126  # of the table's text: a guess that leaves room for wide letters
TWIPS_PER_BOLD_LETTER = 132  # of its header
CELL_MARGINS = 210
SHORT, LONGEST = 12, 120  # letters: of a cell that is kept on one line, and of one that counts no more


def table(writer: Writer, node: nodes.Table, indent: int) -> str:
    """The whole table; `indent` in twips is what the lists around it take."""
    room = max(writer.width - indent, writer.width // 2)
    widths = fitted(node, room)
    title = node.title if isinstance(node, Grid) else _title(node)
    look = 'w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"'
    inset = f'<w:tblInd w:w="{indent}" w:type="dxa"/>' if indent else ""
    caption = f'<w:tblCaption w:val="{quoted(title)}"/>' if title else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    parts = [
        f'<w:tbl><w:tblPr><w:tblStyle w:val="DocgenTable"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{inset}'
        f'<w:tblLayout w:type="fixed"/><w:tblLook {look}/>{caption}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>',
        _row(writer, node, node.header, widths, header=True),
        *(_row(writer, node, row, widths, header=False, kept=row in node.rows[-2:-1]) for row in node.rows),
        "</w:tbl>",
    ]
    return "".join(parts)


def _title(node: nodes.Table) -> str:
    """What a screen reader calls a note's table: its caption, else its columns."""
    if node.caption:
        return visible(node.caption.content)
    return "Table: " + ", ".join(visible(cell.content) for cell in node.header.cells)


def _row(writer: Writer, node: nodes.Table, row: nodes.Row, widths: list[int], header: bool, kept: bool = False) -> str:
    """One row; `kept` holds it on the page of the next, so that the last row never stands alone on a page (17.3.1.15)."""
    properties = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if header else "<w:trPr><w:cantSplit/></w:trPr>"
    style = "TableHeading" if header else "TableText"
    keep = "<w:keepNext/>" if kept else ""
    cells = []
    for cell, width, align in zip(row.cells, widths, node.align, strict=True):
        inner = writer.anchors.around(cell, runs(writer, cell.content))
        if header:  # The colour of links might not be seen on that of the header.
            inner = inner.replace('<w:rStyle w:val="Hyperlink"/>', '<w:rStyle w:val="HeaderLink"/>')
        cells.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}{ALIGNMENT.get(align, "")}</w:pPr>{inner}</w:p></w:tc>'
        )
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def fitted(node: nodes.Table, room: int) -> list[int]:
    """Widths in twips that fill the room: no column breaks a word, short cells stay on a line, and the rest goes by how much it says."""
    columns = list(zip(*(_texts(row) for row in (node.header, *node.rows)), strict=True))
    for short in (SHORT, 0):
        least = [min(max(0, _least(head, short, TWIPS_PER_BOLD_LETTER), *(_least(said, short) for said in column)), room // 2) for head, *column in columns]
        if sum(least) < room:
            break
    else:
        return _shares(least, [0] * len(columns), room)
    if isinstance(node, Grid):
        return _shares(list(node.widths), least, room)
    wanted = [max(1, *(min(len(said), LONGEST) for said in column)) for column in columns]
    spare = room - sum(least)
    return _even([low + spare * want // sum(wanted) for low, want in zip(least, wanted, strict=True)], room)


def _texts(row: nodes.Row) -> list[str]:
    return [visible(cell.content) for cell in row.cells]


def _least(said: str, short: int, each: int = TWIPS_PER_LETTER) -> int:
    """The width of a text's longest word, or of a short text as a whole."""
    letters = len(said) if len(said) <= short else max(map(len, said.split()), default=0)
    return letters * each + CELL_MARGINS


def _shares(parts: list[int], least: list[int], room: int) -> list[int]:
    """The room divided in proportion, and no share below its least, which together fit."""
    widths = [0] * len(parts)
    open_columns = set(range(len(parts)))
    short = open_columns
    while short:
        left = room - sum(widths)
        whole = max(1, sum(parts[index] for index in open_columns))
        short = {index for index in open_columns if left * parts[index] // whole < least[index]}
        for index in short or open_columns:
            widths[index] = least[index] if short else max(1, left * parts[index] // whole)
        open_columns = open_columns - short
    return _even(widths, room)


def _even(widths: list[int], room: int) -> list[int]:
    """The same widths with the last one mended so that they fill the room exactly."""
    widths[-1] = max(1, widths[-1] + room - sum(widths))
    return widths
