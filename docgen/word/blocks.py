"""Block nodes to paragraphs and tables. One block of a note is one paragraph."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple, cast

from docgen import document, nodes, note
from docgen.document import Kind
from docgen.nodes import Block, Inline, Node
from docgen.numbers import LEVELS
from docgen.word.asides import ASIDE, BARRED, PADDING, bar
from docgen.word.contents import write_contents
from docgen.word.inlines import directed
from docgen.word.numbering import STEP, indent_of
from docgen.word.oxml import STRONG, field, run
from docgen.word.pagination import is_title
from docgen.word.tables import table
from docgen.word.writer import Writer

CONTAINERS: Mapping[str, str] = MappingProxyType(
    {"note": "AsideNote", "warning": "AsideWarning", "case-study": "CaseStudy", "quote": "PullQuote"}
)

UNNUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'  # said by the style too, which web viewers overlook


class Place(NamedTuple):
    """Where a block stands: the style of plain text there, twips from the margin and how many of them the style has, and the lists around.

    `barred` is the indentation of a style that has a bar at its left, None elsewhere. `listed` is the style of the outermost list: paragraphs of one style keep close together, those of two do not.
    `apart` is true where whatever follows the end of a list keeps its distance; `bulleted` in bullets, `parted` in an ordered list in bullets.
    """

    style: str = "BodyText"
    indent: int = 0
    level: int = -1
    own: int = 0
    listed: str = ""
    apart: bool = True
    barred: int | None = None
    bulleted: bool = False
    parted: bool = False

    def shift(self, own: int = 0) -> str:
        """The indentation, unless the style has it."""
        return "" if self.indent == own else f'<w:ind w:left="{self.indent}"/>'

    def within(self, style: str, own: int) -> Place:
        """The place of text in a style with an indentation of its own."""
        barred = self.indent + own if style in BARRED else None
        return self._replace(style=style, indent=self.indent + own, own=own, listed="", apart=True, barred=barred)

    def continued(self, edge: int) -> Place:
        """The place of a paragraph whose left edge is so many twips from the margin: where the bar of its style would move inwards, another holds it."""
        if self.barred is None or edge <= self.barred:
            return self
        return self._replace(style=f"{self.style}Continued", own=self.own + STEP, barred=None)


BODY = Place()


def write_blocks(writer: Writer, blocks: list[Block], place: Place = BODY) -> None:
    """Write blocks one after another; however deep they stand, a third of the line is left to them."""
    if place.indent > writer.most_indent:
        place = place._replace(indent=writer.most_indent)
    for block in blocks:
        BLOCKS[type(block)](writer, block, place)


def write_block(writer: Writer, style: str, node: Node, content: list[Inline], properties: str = "", before: str = "") -> None:
    """Write a block of a note as one paragraph inside its bookmark; `before` is generated and stands outside."""
    inner, properties = directed(writer, content, properties)
    writer.paragraph(style, before + writer.anchors.around(node, inner), properties)


def _paragraph(writer: Writer, node: Block, place: Place) -> None:
    paragraph = cast(nodes.Paragraph, node)
    place = place.continued(place.indent)
    style = "ListContinue" if place.level >= 0 and place.style == "BodyText" else place.style
    lead = writer.document.leads.get(paragraph)
    write_block(writer, style, paragraph, paragraph.content, place.shift(place.own), writer.run(lead, STRONG) if lead else "")


def _styled(writer: Writer, node: Block, place: Place) -> None:
    styled = cast(document.Styled, node)
    level = '<w:outlineLvl w:val="0"/>' if writer.for_layout and is_title(styled) else ""
    writer.paragraph(styled.style, *directed(writer, styled.content, level))


def _heading(writer: Writer, node: Block, place: Place) -> None:
    heading = cast(nodes.Heading, node)
    label = writer.document.labels.get(heading)
    if label is None or label.kind is Kind.BOXED:
        write_block(writer, "QuotedHeading", heading, heading.content, _beside_bar(writer, place))
        return
    if label.kind is Kind.FRONT:
        write_block(writer, "FrontHeading", heading, heading.content, UNNUMBERED)
    else:
        write_block(writer, f"Heading{label.level}", heading, heading.content)


def _beside_bar(writer: Writer, place: Place) -> str:
    """Properties of a heading in a box or a quote, whose bar goes on beside it; what bar a template's own style has, nobody knows here."""
    if place.barred is None or place.indent != place.barred or place.style in writer.foreign:
        return place.shift()
    return f'{bar(place.style, writer.theme)}<w:ind w:left="{place.indent}" w:right="{place.own}"/>'


