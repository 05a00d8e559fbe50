"""`rules:` in assessment.yaml turns down a finding that guards text or safety.

Why: with such a finding ignored, words would vanish from the document, or be read by people who may not read them.

Bad:
```assessment
rules: {unknown-audience: ignore}
```

Good:
```assessment
rules: {skipped-heading: ignore}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.check.table import FIXED
from docgen.diagnostics import Diagnostic, error

NAME = "fixed-finding"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each setting that asks for less than an error."""
    for name, level in facts.assessment.rules:
        if name.value in FIXED and level.value != "error":
            yield error(NAME, f'"{name.value}" cannot be turned down: it guards text or safety', name.span, "remove this setting")
