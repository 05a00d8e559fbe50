"""A word is dated, or disliked by the people it is said of, or longer than it need be.

Why: the people who are written about read the document too. A label such as "hard to reach" says that it is their fault when
services do not reach them. The words and their better ones follow the government's guidance on writing about ethnicity and
disability, the style guide of GOV.UK, and what young people in care and those who work with exploited children have asked for.

Other words are long or old-fashioned ones for short ones ("utilise", "whilst", "amongst"), or say nothing ("going forward"). People who
read in a hurry, or in a language that is not their first, stumble over them.

Words in quotation marks, in a quotation and in names stay as they are. `docgen check --fix` puts the better word in where it fits as
it is.

Bad:
```body
The panel found that some families are hard to reach.
```

Good:
```body
The panel found that some families are seldom heard. "We are not hard to reach", one mother said.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, warning

NAME = "dated-term"
ADVICE = ("say ", "name ", "leave ")  # what to do, where no words can take the place of others


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each such word."""
    for use in facts.phrases("terms").uses():
        better = use.phrase.better
        advice = f'write "{use.better}"' if use.phrase.swaps else better if better.startswith(ADVICE) else f"write {better}"
        yield warning(NAME, f'"{use.said}" {use.phrase.why}', use.passage.span(use.start, use.end), advice, use.edit())
