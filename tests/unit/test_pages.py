"""Every page of a finding tells the truth: Bad gives the finding, Good does not."""

from __future__ import annotations

import re

import pytest

from docgen.build import build, load
from docgen.check.names import NAMES
from docgen.commands.explain import page
from tests.support import FRONT, NOTE, tree

FENCE = re.compile(r"^```(body|note|assessment|house)(?: (\S+))?\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def given(text: str, final: bool) -> set[str]:
    """The names of the findings about the files in a part of a page."""
    notes: dict[str, str] = {}
    changes = ""
    for kind, path, content in FENCE.findall(text):
        if kind == "assessment":
            changes = content
        elif kind == "house":
            notes["styles/house.yaml"] = content
        else:
            notes[f"content/{path}" if path else NOTE] = content if kind == "note" else FRONT + content
    if set(notes) <= {"styles/house.yaml"}:
        notes[NOTE] = FRONT + "Text.\n"
    result = build(load(tree(notes, changes)), "uncommitted", final)
    return {finding.name for finding in result.findings}


@pytest.mark.parametrize("name", NAMES)
def test_page(name: str) -> None:
    rule, text = page(name)
    assert rule.name == name
    assert text.splitlines()[0].endswith(".")
    bad, good = text.split("\nBad:")[1].split("\nGood:")
    if FENCE.search(bad):
        assert name in given(bad, final=False)
        assert name not in given(good, final=False)
    else:
        assert bad.strip()
        assert good.strip()
