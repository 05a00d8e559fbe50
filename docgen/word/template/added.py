"""Styles that a template lacks, from our theme: placed beside its own with ids and names that are free, and at home with them."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element

from docgen.theme import Theme
from docgen.word.oxml import DECLARATION
from docgen.word.styles import styles
from docgen.word.template.editing import fragment, remove
from docgen.word.template.findings import Findings
from docgen.word.template.lists import Lists
from docgen.word.template.roles import HEADING_ROLES, UNNUMBERED, Cast
from docgen.word.template.stylesheet import Style, Stylesheet
from docgen.word.wordml import child, tag, value

# Where a number stands among the properties of a paragraph (17.3.1.26): behind these.
BEFORE_NUMBER = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
BEFORE_INDENT = (*BEFORE_NUMBER, "numPr", "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct",
                 "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing")  # fmt: skip
BEFORE_JUSTIFICATION = (*BEFORE_INDENT, "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap")
BEFORE_OUTLINE = (*BEFORE_JUSTIFICATION, "jc", "textDirection", "textAlignment", "textboxTightWrap")
BEFORE_PROPERTIES = ("name", "aliases", "basedOn", "next", "link", "autoRedefine", "hidden", "uiPriority", "semiHidden", "unhideWhenUsed", "qFormat",
                     "locked", "personal", "personalCompose", "personalReply", "rsid")  # fmt: skip
# Roles whose paragraphs say their numbers, or that they have none, themselves.
NUMBERED_ON_THE_SPOT = frozenset(("FrontHeading", "ListBullet", "ListNumber", "Recommendation"))
# What a first line must not inherit: text in tables, lists and covers begins where its column does.
RUNNING_TEXT = frozenset(("BodyText", "ListContinue"))


def own_stylesheet(theme: Theme, language: str) -> Stylesheet:
    """Our own sheet of styles in the looks of a theme."""
    sheet = Stylesheet(etree.fromstring(styles(theme, language).removeprefix(DECLARATION)))
    for row in sheet.root.findall(tag("style")):
        sheet.add(Style(row.get(tag("styleId"), ""), value(row, "name") or "", row.get(tag("type"), ""), row, value(row, "basedOn")))
    return sheet


def complete(sheet: Stylesheet, own: Stylesheet, cast: Cast, numbers: dict[int, int]) -> dict[str, str]:
    """Move whoever is missing from our own sheet to a template's; the id of every role. `numbers` has the ids of our own `w:num`."""
    ids = {role: style.id for role, style in cast.played.items()}
    for role in own.styles:
        if role not in ids:
            ids[role] = free_id(role, sheet)
            sheet.ids.setdefault(ids[role].casefold(), own.styles[role])
    defaults = {style.kind for style in own.styles.values() if sheet.default(style.kind) is not None}
    running = _running_text(sheet)
    for role, style in own.styles.items():
        if role not in cast.played:
            if style.kind == "paragraph" and style.id not in RUNNING_TEXT and style.based == "Normal":
                _flush(style.element, running)
            if style.kind in defaults:
                style.element.attrib.pop(tag("default"), None)
            _adapt(style, ids, sheet, numbers)
            sheet.root.append(style.element)
            sheet.styles[ids[role]] = Style(ids[role], style.name, style.kind, style.element, value(style.element, "basedOn"))
    return ids


def free_id(role: str, sheet: Stylesheet) -> str:
    """An id that no style of the template has."""
    return role if sheet.by_id(role) is None else next(name for at in range(1, 9999) if sheet.by_id(name := f"{role}Docgen{at}") is None)


def free_name(name: str, sheet: Stylesheet) -> str:
    """A name that no style of the template has."""
    return next(tried for at in range(9999) if sheet.named(tried := f"{name} (docgen{f' {at}' if at > 1 else ''})" if at else name) is None)


def _adapt(style: Style, ids: dict[str, str], sheet: Stylesheet, numbers: dict[int, int]) -> None:
    """Give one of our styles the ids of the package that it is to stand in."""
    element = style.element
    element.set(tag("styleId"), ids[style.id])
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


