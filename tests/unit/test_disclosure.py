"""However an audience is mistyped, its passage is not in the document for more readers: it is withheld, or the build stops."""

from __future__ import annotations

from io import BytesIO
from time import process_time
from zipfile import ZipFile

import pytest

from docgen.build import build
from tests.support import NOTE, findings, loaded

SETTINGS = "default_audience: public\nidentifiers: ['LCS ?[0-9]{6,}']\n"
FRONT = "---\ntitle: A note\nsection: early-help\nstatus: agreed\naudience: public\n---\n"
ITEM = "Open words.\n\n## Strengths\n\n- An item with CANARY words. {#one}\n"

PASSAGES = {
    "container": "Open.\n\n::: internal\nCANARY\n:::\n",
    "nested": "Open.\n\n::: note\n::: internal\nCANARY\n:::\n:::\n",
    "in a list": "- open\n\n  ::: internal\n  CANARY\n  :::\n",
    "in a quote": "> open\n>\n> ::: internal\n> CANARY\n> :::\n",
    "code in it": "Open.\n\n::: internal\n```\n:::\n```\nCANARY\n:::\n",
    "two colons": "Open.\n\n:: internal\nCANARY\n::\n",
    "fullwidth": "Open.\n\n：：： internal\nCANARY\n：：：\n",
    "hidden sign before": "Open.\n\n\u200b::: internal\nCANARY\n:::\n",
    "hard space before": "Open.\n\n\u00a0::: internal\nCANARY\n:::\n",
    "escaped": "Open.\n\n\\::: internal\nCANARY\n\\:::\n",
    "bold": "Open.\n\n**::: internal**\nCANARY\n",
    "indented as code": "Open.\n\n    ::: internal\n    CANARY\n    :::\n",
    "in HTML": "Open.\n\n<div>\n::: internal\nCANARY\n:::\n</div>\n",
    "in a cell": "| A |\n| - |\n| ::: internal CANARY |\n",
    "capital": "Open.\n\n::: Internal\nCANARY\n:::\n",
    "stray close": "Open.\n\n:: internal\nCANARY\n:::\n",
    "never closed": "Open.\n\n::: internal\nCANARY\n",
    "comment": "Open. <!-- CANARY -->\n",
    "comment with a gap": "Open <!-- a\n\nCANARY --> more.\n",
    "comment never closed": "Open.\n\n<!-- a\n\nCANARY\n",
    "comment mistyped": "Open. <! -- CANARY -->\n",
    "comment of a word processor": "Open. <!– CANARY –>\n",
    "comment in a title": '![alt](images/uptake.png "x <!-- CANARY -->")\n',
    "definition": "See [it][r].\n\n::: internal\nSecret [q][r].\n\n[r]: https://canary.example/x \"CANARY\"\n:::\n",
    "settings below the settings": "audience: internal\n\nCANARY\n",
    "identifier of the site": "The case LCS 123456 CANARY.\n",
    "section of its own": "Open.\n\n::: internal\n## CANARY\n\nText.\n:::\n\nMore.\n",
    "footnote": "Open.\n\n::: internal\nClosed.[^1]\n:::\n\n[^1]: CANARY\n",
    "picture": 'Open.\n\n::: internal\n![CANARY](images/uptake.png "CANARY")\n:::\n',
}
FIELDS = {
    "right": "  - Audience: internal\n",
    "bold": "  - **Audience:** internal\n",
    "dash": "  - Audience – internal\n",
    "nothing between": "  - Audience internal\n",
    "no blank": "  - Audience:internal\n",
    "fullwidth": "  - Audience： internal\n",
    "entity": "  - Audience&#58; internal\n",
    "escaped": "  - Audience\\: internal\n",
    "HTML": "  - <b>Audience</b>: internal\n",
    "comment": "  - <!-- c -->Audience: internal\n",
    "too deep": "  - Evidence: x\n    - Audience: internal\n",
    "continuation": "  Audience: internal\n",
    "brackets": "  (Audience: internal)\n",
    "not indented": "- Audience: internal\n",
    "no dash's blank": "  -Audience: internal\n",
    "Word's dash": "  – Audience: internal\n",
    "in a box": "\n  ::: note\n  Audience: internal\n  :::\n",
    "twice": "  - Audience: public\n  - Audience: internal\n",
    "unknown": "  - Audience: internl\n",
    "empty": "  - Audience:\n",
}


