"""A PDF/UA made of our files by LibreOffice, checked by an independent program: no finding that is ours.

LibreOffice has faults of its own, which depend on its version. They are measured, not listed: beside an empty document stands one that is
written in LibreOffice's own format and holds what ours hold (a line, links, references, a footnote, lists in lists, a style with the name of a tag).
Whatever is found in either is no fault of ours.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from docgen.build import build, load
from docgen.project import MemoryTree
from tests.support import example
from tests.word_files.scoreboard import files

pytestmark = [pytest.mark.external, pytest.mark.slow]
PATIENCE = 240  # seconds
FILTER = 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'
# LibreOffice knows pictures without meaning since 7.5.
DECORATIVE = re.compile(rb"^!\[\]\(.*\.decorative\}$", re.MULTILINE)
SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
}
LIST = """\
<text:list-style style:name="{name}"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>
<text:list-level-style-bullet text:level="2" text:bullet-char="•"/><text:list-level-style-bullet text:level="3" text:bullet-char="•"/><text:list-level-style-bullet text:level="4" text:bullet-char="•"/></text:list-style>"""


def item(name: str, level: int, more: str) -> str:
    """An item of a list at a level from 1."""
    opened, closed = "<text:list><text:list-item>" * (level - 1), "</text:list-item></text:list>" * level
    return f'<text:list text:style-name="{name}" {more}><text:list-item>{opened}<text:p>item</text:p>{closed}'


# A list of one kind inside a list of another, and back again.
LISTED = [
    item("A", 1, 'xml:id="one"'),
    item("A", 2, 'text:continue-list="one"'),
    item("B", 3, ""),
    item("A", 4, 'text:continue-list="one"'),
    item("A", 2, 'text:continue-list="one"'),
]
NATIVE = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<office:document {' '.join(f'xmlns:{prefix}="{space}"' for prefix, space in SPACES.items())}
  office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>A title</dc:title><dc:language>en-GB</dc:language></office:meta>
<office:styles><style:default-style style:family="paragraph"><style:text-properties fo:language="en" fo:country="GB"/></style:default-style>
<style:style style:name="Quote" style:family="paragraph"/>
<style:style style:name="Lined" style:family="paragraph"><style:paragraph-properties fo:border-bottom="1pt solid #000000"/></style:style>
{LIST.format(name="A")}{LIST.format(name="B")}</office:styles>
<office:body><office:text>
<text:p text:style-name="Lined">A line below, and <text:bookmark-start text:name="place"/>a place<text:bookmark-end text:name="place"/>.</text:p>
<text:p>A <text:a xlink:type="simple" xlink:href="https://example.org/">link</text:a>, a reference to
<text:bookmark-ref text:reference-format="text" text:ref-name="place">a place</text:bookmark-ref> and a
footnote<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Its text.</text:p></text:note-body></text:note>.</text:p>
<text:p text:style-name="Quote">A quotation.</text:p>
{"".join(LISTED)}
<text:p>The end.</text:p>
</office:text></office:body></office:document>
"""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the PDF/UA files: of an empty document, of LibreOffice's own, and of ours."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    folder = tmp_path_factory.mktemp("ua")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "native.fodt").write_text(NATIVE, "utf-8")
    scoreboard = {path: DECORATIVE.sub(b"", data) if path.endswith(".md") else data for path, data in files().items()}
    assert scoreboard != files()
    for name, loaded in (("example", example()), ("scoreboard", load(MemoryTree(scoreboard)))):
        data = build(loaded, "uncommitted", False).data
        assert data is not None
        (folder / f"{name}.docx").write_bytes(data)
    sources = sorted(str(path) for path in folder.iterdir())
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", FILTER, "--outdir", str(folder), *sources]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
    return folder


def findings(path: Path) -> dict[str, str]:
    """What the independent program says of a PDF, by its rule."""
    page = pytest.importorskip("page", reason="page-validation (PyPI) is not installed")
    report = page.validate_pdf(str(path), profile="ua1")
    assert report.document.page_count > 0
    return {failure.rule_id: failure.message for failure in report.failures}


@pytest.mark.parametrize("name", ["example", "scoreboard"])
def test_no_finding_is_ours(name: str, printed: Path) -> None:
    own = findings(printed / "empty.pdf").keys() | findings(printed / "native.pdf").keys()
    assert {rule: said for rule, said in findings(printed / f"{name}.pdf").items() if rule not in own} == {}
