"""A PDF/UA made of our files by LibreOffice, checked by an independent program: no finding.

With LibreOffice 25.2 (page-validation 0.11) this holds to the letter: our documents, on all templates too, have no more findings than an empty one. `.ci/newer_office`
unpacks such a LibreOffice, and DOCGEN_NEWER_OFFICE names its program.

Older ones have faults of their own. They are measured, not listed: beside an empty document (`words`) stands one for each construct below, written in
LibreOffice's own format with that construct and nothing else. Whatever is found in those is no fault of ours. With 7.4 these are:

- line: the border of a paragraph is painted neither as an artifact nor as content (CONTENT-TAGGING);
- link: a page with a link does not say in which order the keyboard goes through it (PAGE-TABS);
- footnote: its link is in no structure element for links, and the element for notes has no name (LINK-LINK-TAG, NOTE-ID), besides being a link.

No way of writing them was found that 7.4 prints without these: borders of any kind and width were tried, around words too, references inside links, and
notes at the end. Tables with lines, shading, headings, lists in lists, pictures and underlined words have none.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from docgen.build import Loaded, build, load
from docgen.parse.house import THEMES
from docgen.project import MemoryTree
from tests.support import FRONT, NOTE, PNG, ROOT, settings
from tests.word_files.scoreboard import files, on
from tests.word_files.test_real_templates import FOUND, TEMPLATES

pytestmark = [pytest.mark.external, pytest.mark.slow]
PATIENCE = 240  # seconds
NEWER = "DOCGEN_NEWER_OFFICE"
FAULTLESS = (25, 2)  # from this LibreOffice on
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
STYLES = """
<style:default-style style:family="paragraph"><style:text-properties fo:language="en" fo:country="GB"/></style:default-style>
<style:style style:name="Lined" style:family="paragraph"><style:paragraph-properties fo:border-bottom="1pt solid #000000"/></style:style>"""
NATIVE = {
    "words": "",
    "line": '<text:p text:style-name="Lined">A line below.</text:p>',
    "link": '<text:p>A <text:a xlink:type="simple" xlink:href="https://example.org/" office:name="Where it leads">link</text:a>.</text:p>',
    "footnote": '<text:p>A footnote<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>Its text.</text:p></text:note-body></text:note>.</text:p>",
}
WORDS = """\
Some *words* with **marks**, `code` and x<sub>2</sub>.

| Agency | Visits |
| ------ | -----: |
| Police | 3      |

Table: Visits

- one
  - two
    1. three
       - four
  - five

1. first
2. second

![Visits rose](images/uptake.png "Visits")

Term
: Meaning.
"""


def native(body: str) -> str:
    """A document in LibreOffice's own format."""
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<office:document {' '.join(f'xmlns:{prefix}="{space}"' for prefix, space in SPACES.items())}
  office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>A title</dc:title><dc:language>en-GB</dc:language></office:meta>
<office:styles>{STYLES}</office:styles>
<office:body><office:text>{body}<text:p>The end.</text:p></office:text></office:body></office:document>
"""


def example(theme: str) -> Loaded:
    """The example in a theme."""
    found = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in (ROOT / "content").rglob("*") if path.is_file()}
    return load(MemoryTree({**found, "styles/house.yaml": f"theme: {theme}\n".encode()}))


def words(theme: str) -> Loaded:
    """A document that has none of the constructs."""
    parts = "parts: {document_control: false, contributors: false}\n"
    texts = {NOTE: FRONT + WORDS, "content/assessment.yaml": settings(parts), "styles/house.yaml": f"theme: {theme}\ncontents: none\n"}
    return load(MemoryTree({"content/images/uptake.png": PNG, **{path: text.encode() for path, text in texts.items()}}))


def scoreboard(template: Path | None = None) -> Loaded:
    return load(MemoryTree(on(template) if template else files()))


def plainer() -> Loaded:
    """The scoreboard without pictures that have no meaning."""
    changed = {path: DECORATIVE.sub(b"", data) if path.endswith(".md") else data for path, data in files().items()}
    assert changed != files()
    return load(MemoryTree(changed))


# Our documents, and which of the constructs each has.
DOCUMENTS: dict[str, tuple[Callable[[], Loaded], set[str]]] = {
    **{f"words-{theme}": (partial(words, theme), {"words"}) for theme in ("plain", "print")},
    "words-civic": (partial(words, "civic"), {"line"}),  # the band of its cover
    **{f"example-{theme}": (partial(example, theme), {"line", "link", "footnote"}) for theme in THEMES},
    "plainer": (plainer, {"line", "link", "footnote"}),
}
MORE: dict[str, Callable[[], Loaded]] = {"scoreboard": scoreboard, **{name: partial(scoreboard, TEMPLATES / name) for name in FOUND}}


def printed(program: str | None, made: dict[str, Callable[[], Loaded]], folder: Path) -> Path:
    """The folder, with the PDF/UA files of LibreOffice's own documents and of ours."""
    if program is None:
        pytest.skip(f"LibreOffice (soffice, or in {NEWER} a newer one) is not installed")
    for name, body in NATIVE.items():
        (folder / f"{name}.fodt").write_text(native(body), "utf-8")
    for name, loaded in made.items():
        data = build(loaded(), "uncommitted", False).data
        assert data is not None
        (folder / f"{name}.docx").write_bytes(data)
    sources = sorted(str(path) for path in folder.glob("*.*"))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    said = subprocess.run([program, profile, "--version"], check=True, capture_output=True, text=True, timeout=PATIENCE).stdout
    (folder / "version").write_text(said, "utf-8")
    subprocess.run([program, profile, "--headless", "--convert-to", FILTER, "--outdir", str(folder), *sources], check=True, capture_output=True, timeout=PATIENCE)
    return folder


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the installed LibreOffice prints."""
    return printed(shutil.which("soffice"), {name: made for name, (made, _) in DOCUMENTS.items()}, tmp_path_factory.mktemp("ua"))


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a newer one prints."""
    made = {name: made for name, (made, _) in DOCUMENTS.items()} | MORE
    return printed(os.environ.get(NEWER) or None, made, tmp_path_factory.mktemp("newer"))


def findings(path: Path) -> dict[str, str]:
    """What the independent program says of a PDF, by its rule."""
    page = pytest.importorskip("page", reason="page-validation (PyPI) is not installed")
    report = page.validate_pdf(str(path), profile="ua1")
    assert report.document.page_count > 0
    return {failure.rule_id: failure.message for failure in report.failures}


def version(folder: Path) -> tuple[int, ...]:
    """The version of the LibreOffice that printed a folder."""
    return tuple(map(int, (folder / "version").read_text("utf-8").split()[1].split(".")))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_finding_is_ours(name: str, here: Path) -> None:
    own = {rule for construct in DOCUMENTS[name][1] for rule in findings(here / f"{construct}.pdf")}
    assert not own or version(here) < FAULTLESS
    assert {rule: said for rule, said in findings(here / f"{name}.pdf").items() if rule not in own} == {}


@pytest.mark.parametrize("name", [*DOCUMENTS, *MORE])
def test_nothing_is_found_that_an_empty_document_has_not(name: str, newer: Path) -> None:
    assert version(newer) >= FAULTLESS
    assert findings(newer / f"{name}.pdf").keys() <= findings(newer / "words.pdf").keys()
