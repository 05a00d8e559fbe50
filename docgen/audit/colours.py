"""Colours: as a Word file states them, and mixed."""

from __future__ import annotations

from collections.abc import Mapping
from colorsys import hls_to_rgb, rgb_to_hls
from types import MappingProxyType
from typing import NamedTuple

from docgen.colour import LEAST


class Colour(NamedTuple):
    """Red, green and blue from 0 to 255."""

    red: int
    green: int
    blue: int

    @property
    def text(self) -> str:
        """Six hexadecimal digits."""
        return f"#{self.red:02X}{self.green:02X}{self.blue:02X}"


BLACK, WHITE = Colour(0, 0, 0), Colour(255, 255, 255)
# The pens of 17.18.40.
HIGHLIGHTS: Mapping[str, str] = MappingProxyType(
    {
        "black": "000000",
        "blue": "0000FF",
        "cyan": "00FFFF",
        "darkBlue": "000080",
        "darkCyan": "008080",
        "darkGray": "808080",
        "darkGreen": "008000",
        "darkMagenta": "800080",
        "darkRed": "800000",
        "darkYellow": "808000",
        "green": "00FF00",
        "lightGray": "C0C0C0",
        "magenta": "FF00FF",
        "red": "FF0000",
        "white": "FFFFFF",
        "yellow": "FFFF00",
    }
)
# WCAG 2.2, success criterion 1.4.3; sizes in half-points.
ENOUGH_LARGE = 3.0
LARGE, LARGE_BOLD = 36, 28


def read_colour(digits: str) -> Colour | None:
    """A colour from six hexadecimal digits; None for anything else, `auto` say."""
    try:
        return Colour(*bytes.fromhex(digits)) if len(digits) == 6 else None
    except ValueError:
        return None


def changed(colour: Colour, tint: str, shade: str) -> Colour:
    """A theme's colour made lighter by a tint or darker by a shade, which are two hexadecimal digits (17.3.2.6)."""
    hue, light, strength = rgb_to_hls(*(part / 255 for part in colour))
    if (part := _part(tint)) is not None:
        light = light * part + 1 - part
    if (part := _part(shade)) is not None:
        light *= part
    # Word does not round either; what floating point loses is given back first.
    return Colour(*(int(value * 255 + 1e-6) for value in hls_to_rgb(hue, light, strength)))


def _part(digits: str) -> float | None:
    try:
        return int(digits, 16) / 255 if len(digits) == 2 else None
    except ValueError:
        return None


def mixed(front: Colour, back: Colour, share: float) -> Colour:
    """A pattern of two colours as it is seen from afar."""
    return Colour(*(round(one * share + other * (1 - share)) for one, other in zip(front, back, strict=True)))


def enough(half_points: int, bold: bool) -> float:
    """The least contrast of text of a size."""
    return ENOUGH_LARGE if half_points >= LARGE or (bold and half_points >= LARGE_BOLD) else LEAST
