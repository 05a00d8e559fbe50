"""Rule: one kind of finding, and the page that explains it.

A rule's file in `rules/` is its page: the docstring says in plain words what is wrong, then Why, Bad and Good, which
`docgen explain` prints and a test runs. Findings that reading or assembling makes have a page too, without a `find`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar, cast

from docgen.assessment import Assessment
from docgen.diagnostics import Diagnostic, Severity
from docgen.identities import Identities
from docgen.nodes import Node
from docgen.note import Library, Note
from docgen.record import Record

N = TypeVar("N", bound=Node)


class Facts(Record):
    """What rules ask: the library, its identities, and whether the build is to be final."""

    library: Library
    identities: Identities
    final: bool = False

    @property
    def assessment(self) -> Assessment:
        """The settings."""
        return self.library.assessment

    def every(self, kind: type[N]) -> list[tuple[Note, N]]:
        """Every node of exactly this kind in all notes, with its note."""
        return cast(list[tuple[Note, N]], self.library.census.get(kind, []))


Find = Callable[[Facts], Iterator[Diagnostic]]


class Rule(Record):
    """A kind of finding. `final` is its severity in a final build, where that differs."""

    name: str
    severity: Severity
    find: Find | None = None
    final: Severity | None = None
