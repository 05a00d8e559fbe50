"""The framework is not the one that was in force at the date of the document.

Why: grades by a framework that is over, or has yet to begin, can't be compared with those of an inspection.

Bad:
```assessment
date: 2026-09-30
framework: ofsted-cp-2012
```

Good:
```assessment
date: 2026-09-30
framework: ilacs-2026
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, warning

NAME = "framework-not-in-force"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding at the framework's name in the settings."""
    framework, date, named = facts.library.framework, facts.assessment.date, facts.assessment.framework_key
    if framework is None or named is None or framework.is_in_force(date):
        return
    if framework.valid_to and date > framework.valid_to:
        what = f"ended on {framework.valid_to.isoformat()}, before"
    else:
        what = f"begins on {framework.valid_from}, after"
    hint = "name the framework that was in force then, or correct date:"
    yield warning(NAME, f"this framework {what} the date of the document, {date.isoformat()}", named.span, hint)
