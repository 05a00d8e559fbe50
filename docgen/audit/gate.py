"""The accessibility gate: the findings about an opened Word file, each at its paragraph, or at the line of the note that the paragraph came from."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.audit.facts import read_facts
from docgen.audit.rule import Found, Rule
from docgen.audit.story import Paragraph, one_line
from docgen.audit.table import RULES
from docgen.diagnostics import Diagnostic, ordered
from docgen.record import Record
from docgen.source import Source, Span
from docgen.word.anchors import key_of
from docgen.word.opening import Package

EMPTY, PICTURE = "¶", "[picture]"
DETAIL = "d_"


class Audited(Record):
    """What the gate says of a file: its findings by place, and how many paragraphs were read."""

    findings: list[Diagnostic]
    paragraphs: int


class Word(Source):
    """The text of a Word file as a source: a paragraph is a line, and is found by its number and the heading above it."""

    __slots__ = ("paragraphs",)
    marked = False  # a finding is about the whole paragraph

    def __init__(self, path: str, paragraphs: list[Paragraph]) -> None:
        super().__init__(path, "".join(f"{_line(paragraph)}\n" for paragraph in paragraphs))
        self.paragraphs = paragraphs

    def place(self, span: Span) -> str:
        """`: paragraph 14, under "Leadership"`; nothing for the file as such."""
        if span.start == span.end:
            return ""
        paragraph = self.paragraphs[self.position(span.start)[0] - 1]
        if paragraph.story.label:
            return f" {paragraph.story.label}, paragraph {paragraph.number}"
        under = f', under "{paragraph.under}"' if paragraph.under else ""
        return f" paragraph {paragraph.number}{under}"

    def at(self, paragraph: Paragraph) -> Span:
        """The whole of a paragraph."""
        start, after = self.line_starts[paragraph.number - 1 : paragraph.number + 1]
        return self.span(start, after - 1)


def _line(paragraph: Paragraph) -> str:
    """What a paragraph says, on one line."""
    return one_line(paragraph.text) or (PICTURE if paragraph.shapes else EMPTY)


def audit(package: Package, path: str, notes: Mapping[str, Span] | None = None) -> Audited:
    """The findings about a package; `notes` has the place in the notes for the keys of blocks, where they are known. Raises BadPackage."""
    facts = read_facts(package)
    paragraphs = list(facts.paragraphs())
    source = Word(path, paragraphs)
    found = [_diagnostic(rule, problem, source, notes or {}) for rule in RULES for problem in rule.find(facts)]
    return Audited(ordered(found), len(paragraphs))


def _diagnostic(rule: Rule, found: Found, source: Word, notes: Mapping[str, Span]) -> Diagnostic:
    return Diagnostic(rule.name, rule.severity, found.message, _span(found.at, source, {} if found.of_file else notes), found.hint)


def _span(paragraph: Paragraph | None, source: Word, notes: Mapping[str, Span]) -> Span:
    if paragraph is None:
        return source.top()
    keys = (key.removeprefix(DETAIL) for name in paragraph.bookmarks if (key := key_of(name)))
    return next((notes[key] for key in keys if key in notes), None) or source.at(paragraph)
