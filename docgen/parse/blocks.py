"""Block tokens to block nodes, each with its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, cast

from markdown_it.common.utils import mdTrim

from docgen import nodes
from docgen.diagnostics import Diagnostic, error, warning
from docgen.nodes import Block, Inline, Text, TextKind
from docgen.parse.attributes import given
from docgen.parse.code import code_lines
from docgen.parse.definitions import check_definitions
from docgen.parse.inlines import PLAIN, inlines
from docgen.parse.markdown import beyond, tokens
from docgen.parse.rows import RowReader
from docgen.parse.spans import Lines, Places
from docgen.parse.states import Placed
from docgen.parse.tables import attach_captions
from docgen.pattern import lazy
from docgen.source import Span
from docgen.walk import is_comment, said_first

TASK = lazy(r"\[([ xX])\] ")


def blocks(lines: Lines, body: str) -> tuple[list[Block], list[nodes.Paragraph], list[Diagnostic]]:
    """The blocks of a note's body, its paragraphs with attributes that are no captions, and what is wrong as Markdown."""
    read, environment = tokens(body)
    builder = BlockBuilder(lines, read, environment)
    deep = beyond(read, body)
    if deep:
        builder.too_deep(deep.map[0])
        return [], [], builder.problems
    found = builder.until(None)
    builder.problems += check_definitions(lines, environment, builder.containers)
    captions = {id(table.caption) for table in builder.tables}
    return found, [block for block in builder.attributed if id(block) not in captions], builder.problems


