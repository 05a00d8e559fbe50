"""Numbering: headings, recommendations, bullets and ordered lists as native definitions (17.9).

All bullets share one `w:num`, but for those in an ordered list in bullets, which share another: LibreOffice would print them as items of no list. Every ordered list has its own, which starts it anew at the level it uses. A recommendation whose
number does not follow the one before it (others are withheld) starts a `w:num` at its number. Word has nine levels: a list below the
ninth is shown at the ninth, and an ordered one there has a definition of its own depth, since lists of one definition that
share a level count on from one another. A start other than 1 stands in the definition too: web viewers overlook `startOverride`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import count, islice
from types import MappingProxyType
from typing import NamedTuple

from docgen.numbers import LEVELS
from docgen.record import Record
from docgen.theme import Theme
from docgen.word.oxml import DECLARATION, NAMESPACES, quoted

# Ids in a package of our own, and of our styles' numbers; beside a template's definitions they are the next that are free.
HEADINGS, RECOMMENDATIONS, BULLETS, ORDERED = 1, 2, 3, 4
STEP = 397  # twips that each level of a list is indented further: 0.7 cm
SIGNS = ("•", "–", "▪")
MOST = 500  # definitions; beyond, a start stands in `startOverride` alone
FORMATS = ("decimal", "lowerLetter", "lowerRoman")


class Definitions(Record):
    """Another's numbering definitions, which stand before ours: as XML, the ids that they use up, and what has to stand behind all.

    `headings` are the styles that our numbers of headings are linked to, by level. `recommendation` is the style that our numbers of
    recommendations are linked to; None where a style of the template plays its role.
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


class Definition(NamedTuple):
    """An abstract definition: of what, for which depth below the ninth level, and the level that starts at another number than 1."""

    kind: int
    depth: int = 0
    level: int = 0
    start: int = 1


class Numbering:
    """The numbering definitions of one package; `w:num` are added as the body is written."""

    def __init__(self, theme: Theme, others: Definitions) -> None:
        self.theme = theme
        self.others = others
        self.free = _free(others.taken_nums)
        self.free_abstracts = _free(others.taken_abstracts)
        self.abstracts = {Definition(kind): next(self.free_abstracts) for kind in (HEADINGS, RECOMMENDATIONS, BULLETS, ORDERED)}
        self.nums: list[str] = []
        _, recommendations, self.bullets = (self._add(Definition(kind)) for kind in (HEADINGS, RECOMMENDATIONS, BULLETS))
        self.inner: int | None = None
        self.expected = 1
        self.current = None if others.recommendation else recommendations

    @property
    def inner_bullets(self) -> int:
        """The `w:num` of bullets in an ordered list in bullets, made when first asked for."""
        if self.inner is None:
            self.inner = self._add(Definition(BULLETS))
        return self.inner

    def ordered(self, level: int, start: int) -> int:
        """A new `w:num` for an ordered list that starts at `start` on a 0-based level, however deep."""
        return self._starting(ORDERED, max(0, level - LEVELS + 1), min(level, LEVELS - 1), start)

    def recommendation(self, number: int) -> int | None:
        """The `w:num` that gives the next recommendation its number; None where the style's own does."""
        if number != self.expected:
            self.current = self._starting(RECOMMENDATIONS, 0, 0, number)
        self.expected = number + 1
        return self.current

    def _starting(self, kind: int, depth: int, level: int, start: int) -> int:
        alike = start == 1 or len(self.abstracts) > MOST
        override = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        return self._add(Definition(kind, depth) if alike else Definition(kind, depth, level, start), override)

    def _add(self, definition: Definition, override: str = "") -> int:
        if definition not in self.abstracts:
            self.abstracts[definition] = next(self.free_abstracts)
        number = next(self.free)
        self.nums.append(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{self.abstracts[definition]}"/>{override}</w:num>')
        return number

    def part(self) -> str:
        """numbering.xml."""
        abstracts = "".join(
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{self._levels(definition)}</w:abstractNum>'
            for definition, number in self.abstracts.items()
        )
        nums = "".join(self.nums)
        return f"{DECLARATION}<w:numbering {NAMESPACES}>{self.others.abstracts}{abstracts}{self.others.nums}{nums}{self.others.end}</w:numbering>"

    def _levels(self, definition: Definition) -> str:
        linked = self._linked(definition)
        levels = [LEVELS_OF[definition.kind](self.theme, level, linked[level]) for level in range(LEVELS)]
        if definition.start != 1:
            at = definition.level
            levels[at] = levels[at].replace('<w:start w:val="1"/>', f'<w:start w:val="{definition.start}"/>', 1)
        return "".join(levels)

    def _linked(self, definition: Definition) -> tuple[str, ...]:
        """The styles that the levels of a definition are linked to; a style is that of one definition only."""
        if definition.kind == HEADINGS:
            return self.others.headings
        first = self.others.recommendation if definition == Definition(RECOMMENDATIONS) else None
        return (first or "", *[""] * (LEVELS - 1))


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
    sign = theme.recommendation_numbering if level == 0 else f"%{level + 1}."
    bold = "<w:rPr><w:b/><w:bCs/></w:rPr>" if level == 0 else ""
    return _level(level, "decimal", style, sign, 709 + level * STEP, 709, bold)


def _bullet_level(_: Theme, level: int, style: str) -> str:
    return _level(level, "bullet", style, SIGNS[level % 3], indent_of(level), STEP)


def _ordered_level(_: Theme, level: int, style: str) -> str:
    return _level(level, FORMATS[level % 3], style, f"%{level + 1}.", indent_of(level), STEP)


def indent_of(level: int) -> int:
    """Twips from the margin to the text of a list's 0-based level."""
    return (level + 1) * STEP


LEVELS_OF: Mapping[int, Callable[[Theme, int, str], str]] = MappingProxyType(
    {HEADINGS: _heading_level, RECOMMENDATIONS: _recommendation_level, BULLETS: _bullet_level, ORDERED: _ordered_level}
)
