"""Rule: one kind of finding about a Word file, and the page that explains it.

A rule's file in `rules/` is its page: the docstring says in plain words what is wrong, then Why, Bad and Good, which `docgen explain`
prints. A rule says what and at which paragraph; where that is for the reader, the one who asks knows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from docgen.audit.facts import Facts
from docgen.audit.story import Paragraph
from docgen.diagnostics import Severity
from docgen.record import Record


class Found(NamedTuple):
    """What is wrong, what to do about it, and the paragraph where; None for the file as such. `of_file` is true for what no note can change."""

    message: str
    hint: str
    at: Paragraph | None = None
    of_file: bool = False


Find = Callable[[Facts], Iterator[Found]]


class Rule(Record):
    """A kind of finding."""

    name: str
    severity: Severity
    find: Find
