"""Two processes read what one would have read, and the first does all where the other fails."""

from __future__ import annotations

import os

import pytest

from docgen import parallel
from docgen.build import build, load
from docgen.parallel import in_parallel
from docgen.project import MemoryTree
from tests.support import FRONT, SETTINGS

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes can't be copied here")
HOME = os.getpid()


@pytest.fixture(autouse=True)
def divided(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Divide in spite of the threads that pytest may have; counts how often."""
    times: list[int] = []

    def may() -> bool:
        times.append(1)
        return True

    monkeypatch.setattr(parallel, "_may_divide", may)
    return times


def where(number: int) -> tuple[int, int]:
    return number, os.getpid()


def only_here(number: int) -> int:
    if os.getpid() != HOME:
        raise ValueError(number)
    return number


def test_two_processes_keep_the_order() -> None:
    told: list[int] = []
    found = in_parallel(where, range(200), lambda _: 1, told.append)
    assert [number for number, _ in found] == list(range(200))
    assert len({process for _, process in found}) == 2
    assert told == list(range(114))


@pytest.mark.parametrize("read", [only_here, lambda number: (lambda: number) if os.getpid() != HOME else number])
def test_what_the_other_process_can_not_do_is_done_here(read: object) -> None:
    assert in_parallel(read, range(100), lambda _: 1, lambda _: None) == list(range(100))  # type: ignore[arg-type]


def test_few_are_read_by_one(divided: list[int]) -> None:
    assert {process for _, process in in_parallel(where, range(parallel.MANY - 1), lambda _: 1, lambda _: None)} == {os.getpid()}
    assert not divided


def test_a_document_is_the_same_whoever_read_its_notes(monkeypatch: pytest.MonkeyPatch) -> None:
    body = "## A visit to {0}\n\nSee [@item-{0}], *soon*.[^1]\n\n[^1]: A note.\n\n## Strengths\n\n- Help {0} came early. {{#item-{0}}}\n  - Evidence: audit {0}\n"
    files = {f"content/early-help/n{number}.md": (FRONT + body.format(number)).encode() for number in range(120)}
    tree = MemoryTree({"content/assessment.yaml": SETTINGS.encode(), **files})
    divided = build(load(tree), "", False)
    monkeypatch.setattr(parallel, "_may_divide", lambda: False)
    whole = build(load(tree), "", False)
    assert divided.data == whole.data
    assert divided.data
    assert [finding.message for finding in divided.findings] == [finding.message for finding in whole.findings]
