"""A picture or text box floats beside the text.

Why: a screen reader reads the text in its order and comes upon a floating object somewhere else, at the end of the page or not at all. In
other programs the object covers text, or moves to another page.

Bad: a text box with "Key findings" that text flows around; a photograph with the layout "Square".

Good: the key findings as paragraphs with a border; the photograph with the layout "In line with text".
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.audit.facts import Facts
from docgen.audit.rule import Found, Rule
from docgen.diagnostics import Severity

NAME = "floating-object"


def find(facts: Facts) -> Iterator[Found]:
    """A finding for each object of the text that floats, and for each text box; those of headers and footers are not read aloud."""
    for shape in (shape for story in facts.spoken for shape in story.shapes):
        if shape.holds_text:
            hint = "write its words as paragraphs of the text, with a border if they must stand out"
            yield Found("words stand in a text box", hint, shape.paragraph)
        elif shape.floats and not shape.is_decorative:
            hint = "click on it, then choose Layout Options, In Line with Text"
            yield Found("a picture floats beside the text", hint, shape.paragraph)


RULE = Rule(NAME, Severity.WARNING, find)
