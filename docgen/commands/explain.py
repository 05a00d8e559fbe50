"""`docgen explain` and `docgen rules`: the pages of the findings."""

from __future__ import annotations

import sys
from importlib import import_module
from inspect import cleandoc

from docgen.check.names import NAMES
from docgen.check.rule import Rule
from docgen.near import nearest
from docgen.project import ProjectError


def page(name: str) -> tuple[Rule, str]:
    """A finding's rule and its page."""
    module = import_module(f"docgen.check.rules.{name.replace('-', '_')}")
    rule: Rule = module.RULE
    return rule, cleandoc(module.__doc__ or "")


def run_explain(name: str) -> int:
    """Show one page. Raises ProjectError for a name that no finding has."""
    if name not in NAMES:
        near = nearest(name, NAMES)
        raise ProjectError(f'no finding is called "{name}"; ' + (f'did you mean "{near}"?' if near else "docgen rules lists all"))
    rule, text = page(name)
    final = f", {rule.final} in a final build" if rule.final else ""
    sys.stdout.write(f"{name} ({rule.severity}{final})\n\n{text}\n")
    return 0


def run_rules() -> int:
    """List every finding with its severity and the first line of its page."""
    for name in NAMES:
        rule, text = page(name)
        sys.stdout.write(f"{name:<26} {rule.severity:<8} {text.splitlines()[0]}\n")
    return 0
