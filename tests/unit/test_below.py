"""Lines that were to describe an item are put below it by `--fix`, where it is sure which item is meant and where each line ends."""

from __future__ import annotations

import pytest

from docgen.build import load
from docgen.check import judge
from docgen.commands.mend import mended
from docgen.note import Recommendation
from docgen.project import MemoryTree
from tests.support import FRONT, NOTE, tree

OPENING = "## Recommendations\n\n"


def mend(body: str) -> str:
    """The list once everything is mended that can be, without the identities that mending gives its items."""
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
        ("- Agree a standard. {#a}\nLead: council\nDue: 31 March 2027\n", RIGHT),
        ("- Agree a standard. {#a}\n  – Lead: council\n  • Due: 31 March 2027\n", RIGHT),
        ("- Agree a standard. {#a}\n  -Lead: council\n  -Due: 31 March 2027\n", RIGHT),
        ("- Agree a standard. {#a}\n  **Lead:** council\n  **Due**: 31 March 2027\n", "- Agree a standard. {#a}\n  - **Lead:** council\n  - **Due**: 31 March 2027\n"),
        ("- Agree a standard. {#a}\n\n  Lead: council\n  Due: 31 March 2027\n", "- Agree a standard. {#a}\n\n  - Lead: council\n  - Due: 31 March 2027\n"),
        ("- Agree a standard. {#a}\n- Lead: council\n- Due: 31 March 2027\n", RIGHT),
        ("- Agree a standard. {#a}\n - Lead: council\n * Due: 31 March 2027\n", "- Agree a standard. {#a}\n  - Lead: council\n  - Due: 31 March 2027\n"),
        ("1. Agree a standard. {#a}\n  Lead: council\n2. Train staff. {#b}\n  Lead: police\n", "1. Agree a standard. {#a}\n   - Lead: council\n2. Train staff. {#b}\n   - Lead: police\n"),
        ("1. Agree a standard. {#a}\n2. Lead: council\n3. Train staff. {#b}\n", "1. Agree a standard. {#a}\n   - Lead: council\n3. Train staff. {#b}\n"),
        ("1. Agree a standard. {#a}\n  - Lead: council\n  - Due: 31 March 2027\n", "1. Agree a standard. {#a}\n   - Lead: council\n   - Due: 31 March 2027\n"),
        ("1. Agree a standard. {#a}\n- Lead: council\n  Due: 31 March 2027\n", "1. Agree a standard. {#a}\n   - Lead: council\n   - Due: 31 March 2027\n"),
        ("- Agree a standard. {#a}\r\n  Lead: council\r\n", "- Agree a standard. {#a}\r\n  - Lead: council\r\n"),
        ("- [ ] Agree a standard. {#a}\n  Lead: council\n", "- [ ] Agree a standard. {#a}\n  - Lead: council\n"),
        ("- Agree a standard. {#a}\n  Measure: invited agencies attend\n  nine in ten conferences\n", "- Agree a standard. {#a}\n  - Measure: invited agencies attend\n  nine in ten conferences\n"),
        ("- Agree a standard. {#a}\n  Lead: council\n  - Due: 31 March 2027\n", RIGHT),
        ("::: note\n- Agree a standard. {#a}\n  Lead: council\n:::\n", "::: note\n- Agree a standard. {#a}\n  - Lead: council\n:::\n"),
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
        "> - Agree a standard. {#a}\n>   Lead: council\n",
        "- Lead: council\n- Agree a standard. {#a}\n",
        "- Agree a standard. {#a}\n\nBy the board.\n\n- Lead: council\n",
        "- Agree a standard. {#a}\n- Measure: all attend\n\n  - The board will hear of it.\n",
        "- Agree a standard. {#a}\n  Lead: nobody\n",
        "-\tAgree a standard. {#a}\n\tLead: council\n",
    ],
)
def test_what_is_not_sure_is_left(body: str) -> None:
    assert mend(body) == body


def test_a_line_that_keeps_an_item_from_readers_does_so_once_it_is_mended() -> None:
    body = mend("- Agree a standard. {#a}\n  Audience: internal\n- Train staff. {#b}\n- Audience: internal\n")
    library = load(MemoryTree({**tree("").files, NOTE: (FRONT + OPENING + body).encode()})).library
    items = [item for _, item in library.census[Recommendation]]
    assert [item.value("Audience") for item in items] == ["internal", "internal"]
