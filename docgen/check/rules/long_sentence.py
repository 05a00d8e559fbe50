"""A sentence has more than 25 words.

Why: long sentences are hard to follow, above all for people who read under pressure or in a second language.

A quotation may be as long as it was: its words are not counted where there are more than five of them.

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

from collections.abc import Iterator

from docgen.check.passage import Passage
from docgen.check.rule import Facts
from docgen.check.sentences import count_words, sentences
from docgen.diagnostics import Diagnostic, warning
from docgen.nodes import Paragraph
from docgen.pattern import lazy

NAME = "long-sentence"
MOST = 25
FEW = 5  # words in quotation marks that are a title or an expression, and no quotation
WORD = lazy(r"\S+")


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each sentence that is too long."""
    for passage in facts.prose.every():
        if passage.text.count(" ") >= MOST and type(passage.block) is Paragraph and not passage.quoted:
            yield from _long(passage)


def _long(passage: Passage) -> Iterator[Diagnostic]:
    text = passage.text
    # Blanks are counted first: most sentences are short.
    for start, end in sentences(text, blanks=MOST):
        if (count := count_words(text, start, end)) > MOST and count - _of_others(passage, start, end) > MOST:
            hint = f"divide it into sentences of at most {MOST} words"
            yield warning(NAME, f"this sentence has {count} words", passage.span(start, end), hint)


def _of_others(passage: Passage, start: int, end: int) -> int:
    """How many words of a sentence stand in quotation marks; none where they are few."""
    if not any(sign in passage.text for sign in "\"“‘'"):
        return 0
    count = sum(not passage.is_own(found.start()) for found in WORD.finditer(passage.text, start, end))
    return count if count > FEW else 0
