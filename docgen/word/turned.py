"""Tables that are too wide for an upright page: each stands on turned pages of its own, below what introduces it."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.document import Document, Sheet, Styled
from docgen.nodes import Block, Heading, Paragraph, Table
from docgen.theme import Theme
from docgen.word.stationery import Counting, Frame
from docgen.word.tables import Resolved, fits


def sheets(document: Document, theme: Theme) -> list[Sheet]:
    """The sheets that hold something, as they are printed: pages of one kind that follow one another taken together, but for the cover."""
    merged: list[Sheet] = []
    for sheet in document.pages:
        if not sheet.blocks:
            continue
        if merged and merged[-1].name != "cover" and sheet.landscape == merged[-1].landscape and sheet.name != "body":
            merged[-1] = Sheet(sheet.name, [*merged[-1].blocks, *sheet.blocks], sheet.landscape)
        else:
            merged += _divided(sheet, theme, document.references)
    return merged


def counting_of(kind: str, frames: Mapping[str, Frame]) -> Counting:
    """How pages of a kind are counted."""
    return frames[kind].counting if kind in frames else Counting()


def start_of(index: int, frames: Mapping[str, Frame]) -> int | None:
    """The number of the first page of a sheet, by the place of the sheet; None where its pages are counted on: all but those of the cover and behind it."""
    return counting_of(("cover", "upright")[index], frames).start if index < 2 else None


def _divided(sheet: Sheet, theme: Theme, references: Resolved) -> list[Sheet]:
    """A sheet in pieces, turned where a table needs it; a table in a list, a quote or a box stays where it is."""
    if sheet.landscape or theme.page.turned().text_width <= theme.page.text_width:
        return [sheet]
    pieces = [Sheet(sheet.name, [])]
    for block in sheet.blocks:
        if isinstance(block, Table) and not fits(block, theme, references):
            _turn(pieces, block)
        elif pieces[-1].landscape:
            pieces.append(Sheet(sheet.name, [block]))
        else:
            pieces[-1].blocks.append(block)
    return [piece for piece in pieces if piece.blocks]


def _turn(pieces: list[Sheet], table: Table) -> None:
    """Add a table to the turned piece that is open, or open one, which begins with what introduces the table.

    LibreOffice turns a page only at a paragraph, so one without words stands where nothing else does.
    """
    if not pieces[-1].landscape:
        before = pieces[-1].blocks
        opening: list[Block] = []
        if not table.caption and before and type(before[-1]) is Paragraph:
            opening.append(before.pop())
        while before and isinstance(before[-1], Heading):
            opening.insert(0, before.pop())
        if not opening and not table.caption:
            opening.append(Styled(table.span, [], style="TableEnd"))
        pieces.append(Sheet("wide", opening, landscape=True))
    pieces[-1].blocks.append(table)
