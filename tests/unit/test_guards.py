"""What the table of rules asks before a rule is loaded never keeps it from finding anything."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from types import ModuleType

import pytest

from docgen.build import load
from docgen.check.rule import Facts, Rule
from docgen.check.table import RULES
from docgen.diagnostics import Diagnostic
from docgen.identities import identities
from docgen.project import MemoryTree
from tests.support import FIXTURES, FRONT, NOTE, needs_fixtures, settings
from tests.test_cases import CASES, places, workspace

GUARDED = [rule for rule in RULES if rule.on or rule.when]


def page(rule: Rule) -> ModuleType:
    return import_module(f"docgen.check.rules.{rule.name.replace('-', '_')}")


def told(found: Iterable[Diagnostic]) -> list[tuple[object, ...]]:
    return [(finding.name, finding.message, finding.span.source.path, finding.span.start, finding.span.end) for finding in found]


def kept_back(facts: Facts) -> list[str]:
    """The rules that their guards keep from finding what they would find."""
    return [rule.name for rule in GUARDED if told(rule.find(facts)) != told(page(rule).find(facts))]


def facts_of(tree: MemoryTree) -> Iterator[Facts]:
    """Of a draft, and of the final edition."""
    library = load(tree).library
    for final in (False, True):
        yield Facts(library, identities(library), final)


def fixtures() -> Iterator[MemoryTree]:
    for folder in ("markdown/real", "bad/front_matter", "bad/text"):
        for path in sorted(path for path in (FIXTURES / folder).rglob("*") if path.is_file())[::6]:
            yield MemoryTree({"content/assessment.yaml": settings().encode(), NOTE: path.read_bytes()})


def cases() -> Iterator[MemoryTree]:
    for path in sorted(CASES.glob("*.md")):
        text = path.read_text("utf-8")
        yield from (workspace(text[start:end]) for start, end in places(path).values())


SAID = "Attendance at child protection conferences is uneven, and it drifts over time, above all in summer.\n\n"
TO_DO = "## Recommendations\n\n- Audit 30 plans of children in need. {{#plans-{0}}}\n"


def least() -> Iterator[MemoryTree]:
    """What has just enough to be told: a section and a document that are long by their words and short by their letters, and two notes alike."""
    for words in (4_100, 25_100):
        yield MemoryTree({"content/assessment.yaml": settings().encode(), NOTE: (FRONT + "a " * words).encode()})
    pair = {f"content/early-help/{name}.md": (FRONT + SAID + TO_DO.format(name)).encode() for name in "ab"}
    yield MemoryTree({"content/assessment.yaml": settings().encode(), **pair})


@pytest.mark.parametrize("trees", [pytest.param(fixtures, marks=needs_fixtures), cases, least])
def test_no_rule_is_kept_from_what_it_finds(trees: Callable[[], Iterator[MemoryTree]]) -> None:
    """In English: of other documents the language itself keeps the rules about words away."""
    for tree in trees():
        for facts in facts_of(tree):
            assert not facts.assessment.is_english or not kept_back(facts), tree.files
