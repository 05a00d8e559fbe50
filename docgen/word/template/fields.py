"""Fields of a template, `{{title}}` and others, and what a document says in their place."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Mapping
from itertools import islice
from types import MappingProxyType

from lxml.etree import _Element as Element

from docgen.dates import long_date
from docgen.document import Document
from docgen.near import suggestion
from docgen.word.template.complex_fields import complex_fields
from docgen.word.template.editing import XML_SPACE, local, paragraphs, texts
from docgen.word.template.findings import MOST_FIELDS, Findings
from docgen.word.wordml import child, tag, value

FIELD = re.compile(r"\{\{\s*([^{}]{1,40}?)\s*\}\}")

FIELDS: Mapping[str, Callable[[Document], str]] = MappingProxyType(
    {
        "title": lambda document: document.title,
        "subtitle": lambda document: document.subtitle or "",
        "partnership": lambda document: document.partnership,
        "edition": lambda document: document.edition,
        "date": lambda document: long_date(document.date),
        "status": lambda document: document.status,
        "version": lambda document: document.version or "",
        "marking": lambda document: document.marking.level if document.marking else "",
        "audience": lambda document: document.identity.audience,
        "build": lambda document: document.identity.short,
    }
)
# Properties of a file that Word shows in content controls and fields: the last word of a binding's path, or a field's name.
PROPERTIES: Mapping[str, str] = MappingProxyType(
    {"title": "title", "subject": "subtitle", "creator": "partnership", "Company": "partnership", "contentStatus": "status", "PublishDate": "date",
     "TITLE": "title", "SUBJECT": "subtitle"}
)  # fmt: skip


def fill(root: Element, document: Document, found: Findings) -> bool:
    """Put the document's words in the place of every field, and nothing in that of another property; true where there was one."""
    changed = _empty_controls(root, found)
    for paragraph in paragraphs(root):
        changed |= _fill_paragraph(paragraph, document, found)
    return _fill_controls(root, document) | _fill_properties(root, document) | changed


def _fill_paragraph(paragraph: Element, document: Document, found: Findings) -> bool:
    """Fill the fields of a paragraph, of which Word may have divided each among several runs."""
    pieces = texts(paragraph)
    matches = list(FIELD.finditer("".join(piece.text or "" for piece in pieces)))
    unknown = dict.fromkeys(match[1] for match in matches if match[1].casefold() not in FIELDS)
    for name in islice(unknown, MOST_FIELDS):
        found.field(f'the template\'s field "{{{{{name}}}}}" is none that docgen fills', suggestion(name, FIELDS))
    filled = [(match.start(), match.end(), FIELDS[match[1].casefold()](document)) for match in matches if match[1].casefold() in FIELDS]
    _replace(pieces, filled)
    return bool(filled)


def _replace(pieces: list[Element], filled: list[tuple[int, int, str]]) -> None:
    """Replace stretches of the text that some pieces make together, in their order; the first piece that one touches takes what stands there now."""
    waiting = deque(filled)
    after = 0
    for piece in pieces:
        here = piece.text or ""
        at, after = after, after + len(here)
        kept, begun = "", 0
        while waiting and waiting[0][0] < after:
            start, end, text = waiting[0]
            if start >= at:
                kept += here[begun : start - at] + text
            begun = min(end - at, len(here))
            if end > after:
                break
            waiting.popleft()
        if kept or begun:
            piece.text = kept + here[begun:]
            piece.set(XML_SPACE, "preserve")


def _empty_controls(root: Element, found: Findings) -> bool:
    """Empty content controls that show a property which docgen does not fill: it may be somebody's name. A field in one is filled."""
    bound = [control for control in root.iter(tag("sdt")) if (shown := _property(control)) is not None and shown not in PROPERTIES]
    told = False
    for control in bound:
        pieces = [*control.iter(tag("t"))]
        text = "".join(piece.text or "" for piece in pieces)
        if text.strip() and not any(match[1].casefold() in FIELDS for match in FIELD.finditer(text)):
            _set(pieces, "")
            told = True
    if told:
        found.dropped("text that shows properties of the file, such as a manager's name", "type the text itself, or write {{partnership}} or {{title}} instead")
    return told


def _property(control: Element) -> str | None:
    """The property that a content control is bound to, the last word of a path; None where it is bound to none."""
    properties = child(control, "sdtPr")
    bound = next((row for row in properties if local(row) == "dataBinding"), None) if properties is not None else None
    path = (value(bound, name="xpath") or "").rstrip("/").rpartition("/")[2]
    return None if bound is None else path.rpartition(":")[2].partition("[")[0]


def _fill_controls(root: Element, document: Document) -> bool:
    """Fill content controls that show a property of the file."""
    changed = False
    for control in root.iter(tag("sdt")):
        shown = _property(control)
        pieces = [*control.iter(tag("t"))]
        if shown and shown in PROPERTIES and pieces:
            _set(pieces, FIELDS[PROPERTIES[shown]](document))
            changed = True
    return changed


def _fill_properties(root: Element, document: Document) -> bool:
    """Set the results of fields that show a property of the file."""
    changed = False
    found = [(field.name, [text for run in field.result for text in run.iter(tag("t"))]) for field in complex_fields(root)]
    found += [((value(simple, name="instr") or "").strip().partition(" ")[0].upper(), [*simple.iter(tag("t"))]) for simple in root.iter(tag("fldSimple"))]
    for name, pieces in found:
        if name in PROPERTIES and pieces:
            _set(pieces, FIELDS[PROPERTIES[name]](document))
            changed = True
    return changed


def _set(pieces: list[Element], text: str) -> None:
    for piece in pieces:
        piece.text, text = text, ""
        piece.set(XML_SPACE, "preserve")
