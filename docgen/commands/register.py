"""`docgen register`: the recommendations of all audiences, with their numbers."""

from __future__ import annotations

import sys
from pathlib import Path

from docgen.assemble import assemble
from docgen.build import load
from docgen.check import check, stops
from docgen.commands.terminal import colour, say
from docgen.document import Identity
from docgen.project import WorkingTree, write_whole
from docgen.report.findings import as_text
from docgen.report.register import FORMATS
from docgen.revision import UNCOMMITTED


def run_register(tree: WorkingTree, form: str, output: str | None) -> int:
    """Show or write the register; 1 where findings stand in the way."""
    loaded = load(tree)
    library = loaded.library
    findings = check(library)
    if stops(findings):
        say(as_text(findings, library.assessment.identifiers, colour()))
        return 1
    settings = library.assessment
    everyone = Identity(settings.edition, settings.audience_names[-1], UNCOMMITTED, loaded.inputs)
    document, _ = assemble(library, everyone, final=False)
    text = FORMATS[form](document.register)
    if output:
        write_whole(Path(output), text.encode("utf-8-sig" if form == "csv" else "utf-8"))
    else:
        sys.stdout.write(text)
    return 0
