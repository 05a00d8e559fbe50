"""Dates in other forms than the two that notes have: the right one is named where the day is plain."""

from __future__ import annotations

import pytest

from docgen.build import load
from docgen.check import check
from docgen.fix import fixed
from docgen.parse.dates import instead, is_ambiguous
from docgen.project import MemoryTree
from tests.support import SETTINGS, findings

MEANT = [
    ("31/03/2027", "write 31 March 2027"),
    ("31.3.2027", "write 31 March 2027"),
    ("03/31/2027", "write 31 March 2027"),
    ("2027/03/31", "write 31 March 2027"),
    ("2027-3-31", "write 31 March 2027"),
    ("05/05/2027", "write 5 May 2027"),
    ("31 03 2027", "write 31 March 2027"),
    ("31st March 2027", "write 31 March 2027"),
    ("31st of March, 2027", "write 31 March 2027"),
    ("31 Mar 2027", "write 31 March 2027"),
    ("31-Mar-27", "write 31 March 2027"),
    ("1 Sept. 2027", "write 1 September 2027"),
    ("Wednesday 31 March 2027", "write 31 March 2027"),
    ("March 31, 2027", "write 31 March 2027"),
    ("March 2027", "write one, such as 31 March 2027"),
    ("Feb 2028", "write one, such as 29 February 2028"),
    ("end of June 2027", "write one, such as 30 June 2027"),
    ("by end June 2027", "write one, such as 30 June 2027"),
    ("03/2027", "write one, such as 31 March 2027"),
    ("31 February 2027", None),
    ("32/13/2027", None),
    ("spring 2027", None),
    ("2027", None),
    ("13/2027", None),
    ("soon", None),
]


@pytest.mark.parametrize(("text", "hint"), MEANT)
def test_what_to_write_instead(text: str, hint: str | None) -> None:
    found = instead(text)
    assert (found[1] if found else None) == hint
    assert not is_ambiguous(text)


@pytest.mark.parametrize("text", ["03/04/2027", "03/04/27", "31/03/27", "4-3-2027", "2027/03/04"])
def test_figures_that_are_two_days_are_ambiguous(text: str) -> None:
    assert is_ambiguous(text)


def test_the_right_form_is_named_wherever_a_date_stands() -> None:
    body = "## Recommendations\n\n- Do it. {#do}\n  - Due: 31/03/2027\n  - Progress: 3rd May 2026: begun\n"
    front = "---\ntitle: A\nsection: early-help\nstatus: agreed\nworkshop: {date: 31/03/2026}\n---\n"
    found = [(finding.name, finding.message, finding.hint) for finding in findings({"content/a.md": front + body}, "date: March 2026\n") if finding.name == "wrong-value"]
    assert found == [
        ("wrong-value", '"31/03/2026" is a date in another form', "write 31 March 2026"),
        ("wrong-value", '"31/03/2027" is a date in another form', "write 31 March 2027"),
        ("wrong-value", '"3rd May 2026" is a date in another form', "write 3 May 2026"),
        ("wrong-value", '"March 2026" names no day', "write one, such as 31 March 2026"),
    ]


def test_a_date_in_another_form_is_mended_where_one_day_can_be_meant() -> None:
    body = "## Recommendations\r\n\r\n- Do it. {#do}\r\n  - Due: 31/03/2027.\r\n  - Progress: 3rd May 2026: *begun*\r\n  - Progress: March 2026: more\r\n  - Owner: head\r\n"
    front = '---\r\ntitle: A\r\nsection: early-help\r\nworkshop: {date: "31/03/2026", name: one}\r\n---\r\n'
    tree = MemoryTree({"content/assessment.yaml": SETTINGS.encode(), "content/a.md": (front + body).encode()})
    found = [finding for finding in check(load(tree).library) if finding.name == "wrong-value"]
    ((_, mended),) = fixed(found).values()
    wanted = (front + body).replace('"31/03/2026"', "31 March 2026").replace("31/03/2027.", "31 March 2027.").replace("3rd May", "3 May")
    assert mended == wanted
