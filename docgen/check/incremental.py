"""Checking a library again, as `--watch` does: of the notes that did not change, what was found about each alone still holds."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.check.rule import Facts, Rule, ask
from docgen.diagnostics import Diagnostic
from docgen.identities import identities, part_of
from docgen.note import Library, Note


class Again:
    """What rules that look at each note alone found, by note, for as long as the settings are the same.

    Settings and notes are told apart by identity: whoever loads the library gives the same objects for the same text.
    """

    def __init__(self) -> None:
        self.state: tuple[object, ...] = ()
        self.found: dict[Note, list[Diagnostic]] = {}
        self.beside: list[Diagnostic] = []

    def ask(self, rules: list[Rule], facts: Facts) -> list[Diagnostic]:
        """What all rules find; the others look at the whole library each time."""
        library = facts.library
        state = (library.assessment, library.framework, library.theme, facts.final)
        if state != self.state:
            self.state, self.found, self.beside = state, {}, []
        self._look([rule for rule in rules if rule.alone], library, facts.final)
        whole = ask([rule for rule in rules if not rule.alone], facts)
        return [*whole, *self.beside, *(finding for found in self.found.values() for finding in found)]

    def _look(self, rules: Iterable[Rule], library: Library, final: bool) -> None:
        """Look at the notes that were not here before, and forget those that are gone."""
        new = [note for note in library.notes if note not in self.found]
        self.found = {note: self.found.get(note, []) for note in library.notes}
        if not new:
            return
        part = part_of(library, new)
        by_path = {note.path: self.found[note] for note in new}
        self.beside = []
        for finding in ask(rules, Facts(part, identities(part), final)):
            by_path.get(finding.span.source.path, self.beside).append(finding)
