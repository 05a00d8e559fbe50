"""Theme: how the document looks, as `styles/house.yaml` and the built-in theme say.

Lengths are twips (twentieths of a point), font sizes half-points, colours six hexadecimal digits. `box` fills shaded boxes and every
other row of a table; `cover_band` is empty where the cover has none.
"""

from __future__ import annotations

from docgen.record import Record, fresh


class Page(Record):
    """A page as it stands; landscape pages are this one turned."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int

    @property
    def text_width(self) -> int:
        """Twips between the left and right margins."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int:
        """Twips between the top and bottom margins."""
        return self.height - self.top - self.bottom

    def turned(self) -> Page:
        """The same sheet on its side: each margin stays at its edge of the paper."""
        return Page(self.height, self.width, self.left, self.top, self.right, self.bottom)


class Theme(Record):
    """Everything about looks that may differ from house to house."""

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
    roles: dict[str, str] = fresh(factory=dict)
