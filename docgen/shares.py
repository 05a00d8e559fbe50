"""Share: some of the notes of a workspace, read and looked at as far as that takes no other note.

Large workspaces are read in two shares at once (see `parallel`). Whatever a process makes of its share passes to the other in one
piece, so that a finding points into the very note that it is about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from docgen.assessment import Assessment, Located
from docgen.cache import Keep
from docgen.check import Seen
from docgen.identities import Census, census, part_of
from docgen.note import Library, Note
from docgen.parse import read_note
from docgen.record import Record
from docgen.source import Source

Look = Callable[[Library], Seen]


class Share(Record):
    """Notes with the census of their nodes, and what was seen of them where somebody looked."""

    notes: list[Note]
    census: Census
    seen: Seen | None


def read_share(around: Library, look: Look | None, sources: Sequence[Source], tell: Callable[[str], None]) -> Share:
    """The notes of some files, read one after another; `around` is the library that they are to stand in."""
    notes = []
    for source in sources:
        tell(f"reading {source.path}")
        notes.append(read_note(source))
    _place(around.assessment, notes)
    part = part_of(around, notes)
    return Share(notes, part.census, look(part) if look else None)


def reread_share(around: Library, kept: Keep, sources: Sequence[Source]) -> Share:
    """The same for `--watch`: what `kept` has read and counted before is not read again. What was seen of them, `Again` knows."""
    notes = [kept(read_note, source.path, source) for source in sources]
    _place(around.assessment, notes)
    return Share(notes, census(notes, kept), None)


def joined(shares: list[Share]) -> Share:
    """Shares as one."""
    if len(shares) == 1:
        return shares[0]
    whole: Census = {}
    for share in shares:
        for kind, nodes in share.census.items():
            whole.setdefault(kind, []).extend(nodes)
    seen = [share.seen for share in shares if share.seen]
    return Share([note for share in shares for note in share.notes], whole, Seen.of(seen) if seen else None)


def _place(assessment: Assessment, notes: Iterable[Note]) -> None:
    """Give a note that names no section the one that the nearest folder above it is named like."""
    known = {section.id.value for section in assessment.all_sections()}
    for note in notes:
        # One that a folder gave it before is asked for again: the settings may know other sections now.
        if note.section is None or note.section.span.end == 0:
            folders = note.path.split("/")[1:-1]
            named = next((folder for folder in reversed(folders) if folder in known), None)
            note.section = Located(named, note.source.top()) if named else None
