"""What the settings of a workspace say: the assessment, its sections, agencies and framework.

Values that a rule may have to point at are Located.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Generic, NamedTuple, TypeVar

from docgen.record import Record, fresh
from docgen.source import Source, Span

T = TypeVar("T")


class Located(NamedTuple, Generic[T]):
    """A value and where it was written."""

    value: T
    span: Span


class Grade(Record):
    """A section's grade as keys of the framework's scale; None where nothing is said."""

    span: Span
    own: Located[str] | None = None
    moderated: Located[str] | None = None
    previous: Located[str] | None = None
    rationale: Located[str] | None = None


class Section(Record):
    """A section of the document as assessment.yaml declares it."""

    id: Located[str]
    title: Located[str]
    area: Located[str] | None = None
    grade: Grade | None = None
    audience: Located[str] | None = None
    note_titles: bool = False
    sections: list[Section] = fresh(factory=list)

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in the order of the document."""
        yield self
        for section in self.sections:
            yield from section.walk()


class Agency(Record):
    """An agency of the partnership."""

    key: Located[str]
    name: str
    short: str | None = None
    type: str | None = None
    expected: bool = False


class Marking(Record):
    """A protective marking."""

    level: str
    handling: str | None = None
    distribution: tuple[str, ...] = ()


class Version(Record):
    """A line of the version table."""

    version: str
    date: datetime.date
    change: str


class Framework(Record):
    """An inspectorate's areas and scale; the scale is best first."""

    key: str
    title: str
    scale: dict[str, str]
    areas: dict[str, str]
    nation: str | None = None
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    overall: bool = False

    def is_in_force(self, day: datetime.date) -> bool:
        """True for a day on which it holds; without an end it holds for ever."""
        return (self.valid_from or day) <= day <= (self.valid_to or day)


class Assessment(Record):
    """What assessment.yaml says; `is_read` is False where nothing of it could be read and all of this stands in for it."""

    source: Source
    title: Located[str]
    partnership: str
    edition: str
    date: datetime.date
    subtitle: str | None = None
    version: str | None = None
    language: str = "en-GB"
    owner: str | None = None
    approved_by: str | None = None
    approved_on: datetime.date | None = None
    next_review: datetime.date | None = None
    versions: list[Version] = fresh(factory=list)
    contact: str | None = None
    marking: Marking | None = None
    markings: dict[str, Marking] = fresh(factory=dict)
    framework_key: Located[str] | None = None
    audiences: list[Located[str]] = fresh(factory=list)
    default_audience: Located[str] | None = None
    identifiers: list[re.Pattern[str]] = fresh(factory=list)
    agencies: dict[str, Agency] = fresh(factory=dict)
    sections: list[Section] = fresh(factory=list)
    parts: dict[str, bool] = fresh(factory=dict)
    glossary: dict[str, str] = fresh(factory=dict)
    glossary_places: dict[str, Span] = fresh(factory=dict)
    rules: list[tuple[Located[str], Located[str]]] = fresh(factory=list)
    is_read: bool = True

    def all_sections(self) -> Iterator[Section]:
        """Every section in the order of the document."""
        for section in self.sections:
            yield from section.walk()

    @property
    def is_english(self) -> bool:
        """True where the document is in English: rules about words know no other language."""
        return self.language.casefold().split("-")[0] == "en"

    @property
    def is_british(self) -> bool:
        """True where it is spelled and dated as in Britain."""
        return self.is_english and self.language.casefold() not in ("en-us", "en-ca")

    @property
    def audience_names(self) -> list[str]:
        """Audiences from the most open to the most closed."""
        return [audience.value for audience in self.audiences] or ["public", "partners", "internal"]

    @property
    def default(self) -> str:
        """The audience of a note that says nothing: as set, else partners, else the last but one."""
        names = self.audience_names
        if self.default_audience:
            return self.default_audience.value
        return "partners" if "partners" in names else names[max(0, len(names) - 2)]
