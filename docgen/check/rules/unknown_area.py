"""A section names an area that the framework does not have.

Why: an inspector reads the grades by the areas of the framework.

Bad:
```assessment
framework: ofsted-cp-2012
sections: [{id: early-help, title: Early help, area: help-and-protektion}]
```

Good:
```assessment
framework: ofsted-cp-2012
sections: [{id: early-help, title: Early help, area: help-and-protection}]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, error
from docgen.near import suggestion

NAME = "unknown-area"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each area that is not of the framework."""
    framework = facts.library.framework
    if framework is None or not framework.areas:
        return
    for section in facts.assessment.all_sections():
        if section.area and section.area.value not in framework.areas:
            hint = suggestion(section.area.value, framework.areas)
            yield error(NAME, f'{framework.title} has no area "{section.area.value}"', section.area.span, hint)
