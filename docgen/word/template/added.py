"""Styles that a template lacks, from our theme: placed beside its own with ids and names that are free, and at home with them."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from lxml import etree
from lxml.etree import _Element as Element

from docgen.theme import Theme
from docgen.word.oxml import DECLARATION
from docgen.word.styles import styles
from docgen.word.template.editing import fragment, remove
from docgen.word.template.findings import Findings
from docgen.word.template.lists import Lists
from docgen.word.template.roles import HEADINGS, UNNUMBERED, Cast
from docgen.word.template.sheet import Sheet, Style
from docgen.word.wordml import child, tag, value

# Where a number stands among the properties of a paragraph (17.3.1.26): behind these.
BEFORE_NUMBER = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
BEFORE_INDENT = (*BEFORE_NUMBER, "numPr", "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct",
                 "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing")  # fmt: skip
BEFORE_JUSTIFICATION = (*BEFORE_INDENT, "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap")
BEFORE_OUTLINE = (*BEFORE_JUSTIFICATION, "jc", "textDirection", "textAlignment", "textboxTightWrap")
BEFORE_PROPERTIES = ("name", "aliases", "basedOn", "next", "link", "autoRedefine", "hidden", "uiPriority", "semiHidden", "unhideWhenUsed", "qFormat",
                     "locked", "personal", "personalCompose", "personalReply", "rsid")  # fmt: skip
# What a first line must not inherit: text in tables, lists and covers begins where its column does.
RUNNING_TEXT = frozenset(("BodyText", "ListContinue"))


def own_sheet(theme: Theme, language: str, code_styles: Iterable[str] = ()) -> Sheet:
    """Our own sheet of styles in the looks of a theme."""
    sheet = Sheet(etree.fromstring(styles(theme, language, code_styles).removeprefix(DECLARATION)))
    for row in sheet.root.findall(tag("style")):
        sheet.add(Style(row.get(tag("styleId"), ""), value(row, "name") or "", row.get(tag("type"), ""), row))
    return sheet


def complete(sheet: Sheet, own: Sheet, cast: Cast, numbers: dict[int, int]) -> dict[str, str]:
    """Add to a template's sheet whoever is missing; the id of every role. `numbers` has the ids of our own `w:num`."""
    ids = {role: style.id for role, style in cast.played.items()}
    for role in own.styles:
        if role not in ids:
            ids[role] = _free(role, sheet)
            sheet.ids.setdefault(ids[role].casefold(), own.styles[role])
    for role, style in own.styles.items():
        if role not in cast.played:
            made = _adapted(style, ids, sheet, numbers)
            sheet.root.append(made)
            sheet.styles[ids[role]] = Style(ids[role], style.name, style.kind, made)
    return ids


def _free(role: str, sheet: Sheet) -> str:
    """An id that no style of the template has."""
    return role if sheet.by_id(role) is None else next(name for at in range(1, 9999) if sheet.by_id(name := f"{role}Docgen{at}") is None)


def _adapted(style: Style, ids: dict[str, str], sheet: Sheet, numbers: dict[int, int]) -> Element:
    """One of our styles with the ids of the package that it is to stand in."""
    element = deepcopy(style.element)
    element.set(tag("styleId"), ids[style.id])
    if sheet.default(style.kind) is not None:
        element.attrib.pop(tag("default"), None)
    if sheet.named(style.name) is not None:
        _rename(element, style, sheet)
    for relation in ("basedOn", "next", "link"):
        other = child(element, relation)
        if other is not None:
            other.set(tag("val"), ids.get(value(other) or "", value(other) or ""))
    number = child(element, "pPr/numPr/numId")
    if number is not None and value(number) != "0":
        number.set(tag("val"), str(numbers[int(value(number) or 0)]))
    if style.id.startswith("TOC"):
        _without_stops(element)
    if style.kind == "paragraph" and style.id not in RUNNING_TEXT and style.based == "Normal":
        _flush(element, sheet)
    return element


def _without_stops(element: Element) -> None:
    """Take the tab stops from an entry of the contents: a template's numbers may be wider than ours, so each entry has stops of its own."""
    stops = child(element, "pPr/tabs")
    if stops is not None:
        remove(stops)


def _rename(element: Element, style: Style, sheet: Sheet) -> None:
    """Another name for a style whose own a style of another kind has; it is then no built-in one."""
    named = child(element, "name")
    assert named is not None
    name = next(name for at in range(1, 9999) if sheet.named(name := f"{style.name} (docgen{'' if at == 1 else f' {at}'})") is None)
    named.set(tag("val"), name)
    element.set(tag("customStyle"), "1")


