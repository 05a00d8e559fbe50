"""What a house may set, and how the document looks by it."""

from __future__ import annotations

from functools import partial

import pytest

from docgen.parse import read_house
from docgen.source import Source
from docgen.supplied import built_in
from docgen.theme import Theme
from docgen.word.oxml import CODE, SUB, SUPER, marked, run_properties

LEVELS = '"%1", "%1.%2", "%1.%2.%3", "%1.%2.%3.%4", "%1.%5", "%6", "%7", "%8", "%9"'


def read(text: str) -> tuple[Theme, list[tuple[str, str]]]:
    """The theme, and each finding's name with the text that it is about."""
    theme, found = read_house(partial(built_in, "themes"), Source("styles/house.yaml", text))
    assert all(finding.hint for finding in found)
    return theme, [(finding.name, finding.span.text) for finding in found]


PLAIN = repr(read("theme: plain\n")[0])


def test_the_built_in_theme_keeps_its_own_rules() -> None:
    plain = built_in("themes", "plain")
    assert plain is not None
    assert read(plain.text)[1] == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("font: {size: 5.9 pt}", "5.9 pt"),
        ("font: {size: 73 pt}", "73 pt"),
        ("font: {size: 12}", "12"),
        ("page: {margins: 0.4 cm}", "0.4 cm"),
        ("page: {margins: {left: 81 mm}}", "81 mm"),
        ("spacing: {paragraph: 72.1 pt}", "72.1 pt"),
        ("spacing: {paragraph: -1 pt}", "-1 pt"),
        ("spacing: {line: 0.79}", "0.79"),
        ("spacing: {line: 3.1}", "3.1"),
        ("headings: {depth: 10}", "10"),
        ("headings: {depth: -1}", "-1"),
        ("headings: {depth: 1.5}", "1.5"),
        ("headings: {numbering: ['%2']}", "'%2'"),
        ("headings: {numbering: ['%1', '%1']}", "'%1'"),
        ("headings: {numbering: ['%1', '%1.%2.%3']}", "'%1.%2.%3'"),
        ("headings: {numbering: ['%1', 'none', '%1.%2.%3']}", "'none'"),
        ("headings: {numbering: ['%1', '100% %1.%2']}", "'100% %1.%2'"),
        ("headings: {numbering: ['%0%1']}", "'%0%1'"),
        (f"headings: {{numbering: [{LEVELS}, x]}}", "x"),
        ("recommendations: {numbering: R}", "R"),
        ("recommendations: {numbering: R%2}", "R%2"),
        ("recommendations: {numbering: R%1.%2}", "R%1.%2"),
        ("recommendations: {numbering: R%12}", "R%12"),
        ("page: {size: A5, margins: 4.5 cm}", "{size: A5, margins: 4.5 cm}"),
        ("page: {size: A5, margins: {top: 8 cm, bottom: 8 cm}}", "{size: A5, margins: {top: 8 cm, bottom: 8 cm}}"),
        ("page: {size: A5, orientation: landscape, margins: 5 cm}", "{size: A5, orientation: landscape, margins: 5 cm}"),
    ],
)
def test_a_value_out_of_bounds_has_a_finding_and_no_effect(text: str, place: str) -> None:
    theme, found = read(text)
    assert found == [("wrong-value", place)]
    assert repr(theme) == PLAIN


def test_the_bounds_themselves_are_allowed() -> None:
    for text in (
        "font: {size: 6 pt}\npage: {margins: 0.5 cm}\nspacing: {paragraph: 0 pt, line: 0.8}\nheadings: {depth: 0}\n",
        "font: {size: 72 pt}\npage: {size: A3, margins: 80 mm}\nspacing: {paragraph: 72 pt, line: 3}\nheadings: {depth: 9}\n",
        "font: {size: 1 in}\npage: {size: A5, margins: 4.4 cm}\n",
        f"headings: {{numbering: [{LEVELS}]}}\nrecommendations: {{numbering: 'No. %1/2026'}}\n",
        "headings: {numbering: Chapter %1}\n",
        "headings: {numbering: []}\n",
    ):
        theme, found = read(text)
        assert found == []
        assert repr(theme) != PLAIN


def test_only_the_wrong_value_falls_back() -> None:
    theme, found = read("font: {body: Calibri, size: 1 pt}\npage: {margins: {left: 9 cm, right: 4 cm}}\n")
    assert [place for _, place in found] == ["1 pt", "9 cm"]
    assert (theme.body_font, theme.size, theme.page.left, theme.page.right) == ("Calibri", 24, 1417, 2268)


def test_every_wrong_format_has_its_finding() -> None:
    assert len(read("headings: {numbering: ['%2', '%1', '%3']}")[1]) == 2


def test_a_run_is_lowered_or_raised_and_never_both() -> None:
    for marks in range(256):
        assert run_properties(marks, {}).count("<w:vertAlign ") <= 1
    assert marked(marked(CODE, SUPER), SUB) == CODE | SUB
    assert marked(SUB, SUPER) == SUPER
    assert marked(SUB, CODE) == SUB | CODE
