"""Taking out of a header, footer or cover what safety forbids: comments, changes, hidden text, links that fetch, objects, traces of editing.

Each step says whether it changed anything, so that a part with nothing of the kind keeps its bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from lxml import etree
from lxml.etree import _Element as Element

from docgen.record import Record
from docgen.word.template.complex_fields import clean_fields
from docgen.word.template.editing import MC, R, local, remove, unwrap, without_history
from docgen.word.template.findings import Findings
from docgen.word.template.hidden import hidden_in
from docgen.word.wordml import tag

OBJECTS = ("object", "control", "altChunk", "subDoc", "movie", "objectEmbed", "objectLink")
COMMENTS = ("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef")
TAKEN_AWAY = ("del", "moveFrom")
ADDED = ("ins", "moveTo")
HOLDING = ("OLEObject", "ffData", "fldData")
TELLING = ("alias", "tag", "dropDownList", "comboBox")
OFFICE = ("http://schemas.openxmlformats.org/", "http://schemas.microsoft.com/", "urn:schemas-microsoft-com:")
PATH = re.compile(r"://|\\|^[A-Za-z]:|^/")
RANGES = ("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "permStart", "permEnd")


class Cleaning(Record):
    """What the steps know: which ids of relationships may stay, the styles that hide text, and where findings go."""

    kept: frozenset[str]
    hiding: frozenset[str]
    found: Findings


def clean(root: Element, cleaning: Cleaning) -> bool:
    """Clean one part; true where that changed it."""
    changed = [step(root, cleaning) for step in STEPS]
    return any(changed)


def _each(root: Element, names: tuple[str, ...]) -> list[Element]:
    return list(root.iter(*map(tag, names)))


def _comments(root: Element, cleaning: Cleaning) -> bool:
    marks = _each(root, COMMENTS)
    for mark in marks:
        remove(mark)
    if marks:
        cleaning.found.dropped("comments")
    return bool(marks)


def _changes(root: Element, cleaning: Cleaning) -> bool:
    """Recorded changes: what they leave is the final text."""
    gone, added = _each(root, TAKEN_AWAY), _each(root, ADDED)
    history = without_history(root)
    for element in gone:
        in_properties = local(element.getparent()) in ("rPr", "trPr", "tcPr") if element.getparent() is not None else False
        row = next(element.iterancestors(tag("tr")), None) if in_properties and local(element.getparent()) == "trPr" else None
        remove(element if row is None else row)
    for element in added:
        unwrap(element)
    for element in _each(root, RANGES):
        remove(element)
    if gone or added or history:
        cleaning.found.dropped("recorded changes", "accept or reject them in the template")
    return bool(gone or added or history)


def _hidden(root: Element, cleaning: Cleaning) -> bool:
    hidden = hidden_in(root, cleaning.hiding)
    marks = [mark for mark in _each(root, ("vanish", "specVanish", "webHidden")) if mark.getparent() is not None]
    for element in (*hidden, *marks):
        remove(element)
    for table in [table for table in _each(root, ("tbl",)) if hidden and next(table.iter(tag("tr")), None) is None]:
        remove(table)
    if hidden:
        cleaning.found.dropped("hidden text", "show it (Ctrl+Shift+8) and delete it in the template")
    return bool(hidden or marks)


def _objects(root: Element, cleaning: Cleaning) -> bool:
    """Embedded objects, and what asks for a part that is not carried over."""
    objects = _each(root, OBJECTS)
    for element in objects:
        remove(element)
    if objects:
        cleaning.found.dropped("embedded objects")
    asking = [element for element in root.iter() if any(name.startswith(f"{{{R}}}") and held not in cleaning.kept for name, held in element.items())]
    for element in asking:
        _without_relation(element, cleaning)
    return bool(objects or asking)


def _without_relation(element: Element, cleaning: Cleaning) -> None:
    """Take out a link, or the drawing around what asks for something that is not there."""
    if local(element) == "hyperlink":
        cleaning.found.dropped("links that lead to a file or run something", "link to a web page or an e-mail address")
        unwrap(element)
        return
    around = next((above for above in (element, *element.iterancestors()) if str(above.tag) == f"{{{MC}}}AlternateContent"), None)
    around = around if around is not None else next((above for above in element.iterancestors(tag("drawing"), tag("pict"))), None)
    if around is not None:
        cleaning.found.dropped("drawings that ask for something outside the template", "insert the picture itself, not a link to it")
        remove(around)
        return
    for name in [name for name in element.attrib if name.startswith(f"{{{R}}}")]:
        del element.attrib[name]


def _fields(root: Element, cleaning: Cleaning) -> bool:
    return clean_fields(root, cleaning.found)


def _traces(root: Element, cleaning: Cleaning) -> bool:
    """Revision ids: they tell which documents were edited together, and by whom."""
    changed = False
    for element in root.iter():
        traces = [name for name in element.attrib if name.startswith(tag("rsid"))]
        for name in traces:
            del element.attrib[name]
        changed |= bool(traces)
    if changed:
        cleaning.found.dropped("revision ids, by which Word can tell who edited what with whom", "nothing to do: they are not seen")
    return changed


def _controls(root: Element, cleaning: Cleaning) -> bool:
    """Content controls stay, without their tie to data that is not carried over, and without what only those who fill them in are shown."""
    properties = [element for control in _each(root, ("sdtPr",)) for element in control]
    ties = [element for element in properties if local(element) in ("dataBinding", "placeholder")]
    told = [element for element in properties if local(element) in TELLING] + _each(root, ("docPartCategory",))
    for element in (*ties, *told):
        remove(element)
    if told:
        cleaning.found.dropped("names and choices of content controls", "nothing to do: what they show is kept")
    wrappers = _each(root, ("customXml", "smartTag"))
    for wrapper in wrappers:
        unwrap(wrapper)
    for rest in _each(root, ("customXmlPr", "smartTagPr")):
        remove(rest)
    return bool(ties or told or wrappers)


def _strange(root: Element, cleaning: Cleaning) -> bool:
    """What other programs have put in for themselves: no reader of the document shows it."""
    elements, attributes = _of_others()
    found = [*elements(root), *attributes(root)]
    for held in found:
        if isinstance(held, str):
            del held.getparent().attrib[held.attrname]  # type: ignore[attr-defined]
        else:
            remove(held)
    if found:
        cleaning.found.dropped("data of other programs in its headers, footers or cover", "nothing to do: they are not seen")
    return bool(found)


@cache
def _of_others() -> tuple[etree.XPath, etree.XPath]:
    """What finds elements and attributes that are not of Office's own namespaces."""
    own = " or ".join(f"starts-with(namespace-uri(), '{space}')" for space in OFFICE)
    xml = "namespace-uri() = 'http://www.w3.org/XML/1998/namespace'"
    return etree.XPath(f"descendant::*[not({own})]"), etree.XPath(f"descendant-or-self::*/@*[namespace-uri() and not({own} or {xml})]")


