"""The palette of a Word file: the colours and fonts of its theme, which text and shading name (20.1.6). Colours are six hexadecimal digits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.colour import is_colour, themed
from docgen.word.wordml import SPACES, child, stated

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# What text calls a colour, and what the theme does where the settings do not say otherwise (17.15.1.20).
SHORT = {"dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2", "hyperlink": "hlink", "followedHyperlink": "folHlink"}
MAPPED = {"text1": "dk1", "background1": "lt1", "text2": "dk2", "background2": "lt2", **SHORT}
SETTINGS = {"text1": "t1", "background1": "bg1", "text2": "t2", "background2": "bg2"}


class Palette:
    """Colours by their names in the theme, and the font of its headings (`major`) and of its text (`minor`)."""

    def __init__(self, root: Element | None, settings: Element | None = None) -> None:
        self.colours: dict[str, str] = {}
        self.fonts: dict[str, str] = {}
        self.mapped = dict(MAPPED)
        scheme = child(root, "a:themeElements/a:clrScheme")
        for entry in scheme if scheme is not None else ():
            self._add(entry)
        for kind in ("major", "minor"):
            font = child(root, f"a:themeElements/a:fontScheme/a:{kind}Font/a:latin")
            if font is not None and font.get("typeface"):
                self.fonts[kind] = font.get("typeface", "")
        mapping = child(settings, "clrSchemeMapping")
        for name, attribute in SETTINGS.items():
            if (said := stated(mapping, name=attribute)) in SHORT or said.startswith("accent"):
                self.mapped[name] = SHORT.get(said, said)

    def _add(self, entry: Element) -> None:
        name = str(entry.tag).removeprefix(f"{{{SPACES['a']}}}")
        for told in entry:
            colour = told.get("lastClr") or told.get("val", "")
            if is_colour(colour):
                self.colours[name] = colour.upper()

    def colour(self, element: Element | None, plain: str = "val", slot: str = "themeColor") -> str | None:
        """The colour that an element states; None where it states none, or leaves the choice to Word."""
        if element is None:
            return None
        if plain == "val" and element.tag.endswith("}shd"):
            plain = "color"
        name = stated(element, name=slot)
        base = self.colours.get(self.mapped.get(name, name))
        if base is None:
            said = stated(element, name=plain)
            return said.upper() if is_colour(said) else None
        prefix = slot.replace("Color", "")
        return themed(base, stated(element, name=f"{prefix}Tint"), stated(element, name=f"{prefix}Shade"))

    def fill(self, shade: Element) -> str | None:
        """The colour that a shading without a pattern has (17.3.5); None where it shows what lies behind it."""
        return self.colour(shade, "fill", "themeFill")
