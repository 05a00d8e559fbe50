"""Front matter: where it begins and ends, and what of a Note it says."""

from __future__ import annotations

import re
from itertools import pairwise
from types import MappingProxyType
from typing import Any, NamedTuple

from docgen.assessment import Located
from docgen.diagnostics import Diagnostic, error
from docgen.note import Note
from docgen.parse.schema import DAY, NUMBER, TEXT, Choice, Keys, Several, attempt, day_of, plain
from docgen.parse.settings import GRADE, grade_of
from docgen.parse.yaml_tree import Value, read_yaml
from docgen.pattern import lazy
from docgen.source import Source

FENCE = re.compile(r"---[ \t]*(?:\r\n|\n|\r|\Z)")
KEYS = "title|id|section|order|workshop|agencies|contributors|status|audience|grade"
# A line that sets something, in the small letters of settings, wherever in the first lines of a note without front matter.
SETTING = lazy(rf"[^\w\n]*\b(?:{KEYS})[\"']?[ \t]*[:=]")
# In a note that begins with a block of code, only what decides who may read it is worth a doubt.
GUARDED = lazy(r"[^\w\n]*\b(?:audience|status)[\"']?[ \t]*[:=]")
LIST = lazy(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]")
FIRST_LINES = 30
KEY_LINE = lazy(rf"(?:{KEYS})[ \t]*:")

FRONT_MATTER = Keys(
    "a note's front matter",
    keys=MappingProxyType(
        {
            "title": TEXT,
            "id": TEXT,
            "section": TEXT,
            "order": NUMBER,
            "workshop": Keys("workshop", keys=MappingProxyType({"date": DAY, "name": TEXT})),
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
            return Split(opening.end(), start, closing.end(), number + 1, _second(source, start))
    hint = "end it with a line --- of its own"
    problem = error("unterminated-front-matter", "the settings at the top of this note are never closed", source.span(top, top + 3), hint)
    return Split(len(text), len(text), len(text), len(source.line_starts), problem)


def _second(source: Source, start: int) -> Diagnostic | None:
    """The finding where more settings follow the front matter: two notes in one file, or one block in two."""
    if source.text.find("\n---", start) < 0 and source.text.find("\r---", start) < 0:
        return None
    starts = [offset for offset in source.line_starts if offset >= start]
    fences = [number for number, offset in enumerate(starts) if FENCE.match(source.text, offset)]
    for number, following in pairwise(fences):
        if following - number <= FIRST_LINES and KEY_LINE.match(source.text, starts[number + 1]):
            hint = "keep one note in each file, with one block of settings at its top"
            span = source.span(starts[number], starts[following] + 3)
            return error("misplaced-front-matter", "more settings begin here, and are not read", span, hint)
    return None


def _misplaced(source: Source, top: int) -> Diagnostic | None:
    """The finding where something that looks like settings stands in a note that has no front matter."""
    setting = GUARDED if source.text[top:].lstrip().startswith(("```", "~~~")) else SETTING
    for number, start in enumerate(source.line_starts[:FIRST_LINES], 1):
        found = setting.match(source.text, max(start, top))
        if found and not LIST.match(source.text, start):
            hint = "start the file with a line of exactly three hyphens, and end the settings with another"
            message = "this looks like a setting of the note, and is not read as one"
            line = source.line(number)
            return error("misplaced-front-matter", message, source.span(max(start, top), max(start, top) + len(line)), hint)
    return None


def read_front_matter(source: Source, where: Split, note: Note) -> None:
    """Set what the front matter says; what is wrong with it goes to the note's problems."""
    value, problems = read_yaml(source, where.start, where.end)
    note.problems += problems
    record = _record(value, note)
    for name in ("section", "audience"):
        setattr(note, name, record.get(name, getattr(note, name)))
    if "audience" in record.get("wrong", ()) or (value is None and problems):
        # Nobody knows who may read it, so nobody does.
        note.audience = Located("", note.source.top())
    if "title" in record:
        note.title = record["title"]
    if "id" in record:
        note.id = record["id"]
    note.order = plain(record, "order")
    workshop = record.get("workshop", {})
    note.workshop_date, note.workshop_name = day_of(workshop, "date"), plain(workshop, "name")
    note.workshop_place = workshop["date"].span if "date" in workshop else None
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
