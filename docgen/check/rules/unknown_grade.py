"""A grade is not one of the framework's.

Why: a grade that the inspectorate does not use cannot be compared with anything.

Bad:
```assessment
framework: ofsted-cp-2012
sections: [{id: early-help, title: Early help, grade: {self: godo}}]
```

Good:
```assessment
framework: ofsted-cp-2012
sections: [{id: early-help, title: Early help, grade: {self: good}}]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.assessment import Grade
from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, error
from docgen.near import suggestion

NAME = "unknown-grade"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each grade that is not on the scale."""
    framework = facts.library.framework
    if framework is None or not framework.scale:
        return
    for grade in _grades(facts):
        for value in (grade.own, grade.moderated, grade.previous):
            if value and value.value not in framework.scale:
                hint = suggestion(value.value, framework.scale)
                yield error(NAME, f'"{value.value}" is not a grade of {framework.title}', value.span, hint)


def _grades(facts: Facts) -> list[Grade]:
    sections = [section.grade for section in facts.assessment.all_sections()]
    return [grade for grade in (*sections, *(note.grade for note in facts.library.notes)) if grade]
