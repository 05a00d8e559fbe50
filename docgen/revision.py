"""Which commit the notes of a workspace are at, asked of git while the notes are being read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from subprocess import Popen

UNCOMMITTED = "uncommitted"
PATIENCE = 10  # seconds


class Revision:
    """A question to git that is under way; without git, or outside a repository, the answer is `uncommitted`."""

    def __init__(self, root: Path) -> None:
        self.process = _ask(root) if _in_repository(root) else None

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
        return UNCOMMITTED if self.process.returncode else _clean(out.decode(errors="replace"))


def _in_repository(root: Path) -> bool:
    return any(os.path.exists(folder / ".git") for folder in (root, *root.parents))


def _ask(root: Path) -> Popen[bytes] | None:
    from subprocess import DEVNULL, PIPE, Popen

    command = ["git", "-C", str(root), "status", "--porcelain=v2", "--branch", "--untracked-files=all", "--", "content", "styles"]
    try:
        return Popen(command, stdin=DEVNULL, stdout=PIPE, stderr=DEVNULL, env=os.environ | {"GIT_OPTIONAL_LOCKS": "0"})
    except OSError:
        return None


def _clean(answer: str) -> str:
    """The commit that git names, where nothing differs from it."""
    lines = answer.splitlines()
    named = next((line.split()[-1] for line in lines if line.startswith("# branch.oid ")), "(initial)")
    changed = any(not line.startswith("#") for line in lines)
    return UNCOMMITTED if changed or named == "(initial)" else named
