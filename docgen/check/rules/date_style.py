"""A date is written in another form than 12 July 2012.

Why: dates in one form are found at a glance and can be searched for. "12th" has two letters that say nothing, and the American
order, July 12, makes a reader of the next figure unsure which is the day.

`docgen check --fix` rewrites them. Dates in quotation marks and in a quotation stay as they are.

Bad:
```body
The workshop on the 12th of July 2012 agreed it. The board met on September 14, 2012.
```

Good:
```body
The workshop on 12 July 2012 agreed it. The board met on 14 September 2012.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.passage import Passage
from docgen.check.rule import Facts
from docgen.dates import DAY_FIRST, LIKE_ORDINAL, MONTH_FIRST, in_order
from docgen.diagnostics import Diagnostic, warning
from docgen.pattern import lazy

NAME = "date-style"
LETTERS = lazy(r"\d(?:st|nd|rd|th)\b")
NOUN = lazy(r"\s+(?!(?:and|or|are|were|was|is|to|at|by|on|as|for|in|with|from|it|we|they|he|she|the|all|when|where|that|which|after|before)\b)[a-z]")


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each date with the letters of an ordinal, a comma before its year, or its month first."""
    for note in facts.prose.notes:
        for passage in facts.prose.of(note) if _is_worth(facts.prose.text(note)) else ():
            yield from _dates(passage) if _is_worth(passage.text) else ()


def _is_worth(text: str) -> bool:
    return any(pattern.search(text) for pattern in LIKE_ORDINAL)


def _dates(passage: Passage) -> Iterator[Diagnostic]:
    for found in DAY_FIRST.finditer(passage.text):
        if found["comma"] or LETTERS.search(found["days"]):
            article = "the " if found["the"] and not found["of"] and NOUN.match(passage.text, found.end()) else ""
            yield from _finding(passage, found, article)
    for found in MONTH_FIRST.finditer(passage.text):
        if found["year"] or LETTERS.search(found["days"]):
            yield from _finding(passage, found, "")


def _finding(passage: Passage, found: re.Match[str], article: str) -> Iterator[Diagnostic]:
    start, end = found.span()
    if passage.is_own(start):
        # The date itself is not repeated: it may be a birth date, and a message does not tell.
        edit = passage.edit(start, end, article + in_order(found))
        yield warning(NAME, "this date is not in the usual form", passage.span(start, end), "write it as in 31 March 2013" if found["year"] else "write it as in 31 March", edit)
