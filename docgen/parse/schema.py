"""A small typed schema over the YAML tree: each shape reads a value, or says at its place what is wrong with it.

Shapes carry what an editor needs to know (what they describe, which choices there are), so that documentation and a JSON
Schema can be written from the same tables that read the files.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from docgen.assessment import Located
from docgen.diagnostics import Diagnostic, Edit, error
from docgen.near import suggestion
from docgen.parse.dates import FORMS, instead, is_ambiguous, read_date
from docgen.parse.yaml_tree import Mapping as YamlMapping
from docgen.parse.yaml_tree import Scalar, Sequence, Value
from docgen.pattern import lazy
from docgen.record import Record, fresh

IDENTITY = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?")
NESTED = lazy(r"[*+}]\??\)(?:[*+]|\{\d*,)")
LENGTH = lazy(r"([0-9]+(?:\.[0-9]+)?)\s*(pt|cm|mm|in)")
NUMERIC = r"-?[0-9]{1,9}(\.[0-9]{1,9})?"
TWIPS = {"pt": 20.0, "cm": 1440 / 2.54, "mm": 144 / 2.54, "in": 1440.0}


class Wrong(Exception):
    """A value is not of its shape; carries the finding."""

    def __init__(self, name: str, message: str, value: Value, hint: str | None = None) -> None:
        super().__init__(message)
        self.finding = error(name, message, value.span, hint)


class Shape(Record):
    """What a value may be; `read` returns it or raises Wrong, and adds findings about its parts to `problems`."""

    describes: str = "text"

    def read(self, value: Value, problems: list[Diagnostic]) -> Any:
        """The value as Located text."""
        if not isinstance(value, Scalar) or not value.text.strip():
            raise Wrong("wrong-value", f"this must be {self.describes}", value, _instead(value))
        return Located(" ".join(value.text.split()), value.span)


def _instead(value: Value) -> str | None:
    if isinstance(value, Scalar):
        return "write a value after the colon, or remove the line"
    return "put text that has brackets, commas or a colon in quotation marks"


class Checked(Shape):
    """Text in a certain form: `convert` returns the value, or None where the text is not in that form.

    `range` is the least and the most that it may be, as an editor would write them. `form` is the form as a regular expression that
    Python and JavaScript read alike, for a JSON Schema.
    """

    convert: Callable[[str], Any] = str
    hint: str | None = None
    range: tuple[str, str] | None = None
    form: str = ""

    def read(self, value: Value, problems: list[Diagnostic]) -> Any:
        """The converted value, Located."""
        if isinstance(value, Scalar) and not value.text.strip() and self.hint:
            raise Wrong("wrong-value", f"this must be {self.describes}", value, self.hint)
        text: Located[str] = Shape(self.describes).read(value, problems)
        converted = self.convert(text.value)
        if converted is None:
            raise Wrong("wrong-value", f'"{text.value}" is not {self.describes}', value, self.hint)
        if self.range:
            least, most = self.range
            beyond = "little" if converted < self.convert(least) else "much" if converted > self.convert(most) else None
            if beyond:
                raise Wrong("wrong-value", f'"{text.value}" is too {beyond}', value, f"write a value from {least} to {most}")
        return Located(converted, text.span)


class Day(Shape):
    """A date in one of the two forms that can't be misread."""

    describes: str = "a date such as 2013-03-31 or 31 March 2013"

    def read(self, value: Value, problems: list[Diagnostic]) -> Any:
        """The day, Located."""
        text: Located[str] = Shape(self.describes).read(value, problems)
        day = read_date(text.value)
        if day is None:
            if is_ambiguous(text.value):
                raise Wrong("ambiguous-date", f'"{text.value}" could be two different days', value, FORMS)
            message, hint, written = instead(text.value) or (f'"{text.value}" is not a date', FORMS, None)
            wrong = Wrong("wrong-value", message, value, hint)
            wrong.finding.fix = Edit(value.span, written) if written else None
            raise wrong
        return Located(day, text.span)


class Choice(Shape):
    """One of a few words."""

    words: tuple[str, ...] = ()

    def read(self, value: Value, problems: list[Diagnostic]) -> Any:
        """The word, Located."""
        text: Located[str] = Shape(self.describes).read(value, problems)
        if text.value not in self.words:
            message = f'"{text.value}" is not {self.describes}'
            wrong = Wrong("unknown-value", message, value, suggestion(text.value, list(self.words)))
            meant = next((word for word in self.words if word.casefold() == text.value.casefold()), None)
            wrong.finding.fix = Edit(value.span, meant) if meant else None
            raise wrong
        return text


class Several(Shape):
    """A list; a single value stands for a list of one."""

    of: Shape = fresh(factory=Shape)

    def read(self, value: Value, problems: list[Diagnostic]) -> Any:
        """The values that are right; findings for the others."""
        if isinstance(value, YamlMapping):
            raise Wrong("wrong-value", f"this must be a list of {self.describes}", value, "write it as [one, another]")
        items = value.items if isinstance(value, Sequence) else [value]
        return [entry for item in items if (entry := attempt(self.of, item, problems)) is not None]


