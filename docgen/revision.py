"""Which commit the notes of a workspace are at, asked of git while the notes are being read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from subprocess import Popen

UNCOMMITTED = "uncommitted"
PATIENCE = 10  # seconds
# What systems and editors leave in every folder, and sites therefore tell git to ignore; no build reads it.
LITTER = ("~$", "thumbs.db", "desktop.ini")


class Revision:
    """A question to git that is under way; without git, or outside a repository, the answer is `uncommitted`."""

    def __init__(self, root: Path) -> None:
        top = repository(root)
        self.depth = len(root.relative_to(top).parts) if top else 0
        self.process = _ask(root) if top else None

    def commit(self) -> str:
        """The full name of the commit that content/ and styles/ are at, or `uncommitted` where they differ from it."""
        if self.process is None:
            return UNCOMMITTED
        from subprocess import TimeoutExpired

        try:
            out, _ = self.process.communicate(timeout=PATIENCE)
        except TimeoutExpired:
            self.process.kill()
            return UNCOMMITTED
        return UNCOMMITTED if self.process.returncode else _clean(out.decode(errors="replace"), self.depth)


def repository(root: Path) -> Path | None:
    """The folder of the repository that a workspace lies in."""
    return next((folder for folder in (root, *root.parents) if os.path.exists(folder / ".git")), None)


def _ask(root: Path) -> Popen[bytes] | None:
    from subprocess import DEVNULL, PIPE, Popen

    # Ignored files are asked about too: a note that git ignores is in the document, and in no commit.
    asked = ["--porcelain=v2", "-z", "--branch", "--untracked-files=all", "--ignored=matching"]
    # A repository's own settings may name a program for git to run; a folder that somebody sent must not.
    command = ["git", "-C", str(root), "-c", "core.fsmonitor=false", "status", *asked, "--", "content", "styles"]
    try:
        return Popen(command, stdin=DEVNULL, stdout=PIPE, stderr=DEVNULL, env=os.environ | {"GIT_OPTIONAL_LOCKS": "0"})
    except OSError:
        return None


def _clean(answer: str, depth: int) -> str:
    """The commit that git names, where nothing differs from it."""
    entries = [entry for entry in answer.split("\0") if entry]
    named = next((entry.split()[-1] for entry in entries if entry.startswith("# branch.oid ")), "(initial)")
    changed = any(not entry.startswith("# ") and not _is_litter(entry, depth) for entry in entries)
    return UNCOMMITTED if changed or named == "(initial)" else named


def _is_litter(entry: str, depth: int) -> bool:
    """True for an ignored file or folder that is no part of a build; `depth` folders lead from the repository to the workspace."""
    if not entry.startswith("! "):
        return False
    names = entry[2:].rstrip("/").casefold().split("/")[depth:]
    return any(name.startswith((".", *LITTER)) or name.endswith("~") for name in names)
