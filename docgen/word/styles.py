"""styles.xml: every style that the body uses, from the theme. What a style can carry is never said in the body."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.pattern import lazy
from docgen.theme import Theme
from docgen.word.asides import PADDING, asides
from docgen.word.directions import LANGUAGES
from docgen.word.numbering import HEADINGS, RECOMMENDATIONS, STEP
from docgen.word.oxml import DECLARATION, NAMESPACES, quoted
from docgen.word.style import border, fonts, inset, shaded, size, small_size, spacing, style, table_size

# Sizes of headings against the body text; below level 5 all are alike.
HEADING_SIZES = (1.75, 1.4, 1.2, 1.08, 1.0, 1.0, 1.0, 1.0, 1.0)
# Languages of code that have a style, of which Word holds a few thousand; and what may be the name of one.
MOST_LANGUAGES = 50
LANGUAGE = lazy(r"[a-z0-9+#._-]{1,20}")


def code_style(language: str) -> str:
    """The style of code in a language, which keeps its name; that of all code where the name can be none of a style."""
    name = language.casefold()
    return f"CodeBlock-{name}" if LANGUAGE.fullmatch(name) else "CodeBlock"


def code_name(identity: str) -> str:
    """The name of the style of code in a language, by its id."""
    return identity.replace("CodeBlock-", "Code Block ")


def styles(theme: Theme, language: str, code_styles: Iterable[str] = ()) -> str:
    """The whole part, with a style for the code of each language."""
    parts = [_defaults(theme, language), *_base(theme), *_headings(theme), *_cover(theme), *_lists(theme)]
    parts += [*_items(theme), *_tables(theme), *asides(theme), *_furniture(theme), *_contents(theme), *_characters(theme)]
    parts += [style(code_name(identity), identity, based="CodeBlock", quick=False) for identity in code_styles]
    return f"{DECLARATION}<w:styles {NAMESPACES}>{''.join(parts)}</w:styles>"


def _defaults(theme: Theme, language: str) -> str:
    font = quoted(theme.body_font)
    leftward = language if language.split("-")[0].casefold() in LANGUAGES else "ar-SA"
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{font}" w:eastAsia="{font}" w:hAnsi="{font}" w:cs="{font}"/>'
        f'<w:sz w:val="{theme.size}"/><w:szCs w:val="{theme.size}"/>'
        f'<w:lang w:val="{quoted(language)}" w:eastAsia="{quoted(language)}" w:bidi="{quoted(leftward)}"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )


def _base(theme: Theme) -> list[str]:
    return [
        # The colour is not a default: LibreOffice would lay that over the colour of links in tables.
        style("Normal", based="", run=f'<w:color w:val="{theme.text}"/>', priority=0),
        style("Default Paragraph Font", based="", kind="character", quick=False, priority=1),
        (
            '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
            '<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
            '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        ),
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>',
        style("Body Text", paragraph=f"<w:widowControl/>{spacing(0, theme.after, theme.line)}", priority=1),
    ]


def _headings(theme: Theme) -> list[str]:
    made = []
    for level, factor in enumerate(HEADING_SIZES, 1):
        before = theme.after * (5 - min(level, 4)) // 2 + theme.after
        numbered = level <= theme.heading_depth and level <= len(theme.heading_numbering) and not theme.own_numbers
        number = f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="{HEADINGS}"/></w:numPr>' if numbered else ""
        line = _heading_line(theme) if level == 1 else ""
        shape = f'<w:keepNext/><w:keepLines/>{number}{line}{spacing(before, theme.after if line else theme.after * 3 // 4)}<w:outlineLvl w:val="{level - 1}"/>'
        look = f'{fonts(theme.heading_font)}<w:b/><w:bCs/><w:color w:val="{theme.heading}"/>{size(theme.size * factor)}'
        made.append(style(f"heading {level}", f"Heading{level}", paragraph=shape, run=look, following="BodyText", priority=9))
    plain = '<w:numPr><w:numId w:val="0"/></w:numPr><w:ind w:left="0" w:firstLine="0"/>'
    made.append(style("Front Heading", based="Heading1", paragraph=plain, following="BodyText", priority=9))
    look = f'{fonts(theme.heading_font)}<w:b/><w:bCs/><w:color w:val="{theme.heading}"/>'
    made.append(style("Quoted Heading", based="BodyText", paragraph="<w:keepNext/>", run=look, following="BodyText"))
    return made


def _heading_line(theme: Theme) -> str:
    return f"<w:pBdr>{border('bottom', theme, 8, 3, theme.accent)}</w:pBdr>" if theme.heading_line else ""


def _cover(theme: Theme) -> list[str]:
    band = theme.cover_band
    letters = [f'<w:color w:val="{theme.cover_text if band else own}"/>' for own in (theme.accent, theme.heading, theme.accent)]
    rule = f"<w:pBdr>{border('bottom', theme, 18, 14, theme.accent)}</w:pBdr>"
    frame, last = (_band(theme), "") if band else ("", rule)
    # What stands in a band keeps its distance inside it; its borders add the rest.
    high, low, gap = (1400, 200, 120) if band else (2800, 480, 200)
    title = f"{fonts(theme.heading_font)}<w:b/><w:bCs/>{letters[1]}{size(theme.size * 2.75)}"
    return [
        style("Partnership", paragraph=frame + spacing(high, low), run=f"<w:b/><w:bCs/>{letters[0]}{size(theme.size * 1.25)}", following="Title"),
        style("Title", paragraph=f"<w:keepNext/>{frame}{spacing(0, gap, 252)}", run=title, following="Subtitle"),
        style("Subtitle", paragraph=(frame or last) + spacing(0, 560), run=letters[2] + size(theme.size * 1.5), following="CoverDetail", priority=11),
        style("Cover Detail", paragraph=spacing(0, 120, 264), priority=12),
    ]


def _band(theme: Theme) -> str:
    """A coloured band: paragraphs with the same borders and shade become one box (17.3.1.24), with a line of the accent's colour below."""
    edges = (("top", 96, 24), ("left", 4, 22), ("bottom", 72, 24), ("right", 4, 22))
    drawn = "".join(border(edge, theme, width, gap, theme.accent if edge == "bottom" else theme.cover_band) for edge, width, gap in edges)
    return f'<w:pBdr>{drawn}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{theme.cover_band}"/>'


