"""A template's sheet of styles, mended so that it can be worked with: every style has an id, a name and a kind of its own, and ends somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from docgen.record import Record, fresh
from docgen.word.template.editing import remove
from docgen.word.template.findings import Findings
from docgen.word.template.values import mend_styles
from docgen.word.wordml import child, tag, value, whole

MOST = 4079  # Word reads no more styles
DEEPEST = 100  # styles that are based on one another; Word itself makes rows of a dozen
RELATIONS = ("basedOn", "next", "link")
AGAIN = "open the template in Word, repair the style and save it"


class Style(Record):
    """One style; `element` is its place in the part, `based` the id of the style that it is based on."""

    id: str
    name: str
    kind: str
    element: Element
    based: str | None = None

    @property
    def outline(self) -> int | None:
        """The outline level that it says itself, from 0."""
        return whole(value(self.element, "pPr/outlineLvl"))

    def write_name(self, name: str) -> None:
        """Have the part call the style so."""
        named = child(self.element, "name")
        assert named is not None  # a style without a name was left out
        named.set(tag("val"), name)


class Stylesheet(Record):
    """All styles by their ids."""

    root: Element
    styles: dict[str, Style] = fresh(factory=dict)
    names: dict[str, Style] = fresh(factory=dict)
    ids: dict[str, Style] = fresh(factory=dict)

    def named(self, name: str) -> Style | None:
        """The style of a name, whatever the case and the aliases behind it."""
        return self.names.get(name.casefold())

    def by_id(self, identity: str) -> Style | None:
        """The style of an id, whatever the case."""
        return self.styles.get(identity) or self.ids.get(identity.casefold())

    def chain(self, style: Style | None) -> Iterator[Style]:
        """A style and those that it is based on, one by one."""
        while style is not None:
            yield style
            style = self.styles.get(style.based or "")

    def inheriting(self, path: str) -> frozenset[str]:
        """The ids of all styles that have an element at a path, their own or one of those that they are based on."""
        return frozenset(style.id for style in self.styles.values() if any(child(link.element, path) is not None for link in self.chain(style)))

    def default(self, kind: str = "paragraph") -> Style | None:
        """The style of whatever names none."""
        marked = (style for style in self.styles.values() if style.kind == kind and style.element.get(tag("default")) in ("1", "true", "on"))
        return next(marked, None)

    def rename(self, style: Style, name: str) -> None:
        """Give a style a name that is free, that of a built-in style."""
        if self.named(name) is None:
            style.write_name(name)
            style.name = name
            style.element.attrib.pop(tag("customStyle"), None)
            self.names[name.casefold()] = style

    def add(self, style: Style) -> None:
        """Enter a style."""
        self.styles[style.id] = style
        self.names.setdefault(style.name.split(",")[0].strip().casefold(), style)
        self.ids.setdefault(style.id.casefold(), style)


def read_stylesheet(root: Element, found: Findings) -> Stylesheet:
    """The sheet of a part, which is mended where it has to be."""
    sheet = Stylesheet(root)
    rows = root.findall(tag("style"))
    if len(rows) > MOST:
        found.unusable(f"the template has {len(rows):,} styles; Word reads no more than {MOST:,}", "delete the styles that nobody uses")
        return sheet
    for trace in list(root.iter(tag("rsid"))):
        remove(trace)
    mend_styles(root, found)
    for row in rows:
        style = _style(row)
        if style is None or style.id in sheet.styles:
            name = f'"{style.name}" has the same name inside the file as another' if style else "one has no name"
            found.mended(f"of the template's styles, {name}, so it was left out", AGAIN)
            remove(row)
        else:
            _unlike(style, sheet, found)
            sheet.add(style)
    _mend_relations(sheet)
    _mend_circles(sheet, found)
    return sheet


def _style(row: Element) -> Style | None:
    identity, name = row.get(tag("styleId"), ""), value(row, "name") or ""
    return Style(identity, name, row.get(tag("type"), "paragraph"), row, value(row, "basedOn")) if identity and name.strip() else None


def _unlike(style: Style, sheet: Stylesheet, found: Findings) -> None:
    """Give a style another name where one before it has its own."""
    if style.name.casefold() not in sheet.names:
        return
    found.mended(f'two of the template\'s styles are called "{style.name}", so the second was renamed', AGAIN)
    number = next(number for number in range(2, MOST) if f"{style.name} {number}".casefold() not in sheet.names)
    style.name = f"{style.name} {number}"
    style.write_name(style.name)


def _mend_relations(sheet: Stylesheet) -> None:
    """Part styles from styles that are not there."""
    for style in sheet.styles.values():
        for relation in [row for row in style.element.iterchildren(*map(tag, RELATIONS)) if value(row) not in sheet.styles]:
            remove(relation)
        style.based = style.based if style.based in sheet.styles else None


def _mend_circles(sheet: Stylesheet, found: Findings) -> None:
    """Part styles from themselves, and from a row of others that has hardly an end. Each is looked at once."""
    depths: dict[str, int] = {}
    for style in sheet.styles.values():
        row: dict[str, Style] = {}
        here: Style | None = style
        while here and here.id not in depths and here.id not in row:
            row[here.id] = here
            here = sheet.styles.get(here.based or "")
        depth = depths.get(here.id, 0) if here else 0
        if here and here.id in row:
            last = list(row.values())[-1]
            _part(last)
            found.mended(f'the template\'s style "{last.name}" is based on itself, so it now stands alone', AGAIN)
        for link in reversed(row.values()):
            depth = depth + 1 if depth < DEEPEST else 1
            depths[link.id] = depth
            if depth == 1 and link.based:
                _part(link)
                found.mended(f"more than {DEEPEST} of the template's styles are based on one another in a row, which was cut", AGAIN)


def _part(style: Style) -> None:
    """Take from a style what it is based on."""
    style.based = None
    for based in style.element.findall(tag("basedOn")):
        remove(based)
