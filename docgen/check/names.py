"""The names of all findings: each is the name of a file in `rules/`."""

from __future__ import annotations

from pkgutil import iter_modules

from docgen.check import rules

NAMES = tuple(sorted(module.name.replace("_", "-") for module in iter_modules(rules.__path__)))
