"""What `--fix` would change, as a unified diff. It is an echo of the note, so it goes through `mask`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from docgen.diagnostics import mask
from docgen.source import Source

HEAD, GONE, NEW, PLACE, PLAIN = "\x1b[1m", "\x1b[31m", "\x1b[32m", "\x1b[36m", "\x1b[0m"
BESIDE = 3  # lines that are shown before and behind a change

Line = tuple[str, str]


def as_difference(old: Source, new: Source, own: Iterable[re.Pattern[str]] = (), colour: bool = False) -> str:
    """The changed lines of one file with those beside them; an empty text where nothing differs."""
    patterns = tuple(own)
    shown = [_masked(source, patterns) for source in (old, new)]
    before, after = _lines(old, old.text), _lines(new, new.text)
    path = mask(old.path, patterns)
    lines: list[Line] = [(HEAD, f"--- {path}"), (HEAD, f"+++ {path}")]
    # Lines are compared as they are, ends included, and shown as they may be.
    for group in SequenceMatcher(None, before, after).get_grouped_opcodes(BESIDE):
        first, last = group[0], group[-1]
        lines += [(PLACE, f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@"), *_changes(group, shown)]
    return "".join(f"{look}{line}{PLAIN}\n" if colour and look else f"{line}\n" for look, line in lines) if len(lines) > 2 else ""


def _lines(source: Source, text: str) -> list[str]:
    """A text of the length of the file's, cut where the file's lines begin."""
    starts = source.line_starts
    ends = [*starts[1:], len(source.text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True) if end > start]


def _masked(source: Source, own: tuple[re.Pattern[str], ...]) -> list[str]:
    """The lines without their ends. All of the text is masked at once: an identifier may go on in the next line."""
    ends = [len(line) - len(line.rstrip("\r\n")) for line in _lines(source, source.text)]
    covered = mask(source.text, own)
    if "\t" in source.text:
        covered = "".join("\t" if now == "\ufffd" and was == "\t" else now for now, was in zip(covered, source.text, strict=True))
    lines = [line[: len(line) - end] for line, end in zip(_lines(source, covered), ends, strict=True)]
    if source.text.startswith("\ufeff"):
        lines[0] = lines[0][1:]
    return lines


def _range(start: int, end: int) -> str:
    """A range of lines as diffs write it: the first one, 1-based, and how many."""
    return str(start + 1) if end - start == 1 else f"{start + (end > start)},{end - start}"


def _changes(group: list[tuple[str, int, int, int, int]], shown: list[list[str]]) -> Iterator[Line]:
    old, new = shown
    for tag, old_start, old_end, new_start, new_end in group:
        if tag == "equal":
            yield from (("", f" {line}") for line in old[old_start:old_end])
        else:
            yield from ((GONE, f"-{line}") for line in old[old_start:old_end])
            yield from ((NEW, f"+{line}") for line in new[new_start:new_end])
