"""`docgen check`: show the findings, mend what can be mended."""

from __future__ import annotations

import os
import re
import sys
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from docgen.build import load
from docgen.check import check, stops
from docgen.commands.terminal import colour, say
from docgen.diagnostics import Diagnostic, mask
from docgen.fix import fixed, is_text_of
from docgen.project import ProjectError, WorkingTree, write_whole
from docgen.report.findings import as_json, as_text, counted
from docgen.revision import repository
from docgen.source import Source

if TYPE_CHECKING:
    from docgen.commands.watch import Memory


def run_check(tree: WorkingTree, paths: tuple[str, ...], form: str, fix: bool, strict: bool) -> int:
    """Show the findings about the notes below some paths; 1 where one of them stops a build."""
    wanted = [_inside(tree, path) for path in paths]
    library = load(tree).library
    findings = check(library)
    if fix and _mend(tree, [finding for finding in findings if _is_wanted(finding, wanted)]):
        library = load(tree).library
        findings = check(library)
    shown = [finding for finding in findings if _is_wanted(finding, wanted)]
    own = library.assessment.identifiers
    counts = f"{counted(len(library.notes), 'note')}, {counted(len(shown), 'finding')}"
    if form == "text":
        say(as_text(shown, own, colour()) + counts)
    else:
        sys.stdout.write(_for_machines(form, shown, own, tree))
        say(counts if form == "github" else "")  # in a log that people read too
    return int(stops(shown, strict))


def _for_machines(form: str, findings: list[Diagnostic], own: list[re.Pattern[str]], tree: WorkingTree) -> str:
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

    return as_sarif(findings, explained, Run(__version__, below, tuple(own)))


def run_watch(tree: WorkingTree, paths: tuple[str, ...]) -> int:
    """Show the findings, and again whenever a file changes, until Ctrl-C."""
    from docgen.commands.watch import watch

    wanted = [_inside(tree, path) for path in paths]

    return watch(tree.root, partial(_check_again, wanted=wanted))


def _check_again(memory: Memory, tree: WorkingTree, wanted: list[str]) -> bool:
    """Show the findings; false where nothing has changed."""
    start = monotonic()
    library = load(tree, kept=memory.kept).library
    shown = [finding for finding in check(library, again=memory.again) if _is_wanted(finding, wanted)]
    text = as_text(shown, library.assessment.identifiers, colour())
    if not memory.is_news(text):
        return False
    counts = f"{counted(len(library.notes), 'note')}, {counted(len(shown), 'finding')}{memory.compared(shown)}"
    say(f"{text}{counts}, {monotonic() - start:.2f} s")
    return True


def _inside(tree: WorkingTree, path: str) -> str:
    """A path as the notes are called. Raises ProjectError where there is nothing, or it lies outside."""
    real = Path(os.path.realpath(path))
    if not real.exists():
        real = Path(os.path.realpath(tree.root / path))
    if not real.exists():
        raise ProjectError(f"there is no {path}")
    if not real.is_relative_to(tree.real):
        raise ProjectError(f"{path} lies outside the workspace {tree.root}")
    return real.relative_to(tree.real).as_posix()


def _is_wanted(finding: Diagnostic, wanted: list[str]) -> bool:
    path = finding.span.source.path
    return not wanted or any(want == "." or path == want or path.startswith(f"{want}/") for want in wanted)


def _mend(tree: WorkingTree, findings: list[Diagnostic]) -> bool:
    """Write the files that can be mended; true where there were any."""
    mended = False
    for path, (source, text) in fixed(findings).items():
        if not _is_as_read(tree, source):
            say(f"not mended: {mask(path)} is not UTF-8 text, or has changed since it was read")
            continue
        # Where the note is a link inside the workspace, the file that it leads to is mended and the link stays.
        write_whole(Path(os.path.realpath(tree.root / path)), text.encode())
        say(f"mended {mask(path)}")
        mended = True
    return mended


def _is_as_read(tree: WorkingTree, source: Source) -> bool:
    try:
        return is_text_of(source, tree.read(source.path))
    except OSError:
        return False
