"""Opening a Word file that somebody else wrote: .docx, .dotx, .docm or .dotm.

`open_package` believes nothing the file says about itself (`archive`, `trees` and their `limits`) and refuses, in one line for a user,
whatever is no Word document or would not be safe to read. What it returns is data; nothing of it is ever followed or fetched.

Decided once: a file with two parts whose names differ in case only is refused, so is one with bytes behind its end and one in another encoding
than UTF-8 or UTF-16; parts are found whatever the case of their names; a macro-enabled or template type is opened under any file name;
relationships without a type, twice with one id, or to parts that are absent are kept, and who follows them copes.
Parts that are not Word's own (custom XML, web pages) are not read, since nothing else depends on them.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from docgen.record import Record, fresh
from docgen.word.archive import WORD, read_archive
from docgen.word.limits import BadPackage
from docgen.word.package import Packed
from docgen.word.trees import Budget, read_tree

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["BadPackage", "Package", "Relationship", "open_package", "take", "tree"]

TYPES = "[Content_Types].xml"
WORDML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/"
MAIN = "/officeDocument"
# Types of the parts that Word reads itself; what hangs beside them (web pages, custom XML) is nobody's to judge here.
OURS = ("application/vnd.openxmlformats-", "application/vnd.ms-")
KINDS: Mapping[str, str] = MappingProxyType(
    {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": "document",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml": "template",
        "application/vnd.ms-word.document.macroenabled.main+xml": "macro-document",
        "application/vnd.ms-word.template.macroenabledtemplate.main+xml": "macro-template",
    }
)
# What another Office file is, by a word in the type of its main part.
OTHERS = (("spreadsheet", "an Excel workbook"), ("excel", "an Excel workbook"), ("presentation", "a PowerPoint presentation"), ("powerpoint", "a PowerPoint presentation"))


class Relationship(NamedTuple):
    """What an `r:id` of a part stands for: `target` is a part's name, or an address where it is external; `kind` is the whole type."""

    id: str
    kind: str
    target: str
    external: bool


class Package(Record):
    """The parts of a Word file by name, in `packed` as they lie in the file. `main` is the part with the body, `kind` one of the values of KINDS."""

    parts: dict[str, bytes]
    main: str = ""
    kind: str = ""
    packed: dict[str, Packed] = fresh(factory=dict)
    names: dict[str, str] = fresh(factory=dict)
    overrides: dict[str, str] = fresh(factory=dict)
    defaults: dict[str, str] = fresh(factory=dict)
    trees: dict[str, Element] = fresh(factory=dict)
    related: dict[str, list[Relationship]] = fresh(factory=dict)
    budget: Budget = fresh(factory=Budget)

    def find(self, name: str) -> str | None:
        """The name of a part as it is written in the package, whatever the case of what is asked for; None where there is none."""
        return name if name in self.parts else self.names.get(name.casefold())

    def type_of(self, name: str) -> str:
        """The content type of a part; an empty text where the package does not say."""
        key = name.casefold()
        return self.overrides.get(key) or self.defaults.get(key.rpartition(".")[2], "")

    def relations_part(self, name: str) -> str:
        """The name of the part with the relationships of a part, or, for an empty name, of the package itself."""
        folder, slash, last = name.rpartition("/")
        wanted = f"{folder}{slash}_rels/{last}.rels"
        return self.find(wanted) or wanted

    def relationships(self, name: str) -> list[Relationship]:
        """The relationships of a part, in their order; none where the part has none. An empty name is the package itself."""
        if name not in self.related:
            part = self.relations_part(name)
            rows = tree(self, part) if part in self.parts else ()
            self.related[name] = [self._relationship(row, name) for row in rows if _local(row) == "Relationship"]
        return self.related[name]

    def _relationship(self, row: Element, name: str) -> Relationship:
        external = row.get("TargetMode", "").strip().casefold() == "external"
        target = row.get("Target", "").strip()
        return Relationship(row.get("Id", ""), row.get("Type", ""), target if external else self._resolved(target, name), external)

    def _resolved(self, target: str, name: str) -> str:
        """A target as the name of a part: relative to the part that names it, or, with a leading slash, to the package."""
        path = target.partition("#")[0]
        folder = name.rpartition("/")[0]
        steps: list[str] = []
        for step in (path if path.startswith("/") else f"{folder}/{path}").split("/"):
            if step == "..":
                del steps[-1:]
            elif step not in ("", "."):
                steps.append(step)
        joined = "/".join(steps)
        return self.find(joined) or ("%" in joined and self.find(unquote(joined))) or joined


