"""One style as XML, and the pieces of its properties (17.7.4, 17.3.1, 17.3.2)."""

from __future__ import annotations

from docgen.theme import Theme
from docgen.word.oxml import quoted

SMALLER = 3  # half-points by which the text of tables is smaller than the body's


def style(
    name: str,
    identity: str = "",
    based: str = "Normal",
    paragraph: str = "",
    run: str = "",
    following: str = "",
    kind: str = "paragraph",
    quick: bool = True,
    priority: int = 10,
) -> str:
    """One style; `identity` is by default the name without blanks. Children in the order of CT_Style (17.7.4.17)."""
    identity = identity or name.replace(" ", "")
    attributes = f'w:type="{kind}"' + (' w:default="1"' if identity in ("Normal", "DefaultParagraphFont", "TableNormal") else "")
    custom = "" if identity in BUILT_IN or identity[:3] in ("TOC", "Hea") else ' w:customStyle="1"'
    inner = f'<w:name w:val="{name}"/>'
    inner += f'<w:basedOn w:val="{based}"/>' if based and based != identity else ""
    inner += f'<w:next w:val="{following}"/>' if following else ""
    inner += f'<w:uiPriority w:val="{priority}"/>' + ("<w:qFormat/>" if quick else "")
    inner += f"<w:pPr>{paragraph}</w:pPr>" if paragraph else ""
    inner += f"<w:rPr>{run}</w:rPr>" if run else ""
    return f'<w:style {attributes}{custom} w:styleId="{identity}">{inner}</w:style>'


BUILT_IN = frozenset(
    ["Normal", "BodyText", "Title", "Subtitle", "Caption", "Quote", "ListBullet", "ListNumber", "ListContinue", "FootnoteText", "FootnoteReference", "Hyperlink", "Strong", "Emphasis", "Header", "Footer", "DefaultParagraphFont", "TableNormal", "NoList"]
)


def size(half_points: float) -> str:
    """The size of a run, a whole number of half-points."""
    return f'<w:sz w:val="{round(half_points)}"/><w:szCs w:val="{round(half_points)}"/>'


def spacing(before: int, after: int, line: int | None = None) -> str:
    """Space around a paragraph in twips; `line` in 240ths of a line."""
    rule = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{rule}/>'


def fonts(name: str) -> str:
    """A font for all scripts."""
    font = quoted(name)
    return f'<w:rFonts w:ascii="{font}" w:eastAsia="{font}" w:hAnsi="{font}" w:cs="{font}"/>'


def border(edge: str, theme: Theme, width: int, gap: int, colour: str = "") -> str:
    """One border; `width` in eighths of a point, `gap` in points."""
    return f'<w:{edge} w:val="single" w:sz="{width}" w:space="{gap}" w:color="{colour or theme.rule}"/>'


def inset(twips: int) -> str:
    """Indentation on both sides."""
    return f'<w:ind w:left="{twips}" w:right="{twips}"/>'


def shaded(theme: Theme) -> str:
    """A box: borders in the colour of its shade give it room, and lines where it is white."""
    shade = theme.box
    width, gap, colour = (6, 5, theme.rule) if shade == "FFFFFF" else (24, 3, shade)
    edges = "".join(border(edge, theme, width, gap, colour) for edge in ("top", "left", "bottom", "right"))
    return f'<w:pBdr>{edges}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>'


def table_size(theme: Theme) -> int:
    """Half-points of a table's text."""
    return theme.size - SMALLER


def small_size(theme: Theme) -> int:
    """Half-points of the text of a table that would otherwise be too wide."""
    return max(14, theme.size * 2 // 3)
