"""Mending notes by spans: every other byte of the file stays as it was."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.diagnostics import Diagnostic, Edit
from docgen.source import LINE_END, Source


def fixed(findings: Iterable[Diagnostic]) -> dict[str, tuple[Source, str]]:
    """The new text of each file that has something to mend, by path, with its old one."""
    edits: dict[str, list[Edit]] = {}
    sources: dict[str, Source] = {}
    for finding in findings:
        if finding.fix:
            source = finding.fix.span.source
            sources[source.path] = source
            edits.setdefault(source.path, []).append(finding.fix)
    new = {path: applied(source.text, edits[path]) for path, source in sources.items()}
    return {path: (sources[path], text) for path, text in new.items() if text != sources[path].text}


def applied(text: str, edits: list[Edit]) -> str:
    """The text with the edits made; of two that overlap, or insert at one place, the first. Line ends become those of the file.

    What is left out is found again when the text is checked again, and then fits to what the first has made of it.
    """
    parts: list[str] = []
    done, inserted = 0, -1
    for edit in sorted(edits, key=lambda edit: (edit.span.start, edit.span.end)):
        start, end = edit.span.start, edit.span.end
        if start < done or start == end == inserted:
            continue
        parts += [text[done:start], LINE_END.sub(_line_end(text, start), edit.text) if "\n" in edit.text else edit.text]
        done, inserted = end, start if start == end else -1
    return "".join([*parts, text[done:]])


def _line_end(text: str, at: int) -> str:
    """How the line at an offset ends, or where it is the last one, how the first one does."""
    found = LINE_END.search(text, at) or LINE_END.search(text)
    return found.group() if found else "\n"


def is_text_of(source: Source, data: bytes) -> bool:
    """True where a file says exactly what was read from it.

    Not so where it has changed since, or is not UTF-8: then the text has stand-ins for what could not be read, and writing
    them would destroy what they stand for.
    """
    return data == source.text.encode(errors="surrogatepass")