class Table(Shape):
    """Names of the editor's own choosing, each with a value of one shape."""

    of: Shape = fresh(factory=Shape)

    def read(self, value: Value, problems: list[Diagnostic]) -> Any:
        """Pairs of Located name and value, in the order written."""
        entries = entries_of(value, f"this must be {self.describes}", problems)
        pairs = ((Located(key.text, key.span), attempt(self.of, entry, problems)) for key, entry in entries)
        return [pair for pair in pairs if pair[1] is not None]


class Keys(Shape):
    """Known keys, each with its own shape; `short` reads a value that is not a mapping."""

    keys: Mapping[str, Shape | Callable[[], Shape]] = fresh(factory=dict)
    required: tuple[str, ...] = ()
    short: Shape | None = None

    def read(self, value: Value, problems: list[Diagnostic]) -> Any:
        """A dictionary of what was right, with the record's own span under the empty key."""
        if self.short and isinstance(value, Scalar):
            return self.short.read(value, problems)
        result: dict[str, Any] = {"": value.span}
        if isinstance(value, Scalar):
            raise Wrong("wrong-value", f"{self.describes} has settings of its own", value, f"write it as {{{next(iter(self.keys))}: …}}; known are: {', '.join(self.keys)}")
        for key, entry in entries_of(value, f"this must be {self.describes}", problems):
            shape = self.keys.get(key.text)
            if shape is None:
                problems.append(self.unknown(key))
            elif (found := attempt(shape if isinstance(shape, Shape) else shape(), entry, problems)) is not None:
                result[key.text] = found
            else:
                result.setdefault("wrong", []).append(key.text)
        problems.extend(self.missing(value, result))
        return result

    def unknown(self, key: Scalar) -> Diagnostic:
        """The finding about a key that the contract does not know."""
        message = f'"{key.text}" is not a setting of {self.describes}'
        return error("unknown-key", message, key.span, suggestion(key.text, list(self.keys)))

    def missing(self, value: Value, result: dict[str, Any]) -> list[Diagnostic]:
        """Findings about required keys that are absent; one that is there and wrong has its finding already."""
        absent = [key for key in self.required if key not in result and key not in result.get("wrong", ())]
        place = value.span.sub(value.span.start, value.span.start)
        return [error("missing-key", f'"{key}" is missing from {self.describes}', place, f"add a line {key}: …") for key in absent]


def attempt(shape: Shape, value: Value, problems: list[Diagnostic]) -> Any:
    """What a shape reads, or None with a finding."""
    try:
        return shape.read(value, problems)
    except Wrong as wrong:
        problems.append(wrong.finding)
        return None


def entries_of(value: Value, message: str, problems: list[Diagnostic]) -> list[tuple[Scalar, Value]]:
    """The entries of a mapping; of a key that stands twice the first, with a finding for the other."""
    if not isinstance(value, YamlMapping):
        raise Wrong("wrong-value", message, value, "write one key: value on each line below it")
    first: dict[str, Scalar] = {}
    entries = []
    for key, entry in value.entries:
        if key.text in first:
            twice = f'"{key.text}" stands here a second time'
            problems.append(error("duplicate-key", twice, key.span, "keep one of the two lines", (first[key.text].span,)))
            continue
        first[key.text] = key
        entries.append((key, entry))
    return entries


def identity(text: str) -> str | None:
    """The text where it is an identity: letters, digits and hyphens."""
    return text if IDENTITY.fullmatch(text) and len(text) <= 80 else None


def flag(text: str) -> bool | None:
    """true or false; nothing else is guessed."""
    return {"true": True, "false": False}.get(text)


def number(text: str) -> float | None:
    """A plain number."""
    return float(text) if re.fullmatch(NUMERIC, text) else None


def whole(text: str) -> int | None:
    """A whole number from 0 up."""
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else None


def pattern(text: str) -> re.Pattern[str] | None:
    """A compiled regular expression; none in which a repeated group repeats something, which may take for ever on a long line."""
    if NESTED.search(text):
        return None
    try:
        return re.compile(text)
    except (re.error, RecursionError, OverflowError):
        return None


def colour(text: str) -> str | None:
    """Six hexadecimal digits in capitals."""
    return text[1:].upper() if re.fullmatch(r"#[0-9A-Fa-f]{6}", text) else None


def length(text: str) -> int | None:
    """Twips."""
    found = LENGTH.fullmatch(text)
    return round(float(found[1]) * TWIPS[found[2]]) if found else None


TEXT = Shape()
KEY = Checked("an identity (letters, digits and -)", identity, "use letters, digits and - only", form=r"(?!.{81})[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?")
FLAG = Checked("true or false", flag, "write true or false", form="true|false")
NUMBER = Checked("a number", number, "write figures only", form=NUMERIC)
PATTERN = Checked("a pattern such as 'LCS ?[0-9]{6,}'", pattern, "check its brackets and backslashes, and repeat no group that repeats something itself")
COLOUR = Checked("a colour", colour, 'write "#" and six digits, in quotation marks: "#1d4f76"', form="#[0-9A-Fa-f]{6}")
DAY = Day()


def plain(record: dict[str, Any], key: str) -> Any:
    """The bare value of a key of a record, None where it is absent."""
    found = record.get(key)
    return found.value if isinstance(found, Located) else found


def day_of(record: dict[str, Any], key: str) -> date | None:
    """The bare day of a key of a record."""
    found: date | None = plain(record, key)
    return found
