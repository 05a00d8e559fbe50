"""Numbers of paragraphs as Word counts them (17.9), from the numbering part and the styles of a package."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from xml.parsers import expat
from zipfile import ZipFile

from docgen.numbers import LEVELS, Level, written
from docgen.record import Record, fresh


class NumberedStyle(Record):
    """What a style says about numbers; it has the rest from the one that it is based on."""

    based: str | None = None
    num: str | None = None
    level: int | None = None


class Num(Record):
    """A `w:num`: its definition, where it starts anew, and the levels that it defines otherwise."""

    abstract: str = ""
    starts: dict[int, int] = fresh(factory=dict)
    levels: dict[int, Level] = fresh(factory=dict)


class Counter:
    """Counts the paragraphs of one body, in their order."""

    def __init__(self, package: ZipFile) -> None:
        self.definitions = _Definitions()
        self.definitions.read(package.read("word/numbering.xml"), NUMBERING)
        self.definitions.read(package.read("word/styles.xml"), STYLES)
        self.counts: dict[str, list[int | None]] = {}
        self.started: set[tuple[str, int]] = set()
        self.places: dict[str, tuple[str, int] | None] = {}

    def number(self, style: str, num: str | None, level: int | None) -> str | None:
        """The number that a paragraph shows: by its own `w:numPr`, else by its style's; None where it shows none."""
        if num is None:
            if style not in self.places:
                self.places[style] = self.definitions.place(style)
            place = self.places[style]
        else:
            place = (num, level or 0)
        if place is None or place[0] not in self.definitions.nums:
            return None
        found = self.definitions.nums[place[0]]
        abstract = self.definitions.resolved(found.abstract)
        levels = self.definitions.levels(abstract, found)
        self._count(place, found, abstract, levels)
        return written(levels, place[1], [count or 0 for count in self.counts[abstract]])

    def _count(self, place: tuple[str, int], num: Num, abstract: str, levels: tuple[Level, ...]) -> None:
        """Count one paragraph: a definition is counted through, unless a `w:num` of it starts anew when first used."""
        counts = self.counts.setdefault(abstract, [None] * LEVELS)
        at = place[1]
        before = counts[at]
        if at in num.starts and place not in self.started:
            self.started.add(place)
            counts[at] = num.starts[at]
        else:
            counts[at] = num.starts.get(at, levels[at].start) if before is None else before + 1
        for below in range(at + 1, LEVELS):
            if levels[below].restart is None or at < (levels[below].restart or 0):
                counts[below] = None


class _Definitions:
    """The numbering definitions and numbered styles of a package."""

    def __init__(self) -> None:
        self.styles: dict[str, NumberedStyle] = {}
        self.nums: dict[str, Num] = {}
        self.abstracts: dict[str, dict[int, Level]] = {}
        self.linked: dict[tuple[str, str], int] = {}
        self.by_style: dict[str, str] = {}
        self.abstract, self.num, self.style = "", Num(), NumberedStyle()
        self.level, self.level_at, self.override = Level(""), 0, 0
        self.in_num = False

    def read(self, part: bytes, starts: Mapping[str, Handle]) -> None:
        """Read a part, of which a table says what each element means: a `w:start` in styles is a border, in numbering a number."""

        def start(name: str, attributes: dict[str, str]) -> None:
            handle = starts.get(name)
            if handle:
                handle(self, attributes)

        parser = expat.ParserCreate()
        parser.StartElementHandler = start
        parser.Parse(part, True)

    def place(self, style: str) -> tuple[str, int] | None:
        """The `w:num` and level of a style's paragraphs, its own or those of the styles that it is based on."""
        chain: list[str] = []
        here: str | None = style
        while here in self.styles and here not in chain:
            chain.append(here)
            here = self.styles[here].based
        num = next((self.styles[name].num for name in chain if self.styles[name].num is not None), None)
        if num is None or num not in self.nums:
            return None
        abstract = self.resolved(self.nums[num].abstract)
        linked = next((self.linked[abstract, name] for name in chain if (abstract, name) in self.linked), None)
        level = next((self.styles[name].level for name in chain if self.styles[name].level is not None), 0)
        return num, level or 0 if linked is None else linked

    def resolved(self, abstract: str) -> str:
        """The definition that has the levels: one may do no more than name the style of a list (17.9.21)."""
        style = self.by_style.get(abstract)
        if style in self.styles and self.styles[style].num in self.nums:
            return self.nums[self.styles[style].num or ""].abstract
        return abstract

    def levels(self, abstract: str, num: Num) -> tuple[Level, ...]:
        """All nine levels of a definition as a `w:num` uses it."""
        known = {**self.abstracts.get(abstract, {}), **num.levels}
        return tuple(known.get(at) or Level("", "none") for at in range(LEVELS))

    def begin_abstract(self, attributes: dict[str, str]) -> None:
        self.in_num, self.abstract = False, attributes["w:abstractNumId"]
        self.abstracts[self.abstract] = {}

    def begin_num(self, attributes: dict[str, str]) -> None:
        self.in_num, self.num = True, Num()
        self.nums[attributes["w:numId"]] = self.num

    def begin_style(self, attributes: dict[str, str]) -> None:
        self.style = NumberedStyle()
        self.styles[attributes.get("w:styleId", "")] = self.style

    def begin_level(self, attributes: dict[str, str]) -> None:
        self.level, self.level_at = Level("", start=0), int(attributes["w:ilvl"])
        known = self.num.levels if self.in_num else self.abstracts[self.abstract]
        known[self.level_at] = self.level


Handle = Callable[[_Definitions, dict[str, str]], None]
NUMBERING: Mapping[str, Handle] = MappingProxyType(
    {
        "w:abstractNum": _Definitions.begin_abstract,
        "w:num": _Definitions.begin_num,
        "w:lvl": _Definitions.begin_level,
        "w:pStyle": lambda seen, attributes: seen.linked.__setitem__((seen.abstract, attributes["w:val"]), seen.level_at),
        "w:numStyleLink": lambda seen, attributes: seen.by_style.__setitem__(seen.abstract, attributes["w:val"]),
        "w:abstractNumId": lambda seen, attributes: setattr(seen.num, "abstract", attributes["w:val"]),
        "w:lvlOverride": lambda seen, attributes: setattr(seen, "override", int(attributes["w:ilvl"])),
        "w:startOverride": lambda seen, attributes: seen.num.starts.__setitem__(seen.override, int(attributes["w:val"])),
        "w:start": lambda seen, attributes: setattr(seen.level, "start", int(attributes["w:val"])),
        "w:numFmt": lambda seen, attributes: setattr(seen.level, "kind", attributes["w:val"]),
        "w:lvlText": lambda seen, attributes: setattr(seen.level, "format", attributes.get("w:val", "")),
        "w:lvlRestart": lambda seen, attributes: setattr(seen.level, "restart", int(attributes["w:val"])),
        "w:isLgl": lambda seen, attributes: setattr(seen.level, "legal", attributes.get("w:val", "1") not in ("0", "false", "off")),
    }
)
STYLES: Mapping[str, Handle] = MappingProxyType(
    {
        "w:docDefaults": lambda seen, _: setattr(seen, "style", NumberedStyle()),  # those of no style
        "w:style": _Definitions.begin_style,
        "w:basedOn": lambda seen, attributes: setattr(seen.style, "based", attributes["w:val"]),
        "w:numId": lambda seen, attributes: setattr(seen.style, "num", attributes["w:val"]),
        "w:ilvl": lambda seen, attributes: setattr(seen.style, "level", int(attributes["w:val"])),
    }
)
