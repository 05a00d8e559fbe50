"""Where files come from and go to: a workspace on disk or in memory, and output written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from posixpath import dirname, join, normpath
from stat import S_ISLNK, S_ISREG
from typing import NoReturn, Protocol

from docgen.decoding import decode
from docgen.diagnostics import Diagnostic, error
from docgen.filenames import ELSEWHERE, HOUSE, SETTINGS, TEMPLATES, is_inside, is_like_note, is_like_template, is_note
from docgen.source import Source

MAX_NOTE = 5 * 1024 * 1024
MAX_NOTES = 20_000


class ProjectError(Exception):
    """The environment does not allow what was asked; the message is one line for the user (exit status 2)."""


class Tree(Protocol):
    """Files by their path relative to the workspace, with `/`."""

    def notes(self) -> list[str]:
        """The paths of all notes, sorted."""

    def unread(self) -> dict[str, str]:
        """The paths of what looks like a note or a template and is not read, sorted; a folder ends in `/`, and what is a note by another name has that."""

    def read(self, path: str, most: int = MAX_NOTE) -> bytes:
        """The bytes of a file. Raises OSError, with words for the user in `strerror`."""

    def exists(self, path: str) -> bool:
        """True where there is such a file."""

    def stands(self, path: str) -> bool:
        """True where something of that name is, be it a folder or a link that leads nowhere."""


class MemoryTree:
    """A workspace in memory."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files

    def notes(self) -> list[str]:
        """The paths of all notes, sorted."""
        return sorted(filter(is_note, self.files))

    def unread(self) -> dict[str, str]:
        """The paths of what looks like a note or a template and is not read, sorted."""
        return dict.fromkeys(sorted(path for path in self.files if is_like_note(path) or is_like_template(path)), "")

    def read(self, path: str, most: int = MAX_NOTE) -> bytes:
        """The bytes of a file. Raises OSError."""
        if path not in self.files:
            raise FileNotFoundError(2, "there is no such file")
        return self.files[path]

    def exists(self, path: str) -> bool:
        """True where there is such a file."""
        return path in self.files

    def stands(self, path: str) -> bool:
        """The same."""
        return path in self.files


