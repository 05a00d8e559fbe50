"""`contents: pages`: LibreOffice tells the pages, here a stand-in for it; without it nothing is written."""

from __future__ import annotations

import os
import re
import sys
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from docgen import layout
from docgen.build import Built, build, load
from docgen.layout import find_office, lay_out
from docgen.outline import Entry, read_outline
from docgen.project import MemoryTree, ProjectError
from docgen.word.readback import differences
from docgen.word.reader import read_part
from tests.support import FRONT, NOTE, settings
from tests.word_files.made_templates import PAGE, headed, template

BODY = "Text.\n\n## First [link](https://example.org) here\n\nText.\n\n## Second with a note[^1]\n\nText.\n\n[^1]: Of the second.\n"
# Writes the PDF beside the Word file, as soffice would, and says with which arguments it was called.
STAND_IN = """#!{python}
import pathlib, sys
folder = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
pathlib.Path({log!r}).write_text("\\n".join(sys.argv[1:] + [str(folder.stat().st_mode)]))
{action}
"""
posix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script")


def pdf(entries: list[tuple[str, int]], packed: bool = False) -> bytes:
    """A file with pages 1 to 9 and an outline: each entry below the first, as LibreOffice nests headings."""
    kids = " ".join(f"{10 + page} 0 R" for page in range(1, 10))
    objects = {1: "<</Type/Catalog/Pages 2 0 R\n/Outlines 4 0 R>>", 2: "<</Type/Pages /Kids[ 3 0 R ]>>", 3: f"<</Type/Pages /Kids[ {kids} ]>>"}
    objects |= {10 + page: "<</Type/Page/Parent 3 0 R>>" for page in range(1, 10)}
    objects[4] = "<</First 30 0 R/Last 30 0 R>>" if entries else "<<>>"
    for at, (title, page) in enumerate(entries, 30):
        more = "" if at == 29 + len(entries) else f"/First {at + 1} 0 R" if at == 30 else f"/Next {at + 1} 0 R"
        objects[at] = f"<</Count 0/Title<FEFF{title.encode('utf-16-be').hex()}>\n/Dest[{10 + page} 0 R/XYZ 70 700 0]{more}>>"
    if packed:
        heads, bodies = "", ""
        for number, text in objects.items():
            heads, bodies = f"{heads}{number} {len(bodies)} ", f"{bodies}{text} "
        stream = zlib.compress((heads + bodies).encode())
        return b"%%PDF-1.7\n5 0 obj\n<</Type/ObjStm/N %d/First %d>>\nstream\n%b\nendstream\nendobj\n" % (len(objects), len(heads), stream)
    return b"%PDF-1.6\n" + b"".join(f"{number} 0 obj\n{text}\nendobj\n\n".encode() for number, text in objects.items())


HEADINGS = ["1 Early help", "First link here", "Second with a note1", "Contributors"]
TITLE = ("Contents", 2)


def entries(*pages: int) -> list[tuple[str, int]]:
    return [TITLE, *zip(HEADINGS, pages, strict=True)]


