"""Numbering: headings, recommendations, bullets and ordered lists as native definitions (17.9).

All bullets share one `w:num`. Every ordered list has its own, which starts it anew at the level it uses. A recommendation whose
number does not follow the one before it (others are withheld) starts a `w:num` at its number. Word has nine levels: a list below the
ninth is shown at the ninth, and an ordered one there has a definition of its own depth, since lists of one definition that
share a level count on from one another. A start other than 1 stands in the definition too: web viewers overlook `startOverride`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from docgen.theme import Theme
from docgen.word.oxml import DECLARATION, NAMESPACES, quoted

HEADINGS, RECOMMENDATIONS, BULLETS, ORDERED = 1, 2, 3, 4
LEVELS = 9
STEP = 397  # twips that each level of a list is indented further: 0.7 cm
SIGNS = ("•", "–", "▪")
MOST = 500  # definitions; beyond, a start stands in `startOverride` alone
FORMATS = ("decimal", "lowerLetter", "lowerRoman")


class Definition(NamedTuple):
    """An abstract definition: of what, for which depth below the ninth level, and the level that starts at another number than 1."""

    kind: int
    depth: int = 0
    level: int = 0
    start: int = 1


class Numbering:
    """The numbering definitions of one package; `w:num` are added as the body is written."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.definitions = {Definition(kind): kind for kind in (HEADINGS, RECOMMENDATIONS, BULLETS, ORDERED)}
        self.nums = [_num(HEADINGS, HEADINGS), _num(RECOMMENDATIONS, RECOMMENDATIONS), _num(BULLETS, BULLETS)]
        self.expected = 1
        self.current: int | None = None

    def ordered(self, level: int, start: int) -> int:
        """A new `w:num` for an ordered list that starts at `start` on a 0-based level, however deep."""
        return self._add(ORDERED, max(0, level - LEVELS + 1), min(level, LEVELS - 1), start)

    def recommendation(self, count: int) -> int | None:
        """The `w:num` that gives the next recommendation its number; None where the style's own does."""
        if count != self.expected:
            self.current = self._add(RECOMMENDATIONS, 0, 0, count)
        self.expected = count + 1
        return self.current

    def _add(self, kind: int, depth: int, level: int, start: int) -> int:
        wanted = Definition(kind, depth) if start == 1 or len(self.definitions) > MOST else Definition(kind, depth, level, start)
        abstract = self.definitions.setdefault(wanted, len(self.definitions) + 1)
        number = len(self.nums) + 1
        override = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        self.nums.append(_num(number, abstract, override))
        return number

    def part(self) -> str:
        """numbering.xml."""
        abstracts = "".join(
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{self._levels(definition)}</w:abstractNum>'
            for definition, number in self.definitions.items()
        )
        return f"{DECLARATION}<w:numbering {NAMESPACES}>{abstracts}{''.join(self.nums)}</w:numbering>"

    def _levels(self, definition: Definition) -> str:
        levels = [LEVELS_OF[definition.kind](self.theme, level) for level in range(LEVELS)]
        if definition.start != 1:
            at = definition.level
            levels[at] = levels[at].replace('<w:start w:val="1"/>', f'<w:start w:val="{definition.start}"/>', 1)
            levels = [level.replace('<w:pStyle w:val="Recommendation"/>', "") for level in levels]  # which is that of one definition only
        return "".join(levels)


def _num(number: int, abstract: int, override: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'


def _level(level: int, kind: str, style: str, sign: str, left: int, hanging: int, extra: str = "") -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{linked}'
        f'<w:suff w:val="tab"/><w:lvlText w:val="{quoted(sign)}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>{extra}</w:lvl>'
    )


def _heading_level(theme: Theme, level: int) -> str:
    numbered = level < theme.heading_depth and level < len(theme.heading_numbering)
    if not numbered:
        return (
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="none"/><w:suff w:val="nothing"/>'
            '<w:lvlText w:val=""/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>'
        )
    return _level(level, "decimal", f"Heading{level + 1}", theme.heading_numbering[level], 709, 709)


def _recommendation_level(theme: Theme, level: int) -> str:
    style = "Recommendation" if level == 0 else ""
    sign = theme.recommendation_numbering if level == 0 else f"%{level + 1}."
    bold = "<w:rPr><w:b/><w:bCs/></w:rPr>" if level == 0 else ""
    return _level(level, "decimal", style, sign, 709 + level * STEP, 709, bold)


def _bullet_level(_: Theme, level: int) -> str:
    return _level(level, "bullet", "", SIGNS[level % 3], indent_of(level), STEP)


def _ordered_level(_: Theme, level: int) -> str:
    return _level(level, FORMATS[level % 3], "", f"%{level + 1}.", indent_of(level), STEP)


def indent_of(level: int) -> int:
    """Twips from the margin to the text of a list's 0-based level."""
    return (level + 1) * STEP


LEVELS_OF: Mapping[int, Callable[[Theme, int], str]] = MappingProxyType(
    {HEADINGS: _heading_level, RECOMMENDATIONS: _recommendation_level, BULLETS: _bullet_level, ORDERED: _ordered_level}
)
