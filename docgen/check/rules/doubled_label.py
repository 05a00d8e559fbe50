"""The word before a reference is the one that the reference prints itself.

Why: `[@name]` prints "Table 2", "Figure 1" or "section 2.1", so that "Table [@name]" would read "Table Table 2".
Where a template of your organisation numbers the headings, "section" is not told: what stands there, "Chapter 1" say, is known when the
document is built.

`docgen check --fix` takes the word out where the sentence stays right without it.

Bad:
```body
Table [@visits] shows the visits.

| Agency | Visits |
| ------ | ------ |
| Police | 3      |

Table: Visits {#visits}
```

Good:
```body
[@visits] shows the visits.

| Agency | Visits |
| ------ | ------ |
| Police | 3      |

Table: Visits {#visits}
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, Edit, warning
from docgen.identities import Place
from docgen.nodes import Figure, Heading, Node, Reference, Table
from docgen.note import Note, Recommendation, headings_of
from docgen.numbers import LEVELS
from docgen.pattern import lazy
from docgen.source import Span

NAME = "doubled-label"
KINDS: Mapping[type[Node], tuple[str, tuple[str, ...]]] = MappingProxyType(
    {
        Table: ("Table", ("table", "tables")),
        Figure: ("Figure", ("figure", "figures", "fig.", "figs.")),
        Heading: ("section", ("section", "sections", "sec.")),
    }
)
FARTHEST = 40  # characters in front of a reference in which the word is looked for
# What may stand before the word where the sentence stays right without it. "The summary table [@visits]" does not.
FREE = lazy(r"(?:\n\s*(?:\n|[-*+>]\s+)|\n(?:#[^\n]*|---)\n|[.,;:(|!?]\s*|\b(?:[Ss]ee|[Ii]n|[Ff]rom|of|to|and|or|by|with|as|at|than)\s+)\Z")


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each reference behind its own label."""
    for _, node in facts.every(Reference):
        text, start = node.span.source.text, node.span.start
        words = text[max(0, start - FARTHEST) : start].split()
        place = facts.identities.places.get(node.id.casefold())
        if words and place and text[start - 1].isspace():
            word = words[-1].lstrip("(*_")
            label, written = _label(facts, place.node)
            if word and word.casefold() in written and _is_printed(facts, place):
                yield from _doubled(node, word, label)


def _label(facts: Facts, node: Node) -> tuple[str, tuple[str, ...]]:
    """The word that a reference to a node prints, and how people write it."""
    if isinstance(node, Recommendation):
        word = facts.library.theme.recommendation_numbering.partition("%1")[0].strip()
        return word, (word.casefold(), f"{word.casefold()}s")
    return KINDS.get(type(node), ("", ()))


def _is_printed(facts: Facts, place: Place) -> bool:
    """True where the reference has its label: of pictures and tables with a title, and of headings with a number."""
    node = place.node
    if isinstance(node, Heading):
        return _is_numbered(facts, place, node)
    return not isinstance(node, (Figure, Table)) or bool(node.caption)


def _is_numbered(facts: Facts, place: Place, heading: Heading) -> bool:
    """True where a heading has a number in front of which a reference says "section"; a template's own may be words, "Chapter 1", or none."""
    if facts.library.has_template and not facts.library.theme.own_numbers:
        return False
    above, headings = facts.once(_outlines).get(place.note, (0, frozenset()))
    if heading not in headings:
        return False
    level = above + heading.level
    numbers = facts.library.theme.heading_numbers()
    found = numbers.places[min(level, LEVELS - 1)]
    return found is not None and not numbers.lists[found[0]][found[1]].format[:1].isalpha()


def _outlines(facts: Facts) -> dict[Note, tuple[int, frozenset[Heading]]]:
    """The headings of each note that has its place in the document, and what to add to their levels there."""
    depths = {id(section): sum(any(section is below for below in above.walk()) for above in facts.assessment.all_sections()) for section in facts.assessment.all_sections()}
    found = {}
    for section, note in facts.library.reading_order():
        headings = frozenset(headings_of(list(note.blocks)))
        found[note] = (depths[id(section)] + section.note_titles - min((heading.level for heading in headings), default=0), headings)
    return found


def _doubled(node: Reference, word: str, label: str) -> Iterator[Diagnostic]:
    source, end = node.span.source, node.span.start
    start = source.text.rindex(word, 0, end)
    if source.text.count("\n", start, end) > 1:
        return
    free = (label[0].isupper() or word[0].islower()) and FREE.search(source.text[max(0, start - FARTHEST) : start])
    edit = Edit(Span(source, start, end), "") if free else None
    yield warning(NAME, f'the reference prints "{label}" itself, so the word would stand twice', Span(source, start, start + len(word)), "remove it", edit)