def _lists(theme: Theme) -> list[str]:
    shape = f"<w:widowControl/>{spacing(0, theme.after, theme.line)}<w:contextualSpacing/>"
    return [
        style("List Bullet", paragraph=shape, priority=2),
        style("List Number", paragraph=shape, priority=2),
        style("List Continue", based="BodyText", priority=2),
        style("Definition Term", paragraph=f"<w:keepNext/>{spacing(0, 40, theme.line)}", run="<w:b/><w:bCs/>", following="Definition"),
        style("Definition", based="BodyText", paragraph=f'<w:ind w:left="{STEP}"/>'),
    ]


def _items(theme: Theme) -> list[str]:
    bar = f"<w:pBdr>{border('left', theme, 18, 10, theme.accent)}</w:pBdr>"
    number = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{RECOMMENDATIONS}"/></w:numPr>'
    small = size(theme.size - 3)
    return [
        style("Finding", paragraph=f"<w:keepLines/>{bar}{spacing(0, theme.after * 3 // 4, theme.line)}<w:ind w:left=\"255\"/>", following="ItemDetail"),
        style("Recommendation", paragraph=f"<w:keepLines/>{number}{spacing(theme.after // 2, theme.after, theme.line)}", following="ItemDetail"),
        style("Finding Detail", paragraph=f"<w:keepLines/>{spacing(0, theme.after + 40, 259)}<w:ind w:left=\"255\"/>", run=small),
        style("Item Detail", paragraph=f"<w:keepLines/>{spacing(0, theme.after + 40, 259)}<w:ind w:left=\"709\"/>", run=small),
        style("Grade", paragraph=f"<w:keepNext/><w:keepLines/>{shaded(theme)}{spacing(0, theme.after + 60, 264)}{inset(PADDING)}"),
    ]


# The edges of a table that have a line.
LINES = {"rows": ("top", "bottom", "insideH"), "grid": ("top", "left", "bottom", "right", "insideH", "insideV"), "none": ()}


