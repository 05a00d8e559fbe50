"""What a template may hold that a document must not: told by the relationships of its parts, each kind once.

Three fates for a part: carried over (by `carry`), listed here as dropped with a finding, or ignored. Ignored is what nobody misses, since
Word makes it anew or it only repeats what other parts say (web settings, thumbnails, settings of a printer, notes of a text that is
told to be left out), and what is of no known kind: it belongs to programs that docgen knows nothing of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from lxml.etree import _Element as Element

from docgen.word.opening import Package, Relationship, tree
from docgen.word.template.editing import local
from docgen.word.template.findings import Findings
from docgen.word.wordml import tag

# The last word of a relationship's type, and what the part is.
DROPPED: Mapping[str, str] = MappingProxyType(
    {
        "vbaProject": "macros",
        "wordVbaData": "macros",
        "keyMapCustomizations": "keyboard shortcuts or toolbars of its own",
        "attachedToolbars": "keyboard shortcuts or toolbars of its own",
        "extensibility": "buttons of its own for Word's ribbon",
        "userCustomization": "buttons of its own for Word's ribbon",
        "attachedTemplate": "a link to another template, which Word would open",
        "mailMergeSource": "a mail merge, which makes Word ask for addresses",
        "mailMergeHeaderSource": "a mail merge, which makes Word ask for addresses",
        "mailMergeRecipientData": "a mail merge, which makes Word ask for addresses",
        "recipientData": "a mail merge, which makes Word ask for addresses",
        "comments": "comments",
        "commentsExtended": "comments",
        "commentsIds": "comments",
        "commentsExtensible": "comments",
        "people": "names of people who commented or changed it",
        "customXml": "data of other programs (custom XML)",
        "glossaryDocument": "building blocks",
        "oleObject": "embedded objects",
        "package": "embedded objects",
        "control": "embedded objects",
        "activeXControlBinary": "embedded objects",
        "subDocument": "sub-documents",
        "aFChunk": "an inserted file (altChunk)",
        "frame": "frames of a web page",
        "origin": "a digital signature, which no changed copy can keep",
        "classificationlabels": "a sensitivity label of your organisation",
    }
)
# Settings with a meaning for others than the reader, by element.
SETTINGS: Mapping[str, str] = MappingProxyType(
    {
        "attachedTemplate": DROPPED["attachedTemplate"],
        "mailMerge": DROPPED["mailMergeSource"],
        "documentProtection": "protection against changes, which would keep reviewers from their work",
        "writeProtection": "protection against changes, which would keep reviewers from their work",
        "trackRevisions": "recording of changes switched on",
        "docVars": "variables of macros",
        "attachedSchema": "data of other programs (custom XML)",
    }
)
PEOPLE = ("creator", "lastModifiedBy", "Company", "Manager")


def look_for_dropped(package: Package, found: Findings) -> None:
    """Tell of everything in a template that is not taken over, but for its text, headers and footers."""
    for relation in _relations(package):
        kind = relation.kind.rstrip("/").rpartition("/")[2]
        if kind in DROPPED:
            found.dropped(DROPPED[kind])
        elif kind == "image" and relation.external:
            found.dropped("linked pictures, which Word would fetch from elsewhere", "insert the picture itself, not a link to it")
    settings = target(package, package.main, "settings")
    for element in tree(package, settings) if settings else ():
        if local(element) in SETTINGS:
            found.dropped(SETTINGS[local(element)])
    if any(_names(package)):
        found.dropped("names of an author or a company", "nothing to do: the document says your partnership's name instead")


def _relations(package: Package) -> Iterator[Relationship]:
    """The relationships of the package and of every part in it."""
    yield from package.relationships("")
    for name in list(package.parts):
        if not name.endswith(".rels"):
            yield from package.relationships(name)


def _names(package: Package) -> Iterator[str]:
    """Who wrote the template, as its properties say."""
    for kind in ("core-properties", "extended-properties"):
        part = target(package, "", kind)
        for element in tree(package, part) if part else ():
            if local(element) in PEOPLE and (element.text or "").strip():
                yield element.text or ""


def target(package: Package, name: str, kind: str) -> str | None:
    """The part that a part is related to by a kind of relationship; None where there is none, or it is absent."""
    for relation in package.relationships(name):
        if relation.kind.rstrip("/").rpartition("/")[2] == kind and not relation.external and relation.target in package.parts:
            return relation.target
    return None


def look_for_text(blocks: list[Element], found: Findings, behind_cover: bool) -> None:
    """Tell of text in the blocks of the body that are left out."""
    if any(_shows(block) for block in blocks):
        what, cover = ("text of its own behind the cover", "") if behind_cover else ("text of its own", "; for a cover of your own, write {{title}} on it")
        found.dropped(what, f"nothing to do{cover}")
    if any(next(block.iter(tag("ins"), tag("del"), tag("moveFrom"), tag("moveTo")), None) is not None for block in blocks):
        found.dropped("recorded changes", "accept or reject them in the template")


def _shows(block: Element) -> bool:
    return any(text.text and text.text.strip() for text in block.iter(tag("t"))) or next(block.iter(tag("drawing"), tag("pict")), None) is not None
