"""How a run of text looks once all is put together: defaults, table style, paragraph style, character style, and what is set on the spot."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docgen.audit.colours import BLACK, HIGHLIGHTS, WHITE, Colour, mixed, read_colour
from docgen.audit.story import Paragraph, Run
from docgen.audit.styles import CHARACTER, PARAGRAPH, TABLE, Styles, as_level
from docgen.audit.table_looks import TableLooks
from docgen.word.palette import Palette
from docgen.word.wordml import child, is_on, stated, tag, whole

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Properties = dict[str, "Element"]
Layers = tuple[Properties, ...]
SIZE = 20  # half-points, where a file says nothing


class Look(NamedTuple):
    """A run's looks; `colour` is None where Word chooses black or white by what lies behind. `source` is the name of the style that gives the colour.

    It is empty where the colour, or what lies behind, was set on the spot, and where no style gives one.
    """

    colour: Colour | None
    behind: Colour
    half_points: int
    bold: bool
    slanted: bool
    underlined: bool
    font: str
    style: str
    hidden: bool
    source: str = ""


class Looks:
    """The looks of runs and what paragraphs inherit, each style worked out once."""

    def __init__(self, styles: Styles, palette: Palette, page: Colour = WHITE) -> None:
        self.styles = styles
        self.palette = palette
        self.page = page
        self.tables = TableLooks(styles)
        self.known: dict[tuple[object, ...], Look] = {}
        self.said: dict[tuple[str, str], Properties] = {}
        self.defaults = _named(styles.run_defaults)

    def style_name(self, paragraph: Paragraph) -> str:
        """The name of a paragraph's style in small letters."""
        chain = self.styles.chain(PARAGRAPH, paragraph.style)
        return chain[0].name if chain else ""

    def property(self, paragraph: Paragraph, name: str) -> Element | None:
        """A property of a paragraph: its own, else of its style."""
        own = child(paragraph.properties, name)
        return own if own is not None else self.styles.inherited(PARAGRAPH, paragraph.style, f"pPr/{name}")

    def level(self, paragraph: Paragraph) -> int | None:
        """The heading level of a paragraph, from 1."""
        own = child(paragraph.properties, "outlineLvl")
        return as_level(own) if own is not None else self.styles.heading_level(paragraph.style)

    def is_listed(self, paragraph: Paragraph) -> bool:
        """True where Word itself puts a sign or a number before a paragraph."""
        mark = self.property(paragraph, "numPr")
        return mark is not None and stated(mark, "numId") != "0"

    def has_border(self, paragraph: Paragraph) -> bool:
        """True where a line is drawn around or beside a paragraph."""
        borders = self.property(paragraph, "pBdr")
        return borders is not None and any(stated(edge) not in ("", "nil", "none") for edge in borders)

    def is_code(self, paragraph: Paragraph) -> bool:
        """True for the text of a program, as far as its style says so."""
        return "code" in self.style_name(paragraph)

    def is_bold_style(self, paragraph: Paragraph) -> bool:
        """True where the style of a paragraph makes it bold."""
        return is_on(self.styles.inherited(PARAGRAPH, paragraph.style, "rPr/b"))

    def look(self, run: Run, paragraph: Paragraph) -> Look:
        """How a run looks."""
        said = () if run.properties is None else tuple((part.tag, *part.items()) for part in run.properties)
        shade = child(paragraph.properties, "shd")
        own = () if shade is None else tuple(shade.items())
        key = (said, paragraph.style, own, self.tables.key(paragraph.cell))
        if key not in self.known:
            self.known[key] = self._look(self._layers(run, paragraph), paragraph)
        return self.known[key]

    def _look(self, layers: Layers, paragraph: Paragraph) -> Look:
        colour = _first(layers, "color")
        underline = stated(_first(layers, "u"))
        return Look(
            self._coloured(colour),
            self._behind(layers, paragraph),
            whole(stated(_first(layers, "sz")), SIZE),
            _switch(layers, "b"),
            _switch(layers, "i"),
            underline not in ("", "none"),
            "|".join(stated(_first(layers, "rFonts"), name=name) for name in ("ascii", "asciiTheme")),
            stated(layers[0].get(tag("rStyle"))),
            _switch(layers, "vanish") or _switch(layers, "webHidden"),
            "" if self._is_set_on_the_spot(layers, paragraph) else self._source(layers, paragraph),
        )

    def _layers(self, run: Run, paragraph: Paragraph) -> Layers:
        """All properties that bear on a run: its own, and those of its style, of the paragraph's, of the table's, and of all text (17.7.2)."""
        own = _named(run.properties)
        table: Properties = {}
        for part in reversed(self.tables.runs(paragraph.cell)) if paragraph.cell else ():
            table |= _named(part)
        character = self._of_style(CHARACTER, stated(own.get(tag("rStyle"))))
        return (own, character, self._of_style(PARAGRAPH, paragraph.style), table, self.defaults)

    def _of_style(self, kind: str, identity: str) -> Properties:
        """What a style says of runs, its own words before those of the styles it is based on."""
        key = (kind, identity)
        if key not in self.said:
            self.said[key] = {}
            for style in reversed(self.styles.chain(kind, identity)):
                self.said[key] |= _named(child(style.element, "rPr"))
        return self.said[key]

    def _behind(self, layers: Layers, paragraph: Paragraph) -> Colour:
        """What lies behind a run: its own pen or shading, else the paragraph's, the cell's, the page."""
        pen = read_colour(HIGHLIGHTS.get(stated(_first(layers, "highlight")), ""))
        if pen is not None:
            return pen
        shades = [_first(layers, "shd"), self.property(paragraph, "shd"), *self.tables.shades(paragraph.cell)]
        return next((found for shade in shades if (found := self.filled(shade)) is not None), self.page)

    def _is_set_on_the_spot(self, layers: Layers, paragraph: Paragraph) -> bool:
        """True where a colour of a run, or what lies behind it, is no style's."""
        own = any(tag(name) in layers[0] for name in ("color", "highlight", "shd"))
        return own or child(paragraph.properties, "shd") is not None or self.tables.is_shaded(paragraph.cell)

    def _source(self, layers: Layers, paragraph: Paragraph) -> str:
        """The name of the style that gives the colour of a run, as Word shows it; an empty text where it is a default."""
        kinds = ((CHARACTER, stated(layers[0].get(tag("rStyle")))), (PARAGRAPH, paragraph.style), (TABLE, self.tables.style(paragraph.cell)))
        for (kind, identity), layer in zip(kinds, layers[1:], strict=False):
            if tag("color") in layer:
                chain = self.styles.chain(kind, identity)
                giving = (style for style in chain if child(style.element, "rPr/color") is not None)
                return stated(next(giving, chain[0]).element, "name")
        return ""

    def _coloured(self, element: Element | None) -> Colour | None:
        return read_colour(self.palette.colour(element) or "")

    def filled(self, shade: Element | None) -> Colour | None:
        """The colour of a shading (17.3.5); None where it shows what lies behind it."""
        if shade is None:
            return None
        pattern = stated(shade)
        back = read_colour(self.palette.fill(shade) or "")
        if pattern.startswith("pct") or pattern == "solid":
            front = self._coloured(shade) or BLACK
            share = 1.0 if pattern == "solid" else whole(pattern[3:], 0) / 100
            return mixed(front, back or WHITE, min(share, 1.0))
        return back


def _named(element: Element | None) -> Properties:
    """The children of an element by their tags."""
    return {part.tag: part for part in element} if element is not None else {}


def _first(layers: Layers, name: str) -> Element | None:
    """A property as the strongest layer states it."""
    wanted = tag(name)
    return next((layer[wanted] for layer in layers if wanted in layer), None)


def _switch(layers: Layers, name: str) -> bool:
    """A property that is on or off; set by two styles it is off again (17.7.3)."""
    own, *styles, defaults = layers
    wanted = tag(name)
    if wanted in own:
        return is_on(own[wanted])
    return sum(is_on(style.get(wanted)) for style in styles) % 2 == 1 or is_on(defaults.get(wanted))
