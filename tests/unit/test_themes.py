"""What a theme says is in the file, and no code asks which theme it is."""

from __future__ import annotations

from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from docgen.parse.house import THEMES
from docgen.word.asides import ASIDE, BARRED, FARTHEST
from tests.support import FRONT, NOTE, ROOT, made

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TABLE = "| Agency [link](https://example.org) | Share |\n|---|---|\n" + "".join(f"| agency {row} | {row} |\n" for row in range(4))


def parts(house: str, body: str = "Text.\n") -> tuple[ElementTree.Element, ElementTree.Element]:
    """The document and the styles of a small workspace in a house."""
    data = made({NOTE: FRONT + body, "styles/house.yaml": house}).data
    assert data is not None
    with ZipFile(BytesIO(data)) as package:
        return ElementTree.fromstring(package.read("word/document.xml")), ElementTree.fromstring(package.read("word/styles.xml"))


def style(styles: ElementTree.Element, identity: str) -> ElementTree.Element:
    return next(found for found in styles.iter(f"{W}style") if found.get(f"{W}styleId") == identity)


def values(element: ElementTree.Element, path: str, name: str = "val") -> list[str | None]:
    return [found.get(W + name) for found in element.findall("/".join(W + step for step in path.split("/")))]


def test_no_code_asks_which_theme_it_is() -> None:
    for path in (ROOT / "docgen").rglob("*.py"):
        if path.name != "house.py":
            assert not any(f'"{name}"' in path.read_text("utf-8") for name in THEMES if name != "print"), path
    assert '== "print"' not in "".join(path.read_text("utf-8") for path in (ROOT / "docgen").rglob("*.py"))


@pytest.mark.parametrize("name", ["Partnership", "Title", "Subtitle"])
def test_a_band_is_made_of_paragraphs_with_the_same_shade_and_borders(name: str) -> None:
    house = 'theme: plain\ncover: {band: "#102030", text: "#fefefe"}\n'
    document, styles = parts(house)
    found, title = style(styles, name), style(styles, "Title")
    assert values(found, "pPr/shd", "fill") == ["102030"]
    assert values(found, "rPr/color") == ["FEFEFE"]
    borders, others = found.find(f"{W}pPr/{W}pBdr"), title.find(f"{W}pPr/{W}pBdr")
    assert borders is not None
    assert others is not None
    assert ElementTree.tostring(borders) == ElementTree.tostring(others)
    assert values(style(parts("theme: plain\n")[1], name), "pPr/shd", "fill") == []
    assert not list(document.iter(f"{W}txbxContent"))


def test_the_header_of_tables_has_the_fill_and_letters_of_the_theme() -> None:
    document, styles = parts('colours: {table_header: "#112233", table_header_text: "#f1f2f3", box: "#e1e2e3"}\ntable: {banding: true}\n', TABLE)
    table = style(styles, "DocgenTable")
    fills = {part.get(f"{W}type"): values(part, "tcPr/shd", "fill") for part in table.iter(f"{W}tblStylePr")}
    assert fills == {"firstRow": ["112233"], "band2Horz": ["E1E2E3"]}
    assert values(style(styles, "TableHeading"), "rPr/color") == ["F1F2F3"]
    assert values(style(styles, "Grade"), "pPr/shd", "fill") == ["E1E2E3"]
    assert values(style(styles, "HeaderLink"), "rPr/color") == []
    used = [found.get(f"{W}val") for found in document.iter(f"{W}rStyle")]
    assert used.count("HeaderLink") == 1
    assert "Hyperlink" not in used


def test_a_header_that_is_not_filled_is_told_by_a_line_and_bold_letters() -> None:
    _, styles = parts('table: {header: false}\ncolours: {heading: "#222222"}\n')
    first = next(style(styles, "DocgenTable").iter(f"{W}tblStylePr"))
    assert values(first, "tcPr/shd", "fill") == []
    assert values(first, "tcPr/tcBorders/bottom", "sz") == ["12"]
    assert values(style(styles, "TableHeading"), "rPr/color") == ["222222"]
    assert style(styles, "TableHeading").find(f"{W}rPr/{W}b") is not None


