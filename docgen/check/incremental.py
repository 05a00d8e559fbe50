"""Checking a library again, as `--watch` does: of the notes that did not change, what was seen of each alone still holds."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.check.fingerprints import fingerprints
from docgen.check.rule import Facts, Rule, ask
from docgen.diagnostics import Diagnostic
from docgen.identities import identities, part_of
from docgen.nodes import Paragraph
from docgen.note import Library, Note


class Again:
    """What rules that look at each note alone found, what the notes say (see `Prose`) and the fingerprints of their paragraphs, by note.

    It holds for as long as the settings are the same.

    Settings and notes are told apart by identity: whoever loads the library gives the same objects for the same text.
    """

    def __init__(self) -> None:
        self.state: tuple[object, ...] = ()
        self.found: dict[Note, list[Diagnostic]] = {}
        self.beside: list[Diagnostic] = []
        self.texts: dict[Note, str] = {}
        self.fingerprints: dict[Note, list[int]] = {}

    def ask(self, rules: list[Rule], facts: Facts) -> list[Diagnostic]:
        """What all rules find; the others look at the whole library each time."""
        library = facts.library
        state = (library.assessment, library.framework, library.theme, facts.final)
        if state != self.state:
            self.state, self.found, self.beside, self.texts, self.fingerprints = state, {}, [], {}, {}
        self._look([rule for rule in rules if rule.alone], library, facts.final)
        if self.texts:
            facts.prose.texts = dict(self.texts)
        facts.given(fingerprints, [mark for note in library.notes for mark in self.fingerprints[note]])
        whole = ask([rule for rule in rules if not rule.alone], facts)
        return [*whole, *self.beside, *(finding for found in self.found.values() for finding in found)]

    def _look(self, rules: Iterable[Rule], library: Library, final: bool) -> None:
        """Look at the notes that were not here before, and forget those that are gone."""
        new = [note for note in library.notes if note not in self.found]
        self.found = {note: self.found.get(note, []) for note in library.notes}
        self.texts = {note: self.texts[note] for note in library.notes if note in self.texts}
        self.fingerprints = {note: self.fingerprints.get(note, []) for note in library.notes}
        if not new:
            return
        part = part_of(library, new)
        by_path = {note.path: self.found[note] for note in new}
        self.beside = []
        facts = Facts(part, identities(part), final)
        for finding in ask(rules, facts):
            by_path.get(finding.span.source.path, self.beside).append(finding)
        if rules:
            self.texts.update(facts.prose.texts)
        for (note, _), mark in zip(facts.every(Paragraph), fingerprints(facts), strict=True):
            self.fingerprints[note].append(mark)
