"""A Word file that the user names, which may be anything."""

from __future__ import annotations

import os
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING

from docgen.project import ProjectError

if TYPE_CHECKING:
    from docgen.word.opening import Package


def find_file(name: str, folder: Path) -> Path:
    """The file of a name: as seen from here, else from the folder of -C. Raises ProjectError where there is none."""
    found = next((place for place in (Path(name), folder / name) if place.exists()), None)
    if found is None:
        raise ProjectError(f"there is no {name}; check the path")
    return found


def read_package(path: Path) -> Package:
    """The opened package. Raises ProjectError for what can't be read or is no Word document."""
    from docgen.word.limits import FILE
    from docgen.word.opening import BadPackage, open_package

    try:
        return open_package(_read(path, FILE))
    except BadPackage as problem:
        raise ProjectError(f"{path}: {problem}") from None


def _read(path: Path, most: int) -> bytes:
    """The bytes of a plain file; of one that is too large so many that it is seen to be."""
    try:
        if not S_ISREG(os.stat(path).st_mode):
            raise ProjectError(f"{path} is {'a folder' if path.is_dir() else 'not a plain file'}; name a Word file")
        with open(path, "rb") as file:
            return file.read(most + 1)
    except OSError as problem:
        raise ProjectError(f"{path} cannot be read: {problem.strerror or problem}; check that you may open it") from problem
