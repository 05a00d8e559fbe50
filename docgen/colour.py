"""How well one colour is seen on another, as WCAG 2 measures it (success criterion 1.4.3); colours are six hexadecimal digits."""

from __future__ import annotations

from collections.abc import Iterable

WHITE = "FFFFFF"
LEAST = 4.5  # of letters, but for large ones
LEAST_LARGE, LARGE, LARGE_BOLD = 3.0, 36, 28  # the contrast of large letters, and which are large, in half-points
FINEST = 255  # steps of lightness that are tried
DIGITS = frozenset("0123456789abcdefABCDEF")


def contrast(one: str, other: str = WHITE) -> float:
    """The ratio of two colours, from 1 to 21."""
    return ratio(parts(one), parts(other))


def is_colour(text: str) -> bool:
    """True for six hexadecimal digits."""
    return len(text) == 6 and set(text) <= DIGITS


def parts(colour: str) -> tuple[int, ...]:
    """Red, green and blue from 0 to 255."""
    return tuple(bytes.fromhex(colour))


def ratio(one: Iterable[int], other: Iterable[int]) -> float:
    """The contrast of two colours in red, green and blue."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Iterable[int]) -> float:
    """Relative luminance of an sRGB colour, as WCAG defines it."""
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in (value / 255 for value in colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def least_of(half_points: int, bold: bool) -> float:
    """The least contrast of text of a size."""
    return LEAST_LARGE if half_points >= LARGE or (bold and half_points >= LARGE_BOLD) else LEAST


def themed(colour: str, tint: str, shade: str) -> str:
    """A theme's colour made lighter by a tint or darker by a shade, which are two hexadecimal digits (17.3.2.6)."""
    from colorsys import hls_to_rgb, rgb_to_hls

    hue, light, strength = rgb_to_hls(*(part / 255 for part in parts(colour)))
    if (part := _part(tint)) is not None:
        light = light * part + 1 - part
    if (part := _part(shade)) is not None:
        light *= part
    # Word does not round either; what floating point loses is given back first.
    return "".join(f"{int(value * 255 + 1e-6):02X}" for value in hls_to_rgb(hue, light, strength))


def _part(digits: str) -> float | None:
    return int(digits, 16) / 255 if len(digits) == 2 and set(digits) <= DIGITS else None


def nearest_passing(colour: str, others: list[str]) -> str | None:
    """The colour of the same hue and saturation, lighter or darker by as little as can be, that has enough contrast with all others."""
    from colorsys import hls_to_rgb, rgb_to_hls

    if all(contrast(colour, other) >= LEAST for other in others):
        return colour
    hue, lightness, saturation = rgb_to_hls(*(part / 255 for part in parts(colour)))
    tried = (lightness + sign * step / FINEST for step in range(FINEST + 1) for sign in (-1, 1))
    for level in (min(1.0, max(0.0, level)) for level in tried):
        found = "".join(f"{round(part * 255):02X}" for part in hls_to_rgb(hue, level, saturation))
        if all(contrast(found, other) >= LEAST for other in others):
            return found
    return None
