"""A link leads to something that a shared file cannot lead to.

Why: other readers do not have your files and folders, and some kinds of address start programs. The words are printed without the link.

Bad:
```body
See [the report](file-share/report.pdf).
```

Good:
```body
See [the report](https://www.example.org/report).
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, warning
from docgen.identities import destination
from docgen.nodes import Link
from docgen.pattern import lazy

NAME = "unsafe-link"
WEB = lazy(r"www\.[\w.-]+|[\w-]+\.(?:org|com|gov|net)(?:\.\w+)?(?=/|\Z)")
LONGEST = 2000  # letters of an address that Word takes


def _hint(target: str) -> str:
    is_web = WEB.match(target)
    return f"write https:// in front of {is_web.group()}" if is_web else "link to a page on the web, or to a note"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each link that is printed as text alone."""
    for note, link in facts.every(Link):
        found = destination(link, note, facts.identities)
        if found.missing is None and found.reason:
            yield warning(NAME, f"this link is printed without its address: {found.reason}", link.span, _hint(link.target))
        elif found.url and len(found.url) > LONGEST:
            yield warning(NAME, "this address is too long for Word, and is left out", link.span, "use a shorter address")
