"""Silence: which findings a comment lets stand (see `allow`), and which such comments silence nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.assessment import Located
from docgen.check.allow import Allow, line_of, read_allows
from docgen.check.rule import Facts
from docgen.check.table import RULES
from docgen.diagnostics import Diagnostic, Silenced, warning
from docgen.note import Library

NAME = "unused-allow"
# What is told when an edition is assembled or a template is opened: nobody knows before whether it will be.
TOLD_LATER = ("reference-to-withheld", "template-")


class Nearest:
    """Of some comments in one file that silence one name, the one on the fewest lines: for each line, and for the file as such."""

    def __init__(self, allows: list[Allow]) -> None:
        self.lines: dict[int, Allow] = {}
        behind: dict[int, int] = {}
        for allow in sorted(allows, key=_length):
            line, last = allow.lines
            passed: list[int] = []
            while line <= last:
                # What a shorter one covers is passed over at once, whatever the number of those around it.
                if line not in self.lines:
                    self.lines[line] = allow
                passed.append(line)
                line = behind.get(line, line + 1)
            behind.update(dict.fromkeys(passed, line))
        self.whole = min((allow for allow in allows if allow.whole or allow.lines[0] <= 1 <= allow.lines[1]), key=_length, default=None)


def _length(allow: Allow) -> int:
    return allow.lines[1] - allow.lines[0]


class Silence:
    """The comments of a library: `sort` divides findings into those that are told and those that are not."""

    def __init__(self, library: Library) -> None:
        self.allows, self.problems = read_allows(library)
        self.used: set[tuple[Allow, str]] = set()
        self.by_name: dict[tuple[str, str], list[Allow]] = {}
        self.nearest: dict[tuple[str, str], Nearest] = {}
        for allow, name in self._named():
            self.by_name.setdefault((allow.span.source.path, name.value), []).append(allow)

    def sort(self, findings: Iterable[Diagnostic]) -> tuple[list[Diagnostic], list[Silenced]]:
        """The findings that are told, and those that a comment silences; of several comments the one on the fewest lines."""
        told: list[Diagnostic] = []
        silenced: list[Silenced] = []
        for finding in findings:
            allow = self._allow(finding)
            if allow is None:
                told.append(finding)
            else:
                self.used.add((allow, finding.name))
                silenced.append(Silenced(finding, allow.reason))
        return told, silenced

    def _allow(self, finding: Diagnostic) -> Allow | None:
        source, start, end = finding.span
        named = (source.path, finding.name)
        if named not in self.by_name:
            return None
        if named not in self.nearest:
            self.nearest[named] = Nearest(self.by_name[named])
        nearest = self.nearest[named]
        return nearest.whole if start == end == 0 else nearest.lines.get(line_of(source, start))

    def unused(self, facts: Facts) -> Iterator[Diagnostic]:
        """A finding for each name that silences nothing, neither in a draft nor in a final build; not of rules that are not asked."""
        levels = {name.value: level.value for name, level in facts.assessment.rules}
        resting = {rule.name for rule in RULES if rule.off and rule.name not in levels}
        resting |= {name for name, level in levels.items() if level == "ignore"}
        idle = {name.value for allow, name in self._named() if (allow, name.value) not in self.used} - resting
        if idle:
            self.sort(_otherwise(facts, idle))
        for allow, name in self._named():
            if name.value in idle and (allow, name.value) not in self.used and not name.value.startswith(TOLD_LATER):
                hint = "remove it, or put it right behind what it is about, or on the line above"
                yield warning(NAME, f'"{name.value}" is not told here, so this comment silences nothing', name.span, hint)

    def _named(self) -> Iterator[tuple[Allow, Located[str]]]:
        """Every name with its comment."""
        return ((allow, name) for allow in self.allows for name in allow.names)


def _otherwise(facts: Facts, names: set[str]) -> Iterator[Diagnostic]:
    """What rules of these names say in the other kind of build."""
    other = Facts(facts.library, facts.identities, not facts.final)
    return (finding for rule in RULES if rule.name in names for finding in rule.find(other))
