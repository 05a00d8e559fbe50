"""`docgen build`: one edition, written whole or not at all."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from docgen.build import Built, build, load
from docgen.check import judge, look
from docgen.commands.terminal import Progress, colour, say
from docgen.diagnostics import Severity
from docgen.note import Library
from docgen.project import ProjectError, WorkingTree, check_target, write_whole
from docgen.report.findings import as_text, counted, silenced_as_count
from docgen.revision import Revision

if TYPE_CHECKING:
    from docgen.commands.watch import Memory


def run_build(tree: WorkingTree, output: str | None, final: bool) -> int:
    """Build once; 0 where the file was written, 1 where findings stand in the way."""
    start = monotonic()
    revision = Revision(tree.root)
    if output:
        check_target(Path(output), tree)
    progress = Progress()
    loaded = load(tree, progress, look=partial(look, final=final))
    target = Path(output) if output else _default_target(tree, loaded.library)
    check_target(target, tree)
    built = build(loaded, revision.commit(), final, progress=progress)
    progress.done()
    say(as_text(built.findings, loaded.library.assessment.identifiers, colour()))
    return _write(built, target, loaded.library, start)


def _write(built: Built, target: Path, library: Library, start: float) -> int:
    """Write what was built, and say so."""
    if built.data is None:
        say(f"nothing written: {_counts(built)}")
        return 1
    if built.differences:
        from docgen.word.readback import ReadbackError

        raise ReadbackError(f"the file would not say what the notes say: {built.differences[0]}")
    write_whole(target, built.data)
    sys.stdout.write(f"{_shown(target)}\n{_summary(library, built, monotonic() - start)}\n")
    return 0


def _default_target(tree: WorkingTree, library: Library) -> Path:
    """The file in output/ that the edition and its audience name. Raises ProjectError where that is elsewhere."""
    settings = library.assessment
    target = tree.root / "output" / f"{settings.edition}-{settings.default}.docx"
    if not tree.holds(target.parent):
        # Nobody chose that place in this command; it may be a folder that others read.
        raise ProjectError("output is a link that leads out of the workspace; name the file with -o")
    return target


def _shown(target: Path) -> str:
    """The path as seen from here, where that is shorter."""
    here = os.getcwd()
    real = os.path.realpath(target)
    return os.path.relpath(real, here) if real.startswith(os.path.realpath(here) + os.sep) else str(target)


def _counts(built: Built) -> str:
    errors = sum(finding.severity is Severity.ERROR for finding in built.findings)
    stop = f"{counted(errors, 'finding')} {'stops' if errors == 1 else 'stop'} the build"
    return f"{stop}, {counted(len(built.findings) - errors, 'warning')}{silenced_as_count(built.verdict.silenced)}"


def _summary(library: Library, built: Built, seconds: float) -> str:
    """One line: notes and how many of them are not in it, sections, findings, recommendations, warnings, time."""
    from docgen.note import Finding, Recommendation

    document = built.document
    assert document is not None
    printed = [type(node) for node in document.labels]
    sections = sum(1 for _ in library.assessment.all_sections())
    sources = {block.span.source.path for sheet in document.pages for block in sheet.blocks}
    left = sum(note.path not in sources for note in library.notes)
    parts = (
        counted(len(library.notes), "note") + (f" ({left:,} left out)" if left else ""),
        counted(sections, "section"),
        counted(printed.count(Finding), "finding"),
        counted(printed.count(Recommendation), "recommendation"),
        counted(len(built.findings), "warning") + silenced_as_count(built.verdict.silenced),
        f"{seconds:.1f} s",
    )
    return ", ".join(parts)


def run_watch(tree: WorkingTree, output: str | None, final: bool) -> int:
    """Build, and again whenever a file changes, until Ctrl-C."""
    from docgen.commands.watch import watch

    return watch(tree.root, partial(_build_again, output=output, final=final))


def _build_again(memory: Memory, tree: WorkingTree, output: str | None, final: bool) -> bool:
    """Show the findings at once, then write the file; false where nothing has changed."""
    start = monotonic()
    revision = Revision(tree.root)
    progress = Progress()
    loaded = load(tree, progress, memory.kept)
    library = loaded.library
    target = Path(output) if output else _default_target(tree, library)
    check_target(target, tree)
    verdict = judge(library, final, memory.again)
    findings = verdict.findings
    progress.done()
    own = library.assessment.identifiers
    commit = revision.commit()
    if not memory.is_news((loaded.inputs, commit, as_text(findings, own))):
        return False
    say(as_text(findings, own, colour()))
    sys.stderr.flush()
    built = build(loaded, commit, final, progress, verdict)
    progress.done()
    shown = set(findings)
    say(as_text((finding for finding in built.findings if finding not in shown), own, colour()))
    _write(built, target, library, start)
    sys.stdout.flush()
    return True
