"""The file has no title among its properties.

Why: a screen reader says the title when the document is opened, and a browser shows it above a PDF made from it. Without one people
hear a file's name, and of three open documents they can't tell which is which.

Bad: File, Info, Title is empty, or says "Document1".

Good: File, Info, Title says "Child protection in Anytown: self-assessment 2026".
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.audit.facts import Facts
from docgen.audit.rule import Found, Rule
from docgen.audit.story import shown
from docgen.diagnostics import Severity
from docgen.word.opening import tree
from docgen.word.wordml import tag

NAME = "no-document-title"
CORE = "/metadata/core-properties"
EMPTY_TITLES = ("document", "dokument", "untitled", "microsoft word", "word document", "title")
HINT = "write one under File, Info, Title"


def find(facts: Facts) -> Iterator[Found]:
    """A finding where the properties have no title, or one that says nothing."""
    title = _title(facts)
    if not title:
        yield Found("the document has no title among its properties", HINT)
    elif title.casefold().rstrip("0123456789 ") in EMPTY_TITLES:
        yield Found(f'the title among the properties, "{shown(title)}", does not say what the document is', HINT)


def _title(facts: Facts) -> str:
    for relation in facts.package.relationships(""):
        if relation.kind.endswith(CORE) and relation.target in facts.package.parts:
            found = tree(facts.package, relation.target).findtext(tag("dc:title"))
            return " ".join((found or "").split())
    return ""


RULE = Rule(NAME, Severity.ERROR, find)
