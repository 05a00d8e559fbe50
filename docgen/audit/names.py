"""The names of all findings about Word files: each is the name of a file in `rules/`."""

from __future__ import annotations

from pkgutil import iter_modules

from docgen.audit import rules

NAMES = tuple(sorted(module.name.replace("_", "-") for module in iter_modules(rules.__path__)))