def stand_in(folder: Path, action: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a program called soffice first on PATH; the file that it logs its arguments to."""
    log, program = folder / "log", folder / "bin" / "soffice"
    program.parent.mkdir(exist_ok=True)
    program.write_text(STAND_IN.format(python=sys.executable, log=str(log), action=action), "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    return log


def writes(folder: Path, *made: bytes) -> str:
    """What a stand-in does that writes one PDF after another, the last for ever."""
    for at, data in enumerate(made):
        (folder / f"{at}.pdf").write_bytes(data)
    return (
        f"base = pathlib.Path({str(folder)!r})\ncount = len(list(base.glob('run*')))\n(base / f'run{{count}}').touch()\n"
        f"(folder / 'document.pdf').write_bytes((base / f'{{min(count, {len(made) - 1})}}.pdf').read_bytes())"
    )


def built(house: str = "contents: pages\n", changes: str = "", organisation: bytes = b"") -> Built:
    files = {NOTE: FRONT + BODY, "content/assessment.yaml": settings(changes + "parts: {document_control: false}\n"), "styles/house.yaml": house}
    found = {path: text.encode() for path, text in files.items()} | ({"styles/template.docx": organisation} if organisation else {})
    return build(load(MemoryTree(found)), "uncommitted", False)


def contents(data: bytes) -> list[tuple[str, str]]:
    """What the contents say: each heading's bookmark and page."""
    with ZipFile(BytesIO(data)) as package:
        body = read_part(package, "word/document.xml")
    return [(words[1], shown) for words, shown in body.fields if words[0] == "PAGEREF"]


@posix
def test_the_contents_have_the_pages_that_libreoffice_tells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = stand_in(tmp_path, writes(tmp_path, pdf(entries(2, 2, 3, 5))), monkeypatch)
    first, second = built(), built()
    assert first.data is not None
    assert first.differences == ()
    assert [page for _, page in contents(first.data)] == ["2", "2", "3", "5"]
    assert first.data == second.data
    with ZipFile(BytesIO(first.data)) as package:
        body = package.read("word/document.xml").decode()
    assert r' TOC \o "1-3" \h \z \u ' in body
    called = log.read_text("utf-8").splitlines()
    assert {"--headless", "--norestore", "--convert-to"} <= set(called)
    profile = next(word for word in called if word.startswith("-env:UserInstallation=file://"))
    folder = called[called.index("--outdir") + 1]
    assert folder in profile
    assert int(called[-1]) & 0o077 == 0
    assert not os.path.exists(folder)


def counted(first: str, last: str = "") -> bytes:
    """A template that counts the pages of its first section, and of its last where it has another, in some way."""
    cover = f"<w:p><w:pPr><w:sectPr>{PAGE}{first}</w:sectPr></w:pPr></w:p>" if last else ""
    return template(cover, PAGE + (last or first))


def switched(instruction: str) -> bytes:
    """A template whose footer shows the page in a way of its own; the contents follow the section (17.6.12), as a PAGEREF in Word does."""
    section, furniture = headed(footer=f'<w:p><w:fldSimple w:instr="{instruction}"><w:r><w:t>I</w:t></w:r></w:fldSimple></w:p>')
    return template(section=section, furniture=furniture)


@posix
@pytest.mark.parametrize(
    ("organisation", "shown"),
    [
        (counted('<w:pgNumType w:fmt="lowerRoman"/>'), ["iii", "iii", "iv", "vi"]),
        (counted('<w:pgNumType w:start="0"/>'), ["2", "2", "3", "5"]),
        (counted('<w:pgNumType w:fmt="lowerRoman"/>', '<w:pgNumType w:fmt="upperLetter" w:start="1"/>'), ["A", "A", "B", "D"]),
        (counted('<w:pgNumType w:start="7"/>', "<w:pgNumType/>"), ["9", "9", "10", "12"]),
        (counted('<w:pgNumType w:fmt="hebrew1" w:start="-3"/>'), ["3", "3", "4", "6"]),
        (switched(r"PAGE \* ROMAN"), ["3", "3", "4", "6"]),
    ],
    ids=["roman", "from-nought", "anew-behind-the-cover", "counted-on", "unknown", "only-its-field-is-roman"],
)
def test_the_contents_say_what_the_pages_of_a_template_show(organisation: bytes, shown: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Here its cover has two pages, as one with a foreword would have."""
    stand_in(tmp_path, writes(tmp_path, pdf([("Contents", 3), *entries(3, 3, 4, 6)[1:]])), monkeypatch)
    made = built(organisation=organisation)
    assert made.data is not None
    assert made.differences == ()
    assert [page for _, page in contents(made.data)] == shown


@posix
def test_a_layout_that_moves_a_heading_is_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, writes(tmp_path, pdf(entries(2, 2, 3, 5)), pdf(entries(2, 3, 4, 6))), monkeypatch)
    data = built().data
    assert data is not None
    assert [page for _, page in contents(data)] == ["2", "3", "4", "6"]
    assert len(list(tmp_path.glob("run*"))) == 3


@posix
def test_pages_that_never_come_to_rest_are_not_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = [pdf(entries(2, 2, 3, 5)), pdf(entries(2, 3, 4, 6))] * 3
    stand_in(tmp_path, writes(tmp_path, *made), monkeypatch)
    with pytest.raises(ProjectError, match=r"come to rest.*contents: links"):
        built()


@posix
@pytest.mark.parametrize(
    "wrong",
    [
        [],
        entries(2, 2, 3, 5)[:-1],
        [*entries(2, 2, 3, 5), ("Another", 6)],
        entries(2, 2, 3, 5)[1:],
        [TITLE, ("1 Early help", 2), ("Second with a note", 2), ("First link here", 3), ("Contributors", 5)],
        entries(2, 4, 3, 5),
    ],
    ids=["none", "one-fewer", "one-more", "without-a-title", "another-order", "backwards"],
)
def test_an_outline_with_other_headings_is_not_believed(wrong: list[tuple[str, int]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, writes(tmp_path, pdf(wrong)), monkeypatch)
    with pytest.raises(ProjectError, match=r"other headings.*contents: links"):
        built()


@posix
@pytest.mark.parametrize(
    ("action", "said"), [("pass", "could not lay out"), ("sys.exit(77)", "could not lay out"), ("import time; time.sleep(60)", "within 1 seconds")]
)
def test_a_layout_that_fails_is_one_line(action: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, action, monkeypatch)
    monkeypatch.setattr(layout, "PATIENCE", 1.0)
    with pytest.raises(ProjectError, match=said) as problem:
        built()
    assert "contents: links" in str(problem.value)
    assert "\n" not in str(problem.value)


def test_without_libreoffice_the_message_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(layout, "PLACES", (str(tmp_path / "office*" / "soffice"), "{NO_SUCH_FOLDER}/soffice"))
    assert find_office() is None
    with pytest.raises(ProjectError, match=r"needs LibreOffice.*install it.*or set contents: links in styles/house.yaml"):
        lay_out(b"")
    assert built("contents: links\n").data is not None


@posix
def test_libreoffice_is_found_in_the_usual_places_and_never_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, "pass", monkeypatch)
    assert find_office() == str(tmp_path / "bin" / "soffice")
    monkeypatch.chdir(tmp_path / "bin")
    monkeypatch.setattr(layout, "PLACES", ("{DOCGEN_TEST}/office*/soffice",))
    monkeypatch.setenv("DOCGEN_TEST", str(tmp_path))
    assert find_office() is None
    for version in ("office7", "office25"):
        (tmp_path / version).mkdir()
        (tmp_path / version / "soffice").symlink_to(tmp_path / "bin" / "soffice")
    assert find_office() in {str(tmp_path / version / "soffice") for version in ("office7", "office25")}


@pytest.mark.parametrize("packed", [False, True])
def test_an_outline_is_read_in_order_from_nested_pages(packed: bool) -> None:
    made = pdf([("Ärger", 1), ("Zwei", 2), ("Three", 9)], packed)
    assert read_outline(made) == [Entry("Ärger", 1), Entry("Zwei", 2), Entry("Three", 9)]
    assert read_outline(b"") == []
    assert read_outline(pdf([], packed)) == []


def test_an_outline_that_goes_in_a_circle_ends() -> None:
    made = pdf([("One", 1), ("Two", 2), ("Three", 3)])
    assert [entry.page for entry in read_outline(made.replace(b"/XYZ 70 700 0]>>", b"/XYZ 70 700 0]/Next 30 0 R>>"))] == [1, 2, 3]


@posix
def test_a_page_that_is_not_that_of_its_heading_is_found_when_the_file_is_read_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, writes(tmp_path, pdf(entries(2, 2, 3, 5))), monkeypatch)
    made = built()
    assert made.data is not None
    assert made.document is not None
    name = contents(made.data)[2][0]
    wrong = re.compile(rf"( PAGEREF {name} .*?>)3(</w:t>)")
    with ZipFile(BytesIO(made.data)) as package:
        parts = {part: package.read(part) for part in package.namelist()}
    parts["word/document.xml"], count = re.subn(wrong.pattern.encode(), rb"\g<1>4\2", parts["word/document.xml"])
    assert count == 1
    target = BytesIO()
    with ZipFile(target, "w") as package:
        for part, data in parts.items():
            package.writestr(part, data)
    assert list(differences(target.getvalue(), made.document)) == ["the contents name another page than the one where a heading stands"]
