"""Bad and hostile input: what happens on every file of ../shared/fixtures/bad, decided once and kept.

OK: built, with no finding but those about style. WARN: built, with the finding named. REJECT: the error named, and nothing written. Whatever
happens, it takes at most 10 seconds and 1 GiB, and what is built says what the note says.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from time import process_time

import pytest

from docgen.build import Built, build, load
from docgen.project import MAX_NOTE, MemoryTree, WorkingTree, read_text
from tests.command_line import Done, run
from tests.support import FIXTURES, FRONT, NOTE, PNG, ROOT, settings

BAD = FIXTURES / "bad"
GROUPS = ("markdown", "text", "front_matter", "names", "images")
SECONDS, BYTES = 10, 1 << 30
# Findings that the files are not about: sections that a small workspace leaves empty, and style.
LANGUAGE = {"link-text", "long-sentence", "unexplained-abbreviation", "unfinished-sentence"}
STYLE = {"empty-section", "missing-identity", "missing-alt-text", "bare-heading", "long-section", "long-document", *LANGUAGE}
pytestmark = pytest.mark.skipif(not BAD.is_dir(), reason="the fixtures beside the project are absent")

TABLE = """
front_matter/bom-mid.md                       WARN hidden-character
front_matter/delim-blank-before.md            REJECT misplaced-front-matter
front_matter/delim-em-dash.md                 REJECT misplaced-front-matter
front_matter/delim-fence.md                   OK
front_matter/delim-four-dashes.md             REJECT misplaced-front-matter
front_matter/delim-json-dashes.md             REJECT misplaced-front-matter
front_matter/delim-json.md                    REJECT misplaced-front-matter
front_matter/delim-no-newline-at-end.md       OK
front_matter/delim-nonbreaking-hyphen.md      REJECT misplaced-front-matter
front_matter/delim-only-two.md                OK
front_matter/delim-only.md                    REJECT unterminated-front-matter
front_matter/delim-repeated.md                REJECT misplaced-front-matter
front_matter/delim-space-before.md            REJECT misplaced-front-matter
front_matter/delim-text-after.md              REJECT misplaced-front-matter
front_matter/delim-three-of-four.md           REJECT unterminated-front-matter
front_matter/delim-toml.md                    REJECT misplaced-front-matter
front_matter/delim-trailing-space.md          OK
front_matter/delim-unclosed-later-rule.md     REJECT yaml-syntax
front_matter/delim-unclosed.md                REJECT unterminated-front-matter
front_matter/empty.md                         OK
front_matter/only-bom.md                      OK
front_matter/only-newlines.md                 OK
front_matter/yaml-apostrophe.md               REJECT yaml-syntax
front_matter/yaml-at-sign.md                  REJECT yaml-syntax
front_matter/yaml-billion-laughs.md           REJECT yaml-feature
front_matter/yaml-binary-tag.md               REJECT yaml-feature
front_matter/yaml-colon-in-title.md           REJECT yaml-syntax
front_matter/yaml-control-escape.md           REJECT yaml-syntax
front_matter/yaml-crlf.md                     REJECT unknown-key
front_matter/yaml-dashes-in-literal.md        REJECT unknown-key
front_matter/yaml-date-ok.md                  REJECT unknown-key
front_matter/yaml-deep-flow.md                REJECT yaml-feature
front_matter/yaml-dup-keys.md                 REJECT duplicate-key
front_matter/yaml-hash.md                     REJECT yaml-feature
front_matter/yaml-huge-int.md                 REJECT unknown-key
front_matter/yaml-key-case.md                 REJECT unknown-key
front_matter/yaml-list-title.md               REJECT unknown-key wrong-value
front_matter/yaml-literal-block.md            REJECT unknown-key
front_matter/yaml-merge-key.md                REJECT yaml-feature
front_matter/yaml-mixed-eol.md                REJECT unknown-key
front_matter/yaml-multi-doc.md                REJECT misplaced-front-matter
front_matter/yaml-nan-inf.md                  REJECT unknown-key
front_matter/yaml-nel-ls.md                   REJECT yaml-syntax
front_matter/yaml-nonstring-keys.md           REJECT yaml-syntax
front_matter/yaml-norway.md                   REJECT unknown-key unknown-value
front_matter/yaml-only-comment.md             OK
front_matter/yaml-path-values.md              REJECT unknown-key
front_matter/yaml-percent.md                  REJECT yaml-syntax
front_matter/yaml-quadratic-anchors.md        REJECT yaml-feature
front_matter/yaml-scalar.md                   REJECT wrong-value
front_matter/yaml-set-omap.md                 REJECT yaml-feature
front_matter/yaml-sexagesimal.md              REJECT unknown-key
front_matter/yaml-tabs.md                     REJECT yaml-syntax
front_matter/yaml-year-0.md                   REJECT unknown-key
images/all-images.md                          REJECT bad-picture
images/animated.webp                          REJECT bad-picture
images/bomb-20k-1bit.png                      REJECT bad-picture
images/bomb-declared.png                      REJECT bad-picture
images/dpi-aspect-unit.png                    OK
images/dpi-one.png                            OK
images/dpi-zero.jpg                           OK
images/dpi-zero.png                           OK
images/empty.png                              REJECT bad-picture
images/exif-rotated.jpg                       REJECT bad-picture
images/extreme-aspect-tall.png                OK
images/extreme-aspect.png                     OK
images/good.ico                               REJECT bad-picture
images/good.jpg                               OK
images/good.pdf                               REJECT bad-picture
images/good.tiff                              REJECT bad-picture
images/good.webp                              REJECT bad-picture
images/header-only.png                        REJECT bad-picture
images/html-404.png                           REJECT bad-picture
images/huge.svg                               REJECT bad-picture
images/icc-bad.png                            OK
images/laughs.svg                             REJECT bad-picture
images/multipage.tiff                         REJECT bad-picture
images/no-size.svg                            REJECT bad-picture
images/one-pixel.png                          OK
images/palette-no-plte.png                    REJECT bad-picture
images/percent-size.svg                       REJECT bad-picture
images/script.svg                             REJECT bad-picture
images/soi-only.jpg                           REJECT bad-picture
images/topdown.bmp                            REJECT bad-picture
images/transparent.png                        OK
images/upper.PNG                              OK
images/wrong-ext-png.jpg                      OK
images/wrong-ext-text.png                     REJECT bad-picture
images/zero-size.png                          REJECT bad-picture
markdown/field-injection.md                   OK
markdown/huge-doc.md                          OK
markdown/images.md                            REJECT bad-picture
markdown/include-bomb.md                      OK
markdown/jinja.md                             OK
markdown/links.md                             REJECT dangling-reference
markdown/list-many.md                         WARN many-lists
markdown/p-backticks.md                       OK
markdown/p-emph-closers.md                    OK
markdown/p-emph-openers.md                    OK
markdown/p-entities.md                        OK
markdown/p-fence-lines.md                     OK
markdown/p-fence-unclosed.md                  WARN unclosed-code
markdown/p-footnote-cycle.md                  REJECT nested-footnote
markdown/p-footnote-undefined.md              WARN undefined-footnote unused-footnote
markdown/p-footnotes.md                       OK
markdown/p-hr.md                              OK
markdown/p-html-open-tags.md                  OK
markdown/p-html-unclosed.md                   WARN raw-html
markdown/p-image-bracket.md                   WARN unsafe-link
markdown/p-image-nested-alt.md                REJECT bad-picture
markdown/p-link-closers.md                    OK
markdown/p-link-open-emph-close.md            OK
markdown/p-link-openers.md                    OK
markdown/p-long-ref-label.md                  OK
markdown/p-multiple-of-3.md                   OK
markdown/p-nested-blockquote.md               REJECT nested-too-deeply
markdown/p-nested-list-mixed.md               REJECT nested-too-deeply
markdown/p-nested-list-oneline.md             REJECT nested-too-deeply
markdown/p-nested-list.md                     REJECT nested-too-deeply
markdown/p-nested-strong-emph.md              OK
markdown/p-paragraph-lines.md                 OK
markdown/p-quote-list-alternating.md          REJECT nested-too-deeply
markdown/p-ref-cycle.md                       REJECT dangling-reference
markdown/p-setext.md                          OK
markdown/p-strike.md                          OK
markdown/p-table-5000-rows.md                 OK
markdown/p-table-63-cols.md                   OK
markdown/p-table-delim-only.md                REJECT wide-table
markdown/p-unclosed-link-angle.md             OK
markdown/p-unclosed-pi.md                     WARN raw-html
markdown/sdt-placeholder.md                   WARN raw-html
markdown/table-empty.md                       OK
names/#hash.md                                OK
names/-dash.md                                OK
names/CON.md                                  OK
names/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.md  OK
names/dot..md                                 OK
names/quote's.md                              OK
names/ünïcode-é.md                            OK
text/ansi-escapes.md                          WARN unprintable-character
text/bidi-override.md                         WARN hidden-character
text/binary-docx.md                           REJECT not-utf-8
text/binary-png.md                            REJECT not-utf-8
text/c0-controls.md                           WARN unprintable-character
text/c1-controls.md                           OK
text/cjk-thai.md                              OK
text/combining-flood.md                       OK
text/combining.md                             OK
text/cp1252.md                                REJECT not-utf-8
text/emoji.md                                 OK
text/entity-nul.md                            WARN unprintable-character
text/html-file.md                             WARN raw-html
text/latin1.md                                REJECT not-utf-8
text/lone-surrogate-cesu.md                   REJECT not-utf-8
text/long-heading.md                          OK
text/nbsp-indent.md                           OK
text/non-bmp-heading.md                       OK
text/nonchars.md                              WARN unprintable-character
text/normalisation-anchors.md                 OK
text/overlong.md                              REJECT not-utf-8
text/rtf-file.md                              REJECT not-utf-8
text/rtl-arabic.md                            OK
text/rtl-hebrew-mixed.md                      OK
text/same-headings.md                         OK
text/smart-quotes.md                          OK
text/trailing-spaces.md                       OK
text/truncated-utf8.md                        REJECT not-utf-8
text/utf16be-bom.md                           REJECT not-utf-8
text/utf16le-bom.md                           REJECT not-utf-8
text/utf7.md                                  OK
text/vertical-tab.md                          WARN unprintable-character
text/xml-metachars.md                         WARN unprintable-character
"""
ROWS = {name.strip(): decided for name, decided in (row.rsplit("  ", 1) for row in TABLE.strip().splitlines())}

# Where the table says otherwise than EXPECT.tsv, and why. Pictures that can't be used are errors everywhere.
DECIDED = {
    "markdown/list-many.md": "every list counts from 1; above 2,000 of them Word grows slow, which is worth a warning (word.md)",
    "images/dpi-one.png": "a resolution that can't be is not believed; the picture has its usual size, and there is nothing to mend",
    "markdown/links.md": "a link to a note or identity that does not exist is an error by the contract (notes.md)",
    "markdown/p-ref-cycle.md": "a link to an identity that does not exist is an error by the contract (notes.md)",
    "text/xml-metachars.md": "references to characters that can't be printed say so, as in entity-nul.md",
    "markdown/p-image-bracket.md": "a link without an address is printed as text, with a warning",
    "markdown/p-unclosed-pi.md": "raw HTML is a warning by the contract",
    "markdown/sdt-placeholder.md": "raw HTML is a warning by the contract",
}

# A heading with nothing below it is not printed; here it has to be.
HEADINGS = re.compile(r"text/(?:same-h|long-h|non-bmp-h|normalisation)|names/|markdown/(?:field-inj|p-setext)|front_matter/(?:yaml-mixed)")
# The front matter as docgen knows it, instead of keys that it does not.
SWAPPED = {
    "yaml-date-ok.md": (r"date: (.*)\nstamp: .*", r"workshop: {date: \1}", "OK"),
    "yaml-year-0.md": (r"date: (.*)", r"workshop: {date: \1}", "REJECT wrong-value"),
    "yaml-literal-block.md": ("summary", "contributors", "OK"),
    "yaml-dashes-in-literal.md": ("note: ", "contributors: ", "OK"),
    "yaml-crlf.md": ("owner: o", "audience: partners", "OK"),
    "yaml-mixed-eol.md": ("owner: o", "audience: partners", "OK"),
    "yaml-huge-int.md": ("version", "order", "REJECT wrong-value"),
    "yaml-nan-inf.md": (r"version: (.*)\nscore: .*", r"order: \1", "REJECT wrong-value"),
    "yaml-sexagesimal.md": (r"version: (.*)\ntime: .*", r"order: \1", "REJECT wrong-value"),
    "yaml-norway.md": (r"\nowner: on\nstatus: yes\ncountry: NO", "", "OK"),
    "yaml-key-case.md": (r"Title(.*)\nTITLE: u\nTags .*", r"title\1", "OK"),
}
SLOW = {
    f"markdown/{name}.md"
    for name in """huge-doc list-many p-backticks p-emph-closers p-emph-openers p-entities p-fence-lines p-footnotes p-hr p-html-open-tags p-image-bracket
    p-image-nested-alt p-link-open-emph-close p-link-openers p-link-closers p-long-ref-label p-multiple-of-3 p-nested-strong-emph p-paragraph-lines p-setext
    p-strike p-table-5000-rows p-table-delim-only p-unclosed-link-angle p-nested-list""".split()
}
QUICK = sorted(set(ROWS) - SLOW)


def note_of(name: str, data: bytes) -> bytes:
    """The file as a note with our own front matter, where its own is not what it is about."""
    group = name.split("/")[0]
    if group == "front_matter" or data.startswith((b"{\\rtf", b"PK", b"\x89PNG", b"\xff\xfe", b"\xfe\xff")):
        return data
    if data.startswith(b"---\n"):
        data = data.split(b"---\n", 2)[2]
    return FRONT.encode() + data


def workspace(name: str, note: bytes | None = None) -> MemoryTree:
    """A workspace with one fixture: a note, or a picture with a note that shows it."""
    place = BAD / name
    files = {"content/assessment.yaml": settings().encode(), "content/images/uptake.png": PNG}
    if place.parent.name == "images":
        files |= {f"content/early-help/{path.name}": path.read_bytes() for path in place.parent.iterdir() if path.suffix != ".md"}
        note = note_of(name, place.read_bytes()) if place.suffix == ".md" else f"{FRONT}Text.\n\n![A picture](<{place.name}>)\n".encode()
        return MemoryTree({**files, NOTE: note})
    note = note_of(name, place.read_bytes()) if note is None else note
    if HEADINGS.search(name):
        note = re.sub(rb"(?m)^(#[^\r\n]*)", rb"\1\n\nText.\n", note) + b"\n\nText.\n"
    return MemoryTree({**files, f"content/early-help/{place.name if place.parent.name == 'names' else 'note.md'}": note})


def built(tree: MemoryTree | WorkingTree) -> Built:
    """What a build makes of a workspace, right in itself and in time."""
    start = process_time()
    result = build(load(tree), "uncommitted", False)
    assert process_time() - start < SECONDS
    assert result.differences == ()
    return result


def class_of(result: Built) -> str:
    """The class of a build with the findings that count, as in the table."""
    found = [finding for finding in result.findings if finding.name not in STYLE]
    if result.data is None:
        return " ".join(["REJECT", *sorted({finding.name for finding in found if finding.severity == "error"})])
    return " ".join(["WARN", *sorted({finding.name for finding in found})]) if found else "OK"


def test_the_table_has_every_file_and_agrees_with_what_is_expected() -> None:
    expected = {}
    for line in (BAD / "EXPECT.tsv").read_text("utf-8").splitlines():
        name, wanted, _ = line.split("\t")
        if name.split("/")[0] in GROUPS:
            expected[name] = wanted
    assert set(expected) == set(ROWS)
    for name, wanted in expected.items():
        swapped = SWAPPED.get(name.removeprefix("front_matter/"))
        decided = (swapped[2] if swapped else ROWS[name]).split()
        if wanted != "EITHER" and name not in DECIDED and "bad-picture" not in decided:
            assert decided[0] == wanted, name
    assert set(DECIDED) <= set(ROWS)


@pytest.mark.parametrize("name", QUICK)
def test_each_file_is_treated_as_decided(name: str, keep: Path) -> None:
    result = built(workspace(name))
    assert class_of(result) == ROWS[name]
    if result.data is not None:
        (keep / "built.docx").write_bytes(result.data)


@pytest.mark.parametrize("name", sorted(SWAPPED))
def test_front_matter_with_keys_that_are_known(name: str, keep: Path) -> None:
    pattern, replacement, wanted = SWAPPED[name]
    text = (BAD / "front_matter" / name).read_bytes().decode()
    changed = re.sub(pattern, replacement, text)
    assert changed != text
    result = built(workspace(f"front_matter/{name}", changed.encode()))
    assert class_of(result) == wanted
    if result.data is not None:
        (keep / "built.docx").write_bytes(result.data)


def test_titles_stay_as_they_were_typed() -> None:
    text = (BAD / "front_matter" / "yaml-norway.md").read_text("utf-8")
    tree = workspace("front_matter/yaml-norway.md", re.sub(r"owner(.|\n)*?---", "---", text).encode())
    assert [note.title.value for note in load(tree).library.notes] == ["No"]


def test_nothing_outside_the_workspace_is_named_or_read() -> None:
    for name in ("markdown/images.md", "front_matter/yaml-path-values.md"):
        said = " ".join(finding.message for finding in built(workspace(name)).findings)
        assert "root:" not in said


def test_messages_hold_no_terminal_escapes() -> None:
    from docgen.report.findings import as_text

    for name in ("text/ansi-escapes.md", "text/bidi-override.md", "text/c0-controls.md"):
        said = as_text(built(workspace(name)).findings)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e]", said), name


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("::: note\n\n" * 600 + "x\n\n" + ":::\n\n" * 600, "REJECT nested-too-deeply"),
        ("<sub>" * 3000 + "x" + "</sub>" * 3000, "OK"),
        ("~~a " * 3000 + "b" + " a~~" * 3000, "OK"),
        (".\f{#7}", "WARN unprintable-character unused-attributes"),
        ("]\r\n{#4}", "WARN unused-attributes"),
        ("![]()\n: meaning", "REJECT bad-picture"),
        ("![a](images/uptake.png)\n: meaning", "OK"),
        ("http://a.b/" + ")" * 20_000, "OK"),
        ("::: a" + " " * 30_000 + "b", "REJECT unclosed-container unknown-container"),
        ("[@a" * 5000, "OK"),
        ("# A\n\nx\n\n" * 1000 + "[x](#a-999)", "OK"),
        ("[@no-such-thing]\n" * 300 + "".join(f"# h {{#no-such-{number}}}\n\nx\n" for number in range(300)), "REJECT dangling-reference"),
    ],
)
def test_what_once_failed(body: str, wanted: str) -> None:
    start = process_time()
    files = {"content/assessment.yaml": settings(), NOTE: FRONT + body + "\n"}
    tree = MemoryTree({path: text.encode() for path, text in files.items()} | {"content/images/uptake.png": PNG})
    assert class_of(built(tree)) == wanted
    assert process_time() - start < 3


@pytest.mark.slow
def test_every_file_takes_little_time_and_memory(keep: Path) -> None:
    """All in one process that may use 1 GiB, and 10 seconds for each file, after which it is stopped."""
    command = [sys.executable, "-m", "tests.unit.test_bad_input", str(keep)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=len(SLOW) * SECONDS * 3, check=False)
    assert ended.returncode == 0, ended.stderr[-3000:]
    found = dict(line.split("\t") for line in ended.stdout.splitlines())
    assert found == ROWS


def run_all(folder: Path) -> None:
    """Build every file within the limits, and say the class of each; a file that takes longer ends the process with its name."""
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    for name in sorted(ROWS):
        signal.signal(signal.SIGPROF, lambda *_, name=name: sys.exit(f"{name} takes more than {SECONDS} seconds"))
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        result = built(workspace(name))
        signal.setitimer(signal.ITIMER_PROF, 0)
        sys.stdout.write(f"{name}\t{class_of(result)}\n")
        if name in SLOW and result.data is not None:
            (folder / f"{Path(name).stem}.docx").write_bytes(result.data)


# Files of which one program after the other has stumbled over the like.
SAMPLE = """markdown/field-injection.md markdown/p-table-63-cols.md markdown/table-empty.md markdown/p-html-unclosed.md markdown/jinja.md
images/good.jpg images/transparent.png images/icc-bad.png images/one-pixel.png images/extreme-aspect.png images/extreme-aspect-tall.png images/dpi-zero.png
text/rtl-arabic.md text/rtl-hebrew-mixed.md text/emoji.md text/combining.md text/cjk-thai.md text/c0-controls.md text/bidi-override.md text/xml-metachars.md""".split()


@pytest.mark.external
def test_libreoffice_opens_what_is_built(tmp_path: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    paths = []
    for number, name in enumerate(SAMPLE):
        data = built(workspace(name)).data
        assert data is not None
        paths.append(tmp_path / f"{number:02}.docx")
        paths[-1].write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "txt:Text", "--outdir", str(tmp_path), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    for name, path in zip(SAMPLE, paths, strict=True):
        assert "Early help" in path.with_suffix(".txt").read_text("utf-8-sig"), name


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A workspace on disk that builds."""
    note = tmp_path / NOTE
    note.parent.mkdir(parents=True)
    (tmp_path / "content" / "assessment.yaml").write_text(settings(), "utf-8")
    note.write_text(FRONT + "Text.\n", "utf-8")
    return tmp_path


