"""Relationships of one part: what `r:id` in it stand for (ECMA-376 Part 2, clause 6.5)."""

from __future__ import annotations

from docgen.word.oxml import DECLARATION, quoted

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


class Relationships:
    """Numbered in the order in which they are asked for; one target has one id. `named` are others that have their id already."""

    def __init__(self) -> None:
        self.ids: dict[tuple[str, str, bool], str] = {}
        self.named: list[tuple[str, str, str, bool]] = []

    def add(self, kind: str, target: str, external: bool = False) -> str:
        """The id of a relationship; `kind` without the address that all have in common, unless it has one of its own."""
        return self.ids.setdefault((kind, target, external), f"rId{len(self.ids) + 1}")

    def link(self, target: str) -> str:
        """The id of a link to an address outside the package."""
        return self.add("hyperlink", target, external=True)

    def picture(self, part: str) -> str:
        """The id of a picture in the package."""
        return self.add("image", part)

    def part(self) -> str:
        """The part with all relationships."""
        asked = [(name, *relation) for relation, name in self.ids.items()]
        rows = "".join(
            f'<Relationship Id="{quoted(name)}" Type="{quoted(kind if "://" in kind else OFFICE + kind)}" Target="{quoted(target)}"'
            + (' TargetMode="External"/>' if external else "/>")
            for name, kind, target, external in asked + self.named
        )
        return f'{DECLARATION}<Relationships xmlns="{PACKAGE}">{rows}</Relationships>'
