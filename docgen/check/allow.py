"""Comments that let a finding stand: `<!-- docgen: allow NAME because … -->` in a text, `# docgen: allow …` in settings.

Those in a text are read from the tree, so that one which is shown as code is none. A comment behind words covers the lines of their
paragraph, heading, row or field. One on a line of its own covers the block below it, or the block above where it touches that one only.
In settings a comment covers the setting on its line or below it, with what is indented under it, and what is said of the file as such.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from typing import NamedTuple

from docgen.assessment import Located
from docgen.check.table import FIXED
from docgen.diagnostics import Diagnostic, warning
from docgen.near import nearest
from docgen.nodes import Block, Cell, Figure, Heading, List, Node, Paragraph, RawBlock, RawInline, Table
from docgen.note import Field, Library, Note
from docgen.record import Record
from docgen.source import Source, Span
from docgen.walk import children, is_comment, visit

NAME = "wrong-allow"
ADDRESSED = re.compile(r"\s*docgen(?:\s*:|\s+(?:allow|ignore|disable)\b)", re.IGNORECASE)
ALLOW = re.compile(r"\s*docgen\s*:\s*allow\b", re.IGNORECASE)
BECAUSE = re.compile(r"\bbecause\b", re.IGNORECASE)
NAMES = re.compile(r"\b(?!and\b)[\w-]*\w")
WORD = re.compile(r"[^\W\d_]{2}")
# A line of a quotation with nothing on it counts as empty.
EMPTY = re.compile(r"[\s>]*")
# What is told about these comments themselves.
UNSILENCED = (NAME, "unused-allow")
WORDED = (Paragraph, Heading, Cell, Field, Figure)
# How many lines of definitions, which are no blocks, one comment covers.
RUN = 50

Lines = tuple[int, int]


class Place(NamedTuple):
    """What a comment on a line of its own covers, and whether it parts a list in two."""

    lines: Lines
    divides: bool


class Allow(Record):
    """Names that may stand on some lines of a file, 1-based and the last included; `whole` where on the file as such, too."""

    span: Span
    names: list[Located[str]]
    reason: str
    lines: Lines
    whole: bool = False


def line_of(source: Source, offset: int) -> int:
    """The 1-based line of an offset."""
    return source.position(offset)[0]


def lines_of(node: Node) -> Lines:
    """The first and the last line of a node; a table's caption is a part of it."""
    spans = [node.span, *([node.caption.span] if isinstance(node, Table) and node.caption else [])]
    return min(line_of(span.source, span.start) for span in spans), max(line_of(span.source, span.end) for span in spans)


def settings_of(library: Library) -> list[Source]:
    """The files of settings: assessment.yaml, and house.yaml where it says anything about looks."""
    house = next((span.source for span in library.theme.places.values()), None)
    return [library.assessment.source, *([house] if house else [])]


def read_allows(library: Library) -> tuple[list[Allow], list[Diagnostic]]:
    """Every comment of this kind that holds, and what is wrong with the others."""
    problems: list[Diagnostic] = []
    found: list[Allow] = []
    for source, end in (*((source, len(source.text)) for source in settings_of(library)), *((note.source, note.body) for note in library.notes)):
        found += _in_settings(source, end, problems)
    raws: dict[int, list[tuple[Note, Node]]] = {}
    for kind in (RawBlock, RawInline):
        for note, node in library.census.get(kind, ()):
            if any(ADDRESSED.match(node.span.text, start + 4) for start, _ in _comments(node.span.text)):
                raws.setdefault(id(note), []).append((note, node))
    for entries in raws.values():
        found += _in_text(entries[0][0], [node for _, node in entries], problems)
    return found, problems


def _comments(text: str) -> Iterator[Lines]:
    """Where each comment in a piece of HTML begins and ends."""
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        at = end + 3
        yield start, at


