"""Pages as small grey pictures, and what two pictures of a page differ in.

A page is compared as a whole and tile by tile, both slightly blurred: how letters are drawn differs from machine to machine and makes
no difference here; a line that has moved, or a table that is gone, does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter, ImageStat
from PIL.PngImagePlugin import PngInfo

SHORT, LONG = 84, 119  # pixels of a page's sides: A4
COLUMNS = 7
HALF = 7  # pixels: half a side of a tile, which is about 3.5 cm on paper
# Grey levels of 255, between what a third of a pixel or bolder letters make (3 and 10) and a line that has moved by its height (5 and 16).
MOST_PAGE = 4.5  # the mean difference of a whole page
MOST_TILE = 12.0  # and of its worst tile
GROUND = 136  # one of the 16 greys
MAKER = "Software"

Picture = Image.Image


def shrunk(page: Picture) -> Picture:
    """A page as a thumbnail, upright or turned."""
    size = (SHORT, LONG) if page.height >= page.width else (LONG, SHORT)
    return page.convert("L").resize(size, Image.Resampling.BOX)


def joined(pages: Sequence[Picture]) -> Picture:
    """All thumbnails in one picture, each in a square of its own."""
    rows = -(-len(pages) // COLUMNS)
    sheet = Image.new("L", (COLUMNS * LONG, rows * LONG), GROUND)
    for at, page in enumerate(pages):
        sheet.paste(page, (at % COLUMNS * LONG, at // COLUMNS * LONG))
    return sheet


def parted(sheet: Picture) -> list[Picture]:
    """The thumbnails of a joined picture."""
    squares = (sheet.crop((left, top, left + LONG, top + LONG)) for top in range(0, sheet.height, LONG) for left in range(0, sheet.width, LONG))
    return [_page_in(square) for square in squares if square.getpixel((SHORT // 2, 2)) != GROUND]


def _page_in(square: Picture) -> Picture:
    """The page in a square: the strip that it leaves free tells how it lies."""
    upright = square.getpixel((LONG - 3, 3)) == GROUND
    return square.crop((0, 0, SHORT, LONG) if upright else (0, 0, LONG, SHORT))


def save(pages: Sequence[Picture], path: Path, maker: str) -> None:
    """Write thumbnails as one picture of 16 greys that says which program laid the pages out."""
    about = PngInfo()
    about.add_text(MAKER, maker)
    levels = [round(value / 17) for value in range(256)]
    sheet = joined(pages).point(levels, "L")
    palette = Image.new("P", sheet.size)
    palette.putpalette([part for level in range(16) for part in (level * 17,) * 3])
    palette.putdata(sheet.get_flattened_data() if hasattr(sheet, "get_flattened_data") else sheet.getdata())
    palette.save(path, pnginfo=about, optimize=True, bits=4)


def load(path: Path) -> tuple[list[Picture], str]:
    """The thumbnails of a saved picture, and the program that laid the pages out."""
    with Image.open(path) as picture:
        return parted(picture.convert("L")), str(picture.info.get(MAKER, "an unknown program"))


def differences(pages: Sequence[Picture], reference: Sequence[Picture]) -> Iterator[str]:
    """What differs, in words; nothing where all pages look alike."""
    if len(pages) != len(reference):
        yield f"{len(pages)} pages instead of {len(reference)}"
    for number, (page, other) in enumerate(zip(pages, reference, strict=False), 1):
        if page.size != other.size:
            yield f"page {number} lies otherwise"
            continue
        yield from (f"page {number}: {said}" for said in _differing(page, other))


def _differing(page: Picture, other: Picture) -> Iterator[str]:
    blurred = (picture.filter(ImageFilter.GaussianBlur(0.8)) for picture in (page, other))
    apart = ImageChops.difference(*blurred)
    whole = ImageStat.Stat(apart).mean[0]
    if whole > MOST_PAGE:
        yield f"differs by {whole:.1f} levels in the mean, and {MOST_PAGE} is allowed"
    # Tiles overlap by half, so that what differs never hides on the border of four.
    columns, rows = page.width // HALF, page.height // HALF
    level = memoryview(apart.convert("F").resize((columns, rows), Image.Resampling.BOX).tobytes()).cast("f")
    places = product(range(columns - 1), range(rows - 1))
    worst, left, top = max((sum(level[(y + down) * columns + x + right] for down in (0, 1) for right in (0, 1)) / 4, x, y) for x, y in places)
    if worst > MOST_TILE:
        across, below = 100 * left // columns, 100 * top // rows
        yield f"differs by {worst:.1f} levels in the place {across}% from the left and {below}% from the top, and {MOST_TILE} is allowed"
