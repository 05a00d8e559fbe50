"""JSON Schema (draft 7, which editors know best) from the shapes that read front matter and settings.

A value is read as it is written, whatever YAML takes it for: `on`, `1.10` and `2012-09-14` are text where text is wanted. A schema sees
what YAML has made of it, so it lets numbers and true or false stand for text. What it can't see is left to `docgen check`: days that
the calendar lacks, lengths beyond their limits, and whatever one file says about another.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from docgen.dates import MONTHS
from docgen.editors.about import ABOUT
from docgen.parse.frameworks import FRAMEWORK
from docgen.parse.front_matter import FRONT_MATTER
from docgen.parse.house import FORMATS, HOUSE, HeadingFormats
from docgen.parse.schema import FLAG, PATTERN, Checked, Choice, Day, Keys, Several, Shape, Table
from docgen.parse.settings import ASSESSMENT
from docgen.record import Record

DRAFT = "http://json-schema.org/draft-07/schema#"
# What each file is called at the command line, and its shape.
FILES: Mapping[str, Keys] = MappingProxyType({"assessment": ASSESSMENT, "note": FRONT_MATTER, "house": HOUSE, "framework": FRAMEWORK})
TITLES: Mapping[str, str] = MappingProxyType(
    {
        "assessment": "content/assessment.yaml of docgen",
        "note": "Front matter of a note of docgen",
        "house": "styles/house.yaml of docgen",
        "framework": "A framework of docgen, a YAML file in content/",
    }
)
Json = dict[str, Any]
FIGURES = 10**9  # which numbers in NUMERIC stay below
SCALAR = ["string", "number", "boolean"]


class Known(Record):
    """What comes with docgen and settings may name: findings, each with its first line, those of them that stay errors, and frameworks."""

    findings: Mapping[str, str]
    fixed: Container[str]
    frameworks: Sequence[str]


def schema_of(name: str, known: Known) -> Json:
    """The schema of one file."""
    writer = _Writer(known)
    root = writer.of(FILES[name])
    return _whole(TITLES[name], root, writer.definitions)


def schema_of_all(known: Known) -> Json:
    """One schema for all files: each stands by its name in `definitions`, and a file is right where it is as one of them says."""
    writer = _Writer(known)
    each = {name: {"title": TITLES[name], **writer.of(shape)} for name, shape in FILES.items()}
    root = {"anyOf": [{"$ref": f"#/definitions/{name}"} for name in each]}
    return _whole("Settings and front matter of docgen", root, {**each, **writer.definitions})


def _whole(title: str, root: Json, definitions: Json) -> Json:
    return {"$schema": DRAFT, "title": title, **root} | ({"definitions": definitions} if definitions else {})


class _Writer:
    """Writes shapes; one that holds itself (a section, with sections below it) is written once, among `definitions`."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.definitions: Json = {}
        self.open: list[Keys] = []
        self.own: set[str] = set()

    def of(self, shape: Shape) -> Json:
        """What a value of a shape may be."""
        if isinstance(shape, Keys):
            return self.keys(shape)
        if isinstance(shape, Table):
            return {"type": "object", "additionalProperties": self.of(shape.of)}
        if isinstance(shape, Several):
            return self.several(shape)
        return _scalar(shape)

    def keys(self, shape: Keys) -> Json:
        """A mapping with known keys, or the short form that stands for one."""
        name = shape.describes.removeprefix("a ").replace(" ", "_")
        if shape in self.open:
            self.own.add(name)
            return {"$ref": f"#/definitions/{name}"}
        self.open.append(shape)
        written: Json = {"type": "object", "properties": {key: self.property(shape, key) for key in shape.keys}, "additionalProperties": False}
        self.open.pop()
        if shape.required:
            written["required"] = list(shape.required)
        if name in self.own:
            self.definitions[name] = written
            written = {"$ref": f"#/definitions/{name}"}
        return {"anyOf": [self.of(shape.short), written]} if shape.short else written

    def property(self, shape: Keys, key: str) -> Json:
        """What stands behind a key, with the line that says what it is for."""
        inner = shape.keys[key]
        value = self.named(shape, key) or self.of(inner if isinstance(inner, Shape) else inner())
        # Beside a $ref other words do not count in this draft.
        return {"description": ABOUT[shape.describes][key], **({"allOf": [value]} if "$ref" in value else value)}

    def named(self, shape: Keys, key: str) -> Json | None:
        """The values of the two keys that name something which comes with docgen."""
        table = shape.keys[key]
        if shape is ASSESSMENT and key == "framework":
            return {"anyOf": [{"enum": list(self.known.frameworks)}, {"type": "string", "pattern": r"\.ya?ml\s*$"}]}
        if shape is ASSESSMENT and key == "rules" and isinstance(table, Table):
            levels, fixed = self.of(table.of), {"enum": ["error"]}
            names = {name: {"description": line, **(fixed if name in self.known.fixed else levels)} for name, line in self.known.findings.items()}
            return {"type": "object", "properties": names, "additionalProperties": False}
        return None

    def several(self, shape: Several) -> Json:
        """A list, or a single value that stands for a list of one."""
        if isinstance(shape, HeadingFormats):
            return {"anyOf": [{"type": "array", "items": [self.of(level) for level in FORMATS], "additionalItems": False}, self.of(FORMATS[0])]}
        several = {"type": "array", "items": self.of(shape.of)}
        single = shape.of.short if isinstance(shape.of, Keys) else shape.of
        return {"anyOf": [several, self.of(single)]} if single else several


def _scalar(shape: Shape) -> Json:
    """A single value."""
    if isinstance(shape, Choice):
        return {"enum": list(shape.words)}
    if isinstance(shape, Day):
        return _text("string", _days(), f"write {shape.describes.removeprefix('a date such as ')}")
    if shape is FLAG:
        return {"anyOf": [{"type": "boolean"}, _text("string", FLAG.form, FLAG.hint)]}
    if shape is PATTERN:
        return {"type": SCALAR, "format": "regex", "pattern": r"\S"}
    if isinstance(shape, Checked) and shape.form:
        return _checked(shape)
    return {"type": SCALAR, "pattern": r"\S"}


def _checked(shape: Checked) -> Json:
    """A value in a certain form, which YAML may take for a number where the form allows one."""
    text = _text("string", shape.form, shape.hint)
    made = shape.convert("1")
    if made is None:
        return text
    limits: Json = {"exclusiveMinimum": -FIGURES, "exclusiveMaximum": FIGURES} if isinstance(made, float) else {"minimum": 0}
    if shape.range:
        limits = dict(zip(("minimum", "maximum"), map(shape.convert, shape.range), strict=True))
    text["type"] = ["string", "number" if isinstance(made, float) else "integer"]
    if shape.convert("true") is not None:
        text["type"].append("boolean")
    return text | limits


def _text(kind: str, form: str, hint: str | None) -> Json:
    """Text of a form, with blanks around it; `patternErrorMessage` is what VS Code shows for any other."""
    return {"type": kind, "pattern": rf"^\s*(?:{form})\s*$"} | ({"patternErrorMessage": hint} if hint else {})


def _days() -> str:
    """Both forms of a date, months in letters of any case."""
    names = "|".join("".join(f"[{letter.upper()}{letter}]" for letter in month.lower()) for month in MONTHS)
    return rf"[0-9]{{4}}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])|(?:0?[1-9]|[12][0-9]|3[01])\s+(?:{names})\s+[0-9]{{4}}"
