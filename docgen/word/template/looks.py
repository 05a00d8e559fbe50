"""The looks of a template as a Theme, so that styles which docgen adds are at home in it."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy

from lxml.etree import _Element as Element

from docgen.colour import LEAST, WHITE, contrast, least_of, nearest_passing, parts
from docgen.record import Record
from docgen.theme import Theme
from docgen.word.palette import Palette
from docgen.word.template.findings import Findings
from docgen.word.template.roles import Cast
from docgen.word.template.stylesheet import Style, Stylesheet
from docgen.word.wordml import child, is_on, stated, tag, value, whole

SIZES = range(12, 61)  # half-points of body text that anybody can read
# Roles on whose ground something else decides: a header's picture, the colour of a table's first row; with a cover or a table of the template's own, more.
ELSEWHERE = frozenset(("Header", "HeaderLink", "Footer", "Marking", "TableHeading", "TableSmallHeading", "DocgenTable"))
COVER = frozenset(("Partnership", "Title", "Subtitle", "CoverDetail"))
IN_TABLES = frozenset(("TableText", "TableSmall"))
SIZED = ("TableText", "TableHeading", "TableSmall", "TableSmallHeading")
SIZE = 20  # half-points, where a template says nothing
NAMED = 3  # styles that a finding names
LARGE = 24  # half-points: where body text is larger, tables and small print need not be


def mixed(colour: str, part: float) -> str:
    """A colour on white, of which `part` is left."""
    return "".join(f"{round(255 - (255 - one) * part):02X}" for one in parts(colour))


class Inherited(Record):
    """Asks the styles of a template what a style inherits."""

    sheet: Stylesheet
    palette: Palette

    def _properties(self, style: Style | None, kind: str) -> Iterator[Element]:
        """The properties of a style and those that it is based on, then the defaults."""
        for link in self.sheet.chain(style):
            if (found := child(link.element, kind)) is not None:
                yield found
        if (found := child(self.sheet.root, f"docDefaults/{kind}Default/{kind}")) is not None:
            yield found

    def font(self, style: Style | None) -> str | None:
        """The font of a style for Latin text."""
        for properties in self._properties(style, "rPr"):
            fonts = child(properties, "rFonts")
            if fonts is None:
                continue
            named = fonts.get(tag("asciiTheme")) or ""
            font = self.palette.fonts.get(named[:5]) if named else fonts.get(tag("ascii")) or fonts.get(tag("hAnsi"))
            if font:
                return font
        return None

    def size(self, style: Style | None) -> int | None:
        """The size of a style in half-points."""
        return next((size for found in self._properties(style, "rPr") if (size := whole(value(found, "sz"))) is not None), None)

    def letters(self, style: Style | None) -> str | None:
        """The colour of a style's text; None where it leaves the choice to Word."""
        said = (colour for found in self._properties(style, "rPr") if (colour := child(found, "color")) is not None)
        return self.palette.colour(next(said, None))

    def colour(self, style: Style | None) -> str | None:
        """The colour of a style's text where it has one that can be read on white."""
        colour = self.letters(style)
        return colour if colour and contrast(colour) >= LEAST else None

    def ground(self, style: Style) -> str | None:
        """The colour on which the text of a style stands; None for a pattern or a pen, of which docgen makes no picture."""
        for kind in ("rPr", "pPr"):
            for found in self._properties(style, kind):
                shade = child(found, "shd")
                if child(found, "highlight") is not None or (shade is not None and stated(shade) not in ("", "clear", "nil")):
                    return None
                if shade is not None:
                    return self.palette.fill(shade) or WHITE
        return WHITE

    def bold(self, style: Style) -> bool:
        """True where the text of a style is bold."""
        said = (mark for found in self._properties(style, "rPr") if (mark := child(found, "b")) is not None)
        return is_on(next(said, None))

    def spacing(self, style: Style | None, name: str) -> int | None:
        """A distance of a style: `after`, or `line` where it is counted in lines."""
        for found in self._properties(style, "pPr"):
            spacing = child(found, "spacing")
            number = whole(spacing.get(tag(name))) if spacing is not None else None
            if spacing is not None and number is not None:
                return number if name != "line" or spacing.get(tag("lineRule"), "auto") == "auto" else None
        return None


def dressed(theme: Theme, looks: Inherited, cast: Cast) -> Theme:
    """The theme with what the template says in its place."""
    normal, heading = looks.sheet.default(), cast.style("Heading1")
    body = cast.style("BodyText") or normal
    made = copy(theme)
    made.own_font = True
    made.own_sizes = {role: size for role in SIZED if (size := looks.size(cast.style(role)) if role in cast.played else None)}
    made.cover_band = ""  # Its title has a look of its own, and half of a band would be nobody's.
    made.body_font = looks.font(normal) or "Times New Roman"
    made.heading_font = (looks.font(heading) if heading else None) or made.body_font
    size = looks.size(body) or SIZE
    made.size = min(size, LARGE) if size in SIZES else theme.size
    made.text = looks.colour(normal) or "000000"
    accent = looks.palette.colours.get("accent1", "")
    accent = accent if accent and contrast(accent) >= LEAST else ""
    made.heading = (looks.colour(heading) if heading else None) or accent or made.text
    accent = accent or made.heading
    made.table_header = made.box = ground = mixed(accent, 0.12)
    made.rule = mixed(accent, 0.45)
    # Letters on white alone may do with less than on such a ground.
    made.accent = nearest_passing(accent, [WHITE, ground]) or made.text
    made.table_header_text = nearest_passing(made.heading, [ground]) or made.text
    after, line = looks.spacing(body, "after"), looks.spacing(body, "line")
    made.after = after if after is not None and 40 <= after <= 400 else theme.after
    made.line = line if line is not None and 200 <= line <= 480 else theme.line
    return made


def tell_of_colours(looks: Inherited, cast: Cast, has_cover: bool, found: Findings) -> None:
    """A finding for each pair of colours in which styles have letters that are hard to read where the document uses them."""
    elsewhere = {*ELSEWHERE, *(COVER if has_cover else ()), *(IN_TABLES if "DocgenTable" in cast.played else ())}
    faint: dict[tuple[str, str, float], list[str]] = {}
    for style in (style for role, style in cast.played.items() if role not in elsewhere):
        letters = looks.letters(style)
        ground = looks.ground(style) if letters else None
        if not letters or not ground or contrast(letters, ground) >= LEAST:
            continue
        least = least_of(looks.size(style) or SIZE, looks.bold(style))
        if contrast(letters, ground) < least:
            faint.setdefault((letters, ground, least), []).append(f'"{style.name}"')
    for (letters, ground, least), names in faint.items():
        measured = f"#{letters} on #{ground}, a contrast of {contrast(letters, ground):.1f} to 1 where {least:g} are needed"
        named = ", ".join(names[:NAMED]) + (f" and {len(names) - NAMED} more" if len(names) > NAMED else "")
        hint = "choose a darker or lighter colour for " + ("it" if len(names) == 1 else "them") + " in the template"
        found.guessed(f"text in the template's style{'s' if len(names) > 1 else ''} {named} is hard to read: {measured}", hint)