def started(place: Path, *arguments: str, before: str = "") -> Done:
    """`docgen build` in a process of its own, which must not hang; `before` is what the shell does before it."""
    command = ["bash", "-c", before + 'exec "$0" "$@"', sys.executable, "-m", "docgen", "-C", str(place), "build", *arguments]
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    ended = subprocess.run(command, cwd=place, capture_output=True, text=True, timeout=SECONDS, check=False, env={**os.environ, "PYTHONPATH": path})
    return Done(ended.returncode, ended.stdout, ended.stderr)


def refused(place: Path, message: str, *arguments: str, status: int = 1) -> None:
    """A build that must end with a message, and write nothing."""
    assert_refused(place, message, run("build", *arguments, cwd=place), status)


def assert_refused(place: Path, message: str, ended: Done, status: int = 1) -> None:
    assert "Traceback" not in ended.stderr
    assert (ended.returncode, message in ended.stderr) == (status, True), ended.stderr
    assert not list(place.glob("output/*"))


def test_a_pipe_named_like_a_note_is_not_opened(place: Path) -> None:
    os.mkfifo(place / "content" / "x.md")
    assert_refused(place, "content/x.md:1:1: error: the file cannot be read: it is not a plain file", started(place))


def test_links_in_a_circle_are_refused(place: Path) -> None:
    (place / "content" / "a.md").symlink_to("b.md")
    (place / "content" / "b.md").symlink_to("a.md")
    refused(place, "content/a.md:1:1: error: the file cannot be read")


