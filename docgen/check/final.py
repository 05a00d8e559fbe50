"""What stops a final build, and not a draft."""

from __future__ import annotations

from docgen.check import Verdict, told
from docgen.check.rule import Facts, ask
from docgen.check.table import RULES
from docgen.diagnostics import Diagnostic, Severity
from docgen.identities import Identities
from docgen.note import Library


def only_final(library: Library, findings: list[Diagnostic]) -> list[Diagnostic]:
    """What would be an error of a final build, and is none among these findings of a draft.

    Rules that look at each note alone say the same of an agreed note; of drafts, which are left out, they say nothing. Others are asked again.
    """
    if not library.assessment.is_read:
        return []
    harder = [rule for rule in RULES if rule.final]
    set_apart = {name.value for name, _ in library.assessment.rules}
    alone = {rule.name for rule in harder if rule.alone} - set_apart
    drafts = {note.path for note in library.notes if note.status == "draft"}
    again = ask((rule for rule in harder if not rule.alone), Facts(library, Identities(), final=True))
    found = [finding for finding in findings if finding.name in alone and finding.span.source.path not in drafts]
    errors = {(finding.name, finding.span) for finding in findings if finding.severity is Severity.ERROR}
    final = told(list(again), library, Verdict([], [])).findings
    return found + [finding for finding in final if finding.severity is Severity.ERROR and (finding.name, finding.span) not in errors]
