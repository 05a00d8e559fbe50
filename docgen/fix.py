"""Mending notes by spans: every other byte of the file stays as it was."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.diagnostics import Diagnostic, Edit
from docgen.source import Source


def fixed(findings: Iterable[Diagnostic]) -> dict[str, tuple[Source, str]]:
    """The new text of each file that has something to mend, by path, with its old one."""
    edits: dict[str, list[Edit]] = {}
    sources: dict[str, Source] = {}
    for finding in findings:
        if finding.fix:
            source = finding.fix.span.source
            sources[source.path] = source
            edits.setdefault(source.path, []).append(finding.fix)
    return {path: (source, applied(source.text, edits[path])) for path, source in sources.items()}


def applied(text: str, edits: list[Edit]) -> str:
    """The text with the edits made; of two that overlap the first."""
    parts: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: edit.span.start):
        if edit.span.start >= done:
            parts += [text[done : edit.span.start], edit.text]
            done = edit.span.end
    return "".join([*parts, text[done:]])


def is_text_of(source: Source, data: bytes) -> bool:
    """True where a file says exactly what was read from it.

    Not so where it has changed since, or is not UTF-8: then the text has stand-ins for what could not be read, and writing
    them would destroy what they stand for.
    """
    return data == source.text.encode(errors="surrogatepass")
