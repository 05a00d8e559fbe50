"""Front matter: where it begins and ends, and what of a Note it says."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Any, NamedTuple

from docgen.diagnostics import Diagnostic, error
from docgen.note import Located, Note
from docgen.parse.schema import DAY, KEY, NUMBER, TEXT, Choice, Record, Several, attempt, day_of, plain
from docgen.parse.settings import GRADE, grade_of
from docgen.parse.yaml_tree import Value, read_yaml
from docgen.source import Source

FENCE = re.compile(r"---[ \t]*(?:\r\n|\n|\r|\Z)")
# What word processors and other tools make of the three hyphens.
LOOKS_LIKE = re.compile(r"\s*(?:[-\u2010-\u2015]{1,4}|\+{3}|;{3})[ \t]*(?:\r\n|\n|\r)(?=[\"{ ]*[A-Za-z_]+\"? *[:=])")

FRONT_MATTER = Record(
    "a note's front matter",
    keys=MappingProxyType(
        {
            "title": TEXT,
            "id": TEXT,
            "section": KEY,
            "order": NUMBER,
            "workshop": Record("workshop", keys=MappingProxyType({"date": DAY, "name": TEXT})),
            "agencies": Several("agencies", of=TEXT),
            "contributors": Several("roles", of=TEXT),
            "status": Choice("draft, agreed or withdrawn", ("draft", "agreed", "withdrawn")),
            "audience": TEXT,
            "grade": GRADE,
        }
    ),
)


class Split(NamedTuple):
    """A note's text in two: the YAML between the fences, as offsets, and the line on which the body begins, 0-based."""

    start: int
    end: int
    body: int
    body_line: int
    problem: Diagnostic | None = None


def split(source: Source) -> Split:
    """Where the front matter and the body stand; without front matter the first is empty."""
    text = source.text
    top = 1 if text.startswith("\ufeff") else 0
    opening = FENCE.match(text, top)
    if not opening:
        return Split(top, top, top, 0, _misplaced(source, top))
    for number, start in enumerate(source.line_starts[1:], 1):
        closing = FENCE.match(text, start)
        if closing:
            return Split(opening.end(), start, closing.end(), number + 1)
    hint = "end it with a line --- of its own"
    problem = error("unterminated-front-matter", "the front matter is never closed", source.span(top, top + 3), hint)
    return Split(len(text), len(text), len(text), len(source.line_starts), problem)


def _misplaced(source: Source, top: int) -> Diagnostic | None:
    found = LOOKS_LIKE.match(source.text, top)
    if not found:
        return None
    start = top + len(found.group()) - len(found.group().lstrip())
    hint = "start the file with a line of exactly three hyphens, and end the front matter with another"
    return error("misplaced-front-matter", "this looks like front matter and is not read as such", source.span(start, found.end()), hint)


def read_front_matter(source: Source, where: Split, note: Note) -> None:
    """Set what the front matter says; what is wrong with it goes to the note's problems."""
    value, problems = read_yaml(source, where.start, where.end)
    note.problems += problems
    record = _record(value, note)
    for name in ("section", "audience"):
        setattr(note, name, record.get(name, getattr(note, name)))
    if "title" in record:
        note.title = record["title"]
    if "id" in record:
        note.id = record["id"]
    note.order = plain(record, "order")
    workshop = record.get("workshop", {})
    note.workshop_date, note.workshop_name = day_of(workshop, "date"), plain(workshop, "name")
    note.agencies = record.get("agencies", [])
    note.contributors = [role.value for role in record.get("contributors", ())]
    note.status = plain(record, "status") or "draft"
    note.grade = grade_of(record.get("grade"))


def _record(value: Value | None, note: Note) -> dict[str, Any]:
    record = attempt(FRONT_MATTER, value, note.problems) if value else None
    return record or {}


def says_title(note: Note, default: Located[str]) -> bool:
    """True where the front matter gives the title."""
    return note.title is not default
