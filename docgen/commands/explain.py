"""`docgen explain` and `docgen rules`: the pages of the findings, about notes and about Word files."""

from __future__ import annotations

import sys
from importlib import import_module
from inspect import cleandoc
from typing import Protocol

from docgen.audit.names import NAMES as WORD_NAMES
from docgen.check.allow import UNSILENCED
from docgen.check.names import NAMES
from docgen.check.table import FIXED, MADE_ELSEWHERE, RULES
from docgen.diagnostics import Severity
from docgen.near import nearest
from docgen.project import ProjectError

# Which findings there are, and the package that holds a page for each.
PAGES = ((NAMES, "docgen.check.rules"), (WORD_NAMES, "docgen.audit.rules"))


class Explained(Protocol):
    """What a page's head says of a rule."""

    severity: Severity


def page(name: str) -> tuple[Explained, str]:
    """A finding's rule and its page."""
    package = next(package for names, package in PAGES if name in names)
    module = import_module(f"{package}.{name.replace('-', '_')}")
    rule: Explained | None = next((rule for rule in (*RULES, *MADE_ELSEWHERE) if rule.name == name), None)
    return rule or module.RULE, cleandoc(module.__doc__ or "")


def run_explain(name: str) -> int:
    """Show one page. Raises ProjectError for a name that no finding has."""
    name = name.strip("[]")  # as messages show it
    known = [name for names, _ in PAGES for name in names]
    if name not in known:
        near = nearest(name, known)
        raise ProjectError(f'no finding is called "{name}"; ' + (f'did you mean "{near}"?' if near else "docgen rules lists all"))
    rule, text = page(name)
    harder = getattr(rule, "final", None)  # rules about notes alone may have it
    final = f", {harder} in a final build" if harder else ""
    sys.stdout.write(f"{name} ({rule.severity}{final})\n\n{text}\n\n{_turned_down(name)}\n")
    return 0


def _turned_down(name: str) -> str:
    """Whether a finding may be let stand, and how."""
    if name in WORD_NAMES:
        return "This is told about Word files (docgen check --docx), where nothing silences it."
    if name in FIXED:
        return "This guards text or safety: neither a comment in the note nor rules: in assessment.yaml turns it down."
    if name in UNSILENCED:
        return f"To turn it down everywhere: rules: {{{name}: ignore}} in assessment.yaml."
    return f"To let one stand: <!-- docgen: allow {name} because … --> behind it (see docgen explain wrong-allow). To turn it down everywhere: rules: {{{name}: ignore}} in assessment.yaml."


def run_rules() -> int:
    """List every finding with its severity and the first line of its page: those about notes by what they guard, then those about Word files."""
    from docgen.check.groups import GROUPS

    for title, names in (*GROUPS, ("Word files (docgen check --docx)", WORD_NAMES)):
        sys.stdout.write(f"{title}\n\n{''.join(map(_in_list, names))}\n")
    sys.stdout.write("* guards text or safety, and cannot be turned down. Of the others, docgen explain NAME says how to let one stand.\n")
    return 0


def _in_list(name: str) -> str:
    rule, text = page(name)
    star = "*" if name in FIXED else " "
    return f"  {name:<26} {rule.severity:<7}{star} {text.splitlines()[0]}\n"
