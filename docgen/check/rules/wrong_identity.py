"""An identity has a sign that it cannot have, or is not written as one.

Why: identities become names of bookmarks in Word, and stand in references and addresses: letters, digits and hyphens only, behind `{#`.
Anything else in braces is printed as it stands.

Bad:
```body
## Attendance {#attendance_2012.a}

Text.

## Strengths

- Help comes at weekends, too. {#At Weekends}
```

Good:
```body
## Attendance {#attendance-2012}

Text.

## Strengths

- Help comes at weekends, too. {#at-weekends}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.check.typed import printed_identity
from docgen.diagnostics import Diagnostic, error
from docgen.nodes import Heading, Image, Inline, Paragraph, Table
from docgen.note import Finding, Recommendation
from docgen.walk import without_comments

NAME = "wrong-identity"
FORM = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,78}[A-Za-z0-9])?")


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each identity in another form, or longer than 80 letters, and for what was to be one and is printed."""
    places = [*facts.identities.places.values(), *(later for _, later in facts.identities.twice)]
    for place in places:
        if not FORM.fullmatch(place.name.value):
            yield error(NAME, f'"{place.name.value}" cannot be an identity', place.name.span, _hint(place.name.value))
    for content in _named(facts):
        if span := printed_identity(content):
            yield error(NAME, f"{span.text} is no identity, and is printed", span, _hint(span.text))


def _named(facts: Facts) -> Iterator[list[Inline]]:
    """The words of whatever can have an identity at its end, and has none."""
    yield from (item.paragraph.content for kind in (Finding, Recommendation) for _, item in facts.every(kind) if item.id is None)
    yield from (heading.content for _, heading in facts.every(Heading) if heading.attributes is None)
    yield from (table.caption.content for _, table in facts.every(Table) if table.caption and table.caption.attributes is None)
    images = {note for note, _ in facts.every(Image)}
    beside = (without_comments(paragraph.content) for note, paragraph in facts.every(Paragraph) if note in images)
    yield from (content[1:] for content in beside if len(content) == 2 and isinstance(content[0], Image))


def _hint(name: str) -> str:
    """What to write instead: the nearest form that an identity can have."""
    from unicodedata import normalize

    plain = normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    right = re.sub("[^a-z0-9]+", "-", plain).strip("-")[:80].rstrip("-")
    return f"use letters, digits and - only: write {{#{right}}}" if right else "use letters, digits and - only, as in {#early-help}"
