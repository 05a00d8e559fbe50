"""Rules about structure, beyond the Bad and Good of their pages: where they keep quiet, and where they do not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from docgen.build import load
from docgen.check import check
from docgen.diagnostics import Diagnostic
from docgen.project import MemoryTree, WorkingTree
from tests.support import FRONT, NOTE, PNG, SETTINGS, findings, names, tree

OTHER = "content/quality/other.md"
SAID = "Attendance at child protection conferences is uneven, and it drifts over time, above all in summer."


def told(name: str, found: list[Diagnostic]) -> list[tuple[str, int]]:
    """The path and the line of each finding of a name."""
    return [(finding.span.source.path, finding.span.source.position(finding.span.start)[0]) for finding in found if finding.name == name]


def pair(one: str, other: str, front: str = "") -> dict[str, str]:
    return {NOTE: FRONT + one, OTHER: f"---\ntitle: Other\nstatus: agreed\n{front}---\n{other}"}


def test_a_paragraph_in_other_letters_is_told_too() -> None:
    said = "Η παρουσία στις διασκέψεις είναι άνιση και πέφτει με τον καιρό, προπάντων το καλοκαίρι κάθε χρόνο."
    assert told("duplicate-paragraph", findings(pair(f"{said}\n", f"{said}\n"))) == [(OTHER, 5)]


@pytest.mark.parametrize(
    "other",
    [
        SAID,
        SAID.replace(" and", "\nand").upper(),
        f"- {SAID.replace('uneven', '*uneven*')}",
        f"> {SAID.rstrip('.')}",
        SAID.replace("Attendance at", "_Attendance_ at").replace(", and", " – and"),
        f"## Areas for development\n\n- {SAID} {{#drift}}",
        f"{SAID} <!-- pasted -->",
    ],
    ids=["plain", "wrapped", "list", "quotation", "signs", "item", "comment"],
)
def test_a_paragraph_of_another_note_is_told_however_it_stands(other: str) -> None:
    (finding,) = (finding for finding in findings(pair(f"Text.\n\n{SAID}\n", f"{other}\n")) if finding.name == "duplicate-paragraph")
    assert finding.span.source.path == OTHER
    assert [(span.source.path, span.text) for span in finding.related] == [(NOTE, SAID)]
    assert f"{NOTE}:9" in finding.message
    assert "uneven" not in f"{finding.message} {finding.hint}"


@pytest.mark.parametrize(
    ("one", "other", "front"),
    [
        (SAID, SAID.replace("uneven", "patchy"), ""),
        (f"{SAID}\n\n{SAID}", "Text.", ""),
        ("No more than eleven words stand here, so it counts not.", "No more than eleven words stand here, so it counts not.", ""),
        (SAID, SAID, "status: withdrawn\n"),
        (f"*{SAID}*", f"*{SAID}*", ""),
        (f"[{SAID}](https://example.org)", f"[{SAID}](https://example.org)", ""),
    ],
    ids=["other words", "same note", "short", "withdrawn", "notice", "link"],
)
def test_no_other_paragraph_is_a_duplicate(one: str, other: str, front: str) -> None:
    notes = pair(one, other, front)
    notes[OTHER] = notes[OTHER].replace("status: agreed\nstatus", "status")
    assert told("duplicate-paragraph", findings(notes)) == []


def test_a_draft_counts_where_it_is_printed() -> None:
    notes = pair(SAID, SAID)
    notes[OTHER] = notes[OTHER].replace("status: agreed", "status: draft")
    assert told("duplicate-paragraph", findings(notes)) == [(OTHER, 5)]
    assert told("duplicate-paragraph", findings(notes, final=True)) == []


def test_what_other_readers_have_is_told_as_disclosed_and_not_as_a_duplicate() -> None:
    found = findings(pair(SAID, SAID, "audience: internal\n"))
    assert told("duplicate-paragraph", found) == []
    assert told("repeated-withheld-text", found) == [(NOTE, 7)]
    inside = findings(pair(f"::: internal\n{SAID}\n:::", f"::: internal\n{SAID}\n:::"))
    assert told("duplicate-paragraph", inside) == [(OTHER, 6)]


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("| a | b |", None),
        ("|   | b |", "column 1 of this table has no header"),
        ("| a | &nbsp; |", "column 2 of this table has no header"),
        ("| <!-- c --> | **** |", "column 1 of this table has no header"),
        ("| | |", "this table has no headers: its first row is empty"),
        ("| ![Bars](images/uptake.png) | [^1] |", None),
    ],
)
def test_headers_of_tables(header: str, message: str | None) -> None:
    found = [finding for finding in findings(f"{header}\n|---|---|\n| 1 | 2 |\n\n[^1]: Note.\n\nText.[^1]\n") if finding.name == "empty-header"]
    assert [finding.message for finding in found] == ([message] if message else [])


def test_several_headers_are_one_finding_and_a_frame_is_none() -> None:
    (finding,) = findings("| | b | | d | |\n|---|---|---|---|---|\n| 1 | 2 | | 4 | 5 |\n")
    assert (finding.message, finding.hint) == ("columns 1, 3 and 5 of this table have no headers", "write into the first row what each column holds")
    (finding,) = findings("| a | |\n|---|---|\n| 1 | |\n")
    assert finding.hint == "write into the first row what each column holds, or remove a column that holds nothing"
    assert names("| |\n|---|\n| framed |\n") == []


def long(words: int, front: str = "") -> str:
    return f"---\ntitle: Long\nstatus: agreed\n{front}---\n" + "Nine words stand here, and they say very little.\n\n" * (words // 9)


def test_the_length_of_sections_and_of_the_document() -> None:
    assert names({NOTE: long(3_990)}) == []
    assert names({NOTE: long(4_500), "content/quality/b.md": long(4_500, "audience: internal\n").replace("Nine words stand here, and they", "What is kept back here may")}) == ["long-section"]
    assert names({NOTE: long(2_500), "content/early-help/b.md": long(2_500).replace("Nine", "Ten")}) == ["long-section"]
    many = {f"content/{place}/{number}.md": long(3_900).replace("Nine", f"{number}") for number, place in enumerate(["introduction", "quality", "leadership"] * 3)}
    found = findings(many)
    assert [finding.name for finding in found] == ["long-document", "long-section", "long-section", "long-section"]
    assert found[0].message == "the document has about 35,100 words"
    assert found[0].span.text == "Child protection"


def test_a_note_of_nothing_but_comments_fills_no_section() -> None:
    found = findings({NOTE: FRONT.replace("agreed", "draft") + "<!-- nothing yet -->\n"}, final=True)
    assert "empty-section" in {finding.name for finding in found if "Early help" in finding.message}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "content" / "early-help").mkdir(parents=True)
    (tmp_path / "content" / "assessment.yaml").write_text(SETTINGS, "utf-8")
    return tmp_path


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_picture_that_is_missing_outside_or_too_large_says_what_to_do(place: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "a.png"
    outside.write_bytes(PNG)
    folder = place / "content" / "early-help"
    (folder / "link.png").symlink_to(outside)
    (folder / "folder.png").mkdir()
    with open(folder / "large.png", "wb") as file:
        file.truncate(21 * 1024 * 1024)
    targets = ("missing.png", "link.png", "../../../outside.png", "https://example.org/a.png", "large.png", "folder.png")
    (folder / "note.md").write_text(FRONT + "\n\n".join(f"![Bars](<{target}>)" for target in targets), "utf-8")
    found = [finding for finding in check(load(WorkingTree(place)).library) if finding.name == "bad-picture"]
    assert [(finding.message.split(": ")[1], finding.hint) for finding in found] == [
        ("there is no such file", "check the path, which starts from this note's folder or from content/"),
        ("it is a link that leads out of the workspace", "copy the picture itself to content/images and name it there"),
        ("pictures must lie in content/", "copy the picture to content/images and name it there"),
        ("pictures must lie in content/", "copy the picture to content/images and name it there"),
        ("it is larger than 20 MB", "save a smaller copy of it and name that"),
        ("it is not a plain file", "name the file of a picture"),
    ]


def test_with_a_template_nobody_says_what_a_heading_is_called() -> None:
    """Its headings may be numbered "Chapter 1": then the word before a reference belongs there."""
    body = "See section [@drift] and table [@counts].\n\n## Drift {#drift}\n\nText.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nTable: Counts {#counts}\n"
    workspace = tree(body)
    assert [finding.span.text for finding in check(load(workspace).library) if finding.name == "doubled-label"] == ["section", "table"]
    dressed = MemoryTree({**workspace.files, "styles/template.docx": b"any"})
    assert [finding.span.text for finding in check(load(dressed).library) if finding.name == "doubled-label"] == ["table"]