class BlockBuilder(RowReader):
    """Reads tokens one after another; `until` reads siblings up to the token that closes their parent."""

    def __init__(self, lines: Lines, read: list[Placed], environment: dict[str, Any]) -> None:
        super().__init__(lines, read, environment)
        self.attributed: list[nodes.Paragraph] = []
        self.containers: list[nodes.Container] = []
        self.loose: dict[int, int] = {}  # where, on each level, the last paragraph ended that is set off by empty lines

    def until(self, closing: str | None) -> list[Block]:
        """The sibling blocks before the closing token, which is consumed."""
        siblings: list[Block] = []
        marks: list[tuple[nodes.Container, list[Block]]] = []
        tokens, tables = self.tokens, len(self.tables)
        while self.at < len(tokens):
            token = tokens[self.at]
            self.at += 1
            if token.type == closing:
                break
            if token.type == "container":
                siblings = self.container(token, siblings, marks)
            else:
                siblings.append(BLOCKS[token.type](self, token))
        while marks:
            siblings = self.unclosed(marks, siblings)
        return attach_captions(siblings) if len(self.tables) > tables else siblings

    def container(
        self, token: Placed, siblings: list[Block], marks: list[tuple[nodes.Container, list[Block]]]
    ) -> list[Block]:
        """Open a container, whose blocks come next, or close the innermost one."""
        span = self.span(token)
        if token.content:
            self.containers.append(nodes.Container(span, token.content, []))
            marks.append((self.containers[-1], siblings))
            return []
        if not marks:
            self.problems.append(error("stray-container", "this ::: closes nothing", span, "remove it, or open it with a line such as ::: note"))
            return siblings
        opened, outer = marks.pop()
        opened.blocks = attach_captions(siblings)
        opened.span = opened.span.to(span)
        outer.append(opened)
        return outer

    def unclosed(self, marks: list[tuple[nodes.Container, list[Block]]], siblings: list[Block]) -> list[Block]:
        opened, outer = marks.pop()
        opened.blocks = attach_captions(siblings)
        message = f'::: {opened.name} is never closed'
        self.problems.append(error("unclosed-container", message, opened.span, "end it with a line ::: of its own"))
        outer.append(opened)
        return outer

    def too_deep(self, line: int) -> None:
        """Say that lists or quotes are nested deeper than any reader follows; the library would drop them."""
        span = self.lines.span([line, line + 1])
        message, hint = "lists, quotations or ::: passages stand too deep inside one another here", "use fewer levels of indentation"
        self.problems.append(error("nested-too-deeply", message, span, hint))

    def paragraph(self, token: Placed) -> Block:
        """A paragraph's text stands on its token (see `block_rules`), a term's on the next."""
        if token.type == "paragraph_open":
            self.at += 2
            if not token.hidden:
                self.loose[token.level] = self.at
            text, line = token.content, token.map[0]
            if not PLAIN.search(text):
                return _plain(self.lines.only(text, line), text)
            content = inlines(text, self.lines.places(text, line), self.environment)
            if content and isinstance(content[0], nodes.Image) and all(map(is_comment, content[1:])):
                return _figure(content[0], content[1:])
        else:
            text = self.tokens[self.at].content
            content = self.inline()
            self.skip()
        return self.written(content, text) if content else nodes.Paragraph(self.span(token), [])

    def written(self, content: list[Inline], text: str) -> nodes.Paragraph:
        """A paragraph with what was read in its text."""
        span = content[0].span.to(content[-1].span)
        content, attributes = given(content) if "{" in text else (content, None)
        paragraph = nodes.Paragraph(span, content, attributes)
        if attributes:
            self.attributed.append(paragraph)
        return paragraph

    def heading(self, token: Placed) -> Block:
        inline = self.tokens[self.at]
        line = token.map[0]
        places = None if token.markup in ("-", "=") else self.lines.heading(inline.content, line, token.markup)
        content = self.inline(places)
        content, attributes = given(content) if "{" in inline.content else (content, None)
        self.skip()
        return nodes.Heading(self.span(token), int(token.tag[1]), content, attributes)

    def quote(self, token: Placed) -> Block:
        return nodes.Quote(self.span(token), self.until("blockquote_close"))

    def bullet_list(self, token: Placed) -> Block:
        return self.any_list(token, None, "bullet_list_close")

    def ordered_list(self, token: Placed) -> Block:
        return self.any_list(token, int(token.attrs.get("start", 1)), "ordered_list_close")

    def any_list(self, token: Placed, start: int | None, closing: str) -> Block:
        first = self.at
        items = cast(list[nodes.ListItem], self.until(closing))
        tight = self.loose.get(token.level + 2, 0) < first
        return nodes.List(self.span(token), items, start, tight)

    def plain_list(self, token: Placed) -> Block:
        """A list of lines, some of which may have a list of lines below them (see `block_rules`)."""
        line, end = token.map
        mark = self.lines.lines[line].partition(".")[0]
        items: list[nodes.ListItem] = []
        while line < end:
            below = line + 1
            after = next((other for other in range(below, end) if self.lines.lines[other][0] != " "), end)
            blocks: list[Block] = [self.line(line)]
            if after > below:
                leaves = [nodes.ListItem(self.lines.whole(other, other), [self.line(other)]) for other in range(below, after)]
                blocks.append(nodes.List(leaves[0].span.to(leaves[-1].span), leaves, None, True))
            items.append(nodes.ListItem(self.lines.whole(line, after - 1), blocks))
            line = after
        return nodes.List(items[0].span.to(items[-1].span), items, int(mark) if mark.isdigit() else None, True)

    def line(self, number: int) -> nodes.Paragraph:
        """What an item says that is one line, behind its mark."""
        line = self.lines.lines[number]
        mark = line.index("-" if line[0] in " -" else ".") + 2
        text = mdTrim(line[mark:])
        start = self.lines.starts[number] + mark
        if not PLAIN.search(text):
            return _plain(self.lines.source.span(start, start + len(text)), text)
        return self.written(inlines(text, Places(self.lines.source, [0], [start]), self.environment), text)

    def item(self, token: Placed) -> Block:
        item = nodes.ListItem(self.span(token), said_first(self.until("list_item_close")))
        first = item.blocks[0] if item.blocks else None
        leaf = first.content[0] if isinstance(first, nodes.Paragraph) and first.content else None
        if type(leaf) is Text and (task := TASK.match(leaf.text)):
            item.checked = task[1] != " "
            leaf.text = leaf.text[4:]
            leaf.span = leaf.span.sub(leaf.span.start + 4, leaf.span.end)
        return item

    def fence(self, token: Placed) -> Block:
        first, last = token.map
        if last - first < 2 + token.content.count("\n") + (not token.content.endswith("\n") and token.content != ""):
            message = "this block of code is never closed, so everything below it counts as code"
            span = self.lines.span([first, first + 1])
            self.problems.append(warning("unclosed-code", message, span, f"end it with a line {token.markup} of its own"))
        words = token.info.split()
        if len(words) > 1:
            span, hint = self.lines.span([first, first + 1]), f"write these words on a line of their own above {token.markup}"
            self.problems.append(warning("words-beside-code", f"the words beside {token.markup} are not printed", span, hint))
        content = code_lines(self.lines, token.content, first + 1)
        return nodes.CodeBlock(self.span(token), content, words[0] if words else "")

    def code_block(self, token: Placed) -> Block:
        return nodes.CodeBlock(self.span(token), code_lines(self.lines, token.content, token.map[0]))

    def rule(self, token: Placed) -> Block:
        return nodes.ThematicBreak(self.span(token))

    def html(self, token: Placed) -> Block:
        from docgen.parse.html import block_html

        return block_html(self.lines, token.content, self.span(token), token.map[0])

    def footnote(self, token: Placed) -> Block:
        first = self.at
        found = self.until("footnote_reference_close")
        maps = [inner.map for inner in self.tokens[first : self.at] if inner.map]
        spans = [block.span for block in found]
        start = self.lines.start(maps[0][0]) if maps else 0
        span = spans[0].sub(start, spans[-1].end) if spans else self.lines.source.span(start, start)
        return nodes.Footnote(span, token.meta["label"], found)

    def definition_list(self, token: Placed) -> Block:
        entries: list[nodes.Definition] = []
        while self.tokens[self.at].type != "dl_close":
            opening = self.tokens[self.at]
            self.at += 1
            if opening.type == "dt_open":
                term = cast(nodes.Paragraph, self.paragraph(_with_lines(opening)))
                entries.append(nodes.Definition(term.span, term, []))
            else:
                meaning = self.until("dd_close")
                entries[-1].meanings.append(meaning)
                entries[-1].span = entries[-1].span.to(meaning[-1].span) if meaning else entries[-1].span
        self.skip()
        return nodes.DefinitionList(self.span(token), entries)