def _in_text(note: Note, raws: list[Node], problems: list[Diagnostic]) -> Iterator[Allow]:
    """The comments of one note's text."""
    own_line = dict(_on_own_lines(note))
    worded: dict[int, Lines] = {}
    for node in visit(note.blocks):
        if isinstance(node, WORDED):
            lines = lines_of(node)
            worded.update((line, max(lines, worded.get(line, lines))) for line in range(lines[0], lines[1] + 1))
    for raw in raws:
        text, own = raw.span.text, lines_of(raw)
        place = own_line.get(raw) or Place(own if isinstance(raw, RawBlock) else worded.get(own[0], own), False)
        for start, end in _comments(text):
            span = raw.span.sub(raw.span.start + start, raw.span.start + end)
            if read := _read(span, span.sub(span.start + 4, span.end - 3), "<!-- {} -->", problems):
                yield Allow(span, *read, place.lines)
        if place.divides:
            hint = "put it behind the words that it is about, or on a line of its own before the whole list"
            problems.append(warning(NAME, "this comment divides a list, which is printed as two", raw.span, hint))
        if isinstance(raw, RawBlock) and raw.content and raw.span.text.startswith("<!--"):
            hint = "put the comment behind it, or on the line above"
            problems.append(warning(NAME, "what stands behind this comment on its line is not read as Markdown", raw.span, hint))


def _on_own_lines(note: Note) -> Iterator[tuple[Node, Place]]:
    """What each comment on a line of its own covers."""
    yield from _among(list(note.blocks), None)
    for node in visit(note.blocks):
        if isinstance(node, Block) and not isinstance(node, (Paragraph, Heading, Cell, RawBlock)):
            yield from _among([child for child in children(node) if isinstance(child, (Block, Field))], node)


def _among(siblings: list[Node], parent: Node | None) -> Iterator[tuple[Node, Place]]:
    """The same for the comments among some siblings."""
    if any(map(is_comment, siblings)):
        siblings = sorted(siblings, key=lambda node: node.span.start)
        said = [at for at, node in enumerate(siblings) if not is_comment(node)]
        for at, node in enumerate(siblings):
            next_one = bisect(said, at)
            if is_comment(node):
                before = siblings[said[next_one - 1]] if next_one else None
                below = siblings[said[next_one]] if next_one < len(said) else None
                divides = isinstance(before, List) and isinstance(below, List) and (before.start is None) is (below.start is None)
                yield node, Place(_covered(node, before, below, parent), divides)


def _covered(comment: Node, before: Node | None, below: Node | None, parent: Node | None) -> Lines:
    """The block below a comment, with what no reader sees between them; else the block above it, or what it stands in."""
    first, last = lines_of(comment)
    source = comment.span.source
    touches = last < len(source.line_starts) and not EMPTY.fullmatch(source.line(last + 1))
    if below and (touches or not before or lines_of(before)[1] != first - 1):
        return last + 1, lines_of(below)[1]
    if touches and parent is None and not below:
        lines = range(last + 1, min(last + RUN, len(source.line_starts)) + 1)
        return last + 1, next((line - 1 for line in lines if EMPTY.fullmatch(source.line(line))), lines[-1])
    return lines_of(before or parent or comment)


def _in_settings(source: Source, end: int, problems: list[Diagnostic]) -> Iterator[Allow]:
    """The comments among the settings that a file begins with."""
    if "docgen" not in source.text[:end].casefold():
        return
    settings = Settings([source.line(line) for line in range(1, line_of(source, end) + 1)])
    for line, text in enumerate(settings.lines, 1):
        at = _comment_at(text) if "docgen" in text.casefold() else None
        if at is not None and ADDRESSED.match(text, at + 1):
            start = source.text.find("#", source.line_starts[line - 1] + at)
            span = source.span(start, start + len(text) - at)
            first = line if text[:at].strip() else settings.below[line - 1]
            if read := _read(span, span.sub(start + 1, span.end), "# {}", problems):
                yield Allow(span, *read, (min(line, first), settings.end(first)) if first else (line, line), whole=True)