def _without_stops(element: Element) -> None:
    """Take the tab stops from an entry of the contents: a template's numbers may be wider than ours, so each entry has stops of its own."""
    stops = child(element, "pPr/tabs")
    if stops is not None:
        remove(stops)


def _rename(element: Element, style: Style, sheet: Stylesheet) -> None:
    """Another name for a style whose own a style of another kind has; it is then no built-in one."""
    named = child(element, "name")
    assert named is not None
    named.set(tag("val"), free_name(style.name, sheet))
    element.set(tag("customStyle"), "1")


def _running_text(sheet: Stylesheet) -> tuple[list[str], bool]:
    """On which sides the template indents its running text, as the names of attributes, and whether it is not aligned on the left."""
    inherited = [child(link.element, "pPr") for link in sheet.chain(sheet.default())] + [child(sheet.root, "docDefaults/pPrDefault/pPr")]
    indents = [indent for found in inherited if (indent := child(found, "ind")) is not None]
    sides = sorted({str(name) for indent in indents for name in indent.attrib})
    return sides, any(value(found, "jc") in ("both", "distribute", "center", "right", "end") for found in inherited)


def _flush(element: Element, running: tuple[list[str], bool]) -> None:
    """Keep a style from the indentation and justification that the template gives its running text."""
    sides, justified = running
    if sides:
        indent = child(element, "pPr/ind")
        if indent is None:
            indent = place(properties(element), fragment("<w:ind/>")[0], BEFORE_INDENT)
        for name in sides:
            _zero(indent, name)
    if justified and child(element, "pPr/jc") is None:
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


def link_headings(cast: Cast, sheet: Stylesheet, theme: Theme, number: int) -> None:
    """Give the template's headings, which have no numbers of their own, those of docgen."""
    depth = min(theme.heading_depth, len(theme.heading_numbering))
    for level, role in enumerate(HEADING_ROLES):
        style = cast.style(role)
        if style is None:
            continue
        without_number(style)
        if level < depth:
            xml = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
            place(properties(style.element), fragment(xml)[0], BEFORE_NUMBER)
    numbered = {style.id for role in HEADING_ROLES[:depth] if (style := cast.style(role))}
    for role, style in cast.played.items():
        if role not in HEADING_ROLES[:depth] and any(link.id in numbered for link in sheet.chain(style)):
            set_unnumbered(style)


def mark_outline(cast: Cast, sheet: Stylesheet) -> None:
    """See that every style of a heading says its level, by which screen readers and lists of contents find it, and that no other does."""
    for level, role in enumerate(HEADING_ROLES):
        heading = cast.style(role)
        if heading and not any(link.outline is not None for link in sheet.chain(heading)):
            place(properties(heading.element), fragment(f'<w:outlineLvl w:val="{level}"/>')[0], BEFORE_OUTLINE)
    for role, style in cast.played.items():
        outline = next((link.outline for link in sheet.chain(style) if link.outline is not None), None)
        if role not in HEADING_ROLES and role != "FrontHeading" and outline is not None and outline < len(HEADING_ROLES):
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


def without_second_numbers(cast: Cast, lists: Lists, sheet: Stylesheet, found: Findings) -> None:
    """Take numbers from styles whose paragraphs docgen numbers itself, or whose text has none: an entry of the contents says its number already.

    And from those that are numbered with the headings, which would then be counted on by them.
    """
    places = [lists.place(style, sheet) for role in HEADING_ROLES if (style := cast.style(role))]
    headings = {lists.identity(place[0]) for place in places if place}
    for role, style in cast.played.items():
        place = None if role in HEADING_ROLES or role in NUMBERED_ON_THE_SPOT else lists.place(style, sheet)
        chosen = role in cast.chosen and not role.startswith(("TOC", "Caption"))
        if place and role in UNNUMBERED and not chosen:
            set_unnumbered(style)
            found.mended(f'the template\'s style "{style.name}" has numbers, which were taken from it so that nothing is numbered twice', "remove the numbering from the style")
        elif place and lists.identity(place[0]) in headings:
            set_unnumbered(style)
            found.mended(f'the template\'s style "{style.name}" is numbered together with its headings, so its numbers were taken from it', "give it a list of its own")