def open_package(data: bytes, whole: bool = True) -> Package:
    """The package that the bytes of a file hold, with every part read; unless `whole`, only its text. Raises BadPackage, with what is wrong and what to do in one line."""
    parts, packed = read_archive(data)
    package = Package(parts, packed=packed)
    package.names = {name.casefold(): name for name in package.parts}
    _refuse_others(package)
    _read_types(package)
    package.main = _main(package)
    package.kind = _kind(package)
    if whole:
        _read_parts(package)
    _read_text(package)
    return package


def tree(package: Package, name: str) -> Element:
    """The root element of a part, which all who ask for it share: copy it before you change it. Raises BadPackage, and KeyError for no part."""
    if name not in package.trees:
        package.trees[name] = read_tree(package.parts[name], name, package.budget)
    return package.trees[name]


def take(package: Package, name: str) -> Element:
    """The root element of a part without text, for one who changes it: nobody shares it. Raises BadPackage, and KeyError for no part."""
    return read_tree(package.parts[name], name, package.budget, blanks=False)


def _local(element: Element) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _refuse_others(package: Package) -> None:
    """Refuse zip files that are something else, or nothing."""
    if "mimetype" in package.parts and b"opendocument" in package.parts["mimetype"]:
        raise BadPackage(f"this is not a Word document: it is an OpenDocument file (LibreOffice); {WORD}")
    if not package.find(TYPES):
        raise BadPackage(f"this is not a Word document but some other zip file; {WORD}")
    if not package.find("_rels/.rels"):
        raise BadPackage("the file does not say where its text stands (_rels/.rels is missing); ask for a sound copy")


def _read_types(package: Package) -> None:
    """Read which part is of which type (Part 2, clause 7.2.3)."""
    for row in tree(package, package.find(TYPES) or TYPES):
        kind = row.get("ContentType", "").strip().casefold()
        if _local(row) == "Override":
            package.overrides[row.get("PartName", "").removeprefix("/").casefold()] = kind
        elif _local(row) == "Default":
            package.defaults[row.get("Extension", "").casefold()] = kind


def _main(package: Package) -> str:
    """The name of the part with the body, whatever it is called."""
    found = next((relation for relation in package.relationships("") if relation.kind.endswith(MAIN) and not relation.external), None)
    if found is None:
        raise BadPackage("the file does not say where its text stands; ask for a sound copy")
    if found.kind.startswith(STRICT):
        raise BadPackage(_strict())
    if found.target not in package.parts:
        raise BadPackage(f"the text of the document ({found.target}) is missing from the file; ask for a sound copy")
    return found.target


def _strict() -> str:
    return 'this is a "Strict Open XML Document"; open it in Word and save it as "Word Document (.docx)", not as "Strict Open XML Document"'


def _kind(package: Package) -> str:
    """The kind of the file by the type of its main part."""
    named = package.type_of(package.main)
    if named in KINDS:
        return KINDS[named]
    other = next((name for sign, name in OTHERS if sign in named), None)
    raise BadPackage(f"this is not a Word document: it is {other}; name a Word file" if other else f"this is not a Word document; {WORD}")


def _read_parts(package: Package) -> None:
    """Read every part of Word's own, so that a damaged one is told now and not halfway through the work."""
    for name in package.parts:
        kind = package.type_of(name)
        # A whole document may be embedded as a part of the same type; nothing here looks into it.
        if kind.endswith("+xml") and kind.startswith(OURS) and not package.parts[name].startswith(b"PK"):
            tree(package, name)


def _read_text(package: Package) -> None:
    """Read the part with the body, which must be what it says it is."""
    root = tree(package, package.main)
    if str(root.tag).startswith(f"{{{STRICT}"):
        raise BadPackage(_strict())
    if root.tag != f"{{{WORDML}}}document":
        raise BadPackage(f"the text of the document ({package.main}) is damaged; ask for a sound copy")
