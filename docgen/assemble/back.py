"""What stands behind the sections: action plan, evidence, glossary, contributors."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from docgen.assemble.details import capitalised, run_in, sentence, value_of
from docgen.assemble.generated import Maker
from docgen.assemble.glossary import glossary
from docgen.assemble.workbench import Workbench
from docgen.dates import long_date
from docgen.document import Field as PieceField
from docgen.document import Piece, Sheet
from docgen.nodes import Block, Cell, Inline, Reference
from docgen.note import Item, Note, PartKind


def body(work: Workbench) -> None:
    """Set the pages of the sections, one after another."""
    work.document.pages.append(Sheet("body", [block for chapter in work.chapters for block in chapter.blocks]))


def back(work: Workbench) -> None:
    """Set the pages behind the sections; each part appears only where it has something to say."""
    make = Maker(work)
    wanted = work.assessment.parts
    plan = action_plan(work, make) if wanted.get("action_plan", True) else []
    if work.library.theme.item_details != "full":
        plan += evidence(work, make)
    if plan:
        work.document.pages.append(Sheet("plan", plan, landscape=True))
    took_part = contributors(work, make) if wanted.get("contributors", True) else []
    explained = glossary(work, make, [*plan, *took_part]) if wanted.get("glossary", True) else []
    if blocks := explained + took_part:
        work.document.pages.append(Sheet("back", blocks))


def printed(work: Workbench, *kinds: PartKind) -> Iterator[Item]:
    """The items of this edition, in reading order."""
    return (item for chapter in work.chapters for kind in kinds for item in chapter.items(kind))


def action_plan(work: Workbench, make: Maker) -> list[Block]:
    """Every recommendation with every field, in one table."""
    rows = [_plan_row(work, make, item) for item in printed(work, PartKind.RECOMMENDATIONS)]
    if not rows:
        return []
    header = ("Number", "Recommendation", "Lead", "Owner", "Due", "Measure", "Status")
    table = make.table("Action plan", header, rows, (8, 24, 17, 12, 11, 19, 9))
    count = "One recommendation" if len(rows) == 1 else f"{len(rows)} recommendations"
    note = f"{count}; status as recorded on {long_date(work.assessment.date)}."
    return [make.heading("Action plan"), table, make.paragraph("TableNote", note)]


def _plan_row(work: Workbench, make: Maker, item: Item) -> list[Cell]:
    number = Reference(work.nowhere, "")
    work.document.references[number] = (Piece(work.label(item).referred, PieceField.NUMBER, item),)
    said = {name: _said(work, item, name) for name in ("Lead", "Owner", "Due", "Measure", "Status")}
    more = {name: _named(work, make, item, name) for name in ("Because", "Support", "Priority", "Outcome")}
    progress = [_named(work, make, item, "Progress", index) for index in range(len(item.all("Progress")))]
    return [
        Cell(work.nowhere, [number]),
        make.cell(item.paragraph.content, more["Because"]),
        make.cell(said["Lead"], more["Support"]),
        make.cell(said["Owner"]),
        make.cell(said["Due"], more["Priority"]),
        make.cell(said["Measure"], more["Outcome"]),
        make.cell(said["Status"], *progress),
    ]


def _said(work: Workbench, item: Item, name: str) -> list[Inline]:
    """The value of a field as a sentence of its own."""
    entry = item.first(name)
    return capitalised(value_of(work.assessment, entry)) if entry else []


def _named(work: Workbench, make: Maker, item: Item, name: str, index: int = 0) -> list[Inline]:
    """`Support: …`, for a field that shares a column with another."""
    entries = item.all(name)
    if len(entries) <= index:
        return []
    return [make.text(f"{name}: ", strong=True), *value_of(work.assessment, entries[index])]


def evidence(work: Workbench, make: Maker) -> list[Block]:
    """Every finding with its fields, where the text under it does not say them all."""
    found = [item for item in printed(work, PartKind.STRENGTHS, PartKind.DEVELOPMENT) if item.fields]
    rows = [
        [make.cell(item.paragraph.content), make.cell(_fields(work, item))] for item in found
    ]
    if not rows:
        return []
    table = make.table("Evidence for the findings", ("Finding", "Evidence and impact"), rows, (45, 55))
    return [make.heading("Evidence"), table, make.paragraph("TableNote", f"{len(rows)} findings.")]


def _fields(work: Workbench, item: Item) -> list[Inline]:
    return run_in(work.assessment, [entry for entry in item.fields if entry.name != "Audience"])


def contributors(work: Workbench, make: Maker) -> list[Block]:
    """Who took part, by workshop, agency and role, never by name; and who was expected and sent nothing."""
    notes = [note for chapter in work.chapters for note, _ in chapter.notes]
    # Of all notes, drafts and closed ones too: what an edition withholds was received none the less.
    present = {key.value for note in work.library.notes if note.status != "withdrawn" for key in note.agencies}
    groups: dict[tuple[date, str], list[Note]] = {}
    for note in notes:
        if note.agencies or note.contributors:
            groups.setdefault((note.workshop_date or date.max, note.workshop_name or ""), []).append(note)
    rows = [_contribution(work, make, groups[group]) for group in sorted(groups)]
    silent = [agency.name for key, agency in work.assessment.agencies.items() if agency.expected and key not in present]
    blocks: list[Block] = []
    if rows:
        blocks.append(make.table("Contributors by workshop", ("Workshop", "Agencies", "Roles"), rows, (26, 37, 37)))
    if silent:
        blocks.append(make.pair("TableNote", "No note was received from", "; ".join(silent) + "."))
    return [make.heading("Contributors"), *blocks] if blocks else []


def _contribution(work: Workbench, make: Maker, notes: list[Note]) -> list[Cell]:
    """A workshop, the agencies in the room, and the roles that contributed."""
    first = notes[0]
    keys = {key.value for note in notes for key in note.agencies}
    names = [agency.name for key, agency in work.assessment.agencies.items() if key in keys]
    roles = dict.fromkeys(role for note in notes for role in note.contributors)
    day = long_date(first.workshop_date) if first.workshop_date else ""
    return [
        make.cell(first.workshop_name or ("Workshop" if day else "Written contributions"), day),
        make.cell("; ".join(names)),
        make.cell(sentence("; ".join(roles))),
    ]
