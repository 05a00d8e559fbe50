"""The template's own cover: what stands in its body up to the first break of page or section behind a field `{{…}}`."""

from __future__ import annotations

from collections.abc import Container
from copy import deepcopy

from lxml.etree import _Element as Element

from docgen.document import Document
from docgen.record import Record
from docgen.word.opening import Package, Relationship, tree
from docgen.word.oxml import run
from docgen.word.stationery import Cover
from docgen.word.template.added import BEFORE_NUMBER, place
from docgen.word.template.carry import Carrier, last_word
from docgen.word.template.clean import Cleaning, clean
from docgen.word.template.editing import R, fragment, local, paragraphs, plain, remove, said, unwrap
from docgen.word.template.fields import FIELD, FIELDS, fill
from docgen.word.template.findings import Findings
from docgen.word.template.pages import Section
from docgen.word.wordml import child, is_on, tag, value

CORE = "{http://schemas.microsoft.com/office/word/20"  # how the namespaces of attributes begin that only Word's editor needs


class Draft(Record):
    """The blocks of a cover as they stand in the template, and which section they are in."""

    blocks: list[Element]
    section: int


def find_cover(package: Package) -> Draft | None:
    """The cover of a template; None where no field stands in its body."""
    body = child(tree(package, package.main), "body")
    blocks = [block for block in body if local(block) != "sectPr"] if body is not None else []
    last = max((at for at, block in enumerate(blocks) if _has_field(block)), default=-1)
    if last < 0:
        return None
    section = sum(1 for block in blocks[:last] for _ in block.iter(tag("sectPr")))
    kept = blocks[: last + 1]
    for block in blocks[last:]:
        if block is not blocks[last]:
            if _begins_page(block):
                break
            kept.append(block)
        if _breaks(block):
            break
    return Draft(kept, section)


def _has_field(block: Element) -> bool:
    return any(match[1].casefold() in FIELDS for match in FIELD.finditer(said(block)))


def _begins_page(block: Element) -> bool:
    return is_on(block, "pPr/pageBreakBefore")


def _breaks(block: Element) -> bool:
    return next(block.iter(tag("sectPr")), None) is not None or any(value(mark, name="type") == "page" for mark in block.iter(tag("br")))


def make_cover(draft: Draft, document: Document, carrier: Carrier, cleaning: Cleaning, numbered: frozenset[str], known: Container[str]) -> Cover:
    """The cover of a document: cleaned, filled, and with the marking and the status on it."""
    root = fragment("<w:body/>")[0]
    for block in draft.blocks:
        root.append(deepcopy(block))
    fill(root, document, cleaning.found)
    for control in list(root.iter(tag("sdt"))):
        unwrap(control, child(control, "sdtContent"))
    clean(root, cleaning)
    _part_from_nothing(root, known)
    _strip(root, numbered)
    _complete(root, document, cleaning.found)
    relations = _relations(root, carrier)
    return Cover([plain(block) for block in root], relations)


def _part_from_nothing(root: Element, known: Container[str]) -> None:
    """Take out what names a style that is not there, and marks of fields that do not say which."""
    names = [named for named in root.iter(*map(tag, ("pStyle", "rStyle", "tblStyle"))) if value(named) not in known]
    marks = [mark for mark in root.iter(tag("fldChar")) if value(mark, name="fldCharType") is None]
    for element in (*names, *marks):
        remove(element)


def _strip(root: Element, numbered: frozenset[str]) -> None:
    """Take out what belongs to the template's body: breaks behind the cover, bookmarks, footnotes, numbers, and attributes of Word's editor."""
    unwanted = ("sectPr", "bookmarkStart", "bookmarkEnd", "footnoteReference", "endnoteReference", "lastRenderedPageBreak", "proofErr", "pageBreakBefore", "numPr")
    breaks = [mark for mark in root.iter(tag("br")) if value(mark, name="type") == "page"]
    for element in [*root.iter(*map(tag, unwanted)), *breaks]:
        remove(element)
    for paragraph in paragraphs(root):
        style = child(paragraph, "pPr/pStyle")
        if value(style) in numbered and style is not None:
            parent = style.getparent()
            assert parent is not None
            place(parent, fragment('<w:numPr><w:numId w:val="0"/></w:numPr>')[0], BEFORE_NUMBER)
    for element in root.iter():
        for name in [name for name in element.attrib if name.startswith(CORE)]:
            del element.attrib[name]
    while len(root) and local(root[-1]) == "p" and _is_blank(root[-1]):
        root.remove(root[-1])


def _is_blank(paragraph: Element) -> bool:
    return not said(paragraph).strip() and next(paragraph.iter(tag("drawing"), tag("pict")), None) is None


def _complete(root: Element, document: Document, found: Findings) -> None:
    """Add the marking and the status where the cover does not say them."""
    shown = said(root).casefold()
    if document.marking and document.marking.level.casefold() not in shown:
        root.append(_line(f"Marking: {document.marking.level}"))
        found.header("the cover of the template does not show the protective marking, so a line with it was added", "write {{marking}} on the cover")
    if document.status.casefold() not in shown:
        root.append(_line(f"Status: {document.status}"))
        found.header("the cover of the template does not say draft or final, so a line was added", "write {{status}} on the cover")


def _line(text: str) -> Element:
    return fragment(f"<w:p>{run(text)}</w:p>")[0]


def _relations(root: Element, carrier: Carrier) -> list[tuple[str, str, str, bool]]:
    """The relationships that the cover uses, with ids of their own, which its elements are given."""
    known: dict[str, Relationship] = {relation.id: relation for relation in carrier.kept(carrier.package.main)}
    used: dict[str, str] = {}
    for element in root.iter():
        for name, held in element.items():
            if name.startswith(f"{{{R}}}") and held in known:
                element.set(name, used.setdefault(held, f"cover{len(used) + 1}"))
    rows = [(new, known[old]) for old, new in used.items()]
    return [(new, last_word(row.kind), carrier.target(row), row.external) for new, row in rows]


def section_of(draft: Draft | None, sections: list[Section]) -> Section:
    """The section that the cover stands in: the first, unless the template's own cover stands in another."""
    return sections[min(draft.section, len(sections) - 1)] if draft else sections[0]
