"""`rules:` in assessment.yaml turns down a finding that guards against lost or disclosed text.

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
from docgen.diagnostics import Diagnostic, error

NAME = "fixed-finding"
FIXED = frozenset(
    """duplicate-field duplicate-identity duplicate-key empty-field fixed-finding misplaced-definition misplaced-field misplaced-front-matter missing-key
    nested-footnote nested-too-deeply not-utf-8 note-without-section own-identifier repeated-withheld-text stray-audience
    stray-container surplus-cell template-unusable unclosed-comment unclosed-container unknown-audience unknown-container unknown-field unknown-key
    unknown-section unknown-value unreadable-file unterminated-front-matter wide-table wrong-identity wrong-value yaml-feature
    yaml-syntax""".split()
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each setting that asks for less than an error."""
    for name, level in facts.assessment.rules:
        if name.value in FIXED and level.value != "error":
            yield error(NAME, f'"{name.value}" cannot be turned down: text would be lost or disclosed', name.span, "remove this setting")
