"""Empty paragraphs make space.

Why: a screen reader says "blank" for each, and after a few people think that the document has ended. The space is also lost, or doubled, when
the text before it changes.

Bad: a heading, three empty paragraphs, then the text.

Good: a heading with space after it (Layout, Spacing), or a page break before it (Paragraph, Line and Page Breaks), then the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.audit.facts import Facts
from docgen.audit.rule import Found, Rule
from docgen.audit.story import Paragraph
from docgen.diagnostics import Severity
from docgen.word.wordml import child, is_on, tag

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

NAME = "empty-paragraph"
HINT = "delete them, and set the space in the style or under Layout, Spacing"


def find(facts: Facts) -> Iterator[Found]:
    """A finding for the empty paragraphs under each heading that stand in for space."""
    places: dict[str, list[list[Paragraph]]] = {}
    for group in _groups(facts):
        if len(group) > 1 or not _may_stand(group[0].element):
            places.setdefault(group[0].under, []).append(group)
    for groups in places.values():
        count = sum(map(len, groups))
        said = "an empty paragraph makes space" if count == 1 else f"{count:,} empty paragraphs make space"
        where = f", here and in {len(groups) - 1:,} more {'place' if len(groups) == 2 else 'places'}" if len(groups) > 1 else ""
        yield Found(said + where, HINT if count > 1 else HINT.replace("them", "it"), groups[0][0])


def _groups(facts: Facts) -> Iterator[list[Paragraph]]:
    """Empty paragraphs that follow one another at one place."""
    group: list[Paragraph] = []
    for paragraph in facts.body.paragraphs:
        if _is_space(paragraph, facts):
            if group and _next(group[-1].element) is not paragraph.element:
                yield group
                group = []
            group.append(paragraph)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _is_space(paragraph: Paragraph, facts: Facts) -> bool:
    """True for an empty paragraph that shows nothing: not for one that ends a section, draws a line, has a list's sign, or is a heading, told elsewhere."""
    if not paragraph.is_empty or paragraph.level or paragraph.boxed or any(run.field for run in paragraph.runs):
        return False
    properties = paragraph.properties
    mark = child(properties, "rPr")
    gone = is_on(mark, "vanish") or any(child(mark, name) is not None for name in ("del", "moveFrom"))
    return child(properties, "sectPr") is None and not (gone or facts.looks.has_border(paragraph) or facts.looks.is_listed(paragraph))


def _may_stand(element: Element) -> bool:
    """True where Word needs a paragraph: between two tables, and as the last one of a cell, of the body or before a new section."""
    following = _next(element)
    if following is None or following.tag == tag("sectPr") or child(following, "pPr/sectPr") is not None:
        return True
    before = _beside(element.itersiblings(preceding=True))
    return following.tag == tag("tbl") and (before is None or before.tag == tag("tbl"))


def _next(element: Element) -> Element | None:
    return _beside(element.itersiblings())


def _beside(siblings: Iterator[Element]) -> Element | None:
    """The nearest sibling that is seen: marks without extent are not."""
    seen = (tag("p"), tag("tbl"), tag("sdt"), tag("sectPr"))
    return next((sibling for sibling in siblings if sibling.tag in seen), None)


RULE = Rule(NAME, Severity.WARNING, find)
