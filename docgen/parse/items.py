"""Parts and items: what the headings of a note open, and the findings and recommendations in it.

A heading such as `## Strengths` opens a part, up to the next heading of the same or a higher level. In a part, every item of a
top-level list is an item, a list inside a `:::` container counted as top-level; where the part holds no list,
every paragraph is one. Everything else stays in the part, in place.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import cast

from docgen import nodes
from docgen.assessment import Located
from docgen.diagnostics import Diagnostic, error
from docgen.nodes import Block, Heading, Paragraph, Text
from docgen.note import PART_TITLES, Field, Finding, Item, Part, PartKind, Recommendation
from docgen.parse import fields
from docgen.parse.below import NAME as MISPLACED
from docgen.parse.below import with_edits
from docgen.pattern import lazy
from docgen.source import Span
from docgen.walk import visible

KINDS: Mapping[PartKind, tuple[type[Item], Mapping[str, fields.Reader], str]] = MappingProxyType(
    {
        PartKind.STRENGTHS: (Finding, fields.FINDING, "a finding"),
        PartKind.DEVELOPMENT: (Finding, fields.FINDING, "a finding"),
        PartKind.RECOMMENDATIONS: (Recommendation, fields.RECOMMENDATION, "a recommendation"),
    }
)

IDENTITY = lazy(r"\{#([\w.-]+)[^{}]*\}")


def opened(heading: Heading) -> str:
    """The heading as PART_TITLES spells it."""
    return " ".join(visible(heading.content).split()).rstrip(":").rstrip().casefold()


def parts(blocks: list[Block]) -> tuple[list[Part], list[Diagnostic]]:
    """A note's blocks as parts with their items, and what is wrong with the items."""
    result = [Part(PartKind.NARRATIVE, None, [])]
    level = 0
    for block in blocks:
        current = result[-1]
        if isinstance(block, Heading) and (kind := PART_TITLES.get(opened(block))):
            result.append(Part(kind, block, []))
            level = block.level
        elif isinstance(block, Heading) and current.kind is not PartKind.NARRATIVE and block.level <= level:
            result.append(Part(PartKind.NARRATIVE, None, [block]))
        else:
            current.blocks.append(block)
    problems: list[Diagnostic] = []
    for part in result:
        if part.kind is not PartKind.NARRATIVE:
            _read_items(part, problems)
    return [part for part in result if part.heading or part.blocks], problems


def _read_items(part: Part, problems: list[Diagnostic]) -> None:
    heading = cast(Heading, part.heading)
    found: list[Diagnostic] = []
    reader = ItemReader(part.kind, opened(heading) == "priority actions", found)
    lists = any(isinstance(block, nodes.List) for block in _top_level(part.blocks))
    blocks, part.blocks = part.blocks, reader.items(part.blocks, paragraphs=not lists)
    problems += with_edits(blocks, found) if found and reader.is_sure else found


def _top_level(blocks: list[Block]) -> list[Block]:
    """The blocks, those inside containers included."""
    flat: list[Block] = []
    for block in blocks:
        flat += _top_level(block.blocks) if isinstance(block, nodes.Container) else [block]
    return flat


