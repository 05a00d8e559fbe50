"""The looks of a template as a Theme, so that styles which docgen adds are at home in it."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy

from lxml.etree import _Element as Element

from docgen.colour import LEAST, WHITE, contrast, nearest_passing
from docgen.record import Record, fresh
from docgen.theme import Theme
from docgen.word.template.roles import Cast
from docgen.word.template.stylesheet import Style, Stylesheet
from docgen.word.wordml import child, tag, value, whole

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SIZES = range(12, 61)  # half-points of body text that anybody can read
LARGE = 24  # half-points: where body text is larger, tables and small print need not be
# What the colours of a theme are called in a document (17.18.97), where its settings do not map them otherwise.
SLOTS = {"background1": "lt1", "text1": "dk1", "background2": "lt2", "text2": "dk2", "light1": "lt1", "dark1": "dk1", "light2": "lt2", "dark2": "dk2",
         "hyperlink": "hlink", "followedHyperlink": "folHlink"}  # fmt: skip


class Palette(Record):
    """The colours and fonts of a theme part."""

    colours: dict[str, str] = fresh(factory=dict)
    fonts: dict[str, str] = fresh(factory=dict)

    def colour(self, element: Element | None) -> str | None:
        """The colour that an element names, as six digits; None for none or `auto`."""
        if element is None:
            return None
        slot = element.get(tag("themeColor"))
        base = self.colours.get(SLOTS.get(slot, slot)) if slot else value(element)
        if base is None or not _is_colour(base):
            return None
        return _changed(base.lower(), element.get(tag("themeTint")), element.get(tag("themeShade")))


def _is_colour(text: str) -> bool:
    return len(text) == 6 and set(text.lower()) <= set("0123456789abcdef")


def _changed(colour: str, tint: str | None, shade: str | None) -> str:
    """A colour made lighter by a tint or darker by a shade, each of 255 in hexadecimal."""
    parts = [int(colour[at : at + 2], 16) for at in (0, 2, 4)]
    if tint:
        part = int(tint, 16) / 255
        parts = [round(255 - (255 - one) * part) for one in parts]
    if shade:
        part = int(shade, 16) / 255
        parts = [round(one * part) for one in parts]
    return "".join(f"{one:02x}" for one in parts)


def read_palette(root: Element | None) -> Palette:
    """The palette of a theme part."""
    palette = Palette()
    for scheme in root.iter(f"{A}clrScheme") if root is not None else ():
        for slot in scheme:
            shown = next((colour.get("lastClr") or colour.get("val") or "" for colour in slot), "")
            palette.colours[str(slot.tag).removeprefix(A)] = shown
    for kind in ("major", "minor"):
        font = root.find(f".//{A}{kind}Font/{A}latin") if root is not None else None
        if font is not None and font.get("typeface"):
            palette.fonts[kind] = font.get("typeface", "")
    return palette


def mixed(colour: str, part: float) -> str:
    """A colour on white, of which `part` is left."""
    return _changed(colour, f"{round(255 * part):02x}", None)


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

    def colour(self, style: Style | None) -> str | None:
        """The colour of a style's text where it has one that can be read on white."""
        colour = next((colour for found in self._properties(style, "rPr") if (colour := self.palette.colour(child(found, "color")))), None)
        return colour if colour and contrast(colour) >= LEAST else None

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
    made.cover_band = ""  # Its title has a look of its own, and half of a band would be nobody's.
    made.body_font = looks.font(normal) or "Times New Roman"
    made.heading_font = (looks.font(heading) if heading else None) or made.body_font
    size = looks.size(body) or 20
    made.size = min(size, LARGE) if size in SIZES else theme.size
    made.text = looks.colour(normal) or "000000"
    accent = looks.palette.colours.get("accent1", "").lower()
    accent = accent if _is_colour(accent) and contrast(accent) >= LEAST else ""
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
