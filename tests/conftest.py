"""Options of the suite, and the place where every Word file that a test writes is kept for the validator."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import settings

# No test is timed: machines are noisy.
settings.register_profile("docgen", deadline=None)
settings.load_profile("docgen")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite the expectations of the case files")


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