def _quote(writer: Writer, node: Block, place: Place) -> None:
    write_blocks(writer, cast(nodes.Quote, node).blocks, place.within("Quote", STEP))


def _list(writer: Writer, node: Block, place: Place) -> None:
    entries = cast(nodes.List, node)
    level = place.level + 1
    shown = min(level, LEVELS - 1)
    number = _number(writer, entries, place)
    parted = place.parted or (place.bulleted and entries.start is not None)
    style = place.listed or _list_style(entries, place)
    inner = min(place.indent + STEP, writer.most_indent)
    sign = f'<w:numPr><w:ilvl w:val="{shown}"/><w:numId w:val="{number}"/></w:numPr>'
    sign += f'<w:ind w:left="{inner}" w:hanging="{STEP}"/>' if inner != indent_of(shown) or style == place.style else ""
    held = place.continued(inner - STEP).style if style == place.style else style
    for item in entries.items:
        behind = place.apart if item is entries.items[-1] else not entries.tight
        inside = place._replace(indent=inner, level=level, listed=style, apart=behind, bulleted=place.bulleted or entries.start is None, parted=parted)
        apart = not entries.tight if any(map(note.is_printed, item.blocks[1:])) else behind
        _item(writer, item, inside, held, sign + _distance(apart, style == place.style))


def _number(writer: Writer, entries: nodes.List, place: Place) -> int:
    """The `w:num` of a list."""
    if entries.start is not None:
        return writer.numbering.ordered(place.level + 1, entries.start)
    return writer.numbering.inner_bullets if place.parted else writer.numbering.bullets


def _list_style(entries: nodes.List, place: Place) -> str:
    """The style of a list's paragraphs; one that has a bar, or is small, keeps it in its lists."""
    if place.style in ("BodyText", "Definition"):
        return "ListBullet" if entries.start is None else "ListNumber"
    return place.style


def _distance(apart: bool, plain: bool) -> str:
    """Whether a paragraph keeps a distance to the next of its style (17.3.1.9); the styles of lists keep none."""
    if apart:
        return "" if plain else '<w:contextualSpacing w:val="0"/>'
    return "<w:contextualSpacing/>" if plain else ""


def _item(writer: Writer, item: nodes.ListItem, place: Place, style: str, properties: str) -> None:
    """An item of a list: the first paragraph has its sign, a heading too, and whatever follows is indented to its text."""
    box = "" if item.checked is None else run("☑ " if item.checked else "☐ ")
    first = item.blocks[0] if item.blocks else None
    if isinstance(first, (nodes.Paragraph, nodes.Heading)) and first not in writer.document.labels:
        own = style if isinstance(first, nodes.Paragraph) else "QuotedHeading"
        write_block(writer, own, first, first.content, properties, before=box)
        write_blocks(writer, item.blocks[1:], place)
        return
    writer.paragraph(style, box, properties)
    write_blocks(writer, item.blocks, place)


def _code(writer: Writer, node: Block, place: Place) -> None:
    inset = f'<w:ind w:left="{place.indent + PADDING}"/>' if place.indent else ""
    code = cast(nodes.CodeBlock, node)
    write_block(writer, writer.code_style(code.language), code, code.content, inset)


def _figure(writer: Writer, node: Block, place: Place) -> None:
    figure = cast(nodes.Figure, node)
    inner = writer.picture(figure.image) or run(f"[{figure.image.alt}]")
    alone = "" if figure.caption else f'<w:keepNext w:val="0"/><w:spacing w:after="{writer.theme.after}"/>'
    writer.paragraph("Figure", inner, alone + place.shift())
    if figure.caption:
        _caption(writer, figure, figure.caption, "Figure", place)


