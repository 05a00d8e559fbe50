"""Theme: how the document looks, as `styles/house.yaml` and the built-in theme say.

Lengths are twips (twentieths of a point), font sizes half-points, colours six hexadecimal digits. `box` fills shaded boxes and every
other row of a table; `cover_band` is empty where the cover has none.
"""

from __future__ import annotations

from typing import NamedTuple

from docgen.numbers import LEVELS, Level
from docgen.record import Record, fresh
from docgen.source import Span

LEAST_TEXT = 3402  # twips: a page must leave 6 cm for its text; less, and tables and pictures find no room


class Page(Record):
    """A page as it stands; landscape pages are this one turned. `header` and `footer` are their distances from the edge."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    header: int = 567
    footer: int = 510
    gutter: int = 0

    @property
    def text_width(self) -> int:
        """Twips between the left and right margins."""
        return self.width - self.left - self.right - self.gutter

    @property
    def text_height(self) -> int:
        """Twips between the top and bottom margins."""
        return self.height - self.top - self.bottom

    def turned(self) -> Page:
        """The same sheet on its side: each margin stays at its edge of the paper."""
        return Page(self.height, self.width, self.left, self.top, self.right, self.bottom, self.header, self.footer, self.gutter)

    def wide(self) -> Page:
        """The page for what needs its longer side: this one, where it lies already, else turned."""
        return self if self.width > self.height else self.turned()


class Chosen(NamedTuple):
    """The name of a style that a house chose for a role, and where it did."""

    style: str
    span: Span


class HeadingNumbers(Record):
    """How headings are numbered: the lists that they stand in, and for each level of headings its list and 0-based level there."""

    lists: tuple[tuple[Level, ...], ...]
    places: tuple[tuple[int, int] | None, ...]


class Theme(Record):
    """Everything about looks that may differ from house to house. `places` has where house.yaml first says something about a group of keys, or the logo."""

    body_font: str
    heading_font: str
    size: int
    text: str
    heading: str
    accent: str
    table_header: str
    table_header_text: str
    box: str
    warning: str
    rule: str
    page: Page
    after: int
    line: int
    heading_numbering: tuple[str, ...]
    heading_depth: int
    heading_line: bool
    recommendation_numbering: str
    contents: str
    banding: bool
    header_row: bool
    table_lines: str
    item_details: str
    cover_band: str
    cover_text: str
    logo: str | None = None
    logo_alt: str | None = None
    roles: dict[str, Chosen] = fresh(factory=dict)
    places: dict[str, Span] = fresh(factory=dict)
    own_numbers: HeadingNumbers | None = None
    own_font: bool = False  # of a template, whose letters may be wider than those of ours
    own_sizes: dict[str, int] = fresh(factory=dict)  # half-points of those styles of tables that a template has itself

    def heading_numbers(self) -> HeadingNumbers:
        """How headings are numbered: as a template's own styles say, else by the formats of the theme, one list for all levels."""
        if self.own_numbers:
            return self.own_numbers
        levels = tuple(Level(text) for text in self.heading_numbering)
        depth = min(self.heading_depth, len(levels))
        return HeadingNumbers((levels,), tuple((0, level) if level < depth else None for level in range(LEVELS)))
