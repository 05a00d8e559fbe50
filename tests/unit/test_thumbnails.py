"""The comparison of pages sees what a reader would see, and not how a machine draws letters."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter

from tests.looks import thumbnails
from tests.looks.thumbnails import LONG, SHORT, Picture, differences, joined, load, parted, save, shrunk

FULL = (397, 561)  # pixels of an A4 page at 48 dots to the inch


def drawn(gone: str = "", down: int = 0, right: int = 0) -> Picture:
    """A page with a heading, a paragraph of eight lines, a table and a picture; the table or its neighbours moved, or one of them gone."""
    page = Image.new("L", FULL, 255)
    pen = ImageDraw.Draw(page)
    if gone != "heading":
        pen.rectangle((48, 50, 210, 62), fill=70)
    for line in range(8):
        for word in range(9 if gone != "paragraph" else 0):
            pen.rectangle((48 + word * 33, 80 + line * 12, 48 + word * 33 + 24, 84 + line * 12), fill=90)
    for row in range(6 if gone != "table" else 0):
        pen.line((48 + right, 200 + down + row * 14, 348 + right, 200 + down + row * 14), fill=150)
        for cell in range(3):
            pen.rectangle((54 + right + cell * 100, 203 + down + row * 14, 110 + right + cell * 100, 209 + down + row * 14), fill=100)
    if gone != "picture":
        pen.ellipse((120, 340, 280, 480), fill=180, outline=40)
    return shrunk(page)


def found(page: Picture) -> list[str]:
    return list(differences([page], [drawn()]))


@pytest.mark.parametrize("gone", ["heading", "paragraph", "table", "picture"])
def test_what_is_missing_is_seen(gone: str) -> None:
    assert any("differs by" in said for said in found(drawn(gone)))


@pytest.mark.parametrize(("down", "right"), [(12, 0), (20, 0), (-20, 0), (0, 30), (0, -30)])
def test_a_block_that_has_moved_is_seen(down: int, right: int) -> None:
    assert found(drawn(down=down, right=right))


DRAWN_OTHERWISE: dict[str, Callable[[Picture], Picture]] = {
    "not at all": lambda page: page,
    "softer": lambda page: page.filter(ImageFilter.GaussianBlur(0.5)),
    "sharper": lambda page: page.filter(ImageFilter.UnsharpMask(1, 40, 0)),
    "paler": lambda page: ImageEnhance.Brightness(page).enhance(1.03),
    "bolder": lambda page: page.point([max(0, round(255 - (255 - grey) * 1.15)) for grey in range(256)]),
    "a third of a pixel lower": lambda page: page.transform(page.size, Image.Transform.AFFINE, (1, 0, 0, 0, 1, -0.34), Image.Resampling.BILINEAR, fillcolor=255),
}


@pytest.mark.parametrize("how", DRAWN_OTHERWISE)
def test_how_letters_are_drawn_makes_no_difference(how: str) -> None:
    assert found(DRAWN_OTHERWISE[how](drawn())) == []


def test_pages_that_are_more_fewer_or_turned_are_told() -> None:
    page = drawn()
    assert list(differences([page, page], [page])) == ["2 pages instead of 1"]
    assert list(differences([], [page])) == ["0 pages instead of 1"]
    assert list(differences([page, page.rotate(90, expand=True)], [page, page])) == ["page 2 lies otherwise"]


def test_the_place_of_a_difference_is_told() -> None:
    said = found(drawn("picture"))
    assert said[0].startswith("page 1: differs by")
    assert "% from the top" in said[-1]
    assert 55 <= int(said[-1].split("% from the top")[0].split()[-1]) <= 85


def test_thumbnails_come_back_as_they_were_saved(tmp_path: Path) -> None:
    pages = [drawn(), shrunk(Image.new("L", FULL[::-1], 255)), *[drawn("table")] * 7]
    save(pages, tmp_path / "pages.png", "A layout program")
    again, maker = load(tmp_path / "pages.png")
    assert maker == "A layout program"
    assert [page.size for page in again] == [(SHORT, LONG), (LONG, SHORT), *[(SHORT, LONG)] * 7]
    assert list(differences(again, pages)) == []
    assert len(parted(joined(pages))) == 9


REFERENCES = sorted(Path(thumbnails.__file__).parent.glob("*.png"))


@pytest.mark.parametrize("path", REFERENCES, ids=lambda path: path.stem)
def test_a_spoilt_page_of_a_reference_is_seen(path: Path) -> None:
    """On the real pages: half of the text a line lower, and the middle of a page empty."""
    pages, _ = load(path)
    assert list(differences(pages, pages)) == []
    for at in (1, 6, 8):
        page = pages[at]
        half = page.crop((0, page.height // 3, page.width, page.height - 20))
        moved, emptied = page.copy(), page.copy()
        moved.paste(half, (0, page.height // 3 + 3))
        emptied.paste(255, (0, page.height // 4, page.width, page.height * 3 // 4))
        for spoilt in (moved, emptied):
            assert all(f"page {at + 1}:" in said for said in differences([*pages[:at], spoilt, *pages[at + 1 :]], pages))
            assert list(differences([spoilt], [page]))
