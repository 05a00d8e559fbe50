"""Grades of sections, in words."""

from __future__ import annotations

from docgen.assemble.workbench import Chapter, Workbench
from docgen.assessment import Framework, Grade, Located
from docgen.document import Styled
from docgen.nodes import Generated, Inline


def grade_of(chapter: Chapter) -> Grade | None:
    """The grade of a section: its own, or the one that a note of it gives."""
    if chapter.section.grade:
        return chapter.section.grade
    return next((note.grade for note, _ in chapter.notes if note.grade), None)


def in_words(framework: Framework | None, grade: Located[str] | None) -> str:
    """The label of a grade on the framework's scale; an empty string for none."""
    if grade is None:
        return ""
    return framework.scale.get(grade.value, grade.value) if framework else grade.value


def direction(framework: Framework | None, grade: Grade) -> str:
    """How a grade stands against the previous one: improved, unchanged or declined; empty where it can't be said."""
    now = grade.moderated or grade.own
    scale = list(framework.scale) if framework else []
    if not now or not grade.previous or now.value not in scale or grade.previous.value not in scale:
        return ""
    step = scale.index(grade.previous.value) - scale.index(now.value)
    return "Improved" if step > 0 else "Declined" if step < 0 else "Unchanged"


def grade_paragraph(work: Workbench, chapter: Chapter) -> Styled | None:
    """What stands under the heading of a graded section."""
    grade = grade_of(chapter)
    if grade is None:
        return None
    framework = work.library.framework
    said = [("Self-assessment", grade.own), ("Moderated", grade.moderated), ("Previous", grade.previous)]
    content: list[Inline] = []
    for name, value in said:
        if value:
            content += [Generated(value.span, f"{name}: ", strong=True), Generated(value.span, f"{in_words(framework, value)}. ")]
    if grade.rationale:
        text = grade.rationale.value
        content.append(Generated(grade.rationale.span, text if text[-1] in ".!?" else f"{text}."))
    return Styled(grade.span, content, None, "Grade") if content else None
