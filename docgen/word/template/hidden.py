"""What stands in a part of a template and is shown to nobody: words, formulas, rows and drawings that are hidden."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from docgen.pattern import lazy
from docgen.word.template.editing import local
from docgen.word.wordml import SPACES, child, is_on, stated, tag, value

UNSEEN = lazy(r"visibility\s*:\s*hidden|display\s*:\s*none", 2)  # re.IGNORECASE


def hidden_in(root: Element, hiding: frozenset[str]) -> list[Element]:
    """Whatever is hidden, by itself or by one of the styles that hide text."""
    return [*_words(root, hiding), *_formulas(root), *_rows(root), *_drawings(root)]


def _words(root: Element, hiding: frozenset[str]) -> Iterator[Element]:
    """Runs of text, and of formulas."""
    known: dict[Element | None, bool] = {None: False}  # whether the style of a paragraph hides its words
    for run in root.iter(tag("r"), tag("m:r")):
        own = child(run, "rPr/vanish")
        if own is not None:
            if is_on(own):
                yield run
            continue
        paragraph = next(run.iterancestors(tag("p")), None)
        if paragraph not in known:
            known[paragraph] = value(paragraph, "pPr/pStyle") in hiding
        if known[paragraph] or value(run, "rPr/rStyle") in hiding:
            yield run


def _formulas(root: Element) -> Iterator[Element]:
    """Parts of formulas that only keep their place free (22.1.2.81)."""
    return (phantom for phantom in root.iter(tag("m:phant")) if stated(phantom, "m:phantPr/m:show", "m:val") in ("0", "off", "false"))


def _rows(root: Element) -> Iterator[Element]:
    return (row for row in root.iter(tag("tr")) if is_on(row, "trPr/hidden"))


def _drawings(root: Element) -> Iterator[Element]:
    """Drawings that are switched off, with the older form of the same beside them."""
    for element in root.iter():
        named = local(element) in ("docPr", "cNvPr") and element.get("hidden") in ("1", "true")
        old = str(element.tag).startswith(f"{{{SPACES['v']}}}") and UNSEEN.search(element.get("style", ""))
        if named or old:
            above = [element, *element.iterancestors()]
            around = next((other for other in above if other.tag == tag("mc:AlternateContent")), None)
            yield next((other for other in above if other.tag in (tag("drawing"), tag("pict"))), element) if around is None else around
