"""An identity has a sign that it cannot have.

Why: identities become names of bookmarks in Word, and stand in references and addresses: letters, digits and hyphens only.

Bad:
```body
## Attendance {#attendance_2012.a}

Text.
```

Good:
```body
## Attendance {#attendance-2012}

Text.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.rule import Facts, Rule
from docgen.diagnostics import Diagnostic, Severity, error

NAME = "wrong-identity"
FORM = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,78}[A-Za-z0-9])?")


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each identity in another form, or longer than 80 letters."""
    places = [*facts.identities.places.values(), *(later for _, later in facts.identities.twice)]
    for place in places:
        if not FORM.fullmatch(place.name.value):
            yield error(NAME, f'"{place.name.value}" cannot be an identity', place.name.span, "use letters, digits and - only")


RULE = Rule(NAME, Severity.ERROR, find)
