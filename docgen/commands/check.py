"""`docgen check`: show the findings, mend what can be mended."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from docgen.build import load
from docgen.check import Verdict, judge, look, stops
from docgen.check.final import only_final
from docgen.commands.terminal import colour, say
from docgen.diagnostics import Diagnostic, Silenced
from docgen.filenames import WORD_FILES
from docgen.note import Library
from docgen.project import ProjectError, WorkingTree
from docgen.report.findings import as_json, as_text, counted, mendable_as_text, silenced_as_count, silenced_as_text, stopping_as_text
from docgen.revision import repository

if TYPE_CHECKING:
    from docgen.commands.watch import Memory


def run_check(tree: WorkingTree, paths: tuple[str, ...], form: str, fix: bool, strict: bool, diff: bool = False) -> int:
    """Show the findings about the notes below some paths; 1 where one of them stops a build. With `diff` nothing is written."""
    wanted = [_inside(tree, path) for path in paths]
    loaded = load(tree, look=look)
    library = loaded.library
    verdict = judge(library, before=loaded.seen)
    if fix:
        library, verdict = _mend(tree, library, verdict, partial(_is_wanted, wanted), diff)
    shown = [finding for finding in verdict.findings if _is_wanted(wanted, finding.span.source.path)]
    silenced = [entry for entry in verdict.silenced if _is_wanted(wanted, entry.finding.span.source.path)]
    own = library.assessment.identifiers
    harder = [finding for finding in only_final(library, verdict.findings) if _is_wanted(wanted, finding.span.source.path)]
    counts = _counts(library, shown, silenced, len(harder)) + ("" if fix else mendable_as_text(shown))
    if form == "text":
        say(as_text(shown, own, colour()) + silenced_as_text(silenced, own) + counts)
    else:
        sys.stdout.write(_for_machines(form, shown, own, tree, silenced))
        say(counts if form == "github" else "")  # in a log that people read too
    return int(stops(shown, strict))


def _counts(library: Library, shown: list[Diagnostic], silenced: list[Silenced], final: int = 0) -> str:
    return f"{counted(len(library.notes), 'note')}, {counted(len(shown), 'finding')}{stopping_as_text(shown, final)}{silenced_as_count(silenced)}"


def _mend(tree: WorkingTree, library: Library, verdict: Verdict, wanted: Callable[[str], bool], diff: bool) -> tuple[Library, Verdict]:
    """Mend, or show what would be mended; what is told about the notes as they are then."""
    from docgen.commands.mend import mended, show_mended, write_mended

    result = mended(tree, library, verdict, wanted)
    if diff:
        show_mended(result)
        return library, verdict
    if not write_mended(tree, result):
        library = load(tree).library
        return library, judge(library)
    return result.library, result.verdict


def _for_machines(form: str, findings: list[Diagnostic], own: list[re.Pattern[str]], tree: WorkingTree, silenced: Sequence[Silenced] = ()) -> str:
    """The findings as JSON, as annotations of GitHub or as SARIF. The last two name files as seen from the root of the repository."""
    if form == "json":
        return as_json(findings, own)
    real = Path(tree.real)
    below = real.relative_to(repository(real) or real).as_posix()
    below = "" if below == "." else below
    if form == "github":
        from docgen.report.github import as_github

        return as_github(findings, own, below)
    from docgen import __version__
    from docgen.commands.explain import page
    from docgen.report.sarif import Page, Run, as_sarif

    def explained(name: str) -> Page:
        rule, text = page(name)
        return Page(rule.severity, text)

    return as_sarif(findings, explained, Run(__version__, below, tuple(own)), silenced)


def run_watch(tree: WorkingTree, paths: tuple[str, ...]) -> int:
    """Show the findings, and again whenever a file changes, until Ctrl-C."""
    from docgen.commands.watch import watch

    wanted = [_inside(tree, path) for path in paths]

    return watch(tree.root, partial(_check_again, wanted=wanted))


def _check_again(memory: Memory, tree: WorkingTree, wanted: list[str]) -> bool:
    """Show the findings; false where nothing has changed."""
    start = monotonic()
    library = load(tree, kept=memory.kept).library
    verdict = judge(library, before=memory.again)
    shown = [finding for finding in verdict.findings if _is_wanted(wanted, finding.span.source.path)]
    silenced = [entry for entry in verdict.silenced if _is_wanted(wanted, entry.finding.span.source.path)]
    text = as_text(shown, library.assessment.identifiers, colour())
    if not memory.is_news(text):
        return False
    say(f"{text}{_counts(library, shown, silenced)}{memory.compared(shown)}, {monotonic() - start:.2f} s")
    return True


def _inside(tree: WorkingTree, path: str) -> str:
    """A path as the notes are called. Raises ProjectError where there is nothing, or it lies outside."""
    real = Path(os.path.realpath(path))
    if not real.exists():
        real = Path(os.path.realpath(tree.root / path))
    if not real.exists():
        raise ProjectError(f"there is no {path}; name a note, or a folder of notes")
    if real.suffix.casefold() in WORD_FILES and real.is_file():
        raise ProjectError(f"{path} is a Word file, and no note; write docgen check --docx {path}")
    if not real.is_relative_to(tree.real):
        raise ProjectError(f"{path} lies outside the workspace {tree.root}; docgen -C FOLDER works on another")
    return real.relative_to(tree.real).as_posix()


def _is_wanted(wanted: list[str], path: str) -> bool:
    return not wanted or any(want == "." or path == want or path.startswith(f"{want}/") for want in wanted)
