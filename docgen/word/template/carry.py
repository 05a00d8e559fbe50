"""Parts of a template that are carried over with the pictures in them: under names of their own, and with no relationship but those."""

from __future__ import annotations

from lxml.etree import _Element as Element

from docgen.picture import REMEDY, BadPicture, read_picture
from docgen.record import Record, fresh
from docgen.word.archive import is_exact
from docgen.word.opening import Package, Relationship, tree
from docgen.word.package import Packed
from docgen.word.relationships import Relationships
from docgen.word.stationery import Carried
from docgen.word.template.complex_fields import SAFE_LINKS
from docgen.word.template.editing import part
from docgen.word.template.findings import Findings

# Pictures that Word shows; which of them docgen's own reader knows, by the ending of their parts.
PICTURES = {
    "image/png": "png", "image/jpeg": "jpeg", "image/jpg": "jpeg", "image/gif": "gif", "image/bmp": "bmp", "image/tiff": "tiff",
    "image/x-emf": "emf", "image/x-wmf": "wmf", "image/svg+xml": "svg",
}  # fmt: skip
READ = ("png", "jpeg", "gif")
UTF_8 = b"\xef\xbb\xbf"  # what a file may begin with


class Carrier(Record):
    """Carries parts of one template; each picture once."""

    package: Package
    found: Findings
    parts: list[Carried] = fresh(factory=list)
    pictures: dict[str, str] = fresh(factory=dict)
    fonts: dict[str, str] = fresh(factory=dict)

    def kept(self, name: str) -> list[Relationship]:
        """The relationships of a part that are carried over, each id once: pictures in the package, and links that lead to the web."""
        kept: dict[str, Relationship] = {}
        for relation in self.package.relationships(name):
            kind = last_word(relation.kind)
            safe = relation.external and kind == "hyperlink" and relation.target.casefold().startswith(SAFE_LINKS)
            if relation.id and (safe or (kind == "image" and not relation.external and self.picture(relation.target))):
                kept.setdefault(relation.id, relation)
        return list(kept.values())

    def picture(self, name: str) -> str | None:
        """The name in the document, relative to its folder, of a picture of the template; None where it can't be carried over."""
        if name in self.pictures:
            return self.pictures[name]
        kind = self.package.type_of(name)
        if name not in self.package.parts or kind not in PICTURES:
            return None
        data = self._stripped(name, PICTURES[kind])
        new = f"media/template{len(self.pictures) + 1}.{PICTURES[kind]}"
        self.pictures[name] = new
        self.parts.append(Carried(f"word/{new}", kind, data, self.packed(name, data)))
        return new

    def _stripped(self, name: str, kind: str) -> bytes:
        """A picture without its metadata, which may say where it was taken and by whom; one that can't be read stays as it is.

        A header without its logo is no header of the organisation, and most of their logos are drawings: so such a picture is
        kept and told, though one in a note would be refused.
        """
        data = self.package.parts[name]
        if kind not in READ:
            self._tell_of(f"of a kind that docgen can't look into ({kind.upper()})")
            return data
        try:
            stripped = read_picture(data).data
        except BadPicture as problem:
            self._tell_of(f"that docgen can't look into ({problem})")
            return data
        if stripped == data:
            return data
        self.found.dropped("pictures with notes about their making (metadata)", "nothing to do: the pictures look the same")
        return stripped

    def _tell_of(self, what: str) -> None:
        message = f"the template has a picture {what}, so the document may say who made it and where"
        self.found.picture(message, f"{REMEDY} and insert it in the template again")

    def _unchanged(self, source: str) -> bytes:
        """The bytes of a part; without comments and notes to programs, which trees do not have and readers do not show."""
        data = self.package.parts[source]
        said = data.removeprefix(UTF_8)
        said = said.partition(b"?>")[2] if said.startswith(b"<?xml ") else said
        if said.lstrip().startswith(b"<") and b"<!--" not in said and b"<?" not in said:
            return data
        self.found.dropped("comments or notes to programs inside its files", "nothing to do: they are not seen")
        return part(tree(self.package, source))

    def packed(self, source: str, data: bytes) -> Packed | None:
        """A part as it lies packed in the template, where nothing in it changed; None where it has to be packed again."""
        packed = self.package.packed.get(source)
        return packed if packed and data is self.package.parts.get(source) and is_exact(packed, data) else None

    def part(self, name: str, kind: str, source: str, root: Element | None, relations: list[Relationship]) -> None:
        """Carry a part over with its relationships: a tree, or the part `source` of the template as it is."""
        data = self._unchanged(source) if root is None else part(root)
        self.parts.append(Carried(name, kind, data, self.packed(source, data)))
        if relations:
            rows = Relationships()
            folder, _, last = name.rpartition("/")
            up = "../" * (folder.count("/"))
            rows.named = [(row.id, last_word(row.kind), self.target(row) if row.external else up + self.target(row), row.external) for row in relations]
            self.parts.append(Carried(f"{folder}/_rels/{last}.rels", "", rows.part().encode()))

    def target(self, relation: Relationship) -> str:
        """Where a relationship leads in the document."""
        if relation.external:
            return relation.target
        return self.fonts.get(relation.target) or self.picture(relation.target) or ""


def last_word(kind: str) -> str:
    """What kind of relationship a type is, by its last word: whatever stands before it is written as it should be."""
    return kind.rpartition("/")[2]
