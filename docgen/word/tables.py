"""Tables: header row marked, rows kept whole, widths of grid, cells and table that agree (17.4)."""

from __future__ import annotations

from typing import NamedTuple

from docgen import nodes
from docgen.document import Grid
from docgen.walk import visible
from docgen.word.directions import runs_left
from docgen.word.inlines import directed
from docgen.word.oxml import quoted
from docgen.word.writer import Writer

ALIGNMENT = {"left": '<w:jc w:val="left"/>', "center": '<w:jc w:val="center"/>', "right": '<w:jc w:val="right"/>'}
MIRRORED = {"left": "right", "right": "left"}  # Word's left is where a line begins
HEADER, ROW = "<w:cantSplit/><w:tblHeader/>", "<w:cantSplit/>"
SLACK = 10  # twips
SHORT, LONGEST = 12, 120  # letters: of a cell that is kept on one line, and of one that counts no more
LONGEST_WORD = 30  # letters: whatever is longer is an address


class Size(NamedTuple):
    """How large a table's text is: its styles, the twips that a letter takes (a guess that leaves room for wide ones), the margin of a cell."""

    text: str
    heading: str
    letter: int
    margin: int


SIZES = (Size("TableText", "TableHeading", 126, 100), Size("TableSmall", "TableSmallHeading", 96, 50))


def table(writer: Writer, node: nodes.Table, indent: int) -> str:
    """The whole table; `indent` in twips is what the lists around it take."""
    room = max(writer.width - indent, writer.width // 2)
    indent = min(indent, writer.width - room)
    size, widths = measured(node, room)
    title = node.title if isinstance(node, Grid) else _title(node)
    look = 'w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"'
    turned = "<w:bidiVisual/>" if any(runs_left(cell.content) for cell in node.header.cells) else ""
    inset = f'<w:tblInd w:w="{indent}" w:type="dxa"/>' if indent else ""
    caption = f'<w:tblCaption w:val="{quoted(title)}"/>' if title else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    parts = [
        f'<w:tbl><w:tblPr><w:tblStyle w:val="DocgenTable"/>{turned}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>{inset}'
        f'<w:tblLayout w:type="fixed"/>{_margins(size)}<w:tblLook {look}/>{caption}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>',
        _row(writer, node, node.header, widths, size.heading, HEADER),
        *(_row(writer, node, row, widths, size.text, ROW) for row in node.rows),
        "</w:tbl>",
    ]
    return "".join(parts)


def _margins(size: Size) -> str:
    """Margins of the cells, where they are not those of the style."""
    if size is SIZES[0]:
        return ""
    return f'<w:tblCellMar><w:left w:w="{size.margin}" w:type="dxa"/><w:right w:w="{size.margin}" w:type="dxa"/></w:tblCellMar>'


def _title(node: nodes.Table) -> str:
    """What a screen reader calls a note's table: its caption, else its columns."""
    if node.caption:
        return visible(node.caption.content)
    return "Table: " + ", ".join(visible(cell.content) for cell in node.header.cells)


def _row(writer: Writer, node: nodes.Table, row: nodes.Row, widths: list[int], style: str, kind: str) -> str:
    cells = []
    for cell, width, align in zip(row.cells, widths, node.align, strict=True):
        side = MIRRORED.get(align, align) if align and runs_left(cell.content) else align
        inner, properties = directed(writer, cell.content, ALIGNMENT.get(side, ""))
        cells.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{writer.anchors.around(cell, inner)}</w:p></w:tc>'
        )
    return f"<w:tr><w:trPr>{kind}</w:trPr>{''.join(cells)}</w:tr>"


def measured(node: nodes.Table, room: int) -> tuple[Size, list[int]]:
    """The largest text with which no column breaks a word, and the widths in twips that fill the room exactly."""
    columns = list(zip(*(_texts(row) for row in (node.header, *node.rows)), strict=True))
    for size in SIZES:
        for short in (SHORT, 0):
            least = [max(_least(said, short, size) for said in column) for column in columns]
            if sum(least) < room:
                return size, _spread(node, columns, least, room)
    return SIZES[-1], _shares(least, [0] * len(columns), room)


def fits(node: nodes.Table, room: int) -> bool:
    """True where the smallest text breaks no word; a table that does not fit may need a wider page."""
    columns = zip(*(_texts(row) for row in (node.header, *node.rows)), strict=True)
    return sum(max(_least(said, 0, SIZES[-1]) for said in column) for column in columns) < room


def _spread(node: nodes.Table, columns: list[tuple[str, ...]], least: list[int], room: int) -> list[int]:
    """The room divided by how much the columns say, or as a generated table asks for; each gets its least."""
    if isinstance(node, Grid):
        return _shares(list(node.widths), least, room)
    wanted = [max(1, *(min(len(said), LONGEST) for said in column)) for column in columns]
    spare = room - sum(least)
    return _even([low + spare * want // sum(wanted) for low, want in zip(least, wanted, strict=True)], room)


def _texts(row: nodes.Row) -> list[str]:
    return [visible(cell.content) for cell in row.cells]


def _least(said: str, short: int, size: Size) -> int:
    """The width of a text's longest word, or of a short text as a whole; an address may be broken anywhere."""
    letters = len(said) if len(said) <= short else min(LONGEST_WORD, max(map(len, said.split()), default=0))
    return letters * size.letter + 2 * size.margin + SLACK


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
