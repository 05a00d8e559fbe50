"""One file to one Note. Never raises on content: a bad note is still a note, with its problems."""

from __future__ import annotations

from pathlib import PurePosixPath

from docgen.assessment import Located
from docgen.diagnostics import Diagnostic, warning
from docgen.nodes import Block, Heading, Inline, Paragraph, SoftBreak, Text
from docgen.note import Note, items_of
from docgen.parse.blocks import blocks
from docgen.parse.characters import printable, unprintable
from docgen.parse.front_matter import read_front_matter, says_title, split
from docgen.parse.items import parts
from docgen.parse.spans import Lines
from docgen.source import LINE_END, Source, Span
from docgen.walk import is_comment, visible


def read_note(source: Source, root: str = "content/") -> Note:
    """The note in a file whose path begins with `root`."""
    stem = PurePosixPath(source.path.removeprefix(root)).with_suffix("")
    title = Located(stem.name, source.top())
    note = Note(source, Located(str(stem), source.top()), title)
    where = split(source)
    note.body = where.body
    if where.problem:
        note.problems.append(where.problem)
    read_front_matter(source, where, note)
    found, attributed = _body(source, where.body, where.body_line, note.problems)
    found = _without_title(note, found, says_title(note, title))
    note.parts, problems = parts(found)
    note.problems += problems
    settle(note, attributed)
    return note


def _body(source: Source, start: int, line: int, problems: list[Diagnostic]) -> tuple[list[Block], list[Paragraph]]:
    text = source.text[start:]
    if wrong := _unprintable(source, start):
        problems.extend(wrong)
        text = printable(text)
    text = LINE_END.sub("\n", text) if "\r" in text else text
    found, attributed, wrong = blocks(Lines(source, line, text), text)
    problems.extend(wrong)
    return found, attributed


def _unprintable(source: Source, start: int) -> list[Diagnostic]:
    return [
        warning(
            "unprintable-character",
            f"the character U+{code:04X} cannot be printed, and another sign stands for it in the document",
            source.span(first, end),
            "remove it, or write what it was to say",
        )
        for first, end, code in unprintable(source.text, start)
    ]


def _without_title(note: Note, found: list[Block], titled: bool) -> list[Block]:
    """The blocks without a level-1 heading that opens them and is the note's title."""
    first = next((block for block in found if not is_comment(block)), None)
    if not isinstance(first, Heading) or first.level != 1:
        return found
    text = " ".join(visible(first.content).split())
    if titled and text != note.title.value:
        return found
    if not titled and text:
        note.title = Located(text, first.span)
    return [block for block in found if block is not first]


def settle(note: Note, attributed: list[Paragraph]) -> None:
    """Give attributes that no item and no caption took back to the text, with a warning each."""
    taken = {id(item.paragraph) for part in note.parts for item in items_of(part.blocks)}
    for block in attributed:
        if id(block) not in taken and block.attributes:
            span = block.attributes.span
            block.content += [*_gap(block.content, span), Text(span, printable(span.text))]
            block.attributes = None
            hint = "remove it, or write it at the end of a heading, a finding or a recommendation, behind a picture, or at the end of a table's title"
            note.problems.append(warning("unused-attributes", f"{span.text} has no effect here and is printed", span, hint))


def _gap(content: list[Inline], after: Span) -> list[Inline]:
    """What stands between the text of a paragraph and the attributes that are given back to it."""
    gap = after.sub(content[-1].span.end, after.start) if content else after.sub(after.start, after.start)
    if "\n" in gap.text or "\r" in gap.text:
        return [SoftBreak(gap)]
    return [Text(gap, printable(gap.text))] if gap.text else []
