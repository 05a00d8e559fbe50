"""A paragraph looks like a heading and is none, or a long document has no heading at all.

Why: a line that is only made bold is a heading for the eye alone. It is missing from the contents, from the navigation pane and from the list of
headings that a screen reader offers.

Bad: "Supervision of staff" as a paragraph of its own in style Normal, all of it bold.

Good: "Supervision of staff" in style Heading 2.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from docgen.audit.facts import Facts
from docgen.audit.rule import Found, Rule
from docgen.audit.story import Paragraph, shown
from docgen.diagnostics import Severity

NAME = "unmarked-heading"
LONGEST = 80  # letters: what is longer is a sentence in bold
LONG = 40  # paragraphs of text: from here on a document needs headings
# Styles that say what their text is: no heading, for all its weight.
OTHERS = ("title", "subtitle", "caption", "toc", "table of", "header", "footer", "list", "quote", "signature", "salutation", "closing", "date")


def find(facts: Facts) -> Iterator[Found]:
    """A finding for each bold line of the body that stands above text, and one for a long text without headings."""
    said = [paragraph for paragraph in facts.body.paragraphs if paragraph.text.strip()]
    if len(said) >= LONG and not any(paragraph.level for paragraph in said):
        yield Found(f"the document has {len(said):,} paragraphs and no heading", "give its headings the styles Heading 1, Heading 2 and so on")
    for paragraph, following in pairwise(said):
        if _is_line(paragraph, facts) and _is_bold(paragraph, facts) and _is_text(following, facts):
            message = f'"{shown(paragraph.text)}" looks like a heading and is none'
            yield Found(message, "give it the style of a heading, or make only its important words bold", paragraph)


def _is_line(paragraph: Paragraph, facts: Facts) -> bool:
    """True for a short line of text outside tables, boxes, lists and the contents, which ends like a heading."""
    text = paragraph.text.strip()
    if paragraph.level or paragraph.cell or paragraph.boxed or len(text) > LONGEST or text.endswith((".", ",", ";", "?", "!")):
        return False
    name = facts.looks.style_name(paragraph)
    fields = any(run.field or run.link for run in paragraph.runs)
    listed = facts.looks.is_listed(paragraph) or facts.looks.has_border(paragraph) or name.startswith(OTHERS)
    return not (fields or listed) and "\n" not in text and sum(map(str.isalpha, text)) > 2


def _is_bold(paragraph: Paragraph, facts: Facts) -> bool:
    """True where all words were made bold by hand; a style for it may mean something else than a heading."""
    words = [run for run in paragraph.runs if run.text.strip()]
    plain = facts.looks.is_bold_style(paragraph)
    return not plain and all(facts.looks.look(run, paragraph).bold for run in words)


def _is_text(paragraph: Paragraph, facts: Facts) -> bool:
    """True for a paragraph that may stand below a heading: it has more to say, and is not bold as well."""
    if paragraph.cell:
        return True
    return not all(facts.looks.look(run, paragraph).bold for run in paragraph.runs if run.text.strip())


RULE = Rule(NAME, Severity.WARNING, find)
