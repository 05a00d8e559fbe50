"""Every example of CommonMark and GitHub goes through the whole pipeline, and the Word file says what the specification's HTML says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from docgen.build import build, load
from docgen.check import check
from docgen.diagnostics import Diagnostic
from docgen.project import MemoryTree
from tests.support import PNG, needs_fixtures, settings
from tests.word_files.specification import Example, Piece, examples, marked, said_by_html, said_by_word, words

pytestmark = needs_fixtures
SETTINGS = settings("sections: [{id: spec, title: Examples, note_titles: true}]\n").encode()
A_FILE = 50  # examples
FILLER = "⁂"
PICTURES = re.compile(r"(?<=[(<\s])/?(?:path/to/)?(url2?|train\.jpg)\b")
# What the HTML says otherwise: the name of an alert, which docgen does not know; the title of a figure, which is its caption.
CAPTION = re.compile(r"Figure \d+: .*?(?= ⁂|$)")
ALERT = re.compile(r"\[!(\w+)\]")

# Examples that are not built even with the pictures that they name, by the finding that refuses them.
REFUSED: Mapping[str, set[str]] = {
    # Pictures that are no files: addresses on the web, data, nothing.
    "bad-picture": {
        "gfm-extensions 19", "mdit-commonmark_extras 2", "mdit-commonmark_extras 3", "mdit-commonmark_extras 54", "mdit-issue-fixes 4", "mdit-xss 6",
    },
    "dangling-reference": {"commonmark 484", "commonmark 501", "gfm-spec 509"},
    "surplus-cell": {"gfm-extensions 8", "gfm-spec 204", "mdit-tables 16", "mdit-tables 21"},
    "unclosed-comment": {"commonmark 183", "commonmark 626", "gfm-extensions 22", "gfm-spec 646", "mdit-fatal 4"},
}
# Examples of which the Word file says something else than the HTML, and why.
DIFFERENT: Mapping[str, str] = {
    "commonmark 475": "the title of a picture that is written in HTML is not shown",
    "commonmark 163": "a tag that HTML does not know is printed: people write such placeholders to be read",
    "commonmark 150": "a tag that HTML does not know is printed",
    "commonmark 201": "a tag that HTML does not know is printed",
    "commonmark 491": "a tag that HTML does not know is printed",
    "commonmark 613": "a tag that HTML does not know is printed",
    "commonmark 614": "a tag that HTML does not know is printed",
    "commonmark 623": "a tag that HTML does not know is printed",
    "gfm-regression 6": "a tag that HTML does not know is printed",
    "mdit-commonmark_extras 28": "a tag that HTML does not know is printed",
    "gfm-spec 645": "a comment by CommonMark 0.31, text by GitHub's older edition",
    "gfm-spec 653": "tags of HTML are dropped, GitHub prints some of them",
    "gfm-extensions 20": "the fixture asks only that nothing crashes, and has no HTML",
    "mdit-linkify 5": "GitHub reads an entity in an address, linkify-it does not",
    "mdit-linkify 8": "code begins beside an address, too",
    "mdit-linkify 18": "docgen shows an address as it was typed",
    "mdit-linkify 31": "GitHub ends an address before the punctuation behind it, linkify-it in the middle of it",
    **dict.fromkeys((f"mdit-strikethrough {number}" for number in (2, 3, 4, 5, 14, 15)), "GitHub strikes out what stands between one or two ~, not more"),
}
# Examples that say the same, and mark it otherwise.
MARKED_OTHERWISE: Mapping[str, str] = {"mdit-punycode 8": "a sign is no letter of a domain for GitHub"}
# Pages whose HTML comes from options that docgen has not: every letter of the HTML is there, signs may differ.
AS_TYPED = {"mdit-smartquotes", "mdit-typographer", "mdit-punycode"}


class Result(NamedTuple):
    """What became of an example: what the Word file says, and the findings about it."""

    said: list[Piece]
    findings: list[Diagnostic]


def note(number: int, markdown: str) -> bytes:
    """An example as a note with a heading of its own."""
    front = f"---\ntitle: Example {number}\nsection: spec\nagencies: [council]\nstatus: agreed\norder: {number}\n---\n"
    return (front + markdown).encode(errors="surrogatepass")


def workspace(notes: Mapping[int, str]) -> MemoryTree:
    """Some examples as one workspace; every picture that one of them names by a path of its own is there."""
    pictures = dict.fromkeys((f"content/spec/{name}" for name in ("url", "url2", "uri3", "x", "train.jpg", "moon.jpg")), PNG)
    files = {f"content/spec/{number:04}.md": note(number, markdown) for number, markdown in notes.items()}
    return MemoryTree({"content/assessment.yaml": SETTINGS, **pictures, **files})


def findings(notes: Mapping[int, str]) -> dict[int, list[Diagnostic]]:
    """What is said about each of some examples; a workspace holds as many as a file."""
    numbers = list(notes)
    found: dict[int, list[Diagnostic]] = {number: [] for number in numbers}
    for at in range(0, len(numbers), A_FILE):
        for finding in check(load(workspace({number: notes[number] for number in numbers[at : at + A_FILE]})).library, False):
            if finding.span.source.path.startswith("content/spec/"):
                found[int(Path(finding.span.source.path).stem)].append(finding)
    return found


def mended(notes: Mapping[int, str]) -> dict[int, str]:
    """The examples with their pictures in the workspace, and a word below every heading that would stand alone, and not be printed."""
    found = findings(notes)
    pictured = {number: PICTURES.sub(r"\1", notes[number]) for number in notes if any(finding.name == "bad-picture" for finding in found[number])}
    found |= findings(pictured)
    return {number: _with_words(number, markdown, found[number]) for number, markdown in {**notes, **pictured}.items()}


def _with_words(number: int, markdown: str, found: list[Diagnostic]) -> str:
    shift = len(note(number, "").decode())
    ends = {finding.span.end - shift for finding in found if finding.name == "bare-heading"}
    for end in sorted(ends, reverse=True):
        markdown = f"{markdown[:end]}\n\n{FILLER}\n\n{markdown[end:].lstrip(' #')}"
    return markdown


@pytest.fixture(scope="module")
def cases() -> dict[int, Example]:
    given = dict(enumerate(examples(), 1))
    whole = mended({number: example.markdown for number, example in given.items()})
    return {number: example._replace(markdown=whole[number]) for number, example in given.items()}


@pytest.fixture(scope="module")
def refused(cases: dict[int, Example]) -> dict[str, set[str]]:
    """The examples that are refused, by finding."""
    found: dict[str, set[str]] = {}
    for number, told in findings({number: example.markdown for number, example in cases.items()}).items():
        for finding in told:
            if finding.severity == "error":
                found.setdefault(finding.name, set()).add(cases[number].name)
    return found


@pytest.fixture(scope="module")
def results(cases: dict[int, Example], refused: dict[str, set[str]], keep_all: Path) -> dict[int, Result]:
    """What became of every example that is built."""
    names = {name for found in refused.values() for name in found}
    good = [number for number, example in cases.items() if example.name not in names]
    found: dict[int, Result] = {}
    for at in range(0, len(good), A_FILE):
        notes = {number: cases[number].markdown for number in good[at : at + A_FILE]}
        found |= dict(_built(notes, keep_all / f"{at:04}.docx"))
    return found


def _built(notes: Mapping[int, str], target: Path) -> Iterator[tuple[int, Result]]:
    built = build(load(workspace(notes)), "uncommitted", False)
    assert built.data is not None, [finding for finding in built.findings if finding.severity == "error"]
    assert built.differences == ()
    target.write_bytes(built.data)
    said = said_by_word(built.data)
    for number in notes:
        mine = [finding for finding in built.findings if finding.span.source.path == f"content/spec/{number:04}.md"]
        yield number, Result([piece for piece in said[f"Example {number}"][2:] if piece.text != FILLER], mine)


def test_what_is_refused_is_refused_by_name(refused: dict[str, set[str]]) -> None:
    assert refused == REFUSED


def test_the_file_says_what_the_html_says(cases: dict[int, Example], results: dict[int, Result]) -> None:
    """The same words and signs in the same order; whatever differs stands in the table, and nothing else."""
    assert len(results) == len(cases) - sum(map(len, REFUSED.values()))
    different = {}
    for number, result in results.items():
        example = cases[number]
        wanted, said = words(said_by_html(example.html)), CAPTION.sub("", " ".join(words(result.said))).split()
        if example.name.startswith("mdit-alerts"):
            wanted, said = (ALERT.sub(r"\1", " ".join(found)).casefold().split() for found in (wanted, said))
        if example.name.split()[0] in AS_TYPED:
            assert letters(wanted) <= letters(said), example
        elif said != wanted:
            different[example.name] = (wanted, said)
    assert different.keys() == DIFFERENT.keys(), {name: found for name, found in different.items() if name not in DIFFERENT}


def test_words_are_marked_as_in_the_html(cases: dict[int, Example], results: dict[int, Result]) -> None:
    """Emphasis, strong words, code, strikethrough and links with their addresses, in every example without HTML of its own."""
    compared, different = 0, {}
    for number, result in results.items():
        example = cases[number]
        wanted = said_by_html(example.html)
        if words(wanted) != words(result.said) or any(finding.name in ("raw-html", "unsafe-link") for finding in result.findings):
            continue
        compared += 1
        if marked(result.said) != marked(wanted):
            different[example.name] = (example.markdown, marked(result.said), marked(wanted))
    assert different.keys() == MARKED_OTHERWISE.keys(), different
    assert compared > 600


def letters(said: list[str]) -> set[str]:
    return set(re.findall(r"[a-z]+", " ".join(said).casefold()))
