"""YAML as a tree of what was written, each value with its place and no guess about its type.

Built from PyYAML's events rather than its composer: the composer recurses, so that deep nesting ends in a
RecursionError, and it expands aliases. Here aliases, tags and second documents are refused, depth is bounded, and the
first problem ends the reading with one finding.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from docgen.diagnostics import Diagnostic, error
from docgen.parse.characters import FORBIDDEN
from docgen.pattern import lazy
from docgen.record import Record
from docgen.source import Source, Span

MAX_DEPTH = 12
TOO_DEEP = ("values are nested too deeply", "use fewer brackets")
# What follows a value and is cut off as a comment, though `Plan #2` hardly means one; a comment has a blank behind its sign.
CUT_OFF = re.compile(r"[ \t]+#(?=[^\s#])[^\r\n]*")
QUOTED = lazy(r"(?:^|[:,\[-])[ \t]*['\"]")
# Of a loader, what makes events is needed and nothing else; the one in C is missing where PyYAML was built without it.
PARSER: Any = getattr(getattr(yaml, "cyaml", None), "CParser", yaml.SafeLoader)


class Scalar(Record):
    """A single value as written, quotation marks taken off."""

    span: Span
    text: str


class Sequence(Record):
    """A list of values."""

    span: Span
    items: list[Value]


class Mapping(Record):
    """Keys with values, in the order written; a key that stands twice is there twice."""

    span: Span
    entries: list[tuple[Scalar, Value]]


Value = Scalar | Sequence | Mapping


class Refused(Exception):
    """The YAML cannot be read; carries the finding."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.message)
        self.finding = finding


def read_yaml(source: Source, start: int, end: int) -> tuple[Value | None, list[Diagnostic]]:
    """The value that stands in a range of a file, None where there is none; and at most one finding."""
    reader = _Reader(source, start)
    try:
        return reader.read(source.text[start:end]), []
    except Refused as refused:
        return None, [refused.finding]
    except yaml.YAMLError as problem:
        return None, [reader.syntax(problem, end)]


