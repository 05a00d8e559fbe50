r"""A line looks as if it said who may read a passage, and is not read so.

Why: the passage would be printed for everybody. An audience is read in three places only: the settings at the top of a note,
a line `  - Audience: internal` right below its item, and a line `::: internal` of its own before a passage.

Bad:
```body
## Strengths

- Midwives work with families early. {#midwives}
  - Audience internal
```

Good:
```body
## Strengths

- Midwives work with families early. {#midwives}
  - Audience: internal
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.rule import Facts, Rule
from docgen.diagnostics import Diagnostic, Severity, error
from docgen.nodes import BOXES, Attributes, Block, Cell, CodeBlock, Heading, Image, Paragraph, RawBlock
from docgen.note import Note
from docgen.pattern import lazy
from docgen.walk import visible

NAME = "stray-audience"
HINT = "write - Audience: internal right below its item, or ::: internal on a line of its own before the passage"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each printed block with such a line, and for attributes that name an audience."""
    audiences = facts.assessment.audience_names
    sign = lazy(_sign(audiences), re.IGNORECASE | re.MULTILINE)
    look = re.compile(rf"audience|[:：]\s*[:：]|：|…\s*:|:[^\w\n]*(?:{'|'.join(map(re.escape, audiences))})\b|&#|&colon", re.IGNORECASE)
    worth = {note.path for note in facts.library.notes if look.search(note.source.text, _body(note))}
    for kind in (Paragraph, Cell, RawBlock, CodeBlock, Heading):
        for note, block in facts.every(kind):
            if note.path in worth and not _is_fenced(block) and (found := sign.search(_text(block))):
                message = f'"{" ".join(found.group().split())[:40]}" is not read so, and would be printed for everybody'
                yield error(NAME, message, block.span, HINT)
    for attributes in _attributes(facts):
        if any(key.casefold() == "audience" for key, _ in attributes.values) or set(attributes.classes) & set(audiences):
            yield error(NAME, f"{attributes.span.text} does not keep this from anybody", attributes.span, HINT)


def _body(note: Note) -> int:
    """Where what is printed begins; the settings above name an audience as a rule."""
    return next((block.span.start for block in note.blocks), 0)


def _sign(audiences: list[str]) -> str:
    """What such a line looks like, however its signs were mistyped."""
    names, kinds = "|".join(map(re.escape, audiences)), "|".join(map(re.escape, (*audiences, *BOXES)))
    lines = (
        rf"^[^\w\n]*audience\b[^\w\n]*(?:{names})\b[^\w\n]*$",
        rf"\baudience[^\w\n]*[:：][^\w\n]*(?:{names})\b",
        rf"^[^\w\n]*[:：][^\w\n]*(?:{names})\b",
        rf"[:：]\s*[:：]+[^\w\n]*(?:{kinds})\b",
        r"^[\s\\*_>|\u200b\ufeff]*[:：]{3,}",
    )
    return "|".join(f"(?:{line})" for line in lines)


def _text(block: Block) -> str:
    """The block as a reader sees it, and as it was written."""
    return visible([block]) + "\n" + block.span.text


def _is_fenced(block: Block) -> bool:
    return isinstance(block, CodeBlock) and block.span.text.lstrip("> \t").startswith(("```", "~~~"))


def _attributes(facts: Facts) -> Iterator[Attributes]:
    yield from (block.attributes for _, block in facts.every(Paragraph) if block.attributes)
    yield from (heading.attributes for _, heading in facts.every(Heading) if heading.attributes)
    yield from (image.attributes for _, image in facts.every(Image) if image.attributes)


RULE = Rule(NAME, Severity.ERROR, find)
