"""Lines begin with bullets, dashes or numbers that are typed, and are printed as one paragraph.

Why: text that is pasted from Word or an e-mail brings its bullets along as letters: `•`, `§`, `o` and a tab, `(a)` or `1.1`. The lines run
together in the document, and under Strengths or Recommendations they count as one item. A list in a note begins each line with `-` and a
space, or with `1.` and a space. Lines that begin with `>` are a quotation; told where most of them say what somebody is to do.

`docgen check --fix` writes the dashes or numbers where every line of the paragraph has such a sign; letters and numbers such as 1.1 are
left to you, since other words may refer to them, and so are ticks and boxes, which say something, bullets within bullets that are not
indented, and lines that would leave the item or footnote that they stand in.

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
from docgen.pattern import lazy
from docgen.source import Span

NAME = "typed-bullet"
# Ticks, boxes, stars; of the signs that come as letters of Wingdings, all but those that are bullets.
SAYING = frozenset(["☐", "☑", "☒", "✔", "✘", "✓", "✗", "★", "☆", "ü", *map(chr, {*range(0xF021, 0xF100)} - {0xF0B7, 0xF0A7, 0xF0D8, 0xF076})])
TABBED = frozenset("§Ø")
FARTHER = 6  # blanks: what is indented more may be code
WORD = lazy(r"[\"'“‘(£]?(?:[^\W\d_]|\d+(?![\d.)]))")


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
    """The list that was meant, where each line begins with a sign that a note writes in another way, and stays where it stands."""
    text = paragraph.span.text
    found = [(line, sign.match(line)) for line in re.findall(r"[^\r\n]*(?:\r\n|[\r\n])|[^\r\n]+", text)]
    lines = [f"{begun[0][: _blanks(begun[0])]}{new} {line[begun.end() :]}" for line, begun in found if begun and (new := written(begun))]
    begun = [entry for _, entry in found if entry]
    is_sure = len(lines) == len(found) and _stays(paragraph.span, begun) and _are_alike(begun) and _follow(begun)
    return Edit(paragraph.span, "".join(lines)) if is_sure else None


def _stays(span: Span, begun: list[re.Match[str]]) -> bool:
    """True where no line leaves what the first stands in, an item say: it begins its line, and the others are indented no less, nor like code."""
    before = span.source.text[: span.start].replace("\r", "\n").rpartition("\n")[2]
    first = len(before)
    others = (_blanks(sign[0]) - first for sign in begun[1:])
    return not before.strip(" ") and all(0 <= more < FARTHER for more in others) and all(WORD.match(sign.string, sign.end()) for sign in begun)


def _are_alike(begun: list[re.Match[str]]) -> bool:
    """True where lines that are indented alike have one sign: of two kinds one stands within the other, and nothing else could say so."""
    signs = {(_blanks(sign[0]), _kind(sign[0])) for sign in begun}
    return len(signs) == len(dict(signs))


def _follow(begun: list[re.Match[str]]) -> bool:
    """True where each number follows the one before: a list counts them anew."""
    numbers = [int(sign["number"]) for sign in begun if "number" in sign.re.groupindex and sign["number"]]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else True


def _kind(begun: str) -> str:
    """What tells bullets apart; boxes are of one kind, ticked or not, and so are numbers."""
    sign = begun.strip()[:1]
    return "" if sign == "[" or sign == "(" or (sign.isalnum() and begun.strip() != "o") else sign


def _blanks(text: str) -> int:
    return len(text) - len(text.lstrip(" \t"))


def _dash(bullet: re.Match[str]) -> str:
    """A dash; a box to tick keeps standing behind it. An empty text for signs that say something, a tick or a section of an act."""
    sign = bullet[0].strip()
    if "[" in sign:
        return f"- {sign}"
    return "" if sign in SAYING or (sign in TABBED and "\t" not in bullet[0]) or (sign == "*" and bullet[0][-1] == "*") else "-"


def _number(label: re.Match[str]) -> str:
    """A number; an empty text for letters and numbers of several parts, which a note can't write and other words may refer to."""
    return f"{label['number']}." if label["number"] else ""