def _flush(element: Element, sheet: Sheet) -> None:
    """Keep a style from the indentation and justification that the template gives its running text."""
    inherited = [found for link in sheet.chain(sheet.default()) if (found := child(link.element, "pPr")) is not None]
    inherited += [found for found in [child(sheet.root, "docDefaults/pPrDefault/pPr")] if found is not None]
    sides = {name for found in inherited for name in (child(found, "ind").attrib if child(found, "ind") is not None else {})}  # type: ignore[union-attr]
    if sides:
        indent = child(element, "pPr/ind")
        if indent is None:
            indent = place(properties(element), fragment("<w:ind/>")[0], BEFORE_INDENT)
        for name in sorted(sides):
            _zero(indent, str(name))
    if any(value(found, "jc") in ("both", "distribute", "center", "right", "end") for found in inherited) and child(element, "pPr/jc") is None:
        place(properties(element), fragment('<w:jc w:val="left"/>')[0], BEFORE_JUSTIFICATION)


def _zero(indent: Element, name: str) -> None:
    """Set one side to nothing where the style has none of its own; a hanging line and an indented one exclude each other."""
    if name in (tag("firstLine"), tag("hanging")) and (tag("hanging") in indent.attrib or tag("firstLine") in indent.attrib):
        return
    side = tag("firstLine") if name == tag("hanging") else name
    indent.set(side, indent.get(side, "0"))


def properties(style: Element) -> Element:
    """The properties of a style's paragraphs, made where it has none."""
    found = child(style, "pPr")
    return found if found is not None else place(style, fragment("<w:pPr/>")[0], BEFORE_PROPERTIES)


def place(parent: Element, element: Element, before: tuple[str, ...]) -> Element:
    """Put an element in its place: behind all whose names stand before it in the schema."""
    known = {tag(name) for name in before}
    at = next((len(parent) - index for index, other in enumerate(reversed(parent)) if other.tag in known), 0)
    parent.insert(at, element)
    return element


def link_headings(cast: Cast, sheet: Sheet, theme: Theme, number: int) -> None:
    """Give the template's headings, which have no numbers of their own, those of docgen."""
    depth = min(theme.heading_depth, len(theme.heading_numbering))
    for level, role in enumerate(HEADINGS):
        style = cast.style(role)
        if style is None:
            continue
        without_number(style)
        if level < depth:
            xml = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
            place(properties(style.element), fragment(xml)[0], BEFORE_NUMBER)
    numbered = {style.id for role in HEADINGS[:depth] if (style := cast.style(role))}
    for role, style in cast.played.items():
        if role not in HEADINGS[:depth] and any(link.id in numbered for link in sheet.chain(style)):
            set_unnumbered(style)


def mark_outline(cast: Cast, sheet: Sheet) -> None:
    """See that every style of a heading says its level, by which screen readers and lists of contents find it, and that no other does."""
    for level, role in enumerate(HEADINGS):
        heading = cast.style(role)
        if heading and not any(link.outline is not None for link in sheet.chain(heading)):
            place(properties(heading.element), fragment(f'<w:outlineLvl w:val="{level}"/>')[0], BEFORE_OUTLINE)
    for role, style in cast.played.items():
        outline = next((link.outline for link in sheet.chain(style) if link.outline is not None), None)
        if role not in HEADINGS and role != "FrontHeading" and outline is not None and outline < len(HEADINGS):
            for said in style.element.findall(f"{tag('pPr')}/{tag('outlineLvl')}"):
                remove(said)
            place(properties(style.element), fragment('<w:outlineLvl w:val="9"/>')[0], BEFORE_OUTLINE)


def set_unnumbered(style: Style) -> None:
    """Let a style have no number, whatever it is based on."""
    without_number(style)
    place(properties(style.element), fragment('<w:numPr><w:numId w:val="0"/></w:numPr>')[0], BEFORE_NUMBER)


def without_number(style: Style) -> None:
    """Take the number from a style."""
    found = child(style.element, "pPr/numPr")
    if found is not None:
        remove(found)


def without_second_numbers(cast: Cast, lists: Lists, sheet: Sheet, found: Findings) -> None:
    """Take numbers from styles whose paragraphs docgen numbers itself, or whose text has none: an entry of the contents says its number already."""
    for role, style in cast.played.items():
        chosen = role in cast.chosen and not role.startswith(("TOC", "Caption"))
        if role in UNNUMBERED and not chosen and lists.place(style, sheet):
            set_unnumbered(style)
            found.mended(f'the template\'s style "{style.name}" has numbers, which were taken from it so that nothing is numbered twice', "remove the numbering from the style")


