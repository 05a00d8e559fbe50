"""Directions, depths and widths: what Word must be told about text that is not plain."""

from __future__ import annotations

import re
from functools import partial
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.build import build, load
from docgen.nodes import Cell, Row, Table, Text
from docgen.parse import read_house
from docgen.project import MemoryTree
from docgen.source import Source
from docgen.supplied import built_in
from docgen.theme import Page, Theme
from docgen.word.directions import parts, runs_left, turned
from docgen.word.numbering import STEP
from docgen.word.style import small_size, table_size
from docgen.word.tables import LONGEST_WORD, fits, measured
from tests.support import FRONT, NOTE, made, settings

NOWHERE = Source("x", "").top()


def document(body: str, part: str = "word/document.xml") -> str:
    data = made(body).data
    assert data is not None
    with ZipFile(BytesIO(data)) as package:
        return package.read(part).decode()


def paragraph(xml: str, said: str) -> str:
    """The last paragraph that says something."""
    end = xml.index("</w:p>", xml.rindex(said))
    return xml[xml.rindex("<w:p>", 0, end) : end]


# Directions


@pytest.mark.parametrize(
    ("text", "leftward", "wanted"),
    [
        ("plain", False, [("plain", False)]),
        ("“quoted” – é", False, [("“quoted” – é", False)]),
        ("שלום עולם", True, [("שלום עולם", True)]),
        ("שלום world עולם", True, [("שלום ", True), ("world", False), (" עולם", True)]),
        ("a שלום, עולם. b", False, [("a ", False), ("שלום, עולם", True), (". b", False)]),
        ("בשנת 2012.", True, [("בשנת 2012.", True)]),
        ("12 עולם", False, [("12 ", False), ("עולם", True)]),
        ("שָׁלוֹם x", False, [("שָׁלוֹם", True), (" x", False)]),
        ("(2012)", True, [("(2012)", True)]),
    ],
)
def test_parts_of_a_run(text: str, leftward: bool, wanted: list[tuple[str, bool]]) -> None:
    assert parts(text, leftward) == wanted


@given(st.text(alphabet="ab אבע١2.,“\u0301 \n"), st.booleans())
def test_parts_lose_nothing(text: str, leftward: bool) -> None:
    assert "".join(part for part, _ in parts(text, leftward)) == text


@pytest.mark.parametrize(("text", "wanted"), [("x", False), ("123", False), ("(1) שלום x", True), ("“x” שלום", False), ("", False), ("سلام", True)])
def test_the_first_letter_decides(text: str, wanted: bool) -> None:
    assert runs_left([Text(NOWHERE, text)]) is wanted


def test_the_mark_stands_where_the_schema_has_it() -> None:
    assert turned('<w:keepNext/><w:ind w:left="1"/><w:jc w:val="left"/>') == '<w:keepNext/><w:bidi/><w:ind w:left="1"/><w:jc w:val="left"/>'
    assert turned("") == "<w:bidi/>"


def test_lists_headings_and_items_run_from_right_to_left() -> None:
    xml = document("# שלום\n\n- אבג\n\n## Recommendations\n\n- להסכים על תקן {#a}\n")
    for said in ("שלום", "אבג", "להסכים על תקן"):
        assert "<w:bidi/>" in paragraph(xml, said)
        assert "<w:rtl/>" in paragraph(xml, said)


def test_columns_are_aligned_to_the_side_that_was_written() -> None:
    """Word's left is where a line begins, which is on the right here."""
    xml = document("| שם | ב |\n|:--|--:|\n| אבג | דה |\n")
    assert '<w:jc w:val="right"/>' in paragraph(xml, "אבג")
    assert '<w:jc w:val="left"/>' in paragraph(xml, "דה")


# Depths

DEEP = "".join(f"{'  ' * depth}- at {depth}\n" for depth in range(9))


def test_ordered_lists_below_the_ninth_level_do_not_count_on_from_one_another() -> None:
    inner = "".join(f"{' ' * 18}{line}\n" for line in ("1. the tenth", "2. again", "   1. eleven", "3. the final one"))
    xml, numbering = document(DEEP + inner), document(DEEP + inner, "word/numbering.xml")
    nums = {said: re.findall(r'<w:numId w:val="(\d+)"', paragraph(xml, said))[0] for said in ("the tenth", "again", "eleven", "the final one")}
    assert nums["the tenth"] == nums["again"] == nums["the final one"] != nums["eleven"]
    abstract = dict(re.findall(r'<w:num w:numId="(\d+)"><w:abstractNumId w:val="(\d+)"', numbering))
    assert abstract[nums["the tenth"]] != abstract[nums["eleven"]]
    left = [int(re.findall(r'<w:ind w:left="(\d+)"', paragraph(xml, said))[0]) for said in ("the tenth", "eleven")]
    assert left == [10 * STEP, 11 * STEP]


@pytest.mark.parametrize("body", ["> " * 45 + "at the bottom\n", "".join(f"{'  ' * depth}- at {depth}\n" for depth in range(45))])
def test_a_third_of_the_line_is_left_however_deep(body: str) -> None:
    assert max(map(int, re.findall(r'<w:ind w:left="(\d+)"', document(body)))) == 9072 * 2 // 3


