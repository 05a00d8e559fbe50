"""Library to diagnostics: the craft of telling an editor what to mend. Never writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.assessment import Assessment
from docgen.check.rule import Facts, ask
from docgen.check.table import RULES
from docgen.diagnostics import Diagnostic, Severity, has_errors, ordered
from docgen.identities import identities
from docgen.note import Library

if TYPE_CHECKING:
    from docgen.check.again import Again

__all__ = ["as_set", "check", "stops"]


def check(library: Library, final: bool = False, again: Again | None = None) -> list[Diagnostic]:
    """Every finding about a workspace, by place, with the severities that its settings ask for; `again` knows what was found before.

    Where the settings could not be read no rule is asked: each agency and section of the notes would be told as unknown.
    """
    found = [*library.problems, *(problem for note in library.notes for problem in note.problems)]
    asked = {name.value for name, _ in library.assessment.rules}
    rules = [rule for rule in RULES if not rule.off or rule.name in asked] if library.assessment.is_read else []
    found += again.ask(rules, library, final) if again else ask(rules, Facts(library, identities(library), final))
    return ordered(as_set(found, library.assessment))


def as_set(found: list[Diagnostic], assessment: Assessment) -> list[Diagnostic]:
    """The findings with the severities that `rules:` asks for; those that guard text stay errors (see `fixed-finding`)."""
    if not assessment.rules:
        return found
    from docgen.check.rules.fixed_finding import FIXED

    wanted = {name.value: level.value for name, level in assessment.rules if name.value not in FIXED}
    kept: list[Diagnostic] = []
    for finding in found:
        level = wanted.get(finding.name)
        if level is None:
            kept.append(finding)
        elif level != "ignore":
            kept.append(finding.at(Severity(level)))
    return kept


def stops(findings: list[Diagnostic], strict: bool = False) -> bool:
    """True where a build must not go on: at an error, or when strict at any finding."""
    return bool(findings) if strict else has_errors(findings)
