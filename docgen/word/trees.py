"""One part of a package that somebody else wrote, as a tree: nothing in it is believed, followed or fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.parsers import expat

from docgen.word.limits import DEPTH, MARKS, XML, BadPackage, mebibytes

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

AGAIN = "ask for a sound copy, or open it in Word and save it again"
# Part 2, clause 6.2.5: XML in a package is UTF-8 or UTF-16, here by the names that the parser knows. Others can hide a `<` from whoever counts them.
ENCODINGS = frozenset(("utf-8", "utf-16"))
CHUNK = 1 << 10  # the parser reads a piece to its end, however early its root begins


def read_tree(data: bytes, name: str, budget: Budget, blanks: bool = True) -> Element:
    """The root of a part, without the blanks between elements unless they are asked for. Raises BadPackage, which names the part, for whatever is
    no sound XML or asks for something outside it."""
    from lxml import etree

    budget.spend(data)
    _Prolog(name).read(data)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True, remove_blank_text=not blanks
    )
    try:
        root: Element = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as problem:
        raise BadPackage(f"{name} inside it is damaged (line {problem.lineno}); {AGAIN}") from None
    if root.xpath("/*" * (DEPTH + 1)):
        raise BadPackage(f"{name} inside it is nested more than {DEPTH} levels deep; {AGAIN}")
    return root


class Budget:
    """How much XML of one package was read: a tree takes about a hundred bytes for each element and attribute."""

    def __init__(self) -> None:
        self.size = self.marks = 0

    def spend(self, data: bytes) -> None:
        """Count a part. Raises BadPackage as soon as all together would take too much memory."""
        self.size += len(data)
        self.marks += data.count(b"<") + data.count(b"=")
        if self.size > XML or self.marks > MARKS:
            raise BadPackage(f"the text of the file has more than {mebibytes(XML)} or {MARKS:,} pieces; it is too large to be read safely")


class _Root(Exception):
    """The first element begins, so that nothing before it can still come."""


class _Prolog:
    """Reads what stands before the first element, where a DOCTYPE may declare what a file would be made to fetch or to blow up."""

    def __init__(self, name: str) -> None:
        self.name = name

    def read(self, data: bytes) -> None:
        """Raise BadPackage for a DOCTYPE or another encoding; what is damaged is left to be found by who reads it all."""
        parser = expat.ParserCreate()
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._root
        try:
            for start in range(0, len(data), CHUNK):
                parser.Parse(data[start : start + CHUNK], False)
        except _Root:
            return
        except expat.ExpatError:
            raise BadPackage(f"{self.name} inside it is damaged; {AGAIN}") from None

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and encoding.casefold() not in ENCODINGS:
            raise BadPackage(f"{self.name} inside it is not in UTF-8; open it in Word and save it again")

    def _doctype(self, *_: Any) -> None:
        raise BadPackage(f"{self.name} inside it holds instructions (a DOCTYPE) that Word never writes and that could do harm; do not use this file")

    def _root(self, *_: Any) -> None:
        raise _Root
