"""Tables: header row marked, rows kept whole, widths of grid, cells and table that agree (17.4)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from docgen import nodes
from docgen.document import Grid, Piece
from docgen.theme import Theme
from docgen.walk import visible
from docgen.word.directions import runs_left
from docgen.word.inlines import directed
from docgen.word.oxml import HEAD, quoted
from docgen.word.style import small_size, table_size
from docgen.word.writer import Writer

ALIGNMENT = {"left": '<w:jc w:val="left"/>', "center": '<w:jc w:val="center"/>', "right": '<w:jc w:val="right"/>'}
MIRRORED = {"left": "right", "right": "left"}  # Word's left is where a line begins
HEADER, ROW = "<w:cantSplit/><w:tblHeader/>", "<w:cantSplit/>"
# Holds a row on the page of the next, so that the last row never stands alone on a page (17.3.1.15).
KEPT = "<w:keepNext/>"
MARGIN, SLACK = 100, 10  # twips: of a cell as the style has it; what a reader may need more
TWIPS_PER_LETTER = 6  # of each half-point of the text: a guess that leaves room for wide letters
WIDER = 1.2  # letters of fonts that are as wide as Verdana, against that guess
BOLD = 22, 21  # how wide a bold letter is, against a plain one
SHORT, LONGEST = 12, 120  # letters: of a cell that is kept on one line, and of one that counts no more
LONGEST_WORD = 30  # letters: whatever is longer is an address


Resolved = Mapping[nodes.Reference, tuple[Piece, ...]]
NONE: Resolved = MappingProxyType({})


class Size(NamedTuple):
    """How large a table's text is: its styles, the twips that a letter takes, and a bold one of the header, the margin of a cell."""

    text: str
    heading: str
    letter: int
    head: int
    margin: int


def sizes(theme: Theme) -> tuple[Size, Size]:
    """The two sizes that a table's text may have, the larger first."""
    return (
        _size(theme, "TableText", "TableHeading", table_size(theme), MARGIN),
        _size(theme, "TableSmall", "TableSmallHeading", small_size(theme), MARGIN // 2),
    )


def _size(theme: Theme, text: str, heading: str, half_points: int, margin: int) -> Size:
    """One size; a template may have styles of its own for it, with other letters."""
    wide = TWIPS_PER_LETTER * (WIDER if theme.own_font else 1)
    letter = theme.own_sizes.get(text, half_points)
    head = round(theme.own_sizes.get(heading, letter) * wide) * BOLD[0] // BOLD[1]
    return Size(text, heading, round(letter * wide), head, margin)


def table(writer: Writer, node: nodes.Table, indent: int) -> str:
    """The whole table; `indent` in twips is what the lists around it take."""
    room = max(writer.width - indent, writer.width // 2)
    indent = min(indent, writer.width - room)
    size, widths = measured(node, writer.theme, room, writer.document.references)
    title = node.title if isinstance(node, Grid) else _title(node)
    look = 'w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"'
    turned = "<w:bidiVisual/>" if any(runs_left(cell.content) for cell in node.header.cells) else ""
    inset = f'<w:tblInd w:w="{indent}" w:type="dxa"/>' if indent else ""
    caption = f'<w:tblCaption w:val="{quoted(title)}"/>' if title else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    parts = [
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{writer.style("DocgenTable")}"/>{turned}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>{inset}'
        f'<w:tblLayout w:type="fixed"/>{_margins(size)}<w:tblLook {look}/>{caption}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>',
        _row(writer, node, node.header, widths, Cells(size.heading, HEADER, marks=HEAD)),
        *(_row(writer, node, row, widths, Cells(size.text, ROW, KEPT if row in node.rows[-2:-1] else "")) for row in node.rows),
        "</w:tbl>",
    ]
    return "".join(parts)


def _margins(size: Size) -> str:
    """Margins of the cells, where they are not those of the style."""
    if size.margin == MARGIN:
        return ""
    return f'<w:tblCellMar><w:left w:w="{size.margin}" w:type="dxa"/><w:right w:w="{size.margin}" w:type="dxa"/></w:tblCellMar>'


def _title(node: nodes.Table) -> str:
    """What a screen reader calls a note's table: its caption, else its columns."""
    if node.caption:
        return visible(node.caption.content)
    return "Table: " + ", ".join(visible(cell.content) for cell in node.header.cells)


class Cells(NamedTuple):
    """How the cells of a row stand: their style, the properties of the row and of its paragraphs, the marks of its runs."""

    style: str
    row: str
    paragraph: str = ""
    marks: int = 0


def _row(writer: Writer, node: nodes.Table, row: nodes.Row, widths: list[int], look: Cells) -> str:
    style = writer.style(look.style)
    cells = []
    for cell, width, align in zip(row.cells, widths, node.align, strict=True):
        side = MIRRORED.get(align, align) if align and runs_left(cell.content) else align
        inner, properties = directed(writer, cell.content, look.paragraph + ALIGNMENT.get(side, ""), look.marks)
        cells.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{writer.anchors.around(cell, inner)}</w:p></w:tc>'
        )
    return f"<w:tr><w:trPr>{look.row}</w:trPr>{''.join(cells)}</w:tr>"


def measured(node: nodes.Table, theme: Theme, room: int, references: Resolved = NONE) -> tuple[Size, list[int]]:
    """The largest text with which no column breaks a word, and the widths in twips that fill the room exactly."""
    columns = list(zip(*(_texts(row, references) for row in (node.header, *node.rows)), strict=True))
    for size in sizes(theme):
        for short in (SHORT, 0):
            least = [_widest(column, short, size) for column in columns]
            if sum(least) < room:
                return size, _spread(node, columns, least, room)
    return size, _shares(least, [0] * len(columns), room)


def fits(node: nodes.Table, theme: Theme, references: Resolved = NONE) -> bool:
    """True where the smallest text breaks no word on an upright page; a table that does not fit may need a wider page."""
    columns = zip(*(_texts(row, references) for row in (node.header, *node.rows)), strict=True)
    _, small = sizes(theme)
    return sum(_widest(column, 0, small) for column in columns) < theme.page.text_width


def _spread(node: nodes.Table, columns: list[tuple[str, ...]], least: list[int], room: int) -> list[int]:
    """The room divided by how much the columns say, or as a generated table asks for; each gets its least."""
    if isinstance(node, Grid):
        return _shares(list(node.widths), least, room)
    wanted = [max(1, *(min(len(said), LONGEST) for said in column)) for column in columns]
    spare = room - sum(least)
    return _even([low + spare * want // sum(wanted) for low, want in zip(least, wanted, strict=True)], room)


def _texts(row: nodes.Row, references: Resolved) -> list[str]:
    """What the cells of a row show, the numbers that references print included."""
    return ["".join(_shown(node, references) for node in cell.content) for cell in row.cells]


def _shown(node: nodes.Inline, references: Resolved) -> str:
    return "".join(piece.text for piece in references.get(node, ())) if isinstance(node, nodes.Reference) else visible([node])


def _widest(column: tuple[str, ...], short: int, size: Size) -> int:
    """The least width of a column; the letters of its header are bold."""
    head, *others = column
    return max(_least(head, short, size, size.head), *(_least(said, short, size, size.letter) for said in others), 0)


def _least(said: str, short: int, size: Size, letter: int) -> int:
    """The width of a text's longest word, or of a short text as a whole; an address may be broken anywhere."""
    letters = len(said) if len(said) <= short else min(LONGEST_WORD, max(map(len, said.split()), default=0))
    return letters * letter + 2 * size.margin + SLACK


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
