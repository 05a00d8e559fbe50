"""Lines that were to describe an item are put below it by `--fix`, where it is sure which item is meant and where each line ends."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.build import load
from docgen.check import judge
from docgen.commands.mend import mended
from docgen.diagnostics import Severity
from docgen.fix import fixed
from docgen.nodes import Node, Text
from docgen.note import Field, Library
from docgen.project import MemoryTree
from docgen.walk import children
from tests.support import FRONT, NOTE, tree

OPENING = "## Recommendations\n\n"


def mend(body: str) -> str:
    """The list once everything is mended that can be."""
    workspace = tree(OPENING + body)
    loaded = load(workspace)
    result = mended(workspace, loaded.library, judge(loaded.library), lambda _: True)
    text = result.changes[NOTE][1].text if NOTE in result.changes else workspace.files[NOTE].decode()
    assert text.startswith(FRONT + OPENING)
    return text.removeprefix(FRONT + OPENING)


RIGHT = "- Agree a standard. {#a}\n  - Lead: council\n  - Due: 31 March 2027\n"


@pytest.mark.parametrize(
    ("body", "right"),
    [
        ("- Agree a standard. {#a}\n  Lead: council\n  Due: 31 March 2027\n", RIGHT),
        ("- Agree a standard. {#a}\n  – Lead: council\n  • Due: 31 March 2027\n", RIGHT),
        ("- Agree a standard. {#a}\n  -Lead: council\n  -Due: 31 March 2027\n", RIGHT),
        ("- Agree a standard. {#a}\n  **Lead:** council\n  **Due**: 31 March 2027\n", "- Agree a standard. {#a}\n  - **Lead:** council\n  - **Due**: 31 March 2027\n"),
        ("- Agree a standard. {#a}\n\n  Lead: council\n  Due: 31 March 2027\n", "- Agree a standard. {#a}\n\n  - Lead: council\n  - Due: 31 March 2027\n"),
        ("1. Agree a standard. {#a}\n  Lead: council\n2. Train all staff. {#b}\n  Lead: police\n", "1. Agree a standard. {#a}\n   - Lead: council\n2. Train all staff. {#b}\n   - Lead: police\n"),
        ("1. Agree a standard. {#a}\n  - Lead: council\n  - Due: 31 March 2027\n", "1. Agree a standard. {#a}\n   - Lead: council\n   - Due: 31 March 2027\n"),
        ("- Agree a standard. {#a}\r\n  Lead: council\r\n", "- Agree a standard. {#a}\r\n  - Lead: council\r\n"),
        ("- [ ] Agree a standard. {#a}\n  Lead: council\n", "- [ ] Agree a standard. {#a}\n  - Lead: council\n"),
    ],
)
def test_lines_are_put_below_their_item(body: str, right: str) -> None:
    assert mend(body) == right
    assert mend(right) == right


@pytest.mark.parametrize(
    "body",
    [
        "- Agree a standard. {#a}\n  Measure: all agencies attend.\n  The board will hear of it.\n",
        "- Agree a standard.\n  Measure: all agencies attend. {#a}\n",
        "- Agree a standard. {#a}\\\n  Lead: council\n",
        "- Agree a standard. {#a}<br>\n  Lead: council\n",
        "Agree a standard. {#a}\nLead: council\n",
        "- Lead: council\n- Agree a standard. {#a}\n",
        "- Agree a standard. {#a}\n\nBy the board.\n\n- Lead: council\n",
        "- Agree a standard. {#a}\n- Measure: all attend\n\n  - The board will hear of it.\n",
        "-\tAgree a standard. {#a}\n\tLead: council\n",
        # Of several lines one could be left behind, and would run on in another.
        "- Agree a standard. {#a}\n  Measure: invited agencies attend\n  nine in ten conferences\n",
        "- Agree a standard. {#a}\n  Owner: board\n  Owner: chair\n",
        "1. Agree a standard. {#a}\n- Lead: council\n  Due: 31 March 2027\n",
        "- Agree a standard. {#a}\n- Owner: board\n  internal only: Said so.\n",
        # What stands below a line would be read as something else.
        "- Agree a standard. {#a}\n  Lead: council\n    - Due: 31 March 2027\n",
        "- Agree a standard. {#a}\n  Lead: council\n  - Due: 31 March 2027\n",
        "1. Agree a standard. {#a}\n   Lead: council\n\n     Due: 31 March 2027\n     Said so.\n",
        "- Agree a standard. {#a}\n  Lead: council\n\n      code <!-- x -->\n",
        "- Agree a standard. {#a}\n - Lead: council\n\n  More of it.\n",
        # It is not sure which item is meant.
        "1. Agree a standard. {#a}\n  - It was agreed in May. {#b}\n  - Lead: council\n",
        "1. Agree a standard. {#a}\n  Lead: council\n  - It was agreed in May. {#b}\n",
        "- Agree a standard. {#a}\n - It was agreed in May. {#b}\n    Lead: council\n",
        "   10. Agree a standard. {#a}\n   * Lead: council\n    Measure: all attend\n",
        "- Lead: council\n- Agree a standard. {#a}\n- Lead: police\n- Train all staff. {#b}\n",
        # Something is open in the item above, or stands between.
        "- Agree a standard. {#a}\n\n  ```\n  code\n- Lead: council\n",
        "- Agree a standard. {#a}\n  <div>x</div>\n- Lead: council\n",
        "1. Agree a standard. {#a}\n\n[d]: https://example.org\n\n- Lead: council\n",
        "10. Agree a standard. {#a}\n\n::: note\n- Lead: council\n- Train all staff. {#b}\n:::\n",
        "::: note\n- Agree a standard. {#a}\n  Lead: council\n:::\n",
        "- Agree a standard. {#a}\n- Lead: council {#b}\n",
        # An item may itself have been meant for a line, or for a title.
        "- Agree a standard. {#a}\n- Audiance: internal\n- Owner: board\n",
        "- Agree a standard. {#a}\n- Impact: fewer delays\n- Lead: council\n",
        "- Agree a standard. {#a}\n- Leed: council\n- Owner: board\n",
        "- Agree a standard. {#a}\n- Lead council\n- Owner: board\n",
        "- Agree a standard. {#a}\n- Timescale: 3 months\n- Lead: council\n",
        "- Agree a standard. {#a}\n- Internal use\n- Lead: council\n",
        "- Agree a standard. {#a}\n  Aud\u00adience: internal\n  Lead: council\n",
        "- Agree a standard. {#a}\n  Audence: internal\n- Train all staff. {#b}\n  Lead: council\n",
        # At the margin, whatever stands between may have been meant for the item, too.
        "- Agree a standard. {#a}\n- Lead: council\n- Due: 31 March 2027\n",
        "- Agree a standard. {#a}\n - Lead: council\n * Due: 31 March 2027\n",
        "1. Agree a standard. {#a}\n2. Lead: council\n3. Train all staff. {#b}\n",
        "- Agree a standard. {#a}\n- Responsible – the council board\n- Lead: council\n",
        "- Agree a standard. {#a}\n- Measure: all attend\n- Attendance of nine in ten\n- Lead: council\n",
        # An identity or a label would stay in the midst of the words.
        "- Agree a standard. {#a}\n  and report on it.\n  Lead: council\n",
        "- Agree a standard.\n  Visible to: internal\n  Lead: council\n",
        # What looks like the title of a part makes other items of those below it, once it is one.
        "- Agree a standard. {#a}\n\nAreas for development\n\n- Write to all now. {#b}\n  Status: proposed\n",
        "- Agree a standard. {#a}\n\nTrain all the staff now:\n\n- in each school and nursery\n  Lead: council\n",
        "- Agree a standard. {#a}\nLead: council\nDue: 31 March 2027\n",
        # The sentence above may go on.
        "- Write to all partners and agree the {#a}\n  outcome: fewer children on plans.\n",
        "- Agree one thing above all,\n  Priority: high\n",
        "- By May 2027\n  Lead: council\n",
        "- Agree a standard. {#a}\n\n#Strengths\n\n- Write to all now. {#b}\n  Owner: board\n",
        # Who may read a passage is not for docgen to decide.
        "- Agree a standard. {#a}\n  Audience: internal\n",
        "- Agree a standard. {#a}\n- Lead: council\n- Train all staff. {#b}\n  - Audience: internal\n",
        "- Agree a standard. {#a}\n- Audience: internal\n",
    ],
)
def test_what_is_not_sure_is_left(body: str) -> None:
    told = [finding for finding in judge(load(tree(OPENING + body)).library).findings if finding.name == "misplaced-field"]
    assert told
    assert not any(finding.fix for finding in told)


@pytest.mark.parametrize("lines", ["  Lead: nobody\n", "  Owner: board\n  Lead: nobody\n", "- Lead: nobody\n- Owner: board\n"])
def test_what_would_bring_an_error_is_left_with_all_lines_of_its_item(lines: str) -> None:
    assert mend(f"- Agree a standard. {{#a}}\n{lines}") == f"- Agree a standard. {{#a}}\n{lines}"


@pytest.mark.parametrize("lines", ["\nLead: council\n", "  - Owner: board\n    - Lead: council\n"])
def test_a_line_that_is_too_far_out_or_in_is_told(lines: str) -> None:
    told = [finding for finding in judge(load(tree(f"{OPENING}- Agree a standard. {{#a}}\n{lines}")).library).findings if finding.name == "misplaced-field"]
    assert len(told) == 1
    assert not told[0].fix


def test_a_line_that_runs_on_in_another_is_told_once() -> None:
    body = f"{OPENING}- Agree a standard. {{#a}}\n  - Support: council\n  Owner: board\n"
    told = [finding.name for finding in judge(load(tree(body)).library).findings if finding.severity is Severity.ERROR]
    assert told == ["misplaced-field"]


def test_a_quotation_is_left() -> None:
    body = "> - Agree a standard. {#a}\n>   Lead: council\n"
    assert mend(body) == body


AUDIENCE = "- Agree a standard. {#a}\n  - Measure: all attend\n"


@pytest.mark.parametrize("line", ["  Audience: internal", "    Audience: internal", "Audience: nobody", "    • **Audience:** internal", "\n    Audience: internal"])
def test_an_audience_that_runs_on_behind_another_line_is_told(line: str) -> None:
    told = {finding.name for finding in judge(load(tree(f"{OPENING}{AUDIENCE}{line}\n")).library).findings if finding.severity is Severity.ERROR}
    assert told & {"misplaced-field", "stray-audience"}


LINES = st.sampled_from(
    [
        *("- Agree a standard.", "1. Train all staff.", "- It was said.", " - Meet again.", "* Ask parents.", "10. Ask schools.", "Text.", "", "", "more words", "`code", "<!-- x -->", ":::"),
        *("Lead: council", "Owner: board", "Due: 31 March 2027", "Measure: all attend", "**Outcome:** less harm", "• Support: police", "Progress: 1 May 2026: begun"),
        *("```", "> Said so.", "| a | b |", "[d]: https://example.org", "### Below", "---", "Lead: nobody", "{#x}", "- [ ] Write to all."),
    ]
)
FIELDS = st.sampled_from(["Lead: council", "Owner: board", "Due: 31 March 2027", "Measure: all attend"])
NOTES = st.lists(st.tuples(st.sampled_from(["", "", " ", "  ", "   ", "    ", "- ", "  - ", "   - ", "1. "]), LINES | FIELDS), max_size=9)


def _words(library: Library) -> Counter[str]:
    """The words of a note that are printed where they stand; those of fields are printed elsewhere."""
    found: Counter[str] = Counter()
    waiting: list[Node] = list(library.notes[0].blocks)
    while waiting:
        node = waiting.pop()
        # Braces that end a paragraph then are an identity, and no words.
        found.update(re.findall(r"(?<!#)\b\w+", node.text) if isinstance(node, Text) else ())
        waiting += () if isinstance(node, Field) else children(node)
    return found


def _problems(library: Library, *names: str) -> int:
    return sum(problem.name in names for problem in library.notes[0].problems)


@settings(max_examples=300, deadline=None)
@given(NOTES, st.sampled_from(["\n", "\r\n", "\r"]))
def test_what_is_moved_is_read_as_what_it_says(lines: list[tuple[str, str]], newline: str) -> None:
    body = newline.join(f"{blanks}{words}" for blanks, words in [("", "- Agree the first."), *lines])
    workspace = tree(OPENING + body)
    before = load(workspace).library
    mends = [finding for finding in judge(before).findings if finding.name == "misplaced-field" and finding.fix]
    changed = fixed(mends)
    after = load(MemoryTree({**workspace.files, **{path: text.encode() for path, (_, text) in changed.items()}})).library
    assert _problems(before, "misplaced-field") - _problems(after, "misplaced-field") == len(mends)
    assert len(after.census.get(Field, [])) - len(before.census.get(Field, [])) == len(mends)
    moved = Counter(word for finding in mends for word in re.findall(r"\w+", finding.span.text))
    assert _words(before) - moved == _words(after)
    assert not fixed(finding for finding in judge(after).findings if finding.name == "misplaced-field")
