"""Opening Word files that others wrote: which are refused, with which words, and what an opened one tells."""

from __future__ import annotations

import csv
import random
import sys
from collections.abc import Mapping
from zipfile import ZIP_BZIP2

import pytest

from docgen.word.limits import DEPTH
from docgen.word.opening import WORDML, BadPackage, Package, open_package, tree
from tests.packages import DOCUMENT, TYPES, body, package, relations
from tests.support import FIXTURES, made, needs_fixtures

BAD = FIXTURES / "bad" / "docx"
# Each file that is refused, with words of the message. All others open; what is wrong with their content is for other rooms.
REFUSED: Mapping[str, str] = {
    "empty.docx": "the file is empty",
    "html.docx": "it is a web page (HTML)",
    "rtf.docx": "Rich Text file (RTF)",
    "truncated.docx": "incomplete or damaged",
    "suffix-junk.docx": "behind the end of the file",
    "bad-crc.docx": "incomplete or damaged",
    "encrypted-flag.docx": "zip file with a password",
    "method-99.docx": "packed in a way that Word can't read",
    "lzma.docx": "packed in a way that Word can't read",
    "empty-zip.docx": "incomplete or damaged",
    "odt.docx": "OpenDocument file",
    "xlsx.docx": "an Excel workbook",
    "zip-case-twin.docx": "two parts inside the file have the same name",
    "zip-backslash.docx": "packed by a tool that Word does not understand",
    "bomb-document-300m.docx": "unpacks to more than 200 times its size",
    "bomb-media-1g-related.docx": "unpacks to more than",
    "bomb-20000-entries.docx": "more than 10,000 parts",
    "bomb-lying-size.docx": "incomplete or damaged",
    "xml-laughs-document.docx": "word/document.xml inside it holds instructions (a DOCTYPE)",
    "xml-quadratic-document.docx": "word/document.xml inside it holds instructions (a DOCTYPE)",
    "xml-xxe-file-document.docx": "word/document.xml inside it holds instructions (a DOCTYPE)",
    "xml-xxe-http-document.docx": "word/document.xml inside it holds instructions (a DOCTYPE)",
    "xml-ext-dtd-document.docx": "word/document.xml inside it holds instructions (a DOCTYPE)",
    "xml-param-entity-document.docx": "word/document.xml inside it holds instructions (a DOCTYPE)",
    "xml-laughs-core.docx": "docProps/core.xml inside it holds instructions (a DOCTYPE)",
    "xml-laughs-rels.docx": "_rels/.rels inside it holds instructions (a DOCTYPE)",
    "xml-xxe-file-core.docx": "docProps/core.xml inside it holds instructions (a DOCTYPE)",
    "xml-xxe-file-types.docx": "[Content_Types].xml inside it holds instructions (a DOCTYPE)",
    "xml-xxe-file-rels.docx": "_rels/.rels inside it holds instructions (a DOCTYPE)",
    "xml-utf7-declared.docx": "word/document.xml inside it is not in UTF-8",
    "xml-malformed.docx": "word/document.xml inside it is damaged",
    "xml-malformed-styles.docx": "word/styles.xml inside it is damaged",
    "xml-empty-part.docx": "word/styles.xml inside it is damaged",
    "xml-wrong-root.docx": "word/document.xml) is damaged",
    "xml-control-char.docx": "word/document.xml inside it is damaged",
    "xml-huge-text.docx": "unpacks to more than 200 times its size",
    "opc-no-rels.docx": "_rels/.rels is missing",
    "opc-no-document.docx": "word/document.xml) is missing",
    "tpl-strict.docx": 'not as "Strict Open XML Document"',
    "flat-opc.docx": "Flat OPC",
    "word2003xml.docx": "Word 2003 XML",
}


def peak() -> int:
    """The most memory in bytes that this run has taken so far, and so each file before; 0 where nobody counts."""
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def refusal(data: bytes) -> str:
    with pytest.raises(BadPackage) as caught:
        open_package(data)
    return str(caught.value)


@needs_fixtures
@pytest.mark.parametrize("name", sorted(path.name for path in BAD.iterdir()) if BAD.is_dir() else [])
def test_bad_files_are_refused_or_opened_as_decided(name: str) -> None:
    data = (BAD / name).read_bytes()
    if name in REFUSED:
        message = refusal(data)
        assert REFUSED[name] in message
        assert "\n" not in message
    else:
        opened = open_package(data)
        assert opened.main in opened.parts
    assert peak() < 1 << 30


