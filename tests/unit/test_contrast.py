"""Colours that are hard to read are told at their place, with the nearest one that is not."""

from __future__ import annotations

import re
from colorsys import rgb_to_hls
from functools import partial

import pytest

from docgen.colour import LEAST, contrast, nearest_passing, themed
from docgen.diagnostics import Severity
from docgen.parse import read_house
from docgen.parse.contrast import pairs
from docgen.source import Source
from docgen.supplied import built_in, built_in_names
from docgen.theme import Theme

SUGGESTED = re.compile(r'"#([0-9a-f]{6})"')


def read(text: str) -> tuple[Theme, list[tuple[str, str, str]]]:
    """The theme, and of each finding the text it is about, its message and its hint."""
    theme, found = read_house(partial(built_in, "themes"), Source("styles/house.yaml", text))
    assert all(finding.name == "unreadable-colour" and finding.severity is Severity.ERROR for finding in found)
    return theme, [(finding.span.text, finding.message, finding.hint or "") for finding in found]


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("000000", "FFFFFF", 21.0), ("777777", "FFFFFF", 4.48), ("767676", "FFFFFF", 4.54), ("FF0000", "FFFFFF", 4.0), ("FFFFFF", "FFFFFF", 1.0)],
)
def test_contrast_is_measured_as_wcag_says(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize("name", built_in_names("themes"))
def test_the_built_in_themes_are_easy_to_read(name: str) -> None:
    theme, found = read(f"theme: {name}\n")
    assert found == []
    for pair in pairs(theme):
        assert contrast(pair.letters.colour, pair.ground.colour) >= LEAST, pair


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ('colours: {heading: "#8fadb6"}', '"#8fadb6"', "the heading colour on table headers and shaded boxes has a contrast of 1.9:1"),
        ('colours: {text: "#777777"}', '"#777777"', "the text colour on table headers and shaded boxes has a contrast of 3.7:1"),
        ('colours: {accent: "#ffffff"}', '"#ffffff"', "the accent colour on white has a contrast of 1.0:1"),
        ('colours: {table_header: "#12436d"}', '"#12436d"', "the heading colour on table headers and shaded boxes has a contrast of 1.1:1"),
        ('colours: {table_header_text: "#aabbcc"}', '"#aabbcc"', "the header text colour on table headers and shaded boxes has a contrast of 1.6:1"),
        ('colours: {box: "#808080"}', '"#808080"', "the accent colour on shaded boxes has a contrast of 1.8:1"),
        ('theme: civic\ncover: {text: "#12436d"}', '"#12436d"', "the text of the cover on its band has a contrast of 1.0:1"),
        ('theme: civic\ncover: {band: "#f0f0f0"}', '"#f0f0f0"', "the text of the cover on its band has a contrast of 1.1:1"),
        ('theme: civic\ncolours: {table_header: "#eeeeee"}', '"#eeeeee"', "the header text colour on table headers has a contrast of 1.1:1"),
    ],
)
def test_a_pale_colour_is_told_with_one_that_would_do(text: str, place: str, said: str) -> None:
    _, found = read(text)
    assert [(about, message) for about, message, _ in found] == [(place, said)]
    hint = SUGGESTED.search(found[0][2])
    assert hint
    assert read(text.replace(place.strip('"'), f"#{hint[1]}"))[1] == []


def test_of_two_colours_of_the_house_that_of_the_letters_is_told() -> None:
    _, found = read('colours: {text: "#666666", box: "#999999"}')
    assert [about for about, _, _ in found] == ['"#666666"', '"#999999"']
    assert "on shaded boxes" in found[0][1]


def test_the_suggested_colour_is_the_nearest_of_its_hue() -> None:
    found = nearest_passing("8FADB6", ["FFFFFF"])
    assert found is not None
    assert LEAST <= contrast(found, "FFFFFF") < LEAST + 0.12
    hues = [rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)))[0] for colour in ("8FADB6", found)]
    assert hues[0] == pytest.approx(hues[1], abs=0.01)
    assert nearest_passing("1D3B5C", ["FFFFFF"]) == "1D3B5C"
    assert nearest_passing("336699", ["FFFFFF", "000000"]) not in (None, "336699")
    assert nearest_passing("336699", ["FFFFFF", "555555"]) is None


@pytest.mark.parametrize("part", ["-1", "+1", " 1", "1", "zz", "\u0661\u0662"])
def test_a_share_of_a_colour_that_is_none_changes_nothing(part: str) -> None:
    assert themed("4472C4", part, part) == "4472C4"


def test_letters_on_a_header_that_is_not_filled_stand_on_white() -> None:
    assert read('colours: {table_header_text: "#ffffff"}\ntable: {header: false}')[1] == []
    assert read('theme: civic\ncover: {band: none, text: "#12436d"}')[1] == []
