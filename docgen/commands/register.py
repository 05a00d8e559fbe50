"""`docgen register`: the recommendations of the default audience, with their numbers.

Those for fewer readers are left out and counted: a table is pasted into an e-mail sooner than any document, and says
nowhere whom it is for.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from docgen.assemble import assemble
from docgen.build import load
from docgen.check import check, stops
from docgen.commands.terminal import colour, say
from docgen.document import Identity
from docgen.project import ProjectError, WorkingTree, check_target, write_whole
from docgen.report.findings import as_text, counted
from docgen.report.register import FORMATS
from docgen.revision import UNCOMMITTED

ENDINGS: Mapping[str, str] = MappingProxyType({"table": ".txt", "csv": ".csv", "json": ".json", "md": ".md"})


def run_register(tree: WorkingTree, form: str | None, output: str | None) -> int:
    """Show or write the register; 1 where findings stand in the way."""
    form = form or _form_of(output)
    if output:
        check_target(Path(output), tree, ENDINGS[form])
    loaded = load(tree)
    library = loaded.library
    findings = check(library)
    if stops(findings):
        say(as_text(findings, library.assessment.identifiers, colour()))
        return 1
    settings = library.assessment
    identity = Identity(settings.edition, settings.default, UNCOMMITTED, loaded.inputs)
    document, _ = assemble(library, identity, final=False)
    text = FORMATS[form](document.register)
    if output:
        write_whole(Path(output), text.encode("utf-8-sig" if form == "csv" else "utf-8"))
    else:
        sys.stdout.write(text)
    if withheld := len(document.numbers) - len(document.register):
        say(f"{counted(withheld, 'recommendation')} for fewer readers {'is' if withheld == 1 else 'are'} not shown")
    return 0


def _form_of(output: str | None) -> str:
    """The form that a file's ending stands for; a table for a terminal. Raises ProjectError where the ending stands for none."""
    if not output:
        return "table"
    ending = Path(output).suffix.casefold()
    if form := next((form for form, other in ENDINGS.items() if other == ending), None):
        return form
    what = "is a folder" if os.path.isdir(output) else f"ends in {ending}, and the register is not written so" if ending else "has no ending"
    raise ProjectError(f"{output} {what}; name a file that ends in .csv (for a spreadsheet), .md, .txt or .json")
