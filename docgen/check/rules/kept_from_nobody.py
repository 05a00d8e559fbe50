"""Words in front of a passage say that it is confidential, and nothing keeps it from anybody.

Why: docgen does not read `Confidential:`, `Not for sharing` or `Do not print`; the passage would be printed for everybody who may read its
note. What keeps a passage from readers is the audience of its note, of its item, or a line `::: internal` before it.

Bad:
```body
Confidential: one of the services is under review.
```

Good:
```body
::: internal
One of the services is under review.
:::
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.audiences import passages, section_ranks
from docgen.check.rule import Facts
from docgen.check.standing import stands
from docgen.check.typed import NAMES
from docgen.diagnostics import Diagnostic, error
from docgen.nodes import Block, Node
from docgen.note import Field, Item
from docgen.pattern import lazy
from docgen.walk import visible

NAME = "kept-from-nobody"
WHOM = r"(?:\s+(?:with|to|outside|beyond)(?:\s+[\w’'-]+){1,3})?"
THIS = r"(?:\s+(?:this|these|it|any|further|onwards?|on|notes?))*"
NOT_FOR = (
    r"not\s+(?:for|to\s+be)\s+(?:the\s+)?(?:onward\s+)?"
    r"(?:sharing|shared|publication|published|public|press|printing|printed|circulation|circulated|disclosure|disclosed|release|released)"
    rf"{WHOM}|(?:do\s+not|don['’]t)\s+(?:share|circulate|publish|print|distribute|forward|copy){THIS}{WHOM}"
)
SAID = (
    r"(?:(?:strictly\s+|private\s+and\s+)?confidential|restricted|in\s+(?:strict\s+)?confidence|"
    rf"(?:strictly\s+|please\s+)?(?:{NOT_FOR})|(?:for\s+)?official\s+use\s+only|for\s+internal\s+eyes(?:\s+only)?|not\s+to\s+go\s+(?:in|into|to)(?:\s+[\w’'-]+){{1,4}}|"
    r"(?:please\s+)?(?:delete|remove)\s+(?:this\s+(?:bit|line|paragraph|part|section)\s+)?before(?:\s+[\w’'-]+){1,6}|note\s+to\s+self|between\s+(?:ourselves|you\s+and\s+me))"
)
# What may stand before them, and who reads what is "for professionals only": with a colon behind it, since "police only" may be said of a visit.
BEGUN = r"(?:(?:draft|notes?|minutes)\W{1,4}){0,3}"
ONLY = r"(?:for\s+)?(?:professionals?|practitioners?|staff|managers?|panel\s+members|members|officers|police|health|schools?|probation|social\s+workers?|social\s+care)\s+(?:staff\s+|eyes\s+)?only"
LOUD = r"CONFIDENTIAL|RESTRICTED|NOT FOR (?:THE )?(?:SHARING|PUBLI[A-Z]+|CIRCULATION|DISCLOSURE|RELEASE)|DO NOT (?:SHARE|CIRCULATE|PUBLISH|PRINT|DISTRIBUTE|FORWARD|COPY)"
# In capitals such words need no sign behind them, and the first of two such phrases may end in a hyphen.
FRONT = lazy(
    rf"\A[^\w\n]*(?:the\s+following\s+(?:is|are)\s+confidential\b|{BEGUN}(?:{SAID}|off\s+the\s+record)(?:[^\w\n]*(?:[:\])–—]|\.?\Z|\n)|\.\s|\s+-\s)|"
    rf"{ONLY}[^\w\n]*:|please\s+note\b[^\n]{{0,80}}?\b(?:{NOT_FOR})|between\s+ourselves\b|(?-i:{LOUD})\b)|"
    rf"[\[(]\s*{SAID}\s*(?:[\])]|[:;,–—-]\s)",
    re.IGNORECASE,
)
LOOK = ("confidential", "restricted", "in confidence", "in strict confidence", " only", "not for", "not to be", "not to go", "do not", "don't", "don’t", "please note", "between ourselves", "between you and me", "official use", "internal eyes", "off the record", " before ", "to self")
# In a file such words begin a text behind the signs of a list, a table or a tag, or behind brackets.
OPENED = lazy(rf"(?:\A|[\n\r\[(|/>\])}};@]|\d[.)])[\W_]*(?:(?:strictly|private|and|for|the|following|is|are|please|delete|remove|this|bit|line|paragraph|part|section|notes?|draft|minutes|professionals?|practitioners?|staff|managers?|panel|members|officers|police|health|schools?|probation|social|workers?|care|eyes|{'|'.join(NAMES)})(?![^\W_])[\W_]*){{0,4}}\Z")
BEFORE = 48  # letters


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each passage with such words in front, or in brackets, that is not as closed as a passage can be."""
    settings = facts.assessment
    top = len(settings.audience_names) - 1
    sections = section_ranks(settings)
    for note in facts.library.notes:
        if not stands(facts, note) or not _may_begin(facts.folded(note)):
            continue
        open_to = ((part, closed) for block, closed in passages(settings, note, sections) if closed < top for part in _parts(block))
        for part, closed in open_to:
            words = visible(part.content if isinstance(part, Field) else [part])
            # What a field says is no passage: "interviews (confidential), May 2026" is evidence.
            if _may_say(words) and (said := FRONT.search(words)) and not (isinstance(part, Field) and words[: said.start()].strip(" *_")):
                message = f'"{" ".join(said.group().split()).strip(" :()[]–—.")}" keeps this from nobody who reads the {settings.audience_names[closed]} edition'
                yield error(NAME, message, part.span, f'write "::: {settings.audience_names[top]}" on a line of its own before it and ":::" behind it; take these words out only if every reader may know what follows')


def _parts(block: Block) -> list[Node]:
    """What such words may begin: a passage, an item, and the value of a field."""
    return [block.paragraph, *block.fields] if isinstance(block, Item) else [block]


def _may_begin(folded: str) -> bool:
    """A cheap look for whether such words begin a line, a cell or brackets."""
    for words in LOOK:
        at = folded.find(words)
        while at >= 0:
            if OPENED.search(folded[max(0, at - BEFORE) : at]):
                return True
            at = folded.find(words, at + 1)
    return False


def _may_say(text: str) -> bool:
    folded = text.casefold()
    return any(sign in folded for sign in LOOK)
