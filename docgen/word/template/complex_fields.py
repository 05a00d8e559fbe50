"""Fields in parts of a template (17.16): those that fetch, ask or name somebody are taken out, others left as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy

from lxml.etree import _Element as Element

from docgen.record import Record, fresh
from docgen.word.template.editing import remove, unwrap
from docgen.word.template.findings import Findings
from docgen.word.wordml import tag, value

# Fields that fetch something when Word opens or prints the file, and those that ask the reader for something.
FETCHING = frozenset("DDE DDEAUTO LINK INCLUDEPICTURE INCLUDETEXT INCLUDE IMPORT DATABASE EMBED RD MERGEFIELD ASK FILLIN MACROBUTTON PRINT CONTROL HTMLCONTROL".split())
NAMING = frozenset("AUTHOR LASTSAVEDBY USERNAME USERINITIALS USERADDRESS FILENAME TEMPLATE INFO".split())
# Properties of a file that say the same, as DOCPROPERTY names them.
PEOPLE = frozenset("author lastsavedby manager company template hyperlinkbase".split())
# Fields whose source is not carried over: their last result stays as text.
SAFE_LINKS = ("http://", "https://", "mailto:", "tel:")
WORD = re.compile(r'"[^"]*"?|\u201c[^\u201d]*\u201d?|\S+')
FROZEN = frozenset(("FILE", "DOCPROPERTY", "DOCVARIABLE", "TOC", "INDEX", "TOA", "SEQ", "REF", "PAGEREF", "NOTEREF", "SAVEDATE", "PRINTDATE", "CREATEDATE"))


class Field(Record):
    """A complex field: its instruction, the runs before its result with the one behind it, and the runs of the result."""

    words: list[str] = fresh(factory=list)
    frame: list[Element] = fresh(factory=list)
    result: list[Element] = fresh(factory=list)
    shown: bool = False

    @property
    def name(self) -> str:
        """What kind of field it is."""
        return name_of("".join(self.words))


def complex_fields(root: Element) -> Iterator[Field]:
    """Every complex field, inner ones before those around them; one without an end has no runs behind its result."""
    if next(root.iter(tag("fldChar"), tag("instrText")), None) is None:
        return
    for run in list(root.iter(tag("r"))):
        _split(run)
    open_fields: list[Field] = []
    for run in root.iter(tag("r")):
        if len(open_fields) > DEEPEST:
            yield Field([UNCLOSED], [mark.getparent() for mark in root.iter(tag("fldChar"), tag("instrText"))])
            return
        marks = [value(mark, name="fldCharType") for mark in run.iterchildren(tag("fldChar"))]
        if "begin" in marks:
            open_fields.append(Field())
        for at, field in enumerate(open_fields):
            inner = at == len(open_fields) - 1
            (field.result if field.shown and not (inner and "end" in marks) else field.frame).append(run)
        if open_fields:
            open_fields[-1].words += (text.text or "" for text in run.iterchildren(tag("instrText")))
            open_fields[-1].shown |= "separate" in marks
            if "end" in marks:
                yield open_fields.pop()
    for field in open_fields:
        field.words = [UNCLOSED]
        yield field


UNCLOSED = "UNCLOSED"
DEEPEST = 20  # fields inside one another that are followed; of more, only the text is kept


def _split(run: Element) -> None:
    """Give each mark of a field that stands in a run with anything else a run of its own, so that no field hides behind another."""
    inner = [part for part in run if part.tag != tag("rPr")]
    if len(inner) < 2 or not any(part.tag in (tag("fldChar"), tag("instrText")) for part in inner):
        return
    look = run.find(tag("rPr"))
    for part in reversed(inner[1:]):
        own = run.makeelement(tag("r"))
        if look is not None:
            own.append(deepcopy(look))
        own.append(part)
        run.addnext(own)


def fields_of(root: Element) -> Iterator[str]:
    """The names of all fields."""
    for field in complex_fields(root):
        yield field.name
    for simple in root.iter(tag("fldSimple")):
        yield simple_name(simple)


def tell_of_fields(root: Element, found: Findings) -> None:
    """A finding for each kind of field that is not taken over."""
    names = set(fields_of(root))
    if names & FETCHING:
        found.dropped("fields that fetch or ask for something when the document is opened", "type the text, or insert the picture, itself")
    if names & NAMING:
        found.dropped("fields that name an author or a file's place", "write {{partnership}} or {{title}} instead")
    if "FILE" in names:
        found.dropped("links that lead to a file or run something", "link to a web page or an e-mail address")
    if UNCLOSED in names:
        found.mended("a field in the template has no end, so only its text was kept", "delete the field in the template and insert it again")


def clean_fields(root: Element, found: Findings) -> bool:
    """Take out what must not be there; true where something changed."""
    tell_of_fields(root, found)
    changed = False
    for field in list(complex_fields(root)):
        if field.name in FETCHING | NAMING | FROZEN | {UNCLOSED}:
            changed = True
            for run in field.frame + (field.result if field.name in FETCHING | NAMING else []):
                remove(run)
    for simple in list(root.iter(tag("fldSimple"))):
        name = simple_name(simple)
        if name in FETCHING | NAMING:
            remove(simple)
        elif name in FROZEN:
            unwrap(simple)
        changed |= name in FETCHING | NAMING | FROZEN
    return changed


def simple_name(simple: Element) -> str:
    """The name of a simple field."""
    return name_of(value(simple, name="instr") or "")


def name_of(instruction: str) -> str:
    """The first word of an instruction; a link that leads to a file is called FILE, a property that names somebody AUTHOR."""
    said = instruction.split()
    name = said[0].upper() if said else ""
    if name == "DOCPROPERTY" and len(said) > 1 and said[1].strip('"\u201c\u201d').casefold() in PEOPLE:
        return "AUTHOR"
    target = _target(instruction) if name == "HYPERLINK" else ""
    return "FILE" if target and not target.startswith(SAFE_LINKS) else name


def _target(instruction: str) -> str:
    """Where a link leads: its first word that is neither a switch nor what belongs to one (17.16.5.25); a path may begin with two strokes."""
    words = WORD.findall(instruction)[1:]
    while words:
        word = words.pop(0)
        if word.startswith("\\") and not word.startswith("\\\\"):
            if word[1:2].casefold() in ("l", "o", "t") and words:
                words.pop(0)
            continue
        return str(word).strip('"\u201c\u201d').casefold()
    return ""
