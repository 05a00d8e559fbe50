"""How each program is asked for what it shows of a Word file."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

import pytest
from lxml import etree

from tests.readers.documents import File, written

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PATIENCE = 240  # seconds
FORWARD = "Error: Reference source not found"
BLOCKS = frozenset("p li ol ul td th tr h1 h2 h3 h4 h5 h6 table dt dd div blockquote pre section br".split())


class Shown(NamedTuple):
    """What a program makes of a file: its body with numbers of lists and without, its footnotes alike, and what else it puts there.

    `moved` are the lines that it shows elsewhere.
    """

    body: str
    bare: str
    notes: str = ""
    bare_notes: str = ""
    extras: frozenset[str] = frozenset()
    moved: frozenset[str] = frozenset()


def folder_of(documents: Mapping[str, File], folder: Path) -> Path:
    """A folder with what LibreOffice makes of the files, as text and as PDF."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    paths = [str(file.path) for file in documents.values()]
    for kind in ("txt:Text", "pdf"):
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", kind, "--outdir", str(folder), *paths]
        subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
    return folder


def previewed(documents: Mapping[str, File], folder: Path) -> Path:
    """A folder with what docx-preview shows of the files in Chromium."""
    node, browser = shutil.which("node"), os.environ.get("CHROMIUM") or shutil.which("chromium")
    if node is None or browser is None:
        pytest.skip("node or Chromium is not installed")
    fonts = shutil.which("fc-list")
    if fonts and not subprocess.run([fonts, ":lang=zh"], capture_output=True, check=True).stdout:
        pytest.skip("no font has the Chinese numbers of one template, and Chromium's print loses what none has")
    script = Path(__file__).with_name("preview.cjs")
    check = subprocess.run([node, "-e", "require('puppeteer-core'), require('docx-preview')"], capture_output=True, check=False)
    if check.returncode:
        pytest.skip("puppeteer-core and docx-preview (npm) are not to be found along NODE_PATH")
    command = [node, str(script), str(folder), *(str(file.path) for file in documents.values())]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE, env={**os.environ, "CHROMIUM": browser})
    return folder


