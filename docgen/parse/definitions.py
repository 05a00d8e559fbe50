"""Definitions of links: those whose text would be lost, and those that would be disclosed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docgen.diagnostics import Diagnostic, error, warning
from docgen.nodes import BOXES, Container
from docgen.parse.spans import Lines


def check_definitions(lines: Lines, environment: dict[str, Any], containers: Iterable[Container]) -> list[Diagnostic]:
    """Findings for a second definition of a label, one that nothing uses, and one inside a passage for fewer readers."""
    found: list[Diagnostic] = []
    for second in environment.get("duplicate_refs", ()):
        message = "this link name has an address already, and the second is not used"
        found.append(warning("duplicate-definition", message, lines.span(second["map"]), "remove the line, or give its link another name"))
    closed = [container.span for container in containers if container.name not in BOXES]
    used = environment.get("used", set())
    for label, definition in environment.get("references", {}).items():
        span = lines.span(definition["map"])
        if any(outer.start <= span.start < outer.end for outer in closed):
            message = "this address counts for the whole note, not for this passage only"
            hint = "write the address at the link itself: [text](address)"
            found.append(error("misplaced-definition", message, span, hint))
        elif label not in used:
            found.append(warning("unused-definition", "nothing in this note uses this address", span, "link to it with its label, or remove it"))
    return found
