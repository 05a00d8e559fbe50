"""The file does not say in which language it is written.

Why: a screen reader chooses its voice by the language. English read by a German voice can't be understood, and spelling is checked against
the wrong words.

Bad: neither the styles nor the text say a language.

Good: Review, Language, Set Proofing Language is "English (United Kingdom)" for all text, or set as default.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.audit.facts import Facts
from docgen.audit.rule import Found, Rule
from docgen.audit.story import Paragraph, Run
from docgen.audit.styles import CHARACTER, PARAGRAPH
from docgen.diagnostics import Severity
from docgen.word.wordml import child, stated

NAME = "no-document-language"


def find(facts: Facts) -> Iterator[Found]:
    """A finding where some text has no language from anywhere."""
    if stated(facts.looks.styles.run_defaults, "lang"):
        return
    runs = ((run, paragraph) for paragraph in facts.paragraphs() for run in paragraph.runs if any(map(str.isalpha, run.text)))
    if any(not _has_language(facts, run, paragraph) for run, paragraph in runs):
        yield Found("the document does not say in which language it is", "select all, then set the language under Review, Language, Set Proofing Language")


def _has_language(facts: Facts, run: Run, paragraph: Paragraph) -> bool:
    styles = facts.looks.styles
    own = child(run.properties, "lang")
    character = styles.inherited(CHARACTER, stated(run.properties, "rStyle"), "rPr/lang")
    plain = styles.inherited(PARAGRAPH, paragraph.style, "rPr/lang")
    return any(stated(found) for found in (own, character, plain))


RULE = Rule(NAME, Severity.ERROR, find)