def parts(body: str, settings: str = SETTINGS, front: str = FRONT) -> str:
    """Everything in the package as text; an empty text where the build stops."""
    result = build(loaded({NOTE: front + body}, settings), "uncommitted", final=False)
    if result.data is None:
        return ""
    assert result.differences == ()
    with ZipFile(BytesIO(result.data)) as package:
        return "\n".join(package.read(name).decode(errors="replace") for name in package.namelist())


@pytest.mark.parametrize("name", PASSAGES)
def test_a_passage_for_fewer_readers(name: str) -> None:
    assert "canary" not in parts(PASSAGES[name]).casefold()


@pytest.mark.parametrize("name", FIELDS)
def test_an_item_for_fewer_readers(name: str) -> None:
    assert "CANARY" not in parts(ITEM + FIELDS[name])


@pytest.mark.parametrize("setting", ["rules: {wrong-value: ignore}\n", "rules: {unknown-value: warning, duplicate-key: ignore}\n"])
@pytest.mark.parametrize("audience", ["audience: [internal, public]", "audience: {x: y}", "audience: public\naudience: internal", "audience:"])
def test_an_audience_that_cannot_be_read_withholds(setting: str, audience: str) -> None:
    front = f"---\ntitle: A note\nsection: early-help\nstatus: agreed\n{audience}\n---\n"
    assert "CANARY" not in parts("CANARY\n", SETTINGS + setting, front)


def test_audiences_in_the_wrong_order_are_an_error() -> None:
    assert parts("CANARY\n", "audiences: [internal, partners, public]\ndefault_audience: public\n") == ""


def test_the_words_of_a_withheld_list_are_known() -> None:
    said = "the family in the second case moved house twice within six months"
    body = f"- open\n\n  ::: internal\n  We heard that {said}.\n  :::\n\nText: {said}, they said.\n"
    assert parts(body) == ""


def test_what_is_for_everybody_is_printed() -> None:
    assert "CANARY" in parts("Open CANARY words.\n")
    assert "CANARY" in parts(ITEM + "  - Audience: public\n")


@pytest.mark.parametrize("silence", ["rules: {field-without-part: ignore}\n", "rules: {stray-audience: ignore}\n", ""])
def test_an_audience_below_a_plain_list_stops_the_build_whatever_it_names(silence: str) -> None:
    body = "## Actions\n\n- Review it. <!-- docgen: allow stray-audience, field-without-part because we want to -->\n  - Audience: executive board\n"
    found = findings({"content/a.md": "---\ntitle: A\nsection: early-help\nstatus: agreed\n---\n" + body}, silence)
    assert [finding.severity for finding in found if finding.name == "stray-audience"] == ["error"]


@pytest.mark.parametrize(
    "body",
    [
        "## Strengths\n\n- Good. {#q}\n\n      <!-- HIDDEN words -->\n",
        "Text.\n\n    <!-- HIDDEN words -->\n",
        '[a](https://x.org "see <!-- HIDDEN --> it")\n',
        "[a]\n\n[a]: https://x.org '<!-- HIDDEN -->'\n",
        "x <!--> HIDDEN --> y\n",
        "x <!---> HIDDEN --> y\n",
    ],
)
def test_a_comment_that_would_be_printed_stops_the_build(body: str) -> None:
    found = findings({"content/a.md": "---\ntitle: A\nsection: early-help\nstatus: agreed\n---\n" + body})
    assert "unclosed-comment" in [finding.name for finding in found if finding.severity == "error"]


@pytest.mark.parametrize(("body", "divides"), [("One\n<!-- x -->\ntwo.\n", True), ("- One\n  <!-- x -->\n  two.\n", True), ("One.\n\n<!-- x -->\nTwo.\n", False), ("- One\n  <!-- x -->\n- Two\n", False), ("One <!-- x -->\ntwo.\n", False), ("# One\n<!-- x -->\nTwo.\n", False)])
def test_a_comment_within_a_sentence_is_told(body: str, divides: bool) -> None:
    found = findings({"content/a.md": "---\ntitle: A\nsection: early-help\nstatus: agreed\n---\n" + body})
    assert ("dividing-comment" in [finding.name for finding in found]) is divides


