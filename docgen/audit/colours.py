"""Colours: as a Word file states them, and mixed."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from docgen.colour import is_colour


class Colour(NamedTuple):
    """Red, green and blue from 0 to 255."""

    red: int
    green: int
    blue: int

    @property
    def text(self) -> str:
        """The colour as it is written in a message."""
        return f"#{self.digits}"

    @property
    def digits(self) -> str:
        """Six hexadecimal digits."""
        return f"{self.red:02X}{self.green:02X}{self.blue:02X}"


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


def read_colour(digits: str) -> Colour | None:
    """A colour from six hexadecimal digits; None for anything else, `auto` say."""
    return Colour(*bytes.fromhex(digits)) if is_colour(digits) else None


def mixed(front: Colour, back: Colour, share: float) -> Colour:
    """A pattern of two colours as it is seen from afar."""
    return Colour(*(round(one * share + other * (1 - share)) for one, other in zip(front, back, strict=True)))
