"""A recommendation reads like a finding: it says how things are or should be, and not what somebody is to do.

Why: "More needs to be done" can't be given to anybody, and can't be finished. A recommendation begins with a verb.
This is looked for in documents in English.

Bad:
```body
## Recommendations

- More needs to be done about attendance at conferences. {#attendance}
```

Good:
```body
## Recommendations

- Agree an attendance standard for conferences. {#attendance}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.actions import is_finding, said
from docgen.check.rule import Facts
from docgen.check.standing import open_ones
from docgen.diagnostics import Diagnostic, warning
from docgen.pattern import lazy
from docgen.walk import visible

NAME = "vague-recommendation"
# Said of how things are, whatever verb stands before it.
PHRASE = lazy(
    r"\b(?:more|much|further work) (?:still )?(?:needs? to|must|should|could|remains? to|is to) be done\b|\broom for improvement\b"
    r"|^\W*(?:(?:ensure|secure|see|seek|support|achieve|continue|maintain|promote|drive|encourage|work towards)\s+)?(?:the )?(?:continued|continuous|continuing|ongoing|further) improvement\b"
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each open recommendation that says no action."""
    for _, item in open_ones(facts):
        text = visible(item.paragraph.content).casefold()
        phrase = PHRASE.search(text) if "improvement" in text or "be done" in text else None
        if phrase or is_finding(said(text)):
            message = f'"{phrase.group().strip()}" says no action' if phrase else "this recommendation reads like a finding: it does not begin with a verb"
            yield warning(NAME, message, item.paragraph.span, "begin with what somebody is to do: Agree …, Publish …, Train …")
