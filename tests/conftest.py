"""Options of the suite, and the place where every Word file that a test writes is kept for the validator."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from xdist.scheduler import LoadScopeScheduling

# Where two processes share the tests: those that stand on one costly thing, by the beginnings of their names.
TOGETHER = {
    "tests/test_architecture.py": "the source of docgen",
    "tests/test_cases.py::test_case[messages: Every message]": "the source of docgen",
    "tests/unit/test_messages.py": "the source of docgen",
    "tests/readers/": "files that other programs have opened",
    "tests/word_files/test_specification.py": "files with every example",
}
# What takes longest begins first: begun last, it would leave the other process idle.
FIRST = (
    "tests/word_files/test_pdf_ua.py",
    "tests/readers/",
    "tests/word_files/test_real_templates.py",
    "tests/word_files/test_contents.py",
    "tests/unit/test_fix.py",
    "tests/unit/test_bad_input.py",
    "tests/looks/",
    "tests/unit/test_ci.py",
    "tests/word_files/test_specification.py",
    "tests/unit/test_spans.py",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite the expectations of the case files")


def pytest_collection() -> None:
    """No test is timed: machines are noisy. Here, because a process that only hands tests to others needs none of it."""
    from hypothesis import settings

    settings.register_profile("docgen", deadline=None)
    settings.load_profile("docgen")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: next((rank for rank, start in enumerate(FIRST) if item.nodeid.startswith(start)), len(FIRST)))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadScopeScheduling | None:
    """Hands out a function with all its parameters at a time, or what stands together, in the order above."""
    if config.getoption("dist") != "load":
        return None
    from xdist.scheduler import LoadScopeScheduling

    class Scheduling(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return next((group for start, group in TOGETHER.items() if nodeid.startswith(start)), nodeid.partition("[")[0])

    config.option.loadscopereorder = False
    return Scheduling(config, log)


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """True where expectations are to be rewritten; the difference is then reviewed."""
    return bool(request.config.getoption("--accept"))


@pytest.fixture
def keep(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A folder for Word files: that of DOCGEN_WORD_FILES, which `.ci/run` validates, else a temporary one."""
    return kept(request.node.name) or tmp_path


@pytest.fixture(scope="module")
def keep_all(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """The same for the files that the tests of a module share."""
    name = request.module.__name__.rpartition(".")[2]
    return kept(name) or tmp_path_factory.mktemp(name)


def kept(name: str) -> Path | None:
    """The folder of that name below DOCGEN_WORD_FILES, where that is set."""
    chosen = os.environ.get("DOCGEN_WORD_FILES")
    if not chosen:
        return None
    folder = Path(chosen) / re.sub(r"[/\[\]]", "_", name)[:80]
    folder.mkdir(parents=True, exist_ok=True)
    return folder