class _Reader:
    def __init__(self, source: Source, start: int) -> None:
        self.source = source
        self.start = start

    def span(self, event: yaml.Event) -> Span:
        start, end = event.start_mark, event.end_mark
        first, last = (start.index if start else 0), (end.index if end else 0)
        return self.source.span(self.start + first, self.start + max(first, last))

    def refuse(self, event: yaml.Event, message: str, hint: str) -> Refused:
        return Refused(error("yaml-feature", message, self.span(event), hint))

    def read(self, text: str) -> Value | None:
        """Build the tree with a stack of open collections; a scalar that waits for its value is a key."""
        root: list[Value] = []
        stack: list[tuple[Sequence | Mapping, Scalar | None]] = []
        following = PARSER(text).get_event
        while (event := following()) is not None:
            if isinstance(event, yaml.NodeEvent):
                value = self.value(event, len(stack), bool(root) and not stack)
                self.add(value, root, stack)
                if not isinstance(value, Scalar):
                    stack.append((value, None))
            elif isinstance(event, yaml.CollectionEndEvent):
                self.close(event, stack)
        return root[0] if root else None

    def value(self, event: yaml.NodeEvent, depth: int, second: bool) -> Value:
        """The value that an event begins."""
        if isinstance(event, yaml.AliasEvent):
            raise self.refuse(event, "this refers to another value with *", "write the value out again")
        if second:
            raise self.refuse(event, "a second block of settings begins here", "keep all settings between one pair of --- lines")
        self.allowed(event, depth)
        if isinstance(event, yaml.ScalarEvent):
            if FORBIDDEN.search(event.value):
                message, hint = "this value has a character that cannot be printed", "write the value without it"
                raise Refused(error("unprintable-character", message, self.span(event), hint))
            span = self.span(event)
            if event.value and not event.style:
                self.whole(span)
            return Scalar(span, event.value)
        return Sequence(self.span(event), []) if isinstance(event, yaml.SequenceStartEvent) else Mapping(self.span(event), [])

    def allowed(self, event: yaml.NodeEvent, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise self.refuse(event, *TOO_DEEP)
        if event.anchor is not None:
            raise self.refuse(event, "this value is given a name with &", "write the value out where it is needed")
        if getattr(event, "tag", None) not in (None, "!"):
            raise self.refuse(event, "this value is given a type with !", "leave the ! out, or put the text in quotation marks")

    def whole(self, span: Span) -> None:
        """Refuse a value that loses its end to a comment nobody meant."""
        if cut := CUT_OFF.match(self.source.text, span.end):
            message, hint = "everything from the # on would be left out", "put the value in quotation marks, or a blank behind the #"
            raise Refused(error("yaml-feature", message, span.sub(span.end, cut.end()), hint))

    def add(self, value: Value, root: list[Value], stack: list[tuple[Sequence | Mapping, Scalar | None]]) -> None:
        if not stack:
            root.append(value)
            return
        parent, key = stack[-1]
        if isinstance(parent, Sequence):
            parent.items.append(value)
        elif key is not None:
            parent.entries.append((key, value))
            stack[-1] = (parent, None)
        elif isinstance(value, Scalar):
            stack[-1] = (parent, value)
        else:
            raise Refused(error("yaml-syntax", "a key must be a single word", value.span, "put text with brackets in quotation marks"))

    def close(self, event: yaml.Event, stack: list[tuple[Sequence | Mapping, Scalar | None]]) -> None:
        """Give a finished collection its end; what a block collection ends with is its last value."""
        value, _ = stack.pop()
        end = self.span(event).end
        inner = value.items[-1] if isinstance(value, Sequence) and value.items else None
        if isinstance(value, Mapping) and value.entries:
            inner = value.entries[-1][1]
        closed = self.source.text[end - 1 : end] in ("]", "}")
        value.span = value.span.sub(value.span.start, end if closed or inner is None else inner.span.end)

    def syntax(self, problem: yaml.YAMLError, end: int) -> Diagnostic:
        """What PyYAML could not read, in words that say what to do."""
        mark = getattr(problem, "problem_mark", None)
        index = mark.index if mark else getattr(problem, "position", 0)
        at = min(self.start + index, end)
        line = self.source.line(self.source.position(at)[0])
        said = f"{getattr(problem, 'context', None) or ''} {getattr(problem, 'problem', None) or problem}"
        place = self.source.span(at, min(at + 1, end))
        # From PyYAML 6.0.4 on its scanner, which reads ahead, refuses deep nesting before an event tells of it.
        if "nesting depth" in said:
            return error("yaml-feature", TOO_DEEP[0], place, TOO_DEEP[1])
        message, hint = _remedy(said, line)
        return error("yaml-syntax", message, place, hint)


def _remedy(problem: str, line: str) -> tuple[str, str]:
    """A plain message and what to do, from PyYAML's own problem and the line it met."""
    if "\t" in line:
        return "this line is indented with a tab", "use spaces"
    if "mapping values are not allowed" in problem:
        return "this value has a colon in it", 'put the value in quotation marks: title: "Review: part one"'
    if "cannot start any token" in problem or "alias" in problem or "anchor" in problem or "tag" in problem:
        return "this value starts with a sign that has a meaning of its own here", "put the value in quotation marks"
    if "escape c" in problem:
        return "this backslash begins nothing that is known", 'put the value in \'single\' marks, or write \\\\ for a backslash'
    if "quoted scalar" in problem or "<block end>, but found '<scalar>'" in problem or ("block mapping" in problem and QUOTED.search(line)):
        return "a quotation mark is missing or stands inside the value", 'put the value in "double" marks, or write an apostrophe twice'
    if "expected ',' or" in problem or "flow" in problem:
        return "a bracket or a comma is missing", "close every [ with ] and every { with }, and put text that has a colon or a comma in quotation marks"
    if any(sign in line for sign in "\x85\u2028\u2029"):
        return "an invisible line end stands in this line", "write the value again, by hand"
    return "this line is not written as key: value", "check its indentation and its colon"
