"""Each word of every agreed note is in the document, or named in a finding. `word_files/test_specification.py` does the same for the specifications."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from docgen.build import build
from docgen.diagnostics import Diagnostic
from docgen.parse.characters import printable
from docgen.parse.html import PIECES
from docgen.word.reader import read_part
from tests.support import FIXTURES, FRONT, NOTE, example, loaded, needs_fixtures

WORD = re.compile(r"[^\W_]+")
REAL = FIXTURES / "markdown" / "real"
# An address that is left out is told by a finding at the link; its definition may stand elsewhere.
ADDRESS = re.compile(r"^[ \t>]*\[(?:\\.|[^\]\\])+\]:.*(?:\n[ \t]*\S.*){0,4}|\]\([^)]*\)", re.MULTILINE)
QUOTED = re.compile(r"%[0-9A-Fa-f]{2}")
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def words_of(data: bytes) -> set[str]:
    """Every word in the body, the footnotes, descriptions of pictures and addresses of links."""
    with ZipFile(BytesIO(data)) as package:
        raw = [part.text for name in ("word/document.xml", "word/footnotes.xml") for part in read_part(package, name).paragraphs]
        xml = package.read("word/document.xml").decode() + package.read("word/_rels/document.xml.rels").decode()
        if "word/_rels/footnotes.xml.rels" in package.namelist():
            xml += package.read("word/_rels/footnotes.xml.rels").decode()
    fields = re.findall(r"<w:t [^>]*>([^<]*)</w:t>", xml)
    attributes = re.findall(r'(?:descr|Target|w:tooltip)="([^"]*)"', xml)
    return set(WORD.findall(QUOTED.sub(" ", " ".join([*raw, *fields, *attributes])).casefold()))


def covered(text: str, findings: list[Diagnostic]) -> str:
    """The source with everything blanked that a finding points at, and comments, which are never exported."""
    signs = list(text)
    for finding in findings:
        first = text.rfind("\n", 0, finding.span.start) + 1
        signs[first : finding.span.end] = " " * (finding.span.end - first)
    return COMMENT.sub(" ", "".join(signs))


def visible_words(text: str) -> set[str]:
    """Words of the source that a reader is meant to meet; not the names of entities, languages of code, labels or keys."""
    text = PIECES.sub(lambda found: "" if found.group().startswith("<!") else " ", text)
    text = re.sub(r"&#?\w+;|\{#[^}]*\}|\]\(#[^)]*\)", " ", printable(text))
    text = re.sub(r"^[ \t>]*(?:```|~~~)[^\n]*$", " ", text, flags=re.MULTILINE)
    text = re.sub(r"\[\^[^\]\s]+\]:?", " ", text)
    text = re.sub(r"(?:\]\[[^\]]*\])|(?:^[ \t>]*\[[^\]]+\]:)", " ", text, flags=re.MULTILINE)
    text = re.sub(r"^[ \t>]*(?:(?:\d+[.)]|[-*+])(?:[ \t]+|$))+", " ", text, flags=re.MULTILINE)
    text = re.sub(r"^[ \t>]*\[[xX]\] ", " ", QUOTED.sub(" ", text), flags=re.MULTILINE)
    return {word for word in WORD.findall(text.casefold()) if word.strip("_")}


def lost(text: str) -> set[str]:
    """The words of a note's body that neither the document nor a finding has; None of them is right."""
    everything = loaded({NOTE: FRONT + text})
    result = build(everything, "uncommitted", final=False)
    mine = [finding for finding in result.findings if finding.span.source.path == NOTE and finding.span.start >= len(FRONT)]
    if result.data is None:
        assert mine
        return set()
    assert result.differences == ()
    left = covered(FRONT + text, mine)[len(FRONT) :]
    if any(finding.name == "unsafe-link" for finding in mine):
        left = ADDRESS.sub(" ", left)
    return visible_words(left) - words_of(result.data)


def test_the_example_loses_nothing() -> None:
    everything = example()
    result = build(everything, "uncommitted", final=False)
    assert result.data is not None
    there = words_of(result.data)
    for note in everything.library.notes:
        text = FRONT_MATTER.sub("", note.source.text)
        text = re.sub(r"^:::.*$|\{[#.][^}]*\}|\[@[^\]]*\]|\]\([^)]*\)", " ", text, flags=re.MULTILINE)
        text = re.sub(r"::: *internal.*?:::", " ", note.source.text, flags=re.DOTALL) if "::: internal" in note.source.text else text
        text = re.sub(r"\A---\n.*?\n---\n|\{[#.][^}]*\}|\[@[^\]]*\]|\]\([^)]*\)|^:::.*$", " ", text, flags=re.DOTALL | re.MULTILINE)
        keys = {"council", "police", "health", "probation", "voluntary", "case", "study"}
        missing = visible_words(re.sub(r"^Table:|Audience:", " ", text, flags=re.MULTILINE)) - there - keys
        assert not missing, (note.path, missing)


@needs_fixtures
@pytest.mark.slow
def test_real_notes_lose_nothing() -> None:
    for path in sorted(REAL.rglob("*.md")):
        body = FRONT_MATTER.sub("", path.read_text("utf-8"))
        missing = lost(body)
        assert not missing, (str(path.relative_to(REAL)), sorted(missing)[:10])

