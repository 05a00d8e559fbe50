"""Settings of a template that only say how its pages are laid out, and are carried over."""

from __future__ import annotations

from copy import deepcopy

from lxml.etree import _Element as Element

from docgen.word.parts import SETTINGS
from docgen.word.template.editing import local, plain, without_extensions
from docgen.word.wordml import child, is_on

# What our own settings say themselves.
OURS = frozenset(("zoom", "footnotePr", "themeFontLang", "decimalSymbol", "listSeparator", "characterSpacingControl"))


def both_sides(root: Element | None) -> bool:
    """True where even pages have headers and footers of their own."""
    return root is not None and is_on(root, "evenAndOddHeaders")


def read_settings(root: Element | None) -> dict[str, str]:
    """The harmless settings by name, as XML. A template that does not say which Word it was made for is taken to be for the present one."""
    kept: dict[str, str] = {}
    for element in root if root is not None else ():
        name = local(element)
        if name in SETTINGS and name not in OURS and (name != "compat" or _has_mode(element)):
            kept.setdefault(name, plain(without_extensions(deepcopy(element))))
    return kept


def _has_mode(compat: Element) -> bool:
    return child(compat, "compatSetting") is not None