@pytest.mark.parametrize("line", ["x " + ":" * 5000, ": " * 5000, "audience" + ":" * 5000, ":" * 5000 + " x"])
def test_thousands_of_colons_take_no_time(line: str) -> None:
    start = process_time()
    findings({"content/a.md": "---\ntitle: A\nsection: early-help\nstatus: agreed\n---\n" + line + "\n"})
    assert process_time() - start < 2


MORE = (
    "- Text.\n  Audiences: internal\n",
    "- Text.\n- Audiance: internal\n",
    "- Text.\n\n  Audience\n  : internal\n",
    "- Text.\n  - **Audience**\n    - internal\n",
    "- Text.\n  - Audience\n  - internal\n",
    "- Text.\n\n  **Audience**\n\n  internal\n",
    "- Text.\n  - Impact: x\n    Audience\n    internal\n",
    "- Text.\n\n| Action | Audience |\n| --- | --- |\n| Ask. | internal |\n",
    "- Text.\n\n  Audience:<br>internal\n",
    "- Text.\n\n  Audience\n\n\n  internal\n",
    "- Text.\n\n| Audience | internal |\n| --- | --- |\n| a | b |\n",
)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("body", MORE)
def test_an_audience_that_stands_apart_from_its_name_is_told(body: str, newline: str) -> None:
    text = f"{FRONT}## Strengths\n\n{body}".replace("\n", newline)
    told = {finding.name for finding in findings({NOTE: text}, SETTINGS)}
    assert told & {"stray-audience", "misplaced-field", "unknown-field"}


@pytest.mark.parametrize("body", ["| Course | Audience |\n| --- | --- |\n| Talks | public |\n", "| Course | Audience |\n| --- | --- |\n| Talks | Schools and voluntary partners |\n", "Audience\n\nEverybody came.\n", "An audit of cases: internal and external.\n"])
def test_an_audience_that_is_none_is_let_be(body: str) -> None:
    assert "stray-audience" not in {finding.name for finding in findings({NOTE: FRONT + body}, SETTINGS)}


@pytest.mark.parametrize("value", ["INTERNAL ONLY: his sister fled", "[internal only] his sister fled", "Confidential: his sister fled", "(confidential) his sister fled", "Not for sharing: his sister fled"])
@pytest.mark.parametrize("name", ["Impact", "**Evidence**"])
def test_words_that_keep_nothing_from_anybody_are_told_in_a_field(name: str, value: str) -> None:
    told = {finding.name for finding in findings({NOTE: f"{FRONT}## Strengths\n\n- Child hurt. {{#b}}\n  - {name}: {value}\n"}, SETTINGS)}
    assert told & {"stray-audience", "kept-from-nobody"}


@pytest.mark.parametrize("cell", ["internal use", "internal or partners", "internal, not public", "for internal"])
def test_a_cell_that_names_a_closed_audience_is_told(cell: str) -> None:
    assert "stray-audience" in {finding.name for finding in findings({NOTE: f"{FRONT}| Action | Audience |\n| --- | --- |\n| Ask. | {cell} |\n"}, SETTINGS)}


def test_a_long_line_behind_an_audience_takes_no_longer_than_it_is() -> None:
    start = process_time()
    findings({NOTE: f"{FRONT}Audience<br>{' ' * 200_000}x\n"}, SETTINGS)
    assert process_time() - start < 3


@pytest.mark.parametrize(
    "value", ["interviews (confidential), May 2026", "internal audit, May 2026", "(internal) audit", "partners only fill one form", "confidential survey of 40 parents", "partners: 90% attend"]
)
def test_a_field_that_only_speaks_of_such_things_is_let_be(value: str) -> None:
    told = {finding.name for finding in findings({NOTE: f"{FRONT}## Strengths\n\n- Good. {{#b}}\n  - Evidence: {value}\n"}, SETTINGS)}
    assert not told & {"stray-audience", "kept-from-nobody"}


@pytest.mark.parametrize("lines", ["<br>" * 16_000, "\n\n    a" + "\n" * 16_000 + "    b"])
def test_many_empty_lines_below_an_audience_take_no_longer_than_they_are(lines: str) -> None:
    start = process_time()
    findings({NOTE: f"{FRONT}audience{lines} internal x\n"}, SETTINGS)
    assert process_time() - start < 3
