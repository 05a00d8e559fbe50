"""The page numbers of the contents are those of the pages on which LibreOffice sets the headings."""

from __future__ import annotations

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from docgen.build import Built, build, load
from docgen.layout import find_office
from docgen.project import MemoryTree
from docgen.walk import visible
from docgen.word.pagination import listed
from docgen.word.reader import read_part
from tests.support import FRONT, NOTE, ROOT, settings
from tests.word_files.made_templates import PAGE, paragraph, style, template

pytestmark = [pytest.mark.external, pytest.mark.slow]
PATIENCE = 240  # seconds
# A heading of nothing that a reader would look for by itself, and one long enough to fill a line of the contents up to its page.
LONG = "How well the agencies of this partnership know each other's thresholds, forms and waiting times"
MANY = "".join(f"## Part {count}\n\n" + "Every workshop came back to the same question. " * 60 + "\n\n" for count in range(1, 31)) + f"## {LONG}\n\nText.\n"


def example() -> MemoryTree:
    files = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in (ROOT / "content").rglob("*") if path.is_file()}
    return MemoryTree({**files, "styles/house.yaml": b"contents: pages\n"})


def long_note() -> MemoryTree:
    texts = {NOTE: FRONT + MANY, "content/assessment.yaml": settings(), "styles/house.yaml": "contents: pages\n"}
    return MemoryTree({path: text.encode() for path, text in texts.items()})


def field(name: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{marks[0]}<w:r><w:instrText> {name} </w:instrText></w:r>{marks[1]}<w:r><w:t>1</w:t></w:r>{marks[2]}"


def on_template(first: str, last: str) -> MemoryTree:
    """The long note on a template with a cover, whose sections count their pages in these ways, and whose footers show the numbers."""
    footers = {"footer1": f'<w:p><w:r><w:t xml:space="preserve">Leaf </w:t></w:r>{field("PAGE")}</w:p>'}
    shown = f'<w:footerReference w:type="default" r:id="footer1"/>{PAGE}'
    cover = f"{paragraph('{{title}}')}<w:p><w:pPr><w:sectPr>{shown}{first}</w:sectPr></w:pPr></w:p>"
    return MemoryTree({**long_note().files, "styles/template.docx": template(cover, shown + last, style("toc 1", "T1", '<w:ind w:right="1134"/>'), furniture=footers)})


CASES = {
    "example": example,
    "long": long_note,
    "roman": lambda: on_template('<w:pgNumType w:fmt="lowerRoman"/>', '<w:pgNumType w:fmt="lowerRoman"/>'),
    "anew": lambda: on_template('<w:pgNumType w:fmt="lowerRoman"/>', '<w:pgNumType w:fmt="upperRoman" w:start="1"/>'),
}
FOOTER = re.compile(r"^.*(?:Leaf|Page) +(\w+)(?: of \d+)?$", re.MULTILINE)


def pages_of(printed: Path) -> list[str]:
    """The text of each page of a PDF."""
    text = subprocess.run(["pdftotext", "-layout", printed, "-"], check=True, capture_output=True, timeout=PATIENCE).stdout.decode()
    return text.split("\f")[:-1]


@pytest.fixture(scope="module")
def all_made(keep_all: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """What is built of each case, in the folder, where LibreOffice has printed all of them: it takes longer to start than to print one."""
    program = find_office()
    if program is None or shutil.which("pdftotext") is None:
        pytest.skip("LibreOffice (soffice) or pdftotext is not installed")
    made = {case: build(load(files()), "uncommitted", False) for case, files in CASES.items()}
    for case, built in made.items():
        (keep_all / f"{case}.docx").write_bytes(built.data or b"")
    profile = f"-env:UserInstallation={tmp_path_factory.mktemp('profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(keep_all), *(str(keep_all / f"{case}.docx") for case in made)]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
    return made


@pytest.mark.parametrize("case", CASES)
def test_each_entry_names_the_page_of_its_heading(case: str, all_made: dict[str, Built], keep_all: Path) -> None:
    made = all_made[case]
    assert made.data is not None
    assert made.document is not None
    assert made.differences == ()
    with ZipFile(BytesIO(made.data)) as package:
        fields = read_part(package, "word/document.xml").fields
    shown = [page for words, page in fields if words[0] == "PAGEREF"]
    headings = [(label.number, visible(heading.content)) for heading, label in listed(made.document) if label.level <= 3]
    assert len(shown) == len(headings) > 5
    pages = pages_of(keep_all / f"{case}.pdf")
    numbered = {FOOTER.findall(page)[-1]: page for page in pages if FOOTER.search(page)}
    assert len(numbered) >= len(pages) - 1  # the cover may have none
    for (number, title), page in zip(headings, shown, strict=True):
        words = r"\s+".join(map(re.escape, [*([number] if number else []), *title.split()]))
        assert re.search(rf"^\s*{words}\s*$", numbered[page], re.MULTILINE), (title, page)
    assert len(set(shown)) > 7
    printed = [found for page in pages[:4] for found in re.findall(r"\.{5,}\s*(\w+)$", page, re.MULTILINE)]
    assert printed == shown
