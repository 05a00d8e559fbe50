"""Mending: only what the edits say changes, once is enough, what is printed stays, and `--diff` shows it before it is written."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from docgen import nodes
from docgen.build import Loaded, load
from docgen.check import judge
from docgen.check.names import NAMES
from docgen.check.table import FIXED
from docgen.cli import docgen
from docgen.commands.check import run_check
from docgen.commands.mend import TRIES, mended
from docgen.diagnostics import Edit, has_errors
from docgen.fix import applied
from docgen.parse import read_note
from docgen.project import MemoryTree, Tree, WorkingTree, write_whole
from docgen.report.diff import as_difference
from docgen.source import LINE_END, Source
from docgen.walk import visible, visit
from tests.support import FIXTURES, FRONT, NOTE, SETTINGS, needs_fixtures, tree

NEWLINES = ("\n", "\r\n", "\r")


def everything(_: str) -> bool:
    return True


def mend(workspace: Tree) -> dict[str, str]:
    """The new texts of the files that change."""
    library = load(workspace).library
    result = mended(workspace, library, judge(library), everything)
    return {path: new.text for path, (_, new) in result.changes.items()}


def mend_body(body: str, changes: str = "") -> str:
    return mend(tree(body, changes)).get(NOTE, FRONT + body).removeprefix(FRONT)


# Edits


TEXTS = st.text(alphabet="ab \n\r{#", max_size=30)


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    text = draw(TEXTS)
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    source = Source("a.md", text)
    spans = draw(st.lists(places, max_size=6))
    return text, [Edit(source.span(min(place), max(place)), draw(st.sampled_from(["", "x", "yz"]))) for place in spans]


@given(edited())
def test_everything_outside_the_edits_stays_and_no_two_edits_meet(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    made = applied(text, edits)
    covered: set[int] = set()
    for edit in sorted(edits, key=lambda edit: (edit.span.start, edit.span.end)):
        if edit.span.start > max(covered, default=-1):
            covered.update(range(edit.span.start, edit.span.end))
    assert re.sub("[xyz]", "", made) == "".join(letter for at, letter in enumerate(text) if at not in covered)
    assert applied(text, list(reversed(edits))) == made or len({(edit.span.start, edit.span.end) for edit in edits}) < len(edits)


def edit(text: str, start: int, end: int, new: str) -> Edit:
    return Edit(Source("a.md", text).span(start, end), new)


def test_of_edits_that_overlap_the_first_is_made() -> None:
    text = "one two three"
    assert applied(text, [edit(text, 4, 7, "2"), edit(text, 0, 5, "1"), edit(text, 8, 13, "3")]) == "1wo 3"
    assert applied(text, [edit(text, 3, 3, "!"), edit(text, 0, 3, "1"), edit(text, 3, 3, "?")]) == "1! two three"
    assert applied(text, [edit(text, 0, 3, "1"), edit(text, 0, 0, "#")]) == "#1 two three"


@pytest.mark.parametrize("newline", NEWLINES)
def test_line_ends_of_an_edit_become_those_of_its_line(newline: str) -> None:
    text = f"one{newline}two"
    assert applied(text, [edit(text, 0, 0, "a\n\nb\n"), edit(text, len(text), len(text), "\n")]) == f"a{newline}{newline}b{newline}one{newline}two{newline}"
    mixed = "one\r\ntwo\nthree\r"
    assert applied(mixed, [edit(mixed, 0, 1, "\n"), edit(mixed, 5, 6, "\n"), edit(mixed, 10, 11, "\n")]) == "\r\nne\r\n\nwo\nt\rree\r"


# Whole notes


def blocks(text: str) -> list[nodes.Block]:
    """The blocks of a note that have words of their own."""
    kinds = (nodes.Paragraph, nodes.Heading, nodes.Cell, nodes.CodeBlock, nodes.RawBlock)
    return [node for node in visit(read_note(Source(NOTE, text)).blocks) if isinstance(node, kinds)]


def printed(text: str) -> list[tuple[str, str]]:
    """What a note says, block by block; identities are not printed."""
    return [(type(node).__name__, visible(node.content)) for node in blocks(text)]  # type: ignore[attr-defined]


def files() -> Iterator[Path]:
    for folder in ("bad/front_matter", "bad/markdown", "bad/text", "markdown/real"):
        yield from sorted(path for path in (FIXTURES / folder).rglob("*.md") if path.stat().st_size < 60_000)


def notes() -> Iterator[bytes]:
    """The fixtures as they are, and with their lists as findings and lines such as `Recommendations:` in them, so that there is much to mend."""
    for number, path in enumerate(files()):
        data = path.read_bytes()
        yield data
        body = re.sub(rb"\A---\n.*?\n---\n", b"", data[:4_000], flags=re.DOTALL)
        newline = NEWLINES[number % 3].encode()
        lead = (b"\xef\xbb\xbf" if number % 2 else b"") + FRONT.encode() + b"## Strengths\n\n"
        whole = lead + body.replace(b"\n\n* ", b"\n\n**Recommendations:**\n\n* ").replace(b"\n\n- ", b"\n\nWeaknesses\n\n- ")
        yield re.sub(rb"\r\n|\r|\n", newline, whole) if b"\r" not in data else whole


def ends(text: str) -> list[str]:
    return LINE_END.findall(text)


HEADING = re.compile(r"(?<=[\r\n])#{2,6} (Recommendations|Weaknesses)(?=[\r\n])")
IDENTITY = re.compile(r" ?\{#[\w.-]+\}|(?<=\{)#[\w.-]+ ")


def plain(text: str) -> str:
    """A text without identities, and without the signs that make a heading of what is called like a part."""
    bare = HEADING.sub(lambda found: found[1], IDENTITY.sub("", text))
    return bare.replace("**Recommendations:**", "Recommendations")


HEADINGS = [
    ("RECOMMENDATIONS\n\n- Do it. {#do}\n", "## Recommendations\n\n- Do it. {#do}\n"),
    ("Recommendations:\n\n- Do it. {#do}\n", "## Recommendations\n\n- Do it. {#do}\n"),
    ("**Good practice**\n- Help. {#help}\n", "## Good practice\n- Help. {#help}\n"),
    ("### Visits\n\nText.\n\n__Strengths:__\n\n- Help. {#help}\n", "### Visits\n\nText.\n\n### Strengths\n\n- Help. {#help}\n"),
    ("## Strengths\n\n- Help. {#help}\n\nweaknesses:\n\n- Delay. {#delay}\n", "## Strengths\n\n- Help. {#help}\n\n## weaknesses\n\n- Delay. {#delay}\n"),
    ("Recommendations:\n\n#### Later\n\nText.\n", None),
    ("Recommendations:\n\nDo it, and then do more.\n", None),
    ("Recommendations: <!-- none yet -->\n\n- Do it.\n", None),
    ("- Recommendations:\n\n  - Do it.\n", None),
    ("::: note\nRecommendations:\n\n- Do it.\n:::\n", None),
    ("> Recommendations:\n>\n> - Do it.\n", None),
]


@pytest.mark.parametrize(("body", "wanted"), HEADINGS)
def test_a_line_that_looks_like_a_heading_before_a_list_becomes_one(body: str, wanted: str | None) -> None:
    assert mend_body(body) == (wanted or body)


def test_what_becomes_an_item_gets_its_identity_in_one_go() -> None:
    mended_body = mend_body("Recommendations:\n\n- Agree an attendance standard.\n  - Lead: council\n")
    assert mended_body == "## Recommendations\n\n- Agree an attendance standard. {#agree-attendance-standard}\n  - Lead: council\n"


def test_an_identity_joins_the_attributes_that_an_item_has() -> None:
    assert mend_body("## Strengths\n\n- Help. {.wide}\n") == "## Strengths\n\n- Help. {#help .wide}\n"


@pytest.mark.parametrize("setting", ["rules: {missing-identity: ignore}\n", ""])
def test_what_is_ignored_or_silenced_is_not_mended(setting: str) -> None:
    body = "## Strengths\n\n- Help." + ("" if setting else " <!-- docgen: allow missing-identity because it goes soon -->") + "\n"
    assert mend_body(body, setting) == body


STEPS = pytest.mark.parametrize("step", [15, pytest.param(1, marks=pytest.mark.slow)])
ONLY = [name for name in NAMES if name not in FIXED and name not in ("missing-identity", "looks-like-heading")]


def workspace(data: bytes, changes: str = "") -> MemoryTree:
    return MemoryTree({"content/assessment.yaml": (SETTINGS + changes).encode(), NOTE: data})


@needs_fixtures
@STEPS
def test_identities_and_headings_change_nothing_else_in_any_fixture(step: int) -> None:
    minted = 0
    ignored = f"rules: {{{', '.join(f'{name}: ignore' for name in ONLY)}}}\n"
    for data in islice(notes(), 1, None, step):
        new = mend(workspace(data, ignored)).get(NOTE)
        if new is None:
            continue
        old = data.decode()
        assert plain(new) == plain(old)
        if len(HEADING.findall(new)) == len(HEADING.findall(old)):
            assert printed(new) == printed(old)
        minted += len(re.findall(r"\{#", new))
    assert minted > 500 // step


@needs_fixtures
@STEPS
def test_mending_any_fixture_once_is_enough_and_changes_no_more_than_the_findings_say(step: int) -> None:
    changes = 0
    for data in islice(notes(), 1, None, step):
        tree = workspace(data)
        library = load(tree).library
        verdict = judge(library)
        result = mended(tree, library, verdict, everything)
        if NOTE not in result.changes:
            continue
        old, new = data.decode(), result.changes[NOTE][1].text
        assert mend(workspace(new.encode())) == {}
        assert has_errors(result.verdict.findings) <= has_errors(verdict.findings)
        assert set(ends(new)) == set(ends(old))
        assert (new.startswith("\ufeff"), new[-1:] in "\r\n") == (old.startswith("\ufeff"), old[-1:] in "\r\n")
        spans = [finding.fix.span for finding in verdict.findings if finding.fix]
        changes += len(spans)
        before, after = blocks(old), blocks(new)
        if len(before) == len(after):
            for one, other in zip(before, after, strict=True):
                touched = any(one.span.start <= span.start <= one.span.end for span in spans)
                assert touched or visible(one.content) == visible(other.content)  # type: ignore[attr-defined]
    assert changes > 1_000 // step


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("section: Early-Help\nstatus: Agreed", "section: early-help\nstatus: agreed"),
        ('section: "EARLY-HELP"\nstatus: \'AGREED\'  # by all', "section: early-help\nstatus: agreed  # by all"),
        ("section: early\nstatus: aggreed", None),
        ("section: early-help\nstatus: agreed\naudience: Internal", None),
    ],
    ids=["plain", "quoted", "other letters", "audience"],
)
def test_capital_letters_of_a_section_and_a_status_are_mended(wrong: str, right: str | None) -> None:
    files = tree({NOTE: f"---\ntitle: A\n{wrong}\n---\nText.\n"})
    assert mend(files) == ({NOTE: f"---\ntitle: A\n{right}\n---\nText.\n"} if right else {})


HARMS = {
    "a link to a heading": ("## Traveling\n\nSee [there](#traveling), and travelling.\n\n", "american-spelling"),
    "a field among items": ("Recommendations:\n\n- Do it. {#do}\n- Status: open\n\n", "looks-like-heading"),
}


@pytest.mark.parametrize(("body", "name"), HARMS.values(), ids=HARMS.keys())
def test_what_brings_an_error_is_left_and_told_and_all_else_is_mended(body: str, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "assessment.yaml").write_text(SETTINGS, "utf-8")
    note = tmp_path / "content" / "note.md"
    note.write_text(f"{FRONT}{body}## Strengths\n\n- Good help.\n", "utf-8")
    for written in (1, 0):
        assert run_check(WorkingTree(tmp_path), (), "text", fix=True, strict=False) == 0
        assert note.read_text("utf-8") == f"{FRONT}{body}## Strengths\n\n- Good help. {{#good-help}}\n"
        said = capsys.readouterr().err
        assert said.count("mended content/note.md") == written
        assert len(re.findall(rf" \({name}\), because it would bring or hide the error [a-z-]+", said)) == 1


# Shown, not written


@pytest.fixture
def place(tmp_path: Path) -> WorkingTree:
    (tmp_path / "content" / "early-help").mkdir(parents=True)
    (tmp_path / "content" / "assessment.yaml").write_text(SETTINGS, "utf-8")
    return WorkingTree(tmp_path)


def put(place: WorkingTree, name: str, text: str) -> Path:
    path = place.root / "content" / "early-help" / name
    path.write_bytes((FRONT + text).encode())
    return path


def check(place: WorkingTree, *paths: str, fix: bool = True, diff: bool = False) -> int:
    return run_check(place, tuple(str(place.root / path) for path in paths), "text", fix, False, diff)


def test_diff_shows_what_fix_then_writes(place: WorkingTree, capsys: pytest.CaptureFixture[str]) -> None:
    body = "Recommendations:\r\n\r\n- Do it. Mother of 943 476\r\n  5919.\r\n- Then do more."
    path = put(place, "note.md", body)
    before = path.read_bytes()
    assert check(place, diff=True) == 0
    shown, said = capsys.readouterr()
    assert path.read_bytes() == before
    assert shown.splitlines() == [
        "--- content/early-help/note.md",
        "+++ content/early-help/note.md",
        "@@ -4,8 +4,8 @@",
        " agencies: [council]",
        " status: agreed",
        " ---",
        "-Recommendations:",
        "+## Recommendations",
        " ",
        " - Do it. Mother of •••••••",
        "-••••••.",
        "-- Then do more.",
        "+••••••. {#do-mother}",
        "+- Then do more. {#then-do-more}",
    ]
    assert said.splitlines()[-2:] == ["      | ^^^^^^^^^^^^^^^^", "1 note, 4 findings (none stops a build, 3 a final build)"]
    assert "nothing was written; docgen check --fix mends 1 file" in said
    check(place)
    assert path.read_bytes() == (FRONT + "## Recommendations\r\n\r\n- Do it. Mother of 943 476\r\n  5919. {#do-mother}\r\n- Then do more. {#then-do-more}").encode()
    capsys.readouterr()
    check(place, diff=True)
    shown, said = capsys.readouterr()
    assert shown == ""
    assert "there is nothing that docgen check --fix could mend" in said


def test_only_the_chosen_files_are_mended(place: WorkingTree) -> None:
    one, other = (put(place, name, "## Strengths\n\n- Help for all.\n") for name in ("a.md", "b.md"))
    check(place, "content/early-help/b.md")
    assert "{#" not in one.read_text("utf-8")
    assert "{#help-all-2}" in other.read_text("utf-8")
    check(place)
    assert "{#help-all}" in one.read_text("utf-8")


def test_a_diff_in_colour_marks_what_goes_and_what_comes() -> None:
    shown = as_difference(Source("a.md", "-- a\nb\n"), Source("a.md", "-- c\nb\n"), colour=True)
    assert shown.splitlines()[2:] == ["\x1b[36m@@ -1,2 +1,2 @@\x1b[0m", "\x1b[31m--- a\x1b[0m", "\x1b[32m+-- c\x1b[0m", " b"]


@pytest.mark.parametrize("arguments", [["--diff"], ["--fix", "--diff", "--format", "json"], ["--diff", "--docx", "x.docx"]])
def test_diff_without_fix_is_wrong_use(arguments: list[str]) -> None:
    done = CliRunner().invoke(docgen, ["check", *arguments])
    assert done.exit_code == 2
    assert "write docgen check --fix --diff" in done.output


@pytest.mark.skipif(os.name == "nt", reason="rights differ")
@pytest.mark.parametrize("mode", [0o600, 0o640])
def test_who_may_read_a_note_stays_as_it_was(tmp_path: Path, mode: int) -> None:
    place = tmp_path / "a.md"
    place.write_bytes(b"old")
    place.chmod(mode)
    write_whole(place, b"new")
    assert place.read_bytes() == b"new"
    assert place.stat().st_mode & 0o777 == mode


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Table [@t] shows it.", "[@t] shows it."),
        ("It rose (see\ntable [@t]).", "It rose (see\n[@t])."),
        ("- Tables [@t] and [@t] show it.", "- [@t] and [@t] show it."),
        ("The **summary** table [@t] shows it.", "The **summary** table [@t] shows it."),
        ("Section [@s] shows it.", "Section [@s] shows it."),
        ("That is in section [@s].", "That is in [@s]."),
    ],
)
def test_a_word_that_a_reference_prints_is_taken_out_where_the_sentence_stays_right(before: str, after: str) -> None:
    rest = "\n\n## Visits {#s}\n\n| A | B |\n| - | - |\n| 1 | 2 |\n\nTable: Counts {#t}\n"
    assert mend_body(before + rest) == after + rest


def test_a_workspace_where_every_mending_brings_an_error_is_read_a_few_times(monkeypatch: pytest.MonkeyPatch) -> None:
    loads: list[int] = []

    def counting(workspace: Tree) -> Loaded:
        loads.append(1)
        return load(workspace)

    monkeypatch.setattr("docgen.commands.mend.load", counting)
    note = "---\ntitle: N{0}\nsection: Early-Help\nstatus: agreed\ngrade: {{self: good}}\n---\nWords of {0}.\n"
    files = {f"content/notes/n{number}.md": note.format(number).encode() for number in range(60)}
    graded = SETTINGS.replace("{id: early-help, title: Early help}", "{id: early-help, title: Early help, grade: {self: good}}")
    workspace = MemoryTree({"content/assessment.yaml": graded.encode(), **files})
    library = load(workspace).library
    result = mended(workspace, library, judge(library), everything)
    assert result.held
    assert len(loads) < 3 * TRIES


def test_a_reference_is_written_where_its_identity_is_certain() -> None:
    text = "## Attendance {{#Attendance-drift}}\n\nSee {}.\n"
    for wrong in ("[@ attendance-drift]", "[@Attendance drift]", "[ @attendance-drift ]", "@attendance-drift"):
        assert mend_body(text.format(wrong)) == text.format("[@Attendance-drift]")
    for wrong in ("[@attendence-drift ]", "@attendence-drift", "[@attendance-drift, too", "[see @attendance-drift]", "a@attendance-drift.org"):
        assert mend_body(text.format(wrong)) == text.format(wrong)


HEADED = "## Strengths\n\n- Staff are good here. {#a}\n\nRecommendations\n\n- The child was hurt again. {#b}\n"


@pytest.mark.parametrize(
    "lines",
    ["  - Impact: less harm\n    Audience: senior staff\n", "  - Owner: board\n  - Readers: internal\n", "  - Due: 31 March 2027\n  - Leed: board\n", "  - Owner: board\n\n    Audience: senior staff\n"],
)
def test_no_heading_is_made_that_hides_an_error(lines: str) -> None:
    for body in (HEADED + lines, HEADED.replace("Strengths", "Recommendations", 1).replace("\nRecommendations\n\n- The", "\nStrengths\n\n- The") + lines):
        errors = [has_errors(judge(load(tree(text)).library).findings) for text in (body, mend_body(body))]
        assert errors[1] or not errors[0]


@pytest.mark.parametrize("line", ["Due: soon", "Lead: nobody"])
def test_the_headings_of_a_note_are_made_together_or_not_at_all(line: str) -> None:
    body = f"Strengths\n\n- Staff are good here. {{#a}}\n\nRecommendations\n\n- Agree it now well. {{#b}}\n  - {line}\n"
    assert mend_body(body) == body


def test_no_heading_hides_one_error_by_bringing_another_of_its_name() -> None:
    body = "## Recommendations\n\n- Agree it now. {#a}\n\nStrengths\n\n- The child was hurt. {#b}\n  Owner: board\n  Readers: internal\n- Train all of them. {#c}\n  Impact: less harm\n"
    assert mend_body(body) == body


@pytest.mark.parametrize("braces", ["{.x #a}", "{ #a }", "\\{#a}"])
def test_braces_in_the_midst_of_words_bring_no_identity(braces: str) -> None:
    body = f"## Recommendations\n\n- Train all staff {braces} of it.\n"
    assert mend_body(body) == body


def test_an_identity_in_the_midst_of_words_brings_no_second_one() -> None:
    body = "## Recommendations\n\n- Agree a standard now. {#a}\n  and report on it.\n"
    assert mend_body(body) == body


@pytest.mark.parametrize(
    "body",
    [
        "## Recommendations\n\n- Agree it. {#b}\n  Outcome: (confidential) his sister fled\n",
        "Strengths\n\n- Child hurt. {#b}\n  - Impact: (confidential) his sister fled\n",
        "## Strengths\n\n- A good one. {#a}\n\nRecommendations\n\n- Agree it. {#b}\n  - Agencies: fire\n",
    ],
)
def test_what_is_refused_before_mending_is_refused_after_it(body: str) -> None:
    assert has_errors(judge(load(tree(body)).library).findings)
    assert has_errors(judge(load(tree(mend_body(body))).library).findings)


def test_no_item_gets_the_identity_that_a_reference_misses() -> None:
    body = "## Strengths\n\n- Data sharing.\n\n## Recommendations\n\n- Agree a plan. {#p}\n  - Because: [@data-sharing]\n"
    assert "- Data sharing. {#data-sharing-2}" in mend_body(body)
    assert has_errors(judge(load(tree(mend_body(body))).library).findings)
