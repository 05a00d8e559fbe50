"""The register: every recommendation with its number, as data."""

from __future__ import annotations

from docgen.assemble.resolve import WITHHELD
from docgen.assemble.workbench import Workbench
from docgen.document import Entry
from docgen.nodes import Reference
from docgen.note import Item, PartKind
from docgen.walk import find, visible


def register(work: Workbench) -> None:
    """Set the entries of the recommendations of this edition, in the order of their numbers."""
    for chapter in work.chapters:
        section = chapter.section.id.value
        work.document.register += [_entry(work, section, item) for item in chapter.items(PartKind.RECOMMENDATIONS)]


def _entry(work: Workbench, section: str, item: Item) -> Entry:
    source = item.span.source
    due = item.value("Due")
    iso = due if due and due[:1].isdigit() else None
    status = item.first("Status")
    return Entry(
        id=item.id.value if item.id else None,
        number=work.label(item).number or "",
        edition=work.assessment.edition,
        section=section,
        text=" ".join(visible(item.paragraph.content).split()),
        lead=item.value("Lead"),
        support=[value.value for entry in item.all("Support") for value in entry.values],
        owner=_text(item, "Owner"),
        due=iso,
        timescale=due if due and not iso else None,
        priority=item.value("Priority"),
        measure=_text(item, "Measure"),
        status=_status(work, item) if status else None,
        path=source.path,
        line=source.position(item.paragraph.span.start)[0],
    )


def _text(item: Item, name: str) -> str | None:
    entry = item.first(name)
    return " ".join(visible(entry.content).split()) if entry else None


def _status(work: Workbench, item: Item) -> str | None:
    """The status; of a recommendation that is withheld from this edition not even the identity is told."""
    entry = item.first("Status")
    if entry is None:
        return None
    hidden = {mark.id for mark in find(entry.content, Reference) if work.document.references.get(mark) == WITHHELD}
    return " ".join("withheld" if value.value in hidden else value.value for value in entry.values) or None
