"""Whether a package holds together: every target is there, every part has a type and is led to, and no id stands twice."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import dirname, join, normpath
from xml.parsers import expat
from zipfile import ZipFile

TYPES = "[Content_Types].xml"


def gaps(package: ZipFile) -> Iterator[str]:
    """What is missing or left over, in words for a bug report."""
    names = set(package.namelist())
    endings, overrides = _types(package)
    reached = {TYPES, "_rels/.rels"}
    waiting = [""]
    while waiting:
        for target in _targets(package, waiting.pop(), names):
            if target not in names:
                yield f"the file refers to a part that it does not have: {target}"
            elif target not in reached:
                reached |= {target, _relations(target)}
                waiting.append(target)
    if left := names - reached:
        yield f"nothing leads to a part of the file: {min(left)}"
    for name in sorted(names - {TYPES}):
        if name not in overrides and name.rpartition(".")[2] not in endings:
            yield f"a part of the file has no type: {name}"
    if missing := overrides - names:
        yield f"a type is given to a part that is not there: {min(missing)}"


def _types(package: ZipFile) -> tuple[set[str], set[str]]:
    endings: set[str] = set()
    overrides: set[str] = set()

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "Default":
            endings.add(attributes["Extension"])
        elif name == "Override":
            overrides.add(attributes["PartName"].removeprefix("/"))

    _read(package.read(TYPES), start)
    return endings, overrides


def _relations(part: str) -> str:
    return normpath(join(dirname(part), "_rels", part.rpartition("/")[2] + ".rels"))


def _targets(package: ZipFile, part: str, names: set[str]) -> list[str]:
    """The parts that a part is related to."""
    found: list[str] = []
    rows = _relations(part) if part else "_rels/.rels"

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            found.append(normpath(join(dirname(part), attributes["Target"])).removeprefix("/"))

    if rows in names:
        _read(package.read(rows), start)
    return found


def _read(data: bytes, start: object) -> None:
    parser = expat.ParserCreate()
    parser.StartElementHandler = start  # type: ignore[assignment]
    parser.Parse(data, True)
