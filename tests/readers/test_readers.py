"""Other programs open the finished files and show the same words in the same order, with the right numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from zipfile import ZipFile

import pytest

from docgen.word.expected import said
from tests.readers.documents import DOCUMENTS, File, contents, footnotes, wanted, write
from tests.readers.programs import FORWARD, NUMBER, PROGRAMS, Shown, text_of
from tests.support import FIXTURES, ROOT
from tests.word_files.test_real_templates import complaints

pytestmark = pytest.mark.external
WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFFICE = "LibreOffice"

# What each program is known not to show, or to show besides; CONTRIBUTING.md says why. Whatever it shows otherwise fails, and so does a
# difference of the table that no document has any more.
DIFFERENCES: Mapping[str, frozenset[str]] = {
    "LibreOffice": frozenset({"no footnotes", "forward references"}),
    "docx-preview": frozenset({"levels of headings"}),
    "pandoc": frozenset({"no numbers of headings", "no numbers of lists", "titles of tables", "titles above tables"}),
    "mammoth": frozenset({"no numbers of headings", "no numbers of lists"}),
    "docx2python": frozenset({"no numbers of headings", "no numbers of lists", "names of pictures", "tags of links"}),
    "python-docx": frozenset({"no numbers of headings", "no numbers of lists", "no footnotes"}),
}

# What is compared: words, without the marks of footnotes, which every reader writes in its own way.
MARK = re.compile(r"(?:(?<=[a-z])|(?<=[a-z][.,;:!?]))(?:\[\d+\]|----footnote\d+----|\d+)(?![\w.])")
WORD = re.compile(r"\w+(?:\.\w+)*")
RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff]+")  # which a print has in the order of the eye


@pytest.fixture(scope="module")
def documents(keep_all: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, File]:
    """All documents; what the validator finds in a template's own parts is no fault of ours, and is looked at elsewhere."""
    apart = tmp_path_factory.mktemp("templates")
    return {name: write(name, apart if name.startswith("on-") else keep_all) for name in DOCUMENTS}


@pytest.fixture(scope="module")
def prepared(documents: dict[str, File], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path | str]:
    """What the programs that open all files at once have made of them, or why they have not."""
    found: dict[str, Path | str] = {}
    for name, program in PROGRAMS.items():
        folder = tmp_path_factory.mktemp(name)
        try:
            found[name] = program.prepare(documents, folder) if program.prepare else folder
        except pytest.skip.Exception as reason:
            found[name] = str(reason)
    return found


def folder(prepared: dict[str, Path | str], program: str) -> Path:
    """What was prepared for a program; the test is skipped where it is not installed."""
    place = prepared[program]
    if isinstance(place, str):
        pytest.skip(place)
    return place


@pytest.fixture(scope="module")
def printed(documents: dict[str, File], prepared: dict[str, Path | str]) -> dict[str, list[str]]:
    """The pages that LibreOffice prints."""
    return {name: text_of(folder(prepared, OFFICE) / f"{name}.pdf", "-layout").split("\f")[:-1] for name in documents}


@lru_cache(40)
def words(text: str) -> list[str]:
    """The words in small letters: a template may set some in capitals, which a viewer then shows."""
    return WORD.findall(MARK.sub(" ", text).casefold())


def parting(found: str, want: str) -> str:
    """Where the words of two texts part; an empty string where they do not."""
    here, there = words(found), words(want)
    for at, (one, other) in enumerate(zip(here, there, strict=False)):
        if one not in (other, "forward"):
            return f"reads {' '.join(here[max(0, at - 8) : at + 8])!r}, not {' '.join(there[max(0, at - 8) : at + 8])!r}"
    return "" if len(here) == len(there) else f"ends with {here[-8:]}, not {there[-8:]}"


def differences(shown: Shown, file: File) -> set[str]:
    """The names of what a program shows otherwise; the words themselves must be the same."""
    document = file.document
    # A heading of some templates is numbered like an item of a list, `1. Introduction`.
    apart = [parting(shown.bare, NUMBER.sub(r"\1", _kept(shown, wanted(document, numbers, lists=False)))) for numbers in (True, False)]
    assert "" in apart, apart
    found = set(shown.extras)
    body = RIGHT_TO_LEFT.sub("", shown.body)
    for missing in ((), ("headings",), ("lists",), ("headings", "lists")):
        want = _kept(shown, wanted(document, "headings" not in missing, "lists" not in missing))
        if not parting(body, RIGHT_TO_LEFT.sub("", want)):
            break
    if missing and "levels of headings" in found:
        return found  # whatever numbers it shows there, the words are the same
    found |= {f"no numbers of {kind}" for kind in missing}
    return found | _of_footnotes(shown, file)


def _kept(shown: Shown, want: str) -> str:
    """What is wanted, without the lines that a program moves."""
    return "\n".join(line for line in want.splitlines() if line.strip() not in shown.moved)


def _of_footnotes(shown: Shown, file: File) -> set[str]:
    want = footnotes(file.document)
    if not words(shown.notes) and words(want):
        return {"no footnotes"}
    if not parting(shown.notes, want):
        return set()
    assert parting(shown.bare_notes, footnotes(file.document, lists=False)) == ""
    return {"no numbers of lists"}


@pytest.mark.parametrize("program", PROGRAMS)
def test_same_words_in_the_same_order_with_the_same_numbers(
    program: str, documents: dict[str, File], prepared: dict[str, Path | str]
) -> None:
    place = folder(prepared, program)
    found = {name: differences(PROGRAMS[program].show(file, place), file) for name, file in documents.items()}
    shown: set[str] = set().union(*found.values())
    assert shown <= DIFFERENCES[program], found
    assert shown == DIFFERENCES[program] or not FIXTURES.is_dir(), found  # some come with templates alone


def test_the_table_in_contributing_has_every_difference() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    rows = re.findall(r"^\| (.+?) \| (.+?) \| .+ \|$", page[page.index("## Other readers") :].split("\n## ")[0], re.MULTILINE)
    told: dict[str, set[str]] = {}
    for program, difference in rows[1:]:
        told.setdefault(program, set()).add(difference)
    assert told == {program: set(names) or {"none"} for program, names in DIFFERENCES.items()}


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


def test_numbers_that_libreoffice_counts(prepared: dict[str, Path | str], printed: dict[str, list[str]]) -> None:
    lines = [line.strip() for line in (folder(prepared, OFFICE) / "scoreboard.txt").read_text("utf-8-sig").splitlines()]
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
    cells = [cell for line in lines for cell in line.split("\t")]  # newer versions write a row of a table on one line
    assert [cell for cell in cells if re.fullmatch(r"R\d+", cell)] == ["R2", "R4", "R6"]


def test_what_is_withheld_is_nowhere(documents: dict[str, File]) -> None:
    with ZipFile(documents["scoreboard"].path) as package:
        everything = b"".join(package.read(name) for name in package.namelist()).decode(errors="replace")
    for secret in ("Quite different words", "Nobody outside", "Keep this one", "only those inside", "kept from all partners", "secret", "hidden"):
        assert secret not in everything


@pytest.mark.parametrize("name", DOCUMENTS)
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


def test_the_validator_finds_nothing(documents: dict[str, File]) -> None:
    """`.ci/run` asks it about every other file that the tests write, and a test of templates about those that stand on one."""
    found = complaints(*(file.path for name, file in documents.items() if not name.startswith("on-")))
    assert not any(found.values()), found