@needs_fixtures
def test_the_table_agrees_with_what_the_fixtures_expect() -> None:
    with (FIXTURES / "bad" / "EXPECT.tsv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file, delimiter="\t") if row and row[0].startswith("docx/")]
    expected = {row[0].removeprefix("docx/"): row[1] for row in rows}
    assert {name for name, kind in expected.items() if kind == "REJECT"} <= set(REFUSED)
    assert not {name for name, kind in expected.items() if kind in ("OK", "WARN")} & set(REFUSED)


@needs_fixtures
def test_every_template_opens() -> None:
    kinds = {".docx": "document", ".dotx": "template", ".dotm": "macro-template"}
    paths = [path for path in (FIXTURES / "templates").iterdir() if path.suffix in kinds]
    assert len(paths) == 25
    for path in paths:
        assert open_package(path.read_bytes()).kind == kinds[path.suffix], path


def test_our_own_files_open() -> None:
    data = made("A paragraph.\n").data
    assert data is not None
    opened = open_package(data)
    assert (opened.main, opened.kind) == ("word/document.xml", "document")


def test_the_main_part_is_found_by_its_relationship_whatever_its_name_and_case() -> None:
    opened = open_package(package({"word/body.xml": None, "WORD/BODY.XML": body("<w:p/>")}))
    assert opened.main == "WORD/BODY.XML"
    assert opened.find("word/Body.xml") == "WORD/BODY.XML"
    assert opened.find("word/none.xml") is None
    assert opened.type_of("word/BODY.xml") == DOCUMENT
    assert opened.type_of("word/other.xml") == DOCUMENT.replace(".main", "")
    assert opened.type_of("word/other.bin") == ""


def opened_with(*rows: tuple[str, str, str, str]) -> Package:
    return open_package(package({"word/_rels/body.xml.rels": relations(*rows), "word/media/image 1.png": b"x"}))


def test_relationships_lead_to_parts_and_addresses() -> None:
    opened = opened_with(
        ("rId1", "image", "media/IMAGE%201.png", ""),
        ("rId2", "image", "/word/media/image 1.png#top", ""),
        ("rId3", "image", "../../../etc/../word/./media/image 1.png", ""),
        ("rId4", "link", "file:///etc/passwd", ' TargetMode="External"'),
        ("rId4", "", "none.xml", ""),
    )
    assert opened.relations_part("word/body.xml") == "word/_rels/body.xml.rels"
    found = opened.relationships("word/body.xml")
    assert [relation.id for relation in found] == ["rId1", "rId2", "rId3", "rId4", "rId4"]
    assert [relation.target for relation in found[:3]] == ["word/media/image 1.png"] * 3
    assert found[3] == ("rId4", "link", "file:///etc/passwd", True)
    assert found[4] == ("rId4", "", "word/none.xml", False)
    assert opened.relationships("word/media/image 1.png") == []


def test_a_tree_is_read_once_and_never_holds_comments() -> None:
    opened = open_package(package({"word/body.xml": body("<!-- secret --><?x y?><w:p/>")}))
    root = tree(opened, opened.main)
    assert tree(opened, opened.main) is root
    assert [child.tag for child in root[0]] == [f"{{{WORDML}}}p"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7\n", "it is a PDF"),
        (b"  <!DOCTYPE html><html>", "it is a web page"),
        ("<?xml version='1.0'?><pkg:package>".encode("utf-16"), "Flat OPC"),
        (b"MIME-Version: 1.0\n", "web page in one file"),
        (b"some text", "this is not a Word document; open it"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "protected with a password"),
        (b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "old Office"),
        (b"PK\x03\x04", "incomplete or damaged"),
        (b"PK" + b"PK\x01\x02" * 50_000, "too large"),
        (package(method=ZIP_BZIP2), "packed in a way that Word can't read"),
        (package({"../evil.xml": ""}), "packed by a tool"),
        (package({"word/../../evil.xml": ""}), "packed by a tool"),
        (package({"C:/evil.xml": ""}), "packed by a tool"),
        (package({"word/\x1b[2J.xml": ""}), "packed by a tool"),
        (package({"/word/BODY.xml": body("")}), "two parts inside"),
        (package({"[Content_Types].xml": None}), "some other zip file"),
        (package({"[Content_Types].xml": f'<Types xmlns="{TYPES}"/>'}), "this is not a Word document; open it"),
        (package({"_rels/.rels": relations()}), "does not say where its text stands"),
        (package({"word/body.xml": body("<x>" * DEPTH + "</x>" * DEPTH)}), "damaged|nested more than 250 levels"),
        (package({"word/body.xml": body("&undeclared;")}), "damaged (line 1)"),
        (package({"word/body.xml": body(" " * 9_000_000)}), "unpacks to more than 200 times"),
        (package({"word/body.xml": '<?xml version="1.0" encoding="none"?>' + body("")}), "not in UTF-8"),
        (package({"word/body.xml": f'<document xmlns="{WORDML.replace("schemas.openxmlformats.org/", "purl.oclc.org/ooxml/")}"/>'}), "Strict"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_other_bad_files_are_refused(data: bytes, words: str) -> None:
    message = refusal(data)
    assert any(part in message for part in words.split("|")), message


@pytest.mark.parametrize(("place", "problem"), [("archive._limit", ValueError), ("archive._name", OSError), ("trees._Prolog._root", LookupError)])
def test_a_bug_of_ours_is_not_called_damage(place: str, problem: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(*_: object) -> None:
        raise problem

    monkeypatch.setattr(f"docgen.word.{place}", wrong)
    with pytest.raises(problem):
        open_package(package())


@pytest.mark.slow
def test_too_many_small_pieces_are_refused_before_a_tree_is_made() -> None:
    chance = random.Random(3)
    many = "".join(chance.choice(("<a/>", "<b/>", "<c/>", "<d/>", "<e/>")) for _ in range(3_000_001))
    message = refusal(package({"word/body.xml": body(many)}))
    assert "pieces" in message
    assert peak() < 1 << 30


@pytest.mark.slow
def test_a_damaged_file_is_refused_or_opens_and_nothing_else() -> None:
    chance = random.Random(5)
    whole = package({"word/styles.xml": f'<w:styles xmlns:w="{WORDML}"/>', "word/_rels/body.xml.rels": relations()})
    refused: list[str] = []
    for _ in range(2000):
        data = bytearray(whole)
        for _ in range(chance.randrange(1, 4)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            open_package(bytes(data[: chance.choice((len(data), chance.randrange(len(data))))]))
        except BadPackage as problem:
            refused.append(str(problem))
    assert len(refused) > 1000
    assert not any("\n" in message for message in refused)