class ItemReader:
    """Turns the blocks of one part into items."""

    def __init__(self, kind: PartKind, high: bool, problems: list[Diagnostic]) -> None:
        self.kind = kind
        self.high = high
        self.problems = problems
        self.type, self.known, self.what = KINDS[kind]
        self.known_or_telling = {**self.known, **fields.TELLING}
        self.is_sure = True  # what misplaced lines mean, and what they describe
        self.names: list[str] = []  # the fields of the last item, those of misplaced lines included

    def items(self, blocks: list[Block], paragraphs: bool) -> list[Block]:
        """The blocks with their lists, or their paragraphs, taken for items."""
        result: list[Block] = []
        for block in blocks:
            if isinstance(block, nodes.Container):
                block.blocks = self.items(block.blocks, paragraphs)
            if isinstance(block, nodes.List):
                result += [self.item(entry) for entry in block.items]
            elif paragraphs and isinstance(block, Paragraph):
                result.append(self.build(block, [], [block]))
            else:
                self.beside(block)
                result.append(block)
        return result

    def item(self, entry: nodes.ListItem) -> Block:
        """One item of a list; the first paragraph is what it says."""
        if _words(entry) and _says(entry):
            return self.build(cast(Paragraph, entry.blocks[0]), entry.blocks[1:], entry.blocks, entry.checked)
        empty = Paragraph(entry.span.sub(entry.span.start, entry.span.start), [])
        if not _says(entry):
            hint = "write the item's text behind the dash, or remove the dash"
            self.problems.append(error("empty-item", "this item says nothing", entry.span, hint))
        return self.build(empty, entry.blocks, entry.blocks)

    def build(self, paragraph: Paragraph, below: list[Block], all_blocks: list[Block], checked: bool | None = None) -> Item:
        """An item from its paragraph and what stands below it."""
        self.not_a_field(paragraph)
        run_on = self.run_on(paragraph)
        for block in below:
            self.run_on(block, whole=True)
        given = paragraph.attributes or (_inner_identity(paragraph) if run_on else None)
        name = Located(given.id, given.span) if given and given.id else None
        if checked is not None:
            box = Text(paragraph.span.sub(paragraph.span.start, paragraph.span.start), "☑ " if checked else "☐ ", nodes.TextKind.ATOM)
            paragraph.content.insert(0, box)
        span = all_blocks[0].span.to(all_blocks[-1].span) if all_blocks else paragraph.span
        found, rest = self.described(below)
        self.names += [entry.name for entry in found]
        return self.type(span, self.kind, paragraph, name, found, rest, self.high)

    def not_a_field(self, paragraph: Paragraph) -> None:
        """Refuse an item that says no more than `Lead: council`: it was meant to stand below one."""
        line = fields.as_line(paragraph.content, paragraph.span, self.known_or_telling)
        name = fields.canonical(line.name.text, self.known_or_telling) if line else None
        if line and name in self.known:
            self.movable(line)
            hint = 'put its dash right below the first letter of its item: two spaces before it where the item begins with "- ", three where it begins with "1. "'
            self.misplaced(f'"{line.name.text.strip()}:" belongs below an item, and is read as an item of its own', paragraph.span, hint)
        elif name:
            self.is_sure = False
            hint = "put the recommendation that it describes, and this below it, under a heading that says Recommendations and nothing else"
            self.misplaced(f'"{name}:" belongs below a recommendation, and is read as a finding of its own', paragraph.span, hint)
        elif name := fields.telling(paragraph.content):
            self.is_sure = False
            hint = f'write "- {name}: …", its dash right below the first letter of its recommendation'
            self.misplaced(f'"{name}" belongs below a recommendation, and is read as an item of its own', paragraph.span, hint)
        else:
            self.names = []

    def too_deep(self, block: Block) -> None:
        """Refuse fields below another field."""
        for entry in block.items if isinstance(block, nodes.List) else ():
            line = self.line(entry)
            if line and fields.canonical(line.name.text, self.known):
                self.is_sure = False
                hint = "put its dash right below the first letter of the item, as that of the line above it"
                self.misplaced(f'"{line.name.text.strip()}:" is printed as text of the line above it, and describes nothing', entry.span, hint)

    def beside(self, block: Block) -> None:
        """Refuse a paragraph between the lists of a part that is no more than a line about a recommendation."""
        line = fields.as_line(block.content, block.span, fields.TELLING) if isinstance(block, Paragraph) else None
        if line and fields.canonical(line.name.text, fields.TELLING):
            self.is_sure = False
            hint = f'write "{line.begins}" below its item, its dash right below the first letter of the item'
            self.misplaced(f'"{line.name.text.strip()}:" stands below no item, and describes nothing', block.span, hint)

    def movable(self, line: fields.Line) -> None:
        """Doubt that a misplaced line can be moved where it would be wrong below its item, too."""
        entry, problems = fields.read_field(line, self.known, self.what)
        name = entry.name if entry and not problems else ""
        self.is_sure = self.is_sure and bool(name) and (name in fields.REPEATABLE or name not in self.names)
        self.names.append(name)

    def misplaced(self, message: str, span: Span, hint: str) -> None:
        self.problems.append(error(MISPLACED, message, span, hint))

    def run_on(self, block: Block, whole: bool = False) -> bool:
        """Refuse the lines within a paragraph that begin with the name of a field, and say if there are any: without a dash they belong to the text before them."""
        if not isinstance(block, Paragraph):
            return False
        found = False
        for content in _lines(block.content)[0 if whole else 1 :]:
            span = content[0].span.to(content[-1].span) if content else block.span
            line = fields.as_line(content, span, self.known)
            if line and fields.canonical(line.name.text, self.known):
                self.movable(line)
                hint = f'write "{line.begins}" on a line of its own, its dash right below the first letter of the item'
                self.misplaced(f'"{line.name.text.strip()}:" is printed as text of the item, and describes nothing', span, hint)
                found = True
            elif name := fields.telling(content):
                self.is_sure = False
                hint = f'write "- {name}: …" on a line of its own, its dash right below the first letter of the item'
                self.misplaced(f'"{name}" is printed as text of the item, and describes nothing', span, hint)
                found = True
        return found

    def described(self, below: list[Block]) -> tuple[list[Field], list[Block]]:
        """The fields in the nested lists, and every other block."""
        found: list[Field] = []
        rest: list[Block] = []
        for block in below:
            lines = [self.line(entry) for entry in block.items] if isinstance(block, nodes.List) else []
            if isinstance(block, nodes.List) and any(map(self.is_field, block.items, lines)):
                rest += self.field_list(block, lines, found)
            else:
                rest.append(block)
        return found, rest

    def is_field(self, entry: nodes.ListItem, line: fields.Line | None) -> bool:
        if line is not None:
            return fields.is_close(line.name.text, self.known)
        return bool(fields.lacks_colon(_words(entry), self.known))

    def field_list(self, block: nodes.List, lines: list[fields.Line | None], found: list[Field]) -> list[Block]:
        """Read a list that describes its item; lines without a colon, and what stands below a line, stay text."""
        rest: list[Block] = []
        plain: list[nodes.ListItem] = []
        for entry, line in zip(block.items, lines, strict=True):
            if line is None:
                self.without_colon(entry)
                plain.append(entry)
                continue
            # A value with another field in it would only be told a second time; but an audience that nobody knows closes its item.
            if not self.run_on(entry.blocks[0]) or fields.canonical(line.name.text, self.known) == "Audience":
                self.read(line, found)
            for below in entry.blocks[1:]:
                self.run_on(below, whole=True)
                self.too_deep(below)
            rest += entry.blocks[1:]
        return [*([nodes.List(block.span, plain, block.start, block.tight)] if plain else []), *rest]

    def line(self, entry: nodes.ListItem) -> fields.Line | None:
        return fields.as_line(_words(entry), entry.span, self.known)

    def without_colon(self, entry: nodes.ListItem) -> None:
        """Refuse `Audience – internal`: taken for text, it would be printed for everybody."""
        name = fields.lacks_colon(_words(entry), self.known)
        if name:
            self.problems.append(error("unknown-field", f'a colon is missing behind "{name}"', entry.span, f"write {name}: and the value"))

    def read(self, line: fields.Line, found: list[Field]) -> None:
        entry, problems = fields.read_field(line, self.known, self.what)
        self.problems += problems
        if entry is None:
            return
        earlier = next((other for other in found if other.name == entry.name), None)
        if earlier and entry.name not in fields.REPEATABLE:
            message = f"{entry.name} stands here a second time"
            self.problems.append(error("duplicate-field", message, line.name.span, "keep one of the two lines", (earlier.span,)))
        found.append(entry)


def _lines(content: list[nodes.Inline]) -> list[list[nodes.Inline]]:
    """The inlines of each line of a paragraph."""
    lines: list[list[nodes.Inline]] = [[]]
    for node in content:
        if isinstance(node, (nodes.SoftBreak, nodes.HardBreak)):
            lines.append([])
        else:
            lines[-1].append(node)
    return lines


def _inner_identity(paragraph: Paragraph) -> nodes.Attributes | None:
    """The identity that ends the first line of a paragraph, where more lines were to describe the item."""
    first = _lines(paragraph.content)[0]
    inner = IDENTITY.fullmatch(first[-1].span.text) if first else None
    return nodes.Attributes(first[-1].span, inner[1]) if inner else None


def _says(entry: nodes.ListItem) -> bool:
    """True for an item of a list with anything in it to be read."""
    first = entry.blocks[0] if entry.blocks else None
    if not isinstance(first, Paragraph):
        return bool(entry.blocks)
    return any(not isinstance(node, (nodes.RawInline, nodes.AttributeText)) for node in first.content)


def _words(entry: nodes.ListItem) -> list[nodes.Inline]:
    first = entry.blocks[0] if entry.blocks else None
    return first.content if isinstance(first, Paragraph) else []
