"""Contrast of letters with what they stand on, as WCAG 2.1 measures it (success criterion 1.4.3).

At least 4.5:1 for every colour of letters. Large letters may do with 3:1, but no colour of a theme is used for large letters
alone: that of headings also stands in captions, that of the cover in the line with the partnership's name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from docgen.assessment import Located
from docgen.colour import LEAST, WHITE, contrast, nearest_passing
from docgen.diagnostics import Diagnostic, error
from docgen.theme import Theme


class Ink(NamedTuple):
    """A colour, what it is called, and the keys of house.yaml that may set it, the first that does counting."""

    name: str
    colour: str
    keys: tuple[str, ...] = ()


class Pair(NamedTuple):
    """Letters, and the ground they are printed on."""

    letters: Ink
    ground: Ink


PAPER = Ink("white", WHITE)


def pairs(theme: Theme) -> Iterator[Pair]:
    """Every colour of letters with each ground that it meets in print."""
    text, heading, accent = (Ink(f"the {name} colour", getattr(theme, name), (f"colours.{name}",)) for name in ("text", "heading", "accent"))
    box, header, named = Ink("shaded boxes", theme.box, ("colours.box",)), Ink("table headers", theme.table_header, ("colours.table_header",)), heading
    # Where a theme has no colour of its own for one of these, it is another's; a house changes both by changing that one.
    if theme.box == theme.table_header:
        box = header = Ink("table headers and shaded boxes", theme.box, ("colours.table_header", "colours.box"))
    if theme.table_header_text != theme.heading:
        named = Ink("the header text colour", theme.table_header_text, ("colours.table_header_text",))
    yield from (Pair(letters, PAPER) for letters in (text, heading, accent))
    yield from (Pair(letters, box) for letters in (text, accent))
    if theme.header_row:
        yield Pair(named, header)
    if theme.cover_band:
        yield Pair(Ink("the text of the cover", theme.cover_text, ("cover.text",)), Ink("its band", theme.cover_band, ("cover.band",)))


def unreadable_colours(theme: Theme, own: dict[str, Any]) -> list[Diagnostic]:
    """A finding for each colour of house.yaml that makes letters hard to read, at its place; the worst of several about one."""
    every = list(pairs(theme))
    worst: dict[int, tuple[float, Diagnostic]] = {}
    for pair in every:
        ratio = contrast(pair.letters.colour, pair.ground.colour)
        blamed = _blamed(pair, own, every) if ratio < LEAST else None
        if blamed and ratio < worst.get(blamed[1].span.start, (LEAST,))[0]:
            worst[blamed[1].span.start] = (ratio, _finding(pair, ratio, *blamed, every))
    return [finding for _, finding in worst.values()]


def _blamed(pair: Pair, own: dict[str, Any], every: list[Pair]) -> tuple[Ink, Located[str]] | None:
    """The colour to change and its place: the letters', unless only their ground is the house's own, or no other letters would do."""
    placed = [(ink, place) for ink in pair if (place := _place(ink, own))]
    helped = [found for found in placed if nearest_passing(found[0].colour, _met_by(found[0], every))]
    return next(iter(helped or placed), None)


def _place(ink: Ink, own: dict[str, Any]) -> Located[str] | None:
    """Where house.yaml sets a colour."""
    for key in ink.keys:
        group, name = key.split(".")
        found = own.get(group, {}).get(name)
        if isinstance(found, Located):
            return found
    return None


def _met_by(ink: Ink, every: list[Pair]) -> list[str]:
    """The colours that a colour meets, as letters or as their ground."""
    return [other.colour for pair in every for mine, other in (pair, pair[::-1]) if mine is ink]


def _finding(pair: Pair, ratio: float, ink: Ink, place: Located[str], every: list[Pair]) -> Diagnostic:
    other = pair.ground if ink is pair.letters else pair.letters
    better = nearest_passing(ink.colour, _met_by(ink, every)) or nearest_passing(ink.colour, [other.colour])
    message = f"{pair.letters.name} on {pair.ground.name} has a contrast of {int(ratio * 10) / 10}:1"
    hint = f"letters need {LEAST}:1; the nearest colour of the same hue that has it is \"#{str(better).lower()}\""
    return error("unreadable-colour", message, place.span, hint)
