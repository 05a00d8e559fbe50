"""Lines begin with bullets, dashes or numbers that are typed, and are printed as one paragraph.

Why: text that is pasted from Word or an e-mail brings its bullets along as letters: `•`, `§`, `o` and a tab, `(a)` or `1.1`. The lines run
together in the document, and under Strengths or Recommendations they count as one item. A list in a note begins each line with `-` and a
space, or with `1.` and a space. Lines that begin with `>` are a quotation; told where most of them say what somebody is to do.

`docgen check --fix` writes the dashes or numbers where every line of the paragraph has such a sign; letters and numbers such as 1.1 are
left to you, since other words may refer to them.

Bad:
```body
• Parents come back.
• Workers listen.

(a) Parents come back.
(b) Workers listen.
```

Good:
```body
- Parents come back.
- Workers listen.

1. Parents come back.
2. Workers listen.
```
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from docgen.check.rule import Facts
from docgen.check.typed import BULLET, LABEL, has_bullets, has_labels, may_begin_with_bullet
from docgen.diagnostics import Diagnostic, Edit, warning
from docgen.nodes import Paragraph, Quote

NAME = "typed-bullet"
BOXES = "☐☑☒✔✘✓✗["


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each paragraph with a typed bullet, or with two lines that begin with what may be one or that are counted."""
    worth = {note for note in facts.library.notes if may_begin_with_bullet(note)}
    for paragraph in (paragraph for note, paragraph in facts.every(Paragraph) if note in worth):
        if has_bullets(paragraph):
            hint = "begin each line with a dash and a space: - Parents come back"
            yield warning(NAME, "these bullets are typed, and the lines are printed as one paragraph", paragraph.span, hint, _edit(paragraph, BULLET, _dash))
        elif has_labels(paragraph):
            hint = "begin each line with a number, a full stop and a space: 1. Parents come back"
            yield warning(NAME, "these numbers are typed, and the lines are printed as one paragraph", paragraph.span, hint, _edit(paragraph, LABEL, _number))
    for paragraph in _quoted(facts):
        hint = "if they are a list, begin each line with a dash and a space instead: - Parents come back"
        yield warning(NAME, "these lines begin with > and are printed as one quotation", paragraph.span, hint)


def _quoted(facts: Facts) -> Iterator[Paragraph]:
    """The paragraphs of quotations that are a list more likely: each line begins with >, most with the verb of what somebody is to do."""
    for _, quote in facts.every(Quote) if facts.assessment.is_english else ():
        for paragraph in quote.blocks:
            lines = [line.lstrip(" \t>") for line in paragraph.span.text.splitlines()]
            if isinstance(paragraph, Paragraph) and len(lines) > 1 and paragraph.span.text.count("\n>") == len(lines) - 1 and _are_actions(lines):
                yield paragraph


def _are_actions(lines: list[str]) -> bool:
    if not all(line[:1].isupper() for line in lines):
        return False
    from docgen.check.actions import leading_verb, said  # rarely needed

    return 2 * sum(leading_verb(said(line)) == 0 for line in lines) > len(lines)


def _edit(paragraph: Paragraph, sign: re.Pattern[str], written: Callable[[re.Match[str]], str]) -> Edit | None:
    """The list that was meant, where each line begins with a sign that a note writes in another way."""
    text = paragraph.span.text
    found = [(line, sign.match(line)) for line in text.splitlines(keepends=True)]
    kinds = {(_blanks(begun[0]), _kind(begun[0])) for _, begun in found if begun}
    lines = [f"{begun[0][: _blanks(begun[0])]}{new} {line[begun.end() :]}" for line, begun in found if begun and (new := written(begun))]
    # Of two kinds of bullets one stands within the other, and only their indentation could say so.
    is_sure = ">" not in text and len(lines) == len(found) and (sign is not BULLET or len(kinds) == len(dict(kinds)))
    return Edit(paragraph.span, "".join(lines)) if is_sure else None


def _kind(bullet: str) -> str:
    """What tells bullets apart; boxes are of one kind, ticked or not."""
    sign = bullet.strip()[:1]
    return "[" if sign in BOXES else sign


def _blanks(text: str) -> int:
    return len(text) - len(text.lstrip(" \t"))


def _dash(bullet: re.Match[str]) -> str:
    """A dash; a box to tick keeps standing behind it."""
    return f"- {bullet[0].strip()}" if "[" in bullet[0] else "-"


def _number(label: re.Match[str]) -> str:
    """A number; an empty text for letters and numbers of several parts, which a note can't write and other words may refer to."""
    return f"{label['number']}." if label["number"] else ""
