"""WordprocessingML as text, written once and in schema order.

Elements are written as strings rather than built as a tree: the body of a long document is then one pass, at a
fraction of the time and memory of lxml, and lxml need not be loaded at all. What that gives up in safety is won back
elsewhere: every text goes through `text`, every attribute through `quoted`, each maker below writes the children of its
element in the order of ECMA-376 Part 1, and the finished package is read back by an XML parser before anybody sees it.
"""

from __future__ import annotations

from collections.abc import Mapping

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
DRAWING_NAMESPACES = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

# Marks of a run, as bits.
STRONG, EMPHASIS, STRIKE, SUB, SUPER, CODE, LINK, FOOTNOTE = (1 << bit for bit in range(8))
# The character style that carries a mark when it stands alone, or first in this order.
STYLES = ((FOOTNOTE, "FootnoteReference"), (LINK, "Hyperlink"), (CODE, "CodeText"), (STRONG, "Strong"), (EMPHASIS, "Emphasis"))
# What carries a mark beside a style of another, in the order of CT_RPr (17.3.2.28).
TOGGLES = (
    (STRONG, "<w:b/><w:bCs/>"),
    (EMPHASIS, "<w:i/><w:iCs/>"),
    (STRIKE, "<w:strike/>"),
    (SUB, '<w:vertAlign w:val="subscript"/>'),
    (SUPER, '<w:vertAlign w:val="superscript"/>'),
)


def text(value: str) -> str:
    """Character data."""
    if "&" in value:
        value = value.replace("&", "&amp;")
    if "<" in value:
        value = value.replace("<", "&lt;")
    if ">" in value:
        value = value.replace(">", "&gt;")
    return value


def quoted(value: str) -> str:
    """The inside of an attribute; line ends and tabs are kept from being taken for spaces."""
    return text(value).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def marked(marks: int, mark: int) -> int:
    """The marks of a run with another inside them; of subscript and superscript the inner one holds, for Word knows only one."""
    return (marks & ~(SUB | SUPER) if mark & (SUB | SUPER) else marks) | mark


def run_properties(marks: int, ids: Mapping[str, str]) -> str:
    """The `w:rPr` of a run with these marks: one style, by its id in the package, and toggles for what it does not carry."""
    if marks & SUB:
        marks &= ~SUPER  # Both are one element, which may stand only once.
    style = next(((bit, name) for bit, name in STYLES if marks & bit), None)
    rest = marks & ~style[0] if style else marks
    inner = f'<w:rStyle w:val="{quoted(ids.get(style[1], style[1]))}"/>' if style else ""
    inner += "".join(toggle for bit, toggle in TOGGLES if rest & bit)
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


def run(value: str, properties: str = "") -> str:
    """A run of text; line ends in it are breaks. `properties` is a whole `w:rPr`."""
    if "\n" in value:
        inner = "<w:br/>".join(_t(part) for part in value.split("\n"))
    else:
        inner = _t(value)
    return f"<w:r>{properties}{inner}</w:r>"


def _t(value: str) -> str:
    return f'<w:t xml:space="preserve">{text(value)}</w:t>' if value else ""


def tab() -> str:
    """A run that is a tab."""
    return "<w:r><w:tab/></w:r>"


def field(instruction: str, result: str, properties: str = "") -> str:
    """A complex field (17.16.18) with its result, so that it reads right before any update."""
    return (
        f'<w:r>{properties}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{properties}<w:instrText xml:space="preserve"> {text(instruction)} </w:instrText></w:r>'
        f'<w:r>{properties}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"{run(result, properties)}"
        f'<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def internal_link(anchor: str, inner: str) -> str:
    """A hyperlink to a bookmark of the same document."""
    return f'<w:hyperlink w:anchor="{quoted(anchor)}" w:history="1">{inner}</w:hyperlink>'


def paragraph(style: str, inner: str, properties: str = "") -> str:
    """A whole paragraph; `properties` follow the style in the order of CT_PPr (17.3.1.26)."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inner}</w:p>'
