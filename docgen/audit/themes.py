"""The colours of a Word file's theme, which text and shading name (20.1.6.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.audit.colours import Colour, changed, read_colour
from docgen.word.wordml import SPACES, child, stated

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# What text calls a colour, and what the theme does where the settings do not say otherwise (17.15.1.20).
MAPPED = {"text1": "dk1", "background1": "lt1", "text2": "dk2", "background2": "lt2", "dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2"}
MAPPED |= {"hyperlink": "hlink", "followedHyperlink": "folHlink"}
SHORT = {"dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2", "hyperlink": "hlink", "followedHyperlink": "folHlink"}
SETTINGS = {"text1": "t1", "background1": "bg1", "text2": "t2", "background2": "bg2"}


class Theme:
    """Colours by their names in the theme."""

    def __init__(self, root: Element | None, settings: Element | None = None) -> None:
        self.colours: dict[str, Colour] = {}
        self.mapped = dict(MAPPED)
        scheme = child(root, "a:themeElements/a:clrScheme")
        for entry in scheme if scheme is not None else ():
            self._add(entry)
        mapping = child(settings, "clrSchemeMapping")
        for name, attribute in SETTINGS.items():
            if (said := stated(mapping, name=attribute)) in SHORT or said.startswith("accent"):
                self.mapped[name] = SHORT.get(said, said)

    def _add(self, entry: Element) -> None:
        name = str(entry.tag).removeprefix(f"{{{SPACES['a']}}}")
        for told in entry:
            colour = read_colour(told.get("lastClr") or told.get("val", ""))
            if colour is not None:
                self.colours[name] = colour

    def colour(self, element: Element | None, plain: str = "val", themed: str = "themeColor") -> Colour | None:
        """The colour that an element states; None where it states none, or leaves the choice to Word."""
        if element is None:
            return None
        if plain == "val" and element.tag.endswith("}shd"):
            plain = "color"
        name = stated(element, name=themed)
        base = self.colours.get(self.mapped.get(name, name))
        if base is None:
            return read_colour(stated(element, name=plain))
        return changed(base, stated(element, name=f"{themed.replace('Color', '')}Tint"), stated(element, name=f"{themed.replace('Color', '')}Shade"))
