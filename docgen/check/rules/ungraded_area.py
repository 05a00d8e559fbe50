"""An area of the framework has no grade.

Why: an inspector reads the grades area by area. Of several sections for one area it is enough that one is graded, by what the agencies
said (`self`) or by what was made of it (`moderated`). Where a section grades the overall effectiveness, which rests on all other areas,
each of those needs a section too.

Bad:
```assessment
framework: ofsted-cp-2012
sections: [{id: early-help, title: Early help, area: help-and-protection}]
```

Good:
```assessment
framework: ofsted-cp-2012
sections: [{id: early-help, title: Early help, area: help-and-protection, grade: {self: good}}]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.assessment import Framework, Section
from docgen.check.rule import Facts
from docgen.check.standing import stands
from docgen.diagnostics import Diagnostic, warning

NAME = "ungraded-area"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding at each section whose area has no grade, and one for the areas without a section."""
    framework = facts.library.framework
    if framework is None or not framework.scale:
        return
    by_area: dict[str, list[Section]] = {}
    for section in facts.assessment.all_sections():
        if section.area:
            by_area.setdefault(section.area.value, []).append(section)
    graded = _graded(facts)
    for area, sections in by_area.items():
        place = sections[0].area
        if place and not any(section.id.value in graded for section in sections):
            hint = f"add grade: to the section, or to one of its notes; grades are {', '.join(framework.scale)}"
            yield warning(NAME, f'the area "{area}" has no grade', place.span, hint)
    yield from _uncovered(facts, framework, by_area, graded)


def _graded(facts: Facts) -> set[str]:
    """The sections with a grade of their own or from a note."""
    given = [(section.id, section.grade) for section in facts.assessment.all_sections()]
    given += [(note.section, note.grade) for note in facts.library.notes if note.section and stands(facts, note)]
    return {name.value for name, grade in given if grade and (grade.own or grade.moderated)}


def _uncovered(facts: Facts, framework: Framework, by_area: dict[str, list[Section]], graded: set[str]) -> Iterator[Diagnostic]:
    """The finding for areas that an overall grade rests on and no section has."""
    overall = next((area for area in framework.areas if area.startswith("overall")), "")
    absent = [area for area in framework.areas if area not in by_area]
    named = facts.assessment.framework_key
    if framework.overall and absent and named and any(section.id.value in graded for section in by_area.get(overall, ())):
        message = f"the overall grade rests on areas that no section has: {', '.join(absent)}"
        yield warning(NAME, message, named.span, "add area: and grade: to the sections about them")
