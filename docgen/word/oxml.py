"""WordprocessingML as text, written once and in schema order.

Elements are written as strings rather than built as a tree: the body of a long document is then one pass, at a
fraction of the time and memory of lxml, and lxml need not be loaded at all. What that gives up in safety is won back
elsewhere: every text goes through `text`, every attribute through `quoted`, each maker below writes the children of its
element in the order of ECMA-376 Part 1, and the finished package is read back by an XML parser before anybody sees it.
"""

from __future__ import annotations

from collections.abc import Mapping

from docgen.word.directions import HEBREW_LETTER, parts

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

LONGEST_TOOLTIP = 260  # characters; Word calls a file with a longer one damaged

# Marks of a run, as bits; LEFTWARD says that its paragraph runs from right to left, or the run itself, HEAD that it heads a table.
STRONG, EMPHASIS, STRIKE, SUB, SUPER, CODE, LINK, FOOTNOTE, LEFTWARD, HEBREW, HEAD = (1 << bit for bit in range(11))
# The character style that carries a mark when it stands alone, or first in this order. The colour of links might not be seen on that of a header.
STYLES = ((FOOTNOTE, "FootnoteReference"), (HEAD | LINK, "HeaderLink"), (LINK, "Hyperlink"), (CODE, "CodeText"), (STRONG, "Strong"), (EMPHASIS, "Emphasis"))
# What carries a mark beside a style of another, in the order of CT_RPr (17.3.2.28).
TOGGLES = (
    (STRONG, "<w:b/><w:bCs/>"),
    (EMPHASIS, "<w:i/><w:iCs/>"),
    (STRIKE, "<w:strike/>"),
    (SUB, '<w:vertAlign w:val="subscript"/>'),
    (SUPER, '<w:vertAlign w:val="superscript"/>'),
    (LEFTWARD, "<w:rtl/>"),
    (HEBREW, '<w:lang w:bidi="he-IL"/>'),
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
    style = next(((bit, name) for bit, name in STYLES if marks & bit == bit), None)
    rest = marks & ~style[0] if style else marks
    inner = f'<w:rStyle w:val="{quoted(ids.get(style[1], style[1]))}"/>' if style else ""
    inner += "".join(toggle for bit, toggle in TOGGLES if rest & bit)
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


class Looks(dict[int, str]):
    """The properties of runs by their marks, in the styles of one package, made when first asked for."""

    def __init__(self, ids: Mapping[str, str]) -> None:
        super().__init__()
        self.ids = ids

    def __missing__(self, marks: int) -> str:
        return self.setdefault(marks, run_properties(marks, self.ids))


OWN = Looks({})  # in docgen's own styles


def run(value: str, marks: int = 0, looks: Looks = OWN) -> str:
    """A run of text, or several where it changes its direction; line ends in it are breaks."""
    if marks & LEFTWARD or not value.isascii():
        plain = marks & ~LEFTWARD
        return "".join(_run(part, looks[plain | _way(part) if way else plain]) for part, way in parts(value, bool(marks & LEFTWARD)))
    return _run(value, looks[marks])


def _way(part: str) -> int:
    """The marks of a part that runs from right to left; Word's proofing needs its language where that is not the usual one."""
    return LEFTWARD | HEBREW if HEBREW_LETTER.search(part) else LEFTWARD


def _run(value: str, properties: str) -> str:
    if "\n" in value or "\t" in value or not value:
        inner = "<w:br/>".join("<w:tab/>".join(map(_t, line.split("\t"))) for line in value.split("\n"))
        return f"<w:r>{properties}{inner}</w:r>"
    return f'<w:r>{properties}<w:t xml:space="preserve">{text(value)}</w:t></w:r>'


def _t(value: str) -> str:
    return f'<w:t xml:space="preserve">{text(value)}</w:t>' if value else ""


def tab() -> str:
    """A run that is a tab."""
    return "<w:r><w:tab/></w:r>"


def field(instruction: str, result: str, marks: int = 0, looks: Looks = OWN) -> str:
    """A complex field (17.16.18) with its result, so that it reads right before any update."""
    properties = looks[marks]
    return (
        f'<w:r>{properties}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{properties}<w:instrText xml:space="preserve"> {text(instruction)} </w:instrText></w:r>'
        f'<w:r>{properties}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"{run(result, marks, looks)}"
        f'<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def internal_link(anchor: str, inner: str, title: str) -> str:
    """A hyperlink to a bookmark of the same document; `title` says where it leads."""
    return f'<w:hyperlink w:anchor="{quoted(anchor)}"{tooltip(title)} w:history="1">{inner}</w:hyperlink>'


def tooltip(title: str) -> str:
    """The attribute with what Word shows of a link beside the pointer, and a PDF says of it; Word takes no more than 260 characters."""
    return f' w:tooltip="{quoted(title[:LONGEST_TOOLTIP])}"' if title else ""


def paragraph(style: str, inner: str, properties: str = "") -> str:
    """A whole paragraph; `properties` follow the style in the order of CT_PPr (17.3.1.26)."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inner}</w:p>'
