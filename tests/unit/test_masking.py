"""What messages must not repeat, what stays readable, and that neither takes long."""

from __future__ import annotations

import json
import re
from time import process_time

import pytest

from docgen.diagnostics import error, mask
from docgen.near import nearest
from docgen.report.findings import WIDEST, as_json, as_text
from docgen.source import Source

# Each input with the part of it that is covered; an empty part for none.
CASES = [
    ("NHS9434765919", "9434765919"),
    ("No.9434765919,", "9434765919"),
    ("x9434765919y", "9434765919"),
    ("of 943 476 5919.", "943 476 5919"),
    ("of 943\u00a0476\u00a05919.", "943\u00a0476\u00a05919"),
    ("of 943\u200b476\u22125919.", "943\u200b476\u22125919"),
    ("of 943–476—5919.", "943–476—5919"),
    ("of 943\t476.5919", "943\t476.5919"),
    ("of 943 / 476 / 5919", "943 / 476 / 5919"),
    ("of 943&nbsp;476&#160;5919", "943&nbsp;476&#160;5919"),
    ("of ٩٤٣٤٧٦٥٩١٩", "٩٤٣٤٧٦٥٩١٩"),
    ("case 2012-07-12 34", "2012-07-12 34"),
    ("of 123456", ""),
    ("AB123456C", "AB123456C"),
    ("of ab 12 34 56 c.", "ab 12 34 56 c"),
    ("file child_AB123456C.md", "AB123456C"),
    ("of AB 123 456 C.", "AB 123 456 C"),
    ("of AB.12.34.56.C", "AB.12.34.56.C"),
    ("of AB&nbsp;12&nbsp;34&nbsp;56&nbsp;C", "AB&nbsp;12&nbsp;34&nbsp;56&nbsp;C"),
    ("of AB 12 **34** 56 C", "AB 12 **34** 56 C"),
    ("by 2012-13 a third", ""),
    ("in 2012, 45 c", ""),
    ("of 943<b>476</b>5919", "943<b>476</b>5919"),
    ("of 943    476    5919", "943    476    5919"),
    ("A12345678901B", "A12345678901B"),
    ("to name%40example.org, or", "name%40example.org"),
    ("to name&#64;example.org, or", "name&#64;example.org"),
    ("to name @ example.org, or", "name @ example.org"),
    ("to name (at) example.org, or", "name (at) example.org"),
    ("to name[at]example.org, or", "name[at]example.org"),
    ("to name&commat;example.org, or", "name&commat;example.org"),
    ("look at it.", ""),
    ("to name.other@example.org, or", "name.other@example.org"),
    ("date: 2013-03-31", ""),
    ("2012-07-12 – 2013-01-02", ""),
    ("in 2012–2013", ""),
    ("due 31 March 2013", ""),
    ('"03/04/27" could be two different days', ""),
    ("due 03/04/2027", ""),
    ("on 03/04/27 a review", ""),
    ("born 04/03/2009", " 04/03/2009"),
    ("4 March 2009 (DOB)", "4 March 2009"),
    ("d.o.b.: 04.03.09", "04.03.09"),
    ("(b. 2009-03-04)", "2009-03-04"),
    ("date of birth, we were told: 4th of March 2009", "4th of March 2009"),
    ("Birth: March 4, 2009", "March 4, 2009"),
    ("the child, 4 Mrch 2009, was born here", "4 Mrch 2009"),
    ("dob 040309", "040309"),
    ("born here; " + "x" * 60 + " due 31 March 2013", ""),
]


@pytest.mark.parametrize(("text", "covered"), CASES)
def test_identifiers_are_covered_and_nothing_else(text: str, covered: str) -> None:
    expected = text.replace(covered, "•" * len(covered)) if covered else text
    assert mask(text) == expected.replace("\t", "\ufffd")


def test_overlapping_identifiers_are_covered_whole() -> None:
    text = "born 4 March 2009 9434765919, x.9434765919@example.org"
    assert set(mask(text, [re.compile("March")])) == set("born•, ")
    assert len(mask(text)) == len(text)


@pytest.mark.parametrize("text", ["a" * 1_000_000, "1" * 1_000_000, "www." * 250_000, "a@" * 500_000, "born " + "a" * 1_000_000], ids=lambda text: text[:6])
def test_masking_takes_linear_time(text: str) -> None:
    start = process_time()
    mask(text)
    assert process_time() - start < 0.5


def test_the_sites_own_patterns_cover_paths_too() -> None:
    source = Source("content/SMITH-77.md", "Text.\n")
    found, own = [error("raw-html", "wrong", source.span(0, 4))], [re.compile(r"[A-Z]+-\d+")]
    assert as_text(found, own).startswith("content/••••••••.md:1:1: ")
    assert json.loads(as_json(found, own))[0]["path"] == "content/••••••••.md"


def test_no_part_of_an_identifier_shows_at_the_edges_of_a_long_line() -> None:
    identifier = "first.last.9434765919@a-long-name.example.org"
    for shift in range(0, 2 * WIDEST, 7):
        line = "x " * 1_000 + identifier + " y" * 1_000
        at = 2_000 - WIDEST + shift
        shown = as_text([error("raw-html", "wrong", Source("a.md", line).span(at, at + 1))]).splitlines()[1]
        assert set(shown.split("|", 1)[1]) <= set(" xy•")
        assert len(shown) == len("    1 | ") + WIDEST


def test_three_thousand_misses_among_three_thousand_names_take_little_time() -> None:
    names = [f"early-help-finding-{number}" for number in range(3_000)]
    start = process_time()
    found = [nearest(name.replace("help", "hepl"), names) for name in names]
    assert process_time() - start < 2
    assert found == names
