"""Inline nodes to runs. Neighbouring text with the same marks becomes one run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import cast

from docgen import nodes
from docgen.document import Field, Piece
from docgen.nodes import Inline, Node
from docgen.walk import visible
from docgen.word.directions import runs_left, turned
from docgen.word.oxml import (
    CODE,
    EMPHASIS,
    FOOTNOTE,
    LEFTWARD,
    LINK,
    STRIKE,
    STRONG,
    SUB,
    SUPER,
    internal_link,
    marked,
    quoted,
    run,
    tooltip,
)
from docgen.word.writer import Writer

LONGEST_ADDRESS = 2000  # Word follows no longer one

MARKS: Mapping[type[Node], int] = MappingProxyType(
    {
        nodes.Emphasis: EMPHASIS,
        nodes.Strong: STRONG,
        nodes.Strikethrough: STRIKE,
        nodes.Subscript: SUB,
        nodes.Superscript: SUPER,
        nodes.Code: CODE,
    }
)


def runs(writer: Writer, content: list[Inline], marks: int = 0) -> str:
    """The runs of a paragraph's inlines."""
    if len(content) == 1 and type(content[0]) is nodes.Text:
        return run(content[0].text, marks, writer.looks)
    parts: list[str] = []
    pending: list[str] = []
    for node in content:
        plain = _plain(node)
        if plain is not None:
            pending += [plain] if plain else []
            continue
        if pending:
            parts.append(run("".join(pending), marks, writer.looks))
            pending = []
        parts.append(_marked(writer, node, marks))
    if pending:
        parts.append(run("".join(pending), marks, writer.looks))
    return "".join(parts)


def directed(writer: Writer, content: list[Inline], properties: str = "", marks: int = 0) -> tuple[str, str]:
    """The runs of a whole paragraph, and its properties, which say so where it runs from right to left."""
    if runs_left(content):
        return runs(writer, content, marks | LEFTWARD), turned(properties)
    return runs(writer, content, marks), properties


def _plain(node: Inline) -> str | None:
    """The text of a node that is nothing but text, where it may join its neighbours."""
    kind = type(node)
    if kind is nodes.Text:
        return cast(nodes.Text, node).text
    if kind is nodes.SoftBreak:
        return " "
    if kind is nodes.HardBreak:
        return "\n"
    if kind is nodes.RawInline:
        return cast(nodes.RawInline, node).text
    return None


def _marked(writer: Writer, node: Inline, marks: int) -> str:
    mark = MARKS.get(type(node))
    if mark is not None:
        return runs(writer, cast(nodes.Marked, node).content, marked(marks, mark))
    return INLINES[type(node)](writer, node, marks)


def _generated(writer: Writer, node: Inline, marks: int) -> str:
    generated = cast(nodes.Generated, node)
    return run(generated.text, marks | STRONG if generated.strong else marks, writer.looks)


def _link(writer: Writer, node: Inline, marks: int) -> str:
    """A link to an address or a block; where it leads nowhere, its text alone."""
    link = cast(nodes.Link, node)
    target = writer.document.links.get(link)
    inner = runs(writer, link.content, marks | LINK if target else marks)
    if isinstance(target, str):
        if len(target) > LONGEST_ADDRESS:
            return runs(writer, link.content, marks)
        return f'<w:hyperlink r:id="{writer.relationships.link(target)}"{tooltip(link.title or target)} w:history="1">{inner}</w:hyperlink>'
    return internal_link(writer.anchors.name(target), inner, link.title or _named(writer, target, visible(link.content))) if target else inner


def _named(writer: Writer, target: Node, words: str) -> str:
    """What is said of the place that a link leads to: its title, else the words of the link."""
    label = writer.document.labels.get(target)
    return label.title if label and label.title else words


def _reference(writer: Writer, node: Inline, marks: int) -> str:
    pieces = writer.document.references.get(cast(nodes.Reference, node), ())
    return "".join(_piece(writer, piece, marks) for piece in pieces)


def _piece(writer: Writer, piece: Piece, marks: int) -> str:
    """A part of a cross-reference; numbers and labels are REF fields with their result (17.16.5.46)."""
    if piece.target is None:
        return writer.run(piece.text, marks)
    if piece.field is Field.NUMBER:
        # Where a number leaves out those above it, \r would show as many of them as Word finds needed from where it stands.
        switch = "n" if writer.document.labels[piece.target].above else "r"
        return writer.field(rf"REF {writer.anchors.name(piece.target)} \{switch} \h", piece.text, marks)
    if piece.field is Field.LABEL:
        return writer.field(rf"REF {writer.anchors.label(piece.target)} \h", piece.text, marks)
    return internal_link(writer.anchors.name(piece.target), writer.run(piece.text, marks | LINK), _named(writer, piece.target, piece.text))


def _image(writer: Writer, node: Inline, marks: int) -> str:
    image = cast(nodes.Image, node)
    return writer.picture(image) or writer.run(f"[{image.alt}]", marks)


def _footnote(writer: Writer, node: Inline, _: int) -> str:
    """The mark of a footnote; a second mark of one footnote refers to the first (17.16.5.38)."""
    mark = cast(nodes.FootnoteMark, node)
    footnote = writer.document.footnotes.get(mark)
    if footnote is None:
        return "" if mark in writer.document.silent else run(f"[^{mark.label}]")
    number, first = writer.footnotes.number(footnote)
    name = writer.footnotes.bookmark(number)
    if not first:
        return writer.field(rf"NOTEREF {name} \f \h", str(number), FOOTNOTE)
    inner = f'<w:r>{writer.looks[FOOTNOTE]}<w:footnoteReference w:id="{number}"/></w:r>'
    return writer.anchors.wrap(name, inner)


def _change(writer: Writer, node: Inline, marks: int) -> str:
    """Words that a redline adds or takes away (17.13.5)."""
    change = cast(nodes.Change, node)
    tag = "w:ins" if isinstance(change, nodes.Inserted) else "w:del"
    inner = runs(writer, change.content, marks)
    if isinstance(change, nodes.Deleted):
        inner = inner.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
    who, when = quoted(change.who), quoted(change.when)
    return f'<{tag} w:id="{writer.anchors.next_id()}" w:author="{who}" w:date="{when}">{inner}</{tag}>'


def _nothing(_writer: Writer, _node: Inline, _marks: int) -> str:
    return ""


INLINES: Mapping[type[Node], Callable[[Writer, Inline, int], str]] = MappingProxyType(
    {
        nodes.Link: _link,
        nodes.Image: _image,
        nodes.FootnoteMark: _footnote,
        nodes.Reference: _reference,
        nodes.Generated: _generated,
        nodes.Inserted: _change,
        nodes.Deleted: _change,
        nodes.CommentMark: _nothing,
        nodes.AttributeText: _nothing,
    }
)
