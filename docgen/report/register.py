"""The register of recommendations as a table for the terminal, CSV, JSON and Markdown."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from types import MappingProxyType

from docgen.document import Entry

COLUMNS = ("number", "text", "lead", "owner", "due", "status")
WIDTHS = (7, 58, 12, 28, 16, 12)
# A spreadsheet would run a cell that begins so as a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_table(entries: list[Entry]) -> str:
    """Columns for the terminal; texts that do not fit end in `…`."""
    rows = [tuple(name.capitalize() for name in COLUMNS), *(_cells(entry) for entry in entries)]
    lines = ["  ".join(_fit(cell, width) for cell, width in zip(row, WIDTHS, strict=True)).rstrip() for row in rows]
    return "\n".join(lines) + "\n"


def _cells(entry: Entry) -> tuple[str, ...]:
    due = entry.due or entry.timescale or ""
    return (entry.number, entry.text, entry.lead or "", entry.owner or "", due, entry.status or "")


def _fit(text: str, width: int) -> str:
    return text.ljust(width) if len(text) <= width else text[: width - 1] + "…"


def as_json(entries: list[Entry]) -> str:
    """One array with every field of every recommendation."""
    from json import dumps

    return dumps([entry.as_dict() for entry in entries], ensure_ascii=False, indent=2) + "\n"


def as_csv(entries: list[Entry]) -> str:
    """One row a recommendation, every field a column; lists are joined with `; `."""
    target = io.StringIO()
    names = list(Entry.__fields__)
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(names)
    for entry in entries:
        values = entry.as_dict()
        writer.writerow([_safe(values[name]) for name in names])
    return target.getvalue()


def _safe(value: object) -> str:
    """A cell that no spreadsheet takes for a formula."""
    text = "; ".join(value) if isinstance(value, list) else "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def as_markdown(entries: list[Entry]) -> str:
    """A pipe table."""
    rows = [tuple(name.capitalize() for name in COLUMNS), ("---",) * len(COLUMNS)]
    rows += [tuple(_escaped(cell) for cell in _cells(entry)) for entry in entries]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _escaped(cell: str) -> str:
    return cell.replace("\\", "\\\\").replace("|", "\\|")


FORMATS: Mapping[str, Callable[[list[Entry]], str]] = MappingProxyType(
    {"table": as_table, "csv": as_csv, "json": as_json, "md": as_markdown}
)
