"""How Word writes a number: `3`, `III`, `c`, `三`; and how the levels of a list put their numbers together (ECMA-376 Part 1, 17.9)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from docgen.record import Record

LEVELS = 9
ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
DIGITS = "〇一二三四五六七八九"
MOST = 780  # Word repeats a letter; beyond thirty of them nobody reads on


def _roman(number: int) -> str:
    text = ""
    for value, sign in ROMAN:
        text += sign * (number // value)
        number %= value
    return text


def _letter(number: int) -> str:
    """A to Z, then AA, BB and so on, as Word does it (17.18.59)."""
    rounds, place = divmod((number - 1) % MOST, 26)
    return chr(ord("A") + place) * (rounds + 1)


def _counting(number: int) -> str:
    """Chinese counting below a hundred: 十, 十一, 二十; above it digit by digit."""
    if number >= 100:
        return "".join(DIGITS[int(digit)] for digit in str(number))
    tens, ones = divmod(number, 10)
    return (DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (DIGITS[ones] if ones or not tens else "")


SHOWN: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "decimal": str,
        "decimalZero": lambda number: f"{number:02}",
        "decimalFullWidth": lambda number: "".join(chr(ord("０") + int(digit)) for digit in str(number)),
        "numberInDash": lambda number: f"- {number} -",
        "upperRoman": _roman,
        "lowerRoman": lambda number: _roman(number).lower(),
        "upperLetter": lambda number: _letter(number) if number else "",
        "lowerLetter": lambda number: _letter(number).lower() if number else "",
        "chineseCounting": _counting,
        "chineseCountingThousand": _counting,
        "japaneseCounting": _counting,
        "taiwaneseCountingThousand": _counting,
    }
)


class Level(Record):
    """How one level of a list shows its number: `format` has `%1` to `%9` for the numbers of the levels down to its own.

    `restart` is the level, counted from 1, behind which it starts anew: None for any above it, 0 for never. `legal` writes all numbers in digits.
    """

    format: str
    kind: str = "decimal"
    start: int = 1
    restart: int | None = None
    legal: bool = False


def written(levels: tuple[Level, ...], at: int, counts: list[int]) -> str | None:
    """The number of a paragraph on a 0-based level, from the counts of all levels; None where the level shows none."""
    level = levels[at]
    if level.kind in ("none", "bullet") or "%" not in level.format:
        return None
    text = level.format
    for other in range(at, -1, -1):
        kind = "decimal" if level.legal else levels[other].kind
        text = text.replace(f"%{other + 1}", SHOWN.get(kind, str)(counts[other]) if kind != "none" else "")
    return text.strip() or None
