"""References, links and footnotes of this edition: what each prints, and where it leads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen import nodes
from docgen.assemble.workbench import Workbench
from docgen.audiences import why_withheld
from docgen.diagnostics import warning
from docgen.document import Field, Kind, Label, Piece
from docgen.identities import Destination, Identities, destination, identities
from docgen.nodes import Footnote, FootnoteMark, Link, Node, Reference
from docgen.note import Item, Note

WITHHELD = (Piece("withheld"),)
QUOTED_WORDS = 6
OWN_WORD = re.compile(r"[^\W\d_]{3,} ")


def resolve(work: Workbench) -> None:
    """Resolve everything in the notes of this edition that refers to something else."""
    known = identities(work.library)
    printed = {node.paragraph: node for node in work.home if isinstance(node, Item)}
    for _, node in work.printed(Reference):
        work.document.references[node] = _reference(work, node, known)
    for note, link in work.printed(Link):
        work.document.links[link] = _link(work, link, destination(link, note, known), printed)
    _footnotes(work)


def _footnotes(work: Workbench) -> None:
    """Join marks and footnotes; a mark whose footnote is withheld is silent, one that never had any stays text."""
    footnotes: dict[tuple[str, str], Footnote] = {}
    for note, footnote in work.printed(Footnote):
        footnotes.setdefault((note.path, footnote.label), footnote)
    defined = {(note.path, footnote.label) for note, footnote in work.library.census.get(Footnote, ()) if isinstance(footnote, Footnote)}
    for note, mark in work.printed(FootnoteMark):
        if found := footnotes.get((note.path, mark.label)):
            work.document.footnotes[mark] = found
        elif (note.path, mark.label) in defined:
            work.document.silent.add(mark)
            _warn(work, mark, note, f"the footnote [^{mark.label}]")


def _reference(work: Workbench, node: Reference, known: Identities) -> tuple[Piece, ...]:
    place = known.places.get(node.id.casefold())
    if place is None:
        return (Piece(node.span.text),)
    target = work.targets.get(place.name.value)
    if target is None:
        _warn(work, node, place.note, f'"{node.id}"')
        return WITHHELD
    return _pieces(work, target)


def _pieces(work: Workbench, target: Node) -> tuple[Piece, ...]:
    """What a reference to a node prints, in pieces that Word keeps right."""
    label = work.label(target)
    if label.kind is Kind.FINDING:
        return _finding(work, target, label)
    if label.kind in (Kind.HEADING, Kind.BOXED):
        return _heading(work, target, label)
    if label.kind is Kind.RECOMMENDATION:
        return (Piece(label.referred, Field.NUMBER, target),)
    return (Piece(f"{label.kind.value}{label.number}", Field.LABEL, target),)


def _heading(work: Workbench, target: Node, label: Label) -> tuple[Piece, ...]:
    """`section 2.1`; a number that begins with a word of its own, such as `Chapter 2`, needs no other."""
    if label.number is None:
        return (Piece(label.title, Field.LINK, target),)
    numbers = tuple(numbers_of(work, target, label))
    return numbers if OWN_WORD.match(label.number) else (Piece(label.kind.value), *numbers)


def numbers_of(work: Workbench, target: Node, label: Label) -> Iterator[Piece]:
    """The number of a heading, behind those of the headings above it that it leaves out: `I.A`."""
    if label.above is not None:
        yield from numbers_of(work, label.above, work.label(label.above))
        if label.referred[:1].isalnum():
            yield Piece(".")
    yield Piece(label.referred, Field.NUMBER, target)


def _finding(work: Workbench, target: Node, label: Label) -> tuple[Piece, ...]:
    words = label.title.split()
    quoted = " ".join(words[:QUOTED_WORDS]).rstrip(".,;:") + ("…" if len(words) > QUOTED_WORDS else "")
    heading = work.home[target].heading
    home = _heading(work, heading, work.label(heading))
    return (Piece(f"‘{quoted}’", Field.LINK, target), Piece(" ("), *home, Piece(")"))


def _link(work: Workbench, link: Link, found: Destination, printed: dict[nodes.Paragraph, Item]) -> Node | str | None:
    """The node or address that a link leads to in this edition, or None."""
    if found.url:
        return found.url
    target: Node | None = None
    if found.node is not None:
        target = printed.get(found.node.paragraph) if isinstance(found.node, Item) else found.node
        target = work.stand_ins.get(target, target) if target else None
        target = target if target in work.home else None
    elif found.note is not None:
        target = work.note_starts.get(found.note.path)
    if target is None and found.note is not None:
        _warn(work, link, found.note, "what this links to")
    return target


def _warn(work: Workbench, node: Node, home: Note, what: str) -> None:
    why, hint = why_withheld(work.assessment, home, work.audience, work.document.final)
    work.problems.append(warning("reference-to-withheld", f"{what} {why}", node.span, hint))
