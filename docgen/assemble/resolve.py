"""References, links and footnotes of this edition: what each prints, and where it leads."""

from __future__ import annotations

from docgen import nodes
from docgen.assemble.workbench import Workbench
from docgen.diagnostics import warning
from docgen.document import Field, Kind, Label, Piece
from docgen.identities import Destination, Identities, destination, identities
from docgen.nodes import Footnote, FootnoteMark, Heading, Link, Node, Reference
from docgen.note import Item, Note, Part
from docgen.walk import visit

WITHHELD = (Piece("withheld"),)
QUOTED_WORDS = 6


def resolve(work: Workbench) -> None:
    """Resolve everything in the notes of this edition that refers to something else."""
    known = identities(work.library)
    printed = {node.paragraph: node for node in work.home if isinstance(node, Item)}
    for chapter in work.chapters:
        for note, parts in chapter.notes:
            _resolve_note(work, note, parts, known, printed)


def _resolve_note(work: Workbench, note: Note, parts: list[Part], known: Identities, printed: dict[nodes.Paragraph, Item]) -> None:
    footnotes: dict[str, Footnote] = {}
    marks: list[FootnoteMark] = []
    for node in visit(block for part in parts for block in part.blocks):
        if isinstance(node, Reference):
            work.document.references[node] = _reference(work, node, known)
        elif isinstance(node, Link):
            work.document.links[node] = _link(work, node, destination(node, note, known), printed)
        elif isinstance(node, Footnote):
            footnotes.setdefault(node.label, node)
        elif isinstance(node, FootnoteMark):
            marks.append(node)
    work.document.footnotes.update({mark: footnotes[mark.label] for mark in marks if mark.label in footnotes})


def _reference(work: Workbench, node: Reference, known: Identities) -> tuple[Piece, ...]:
    place = known.places.get(node.id.casefold())
    if place is None:
        return (Piece(node.span.text),)
    target = work.targets.get(place.name.value)
    if target is None:
        _warn(work, node, f'"{node.id}" is withheld from this edition')
        return WITHHELD
    return _pieces(work, target)


def _pieces(work: Workbench, target: Node) -> tuple[Piece, ...]:
    """What a reference to a node prints, in pieces that Word keeps right."""
    label = work.document.labels.get(target)
    if label is None:
        return (Piece("table" if isinstance(target, nodes.Table) else "picture", Field.LINK, target),)
    if label.kind is Kind.FINDING:
        return _finding(work, target, label)
    if label.kind is Kind.HEADING:
        return _heading(target, label)
    if label.kind is Kind.RECOMMENDATION:
        return (Piece(label.number or "", Field.NUMBER, target),)
    return (Piece(f"{label.kind.value}{label.number}", Field.LABEL, target),)


def _heading(target: Node, label: Label) -> tuple[Piece, ...]:
    if label.number is None:
        return (Piece(label.title, Field.LINK, target),)
    return (Piece(label.kind.value), Piece(label.number, Field.NUMBER, target))


def _finding(work: Workbench, target: Node, label: Label) -> tuple[Piece, ...]:
    words = label.title.split()
    quoted = " ".join(words[:QUOTED_WORDS]).rstrip(".,;:") + ("…" if len(words) > QUOTED_WORDS else "")
    heading = work.home[target].heading
    home = _heading(heading, work.label(heading))
    return (Piece(f"‘{quoted}’", Field.LINK, target), Piece(" ("), *home, Piece(")"))


def _link(work: Workbench, link: Link, found: Destination, printed: dict[nodes.Paragraph, Item]) -> Node | str | None:
    """The node or address that a link leads to in this edition, or None."""
    if found.url:
        return found.url
    target: Node | None = None
    if found.node is not None:
        target = printed.get(found.node.paragraph) if isinstance(found.node, Item) else found.node
        target = work.stand_ins.get(target, target) if isinstance(target, Heading) else target
        target = target if target in work.home else None
    elif found.note is not None:
        target = work.note_starts.get(found.note.path)
    if target is None and found.note is not None:
        _warn(work, link, "this links to something that is withheld from this edition")
    return target


def _warn(work: Workbench, node: Node, message: str) -> None:
    hint = "reword the passage, or give it the audience of what it refers to"
    work.problems.append(warning("reference-to-withheld", message, node.span, hint))
