"""Two processes read what one would have read, and the first does all where the other fails."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Sequence
from functools import partial

import pytest

from docgen import parallel
from docgen.build import build, load
from docgen.check import Verdict, look
from docgen.parallel import beside, in_shares
from docgen.project import MemoryTree
from docgen.shares import Share
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


@pytest.fixture
def handed_over(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What the other process has handed over, and None for each time that it failed: the result does not show who made it."""
    found: list[object] = []
    begun = parallel._begun

    def watched(work: Callable[..., object], given: Sequence[object]) -> Callable[[], object] | None:
        promised = begun(work, given)

        def wait() -> object:
            found.append(promised() if promised else None)
            return found[-1]

        return wait

    monkeypatch.setattr(parallel, "_begun", watched)
    return found


def where(numbers: Sequence[int], tell: Callable[[str], None]) -> tuple[list[int], int]:
    tell(f"{len(numbers)} of them")
    return list(numbers), os.getpid()


def only_here(numbers: Sequence[int], tell: Callable[[str], None]) -> list[int]:
    if os.getpid() != HOME:
        raise ValueError(numbers)
    return list(numbers)


def not_to_be_passed_on(numbers: Sequence[int], tell: Callable[[str], None]) -> object:
    return (lambda: numbers) if os.getpid() != HOME else list(numbers)


def test_two_processes_keep_the_order_and_one_tells() -> None:
    told: list[str] = []
    (first, here), (second, there) = in_shares(where, range(200), lambda _: 1, told.append)
    assert [*first, *second] == list(range(200))
    assert here == HOME != there
    assert told == [f"{len(first)} of them"]


@pytest.mark.parametrize("work", [only_here, not_to_be_passed_on])
def test_what_the_other_process_can_not_do_is_done_here(work: Callable[[Sequence[int], Callable[[str], None]], list[int]]) -> None:
    assert [number for share in in_shares(work, range(100), lambda _: 1, lambda _: None) for number in share] == list(range(100))


def test_where_nobody_wants_to_hear_of_children_that_end_all_is_done_here() -> None:
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        shares = in_shares(where, range(100), lambda _: 1, lambda _: None)
    finally:
        signal.signal(signal.SIGCHLD, before)
    assert [number for numbers, _ in shares for number in numbers] == list(range(100))


def test_few_are_read_by_one(divided: list[int]) -> None:
    assert in_shares(where, range(parallel.MANY - 1), lambda _: 1, lambda _: None) == [(list(range(parallel.MANY - 1)), HOME)]
    assert not divided


def test_two_pieces_of_work_are_done_at_once() -> None:
    found, ready = beside(os.getpid, os.getpid, many=True)
    assert found != ready() == HOME


def test_little_work_is_done_when_it_is_asked_for(divided: list[int]) -> None:
    done: list[int] = []
    found, ready = beside(os.getpid, lambda: done.append(1), many=False)
    assert (found, done) == (HOME, [])
    ready()
    assert done
    assert not divided


def test_what_goes_wrong_here_is_raised_when_it_is_asked_for() -> None:
    found, ready = beside(lambda: "an error", lambda: 1 // 0, many=True)
    assert found == "an error"
    with pytest.raises(ZeroDivisionError):
        ready()


def test_what_goes_wrong_in_the_other_is_done_again() -> None:
    assert beside(lambda: only_here([1], print), lambda: 2, many=True)[0] == [1]


@pytest.mark.parametrize("final", [False, True])
def test_many_notes_with_an_error_give_no_document(final: bool, handed_over: list[object], monkeypatch: pytest.MonkeyPatch) -> None:
    files = {f"content/early-help/n{number}.md": (FRONT + f"## Strengths\n\n- One. {{#one-{number}}}\n\n[gone](#nowhere) [@nobody]\n").encode() for number in range(90)}
    tree = MemoryTree({"content/assessment.yaml": SETTINGS.encode(), **files})
    divided = build(load(tree, look=partial(look, final=final)), "", final)
    assert [type(made) for made in handed_over] == [Share, Verdict]
    monkeypatch.setattr(parallel, "_may_divide", lambda: False)
    whole = build(load(tree), "", final)
    assert divided.document is divided.data is whole.data is None
    assert [finding.message for finding in divided.findings] == [finding.message for finding in whole.findings]
    assert any(finding.name == "dangling-reference" for finding in divided.findings)


def test_a_document_is_the_same_whoever_read_its_notes(handed_over: list[object], monkeypatch: pytest.MonkeyPatch) -> None:
    body = "## A visit to {0}\n\nSee [@item-{0}], *soon*.[^1]\n\n[^1]: A note.\n\n## Strengths\n\n- Help {0} came early. {{#item-{0}}}\n  - Evidence: audit {0}\n"
    files = {f"content/early-help/n{number}.md": (FRONT + body.format(number)).encode() for number in range(120)}
    tree = MemoryTree({"content/assessment.yaml": SETTINGS.encode(), **files})
    divided = build(load(tree, look=look), "", False)
    assert [type(made) for made in handed_over] == [Share, Verdict]
    monkeypatch.setattr(parallel, "_may_divide", lambda: False)
    whole = build(load(tree), "", False)
    assert divided.data == whole.data
    assert divided.data
    assert [finding.message for finding in divided.findings] == [finding.message for finding in whole.findings]