class Settings:
    """The lines of some settings: for each the next one that sets something, 0 for none, and where a setting ends."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.ends: dict[int, int] = {}
        self.below = [0] * len(lines)
        for at in range(len(lines) - 1, 0, -1):
            self.below[at - 1] = at + 1 if _sets(lines[at]) else self.below[at]

    def end(self, first: int) -> int:
        """The last line of what is indented below a setting, or listed below it; looked for once, whatever the number of comments."""
        if first not in self.ends:
            text = self.lines[first - 1]
            depth = len(text) - len(text.lstrip())
            end = first
            while (line := self.below[end - 1]) and _is_inside(self.lines[line - 1], text, depth):
                end = line
            self.ends[first] = end
        return self.ends[first]


def _comment_at(line: str) -> int | None:
    """Where the comment of a line of settings begins: at a `#` behind a blank that stands in no quotation marks."""
    quote, before = "", " "
    for at, sign in enumerate(line):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'" and before in " [{,:":
            quote = sign
        elif sign == "#" and before.isspace():
            return at
        before = sign
    return None


def _sets(line: str) -> bool:
    """True for a line that sets something: not an empty one, not a comment, not the end of the front matter."""
    return bool(line.strip()) and not line.lstrip().startswith("#") and not line.startswith("---")


def _is_inside(line: str, setting: str, depth: int) -> bool:
    """True for a line that is indented below a setting, or is an entry of its list."""
    return len(line) - len(line.lstrip()) > depth or (line[depth:].startswith("- ") and not setting[depth:].startswith("- "))


def _read(whole: Span, inner: Span, form: str, problems: list[Diagnostic]) -> tuple[list[Located[str]], str] | None:
    """The names and the reason that a comment gives; None where it is not for docgen, or gives no reason."""
    if not ADDRESSED.match(inner.text):
        return None
    opening = ALLOW.match(inner.text)
    because = BECAUSE.search(inner.text, opening.end() if opening else 0)
    end = because.start() if because else len(inner.text)
    found = NAMES.finditer(inner.text, opening.end(), end) if opening else ()
    names = [Located(name.group().casefold(), inner.sub(inner.start + name.start(), inner.start + name.end())) for name in found]
    reason = " ".join(inner.text[because.end() :].split()) if because else ""
    if not names:
        problems.append(warning(NAME, "this comment is meant for docgen, and is not understood", whole, "write " + form.format("docgen: allow NAME because …")))
        return None
    if not WORD.search(reason):
        # Without the word "because" a reason is taken for names; the first of them is one.
        said = names[0].value if because is None else ", ".join(name.value for name in names)
        hint = "say why: " + form.format(f"docgen: allow {said} because …")
        problems.append(warning(NAME, "this comment gives no reason, so nothing is silenced", whole, hint))
        return None
    return [name for name in names if _may_be_silenced(name, problems)], reason


def _may_be_silenced(name: Located[str], problems: list[Diagnostic]) -> bool:
    """True for a finding that there is, unless it guards text, or what a comment says; else with a finding."""
    from docgen.check.names import NAMES as KNOWN

    if name.value not in KNOWN:
        near = next((known for known in KNOWN if known.startswith(f"{name.value}-")), None) or nearest(name.value, KNOWN)
        problems.append(warning(NAME, f'no finding about notes is called "{name.value}"', name.span, f'did you mean "{near}"?' if near else "docgen rules lists all of them"))
    elif name.value in FIXED:
        problems.append(warning(NAME, f'"{name.value}" cannot be silenced: it guards text or safety', name.span, "mend what it tells, and remove its name here"))
    elif name.value in UNSILENCED:
        problems.append(warning(NAME, f'"{name.value}" cannot be silenced by a comment', name.span, "remove its name here"))
    else:
        return True
    return False
