"""A sentence has more than 25 words.

Why: long sentences are hard to follow, above all for people who read under pressure or in a second language.

A quotation may be as long as it was: words in quotation marks are not counted where a sentence has more than five of them.

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

NAME = "long-sentence"
MOST = 25
FEW = 5  # words in quotation marks that are a title or an expression, and no quotation


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each sentence that is too long."""
    for passage in facts.prose.every():
        if passage.text.count(" ") >= MOST and type(passage.block) is Paragraph and not passage.quoted:
            yield from _long(passage)


def _long(passage: Passage) -> Iterator[Diagnostic]:
    text = passage.text
    # Blanks are counted first: most sentences are short.
    for start, end in sentences(text, blanks=MOST):
        if count_words(text, start, end) > MOST and (count := _own_words(passage, start, end)) > MOST:
            hint = f"divide it into sentences of at most {MOST} words"
            yield warning(NAME, f"this sentence has {count} words", passage.span(start, end), hint)


def _own_words(passage: Passage, start: int, end: int) -> int:
    """How many words of a sentence count: without those in quotation marks, unless they are few."""
    text = passage.text
    count = count_words(text, start, end)
    if not any(sign in text for sign in "\"“‘'"):
        return count
    quoted = [(max(start, one), min(end, other)) for one, other in passage.quoted_parts() if one < end and other > start]
    others = sum(count_words(text, one, other) for one, other in quoted)
    return count - others if others > FEW else count
