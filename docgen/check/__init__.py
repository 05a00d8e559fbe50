"""Library to diagnostics: the craft of telling an editor what to mend. Never writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.assessment import Assessment
from docgen.check.fingerprints import fingerprints
from docgen.check.rule import Facts, Rule, ask
from docgen.check.table import FIXED, RULES
from docgen.diagnostics import Diagnostic, Severity, Silenced, has_errors, ordered
from docgen.identities import identities
from docgen.nodes import RawBlock, RawInline
from docgen.note import Library, Note
from docgen.record import Record

if TYPE_CHECKING:
    from docgen.check.incremental import Again

__all__ = ["Seen", "Verdict", "check", "judge", "look", "stops", "told"]


class Verdict(Record):
    """What is told about a workspace, and what comments of its notes silence, with the reasons that they give."""

    findings: list[Diagnostic]
    silenced: list[Silenced]


class Seen(Record):
    """What rules found that look at each note alone, for a draft or a final build; and what the notes say (see `Prose`), in how many words, and the fingerprints of their paragraphs."""

    found: list[Diagnostic]
    texts: dict[Note, str]
    spelled: frozenset[str]
    counts: dict[Note, int]
    fingerprints: list[int]
    final: bool

    @classmethod
    def of(cls, parts: list[Seen]) -> Seen:
        """What was seen of notes in several parts."""
        found = [finding for part in parts for finding in part.found]
        texts = {note: text for part in parts for note, text in part.texts.items()}
        spelled = frozenset().union(*(part.spelled for part in parts))
        counts = {note: count for part in parts for note, count in part.counts.items()}
        marks = [mark for part in parts for mark in part.fingerprints]
        return cls(found, texts, spelled, counts, marks, parts[0].final)

    def ask(self, rules: list[Rule], facts: Facts) -> list[Diagnostic]:
        """What all rules find; those that look at each note alone have been asked, if for this kind of build."""
        if facts.final != self.final:
            return list(ask(rules, facts))
        facts.counts.update(self.counts)
        facts.given(fingerprints, self.fingerprints)
        if self.texts:
            facts.prose.texts, facts.prose.spelled = self.texts, self.spelled
        return [*self.found, *ask((rule for rule in rules if not rule.alone), facts)]


def look(library: Library, final: bool = False) -> Seen:
    """What is seen of notes one by one; the library may hold a part of the notes of a workspace."""
    facts = Facts(library, identities(library), final)
    counts = {note: facts.words(note) for note in library.notes}
    if not library.assessment.is_read:
        return Seen([], {}, frozenset(), counts, [], final)
    found = list(ask((rule for rule in _asked(library) if rule.alone), facts))
    return Seen(found, facts.prose.texts, facts.prose.spelled, counts, facts.once(fingerprints), final)


def check(library: Library, final: bool = False, before: Again | Seen | None = None) -> list[Diagnostic]:
    """Every finding about a workspace that no comment silences, by place, with the severities that its settings ask for."""
    return judge(library, final, before).findings


def judge(library: Library, final: bool = False, before: Again | Seen | None = None) -> Verdict:
    """The same, with what comments silence; `before` asks the rules, and knows what those that look at a note alone have found.

    Where the settings could not be read no rule is asked: each agency and section of the notes would be told as unknown.
    """
    found = [*library.problems, *(problem for note in library.notes for problem in note.problems)]
    rules = _asked(library)
    facts = Facts(library, identities(library), final)
    found += before.ask(rules, facts) if before else ask(rules, facts)
    found = ordered(_as_set(found, library.assessment))
    return _silenced(found, facts) if _may_silence(library) else Verdict(found, [])


def _asked(library: Library) -> list[Rule]:
    """The rules that are on; none where the settings could not be read."""
    named = {name.value for name, _ in library.assessment.rules}
    return [rule for rule in RULES if not rule.off or rule.name in named] if library.assessment.is_read else []


def told(more: list[Diagnostic], library: Library, verdict: Verdict) -> Verdict:
    """A verdict with further findings, of assembling say, with the severities that the settings ask for; a comment silences these, too."""
    found, silenced = _as_set(more, library.assessment), verdict.silenced
    if found and _may_silence(library):
        from docgen.check.silence import Silence

        found, others = Silence(library).sort(found)
        known = {_place(entry) for entry in silenced}
        silenced = [*silenced, *(entry for entry in others if _place(entry) not in known)]
    return Verdict(ordered([*verdict.findings, *found]), silenced)


def _place(entry: Silenced) -> tuple[str, str, int]:
    """What tells a silenced finding apart, in whatever process it was found."""
    source, start, _ = entry.finding.span
    return entry.finding.name, source.path, start


def _may_silence(library: Library) -> bool:
    """True where some file may hold a comment for docgen: a cheap look, since most workspaces hold none."""
    house = [span.source.text for span in library.theme.places.values()][:1]
    fronts = (note.source.text[: note.body] for note in library.notes)
    raws = (node.span.text for kind in (RawBlock, RawInline) for _, node in library.census.get(kind, ()))
    return any("docgen" in text.casefold() for text in (library.assessment.source.text, *house, *fronts, *raws))


def _silenced(found: list[Diagnostic], facts: Facts) -> Verdict:
    """The findings without those that a comment silences, and with those about such comments."""
    from docgen.check.silence import Silence

    silence = Silence(facts.library)
    findings, silenced = silence.sort(found)
    about = [*silence.problems, *(silence.unused(facts) if facts.assessment.is_read else ())]
    return Verdict(ordered([*findings, *_as_set(about, facts.assessment)]), silenced)


def _as_set(found: list[Diagnostic], assessment: Assessment) -> list[Diagnostic]:
    """The findings with the severities that `rules:` asks for; those that guard text stay errors (see `fixed-finding`)."""
    if not assessment.rules:
        return found
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
