"""What stands before the sections: cover, document control, contents, at a glance."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from docgen import nodes
from docgen.assemble.details import sentence
from docgen.assemble.generated import Maker
from docgen.assemble.grades import direction, grade_of, in_words
from docgen.assemble.resolve import numbers_of
from docgen.assemble.workbench import Chapter, Workbench
from docgen.dates import long_date
from docgen.document import Contents, Sheet
from docgen.nodes import Block, Cell, Inline, Reference
from docgen.note import PartKind


def front(work: Workbench) -> None:
    """Set the cover, and the pages before the first section."""
    make = Maker(work)
    wanted = work.assessment.parts
    blocks: list[Block] = []
    if wanted.get("document_control", True):
        blocks += control(work, make)
    if work.library.theme.contents != "none":
        blocks += [make.paragraph("TOCHeading", "Contents"), Contents(work.nowhere)]
    if wanted.get("at_a_glance", True):
        blocks += glance(work, make)
    work.document.pages = [Sheet("cover", cover(work, make)), Sheet("front", blocks)]


def cover(work: Workbench, make: Maker) -> list[Block]:
    """Title, subtitle, partnership, edition, audience, date, status, marking and the owner's role."""
    assessment, document = work.assessment, work.document
    blocks: list[Block] = [*_logo(work), make.paragraph("Partnership", assessment.partnership), make.paragraph("Title", assessment.title.value)]
    if assessment.subtitle:
        blocks.append(make.paragraph("Subtitle", assessment.subtitle))
    blocks += [
        make.pair("CoverDetail", "Edition", assessment.edition),
        make.pair("CoverDetail", "Audience", sentence(document.identity.audience)),
        make.pair("CoverDetail", "Date", long_date(assessment.date)),
        make.pair("CoverDetail", "Status", document.status + (f", version {assessment.version}" if assessment.version else "")),
    ]
    if assessment.owner:
        blocks.append(make.pair("CoverDetail", "Owner", sentence(assessment.owner)))
    if document.marking:
        handling = f". {document.marking.handling}" if document.marking.handling else ""
        blocks.append(make.pair("CoverDetail", "Marking", f"{document.marking.level}{handling}"))
    return blocks


def _logo(work: Workbench) -> list[Block]:
    logo = work.library.logo
    if logo is None or isinstance(logo[1], str):
        return []
    work.document.pictures[logo[0]] = logo[1]
    return [nodes.Figure(work.nowhere, logo[0])]


def control(work: Workbench, make: Maker) -> list[Block]:
    """Versions, approval, distribution, next review, source, and how to ask for another format."""
    assessment, identity = work.assessment, work.document.identity
    heading = make.heading("Document control")
    rows: list[tuple[str, str]] = []
    if assessment.approved_by:
        on = f", {long_date(assessment.approved_on)}" if assessment.approved_on else ""
        rows.append(("Approved by", sentence(assessment.approved_by) + on))
    if work.document.marking and work.document.marking.distribution:
        rows.append(("Distribution", sentence("; ".join(work.document.marking.distribution))))
    if assessment.next_review:
        rows.append(("Next review", long_date(assessment.next_review)))
    source = "notes that are not yet committed" if identity.commit == "uncommitted" else f"the notes at commit {identity.commit[:7]}"
    rows.append(("Made from", f"{source}, for the {identity.audience} audience (build {identity.short})"))
    if assessment.contact:
        rows.append(("Other formats", assessment.contact))
    blocks: list[Block] = [heading, make.table("Document control", ("Subject", "Detail"), rows, (26, 74))]
    if assessment.versions:
        versions = [(version.version, long_date(version.date), version.change) for version in assessment.versions]
        blocks += [make.paragraph("TableTitle", "Versions"), make.table("Versions", ("Version", "Date", "Change"), versions, (14, 26, 60))]
    return blocks


def glance(work: Workbench, make: Maker) -> list[Block]:
    """Each graded section with its grade and the number of its items; nothing where the framework has no grades."""
    framework = work.library.framework
    if framework is None or not framework.scale:
        return []
    rows = [_glance_row(work, make, chapter) for chapter in work.chapters if grade_of(chapter)]
    header = ("Section", "Self", "Moderated", "Previous", "Direction", "Findings and recommendations")
    if not rows:
        return []
    table = make.table("Grades and numbers of findings by section", header, rows, (22, 12, 12, 12, 13, 29))
    note = f"Grades, best first: {', '.join(framework.scale.values()).lower()} ({framework.title})."
    blocks: list[Block] = [make.heading("At a glance"), table, make.paragraph("TableNote", note)]
    return blocks


def _glance_row(work: Workbench, make: Maker, chapter: Chapter) -> list[Cell | str]:
    grade = grade_of(chapter)
    assert grade is not None
    framework = work.library.framework
    grades = [in_words(framework, value) for value in (grade.own, grade.moderated, grade.previous)]
    numbers = [(sum(1 for _ in chapter.items(kind)), words) for kind, words in COUNTED.items()]
    # None is not said: in an edition for more readers it might not be true.
    counts = [f"{number} {words[number > 1]}" for number, words in numbers if number]
    said = [make.cell(text) for text in (*grades, direction(framework, grade))]
    return [Cell(work.nowhere, _called(work, make, chapter)), *said, make.cell("; ".join(counts) or "–")]


def _called(work: Workbench, make: Maker, chapter: Chapter) -> list[Inline]:
    """A section's number, which Word keeps right, and its title."""
    label = work.label(chapter.heading)
    if not label.number:
        return [make.text(label.title)]
    number = Reference(work.nowhere, "")
    work.document.references[number] = tuple(numbers_of(work, chapter.heading, label))
    return [number, make.text(f" {label.title}")]


COUNTED: Mapping[PartKind, tuple[str, str]] = MappingProxyType(
    {
        PartKind.STRENGTHS: ("strength", "strengths"),
        PartKind.DEVELOPMENT: ("area for development", "areas for development"),
        PartKind.RECOMMENDATIONS: ("recommendation", "recommendations"),
    }
)