def _drawn(root: Element, cleaning: Cleaning) -> bool:
    """Addresses and paths in drawings of the older kind (VML), names of files in those of the newer, what forms hold, and whoever is named still."""
    gone = [element for element in root.iter() if local(element) in HOLDING or tag("author") in element.attrib]
    for element in gone:
        remove(element)
    changed = bool(gone)
    for element in root.iter():
        for name in [name for name, held in element.attrib.items() if _tells(element, name, held)]:
            changed = True
            if name == "name":
                element.set(name, "Picture")
            else:
                del element.attrib[name]
    if changed:
        cleaning.found.dropped("addresses, names of files or forms in drawings and fields", "nothing to do: they are not seen")
    return changed


def _tells(element: Element, name: str, held: str) -> bool:
    """True for an attribute that fetches something, or says where a file came from."""
    if name == tag("docLocation"):
        return True
    old = str(element.tag).startswith("{urn:schemas-microsoft-com:")
    kind = name.rpartition("}")[2]
    watched = kind in ("src", "href", "alt", "title", "althref") if old else kind in ("name", "descr", "title") and local(element) in ("docPr", "cNvPr")
    return watched and (PATH.search(held) is not None)


STEPS: tuple[Callable[[Element, Cleaning], bool], ...] = (_comments, _changes, _hidden, _fields, _objects, _controls, _strange, _drawn, _traces)
