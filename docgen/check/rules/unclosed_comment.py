r"""A comment is not closed, or not opened as comments are, so it would be printed or swallow what follows.

Why: a comment is for the writers only. It begins with `<!--` and ends with `-->`, with no empty line between.

Bad:
```body
The group was frank. <! -- ask the police first -->
```

Good:
```body
The group was frank. <!-- ask the police first -->
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, error
from docgen.nodes import Cell, Code, CodeBlock, Heading, Image, Inline, Link, Marked, Paragraph, RawBlock, RawInline
from docgen.note import Field, Note
from docgen.pattern import lazy
from docgen.source import Span
from docgen.walk import visible

NAME = "unclosed-comment"
# Arrows may point to something; two of them around words, and one of two dashes, are comments that lost their mark.
OPENING = lazy(r"[<‹«]\s*!\s*[-‐-―]|<\s?[-–—]{2,3}(?!\s*>)|<[-–—]!?\s[^<>\n]{1,200}\s[-–—]{1,2}>")
HINT = "begin it with <!-- and end it with -->, and leave no empty line in it"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each block in which a comment begins that does not end there, and for each comment that is none where it stands."""
    worth = {note for note in facts.library.notes if any(sign in note.source.text for sign in "<‹«") and OPENING.search(note.source.text)}
    printed = ((span, _prose(content)) for span, content in _texts(facts, worth))
    for span, text in (*printed, *_elsewhere(facts)):
        if OPENING.search(text):
            yield error(NAME, "this looks like a comment, and would be printed", span, HINT)
    for _, image in facts.every(Image):
        if OPENING.search(image.title) or OPENING.search(image.alt):
            yield error(NAME, "there is no comment in the description of a picture; this would be printed", image.span, HINT)
    yield from _ended(facts)


def _ended(facts: Facts) -> Iterator[Diagnostic]:
    """Comments that end too early or never."""
    for _, tag in facts.every(RawInline):
        if tag.span.text in ("<!-->", "<!--->"):
            yield error(NAME, "this comment ends where it begins, and what follows would be printed", tag.span, HINT)
    for _, raw in facts.every(RawBlock):
        text = raw.span.text
        if text.count("<!--") > text.count("-->"):
            yield error(NAME, "this comment is never closed, so everything below it would be left out", raw.span, HINT)


def _elsewhere(facts: Facts) -> Iterator[tuple[Span, str]]:
    """Code that is code because it is indented, as a comment too far to the right is, and the titles of links."""
    yield from ((code.span, code.span.text) for _, code in facts.every(CodeBlock) if not code.is_fenced)
    yield from ((link.span, link.title) for _, link in facts.every(Link) if link.title)


def _texts(facts: Facts, worth: set[Note]) -> Iterator[tuple[Span, list[Inline]]]:
    yield from ((block.span, block.content) for note, block in facts.every(Paragraph) if note in worth)
    yield from ((cell.span, cell.content) for note, cell in facts.every(Cell) if note in worth)
    yield from ((heading.span, heading.content) for note, heading in facts.every(Heading) if note in worth)
    yield from ((entry.span, entry.content) for note, entry in facts.every(Field) if note in worth)


def _prose(content: list[Inline]) -> str:
    """The text without code, which may show what a comment looks like."""
    parts = (_prose(node.content) if isinstance(node, Marked) else visible([node]) for node in content if not isinstance(node, Code))
    return "".join(parts)
