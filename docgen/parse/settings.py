"""`content/assessment.yaml`: its shape, and the Assessment it becomes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from docgen.assessment import Agency, Assessment, Grade, Located, Marking, Section, Version
from docgen.diagnostics import Diagnostic, error
from docgen.parse.schema import DAY, FLAG, KEY, PATTERN, TEXT, Choice, Keys, Several, Shape, Table, attempt, day_of, plain
from docgen.parse.yaml_tree import Value, read_yaml
from docgen.source import Source

PARTS = ("glossary", "action_plan", "contributors", "at_a_glance", "document_control")
LANGUAGE = Shape("a language such as en-GB")

GRADE = Keys(
    "a grade", keys=MappingProxyType({"self": TEXT, "moderated": TEXT, "previous": TEXT, "rationale": TEXT})
)
MARKING = Keys(
    "a marking",
    keys=MappingProxyType({"level": TEXT, "handling": TEXT, "distribution": Several("names", of=TEXT)}),
    required=("level",),
)
AGENCY = Keys(
    "an agency",
    keys=MappingProxyType({"name": TEXT, "short": TEXT, "type": TEXT, "expected": FLAG}),
    required=("name",),
    short=TEXT,
)
VERSION = Keys(
    "a version",
    keys=MappingProxyType({"version": TEXT, "date": DAY, "change": TEXT}),
    required=("version", "date", "change"),
)
SECTION: Keys = Keys(
    "a section",
    keys=MappingProxyType(
        {
            "id": KEY,
            "title": TEXT,
            "area": TEXT,
            "grade": GRADE,
            "audience": TEXT,
            "note_titles": FLAG,
            "sections": lambda: Several("sections", of=SECTION),
        }
    ),
    required=("id", "title"),
)
ASSESSMENT = Keys(
    "assessment.yaml",
    keys=MappingProxyType(
        {
            "title": TEXT,
            "subtitle": TEXT,
            "partnership": TEXT,
            "edition": KEY,
            "date": DAY,
            "version": TEXT,
            "language": LANGUAGE,
            "owner": TEXT,
            "approved": Keys("approved", keys=MappingProxyType({"by": TEXT, "on": DAY})),
            "next_review": DAY,
            "versions": Several("versions", of=VERSION),
            "contact": TEXT,
            "marking": MARKING,
            "markings": Table("audiences with their markings", of=MARKING),
            "framework": TEXT,
            "audiences": Several("names", of=KEY),
            "default_audience": TEXT,
            "identifiers": Several("patterns", of=PATTERN),
            "agencies": Table("keys with the names of agencies", of=AGENCY),
            "sections": Several("sections", of=SECTION),
            "parts": Keys("parts", keys=MappingProxyType(dict.fromkeys(PARTS, FLAG))),
            "glossary": Table("abbreviations with their meanings", of=TEXT),
            "rules": Table(
                "names of findings, each with error, warning or ignore",
                of=Choice("error, warning or ignore", ("error", "warning", "ignore")),
            ),
        }
    ),
    required=("title", "partnership", "edition", "date", "sections"),
)
Entry = Mapping[str, Shape | Callable[[], Shape]]


def read_assessment(source: Source) -> tuple[Assessment, list[Diagnostic]]:
    """The settings of a workspace; what is missing or wrong has a finding and a stand-in."""
    value, problems = read_yaml(source, 1 if source.text.startswith("\ufeff") else 0, len(source.text))
    record = _record(source, value, problems)
    found = Assessment(
        source=source,
        title=record.get("title") or Located("Untitled", source.top()),
        partnership=plain(record, "partnership") or "",
        edition=plain(record, "edition") or "edition",
        date=plain(record, "date") or date(2000, 1, 1),
    )
    _texts(found, record)
    _lists(found, record)
    found.is_read = bool(record)
    return found, problems


def _record(source: Source, value: Value | None, problems: list[Diagnostic]) -> dict[str, Any]:
    if value is None:
        if not problems:
            problems.append(error("missing-key", "assessment.yaml says nothing", source.top(), "write title, partnership, edition, date and sections"))
        return {}
    return attempt(ASSESSMENT, value, problems) or {}


def _texts(found: Assessment, record: dict[str, Any]) -> None:
    """Set what is a single value."""
    for name in ("subtitle", "version", "owner", "contact"):
        setattr(found, name, plain(record, name))
    found.language = plain(record, "language") or "en-GB"
    found.next_review = day_of(record, "next_review")
    found.framework_key = record.get("framework")
    found.default_audience = record.get("default_audience")
    approved = record.get("approved", {})
    found.approved_by, found.approved_on = plain(approved, "by"), day_of(approved, "on")


def _lists(found: Assessment, record: dict[str, Any]) -> None:
    """Set what holds several values."""
    found.versions = [_version(entry) for entry in record.get("versions", ()) if _whole(entry, VERSION)]
    found.marking = marking_of(record["marking"]) if "marking" in record else None
    found.markings = {name.value: marking_of(entry) for name, entry in record.get("markings", ())}
    found.audiences = record.get("audiences", [])
    found.identifiers = [entry.value for entry in record.get("identifiers", ())]
    found.agencies = {name.value: _agency(name, entry) for name, entry in record.get("agencies", ())}
    found.sections = [_section(entry) for entry in record.get("sections", ()) if _whole(entry, SECTION)]
    found.parts = {name: entry.value for name, entry in record.get("parts", {}).items() if isinstance(entry, Located)}
    found.glossary = {name.value: entry.value for name, entry in record.get("glossary", ())}
    found.glossary_places = {name.value: name.span for name, _ in record.get("glossary", ())}
    found.rules = record.get("rules", [])


def _whole(entry: dict[str, Any], shape: Keys) -> bool:
    return all(key in entry for key in shape.required)


def _version(entry: dict[str, Any]) -> Version:
    return Version(plain(entry, "version"), plain(entry, "date"), plain(entry, "change"))


def marking_of(entry: dict[str, Any]) -> Marking:
    """A marking from its record."""
    distribution = tuple(name.value for name in entry.get("distribution", ()))
    return Marking(plain(entry, "level") or "", plain(entry, "handling"), distribution)


def grade_of(entry: dict[str, Any] | None) -> Grade | None:
    """A grade from its record."""
    if entry is None:
        return None
    return Grade(entry[""], entry.get("self"), entry.get("moderated"), entry.get("previous"), entry.get("rationale"))


def _agency(name: Located[str], entry: Any) -> Agency:
    if isinstance(entry, Located):
        return Agency(name, entry.value)
    expected = bool(plain(entry, "expected"))
    return Agency(name, plain(entry, "name") or name.value, plain(entry, "short"), plain(entry, "type"), expected)


def _section(entry: dict[str, Any]) -> Section:
    return Section(
        id=entry["id"],
        title=entry["title"],
        area=entry.get("area"),
        grade=grade_of(entry.get("grade")),
        audience=Located("", entry[""]) if "audience" in entry.get("wrong", ()) else entry.get("audience"),
        note_titles=bool(plain(entry, "note_titles")),
        sections=[_section(inner) for inner in entry.get("sections", ()) if _whole(inner, SECTION)],
    )
