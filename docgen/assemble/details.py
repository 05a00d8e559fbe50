"""What stands under an item: one run-in paragraph with its fields, agencies by their names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from docgen import nodes
from docgen.assemble.workbench import Workbench
from docgen.assessment import Assessment
from docgen.dates import long_date
from docgen.nodes import FootnoteMark, Generated, Inline
from docgen.note import Field, Item, PartKind
from docgen.walk import find, visible

BRIEF = frozenset({"Evidence", "Lead", "Due"})
ENDS = (".", "!", "?", "…", ":")


def detail(work: Workbench) -> None:
    """Set the run-in paragraph of every printed item."""
    style = work.library.theme.item_details
    kinds = (PartKind.STRENGTHS, PartKind.DEVELOPMENT, PartKind.RECOMMENDATIONS)
    for item in (item for chapter in work.chapters for kind in kinds for item in chapter.items(kind)):
        content = [*run_in(work.assessment, _chosen(item, style)), *_priority(item)]
        if content:
            work.document.details[item] = content


def _priority(item: Item) -> list[Inline]:
    """What the heading `Priority actions` says of each of its areas for development."""
    if not item.high_priority:
        return []
    span = item.span
    return [Generated(span, " " if item.fields else ""), Generated(span, "Priority: ", strong=True), Generated(span, "High.")]


def _chosen(item: Item, style: str) -> list[Field]:
    fields = [entry for entry in item.fields if entry.name != "Audience"]
    if style == "none":
        return []
    return fields if style == "full" else [entry for entry in fields if entry.name in BRIEF]


def run_in(assessment: Assessment, fields: list[Field]) -> list[Inline]:
    """`Lead: Plymouth City Council. Due: 31 March 2013.`"""
    content: list[Inline] = []
    for entry in fields:
        if content:
            content.append(Generated(entry.span, " "))
        content.append(Generated(entry.span, f"{entry.name}: ", strong=True))
        value = value_of(assessment, entry)
        content += value
        if not _text(value).endswith(ENDS):
            content.append(Generated(entry.span, "."))
    return content


def value_of(assessment: Assessment, entry: Field) -> list[Inline]:
    """The value of a field as it is printed."""
    return VALUES.get(entry.name, _as_written)(assessment, entry)


def agency_name(assessment: Assessment, key: str) -> str:
    """The name of an agency; its key where nobody knows it."""
    agency = assessment.agencies.get(key)
    return agency.name if agency else key


def sentence(text: str) -> str:
    """The text with a capital letter first."""
    return text[:1].upper() + text[1:]


def _text(content: list[Inline]) -> str:
    return visible([node for node in content if not isinstance(node, nodes.Reference)]).rstrip() if content else ""


def _as_written(_: Assessment, entry: Field) -> list[Inline]:
    return entry.content


def _agencies(assessment: Assessment, entry: Field) -> list[Inline]:
    names = "; ".join(agency_name(assessment, value.value) for value in entry.values)
    return [Generated(entry.span, names), *_marks(entry)]


def _due(_: Assessment, entry: Field) -> list[Inline]:
    if not entry.values:
        return entry.content
    text = entry.values[0].value
    said = long_date(date.fromisoformat(text)) if text[:1].isdigit() else sentence(text)
    return [Generated(entry.span, said), *_marks(entry)]


def _marks(entry: Field) -> Iterator[FootnoteMark]:
    """The marks of footnotes in a value that is printed in other words than it is written in."""
    return find(entry.content, FootnoteMark)


def _word(_: Assessment, entry: Field) -> list[Inline]:
    return capitalised(entry.content)


def capitalised(content: list[Inline]) -> list[Inline]:
    """Inlines with a capital letter first."""
    first = content[0] if content else None
    if isinstance(first, nodes.Text) and first.text[:1].islower():
        return [Generated(first.span, sentence(first.text)), *content[1:]]
    return content


VALUES: Mapping[str, Callable[[Assessment, Field], list[Inline]]] = MappingProxyType(
    {
        "Lead": _agencies,
        "Support": _agencies,
        "Agencies": _agencies,
        "Due": _due,
        "Owner": _word,
        "Priority": _word,
        "Confidence": _word,
        "Status": _word,
    }
)