@pytest.mark.parametrize(
    ("lines", "edges"),
    [("rows", ["top", "bottom", "insideH"]), ("grid", ["top", "left", "bottom", "right", "insideH", "insideV"]), ("none", [])],
)
def test_the_lines_of_tables_are_those_of_the_theme(lines: str, edges: list[str]) -> None:
    borders = style(parts(f"table: {{lines: {lines}}}\n")[1], "DocgenTable").find(f"{W}tblPr/{W}tblBorders")
    assert [edge.tag.removeprefix(W) for edge in (() if borders is None else borders)] == edges


def test_a_line_below_headings_is_below_the_largest_only() -> None:
    _, styles = parts("headings: {line: true}\n")
    lined = {found.get(f"{W}styleId") for found in styles.iter(f"{W}style") if found.find(f"{W}pPr/{W}pBdr/{W}bottom") is not None}
    assert lined >= {"Heading1", "TOCHeading"}
    assert "Heading2" not in lined


def test_a_white_box_has_a_line_around_it() -> None:
    _, styles = parts('colours: {box: "#ffffff", rule: "#445566"}\n')
    assert values(style(styles, "Grade"), "pPr/pBdr/top", "color") == ["445566"]
    assert values(style(styles, "CodeBlock"), "pPr/pBdr/left", "color") == ["445566"]


def test_nothing_in_the_print_theme_has_a_colour() -> None:
    document, styles = parts("theme: print\n", TABLE + "\n::: warning\nText.\n:::\n\n> Quote.\n\n`code` and [link](https://example.org)\n")
    used = {value for root in (document, styles) for found in root.iter() for name in ("color", "fill") if (value := found.get(W + name))}
    used |= {found.get(f"{W}val") for root in (document, styles) for found in root.iter(f"{W}color")}
    assert used <= {"000000", "FFFFFF", "auto"}


def test_the_last_two_rows_of_a_table_stay_together() -> None:
    document, styles = parts("theme: plain\n", TABLE)
    table = next(found for found in document.iter(f"{W}tbl") if "agency 0" in "".join(found.itertext()))
    kept = [all(p.find(f"{W}pPr/{W}keepNext") is not None for p in row.iter(f"{W}p")) for row in table.iter(f"{W}tr")]
    assert kept == [False, False, False, True, False]
    assert style(styles, "TableHeading").find(f"{W}pPr/{W}keepNext") is not None


BOXED = "::: {name}\nText.\n\n- item\n\n  second\n\n- next\n  - nested\n:::\n"


@pytest.mark.parametrize("name", ["note", "warning", "case-study", "quote"])
def test_the_bar_of_a_box_stays_beside_what_is_indented_in_it(name: str) -> None:
    """The bar stands to the left of the text by its distance; indented text has a bar as much farther from it."""
    document, styles = parts("theme: plain\n", BOXED.replace("{name}", name))
    places = {}
    for paragraph in document.iter(f"{W}p"):
        used = values(paragraph, "pPr/pStyle")[0] or ""
        text = "".join(found.text or "" for found in paragraph.iter(f"{W}t"))
        if used.removesuffix("Continued") in BARRED:
            found = style(styles, used)
            own = paragraph.find(f"{W}pPr/{W}ind")
            shape = own if own is not None else found.find(f"{W}pPr/{W}ind")
            assert shape is not None
            edge = int(shape.get(f"{W}left") or 0) - int(shape.get(f"{W}hanging") or 0)
            gap = values(found, "pPr/pBdr/left", "space")[0]
            assert gap is not None
            assert int(gap) <= FARTHEST
            places[text.split(": ")[-1]] = edge - 20 * int(gap)
    assert set(places) == {"Text.", "item", "second", "next", "nested"}
    assert places["Text."] == ASIDE - 220
    assert all(abs(place - places["Text."]) <= 20 for place in places.values())
