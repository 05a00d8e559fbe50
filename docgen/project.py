"""Where files come from and go to: a workspace on disk or in memory, and output written whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from posixpath import dirname, join, normpath
from stat import S_ISREG
from typing import Protocol

from docgen.diagnostics import Diagnostic, error
from docgen.source import Source

SETTINGS = "content/assessment.yaml"
HOUSE = "styles/house.yaml"
DATA = Path(__file__).parent / "data"
MAX_NOTE = 5 * 1024 * 1024
MAX_NOTES = 20_000
MOST_ZEROS = 20  # a file in which one byte of so many is zero is no text


class ProjectError(Exception):
    """The environment does not allow what was asked; the message is one line for the user (exit status 2)."""


class Tree(Protocol):
    """Files by their path relative to the workspace, with `/`."""

    def notes(self) -> list[str]:
        """The paths of all notes, sorted."""

    def read(self, path: str, most: int = MAX_NOTE) -> bytes:
        """The bytes of a file. Raises OSError, with words for the user in `strerror`."""

    def exists(self, path: str) -> bool:
        """True where there is such a file."""


class MemoryTree:
    """A workspace in memory."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files

    def notes(self) -> list[str]:
        """The paths of all notes, sorted."""
        return sorted(path for path in self.files if path.startswith("content/") and path.endswith(".md"))

    def read(self, path: str, most: int = MAX_NOTE) -> bytes:
        """The bytes of a file. Raises OSError."""
        if path not in self.files:
            raise FileNotFoundError(2, "there is no such file")
        return self.files[path]

    def exists(self, path: str) -> bool:
        """True where there is such a file."""
        return path in self.files


class WorkingTree:
    """A workspace on disk. Nothing outside its folder is read, and nothing that is not a plain file."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.real = os.path.realpath(root)

    def notes(self) -> list[str]:
        """The paths of all notes, sorted; folders and files whose names begin with a dot are not looked into."""
        found: list[str] = []
        for folder, folders, names in os.walk(self.root / "content"):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            base = Path(folder).relative_to(self.root).as_posix()
            found += [f"{base}/{name}" for name in names if name.endswith(".md") and not name.startswith(".")]
        if len(found) > MAX_NOTES:
            raise ProjectError(f"content/ holds more than {MAX_NOTES:,} notes; split the assessment")
        return sorted(found)

    def read(self, path: str, most: int = MAX_NOTE) -> bytes:
        """The bytes of a file. Raises OSError, with words for the user in `strerror`."""
        place = os.path.join(self.root, *path.split("/"))
        real = os.path.realpath(place)
        if os.path.islink(place) and not real.startswith(self.real + os.sep):
            raise OSError(1, "it is a link that leads out of the workspace")
        state = os.stat(real)
        if not S_ISREG(state.st_mode):
            raise OSError(1, "it is not a plain file")
        if state.st_size > most:
            raise OSError(1, f"it is larger than {most // 1024 // 1024} MB")
        with open(real, "rb") as file:
            return file.read(most + 1)

    def exists(self, path: str) -> bool:
        """True where there is such a file."""
        return os.path.isfile(os.path.join(self.root, *path.split("/")))

    def stamp(self) -> dict[str, tuple[int, int]]:
        """Size and time of change of every file that a build reads, to see when one changes."""
        walks = (os.walk(self.root / top) for top in ("content", "styles"))
        places = [os.path.join(folder, name) for walk in walks for folder, _, names in walk for name in names]
        found: dict[str, tuple[int, int]] = {}
        for place in places:
            with suppress(OSError):
                state = os.stat(place)
                found[place] = (state.st_mtime_ns, state.st_size)
        return found


def find_workspace(start: Path) -> WorkingTree:
    """The workspace of a folder or of one above it. Raises ProjectError."""
    try:
        here = start.resolve(strict=True)
    except OSError as problem:
        raise ProjectError(f"there is no folder {start}") from problem
    for folder in (here, *here.parents):
        if (folder / SETTINGS).is_file():
            return WorkingTree(folder)
    raise ProjectError(f"no workspace here: there is no {SETTINGS} in {here} or above it; `docgen init` makes one")


def decode(path: str, data: bytes) -> tuple[Source, list[Diagnostic]]:
    """The text of a file, and a finding where it is not UTF-8; then the text has stand-ins for what can't be read."""
    if what := _other_than_text(data):
        source = Source(path, "")
        return source, [error("not-utf-8", f"this is {what}", source.top(), "save it again as plain text with the encoding UTF-8")]
    try:
        return Source(path, data.decode()), []
    except UnicodeDecodeError as problem:
        source = Source(path, data.decode(errors="replace"))
        at = len(data[: problem.start].decode(errors="replace"))
        message = f"this is not UTF-8 text (byte {problem.start + 1})"
        hint = "save the file again with the encoding UTF-8"
        return source, [error("not-utf-8", message, source.span(at, min(at + 1, len(source.text))), hint)]


def _other_than_text(data: bytes) -> str | None:
    """What a file is that holds no UTF-8 text at all, so that a finding for each of its signs would help nobody."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16 text"
    if data.startswith(b"{\\rtf"):
        return "a rich text file (RTF)"
    return "not a text file" if data.count(0) * MOST_ZEROS > len(data) else None


def read_text(tree: Tree, path: str) -> tuple[Source, list[Diagnostic]]:
    """The text of a file of a tree; one that can't be read is empty, with a finding."""
    try:
        return decode(path, tree.read(path))
    except OSError as problem:
        source = Source(path, "")
        reason = problem.strerror or str(problem)
        return source, [error("unreadable-file", f"the file cannot be read: {reason}", source.top(), "mend or remove it")]


def built_in(kind: str, name: str) -> Source | None:
    """A file that comes with docgen: `themes/plain.yaml`, `frameworks/rag.yaml`."""
    place = DATA / kind / f"{name}.yaml"
    return Source(f"{kind}/{name}.yaml", place.read_text("utf-8")) if place.is_file() else None


def built_in_names(kind: str) -> list[str]:
    """The names of the files of one kind that come with docgen."""
    return sorted(place.stem for place in (DATA / kind).glob("*.yaml"))


def picture_path(note: str, target: str, tree: Tree) -> str | None:
    """The path of a picture that a note names, as seen from the note or from content/; None where it would lead out."""
    if target.startswith(("/", "\\")) or "\\" in target or ":" in target.split("/")[0]:
        return None
    for base in (dirname(note), "content"):
        path = normpath(join(base, target))
        if path.startswith("content/") and tree.exists(path):
            return path
    path = normpath(join(dirname(note), target))
    return path if path.startswith("content/") else None


def check_target(target: Path, tree: WorkingTree) -> None:
    """Refuse a place for output where something else stands. Raises ProjectError."""
    real = Path(os.path.realpath(target))
    root = Path(tree.real)
    if real.is_dir():
        raise ProjectError(f"{target} is a folder; name a file")
    if target.suffix.casefold() != ".docx":
        raise ProjectError(f"{target} does not end in .docx")
    if any(real.is_relative_to(root / name) for name in ("content", "styles")):
        raise ProjectError(f"{target} lies among the notes or styles; choose another place")
    if real.exists() and not os.access(real, os.W_OK):
        raise ProjectError(f"{target} cannot be written: it is read-only")


def write_whole(target: Path, data: bytes) -> None:
    """Write a file whole or not at all: beside it first, then in its place. Raises ProjectError."""
    beside = target.parent / f".{target.name}.{os.getpid()}.tmp"
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
        os.replace(beside, target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