def test_bullets_in_an_ordered_list_in_bullets_are_a_list_of_their_own() -> None:
    body = "- a\n  1. b\n     - c\n       - d\n  2. e\n     - f\n- g\n\n1. h\n   - i\n     1. j\n        - k\n"
    found = re.findall(r'<w:numId w:val="(\d+)"/></w:numPr>(?:(?!</w:p>).)*?>([a-k])</w:t>', document(body))
    numbers = {text: number for number, text in found}
    assert len({numbers[text] for text in "agi"}) == len({numbers[text] for text in "cdfk"}) == 1
    assert numbers["a"] != numbers["c"]
    assert len({*numbers.values()}) == 5


def test_a_start_stands_in_the_definition_as_well() -> None:
    numbering = document("7. seven\n8. eight\n\ntext\n\n7. again\n", "word/numbering.xml")
    assert numbering.count('<w:startOverride w:val="7"/>') == 2
    assert numbering.count('<w:start w:val="7"/>') == 1


# Widths


@given(st.lists(st.lists(st.text("ab ", max_size=40), min_size=3, max_size=3), min_size=1, max_size=4), st.integers(2000, 14000))
def test_columns_fill_the_room_and_break_no_word(rows: list[list[str]], room: int) -> None:
    table = Table(NOWHERE, [""] * 3, row(rows[0]), [row(cells) for cells in rows[1:]])
    theme = plain(room)
    size, widths = measured(table, theme, room)
    assert sum(widths) == room
    if fits(table, theme):
        for column, width in zip(zip(*rows, strict=True), widths, strict=True):
            longest = max((len(word) for said in column for word in said.split()), default=0)
            assert min(longest, LONGEST_WORD) * size.letter + 2 * size.margin <= width


# What words take in Verdana's bold letters, in ems, by its own table of widths.
VERDANA = {"Number": 4.48, "Moderated": 5.98, "Unchanged": 6.27}


@pytest.mark.parametrize("room", [4000, 5500, 9000])
def test_columns_leave_room_for_the_wide_letters_of_a_templates_font(room: int) -> None:
    theme = plain(room)
    theme.own_font = True
    table = Table(NOWHERE, [""] * 3, row(list(VERDANA)), [row(["R1", "good", "x " * 300])])
    size, widths = measured(table, theme, room)
    em = 10 * (table_size(theme) if size.text == "TableText" else small_size(theme))
    assert fits(table, theme)
    assert all(ems * em + 2 * size.margin <= width for ems, width in zip(VERDANA.values(), widths, strict=True))


def test_columns_leave_room_for_the_large_letters_of_a_templates_header() -> None:
    theme = plain(9000)
    table = Table(NOWHERE, [""] * 3, row(["Moderated", "Direction", "Text"]), [row(["Good", "Up", "x " * 300])])
    _, before = measured(table, theme, 9000)
    theme.own_sizes = {"TableHeading": 2 * table_size(theme)}
    size, widths = measured(table, theme, 9000)
    assert size.text == "TableText"
    assert before[0] < widths[0]
    assert all(len("Moderated") * 2 * table_size(theme) * 5 + 2 * size.margin <= width for width in widths[:2])


def test_the_first_column_of_the_action_plan_fits_the_printed_numbers() -> None:
    built = build(load(MemoryTree({
        "content/assessment.yaml": settings("").encode(), "styles/house.yaml": b'recommendations: {numbering: "Recommendation %1"}\n',
        NOTE: (FRONT + "## Recommendations\n\n- Agree a standard. {#standard}\n  - Lead: council\n").encode(),
    })), "uncommitted", False)  # fmt: skip
    assert built.data is not None
    with ZipFile(BytesIO(built.data)) as package:
        plan = package.read("word/document.xml").decode().partition('<w:tblCaption w:val="Action plan"/>')[2]
    first = re.search(r'<w:gridCol w:w="(\d+)"/>', plan)
    assert first is not None
    assert int(first[1]) >= len("Recommendation") * 5.5 * small_size(plain(9000))


def plain(room: int) -> Theme:
    """The plain theme on a page with so much room for text."""
    theme, _ = read_house(partial(built_in, "themes"), None)
    theme.page = Page(room, theme.page.height, theme.page.top, 0, theme.page.bottom, 0)
    return theme


def row(cells: list[str]) -> Row:
    return Row(NOWHERE, [Cell(NOWHERE, [Text(NOWHERE, said)] if said else []) for said in cells])


def test_wide_tables_stand_on_turned_pages_with_what_introduces_them() -> None:
    wide = "|" + "| ".join(f"heading{number:02}" for number in range(14)) + "|\n" + "|-" * 14 + "|\n"
    xml = document(f"First.\n\n## Figures\n\nIt shows:\n\n{wide}\nLast.\n")
    section = xml[: xml.index('w:orient="landscape"')].split("</w:sectPr>")[-1].partition("</w:p>")[2]
    assert "Figures" in section
    assert "It shows:" in section
    assert "First." not in section
    assert xml.index("Last.") > xml.index('w:orient="landscape"')
    assert re.findall(r'<w:tblW w:w="(\d+)"', section) == [str(16838 - 1361 - 1247)]
