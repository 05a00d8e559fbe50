"""A sentence has more than 25 words.

Why: long sentences are hard to follow, above all for people who read under pressure or in a second language.

Bad:
```body
The group agreed that every agency that is invited to a child protection conference should send somebody who knows the child and can also speak for the whole agency.
```

Good:
```body
Every agency that is invited to a conference should send somebody who knows the child. That person should also speak for the agency.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, warning
from docgen.nodes import Paragraph
from docgen.walk import visible

NAME = "long-sentence"
MOST = 25
# A sentence ends at a full stop and the like before a capital letter; not behind a short form such as "e.g.".
END = re.compile(r"(?<!\be\.g)(?<!\bi\.e)(?<!\betc)(?<!\bNo)(?<!\bvs)[.!?:][\"'’”)]*\s+(?=[\"'‘“(]*[A-Z0-9])")


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each paragraph with a sentence that is too long; it names the longest."""
    for _, paragraph in facts.every(Paragraph):
        text = visible(paragraph.content)
        if text.count(" ") >= MOST:
            longest = max(len(sentence.split()) for sentence in END.split(text))
            if longest > MOST:
                message = f"a sentence here has {longest} words"
                yield warning(NAME, message, paragraph.span, f"make it two sentences of at most {MOST} words each")
