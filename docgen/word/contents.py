"""The contents: a field with its entries, and the pages of the headings where a layout has told them."""

from __future__ import annotations

from docgen.document import Contents, Label
from docgen.word.oxml import field, internal_link, run, tab
from docgen.word.pagination import listed
from docgen.word.writer import Writer

WIDE = "\u2e80"  # from here on signs are twice as wide: Chinese, Japanese, Korean
PER_SIGN = 170  # twips that a sign of a number takes at most, in the contents


def write_contents(writer: Writer, node: Contents) -> None:
    """The contents as a field with its entries, so that they stand there when the file is first opened (17.16.5.68)."""
    levels = node.levels
    entries = [(target, label) for target, label in listed(writer.document) if label.level <= levels]
    paged = writer.theme.contents == "pages"
    before = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> '
        rf'TOC \o "1-{levels}" {"" if paged else chr(92) + "n "}\h \z \u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    after = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    for index, (target, label) in enumerate(entries):
        number = run(label.number) + tab() if label.number else ""
        name = writer.anchors.name(target)
        page = tab() + field(rf"PAGEREF {name} \h", writer.document.page_of.get(target, "0")) if paged else ""
        line = internal_link(name, number + run(label.title) + page, label.title)
        inner = (before if index == 0 else "") + line + (after if index == len(entries) - 1 else "")
        writer.paragraph(f"TOC{label.level}", inner, _stops(writer, label, paged))
    # A section must not end in the last entry: LibreOffice would leave the page numbers out of its footers.
    writer.open_paragraph = None


def _stops(writer: Writer, label: Label, paged: bool) -> str:
    """Where the title of an entry starts, and its page stands. A template's style knows of neither, so it needs stops of its own."""
    style = f"TOC{label.level}"
    if style not in writer.foreign:
        return "" if label.number or label.level > 2 else _flush(label.level, paged)
    first = max(writer.foreign[style], 0)
    start = first + max(567, sum(PER_SIGN * (1 + (sign >= WIDE)) for sign in label.number or ""))
    stops = dict.fromkeys(writer.stops.get(style, ()), 'w:val="clear"') if label.number or paged else {}
    stops |= {start: 'w:val="left"'} if label.number else {}
    stops |= {writer.width: 'w:val="right" w:leader="dot"'} if paged else {}
    tabs = "".join(f'<w:tab {stops[at]} w:pos="{at}"/>' for at in sorted(stops))  # in their order (17.3.1.38)
    # Where the lines below the first begin, there is a stop as well (17.3.1.12), so that has to be said too.
    # An indentation on the right ends before the page's number, of which LibreOffice then prints nothing.
    right = ' w:right="0"' if paged else ""
    indent = f'<w:ind w:left="{start}"{right} w:hanging="{start - first}"/>' if label.number else f'<w:ind w:left="{first}"{right} w:firstLine="0"/>'
    return f"<w:tabs>{tabs}</w:tabs>{indent}" if tabs else ""


def _flush(level: int, paged: bool) -> str:
    """An entry without a number starts where numbers do, and its first tab leads to the page."""
    left, stop = (0, 425) if level == 1 else (425, 992)
    tabs = f'<w:tabs><w:tab w:val="clear" w:pos="{stop}"/></w:tabs>' if paged else ""
    return f'{tabs}<w:ind w:left="{left}" w:firstLine="0"/>'
