"""Comments change nothing: what a note says, and what its Word file holds, is the same with them and without."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import pytest

from docgen import nodes
from docgen.build import Built, build, load
from docgen.note import Field, Item, Note
from docgen.parse import read_note
from docgen.project import MemoryTree
from docgen.source import Source
from docgen.walk import visit
from tests.support import findings, loaded, names
from tests.word_files.scoreboard import files

COMMENT = "<!-- docgen: allow long-sentence because zanzibar -->"


def places(note: Note) -> Iterator[tuple[int, str]]:
    """Where a comment may stand, and how: on a line of its own before a block, and behind the words of one."""
    for block in note.blocks:
        if not isinstance(block, Item):
            start = block.caption.span.start if isinstance(block, nodes.Table) and block.caption else block.span.start
            yield note.source.text.rfind("\n", 0, start) + 1, f"{COMMENT}\n"
    for node in visit(note.blocks):
        if isinstance(node, (nodes.Paragraph, nodes.Heading, nodes.Cell, Field)) and node.content:
            attributes = getattr(node, "attributes", None)
            yield (attributes.span if attributes else node.content[-1].span).end, f" {COMMENT}"
        elif isinstance(node, nodes.Figure):
            yield node.span.end, f" {COMMENT}"


def commented(path: str, text: str) -> str:
    """A note with a comment wherever one may stand."""
    for at, comment in sorted(set(places(read_note(Source(path, text)))), reverse=True):
        text = text[:at] + comment + text[at:]
    return text


def parts(built: Built) -> dict[str, bytes]:
    """The parts of a Word file that show what the notes say."""
    assert built.data is not None, [finding.message for finding in built.findings]
    with ZipFile(BytesIO(built.data)) as package:
        return {name: package.read(name) for name in package.namelist() if name.startswith("word/") and "footer" not in name}


def test_a_file_with_comments_wherever_they_may_stand_is_the_same() -> None:
    plain = files()
    full = {path: commented(path, data.decode()).encode() if path.endswith(".md") else data for path, data in plain.items()}
    assert sum(data.count(COMMENT.encode()) for data in full.values()) > 150
    one, other = (build(load(MemoryTree(workspace)), "0123456", False) for workspace in (plain, full))
    assert parts(one) == parts(other)
    assert b"zanzibar" not in b"".join(parts(other).values())


PAIRS = [
    ("# A note\n\nText.\n", "<!-- c -->\n\n# A note\n\nText.\n"),
    ("- one\n- two\n", "- <!-- c -->\n  one\n- two <!-- c -->\n"),
    ("- [x] one\n", "- <!-- c -->\n  [x] one\n"),
    ("- one\n\n- two\n", "- one\n  <!-- c -->\n\n- two\n  <!-- c -->\n"),
    ("## Strengths\n\n- One. {#one}\n  - Evidence: audit\n", "## Strengths <!-- c -->\n\n- One. {#one} <!-- c -->\n  <!-- c -->\n  - Evidence: audit <!-- c -->\n    <!-- c -->\n"),
    ("## Strengths\n\n- One. {#one}\n- Two. {#two}\n", "## Strengths\n\n- One. <!-- c --> {#one}\n<!-- c -->\n- <!-- c -->\n  Two. {#two}\n"),
    ("Table: Numbers {#n}\n\n| a |\n|---|\n| 1 |\n", "Table: Numbers {#n} <!-- c -->\n\n<!-- c -->\n| a <!-- c --> |\n|---|\n| <!-- c --> 1 |\n"),
    ("| a |\n|---|\n| 1 |\n\nTable: Numbers {#n}\n", "| a |\n|---|\n| 1 |\n<!-- c -->\n\nTable: Numbers {#n}\n"),
    ('![Bars](images/uptake.png "Uptake"){#up}\n', '![Bars](images/uptake.png "Uptake"){#up} <!-- c --> <!-- d -->\n'),
    ("**Bold** and *so* on.\n", "**Bold <!-- c -->** and *so* <!-- c --> on.\n"),
    ("One two  \nthree four.\n", "One <!-- c --> two <!-- c -->  \nthree <!-- c --> <!-- d --> four. <!-- c -->\n"),
    ("> Quoted.\n", "> <!-- c -->\n> Quoted.\n> <!-- c -->\n"),
    ("::: note\nBoxed.\n:::\n", "<!-- c -->\n::: note\n<!-- c -->\nBoxed.\n<!-- c -->\n:::\n"),
    ("Said.[^1]\n\n[^1]: Why.\n", "Said.[^1]\n\n<!-- c -->\n[^1]: Why. <!-- c -->\n"),
    ("Term\n: Meaning.\n", "<!-- c -->\nTerm <!-- c -->\n: Meaning. <!-- c -->\n"),
    ("    code\n", "<!-- c -->\n\n    code\n"),
]


@pytest.mark.parametrize(("plain", "full"), PAIRS, ids=[plain.split("\n")[0] for plain, _ in PAIRS])
def test_a_comment_takes_nothing_from_what_stands_beside_it(plain: str, full: str) -> None:
    one, other = (parts(build(loaded(body), "0123456", False)) for body in (plain, full))
    assert one == other


def test_a_value_that_is_nothing_but_a_comment_is_none() -> None:
    assert names("## Recommendations\n\n- Do it. {#do}\n  - Owner: <!-- nobody yet -->\n") == ["empty-field"]


def test_what_looks_wrong_without_a_comment_looks_wrong_with_one() -> None:
    assert names("Recommendations: <!-- c -->\n") == ["looks-like-heading"]
    assert names("## Strengths\n\n- One. {#No Weekends} <!-- c -->\n") == ["wrong-identity"]
    assert names("![Bars](images/uptake.png){#up take} <!-- c -->\n") == ["wrong-identity"]


def test_an_identity_is_added_before_a_comment() -> None:
    (finding,) = findings("## Strengths\n\n- Good *help*. <!-- c -->\n")
    assert finding.fix is not None
    assert finding.fix.span.source.text[: finding.fix.span.start].endswith("- Good *help*.")
