"""The numbering definitions of a template (17.9): which are sound, and how they number its headings."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree
from lxml.etree import _Element as Element

from docgen.numbers import LEVELS, SHOWN, Level
from docgen.record import Record, fresh
from docgen.theme import HeadingNumbers
from docgen.word.numbering import Definitions
from docgen.word.template.editing import remove, without_extensions, written
from docgen.word.template.findings import Findings
from docgen.word.template.roles import HEADING_ROLES, Cast
from docgen.word.template.stylesheet import Style, Stylesheet
from docgen.word.template.values import AGAIN, mend_numbering
from docgen.word.wordml import child, is_on, stated, tag, value, whole

Place = tuple[str, int]


class Lists(Record):
    """The definitions by their ids; `used` are the `w:num` that something of the template names which documents have."""

    abstracts: dict[str, Element] = fresh(factory=dict)
    nums: dict[str, Element] = fresh(factory=dict)
    end: list[Element] = fresh(factory=list)
    links: dict[str, str] = fresh(factory=dict)
    used: frozenset[str] = frozenset()

    def place(self, style: Style, sheet: Stylesheet) -> Place | None:
        """The `w:num` and the 0-based level that number the paragraphs of a style; None where they have no number."""
        chain = list(sheet.chain(style))
        num = next((found for link in chain if (found := value(link.element, "pPr/numPr/numId")) is not None), None)
        if num is None or num not in self.nums:
            return None
        abstract = self.abstract(num)
        linked = {value(level, "pStyle"): whole(value(level, name="ilvl")) for level in abstract.findall(tag("lvl"))} if abstract is not None else {}
        at = next((linked[link.id] for link in chain if linked.get(link.id) is not None), None)
        if at is None:
            at = next((level for link in chain if (level := whole(value(link.element, "pPr/numPr/ilvl"))) is not None), 0)
        return num, at

    def identity(self, num: str) -> str:
        """The id of the definition that has the levels of a `w:num`: one may do no more than name the style of a list (17.9.21)."""
        named = value(self.nums[num], "abstractNumId") or ""
        return self.links.get(named, named)

    def abstract(self, num: str) -> Element | None:
        """The definition that has the levels of a `w:num`."""
        return self.abstracts.get(self.identity(num))

    def levels(self, num: str) -> tuple[Level, ...]:
        """The nine levels of a `w:num`: those of its definition, and its own where it has any."""
        abstract = self.abstract(num)
        rows = {} if abstract is None else {whole(value(row, name="ilvl")): row for row in abstract.findall(tag("lvl"))}
        starts: dict[int | None, int] = {}
        for override in self.nums[num].findall(tag("lvlOverride")):
            at = whole(value(override, name="ilvl"))
            if (row := child(override, "lvl")) is not None:
                rows[at] = row
            if (start := whole(value(override, "startOverride"))) is not None:
                starts[at] = start
        return tuple(_level(rows.get(at), starts.get(at)) for at in range(LEVELS))


def _level(row: Element | None, start: int | None) -> Level:
    if row is None:
        return Level("", "none")
    first = whole(value(row, "start")) if start is None else start
    return Level(
        value(row, "lvlText") or "",
        value(row, "numFmt") or "decimal",
        0 if first is None else first,
        whole(value(row, "lvlRestart")),
        is_on(row, "isLgl"),
    )


def read_lists(root: Element | None, sheet: Stylesheet, furniture: Iterable[Element], found: Findings) -> Lists:
    """The definitions of a numbering part, which is changed: each once, and every `w:num` that leads to one."""
    lists = Lists(used=frozenset(stated(named) for holder in (sheet.root, *furniture) for named in holder.iter(tag("numId"))))
    if root is None:
        return lists
    rows = without_extensions(root)
    mend_numbering(rows, found)
    for row in rows.findall(tag("abstractNum")):
        identity = value(row, name="abstractNumId") or ""
        if identity in lists.abstracts:
            found.mended("two of the template's numberings have the same number inside the file, so the second was left out", AGAIN)
        else:
            lists.abstracts[identity] = row
    for row in rows.findall(tag("num")):
        identity = value(row, name="numId") or ""
        if identity in lists.nums or value(row, "abstractNumId") not in lists.abstracts:
            found.mended("a numbering of the template leads nowhere, so it was left out", AGAIN)
        else:
            lists.nums[identity] = row
    _without_pictures(rows, found)
    lists.links = {identity: link for identity, row in lists.abstracts.items() if (link := _linked(row, lists, sheet)) is not None}
    lists.end = rows.findall(tag("numIdMacAtCleanup"))
    etree.cleanup_namespaces(rows)
    return lists


def _linked(row: Element, lists: Lists, sheet: Stylesheet) -> str | None:
    """The definition that a style of lists leads to."""
    style = sheet.styles.get(value(row, "numStyleLink") or "")
    num = value(style.element, "pPr/numPr/numId") if style else None
    return value(lists.nums[num], "abstractNumId") if num in lists.nums else None


def _without_pictures(rows: Element, found: Findings) -> None:
    """Bullets that are pictures become the signs that their levels name as well."""
    pictures = [*rows.iter(tag("lvlPicBulletId"))]
    for picture in pictures:
        remove(picture)
    if pictures:
        found.dropped("bullets that are pictures", "choose a sign for them in the template")


def heading_numbers(lists: Lists, cast: Cast, sheet: Stylesheet, found: Findings) -> HeadingNumbers | None:
    """How the template numbers its own headings; None where it does not, or in a way that docgen can't count."""
    styles = [cast.style(role) for role in HEADING_ROLES]
    all_places = [lists.place(style, sheet) if style else None for style in styles]
    places: list[Place | None] = [place if place and _shows(lists.levels(place[0])[place[1]]) else None for place in all_places]
    if not any(places):
        return None
    silent = {lists.identity(place[0]) for place, shown in zip(all_places, places, strict=True) if place and not shown}
    if silent & {lists.identity(place[0]) for place in places if place}:
        # Word counts such a level all the same, and starts those below it anew.
        found.mended("the template numbers some levels of its headings and not others, so docgen's numbers are used", AGAIN)
        return None
    if any(_looks_below(lists.levels(place[0])[place[1]], place[1]) for place in places if place):
        found.mended("the template numbers some levels of its headings by those below them, so docgen's numbers are used", AGAIN)
        return None
    keys = list(dict.fromkeys(lists.identity(place[0]) for place in places if place))
    shared = {key: [place[0] for place in places if place and lists.identity(place[0]) == key] for key in keys}
    used = {key: lists.levels(found[0]) for key, found in shared.items()}
    if any(_said(lists.levels(num)) != _said(used[key]) for key, found in shared.items() for num in found):
        found.mended("the template's headings share a list that they number in different ways, so docgen's numbers are used", AGAIN)
        return None
    unknown = {level.kind for levels in used.values() for level in levels if _shows(level)} - set(SHOWN)
    if unknown:
        found.mended(f"the template numbers its headings in a way that docgen can't count ({min(unknown)}), so docgen's numbers are used", AGAIN)
        return None
    lists_used = tuple(used.values())
    return HeadingNumbers(lists_used, tuple((keys.index(lists.identity(place[0])), place[1]) if place else None for place in places))


def _said(levels: tuple[Level, ...]) -> list[tuple[object, ...]]:
    return [(level.format, level.kind, level.start, level.restart, level.legal) for level in levels]


def _shows(level: Level) -> bool:
    return level.kind not in ("none", "bullet") and "%" in level.format


def _looks_below(level: Level, at: int) -> bool:
    """True where a level shows the number of one below it: nobody can tell what that is."""
    return any(f"%{other}" in level.format for other in range(at + 2, LEVELS + 1))


def definitions(lists: Lists) -> Definitions:
    """What stands before our own definitions in the numbering part: those that are used; most belong to lists in the template's own text."""
    nums = [identity for identity in lists.nums if identity in lists.used]
    named = {value(lists.nums[identity], "abstractNumId") for identity in nums} | {lists.identity(identity) for identity in nums}
    abstracts = [identity for identity in lists.abstracts if identity in named]
    return Definitions(
        "".join(written(lists.abstracts[identity]) for identity in abstracts),
        "".join(written(lists.nums[identity]) for identity in nums),
        "".join(map(written, lists.end)),
        frozenset(map(int, abstracts)),
        frozenset(number for identity in lists.used if (number := whole(identity)) is not None),  # those too that lead nowhere
    )
