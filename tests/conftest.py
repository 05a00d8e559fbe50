"""Options of the suite, and the place where every Word file that a test writes is kept for the validator."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite the expectations of the case files")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """True where expectations are to be rewritten; the difference is then reviewed."""
    return bool(request.config.getoption("--accept"))


@pytest.fixture
def keep(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A folder for Word files: that of DOCGEN_WORD_FILES, which `.ci/run` validates, else a temporary one."""
    chosen = os.environ.get("DOCGEN_WORD_FILES")
    if not chosen:
        return tmp_path
    folder = Path(chosen) / request.node.name.replace("/", "_").replace("[", "-").replace("]", "")[:80]
    folder.mkdir(parents=True, exist_ok=True)
    return folder
