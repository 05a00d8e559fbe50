"""A date in the text is written in figures only.

Why: one reader takes 03/04/12 for 3 April and another for 4 March. A month in letters can't be misread.

`docgen check --fix` rewrites a date that can mean one day only, such as 25/12/2012. Dates in quotation marks and in a quotation stay as
they are.

Bad:
```body
The workshop of 03/04/2012 agreed it.
```

Good:
```body
The workshop of 3 April 2012 agreed it.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.passage import Passage
from docgen.check.rule import Facts
from docgen.dates import LIKE_FIGURES, only_date
from docgen.diagnostics import Diagnostic, warning
from docgen.pattern import lazy

NAME = "date-in-figures"
DATE = lazy(r"(?<![\w./-])\d{1,2}(?:/\d{1,2}/(?:(?:19|20)\d\d|\d\d)|-\d{1,2}-(?:19|20)\d\d|\.\d{1,2}\.(?:19|20)\d\d|(?<=\d\d)\.\d\d\.\d\d)(?![\w/-]|\.\d)")
LENGTHS = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}  # of the months that have fewer days than 31


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each such date whose figures can be a day and a month."""
    for note in facts.prose.notes:
        # Something like it is found much faster, and few notes have it.
        if any(like.search(facts.prose.text(note)) for like in LIKE_FIGURES):
            for passage in facts.prose.of(note):
                yield from _dates(passage)


def _dates(passage: Passage) -> Iterator[Diagnostic]:
    for found in DATE.finditer(passage.text):
        first, second, year = re.split("[/.-]", found.group())
        one, other = sorted((int(first), int(second)))
        if 1 <= one <= 12 and other <= LENGTHS.get(one, 31) and passage.is_own(found.start()):
            yield _finding(passage, found, other > 12 and len(year) < 4)


def _finding(passage: Passage, found: re.Match[str], is_sure: bool) -> Diagnostic:
    """The finding about a date; of what `is_sure` the day can be told from the month, and nothing but the century is missing."""
    span = passage.span(*found.span())
    # The date itself is not repeated: it may be a birth date, and a message does not tell.
    if plain := only_date(found.group()):
        return warning(NAME, "this date is written in figures", span, "write the month in letters, as in 31 March 2013", passage.edit(*found.span(), plain))
    message = "this date is written in figures" if is_sure else "this date could be two different days"
    return warning(NAME, message, span, "write the month in letters, as in 31 March 2013")
