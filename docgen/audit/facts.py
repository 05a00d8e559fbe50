"""Facts: what the rules ask of a Word file, read once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.audit.colours import WHITE, read_colour
from docgen.audit.looks import Looks
from docgen.audit.reading import Reader
from docgen.audit.story import BODY, ENDNOTE, FOOTER, FOOTNOTE, HEADER, Link, Paragraph, Shape, Story, Table, shown
from docgen.audit.styles import Styles
from docgen.record import Record, fresh
from docgen.word.opening import Package, Relationship, tree
from docgen.word.palette import Palette
from docgen.word.wordml import child, is_on, stated, tag

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

SETTINGS = "/settings"
FURNITURE = (HEADER, FOOTER)


class Facts(Record):
    """The package, its stories in the order body, notes, headers and footers, and how text in them looks."""

    package: Package
    looks: Looks
    body: Story
    stories: list[Story] = fresh(factory=list)

    @property
    def spoken(self) -> list[Story]:
        """The stories that a screen reader reads as it goes: not headers and footers."""
        return [story for story in self.stories if story.kind not in FURNITURE]

    @property
    def furniture(self) -> list[Story]:
        """Headers and footers."""
        return [story for story in self.stories if story.kind in FURNITURE]

    def paragraphs(self) -> Iterator[Paragraph]:
        """Those of all stories."""
        return (paragraph for story in self.stories for paragraph in story.paragraphs)

    def tables(self) -> Iterator[Table]:
        """Tables of data with a paragraph each: of more than one row and more than one column, and not in headers and footers."""
        for table in (table for story in self.spoken for table in story.tables):
            if table.paragraph and len(table.rows) > 1 and any(len(row) > 1 for row in table.rows):
                yield table

    def shapes(self) -> Iterator[Shape]:
        """Those of all stories."""
        return (shape for story in self.stories for shape in story.shapes)

    def links(self) -> Iterator[Link]:
        """Those of all stories."""
        return (link for story in self.stories for link in story.links)


def read_facts(package: Package) -> Facts:
    """What there is to know of a package. Raises BadPackage."""
    settings = _related(package, SETTINGS)
    root = tree(package, package.main)
    page = read_colour(stated(root, "background", "color")) if is_on(settings, "displayBackgroundShape") else None
    looks = Looks(Styles(_related(package, "/styles")), Palette(_related(package, "/theme"), settings), page or WHITE)
    facts = Facts(package, looks, Story(BODY))
    facts.stories = [facts.body, *_read_all(package, root, facts.body, settings)]
    _find_headings(facts)
    return facts


def _related(package: Package, ending: str) -> Element | None:
    """The root of a part that the body is related to, by the end of the relationship's type; None where there is none."""
    found = (relation.target for relation in package.relationships(package.main) if relation.kind.endswith(ending) and not relation.external)
    return next((tree(package, name) for name in found if name in package.parts), None)


def _read_all(package: Package, root: Element, body: Story, settings: Element | None) -> Iterator[Story]:
    """Read the body into its story, then the others."""
    reader = Reader()
    reader.targets = _addresses(package, package.main)
    text = child(root, "body")
    if text is not None:
        reader.read(text, body)
    relations = {relation.id: relation for relation in reversed(package.relationships(package.main))}
    for kind in (FOOTNOTE, ENDNOTE):
        yield from _notes(package, reader, kind, relations)
    for kind, name in dict.fromkeys(_furniture(root, relations, settings)):
        if name in package.parts:
            reader.targets = _addresses(package, name)
            story = Story(kind, f"in a {kind}")
            reader.read(tree(package, name), story)
            yield story


def _addresses(package: Package, name: str) -> dict[str, str]:
    return {relation.id: relation.target for relation in package.relationships(name) if relation.external}


def _notes(package: Package, reader: Reader, kind: str, relations: dict[str, Relationship]) -> Iterator[Story]:
    """Each footnote or endnote; those with a type are lines between text and notes."""
    name = next((relation.target for relation in relations.values() if relation.kind.endswith(f"/{kind}s")), "")
    if name not in package.parts:
        return
    reader.targets = _addresses(package, name)
    notes = (note for note in tree(package, name).iterchildren(tag(kind)) if stated(note, name="type") in ("", "normal"))
    for note in notes:
        story = Story(kind, f"in a {kind}")
        reader.read(note, story)
        yield story


def _furniture(root: Element, relations: dict[str, Relationship], settings: Element | None) -> Iterator[tuple[str, str]]:
    """The kind and part of each header and footer that is printed."""
    unlike = is_on(settings, "evenAndOddHeaders")
    for section in root.iter(tag("sectPr")):
        printed = {"first": is_on(section, "titlePg"), "even": unlike}
        references = ((kind, reference) for kind in FURNITURE for reference in section.iterchildren(tag(f"{kind}Reference")))
        for kind, reference in references:
            relation = relations.get(stated(reference, name="r:id"))
            if printed.get(stated(reference, name="type"), True) and relation and not relation.external:
                yield kind, relation.target


def _find_headings(facts: Facts) -> None:
    """Give each paragraph its level, and in the body the heading that it stands under."""
    for story in facts.stories:
        under = ""
        for paragraph in story.paragraphs:
            paragraph.level = facts.looks.level(paragraph)
            if paragraph.level and (said := shown(paragraph.text)):
                under = said
            else:
                paragraph.under = under


