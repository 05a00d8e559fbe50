"""A link or a picture has a space in its address, so it is neither.

Why: it is printed with all its brackets, and the picture is missing. An address ends at the first space, unless it stands between < and >. Addresses
with `{%` or `{{` come from notes that another program was to fill in.

Bad:
```body
See [what we heard](visit one.md).
```

Good:
```body
See [what we heard](#visits).

## Visits {#visits}

Text.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.check.typed import literal
from docgen.diagnostics import Diagnostic, warning
from docgen.nodes import Block, Cell, Heading, Paragraph
from docgen.pattern import lazy

NAME = "broken-link"
# Words with a space between them count as an address where they have an ending or a path: `[text](see below)` may be meant as it stands.
LOOK = lazy(r"\]\([ \t]?[^()<>\s]*[ \t]")
LINK = lazy(r"(?:(!?)\[[^\[\]\n]*|^)\]\([ \t]?(?=[^()<>\n]*(?:[/\\#]|\.[A-Za-z]\w{0,4}\b))[^()<>\s]+[ \t][^()<>\n]*\)")
SCHEMES = ("file:", "javascript:", "vbscript:", "data:")
REFUSED = lazy(rf"(!?)\[[^\[\]\n]*\]\([ \t]?<?(?:{'|'.join(SCHEMES)})[^()\n]*\)", re.IGNORECASE)
HINT = "rename the file so that it has no spaces, or write the address between < and >"
# Signs with which programs that make web pages mark what they fill in.
FOREIGN = ("{%", "{{")
KINDS: tuple[type[Block], ...] = (Paragraph, Heading, Cell)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each link and picture that is printed as text because of a space in its address."""
    worth = {note for note in facts.library.notes if _is_worth(facts.folded(note))}
    blocks = (block for kind in KINDS for note, block in facts.every(kind) if note in worth)
    for text in (leaf for block in blocks for leaf in literal(block.content)):  # type: ignore[attr-defined]
        for found in LINK.finditer(text.text):
            span = text.span.sub(text.span.start + found.start(), text.span.start + found.end())
            what = "picture" if found[1] else "link"
            if any(sign in found.group() for sign in FOREIGN):
                message = f"this {what} is printed as it stands, because its address is written for another program"
                yield warning(NAME, message, span, "write the address itself; what stands between {% and %}, or {{ and }}, only that program can fill in")
            else:
                yield warning(NAME, f"this {what} is printed as it stands, because its address has a space in it", span, HINT)
        for found in REFUSED.finditer(text.text) if "](" in text.text else ():
            span = text.span.sub(text.span.start + found.start(), text.span.start + found.end())
            hint = "put the file where readers can open it, and write its address, which begins https://"
            yield warning(NAME, "this link is printed as it stands, because no reader could follow it", span, hint)


def _is_worth(folded: str) -> bool:
    return "](" in folded and (bool(LOOK.search(folded)) or any(scheme in folded for scheme in SCHEMES))
