"""A finding or recommendation has no identity.

Why: its number and the comments on it hang on the identity, which stays when the text is reworded or moved.
`docgen check --fix` adds one made from the text.

Bad:
```body
## Strengths

- Midwives work with families early.
```

Good:
```body
## Strengths

- Midwives work with families early. {#midwives-early}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.check.typed import is_list, misplaced_fields, printed_identity
from docgen.diagnostics import Diagnostic, Edit, mask, warning
from docgen.nodes import Code, Paragraph, Reference
from docgen.note import Finding, Item, Note, Recommendation
from docgen.pattern import lazy
from docgen.scaffold import TO_REPLACE
from docgen.walk import visible, without_comments

NAME = "missing-identity"
BRACES = lazy(r"\{[^{}\n]{0,60}#")


WORD = lazy(r"[a-z0-9]+")
WORDS, LETTERS = 4, 28
SMALL = frozenset(["a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "has", "have", "in", "is", "it", "its", "of", "on", "or", "so", "that", "the", "their", "this", "to", "was", "we", "were", "with"])


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding, with the identity to add, for each item without one."""
    taken = dict.fromkeys(facts.identities.places, 1)
    # What is referred to and missing is to be written by whoever knows which item is meant.
    taken.update((node.id.casefold(), 1) for _, node in facts.every(Reference))
    is_told = misplaced_fields(facts)
    for note, item in sorted(_items(facts), key=lambda entry: (entry[0].path, entry[1].span.start)):
        content = item.paragraph.content
        if item.id is None and content and not printed_identity(content) and not is_told(note, item.paragraph.span):
            said = visible(content)
            # Several items, of which each gets its own; and what is to be overwritten.
            if is_list(item.paragraph) or said.strip() in TO_REPLACE:
                continue
            # Masked: an identity stays for ever, and must not hold what must never be repeated.
            name = minted(mask(said, facts.assessment.identifiers), taken)
            if BRACES.search("".join(visible([node]) for node in content if type(node) is not Code)):  # it may have one, in the midst of its words
                yield warning(NAME, "this item has no identity", item.paragraph.span, "put its {#…} behind the last word; a line below it without a dash is read as part of it")
                continue
            hint = f"add {{#{name}}} behind it, or run docgen check --fix"
            yield warning(NAME, "this item has no identity", item.paragraph.span, hint, _fix(item.paragraph, name))


def _fix(paragraph: Paragraph, name: str) -> Edit | None:
    """The identity in its place: in the attributes that the paragraph has, else behind its words and before comments; None where it has no words."""
    if paragraph.attributes:
        start = paragraph.attributes.span.start + 1
        return Edit(paragraph.span.sub(start, start), f"#{name} ")
    said = without_comments(paragraph.content)
    if not said:
        return None
    end = said[-1].span.end
    return Edit(paragraph.span.sub(end, end), f" {{#{name}}}")


def _items(facts: Facts) -> list[tuple[Note, Item]]:
    return [*facts.every(Finding), *facts.every(Recommendation)]


def minted(text: str, taken: dict[str, int]) -> str:
    """A new identity from the first telling words of a text; `taken` has each name and how often it was asked for."""
    words = [word for word in WORD.findall(text.casefold()) if word not in SMALL] or ["item"]
    base: str = words[0][:LETTERS]
    for word in words[1:WORDS]:
        base = f"{base}-{word}" if len(base) + len(word) < LETTERS else base
    name, count = base, taken.get(base, 1)
    while name in taken:
        count += 1
        name = f"{base}-{count}"
    taken[base] = count
    taken.setdefault(name, 1)
    return name
