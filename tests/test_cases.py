"""Runs `cases/*.md`: input and expectation side by side. `pytest --accept` rewrites expectations; the difference is then reviewed.

A case is a level-2 heading with blocks between lines of four tildes: `body` (the body of one note), `note PATH`, `settings` (changed
keys of assessment.yaml), `house` (house.yaml), then what is expected: `findings` (as `check` prints them), `outline` (a paragraph of
the sections a line: style, number, text).
"""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

import pytest

from docgen.build import build, load
from docgen.check import check
from docgen.project import MemoryTree
from docgen.report.findings import as_text
from docgen.word.reader import read_part
from tests.support import FRONT, LACKING, NOTE, PNG, settings

CASES = Path(__file__).parent / "cases"
BLOCK = re.compile(r"^~~~~(\w+)(?: (\S+))?\n(.*?)^~~~~$", re.DOTALL | re.MULTILINE)
HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
EXPECTED = ("findings", "outline")


class Case(NamedTuple):
    """One case: its file and its title."""

    path: Path
    title: str


def places(path: Path) -> dict[str, tuple[int, int]]:
    """Where each case of a file begins and ends, by title; headings inside blocks are the notes' own."""
    text = path.read_text("utf-8")
    inside = [block.span() for block in BLOCK.finditer(text)]
    heads = [head for head in HEADING.finditer(text) if not any(start <= head.start() < end for start, end in inside)]
    ends = [head.start() for head in heads[1:]] + [len(text)]
    return {head[1]: (head.start(), end) for head, end in zip(heads, ends, strict=True)}


def cases() -> list[Case]:
    return [Case(path, title) for path in sorted(CASES.glob("*.md")) for title in places(path)]


def workspace(text: str) -> MemoryTree:
    files: dict[str, bytes] = {"content/images/uptake.png": PNG}
    changes = ""
    for kind, path, content in BLOCK.findall(text):
        if kind == "body":
            files[NOTE] = (FRONT + content).encode()
        elif kind == "note":
            files[f"content/{path}"] = content.encode()
        elif kind == "house":
            files["styles/house.yaml"] = content.encode()
        elif kind == "settings":
            changes = content
    files["content/assessment.yaml"] = settings(changes).encode()
    return MemoryTree(files)


def actual(kind: str, tree: MemoryTree, left_out: frozenset[str]) -> str:
    everything = load(tree)
    if kind == "findings":
        return as_text(finding for finding in check(everything.library) if finding.name not in left_out)
    result = build(everything, "uncommitted", final=False)
    assert result.data is not None, as_text(result.findings)
    assert result.differences == ()
    return outline(result.data)


def outline(data: bytes) -> str:
    """The paragraphs of the sections: what stands behind the front pages and before the action plan."""
    with ZipFile(BytesIO(data)) as package:
        paragraphs = read_part(package, "word/document.xml").paragraphs
        notes = read_part(package, "word/footnotes.xml").paragraphs[2:]
    start = next(at for at, found in enumerate(paragraphs) if found.style == "Heading1")
    ends = [at for at, found in enumerate(paragraphs) if found.style == "FrontHeading" and at > start]
    shown = [*paragraphs[start : min(ends, default=len(paragraphs))], *notes]
    return "".join(f"{found.style} | {found.number or '-'} | {found.text.replace(chr(10), ' / ')}".rstrip() + "\n" for found in shown)


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.path.stem}: {case.title}")
def test_case(case: Case, accept: bool) -> None:
    text = case.path.read_text("utf-8")
    start, end = places(case.path)[case.title]
    part = text[start:end]
    tree = workspace(part)
    left_out = frozenset({"empty-section"}) if case.path.stem == "substance" else LACKING
    expectations = [block for block in BLOCK.finditer(part) if block[1] in EXPECTED]
    assert expectations, "a case expects something"
    for block in reversed(expectations):
        got = actual(block[1], tree, left_out)
        if accept:
            part = part[: block.start(3)] + got + part[block.end(3) :]
        else:
            assert got == block[3]
    if accept:
        case.path.write_text(text[:start] + part + text[end:], "utf-8")