class WorkingTree:
    """A workspace on disk. Nothing outside its folder is read, and nothing that is not a plain file."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.real = os.path.realpath(root)
        self.twice: dict[str, str] = {}
        self.ways: dict[str, str] = {}

    def notes(self) -> list[str]:
        """The paths of all notes, sorted, each file by one name. Raises ProjectError where a folder can't be looked into."""
        self.ways = {}
        found = [path for base, _, names in self._folders() for name in names if is_note(path := f"{base}/{name}")]
        if len(found) > MAX_NOTES:
            raise ProjectError(f"content/ holds more than {MAX_NOTES:,} notes; split the assessment")
        self.twice = self._twice(sorted(found))
        return sorted(set(found) - self.twice.keys())

    def _twice(self, paths: list[str]) -> dict[str, str]:
        """The paths that lead to the file of another one in their folder, with that: the file itself, else the first by name."""
        # A folder may say who reads its notes: names in two folders are two notes.
        names: dict[tuple[int, int, str], list[str]] = {}
        for path in paths:
            with suppress(OSError):
                state = os.stat(os.path.join(self.root, path))
                names.setdefault((state.st_ino, state.st_dev, dirname(path)), []).append(path)
        # Some network drives number no files.
        homes = {file: min(same, key=lambda path: os.path.islink(os.path.join(self.root, path))) for file, same in names.items() if len(same) > 1 and file[0]}
        return {path: home for file, home in homes.items() for path in names[file] if path != home}

    def unread(self) -> dict[str, str]:
        """What looks like a note or a template and is not read, with the other name of a note that was read by that. Raises ProjectError."""
        found: list[str] = []
        for base, linked, names in self._folders():
            found += [f"{base}/{name}/" for name in linked]
            found += [path for name in names if is_like_note(path := f"{base}/{name}")]
        with suppress(OSError):
            found += [name for name in os.listdir(self.root) if is_like_note(name) and os.path.isfile(self.root / name)]
        with suppress(OSError):
            beside = [f"styles/{name}" for name in os.listdir(self.root / "styles")]
            # On a disk that does not tell large letters from small ones, a Template.docx is read all the same.
            read = {path for path in (HOUSE, *TEMPLATES) if self.exists(path)}
            found += [path for path in beside if is_like_template(path) and path.casefold() not in read]
        return dict(sorted((dict.fromkeys(found, "") | self.twice).items()))

    def _folders(self) -> Iterator[tuple[str, list[str], list[str]]]:
        """Each folder of content/: its path, the folders in it that are links, and its files. Neither links nor hidden folders are entered."""
        for folder, folders, names in os.walk(self.root / "content", onerror=_closed):
            plain = sorted(name for name in folders if not name.startswith("."))
            linked = [name for name in plain if _is_link(os.path.join(folder, name))]
            folders[:] = [name for name in plain if name not in linked]
            yield Path(folder).relative_to(self.root).as_posix(), linked, names

    def holds(self, place: str | Path) -> bool:
        """True where a place on disk lies in the workspace once every link on the way to it is followed."""
        return os.path.realpath(place).startswith(os.path.join(self.real, ""))

    def read(self, path: str, most: int = MAX_NOTE) -> bytes:
        """The bytes of a file. Raises OSError, with words for the user in `strerror`."""
        real, state = self._found(path)
        if not S_ISREG(state.st_mode):
            raise OSError(1, "it is not a plain file")
        if state.st_size > most:
            raise OSError(1, f"it is larger than {most // 1024 // 1024} MB")
        with open(real, "rb") as file:
            # Room for what there is, and not for the most that there may be; more is read where somebody writes meanwhile.
            data = file.read(state.st_size + 1)
            return data + file.read(most) if len(data) > state.st_size else data

    def _found(self, path: str) -> tuple[str, os.stat_result]:
        """Where a file is once all links are followed, and what it is. Raises OSError.

        Those on the way to a folder are followed once for all of its files, until the notes are listed again.
        """
        folder, _, name = path.rpartition("/")
        way = self.ways.get(folder)
        if way is None:
            place = os.path.join(self.root, *folder.split("/"))
            way = os.path.realpath(place) if "\0" not in folder and os.path.isdir(place) and self.holds(place) else ""
            if way:  # what is no folder yet may become a link
                self.ways[folder] = way
        if way and is_inside(name) and not S_ISLNK((state := os.lstat(os.path.join(way, name))).st_mode):
            return os.path.join(way, name), state
        return self._followed(path)

    def _followed(self, path: str) -> tuple[str, os.stat_result]:
        """The same, where a link or the path itself may lead out of the workspace."""
        if "\0" in path:
            raise FileNotFoundError(2, "there is no such file")
        place = os.path.join(self.root, *path.split("/"))
        if not self.holds(place):
            raise OSError(1, "it is a link that leads out of the workspace" if os.path.islink(place) else "it lies outside the workspace")
        real = os.path.realpath(place)
        return real, os.stat(real)

    def exists(self, path: str) -> bool:
        """True where there is such a file."""
        return os.path.isfile(os.path.join(self.root, *path.split("/")))

    def stands(self, path: str) -> bool:
        """True where something of that name is, be it a folder or a link that leads nowhere."""
        return os.path.lexists(os.path.join(self.root, *path.split("/")))

    def stamp(self) -> dict[str, tuple[int, ...]]:
        """What tells when a file that a build reads changes; another of the same size may take its place with the old time."""
        walks = (os.walk(self.root / top) for top in ("content", "styles"))
        places = [os.path.join(folder, name) for walk in walks for folder, _, names in walk for name in names]
        with suppress(OSError):
            places += [os.path.join(self.root, name) for name in os.listdir(self.root) if is_like_note(name)]
        found: dict[str, tuple[int, ...]] = {}
        for place in places:
            with suppress(OSError):
                state = os.stat(place)
                found[place] = (state.st_mtime_ns, state.st_size, state.st_ino, state.st_ctime_ns)
        return found


