"""The package itself: the same bytes for the same notes, ids and names that hold, keys for the way back, no leftovers, a net below."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from docgen import nodes
from docgen.build import Built, build, load
from docgen.document import Contents, Document, Grid, Kind, Styled
from docgen.note import Item
from docgen.project import MemoryTree
from docgen.walk import visit_blocks
from docgen.word.anchors import DETAIL, key_of, name_of
from docgen.word.expected import said
from docgen.word.readback import differences
from docgen.word.reader import read_part
from tests.support import PNG, ROOT, example, settings
from tests.word_files import scoreboard

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BLOCKS, ITEMS = "content/introduction/blocks.md", "content/quality/items.md"
PUBLIC = "default_audience: public\nmarking: {level: OFFICIAL}\n"


def made(files: Mapping[str, bytes]) -> Built:
    built = build(load(MemoryTree(dict(files))), "uncommitted", False)
    assert built.data is not None, [finding.message for finding in built.findings]
    assert built.document is not None
    assert built.differences == ()
    return built


def bytes_of(files: Mapping[str, bytes]) -> bytes:
    data = made(files).data
    assert data is not None
    return data


@pytest.fixture(scope="module")
def built() -> Built:
    return made(scoreboard.files())


@pytest.fixture(scope="module")
def document(built: Built) -> Document:
    assert built.document is not None
    return built.document


@pytest.fixture(scope="module")
def parts(built: Built) -> dict[str, bytes]:
    return unpacked(built.data)


@pytest.fixture(scope="module")
def public() -> Built:
    return made(scoreboard.files() | {"content/assessment.yaml": settings(scoreboard.SETTINGS.replace("marking:", "#") + PUBLIC).encode()})


def unpacked(data: bytes | None) -> dict[str, bytes]:
    assert data is not None
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


# The same bytes


def test_another_order_of_files_gives_the_same_bytes(built: Built) -> None:
    assert bytes_of(dict(reversed(scoreboard.files().items()))) == built.data


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_give_the_same_bytes(built: Built, end: str) -> None:
    files = {path: data if path.endswith(".png") else data.replace(b"\n", end.encode()) for path, data in scoreboard.files().items()}
    assert bytes_of(files) == built.data


def test_a_byte_order_mark_changes_no_more_than_the_identity(built: Built) -> None:
    marked = {path: b"\xef\xbb\xbf" + data if path.endswith(".md") else data for path, data in scoreboard.files().items()}
    assert unpacked(bytes_of(marked))["word/document.xml"].count(b"<w:p>") == unpacked(built.data)["word/document.xml"].count(b"<w:p>")


def test_environments_give_the_same_bytes(tmp_path: Path) -> None:
    """Hash seeds, time zones, locales, folders, dates of files, another current folder: each in a process of its own."""
    environments = (
        ("one", {"PYTHONHASHSEED": "0", "TZ": "Europe/London", "LC_ALL": "C.UTF-8"}),
        ("two/deep er", {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"}),
        ("three", {"PYTHONHASHSEED": "12345", "TZ": "America/New_York", "LC_ALL": "POSIX", "COLUMNS": "20"}),
    )
    running = []
    for number, (name, environment) in enumerate(environments):
        folder = tmp_path / name
        for top in ("content", "styles"):
            if (ROOT / top).is_dir():
                shutil.copytree(ROOT / top, folder / top)
        for path in folder.rglob("*"):
            os.utime(path, (1_000_000_000 + number, 1_000_000_000 + number))
        command = [sys.executable, "-m", "docgen", "-C", str(folder), "build", "-o", str(tmp_path / f"{number}.docx")]
        inherited = {key: value for key, value in os.environ.items() if key not in ("LANG", "LANGUAGE", "LC_ALL")}
        running.append(subprocess.Popen(command, cwd=ROOT if number else tmp_path, env=inherited | {"PYTHONPATH": str(ROOT)} | environment))
    assert [process.wait(120) for process in running] == [0, 0, 0]
    first = (tmp_path / "0.docx").read_bytes()
    assert (tmp_path / "1.docx").read_bytes() == first
    assert (tmp_path / "2.docx").read_bytes() == first
    assert build(example(), "uncommitted", False).data == first


def test_entries_have_one_date_and_a_fixed_order(built: Built) -> None:
    assert built.data is not None
    with ZipFile(BytesIO(built.data)) as package:
        entries = package.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert [entry.filename for entry in entries][:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert len({entry.filename.casefold() for entry in entries}) == len(entries)


# Ids and names


def test_ids_are_unique(parts: dict[str, bytes]) -> None:
    text = (parts["word/document.xml"] + parts["word/footnotes.xml"]).decode()
    bookmarks = re.findall(r'<w:bookmarkStart w:id="(\d+)"', text)
    assert sorted(bookmarks) == sorted(re.findall(r'<w:bookmarkEnd w:id="(\d+)"', text))
    drawings = re.findall(r'<wp:docPr id="(\d+)"', text)
    assert drawings
    assert len(set(bookmarks + drawings)) == len(bookmarks + drawings)


@pytest.mark.parametrize("which", ["built", "public"])
def test_names_of_bookmarks(which: str, request: pytest.FixtureRequest) -> None:
    names = bookmarks(unpacked(request.getfixturevalue(which).data))
    assert len({name.casefold() for name in names}) == len(names)
    assert [name for name in names if not re.fullmatch(r"_[A-Za-z0-9_]{1,39}", name)] == []


def test_long_and_alike_identities_make_good_names() -> None:
    long = "a" * 25 + "-and-more-than-a-bookmark-holds"
    items = f"- One of the items stands here. {{#{long}-1}}\n- Two of the items stand here. {{#{long}-2}}\n- Three. {{#a--b}}\n- Four. {{#a-b}}\n"
    note = scoreboard.PLAN.replace("What comes next.", f"What comes next.\n\n### Strengths\n\n{items}")
    names = bookmarks(unpacked(bytes_of(scoreboard.files() | {"content/leadership/plan.md": note.encode()})))
    assert len({name.casefold() for name in names}) == len(names)
    assert max(map(len, names)) <= 40


def bookmarks(parts: Mapping[str, bytes]) -> list[str]:
    return re.findall(r'<w:bookmarkStart w:id="\d+" w:name="([^"]*)"', (parts["word/document.xml"] + parts["word/footnotes.xml"]).decode())


# Keys: the way back


def from_notes(document: Document) -> Iterator[tuple[nodes.Node, list[nodes.Inline]]]:
    """Every block that is one paragraph in Word and came from a note, footnotes included, with its inlines."""
    printed = [block for sheet in document.pages for block in sheet.blocks if not isinstance(block, (Styled, Grid, Contents))]
    paragraphs: set[nodes.Node] = set()
    for node in visit_blocks([*printed, *dict.fromkeys(document.footnotes.values())]):
        label = document.labels.get(node)
        if isinstance(node, Item):
            paragraphs.add(node.paragraph)
            yield node, node.paragraph.content
        elif isinstance(node, nodes.Figure) and node.caption:
            yield node, node.caption
        elif isinstance(node, nodes.RawBlock) and not node.content:
            continue
        elif isinstance(node, (nodes.Paragraph, nodes.Heading, nodes.CodeBlock, nodes.Cell, nodes.RawBlock)) and node not in paragraphs:
            generated = [inner for inner in node.content if isinstance(inner, nodes.Generated)]
            if not (label and label.kind is Kind.FRONT) and not generated:
                yield node, node.content


def wrapped(part: bytes) -> dict[str, str]:
    """What stands inside each bookmark of a part, fields left out."""
    found: dict[str, str] = {}
    for paragraph in ElementTree.fromstring(part).iter(f"{W}p"):
        names: dict[str, str] = {}
        depth = 0
        for element in paragraph.iter():
            name = element.tag.removeprefix(W)
            if name == "bookmarkStart":
                names[element.attrib[f"{W}id"]] = element.attrib[f"{W}name"]
                found[element.attrib[f"{W}name"]] = ""
            elif name == "bookmarkEnd":
                names.pop(element.attrib[f"{W}id"])
            elif name == "fldChar":
                depth += {"begin": 1, "end": -1}.get(element.attrib[f"{W}fldCharType"], 0)
            elif name in ("t", "br", "tab") and not depth and not element.attrib.keys() & {f"{W}val", f"{W}pos"}:
                for open_name in names.values():
                    found[open_name] += {"br": "\n", "tab": "\t"}.get(name, element.text or "")
        assert not names, "a bookmark of a block stands in one paragraph"
    return found


def test_every_block_of_a_note_has_its_bookmark_around_its_text(document: Document, parts: dict[str, bytes]) -> None:
    inside = wrapped(parts["word/document.xml"]) | wrapped(parts["word/footnotes.xml"])
    kinds = set()
    for node, content in from_notes(document):
        assert inside[name_of(document.keys[node])] == said(document, content), node
        kinds.add(type(node).__name__)
    assert kinds == {"Paragraph", "Heading", "CodeBlock", "Cell", "Figure", "Finding", "Recommendation"}
    for item, detail in document.details.items():
        assert inside[name_of(DETAIL + document.keys[item])] == said(document, detail)


def test_every_key_stands_for_one_block(document: Document, parts: dict[str, bytes]) -> None:
    keys = [key for name in bookmarks(parts) if (key := key_of(name))]
    details = [DETAIL + document.keys[item] for item in document.details]
    assert sorted(keys) == sorted([*document.keys.values(), *details])
    assert all(re.fullmatch(r"[A-Za-z0-9_]{1,30}", key) for key in document.keys.values())


def test_the_public_edition_has_no_keys(public: Built) -> None:
    assert public.document is not None
    assert public.document.keys == {}
    assert any(public.document.register)
    assert [name for name in bookmarks(unpacked(public.data)) if name.startswith("_dg_")] == []
    assert b"_dg_" not in b"".join(unpacked(public.data).values())


def keys_by_text(files: Mapping[str, bytes]) -> dict[tuple[str, str], str]:
    """Keys by note and text, of those that stand once."""
    document = made(files).document
    assert document is not None
    found: dict[tuple[str, str], list[str]] = {}
    for node, content in from_notes(document):
        found.setdefault((node.span.source.path, said(document, content)), []).append(document.keys[node])
    return {place: keys[0] for place, keys in found.items() if len(keys) == 1}


CHANGES: Mapping[str, tuple[str, Callable[[str], str]]] = {
    "another block's text": (BLOCKS, lambda text: text.replace("Words of the third level.", "Other words of the third level.")),
    "a block before": (BLOCKS, lambda text: text.replace("The first paragraph", "A new one stands here.\n\nThe first paragraph")),
    "a block removed": (BLOCKS, lambda text: text.replace("Words of the fourth level.\n", "")),
    "another note": ("content/leadership/plan.md", lambda text: text.replace("The plans of the leaders.", "Other plans of other leaders.")),
    "items in another order": (ITEMS, lambda text: reordered(text, "1. Agree", "2. Recommendation", "3. Name", "4. Another")),
    "the text of an item": (ITEMS, lambda text: text.replace("Name the lead roles", "Say who leads")),
    "a row before": ("content/early-help/tables.md", lambda text: text.replace("| Police |", "| Fire | 1 | 2 | 3% |\n| Police |")),
}


def reordered(text: str, first: str, second: str, third: str, fourth: str) -> str:
    """The third item before the first."""
    start, one, two, three = (text.index(item) for item in (first, second, third, fourth))
    return text[:start] + text[two:three] + text[start:one] + text[one:two] + text[three:]


@pytest.mark.parametrize("change", CHANGES)
def test_keys_stay_when_something_else_changes(change: str) -> None:
    path, changed = CHANGES[change]
    files = scoreboard.files()
    text = files[path].decode()
    assert changed(text) != text
    before, after = keys_by_text(files), keys_by_text(files | {path: changed(text).encode()})
    shared = before.keys() & after.keys()
    assert len(shared) >= len(before) - 3
    assert {place: before[place] for place in shared} == {place: after[place] for place in shared}


def test_the_key_of_an_item_is_its_identity(document: Document) -> None:
    keys = set(document.keys.values())
    assert {"i_midwives", "i_attendance_drift", "i_standard", "i_lead_roles", "i_yearly"} <= keys
    changed = scoreboard.ITEMS.replace("Specialist midwives now", "Quite other people").encode()
    other = made(scoreboard.files() | {ITEMS: changed}).document
    assert other is not None
    assert "i_midwives" in other.keys.values()


# Properties and leftovers


def test_properties(document: Document, parts: dict[str, bytes]) -> None:
    core = {element.tag.split("}")[1]: element.text for element in ElementTree.fromstring(parts["docProps/core.xml"])}
    assert core == {
        "title": "Child protection",
        "subject": "Every construct in one document",
        "creator": "Anytown Safeguarding Partnership",
        "lastModifiedBy": "Anytown Safeguarding Partnership",
        "revision": "1",
        "created": "2026-09-30T00:00:00Z",
        "modified": "2026-09-30T00:00:00Z",
        "language": "en-GB",
        "version": "2026-test",
    }
    custom = parts["docProps/custom.xml"].decode()
    assert f'name="docgen"><vt:lpwstr>{document.identity.text}<' in custom
    assert document.identity.text == f"edition=2026-test; audience=partners; commit=uncommitted; inputs={document.identity.inputs}"
    assert f"build {document.identity.short}" in parts["word/footer-upright.xml"].decode()


def test_the_identity_follows_every_input() -> None:
    files = scoreboard.files()
    identities = {load(MemoryTree(files)).inputs}
    for path, data in (
        (BLOCKS, scoreboard.BLOCKS.replace("Third", "3rd").encode()),
        ("styles/house.yaml", b"theme: plain\nspacing: {paragraph: 9 pt}\n"),
        ("content/assessment.yaml", settings(scoreboard.SETTINGS.replace("version: 0.3", "version: 0.4")).encode()),
        ("content/images/uptake.png", PNG + b"\0"),
    ):
        identities.add(load(MemoryTree(files | {path: data})).inputs)
    assert len(identities) == 5


def test_relationships(parts: dict[str, bytes]) -> None:
    external = set()
    for name, data in parts.items():
        if not name.endswith(".rels"):
            continue
        folder = name.replace("_rels/", "").rpartition("/")[0]
        for relation in ElementTree.fromstring(data):
            if relation.get("TargetMode") == "External":
                assert relation.attrib["Type"].endswith("/hyperlink")
                external.add(relation.attrib["Target"])
            else:
                assert f"{folder}/{relation.attrib['Target']}".lstrip("/") in parts
    assert external == {
        "https://example.org/a?b=1&c=2", "https://example.org/auto", "https://example.org/bare", "https://example.org/reference",
        "mailto:office@example.org",
    }  # fmt: skip


def test_no_leftovers(parts: dict[str, bytes]) -> None:
    everything = b"".join(parts.values())
    for leftover in (b"python-docx", b"2013-12-23", b"en-US", b"thumbnail", b"customXml", b"w:rsid", b"12240"):
        assert leftover not in everything
    assert [name for name in parts if name.startswith(("customXml", "docProps/thumbnail", "word/webSettings", "word/theme/_rels"))] == []
    assert str(ROOT).encode() not in everything


def test_every_part_has_a_content_type(parts: dict[str, bytes]) -> None:
    types = ElementTree.fromstring(parts["[Content_Types].xml"])
    named = {element.get("PartName") for element in types}
    endings = {element.get("Extension") for element in types}
    for name in parts:
        assert f"/{name}" in named or name.rsplit(".", 1)[1] in endings - {"xml"} or name == "[Content_Types].xml"
    assert {name.lstrip("/") for name in named if name} <= parts.keys()


# The safety net

TAMPERED: Mapping[str, tuple[str, str, str]] = {
    "a letter changed": ("word/document.xml", "Words of the third level", "Words of the thirt level"),
    "a cell changed": ("word/document.xml", ">1,200<", ">1,300<"),
    "a detail changed": ("word/document.xml", "agencies attend 90% of", "agencies attend 80% of"),
    "a space lost": ("word/document.xml", "Narrative before the items.", "Narrative beforethe items."),
    "a line end lost": ("word/document.xml", "breaks hard,</w:t><w:br/>", "breaks hard,</w:t>"),
    "the format of headings changed": ("word/numbering.xml", 'w:val="%1.%2"', 'w:val="%1-%2"'),
    "the start of a recommendation changed": ("word/numbering.xml", '<w:startOverride w:val="4"/></w:lvlOverride></w:num>', '<w:startOverride w:val="3"/></w:lvlOverride></w:num>'),
    "a heading of another level": ("word/document.xml", '<w:pStyle w:val="Heading2"/></w:pPr><w:bookmarkStart', '<w:pStyle w:val="Heading1"/></w:pPr><w:bookmarkStart'),
    "a bookmark renamed": ("word/document.xml", 'w:name="_dg_i_midwives"', 'w:name="_dg_i_midwifes"'),
    "a bookmark hidden": ("word/document.xml", 'w:name="_dg_i_midwives"', 'w:name="_other"'),
    "a bookmark of a reference renamed": ("word/document.xml", 'w:name="_dg_s_quality"', 'w:name="_quality"'),
    "two bookmarks of one name": ("word/document.xml", 'w:name="_dg_d_i_midwives"', 'w:name="_DG_I_midwives"'),
    "a style that is not there": ("word/document.xml", '<w:pStyle w:val="CodeBlock"/>', '<w:pStyle w:val="Code"/>'),
    "a footnote that is not there": ("word/document.xml", '<w:footnoteReference w:id="2"/>', '<w:footnoteReference w:id="7"/>'),
    "a picture that is not there": ("word/document.xml", '<a:blip r:embed="', '<a:blip r:embed="x'),
}  # fmt: skip


@pytest.mark.parametrize("how", TAMPERED)
def test_the_net_catches(how: str, built: Built, document: Document) -> None:
    part, old, new = TAMPERED[how]
    assert list(differences(tampered(built.data, part, lambda text: text.replace(old, new, 1)), document)) != []


def test_the_net_catches_a_reference_that_word_would_count_otherwise(built: Built, document: Document) -> None:
    reference = r"\\r \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t xml:space=\"preserve\">(R\d+)<"
    wrong = tampered(built.data, "word/document.xml", lambda text: re.sub(reference, lambda hit: hit[0].replace(hit[1], "R99"), text, count=1))
    assert any("R99" in found for found in differences(wrong, document))


def test_the_net_catches_a_footnote_that_says_something_else(built: Built, document: Document) -> None:
    wrong = tampered(built.data, "word/footnotes.xml", lambda text: re.sub(r"preserve\">(\w{4,})", r'preserve">not \1', text))
    assert any("footnote" in found for found in differences(wrong, document))


def test_the_net_catches_blocks_in_another_order_and_blocks_lost(built: Built, document: Document) -> None:
    def swapped(text: str) -> str:
        first, second = paragraph(text, "Words of the third level."), paragraph(text, "Fourth level")
        return text.replace(first + second, second + first)

    def lost(text: str) -> str:
        return text.replace(paragraph(text, "Words of the third level."), "")

    for change in (swapped, lost):
        assert list(differences(tampered(built.data, "word/document.xml", change), document)) != []


def test_the_net_lets_the_untouched_through(built: Built, public: Built, document: Document) -> None:
    assert built.data is not None
    assert list(differences(built.data, document)) == []
    assert public.document is not None
    assert public.data is not None
    assert list(differences(public.data, public.document)) == []
    with ZipFile(BytesIO(built.data)) as package:
        read = read_part(package, "word/document.xml").paragraphs
    numbers = [found.number for found in read if found.number and not found.style.startswith("List")]
    assert numbers == ["1", "1.1", "2", "2.1", "2.2", "R2", "R4", "3", "3.1", "3.2", "R6"]


def paragraph(text: str, said: str) -> str:
    """The last paragraph that says something."""
    end = text.index("</w:p>", text.rindex(said)) + len("</w:p>")
    return text[text.rindex("<w:p>", 0, end) : end]


def tampered(data: bytes | None, part: str, change: Callable[[str], str]) -> bytes:
    """The package with one part changed."""
    target = BytesIO()
    with ZipFile(target, "w") as package:
        for name, content in unpacked(data).items():
            if name == part:
                text = content.decode()
                assert change(text) != text
                content = change(text).encode()
            package.writestr(name, content)
    return target.getvalue()