def _caption(writer: Writer, node: Node, content: list[Inline], word: str, place: Place) -> None:
    """`Figure 1: text`; the words before the colon are what a reference shows. Without a number in a footnote."""
    label = writer.document.labels.get(node)
    before = ""
    if label:
        called = run(f"{word} ") + field(rf"SEQ {word} \* ARABIC", label.number or "")
        before = writer.anchors.wrap(writer.anchors.label(node), called) + run(": ")
    write_block(writer, "Caption", node, content, ("<w:keepNext/>" if word == "Table" else "") + place.shift(), before)


def _table(writer: Writer, node: Block, place: Place) -> None:
    found = cast(nodes.Table, node)
    if found.caption:
        _caption(writer, found, found.caption.content, "Table", place)
    writer.table(table(writer, found, place.indent))


def _definitions(writer: Writer, node: Block, place: Place) -> None:
    for entry in cast(nodes.DefinitionList, node).entries:
        write_block(writer, "DefinitionTerm", entry.term, entry.term.content, place.shift())
        for meaning in entry.meanings:
            write_blocks(writer, meaning, place.within("Definition", STEP))


def _container(writer: Writer, node: Block, place: Place) -> None:
    container = cast(nodes.Container, node)
    style = CONTAINERS.get(container.name)
    inside = place.within(style, ASIDE) if style else place
    if lead := writer.document.leads.get(container):
        writer.paragraph(inside.style, writer.run(lead, STRONG), "<w:keepNext/>" + inside.shift(inside.own))
    write_blocks(writer, container.blocks, inside)


def _rule(writer: Writer, node: Block, place: Place) -> None:
    writer.paragraph("Rule", "", place.shift())


def _raw(writer: Writer, node: Block, place: Place) -> None:
    raw = cast(nodes.RawBlock, node)
    if raw.content:
        write_block(writer, place.style, raw, raw.content, place.shift(place.own))


def _nothing(writer: Writer, node: Block, place: Place) -> None:
    """A footnote is printed where its mark stands."""


def _finding(writer: Writer, node: Block, place: Place) -> None:
    _item_of_part(writer, cast(note.Item, node), "Finding", "FindingDetail", "")


def _recommendation(writer: Writer, node: Block, place: Place) -> None:
    item = cast(note.Item, node)
    number = writer.numbering.recommendation(writer.document.labels[item].count)
    properties = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
    _item_of_part(writer, item, "Recommendation", "ItemDetail", properties)


def _item_of_part(writer: Writer, item: note.Item, style: str, detail_style: str, properties: str) -> None:
    """A finding or recommendation, its run-in paragraph, and whatever else was written under it."""
    detail = writer.document.details.get(item)
    inner, properties = directed(writer, item.paragraph.content, ("<w:keepNext/>" if detail else "") + properties)
    writer.paragraph(style, writer.anchors.around(item, inner), properties)
    if detail:
        inner, properties = directed(writer, detail)
        writer.paragraph(detail_style, writer.anchors.detail(item, inner), properties)
    write_blocks(writer, item.blocks, Place(indent=709 if style == "Recommendation" else 255, level=0))


def _contents(writer: Writer, node: Block, place: Place) -> None:
    write_contents(writer, cast(document.Contents, node))


BLOCKS: Mapping[type[Node], Callable[[Writer, Block, Place], None]] = MappingProxyType(
    {
        nodes.Paragraph: _paragraph,
        nodes.Heading: _heading,
        nodes.Quote: _quote,
        nodes.List: _list,
        nodes.CodeBlock: _code,
        nodes.Figure: _figure,
        nodes.Table: _table,
        nodes.DefinitionList: _definitions,
        nodes.Container: _container,
        nodes.ThematicBreak: _rule,
        nodes.RawBlock: _raw,
        nodes.Footnote: _nothing,
        note.Finding: _finding,
        note.Recommendation: _recommendation,
        document.Styled: _styled,
        document.Grid: _table,
        document.Contents: _contents,
    }
)
