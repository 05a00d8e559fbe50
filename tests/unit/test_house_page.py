"""The house.yaml that `docgen init` writes is the page about its settings: it has each of them, and what it says is true."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from docgen.parse import house, read_house
from docgen.parse.schema import Choice, Keys, Shape, Table
from docgen.parse.yaml_tree import Mapping, Scalar, Value, read_yaml
from docgen.source import Source
from docgen.supplied import DATA, built_in, built_in_names
from docgen.theme import Theme
from tests.support import ROOT

PAGE = (DATA / "workspace" / "styles" / "house.yaml").read_text("utf-8")
SETTING = re.compile(r"^# ( *[A-Za-z_]+:(?: |$))", re.MULTILINE)
USED = SETTING.sub(r"\1", PAGE)
# Settings that no theme has: they are shown with an example.
EXAMPLES = frozenset({"logo", "logo_alt", "roles", "places"})


def keys(shape: object, above: str = "") -> Iterator[str]:
    """Every key that the definition knows, as `page.margins.top`."""
    if not isinstance(shape, Keys):
        return
    for name, inner in shape.keys.items():
        yield above + name
        yield from keys(inner, f"{above}{name}.")


def said(value: Value | None, above: str = "") -> Iterator[str]:
    """Every key that a file has."""
    if isinstance(value, Mapping):
        for name, inner in value.entries:
            yield above + name.text
            yield from said(inner, f"{above}{name.text}.")


def read(text: str) -> tuple[Theme, list[str]]:
    theme, found = read_house(lambda name: built_in("themes", name), Source("styles/house.yaml", text))
    return theme, [f"{finding.span.text}: {finding.message}" for finding in found]


def blocks() -> list[str]:
    """The top-level settings of the page, each with the lines below it."""
    lines = [line for line in USED.splitlines() if line and not line.startswith("#")]
    return re.findall(r"^[a-z_]+:.*\n(?: .*\n)*", "\n".join(lines) + "\n", re.MULTILINE)


def test_the_page_has_every_setting() -> None:
    value, problems = read_yaml(Source("house.yaml", USED), 0, len(USED))
    assert problems == []
    assert set(keys(house.HOUSE)) <= set(said(value))
    assert len(set(keys(house.HOUSE))) > 40


def test_the_page_as_it_is_written_is_accepted_and_changes_nothing() -> None:
    theme, found = read(PAGE)
    assert found == []
    assert repr(theme) == repr(read("theme: plain\n")[0])


def test_the_values_that_the_page_shows_are_those_of_the_plain_theme() -> None:
    theme, found = read(USED)
    assert found == []
    shown, own = theme.as_dict(), read("theme: plain\n")[0].as_dict()
    assert {name: repr(value) for name, value in shown.items() if name not in EXAMPLES} == {
        name: repr(value) for name, value in own.items() if name not in EXAMPLES
    }
    assert all(shown[name] for name in EXAMPLES)


@pytest.mark.parametrize("block", blocks(), ids=lambda block: block.split(":")[0])
def test_each_setting_of_the_page_may_stand_alone(block: str) -> None:
    assert read(block)[1] == []


def choices(shape: object) -> Iterator[str]:
    if isinstance(shape, Choice):
        yield from shape.words
    for inner in shape.keys.values() if isinstance(shape, Keys) else ():
        yield from choices(inner)


def test_the_page_names_every_choice() -> None:
    for word in [*choices(house.HOUSE), *house.SIZES]:
        assert re.search(rf"\b{word}\b", PAGE), word


def test_every_shape_of_the_definition_is_looked_into() -> None:
    """`keys` and `choices` know the shapes that hold others; a new one must be added there."""
    kinds = {type(shape) for shape in (house.HOUSE, *house.HOUSE.keys.values())}
    assert {kind.__name__ for kind in kinds} == {"Keys", "Choice", "Table"}
    assert issubclass(Table, Shape)


def test_the_readme_names_every_setting_too() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    part = readme.split("## How it looks")[1].split("\n## ")[0]
    named = {path for path in keys(house.HOUSE) if not path.startswith("page.margins.")}
    missing = [path for path in named if not re.search(rf"`{path.rsplit('.', 1)[-1]}`|theme: {path}|`{path}:", part) and path != "theme"]
    assert missing == []


def test_every_built_in_theme_can_be_chosen_and_is_whole() -> None:
    assert set(house.THEMES) == set(built_in_names("themes"))
    for name in house.THEMES:
        source = built_in("themes", name)
        assert source is not None
        theme, found = read(source.text)
        assert found == []
        value, _ = read_yaml(source, 0, len(source.text))
        there = set(said(value))
        assert {"theme", "contents", "item_details", "cover.band", "cover.text", "headings.line", "table.lines", "colours.warning"} <= there
        theme.places = {}
        assert repr(read(f"theme: {name}\n")[0]) == repr(theme)
        assert isinstance(value, Mapping)
        first = value.entries[0][1]
        assert isinstance(first, Scalar)
        assert first.text == name
