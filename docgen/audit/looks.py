"""How a run of text looks once all is put together: defaults, table style, paragraph style, character style, and what is set on the spot."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docgen.audit.colours import BLACK, HIGHLIGHTS, WHITE, Colour, mixed, read_colour
from docgen.audit.story import Paragraph, Run
from docgen.audit.styles import CHARACTER, PARAGRAPH, Styles, as_level
from docgen.audit.table_looks import TableLooks
from docgen.audit.themes import Theme
from docgen.audit.wordml import child, is_on, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

SIZE = 20  # half-points, where a file says nothing


class Look(NamedTuple):
    """A run's looks; `colour` is None where Word chooses black or white by what lies behind."""

    colour: Colour | None
    behind: Colour
    half_points: int
    bold: bool
    slanted: bool
    underlined: bool
    font: str
    style: str
    hidden: bool


class Looks:
    """The looks of runs and what paragraphs inherit, each style worked out once."""

    def __init__(self, styles: Styles, theme: Theme, page: Colour = WHITE) -> None:
        self.styles = styles
        self.theme = theme
        self.page = page
        self.tables = TableLooks(styles)
        self.known: dict[tuple[object, ...], Look] = {}

    def style_name(self, paragraph: Paragraph) -> str:
        """The name of a paragraph's style in small letters."""
        chain = self.styles.chain(PARAGRAPH, paragraph.style)
        return chain[0].name if chain else ""

    def property(self, paragraph: Paragraph, name: str) -> Element | None:
        """A property of a paragraph: its own, else of its style."""
        own = child(paragraph.properties, name)
        return own if own is not None else self.styles.inherited(PARAGRAPH, paragraph.style, "w:pPr", name)

    def level(self, paragraph: Paragraph) -> int | None:
        """The heading level of a paragraph, from 1."""
        own = child(paragraph.properties, "w:outlineLvl")
        return as_level(own) if own is not None else self.styles.heading_level(paragraph.style)

    def is_listed(self, paragraph: Paragraph) -> bool:
        """True where Word itself puts a sign or a number before a paragraph."""
        mark = self.property(paragraph, "w:numPr")
        return mark is not None and value(child(mark, "w:numId")) != "0"

    def has_border(self, paragraph: Paragraph) -> bool:
        """True where a line is drawn around or beside a paragraph."""
        borders = self.property(paragraph, "w:pBdr")
        return borders is not None and any(value(edge) not in ("", "nil", "none") for edge in borders)

    def is_bold_style(self, paragraph: Paragraph) -> bool:
        """True where the style of a paragraph makes it bold."""
        return is_on(self.styles.inherited(PARAGRAPH, paragraph.style, "w:rPr", "w:b"))

    def look(self, run: Run, paragraph: Paragraph) -> Look:
        """How a run looks."""
        said = () if run.properties is None else tuple((part.tag, *part.items()) for part in run.properties)
        shade = child(paragraph.properties, "w:shd")
        own = () if shade is None else tuple(shade.items())
        key = (said, paragraph.style, own, self.tables.key(paragraph.cell))
        if key not in self.known:
            self.known[key] = self._look(run, paragraph)
        return self.known[key]

    def _look(self, run: Run, paragraph: Paragraph) -> Look:
        layers = self._layers(run, paragraph)
        colour = _first(layers, "w:color")
        underline = value(_first(layers, "w:u"))
        return Look(
            self.theme.colour(colour),
            self._behind(layers, paragraph),
            number(value(_first(layers, "w:sz")), SIZE),
            self._switch(run, paragraph, "w:b"),
            self._switch(run, paragraph, "w:i"),
            underline not in ("", "none"),
            "|".join(value(_first(layers, "w:rFonts"), name) for name in ("w:ascii", "w:asciiTheme")),
            value(child(run.properties, "w:rStyle")),
            self._switch(run, paragraph, "w:vanish") or self._switch(run, paragraph, "w:webHidden"),
        )

    def _layers(self, run: Run, paragraph: Paragraph) -> list[Element]:
        """All properties that bear on a run, the strongest first (17.7.2)."""
        character = self.styles.chain(CHARACTER, value(child(run.properties, "w:rStyle")))
        plain = self.styles.chain(PARAGRAPH, paragraph.style)
        found = [run.properties, *(child(style.element, "w:rPr") for style in (*character, *plain))]
        if paragraph.cell:
            found += self.tables.runs(paragraph.cell)
        return [layer for layer in (*found, self.styles.run_defaults) if layer is not None]

    def _switch(self, run: Run, paragraph: Paragraph, name: str) -> bool:
        """A property that is on or off; set by two styles it is off again (17.7.3)."""
        own = child(run.properties, name)
        if own is not None:
            return is_on(own)
        character = self.styles.inherited(CHARACTER, value(child(run.properties, "w:rStyle")), "w:rPr", name)
        plain = self.styles.inherited(PARAGRAPH, paragraph.style, "w:rPr", name)
        table = _first(self.tables.runs(paragraph.cell), name) if paragraph.cell else None
        set_by = sum(is_on(found) for found in (character, plain, table))
        return set_by % 2 == 1 or is_on(child(self.styles.run_defaults, name))

    def _behind(self, layers: list[Element], paragraph: Paragraph) -> Colour:
        """What lies behind a run: its own pen or shading, else the paragraph's, the cell's, the page."""
        pen = read_colour(HIGHLIGHTS.get(value(_first(layers, "w:highlight")), ""))
        if pen is not None:
            return pen
        shades = [_first(layers, "w:shd"), self.property(paragraph, "w:shd"), *self.tables.shades(paragraph.cell)]
        return next((found for shade in shades if (found := self.filled(shade)) is not None), self.page)

    def filled(self, shade: Element | None) -> Colour | None:
        """The colour of a shading (17.3.5); None where it shows what lies behind it."""
        if shade is None:
            return None
        pattern = value(shade)
        back = self.theme.colour(shade, "w:fill", "w:themeFill")
        if pattern.startswith("pct") or pattern == "solid":
            front = self.theme.colour(shade) or BLACK
            share = 1.0 if pattern == "solid" else number(pattern[3:], 0) / 100
            return mixed(front, back or WHITE, min(share, 1.0))
        return back


def _first(layers: list[Element], name: str) -> Element | None:
    return next((found for layer in layers if (found := child(layer, name)) is not None), None)