def _closed(problem: OSError) -> NoReturn:
    """Stop at a folder that can't be listed: its notes would be missing from the document, and nobody told."""
    raise ProjectError(f"the folder {problem.filename} cannot be looked into: {problem.strerror or problem}; check that you may open it") from problem


def _is_link(folder: str) -> bool:
    """True for a link, and for what Windows calls a junction; Python knows those since 3.12."""
    is_junction = getattr(os.path, "isjunction", None)
    return os.path.islink(folder) or bool(is_junction and is_junction(folder))


def find_workspace(start: Path) -> WorkingTree:
    """The workspace of a folder or of one above it. Raises ProjectError."""
    try:
        here = start.resolve(strict=True)
    except OSError as problem:
        raise ProjectError(f"there is no folder {start}; check the path") from problem
    for folder in (here, *here.parents):
        if (folder / SETTINGS).is_file():
            return WorkingTree(folder)
    raise ProjectError(f"no workspace here: there is no {SETTINGS} in {here} or above it; `docgen init` makes one")


def read_text(tree: Tree, path: str) -> tuple[Source, list[Diagnostic]]:
    """The text of a file of a tree; one that can't be read is empty, with a finding."""
    if any("\ud800" <= sign <= "\udfff" for sign in path):
        # Python's stand-ins for bytes of a name: they could be written neither into the document nor to a terminal.
        source = Source(path, "")
        return source, [error("unreadable-file", "the file cannot be read: its name is not UTF-8", source.top(), "rename it")]
    try:
        return decode(path, tree.read(path))
    except OSError as problem:
        source = Source(path, "")
        reason = problem.strerror or str(problem)
        return source, [error("unreadable-file", f"the file cannot be read: {reason}", source.top(), "mend or remove it")]


def picture_path(note: str, target: str, tree: Tree) -> str | None:
    """The path of a picture that a note names, as seen from the note or from content/; None where it would lead out."""
    if target.startswith("/") or ELSEWHERE & set(target):
        return None
    for base in (dirname(note), "content"):
        path = normpath(join(base, target))
        if path.startswith("content/") and tree.exists(path):
            return path
    path = normpath(join(dirname(note), target))
    return path if path.startswith("content/") else None


def check_target(target: Path, tree: WorkingTree, ending: str = ".docx") -> None:
    """Refuse a place for output where something else stands. Raises ProjectError."""
    real = Path(os.path.realpath(target))
    root = Path(tree.real)
    if real.is_dir():
        raise ProjectError(f"{target} is a folder; name a file that ends in {ending}")
    if target.suffix.casefold() != ending:
        raise ProjectError(f"{target} does not end in {ending}; name a file that does, {target.with_suffix(ending).name} say")
    if any(real.is_relative_to(root / name) for name in ("content", "styles")):
        raise ProjectError(f"{target} lies among the notes or styles; choose another place")
    if real.exists() and not os.access(real, os.W_OK):
        raise ProjectError(f"{target} cannot be written: it is read-only; choose another place, or allow changes to it")


def write_whole(target: Path, data: bytes) -> None:
    """Write a file whole or not at all: beside it first, then in its place. Raises ProjectError."""
    beside = target.parent / f".{target.name[:60]}.{os.getpid()}.tmp"
    if target.exists() and not os.access(target, os.W_OK):
        raise ProjectError(f"{target} cannot be written: it is read-only; allow changes to it, and try again")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(beside, target, data)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise ProjectError(f"{target} cannot be written ({reason}); if it is open in Word, close it there") from problem


def _replace(beside: Path, target: Path, data: bytes) -> None:
    try:
        with open(beside, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with suppress(OSError):  # who may read the file does not change
            os.chmod(beside, os.stat(target).st_mode & 0o777)
        os.replace(beside, target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