def text_of(path: Path, *options: str) -> str:
    """The text of a PDF."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    command = ["pdftotext", *options, str(path), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=PATIENCE).stdout


NUMBER = re.compile(r"^(\s*)(?:\d+|[a-z]+)\. ", re.MULTILINE)


def libreoffice(file: File, folder: Path) -> Shown:
    body = (folder / f"{file.path.stem}.txt").read_text("utf-8-sig")
    extras = frozenset({"forward references"} if FORWARD in body else ())
    body = body.replace(FORWARD, "FORWARD")
    return Shown(body, NUMBER.sub(r"\1", body), extras=extras)


def docx_preview(file: File, folder: Path) -> Shown:
    """The words from the page, the numbers from its print: style sheets count them."""
    said = json.loads((folder / f"{file.path.stem}.json").read_text("utf-8"))["body"]
    body, notes = (text_of(folder / f"{file.path.stem}{part}.pdf", "-raw") for part in ("", "-notes"))
    extras = frozenset({"levels of headings"} if _builds_on_numbers(file.path) else ())
    return Shown(body, said, notes, NUMBER.sub(r"\1", notes), extras)


def _builds_on_numbers(path: Path) -> bool:
    """True where a style of a numbered heading is based on that of another."""
    with ZipFile(path) as package:
        sheet = etree.fromstring(package.read("word/styles.xml"))
    level = f"{W}pPr/{W}numPr/{W}ilvl"
    numbered = {style.get(f"{W}styleId"): style for style in sheet.findall(f"{W}style") if style.find(f"{W}pPr/{W}outlineLvl") is not None and style.find(level) is not None}
    based = (style.find(f"{W}basedOn") for style in numbered.values())
    return any(other is not None and other.get(f"{W}val") in numbered for other in based)


def pandoc(file: File, _: Path) -> Shown:
    program = shutil.which("pandoc")
    if program is None:
        program = str(pytest.importorskip("pypandoc").get_pandoc_path())
    command = [program, "--from=docx", "--to=html", "--wrap=none", str(file.path)]
    page = subprocess.run(command, check=True, capture_output=True, text=True, timeout=PATIENCE).stdout
    titles = re.compile(r"<caption>(?!<p>).*?</caption>", re.DOTALL)
    above = re.compile(r"<caption><p>(.*?)</p></caption>", re.DOTALL)
    extras = {name for name, found in (("titles of tables", titles), ("titles above tables", above)) if found.search(page)}
    body, _, notes = above.sub("", titles.sub("", page)).partition('<section id="footnotes"')
    moved = frozenset(" ".join(html.unescape(re.sub(r"<.*?>", "", said)).split()) for said in above.findall(page))
    return of_pages(body, notes.partition("<ol>")[2], frozenset(extras))._replace(moved=moved)


def mammoth(file: File, _: Path) -> Shown:
    with file.path.open("rb") as opened:
        result = pytest.importorskip("mammoth").convert_to_html(opened)
    assert [message for message in result.messages if message.type == "error"] == []
    body, _, notes = result.value.partition('<ol><li id="footnote-')
    return of_pages(body, notes.partition(">")[2])


def docx2python(file: File, _: Path) -> Shown:
    with pytest.importorskip("docx2python").docx2python(file.path) as opened:
        flat = pytest.importorskip("docx2python.iterators").iter_paragraphs
        body, notes = "\n".join(flat(opened.body)), "\n".join(flat(opened.footnotes))
    pictures = re.compile(r"----(?:Image alt text---->.*?<?----)?media/.*?----")
    links = re.compile(r"<a href[^>]*>|</a>")
    extras = frozenset({"names of pictures"} if pictures.search(body) else ()) | frozenset({"tags of links"} if links.search(body) else ())
    body, notes = (links.sub("", pictures.sub("", text)) for text in (body, re.sub(r"footnote\d+\)\t", "", notes)))
    bare, bare_notes = (re.sub(r"^\t*(?:--|\w+\))\t", "", text, flags=re.MULTILINE) for text in (body, notes))
    return Shown(re.sub(r"^(\t*\w+)\)\t", r"\1. ", body, flags=re.MULTILINE), bare, notes, bare_notes, extras)


def python_docx(file: File, _: Path) -> Shown:
    docx = pytest.importorskip("docx")
    lines = []
    for block in docx.Document(str(file.path)).iter_inner_content():
        cells = [block] if hasattr(block, "text") else [cell for row in block.rows for cell in row.cells]
        lines += [cell.text for cell in cells]
    return Shown("\n".join(lines), "\n".join(lines))


class _Page(HTMLParser):
    """HTML as lines of text, with the numbers that a browser would count for its lists."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.lists: list[tuple[int, int] | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in BLOCKS:
            self.parts.append("\n")
        if tag == "ol":
            self.lists.append((int(given.get("start") or 1), {"a": 1, "i": 2}.get(given.get("type") or "1", 0)))
        elif tag == "ul":
            self.lists.append(None)
        elif tag == "li" and self.lists and (current := self.lists[-1]):
            self.parts.append(f"{written(*current)}. ")
            self.lists[-1] = (current[0] + 1, current[1])

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.parts.append("\n")
        if tag in ("ol", "ul") and self.lists:
            self.lists.pop()

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def of_pages(body: str, notes: str, extras: frozenset[str] = frozenset()) -> Shown:
    """What two pieces of HTML show."""
    return Shown(numbered(body), without_tags(body), numbered(notes), without_tags(notes), extras)


def numbered(page: str) -> str:
    """The text of HTML with the numbers of its lists."""
    parser = _Page()
    parser.feed(page)
    parser.close()
    return "".join(parser.parts)


def without_tags(page: str) -> str:
    """The text of HTML: blocks and breaks part words, other tags do not."""
    page = re.sub(rf"</?(?:{'|'.join(BLOCKS)})\b[^>]*>", "\n", page)
    return html.unescape(re.sub(r"<[^>]*>", "", page))


class Program(NamedTuple):
    """A reader: how it is asked, and how all files are prepared for it at once."""

    show: Callable[[File, Path], Shown]
    prepare: Callable[[Mapping[str, File], Path], Path] | None = None


PROGRAMS: Mapping[str, Program] = {
    "LibreOffice": Program(libreoffice, folder_of),
    "docx-preview": Program(docx_preview, previewed),
    "pandoc": Program(pandoc),
    "mammoth": Program(mammoth),
    "docx2python": Program(docx2python),
    "python-docx": Program(python_docx),
}
