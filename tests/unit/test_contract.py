"""Every YAML and Markdown block on the page that is the contract of the notes' language."""

from __future__ import annotations

import re

import pytest

from docgen.build import load
from docgen.check import check
from docgen.note import Finding, Recommendation
from docgen.project import MemoryTree
from docgen.walk import find
from tests.support import DESIGN

PAGE = DESIGN / "notes.md"
pytestmark = pytest.mark.skipif(not PAGE.is_file(), reason="the design beside the project is absent")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE)


def workspace(body: str) -> MemoryTree:
    settings, front = blocks("yaml")
    return MemoryTree({"content/assessment.yaml": settings.encode(), "content/conferences.md": (front + body).encode()})


def test_the_settings_and_front_matter_of_the_contract_have_no_finding() -> None:
    library = load(workspace("Each agency uses the CAF, as PSCB asked.\n")).library
    assert [finding for finding in check(library) if finding.name != "empty-section"] == []
    assert library.assessment.version == "0.3"
    assert [agency for agency, found in library.assessment.agencies.items() if found.expected] == ["council"]
    note = library.notes[0]
    assert (note.title.value, note.id.value, note.order) == ("Child protection conferences", "conference-note", 10.0)
    assert note.grade is not None
    assert note.grade.rationale is not None
    assert note.grade.rationale.value == "Strong early help, weak attendance"


def test_the_items_of_the_contract_are_read() -> None:
    library = load(workspace(blocks("markdown")[0])).library
    of_a_part = {"empty-section", "unused-glossary-entry"}
    assert [finding.name for finding in check(library) if finding.name not in of_a_part] == ["dangling-reference"]
    strength = next(find(library.notes[0].blocks, Finding))
    assert strength.id is not None
    assert strength.id.value == "specialist-midwives"
    assert [entry.name for entry in strength.fields] == ["Evidence", "Impact"]
    action = next(find(library.notes[0].blocks, Recommendation))
    said = {entry.name: [value.value for value in entry.values] for entry in action.fields}
    assert said == {
        "Lead": ["council"],
        "Support": ["police", "health"],
        "Owner": [],
        "Due": ["2013-03-31"],
        "Priority": ["high"],
        "Measure": [],
        "Because": ["attendance-drift"],
        "Status": ["proposed"],
    }
