"""What tests share: small workspaces in memory, and the fixtures beside the project."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from docgen.build import Built, Loaded, build, load
from docgen.check import check
from docgen.diagnostics import Diagnostic
from docgen.project import MemoryTree, WorkingTree

ROOT = Path(__file__).parent.parent
FIXTURES = ROOT.parent / "shared" / "fixtures"
DESIGN = ROOT.parent / "shared" / "design"
needs_fixtures = pytest.mark.skipif(not FIXTURES.is_dir(), reason="the fixtures beside the project are absent")

SETTINGS = """\
title: Child protection
partnership: Anytown Safeguarding Partnership
edition: 2026-test
date: 2026-09-30
agencies: {council: Anytown Council, police: Anytown Police, health: Anytown Health}
sections: [{id: introduction, title: Introduction}, {id: early-help, title: Early help}, {id: quality, title: Quality}, {id: leadership, title: Leadership}]
"""
FRONT = "---\ntitle: A note\nsection: early-help\nagencies: [council]\nstatus: agreed\n---\n"
NOTE = "content/early-help/note.md"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000020000000108020000007b40e8dd0000000d49444154789c63504868002200"
    "064702018258705e0000000049454e44ae426082"
)
# What a few lines of a note lack, and a test about something else need not have; `cases/substance.md` and `test_substance.py` look at it.
LACKING = frozenset({"empty-section", "incomplete-recommendation", "missing-evidence", "missing-impact", "unanswered-finding", "unfounded-recommendation"})
TOP_LEVEL = re.compile(r"^([a-z_]+):", re.MULTILINE)


def settings(changes: str = "") -> str:
    """The base settings with the top-level keys of `changes` in place of their own."""
    changed = set(TOP_LEVEL.findall(changes))
    kept = [line for line in SETTINGS.splitlines() if line.split(":")[0] not in changed]
    return "\n".join(kept) + "\n" + changes


def tree(notes: Mapping[str, str] | str, changes: str = "") -> MemoryTree:
    """A workspace with notes by path, or with one note whose body is given."""
    files = {NOTE: FRONT + notes} if isinstance(notes, str) else dict(notes)
    files["content/assessment.yaml"] = settings(changes)
    coded = {path: text.encode(errors="surrogatepass") for path, text in files.items()}
    return MemoryTree({"content/images/uptake.png": PNG, **coded})


def loaded(notes: Mapping[str, str] | str, changes: str = "") -> Loaded:
    """The library of such a workspace."""
    return load(tree(notes, changes))


def findings(notes: Mapping[str, str] | str, changes: str = "", final: bool = False) -> list[Diagnostic]:
    """What `check` says, in a draft without what a small workspace lacks."""
    found = check(loaded(notes, changes).library, final)
    return [finding for finding in found if finding.name not in LACKING or final]


def names(notes: Mapping[str, str] | str, changes: str = "") -> list[str]:
    """The names of the findings."""
    return [finding.name for finding in findings(notes, changes)]


def made(notes: Mapping[str, str] | str, changes: str = "", final: bool = False) -> Built:
    """A build that must succeed."""
    result = build(loaded(notes, changes), "uncommitted", final)
    assert result.data is not None, [finding.message for finding in result.findings]
    assert result.differences == ()
    return result


def example() -> Loaded:
    """The library of the example in content/."""
    return load(WorkingTree(ROOT))
