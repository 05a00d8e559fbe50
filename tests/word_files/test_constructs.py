"""The scoreboard holds: what each row says of a construct is what the Word file shows, an improvement included."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from docgen.build import Built, build, load
from docgen.project import MemoryTree
from tests.support import loaded
from tests.unit.test_bad_input import STYLE
from tests.word_files.constructs import DEGRADED, NATIVE, REFUSED, ROWS, Row, files, main
from tests.word_files.specification import said_by_word, words

WORD = "http://schemas.openxmlformats.org/"
NAMESPACES = {
    "w": f"{WORD}wordprocessingml/2006/main",
    "r": f"{WORD}officeDocument/2006/relationships",
    "m": f"{WORD}officeDocument/2006/math",
    "wp": f"{WORD}drawingml/2006/wordprocessingDrawing",
    "rel": f"{WORD}package/2006/relationships",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}


def package_of(data: bytes) -> etree._Element:
    """All parts of a package that are XML, in one tree, so that a proof can look from one into another."""
    root = etree.Element("package")
    with ZipFile(BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                root.append(etree.fromstring(package.read(name)))
    return root


def holds(proof: str, package: etree._Element) -> bool:
    return bool(package.xpath(proof, namespaces=NAMESPACES))


def state_of(built: Built, row: Row) -> str:
    """What became of a construct."""
    if built.data is None:
        return REFUSED
    package = package_of(built.data)
    return NATIVE if all(holds(proof, package) for proof in row.proof) else DEGRADED


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_the_row_says_what_is(row: Row) -> None:
    built = build(loaded(row.markdown), "uncommitted", False)
    assert {finding.name for finding in built.findings} - STYLE | {name for name in row.findings if name in STYLE} == set(row.findings)
    assert state_of(built, row) == row.state
    if built.data is not None:
        assert built.differences == ()
        assert " ".join(words(said_by_word(built.data, "Heading1").get("Early help", []))[2:]) == row.text


def test_all_rows_in_one_file(keep: Path) -> None:
    """The file that `.ci/run` validates."""
    built = build(load(MemoryTree(files())), "uncommitted", False)
    assert built.data is not None
    assert built.differences == ()
    (keep / "constructs.docx").write_bytes(built.data)
    said = said_by_word(built.data)
    rows = [row for row in ROWS if row.state != REFUSED and "many-lists" not in row.findings]
    for number, row in enumerate(rows, 100):
        assert figureless(" ".join(words(said[f"Row {number}"])[2:])) == figureless(row.text)


def figureless(text: str) -> str:
    """The text without numbers, which are others among other rows."""
    return re.sub(r"[\d.]+", "", text)


def test_every_row_has_a_name_and_a_proof(capsys: pytest.CaptureFixture[str]) -> None:
    assert len({row.name for row in ROWS}) == len(ROWS)
    assert all(row.proof and row.how for row in ROWS if row.state != REFUSED)
    assert all(row.findings for row in ROWS if row.state == REFUSED)
    main()
    assert len(capsys.readouterr().out.splitlines()) == len(ROWS) + 1
