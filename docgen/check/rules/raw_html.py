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


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each piece of HTML that is no comment; closing tags go with their opening ones."""
    for _, block in facts.every(RawBlock):
        text = block.span.text.lstrip()
        if not text.startswith("<!--") or text.rstrip().count("<!--") != text.count("-->") or block.content:
            yield warning(NAME, "HTML is not shown in Word; its words are kept", block.span, "write it in Markdown")
    for _, tag in facts.every(RawInline):
        if not tag.span.text.startswith(("<!--", "</")):
            message = "this tag is printed as it stands" if tag.text else "HTML is not shown in Word; its words are kept"
            yield warning(NAME, message, tag.span, "write it in Markdown; to print a sign such as <, write \\<")
