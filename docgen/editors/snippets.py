"""Snippets for VS Code: a note, its items and fields, each with the choices that there are. Markdown needs no extension for them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from docgen.assessment import Assessment
from docgen.nodes import BOXES
from docgen.parse.fields import LEVELS, PERIODS, STATUSES
from docgen.parse.front_matter import FRONT_MATTER
from docgen.parse.schema import Choice

SPECIAL = re.compile(r"([\\,|$}])")
TODAY = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"


def snippets(assessment: Assessment) -> dict[str, Any]:
    """All snippets by their names, with the sections, agencies and audiences of a workspace."""
    agencies = list(assessment.agencies) or ["agency"]
    made = {
        "Note": ("note", "The settings at the top of a note, and its first heading", _note(assessment, agencies)),
        "Strengths": ("strengths", "The heading Strengths, with one finding", ["## Strengths", "", *_finding("What works well, in one sentence.")]),
        "Areas for development": (
            "areas",
            "The heading Areas for development, with one finding",
            ["## Areas for development", "", *_finding("What must get better, in one sentence.")],
        ),
        "Recommendations": ("recommendations", "The heading Recommendations, with one recommendation", ["## Recommendations", "", *_recommendation(agencies)]),
        "Finding": ("finding", "One strength or area for development", _finding("In one sentence.")),
        "Recommendation": ("recommendation", "One recommendation", _recommendation(agencies)),
        **{name: (name, f"The line {name} of an item", [line]) for name, line in _fields(assessment, agencies)},
        "Box": ("box", "A box: a case study, a note, a warning or a quotation", [f"::: {_choice(1, sorted(BOXES))}", "${2:Text}", ":::"]),
        "Passage for fewer readers": ("passage", "A passage for one audience only", [f"::: {_choice(1, reversed(assessment.audience_names))}", "${2:Text}", ":::"]),
        "Figure": ("figure", "A picture with what it shows, its caption and its identity", ['![${1:What it shows}](${2:images/picture.png} "${3:Caption}"){#${4:identity}}']),
        "Table": ("table", "A table with its caption and its identity", ["Table: ${1:What it shows} {#${2:identity}}", "", "| ${3:Head} | ${4:Head} |", "| --- | --- |", "| ${5:Cell} | ${6:Cell} |"]),
        "Reference": ("reference", "The number of an item, heading, picture or table", ["[@${1:identity}]"]),
    }
    return {name: {"scope": "markdown", "prefix": prefix, "description": about, "body": body} for name, (prefix, about, body) in made.items()}


def _choice(place: int, words: Iterable[str]) -> str:
    """A place in a snippet where one of some words is chosen."""
    return f"${{{place}|{','.join(SPECIAL.sub(_escaped, word) for word in words)}|}}"


def _escaped(sign: re.Match[str]) -> str:
    return f"\\{sign[0]}"


def _note(assessment: Assessment, agencies: list[str]) -> list[str]:
    status = FRONT_MATTER.keys["status"]
    assert isinstance(status, Choice)
    sections = [section.id.value for section in assessment.all_sections()] or ["section"]
    return [
        "---",
        'title: "${1:What the workshop talked about}"',
        f"section: {_choice(2, sections)}",
        f'workshop: {{date: {TODAY}, name: "${{3:Name of the workshop}}"}}',
        f"agencies: [{_choice(4, agencies)}]",
        "contributors: [${5:a role}]",
        f"status: {_choice(6, status.words)}",
        f"audience: {_choice(7, [assessment.default, *(name for name in assessment.audience_names if name != assessment.default)])}",
        "---",
        "## ${1}",
        "",
        "$0",
    ]


def _finding(sentence: str) -> list[str]:
    return [f"- ${{1:{sentence}}}", "  - Evidence: ${2:how you know}", "  - Impact: ${3:what it changes for children}"]


def _recommendation(agencies: list[str]) -> list[str]:
    return [
        "- ${1:Start with a verb, and ask for one thing.}",
        f"  - Lead: {_choice(2, agencies)}",
        "  - Owner: ${3:a role}",
        f"  - Due: {_choice(4, PERIODS)}",
        "  - Measure: ${5:how you will know that it is done}",
        "  - Status: proposed",
    ]


def _fields(assessment: Assessment, agencies: list[str]) -> list[tuple[str, str]]:
    """The fields whose values are known, each with its line."""
    known = {
        "Lead": agencies,
        "Support": agencies,
        "Agencies": agencies,
        "Due": PERIODS,
        "Priority": LEVELS,
        "Confidence": LEVELS,
        "Status": [status for status in STATUSES if status != "superseded by"],
        "Audience": assessment.audience_names,
    }
    free = {"Evidence": "how you know", "Impact": "what it changes for children", "Owner": "a role", "Measure": "how you will know", "Outcome": "what will be better"}
    lines = [(name, f"{name}: {_choice(1, words)}") for name, words in known.items()]
    lines += [(name, f"{name}: ${{1:{words}}}") for name, words in free.items()]
    return [*lines, ("Because", "Because: [@${1:identity}]"), ("Progress", f"Progress: {TODAY}: ${{1:what was done}}")]