def test_a_link_to_a_device_is_not_followed(place: Path) -> None:
    (place / "content" / "x.md").symlink_to("/dev/zero")
    assert_refused(place, "content/x.md:1:1: error: the file cannot be read: it is a link that leads out of the workspace", started(place))


def test_an_unreadable_note_is_one_finding(place: Path) -> None:
    (place / "content" / "x.md").symlink_to("/dev/zero")
    assert run("build", cwd=place).stderr.count("content/x.md") == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read and write everything")
def test_permissions_are_respected(place: Path) -> None:
    target = place / "old.docx"
    target.write_bytes(b"old")
    target.chmod(0o400)
    refused(place, "read-only", "-o", str(target), status=2)
    assert target.read_bytes() == b"old"
    (place / NOTE).chmod(0)
    refused(place, f"{NOTE}:1:1: error: the file cannot be read")


def test_output_goes_nowhere_but_where_nothing_else_stands(place: Path) -> None:
    (place / "folder.docx").mkdir()
    refused(place, "is a folder", "-o", str(place / "folder.docx"), status=2)
    refused(place, "among the notes", "-o", str(place / "content" / "x.docx"), status=2)
    refused(place, "does not end in .docx", "-o", str(place / NOTE), status=2)
    assert (place / NOTE).read_text("utf-8") == FRONT + "Text.\n"


