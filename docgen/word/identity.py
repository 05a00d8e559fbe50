"""The identity of the build that an opened Word file holds in its properties, where `parts.custom` wrote it."""

from __future__ import annotations

from docgen.document import Identity, read_identity
from docgen.word.opening import Package, tree
from docgen.word.parts import PROPERTY

CUSTOM = "/custom-properties"


def identity_of(package: Package) -> Identity | None:
    """The identity of the build; None for a file that docgen did not write. Raises BadPackage."""
    for relation in package.relationships(""):
        if relation.kind.endswith(CUSTOM) and relation.target in package.parts:
            named = (entry for entry in tree(package, relation.target) if entry.get("name") == PROPERTY)
            return next((read_identity("".join(map(str, entry.itertext()))) for entry in named), None)
    return None