def _plain(span: Span, text: str) -> nodes.Paragraph:
    return nodes.Paragraph(span, [Text(span, text)])


def _with_lines(term: Placed) -> Placed:
    """A definition's term with a whole line for its place; the library gives it an empty range."""
    line = term.map[0]
    term.map = [line, line + 1]
    return term


def _figure(image: nodes.Image, comments: list[Inline]) -> nodes.Figure:
    caption: list[Inline] = [Text(image.span, image.title, TextKind.ATOM)] if image.title else []
    end = image.attributes.span if image.attributes else image.span
    return nodes.Figure(image.span.to(end), image, caption, comments)


BLOCKS: Mapping[str, Callable[[BlockBuilder, Placed], Block]] = MappingProxyType(
    {
        "paragraph_open": BlockBuilder.paragraph,
        "heading_open": BlockBuilder.heading,
        "blockquote_open": BlockBuilder.quote,
        "bullet_list_open": BlockBuilder.bullet_list,
        "ordered_list_open": BlockBuilder.ordered_list,
        "plain_list": BlockBuilder.plain_list,
        "list_item_open": BlockBuilder.item,
        "fence": BlockBuilder.fence,
        "code_block": BlockBuilder.code_block,
        "hr": BlockBuilder.rule,
        "html_block": BlockBuilder.html,
        "table_open": BlockBuilder.table,
        "dl_open": BlockBuilder.definition_list,
        "footnote_reference_open": BlockBuilder.footnote,
    }
)
