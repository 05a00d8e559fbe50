"""HTML stands in a note.

Why: Word knows no HTML, so it is not shown as you meant it. The words in it are kept; `<sub>`, `<sup>` and `<br>` work.

Bad:
```body
<div align="center">Our values</div>
```

Good:
```body
Our values
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, warning
from docgen.nodes import RawBlock, RawInline

NAME = "raw-html"
LEFT_OUT = "signs of a web page (HTML) are left out, and the words between them printed"
HINT = "remove them; stress with **bold** or *italics*, and write \\< to print the sign < itself"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each piece of HTML that is no comment; closing tags go with their opening ones."""
    for _, block in facts.every(RawBlock):
        text = block.span.text.lstrip()
        if not text.startswith("<!--") or text.rstrip().count("<!--") != text.count("-->") or block.content:
            yield warning(NAME, LEFT_OUT, block.span, HINT)
    for _, tag in facts.every(RawInline):
        if not tag.span.text.startswith(("<!--", "</")):
            message = "what stands between < and > is printed as it stands" if tag.text else LEFT_OUT
            yield warning(NAME, message, tag.span, "write words of your own; to print the sign < itself, write \\<" if tag.text else HINT)
