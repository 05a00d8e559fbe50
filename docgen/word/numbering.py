"""Numbering: headings, recommendations, bullets and ordered lists as native definitions (17.9).

All bullets share one `w:num`. Every ordered list has its own, which starts it anew at the level it uses. Word has nine levels: a list
below the ninth is shown at the ninth, and an ordered one there has a definition of its own depth, since lists of one
definition that share a level count on from one another. A recommendation
whose number does not follow the one before it (others are withheld) starts a `w:num` at its number.
"""

from __future__ import annotations

from docgen.theme import Theme
from docgen.word.oxml import DECLARATION, NAMESPACES, quoted

HEADINGS, RECOMMENDATIONS, BULLETS = 1, 2, 3
ABSTRACT_ORDERED = 4
LEVELS = 9
STEP = 397  # twips that each level of a list is indented further: 0.7 cm
SIGNS = ("•", "–", "▪")
FORMATS = ("decimal", "lowerLetter", "lowerRoman")


class Numbering:
    """The numbering definitions of one package; `w:num` are added as the body is written."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.nums = [_num(HEADINGS, HEADINGS), _num(RECOMMENDATIONS, RECOMMENDATIONS), _num(BULLETS, BULLETS)]
        self.deepest = LEVELS - 1
        self.expected = 1
        self.current: int | None = None

    def ordered(self, level: int, start: int) -> int:
        """A new `w:num` for an ordered list that starts at `start` on a 0-based level, however deep."""
        self.deepest = max(self.deepest, level)
        return self._add(ABSTRACT_ORDERED + max(0, level - LEVELS + 1), min(level, LEVELS - 1), start)

    def recommendation(self, count: int) -> int | None:
        """The `w:num` that gives the next recommendation its number; None where the style's own does."""
        if count != self.expected:
            self.current = self._add(RECOMMENDATIONS, 0, count)
        self.expected = count + 1
        return self.current

    def _add(self, abstract: int, level: int, start: int) -> int:
        number = len(self.nums) + 1
        override = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        self.nums.append(_num(number, abstract, override))
        return number

    def part(self) -> str:
        """numbering.xml."""
        theme = self.theme
        headings = "".join(_heading_level(theme, level) for level in range(LEVELS))
        recommendations = "".join(_recommendation_level(theme, level) for level in range(LEVELS))
        bullets = "".join(_list_level(level, "bullet", SIGNS[level % 3]) for level in range(LEVELS))
        ordered = "".join(_list_level(level, FORMATS[level % 3], f"%{level + 1}.") for level in range(LEVELS))
        bodies = (headings, recommendations, bullets, *[ordered] * (self.deepest - LEVELS + 2))
        abstracts = "".join(
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{body}</w:abstractNum>'
            for number, body in enumerate(bodies, 1)
        )
        return f"{DECLARATION}<w:numbering {NAMESPACES}>{abstracts}{''.join(self.nums)}</w:numbering>"


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


def _list_level(level: int, kind: str, sign: str) -> str:
    return _level(level, kind, "", sign, (level + 1) * STEP, STEP)


def indent_of(level: int) -> int:
    """Twips from the margin to the text of a list's 0-based level."""
    return (level + 1) * STEP
