"""New workspaces and new notes: what `docgen init` and `docgen new` write, as data."""

from __future__ import annotations

import re
from datetime import date
from unicodedata import normalize

from docgen.assessment import Assessment

HIDDEN = {"gitignore": ".gitignore", "gitattributes": ".gitattributes", "vscode": ".vscode"}
# What `new_note` writes for somebody to replace.
TO_REPLACE = frozenset(
    (
        "What the workshop talked about, in a few sentences.",
        "What works well, in one sentence.",
        "What must get better, in one sentence.",
        "Ask for one thing, beginning with a verb.",
        "how you know",
        "what it changes for children",
        "Name of the workshop",
        "a role",
        "another role",
        "how you will know that it is done",
    )
)
NOT_SLUG = re.compile(r"[^a-z0-9]+")


def slug(title: str) -> str:
    """A file's name from a title: plain letters, digits and hyphens."""
    plain = normalize("NFKD", title).encode("ascii", "ignore").decode().casefold()
    return NOT_SLUG.sub("-", plain).strip("-")[:60].strip("-") or "note"


def new_note(assessment: Assessment, section: str, title: str, today: date) -> tuple[str, str]:
    """The path and the text of a new note for a section."""
    agencies = ", ".join(list(assessment.agencies)[:1])
    quoted = '"' + title.replace("\\", "\\\\").replace('"', '\\"') + '"'
    text = f"""---
title: {quoted}
section: {section}
workshop: {{date: {today.isoformat()}, name: Name of the workshop}}
agencies: [{agencies}]                # who was in the room
contributors: [a role, another role]  # roles, never names
status: draft                         # agreed, when the group has agreed it
---
## {title}

What the workshop talked about, in a few sentences.

## Strengths

- What works well, in one sentence.
  - Evidence: how you know
  - Impact: what it changes for children

## Areas for development

- What must get better, in one sentence.
  - Evidence: how you know

## Recommendations

- Ask for one thing, beginning with a verb.
  - Lead: {next(iter(assessment.agencies), "key of an agency")}
  - Owner: a role
  - Due: within 6 months
  - Measure: how you will know that it is done
  - Status: proposed
"""
    return f"content/{section}/{slug(title)}.md", text
