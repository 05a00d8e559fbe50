"""Identities: what `[@id]`, `[text](#id)` and `[text](other-note.md#heading)` may refer to.

Identities written with `{#id}` belong to the workspace and meet without regard to case, as bookmarks in Word do. The
automatic ones of headings belong to their file and are made as GitHub makes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import copy
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING, NamedTuple

from docgen.assessment import Located
from docgen.nodes import Figure, Heading, Link, Node, SoftBreak, Table, Text
from docgen.note import Finding, Library, Note, Recommendation, headings_of, identity_of
from docgen.pattern import lazy
from docgen.record import Record, fresh
from docgen.walk import children, visible

if TYPE_CHECKING:
    from docgen.cache import Keep

SCHEME = lazy(r"[A-Za-z][A-Za-z0-9+.-]*:")
EXTERNAL = ("http:", "https:", "mailto:", "tel:")
NAMED: tuple[type[Node], ...] = (Finding, Recommendation, Heading, Figure, Table)
PUNCTUATION = lazy(r"[^\w\- ]")
Census = dict[type[Node], list[tuple[Note, Node]]]


class Place(NamedTuple):
    """A node with an identity, and the note that it stands in."""

    name: Located[str]
    node: Node
    note: Note


class Identities(Record):
    """Every identity of a workspace. `places` is by lower-case name; a second of one name goes to `twice`."""

    places: dict[str, Place] = fresh(factory=dict)
    twice: list[tuple[Place, Place]] = fresh(factory=list)
    notes: dict[str, Note] = fresh(factory=dict)
    slugs: dict[str, dict[str, Heading]] = fresh(factory=dict)

    def heading(self, note: Note, slug: str) -> Heading | None:
        """The heading of a note with an automatic identity."""
        if note.path not in self.slugs:
            self.slugs[note.path] = slugs(note)
        return self.slugs[note.path].get(slug)

    def names(self) -> list[str]:
        """All identities as written."""
        return [place.name.value for place in self.places.values()]


def identities(library: Library) -> Identities:
    """The identities of all notes, in the order of their paths."""
    found = Identities(notes={note.path: note for note in library.notes})
    named = [(note, node) for kind in NAMED for note, node in library.census.get(kind, ())]
    for note, node in sorted(named, key=lambda entry: (entry[0].path, entry[1].span.start)):
        if name := identity_of(node):
            place = Place(name, node, note)
            earlier = found.places.setdefault(name.value.casefold(), place)
            if earlier is not place:
                found.twice.append((earlier, place))
    return found


def census(notes: Iterable[Note], keep: Keep | None = None) -> Census:
    """Every node of the notes but plain text, by its kind, in reading order within a note; `keep` may have counted a note before."""
    found: Census = {}
    for note in notes:
        if keep is None:
            _count(note.blocks, note, found)
            continue
        for kind, nodes in keep(_nodes, note.path, note).items():
            found.setdefault(kind, []).extend(nodes)
    return found


def part_of(library: Library, notes: list[Note]) -> Library:
    """A library with these notes alone, and nothing told of the whole."""
    part = copy(library)
    part.notes, part.census, part.problems = notes, census(notes), []
    return part


def _nodes(note: Note) -> Census:
    found: Census = {}
    _count(note.blocks, note, found)
    return found


def _count(siblings: Iterable[Node], note: Note, found: Census) -> None:
    """Add nodes and what is in them; how deep a note goes, reading it has bounded."""
    for node in siblings:
        kind = type(node)
        if kind is not Text and kind is not SoftBreak:
            found.setdefault(kind, []).append((note, node))
            if inside := children(node):
                _count(inside, note, found)


def slugs(note: Note) -> dict[str, Heading]:
    """The automatic identities of a note's headings; a second of one text gets `-1`."""
    result: dict[str, Heading] = {}
    counts: dict[str, int] = {}
    blocks = list(note.blocks)
    for heading in headings_of(blocks, boxes=True):
        base = PUNCTUATION.sub(_mark, visible(heading.content).strip().casefold()).replace(" ", "-")
        slug, count = base, counts.get(base, 0)
        while slug in result:
            count += 1
            slug = f"{base}-{count}"
        counts[base] = count
        result[slug] = heading
    return result


def _mark(sign: re.Match[str]) -> str:
    """Accents and vowel signs that are characters of their own stay; other signs go."""
    from unicodedata import category

    return sign.group() if category(sign.group()).startswith("M") else ""


class Destination(NamedTuple):
    """Where a link leads: to an address, a node, the start of a note, or nowhere with a reason."""

    url: str | None = None
    node: Node | None = None
    note: Note | None = None
    missing: str | None = None
    reason: str = ""


def destination(link: Link, note: Note, known: Identities) -> Destination:
    """Where a link of a note leads. `missing` is what it names and nobody has; `reason` says why it can't be followed."""
    target = link.target
    if SCHEME.match(target):
        if target.casefold().startswith(EXTERNAL):
            return Destination(url=target)
        return Destination(reason="addresses of this kind are not safe in a shared file")
    path, _, fragment = _unquoted(target).partition("#")
    if not path:
        return _in_note(fragment, note, known) if fragment else Destination(reason="the link has no address")
    if path.startswith(("/", "\\")):
        return Destination(reason="a link can lead to a web address or to another note only")
    return _to_note(path, fragment, note, known)


def _to_note(path: str, fragment: str, note: Note, known: Identities) -> Destination:
    whole = normpath(join(dirname(note.path), path))
    other = known.notes.get(whole)
    if other is None and path.endswith(".md"):
        return Destination(missing=path, reason="note")
    if other is None:
        return Destination(reason="a link can lead to a web address or to another note only")
    return _in_note(fragment, other, known) if fragment else Destination(note=other)


def _in_note(fragment: str, note: Note, known: Identities) -> Destination:
    place = known.places.get(fragment.casefold())
    if place:
        return Destination(node=place.node, note=place.note)
    heading = known.heading(note, fragment)
    if heading:
        return Destination(node=heading, note=note)
    return Destination(missing=fragment, reason="heading")


def _unquoted(target: str) -> str:
    if "%" not in target:
        return target
    from urllib.parse import unquote

    return unquote(target)