def _tables(theme: Theme) -> list[str]:
    small = size(table_size(theme))
    bold = f'<w:b/><w:bCs/><w:color w:val="{theme.heading}"/>'
    head = f'<w:b/><w:bCs/><w:color w:val="{theme.table_header_text if theme.header_row else theme.heading}"/>'
    return [
        style("Table Text", paragraph=spacing(0, 0, 252), run=small),
        style("Table Heading", based="TableText", paragraph="<w:keepNext/>", run=head),
        style("Table Small", based="TableText", run=size(small_size(theme))),
        style("Table Small Heading", based="TableHeading", run=size(small_size(theme))),
        style("Table Title", paragraph=f"<w:keepNext/>{spacing(theme.after * 2, theme.after // 2)}", run=bold),
        style("Table Note", paragraph=spacing(theme.after * 3 // 4, theme.after, 252), run=small),
        style("Table End", paragraph=spacing(0, 0), run=size(4), quick=False),
        _table_style(theme),
    ]


def _table_style(theme: Theme) -> str:
    """Lines, fills and margins of all tables. A header row that is not filled has a thicker line below it."""
    edges = "".join(border(edge, theme, 4, 0) for edge in LINES[theme.table_lines])
    lines = f"<w:tblBorders>{edges}</w:tblBorders>" if edges else ""
    margins = '<w:tblCellMar><w:top w:w="57" w:type="dxa"/><w:left w:w="100" w:type="dxa"/><w:bottom w:w="57" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar>'
    filled = f'<w:shd w:val="clear" w:color="auto" w:fill="{theme.table_header}"/>'
    head = filled if theme.header_row else f"<w:tcBorders>{border('bottom', theme, 12, 0)}</w:tcBorders>"
    band = f'<w:tblStylePr w:type="band2Horz"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{theme.box}"/></w:tcPr></w:tblStylePr>'
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="DocgenTable"><w:name w:val="Docgen Table"/><w:basedOn w:val="TableNormal"/>'
        f'<w:uiPriority w:val="59"/><w:tblPr><w:tblStyleRowBandSize w:val="1"/>{lines}{margins}</w:tblPr>'
        f'<w:tblStylePr w:type="firstRow"><w:tcPr>{head}</w:tcPr></w:tblStylePr>{band if theme.banding else ""}</w:style>'
    )


def _furniture(theme: Theme) -> list[str]:
    small = size(theme.size - 5)
    return [
        style("header", "Header", paragraph=spacing(0, 0), run=small, quick=False, priority=99),
        style("footer", "Footer", paragraph=spacing(0, 0), run=small, quick=False, priority=99),
        style("Marking", paragraph=f'{spacing(0, 60)}<w:jc w:val="center"/>', run=f"<w:b/><w:bCs/>{size(theme.size - 4)}"),
        style("footnote text", "FootnoteText", paragraph=spacing(0, 60, 252), run=size(theme.size - 4), quick=False, priority=99),
    ]


def _contents(theme: Theme) -> list[str]:
    width = theme.page.text_width
    paged = theme.contents == "pages"
    made = []
    for level, (left, before, bold) in enumerate(((0, 110, "<w:b/><w:bCs/>"), (425, 30, ""), (992, 0, "")), 1):
        hang = 425 if level == 1 else 567 if level == 2 else 0
        stops = f'<w:tab w:val="left" w:pos="{left + hang}"/>' if hang else ""
        tabs = f'<w:tabs>{stops}<w:tab w:val="right" w:leader="dot" w:pos="{width}"/></w:tabs>' if hang or paged else ""
        shape = f'{tabs}{spacing(before, 30, 252)}<w:ind w:left="{left + hang}" w:hanging="{hang}"/>'
        made.append(style(f"toc {level}", f"TOC{level}", paragraph=shape, run=bold + size(theme.size - 2), quick=False, priority=39))
    look = f'{fonts(theme.heading_font)}<w:b/><w:bCs/><w:color w:val="{theme.heading}"/>{size(theme.size * 1.75)}'
    shape = f'<w:keepNext/><w:keepLines/>{_heading_line(theme)}{spacing(theme.after * 3, theme.after)}<w:outlineLvl w:val="9"/>'
    made.append(style("TOC Heading", paragraph=shape, run=look, following="BodyText", priority=39))
    return made


def _characters(theme: Theme) -> list[str]:
    def character(name: str, run: str, identity: str = "") -> str:
        return style(name, identity, "DefaultParagraphFont", run=run, kind="character", priority=20)

    return [
        character("Strong", "<w:b/><w:bCs/>"),
        character("Emphasis", "<w:i/><w:iCs/>"),
        character("Hyperlink", f'<w:color w:val="{theme.accent}"/><w:u w:val="single"/>'),
        character("Header Link", '<w:u w:val="single"/>'),
        character("Code Text", fonts("Consolas") + "<w:noProof/>"),
        character("footnote reference", '<w:vertAlign w:val="superscript"/>', "FootnoteReference"),
    ]
