"""A paragraph looks like the heading of strengths, areas for development or recommendations, and is none.

Why: what stands below it would be printed as plain text, and its recommendations would get no number. Other words for the same are told,
too: "What is working well?" above a list is read as any heading.

`docgen check --fix` makes headings of all such lines of a note, or of none: below one that stayed a line, weaknesses would be strengths.

Bad:
```body
Recommendations:

- Agree an attendance standard.
```

Good:
```body
## Recommendations

- Agree an attendance standard. {#standard}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, Edit, warning
from docgen.near import nearest
from docgen.nodes import Block, Container, Heading, List, Paragraph, Text
from docgen.note import PART_TITLES, Item, Note, headings_of
from docgen.pattern import lazy
from docgen.walk import is_comment, visible, without_comments

NAME = "looks-like-heading"
# The whole of such a paragraph as it is written: anything else in it, a comment say, is nothing to rewrite.
LINE = lazy(rf"[*_#: \t]*({'|'.join(sorted(PART_TITLES))})[*_: \t]*", re.IGNORECASE)
NUMBER = lazy(r"(?:\d{1,2}(?:\.\d{1,2}){0,4}[.)]?|\([a-z]\))\s+", re.IGNORECASE)
LONGEST = 60  # letters of what may be a title, with the signs around it
# Headings of workshops in many services.
OTHERS = (
    (lazy(r"what(?: is|'s|’s)? (?:works|working|going|went) well(?: already| now)?\W*", re.IGNORECASE), "Strengths"),
    (lazy(r"what (?:are we|we are|we're|we’re|are you|worries us|is worrying us)(?: most)?(?: worried| concerned)?(?: about)?\W*", re.IGNORECASE), "Areas for development"),
)
PLURALS = ("strengths", "areas for development", "areas for improvement", "weaknesses", "recommendations")


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each paragraph, bold or not, that says no more than the title of a part, and for each heading that comes close to one."""
    alike = [(note, paragraph, word) for note, paragraph in facts.every(Paragraph) if (word := _word(paragraph)).casefold() in PART_TITLES]
    lines: dict[Note, list[Paragraph]] = {}
    for note, paragraph, _ in alike:
        lines.setdefault(note, []).append(paragraph)
    mends: dict[Block, Edit] = {}
    for note, paragraphs in lines.items():
        edits = dict(_mends(note))
        if edits.keys() >= set(paragraphs) and not any(map(_is_numbered, note.blocks)):
            mends |= edits
    for _, paragraph, word in alike:
        edit = mends.get(paragraph)
        hint = f"write {edit.text}, or run docgen check --fix" if edit else f"write ## {_small(word)}"
        yield warning(NAME, f'"{word}" looks like a heading and is not one', paragraph.span, hint, edit)
    yield from _other_headings(facts)


def _is_numbered(block: Block) -> bool:
    """True for a heading such as "2.1 Strengths", which opens no part as it is."""
    said = visible(block.content).strip() if isinstance(block, Heading) else ""
    return said.casefold().strip(" :") not in PART_TITLES and NUMBER.sub("", said, count=1).casefold().strip(" :") in PART_TITLES


def _other_headings(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each heading that was meant for one of a part."""
    for note, heading in facts.every(Heading):
        word = " ".join(visible(heading.content).split()).rstrip(":")
        if near := _meant(word.casefold()) or _in_other_words(word, heading, note):
            message = f'"{word}" opens no list of findings or recommendations'
            yield warning(NAME, message, heading.span, f'if it should, write "{near.capitalize()}" and nothing else')


def _in_other_words(word: str, heading: Heading, note: Note) -> str | None:
    """The title that a heading above a list says in other words."""
    title = next((title for words, title in OTHERS if words.fullmatch(word)), None) if word[:4].casefold() == "what" else None
    return title if title and any(block is heading and isinstance(after, List) for block, after in pairwise(note.blocks)) else None


def _word(paragraph: Paragraph) -> str:
    """What a short paragraph says, without the signs of a heading."""
    content = paragraph.content
    if len(content) > 4 or (content and type(content[0]) is Text and len(content[0].text) > LONGEST):
        return ""
    content = without_comments(content)
    said = visible(content).strip(" :#") if len(content) <= 2 else ""
    return NUMBER.sub("", said, count=1) if said[:1].isdigit() or said[:1] == "(" else said


def _small(title: str) -> str:
    """A title as it is to be written: headings in capitals are told."""
    return title.capitalize() if title.isupper() else title


def _mends(note: Note) -> Iterator[tuple[Block, Edit]]:
    """The headings to make: of paragraphs that stand by themselves before one list, so that nobody need decide what belongs to them.

    A heading is of the level of the one before it, so that no other moves.
    """
    levels = [heading.level for heading in headings_of(list(note.blocks))]
    level = max(2, min(levels, default=2))
    blocks = [block for block in note.blocks if not is_comment(block)]
    before = _before_one_list(blocks)
    for block in blocks:
        if isinstance(block, Heading):
            level = max(2, block.level)
        elif block in before and (found := LINE.fullmatch(block.span.text)):
            yield block, Edit(block.span, f"{'#' * level} {_small(found[1])}")


def _before_one_list(blocks: list[Block]) -> set[Block]:
    """The titles and headings that a list, or items already, follow, and no further one before the next: its bullets would become items."""
    found: set[Block] = set()
    following: Block | None = None
    lists = 0
    for block in reversed(blocks):
        if isinstance(block, Heading) or _is_title(block):
            if isinstance(following, (List, Item)) and lists == 1:
                found.add(block)
            lists = 0
        else:
            lists += isinstance(block, (List, Container)) or (isinstance(block, Item) and not isinstance(following, Item))
        following = block
    return found


def _is_title(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(LINE.fullmatch(block.span.text))


def _meant(word: str) -> str | None:
    """The title that a heading comes close to: mistyped, or with words around it."""
    if word in PART_TITLES or len(word) > LONGEST:
        return None
    inside = next((title for title in PLURALS if word.endswith(f" {title}") or word.startswith(f"{title} ")), None)
    return inside or nearest(word, PLURALS, reach=2)
