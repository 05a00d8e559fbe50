"""Numbering: headings, recommendations, bullets and ordered lists as native definitions (17.9).

All bullets share one `w:num`. Every ordered list has its own, which starts it anew at the level it uses. A recommendation
whose number does not follow the one before it (others are withheld) starts a `w:num` at its number.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, islice

from docgen.record import Record
from docgen.theme import Theme
from docgen.word.oxml import DECLARATION, NAMESPACES, quoted

# Ids in a package of our own, and of our styles' numbers; beside a template's definitions they are the next that are free.
HEADINGS, RECOMMENDATIONS, BULLETS, ORDERED = 1, 2, 3, 4
LEVELS = 9
STEP = 397  # twips that each level of a list is indented further: 0.7 cm
SIGNS = ("•", "–", "▪")
FORMATS = ("decimal", "lowerLetter", "lowerRoman")


class Definitions(Record):
    """Another's numbering definitions, which stand before ours: as XML, the ids that they use up, and what has to stand behind all.

    `headings` are the styles that our numbers of headings are linked to, by level. `listed` is false where the style of
    recommendations is not ours and has no number of its own.
    """

    abstracts: str = ""
    nums: str = ""
    end: str = ""
    taken_abstracts: frozenset[int] = frozenset()
    taken_nums: frozenset[int] = frozenset()
    headings: tuple[str, ...] = tuple(f"Heading{level}" for level in range(1, LEVELS + 1))
    recommendation: str | None = "Recommendation"

    def abstract(self, which: int) -> int:
        """The id of one of our definitions: HEADINGS, RECOMMENDATIONS, BULLETS or ORDERED."""
        return next(islice(_free(self.taken_abstracts), which - 1, None))

    def num(self, which: int) -> int:
        """The id of the `w:num` that headings, recommendations or bullets share."""
        return next(islice(_free(self.taken_nums), which - 1, None))


def _free(taken: frozenset[int]) -> Iterator[int]:
    return (number for number in count(1) if number not in taken)


class Numbering:
    """The numbering definitions of one package; `w:num` are added as the body is written."""

    def __init__(self, theme: Theme, others: Definitions) -> None:
        self.theme = theme
        self.others = others
        self.free = _free(others.taken_nums)
        self.abstracts = {which: others.abstract(which) for which in (HEADINGS, RECOMMENDATIONS, BULLETS, ORDERED)}
        self.nums: list[str] = []
        _, recommendations, self.bullets = (self._add(which) for which in (HEADINGS, RECOMMENDATIONS, BULLETS))
        self.expected = 1
        self.current = None if others.recommendation else recommendations

    def ordered(self, level: int, start: int) -> int:
        """A new `w:num` for an ordered list that starts at `start` on a 0-based level."""
        return self._add(ORDERED, _start(level, start))

    def recommendation(self, number: int) -> int | None:
        """The `w:num` that gives the next recommendation its number; None where the style's own does."""
        if number != self.expected:
            self.current = self._add(RECOMMENDATIONS, _start(0, number))
        self.expected = number + 1
        return self.current

    def _add(self, which: int, override: str = "") -> int:
        number = next(self.free)
        self.nums.append(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{self.abstracts[which]}"/>{override}</w:num>')
        return number

    def part(self) -> str:
        """numbering.xml."""
        theme = self.theme
        headings = "".join(_heading_level(theme, level, self.others.headings[level]) for level in range(LEVELS))
        recommendations = "".join(_recommendation_level(theme, level, self.others.recommendation or "") for level in range(LEVELS))
        bullets = "".join(_list_level(level, "bullet", SIGNS[level % 3]) for level in range(LEVELS))
        ordered = "".join(_list_level(level, FORMATS[level % 3], f"%{level + 1}.") for level in range(LEVELS))
        bodies = (headings, recommendations, bullets, ordered)
        abstracts = "".join(
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{body}</w:abstractNum>'
            for number, body in zip(self.abstracts.values(), bodies, strict=True)
        )
        nums = "".join(self.nums)
        return f"{DECLARATION}<w:numbering {NAMESPACES}>{self.others.abstracts}{abstracts}{self.others.nums}{nums}{self.others.end}</w:numbering>"


def _start(level: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def _level(level: int, kind: str, style: str, sign: str, left: int, hanging: int, extra: str = "") -> str:
    linked = f'<w:pStyle w:val="{quoted(style)}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{linked}'
        f'<w:suff w:val="tab"/><w:lvlText w:val="{quoted(sign)}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>{extra}</w:lvl>'
    )


def _heading_level(theme: Theme, level: int, style: str) -> str:
    numbered = level < theme.heading_depth and level < len(theme.heading_numbering)
    if not numbered or theme.own_numbers:
        return (
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="none"/><w:suff w:val="nothing"/>'
            '<w:lvlText w:val=""/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>'
        )
    return _level(level, "decimal", style, theme.heading_numbering[level], 709, 709)


def _recommendation_level(theme: Theme, level: int, style: str) -> str:
    style = style if level == 0 else ""
    sign = theme.recommendation_numbering if level == 0 else f"%{level + 1}."
    bold = "<w:rPr><w:b/><w:bCs/></w:rPr>" if level == 0 else ""
    return _level(level, "decimal", style, sign, 709 + level * STEP, 709, bold)


def _list_level(level: int, kind: str, sign: str) -> str:
    return _level(level, kind, "", sign, (level + 1) * STEP, STEP)


def indent_of(level: int) -> int:
    """Twips from the margin to the text of a list's 0-based level."""
    return (min(level, LEVELS - 1) + 1) * STEP