def test_a_full_disk_leaves_the_old_file(place: Path) -> None:
    target = place / "old.docx"
    target.write_bytes(b"old")
    (place / NOTE).write_text(FRONT + "".join(f"Text {number * 7919 % 10007}.\n\n" for number in range(9000)), "utf-8")
    assert_refused(place, "cannot be written", started(place, "-o", str(target), before="ulimit -f 8; "), status=2)
    assert target.read_bytes() == b"old"
    assert not list(place.glob(".*.tmp"))


def test_a_note_that_goes_while_notes_are_read(place: Path) -> None:
    class Vanishing(WorkingTree):
        def read(self, path: str, most: int = MAX_NOTE) -> bytes:
            if path == NOTE:
                (place / NOTE).unlink()
            return super().read(path, most)

    assert class_of(built(Vanishing(place))) == "REJECT unreadable-file"
    assert read_text(WorkingTree(place), NOTE)[0].text == ""


@pytest.mark.slow
def test_ten_thousand_notes(keep: Path) -> None:
    def spent(count: int) -> float:
        body = "Text of the note.\n\n## Recommendations\n\n- Agree a standard.\n"
        files = {f"content/early-help/note-{number}.md": (FRONT + body).encode() for number in range(count)}
        start = process_time()
        result = build(load(MemoryTree({**files, "content/assessment.yaml": settings().encode()})), "uncommitted", False)
        assert result.data is not None
        assert result.differences == ()
        (keep / f"{count}.docx").write_bytes(result.data)
        return process_time() - start

    assert spent(10_000) < 20 * spent(1_000)


if __name__ == "__main__":
    run_all(Path(sys.argv[1]))
