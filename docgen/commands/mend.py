"""`docgen check --fix`: what mending leads to, first in memory, then on disk; with `--diff` only shown."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from itertools import chain
from pathlib import Path

from docgen.build import load
from docgen.check import Verdict, judge
from docgen.commands.terminal import colour, say
from docgen.diagnostics import Diagnostic, Severity, mask
from docgen.fix import fixed, is_text_of
from docgen.note import Library
from docgen.pattern import lazy
from docgen.project import MAX_NOTE, Tree, WorkingTree, write_whole
from docgen.record import Record, fresh
from docgen.report.diff import as_difference
from docgen.report.findings import counted
from docgen.source import Source

# What one round mends may show what the next one can: a paragraph becomes a heading, and what stands below it items without identities.
ROUNDS = 10

# How often the workspace is read again to find out which of many edits bring an error; what is left then is left as it is.
TRIES = 24

IDENTITY = lazy(r"(?<![ \t])[ \t]*\{#[^{}]*\}")

Wanted = Callable[[str], bool]


class Changed:
    """A workspace with other texts for some of its files."""

    def __init__(self, tree: Tree, texts: dict[str, bytes]) -> None:
        self.tree = tree
        self.texts = texts

    def notes(self) -> list[str]:
        """The paths of all notes, sorted."""
        return self.tree.notes()

    def unread(self) -> dict[str, str]:
        """The paths of what looks like a note and is not read."""
        return self.tree.unread()

    def read(self, path: str, most: int = MAX_NOTE) -> bytes:
        """The bytes of a file. Raises OSError."""
        return self.texts[path] if path in self.texts else self.tree.read(path, most)

    def exists(self, path: str) -> bool:
        """True where there is such a file."""
        return self.tree.exists(path)

    def stands(self, path: str) -> bool:
        """True where something of that name is."""
        return self.tree.stands(path)


class Mended(Record):
    """What mending leads to: the old and the new text of each file, and what is told about them then.

    `held` are findings that were left because mending them brings an error, each with the names of such errors, as far as it was tried
    alone; `tried` is how often parts of the edits were tried.
    """

    library: Library
    verdict: Verdict
    changes: dict[str, tuple[Source, Source]] = fresh(factory=dict)
    refused: list[str] = fresh(factory=list)
    held: list[tuple[Diagnostic, str]] = fresh(factory=list)
    tried: int = 0


def mended(tree: Tree, library: Library, verdict: Verdict, wanted: Wanted) -> Mended:
    """The workspace with everything mended that can be in the wanted files, again and again until nothing is left; nothing is written."""
    result = Mended(library, verdict)
    for _ in range(ROUNDS):
        told = [finding for finding in result.verdict.findings if finding.fix and wanted(finding.span.source.path) and wanted(finding.fix.span.source.path)]
        refused = {path for path, (source, _) in fixed(told).items() if path in result.refused or not _may_change(result, tree, path, source)}
        before = result.changes
        _make(result, tree, [finding for finding in told if finding.fix and finding.fix.span.source.path not in refused])
        if result.changes is before:
            break
    return result


def _make(result: Mended, tree: Tree, told: list[Diagnostic]) -> None:
    """Make the edits of some findings, all at once; where that brings an error, in ever smaller parts, and without those that bring one."""
    start, before, errors = result.changes, result.verdict, _errors(result.verdict)
    result.held, result.tried = [], 0
    made: list[Diagnostic] = []
    waiting = [told] if fixed(told) else []
    while waiting:
        part = waiting.pop()
        if result.tried >= TRIES:
            result.held += [(finding, "") for finding in part]
            continue
        changes = dict(start)
        for path, (source, text) in fixed([*made, *part]).items():
            changes[path] = (start[path][0] if path in start else source, Source(path, text))
        library = load(Changed(tree, {path: new.text.encode(errors="surrogatepass") for path, (_, new) in changes.items()})).library
        verdict = judge(library)
        brought = (_errors(verdict) - errors) or _hidden(_by_place(before) - _by_place(verdict), [*made, *part])
        if not brought:
            made += part
            result.changes, result.library, result.verdict = changes, library, verdict
        elif len(groups := _groups(part)) > 1:
            half = len(groups) // 2
            waiting += [list(chain.from_iterable(groups[half:])), list(chain.from_iterable(groups[:half]))]
            result.tried += 2
        else:
            result.held += [(finding, ", ".join(sorted({name for _, name in brought}))) for finding in part]


def _hidden(gone: Counter[tuple[str, str, str]], made: list[Diagnostic]) -> Counter[tuple[str, str]]:
    """Of the errors that are gone, those that no edit of their own mends: their cause is still there, and nobody would hear of it."""
    mended = Counter(map(_told, made))
    return Counter((path, name) for path, name, _ in gone - mended)


def _by_place(verdict: Verdict) -> Counter[tuple[str, str, str]]:
    """The errors with what stands at their place: an edit may hide one and bring another of its name. A reference may find what a new heading makes an item of."""
    return Counter(_told(finding) for finding in verdict.findings if finding.severity is Severity.ERROR and finding.name != "dangling-reference")


def _told(finding: Diagnostic) -> tuple[str, str, str]:
    """What tells a finding apart whatever is mended elsewhere, and where an identity is added to its place."""
    return finding.span.source.path, finding.name, IDENTITY.sub("", finding.span.text)


def _groups(part: list[Diagnostic]) -> list[list[Diagnostic]]:
    """Findings that are mended together or not at all: those with one edit, and the headings of a note, which part its text among them."""
    found: dict[object, list[Diagnostic]] = {}
    for finding in part:
        path, edit = finding.span.source.path, finding.fix
        key = (path, finding.name) if finding.name == "looks-like-heading" else (path, edit and (edit.span.start, edit.span.end, edit.text))
        found.setdefault(key, []).append(finding)
    return list(found.values())


def _errors(verdict: Verdict) -> Counter[tuple[str, str]]:
    """How many errors of each name every file has."""
    return Counter((finding.span.source.path, finding.name) for finding in verdict.findings if finding.severity is Severity.ERROR)


def _may_change(result: Mended, tree: Tree, path: str, source: Source) -> bool:
    """True where a file says what was read from it; else it is left as it is."""
    if path in result.changes or _is_as_read(tree, source):
        return True
    result.refused.append(path)
    return False


def _is_as_read(tree: Tree, source: Source) -> bool:
    try:
        return is_text_of(source, tree.read(source.path))
    except OSError:
        return False


def write_mended(tree: WorkingTree, result: Mended) -> bool:
    """Write what is mended; true where every file was still as it had been read, so that what is told about them holds."""
    complete = True
    for path, (old, new) in result.changes.items():
        if not _is_as_read(tree, old):
            result.refused.append(path)
            complete = False
            continue
        # Where the note is a link inside the workspace, the file that it leads to is mended and the link stays.
        write_whole(Path(os.path.realpath(tree.root / path)), new.text.encode())
        _name_again(tree, path)
        say(f"mended {mask(path)}")
    _say_left(result)
    return complete


def _name_again(tree: WorkingTree, path: str) -> None:
    """Let the other names of a file, links apart, lead to what was written in its place."""
    for name in (tree.root / other for other, home in tree.twice.items() if home == path):
        if not name.is_symlink():
            beside = name.with_name(f".{name.name[:60]}.{os.getpid()}.tmp")
            with suppress(OSError):  # then it keeps the old text, and is told as a copy
                os.link(tree.root / path, beside)
                os.replace(beside, name)


def show_mended(result: Mended) -> None:
    """Show on stdout what would be mended."""
    own = result.library.assessment.identifiers
    for old, new in result.changes.values():
        sys.stdout.write(as_difference(old, new, own, colour(sys.stdout)))
    _say_left(result)
    files = counted(len(result.changes), "file")
    say(f"nothing was written; docgen check --fix mends {files}" if result.changes else "there is nothing that docgen check --fix could mend")


def _say_left(result: Mended) -> None:
    """Name the files and the findings that were left as they are."""
    for path in sorted(set(result.refused)):
        say(f"not mended: {mask(path)} is not UTF-8 text, or has changed since it was read")
    for finding, errors in result.held:
        line = finding.span.source.position(finding.span.start)[0]
        why = f"it would bring or hide the error {errors}" if errors else "others like it would bring an error"
        say(f"not mended: {mask(finding.span.source.path)}:{line} ({finding.name}), because {why}; mend it by hand, and check again")
