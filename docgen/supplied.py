"""What comes with docgen: themes, frameworks, lists of words and the files that `docgen init` writes."""

from __future__ import annotations

import os
from pathlib import Path

from docgen.source import Source

DATA = Path(__file__).parent / "data"


def built_in(kind: str, name: str) -> Source | None:
    """A file that comes with docgen: `themes/plain.yaml`, `frameworks/rag.yaml`. A name is looked up, never followed as a path."""
    if name not in built_in_names(kind):
        return None
    return Source(f"{kind}/{name}.yaml", (DATA / kind / f"{name}.yaml").read_text("utf-8"))


def built_in_names(kind: str) -> list[str]:
    """The names of the files of one kind that come with docgen."""
    return sorted(name.removesuffix(".yaml") for name in os.listdir(DATA / kind) if name.endswith(".yaml"))


def word_list(name: str) -> str:
    """A list of words that comes with docgen."""
    return (DATA / "words" / f"{name}.txt").read_text("utf-8")
