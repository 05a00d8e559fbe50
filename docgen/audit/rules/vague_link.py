"""The text of a link does not say where it leads.

Why: a screen reader lists the links of a document without the text around them. Ten times "click here" says nothing, and an address is read out
letter by letter.

Bad: "For the terms of reference click here", with a link on "click here"; or a link whose text is "https://www.example.org/docs?id=8812".

Good: "See the terms of reference of the board", with a link on "terms of reference of the board". In a note that is
`[terms of reference of the board](https://www.example.org/docs?id=8812)`. Who reads on paper needs the address as well: write a short one behind
the link in brackets and backticks, as in (`www.example.org/docs`), so that it is text and no second link. An e-mail address is good as it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.audit.facts import Facts
from docgen.audit.rule import Found, Rule
from docgen.audit.story import shown
from docgen.diagnostics import Severity
from docgen.wording import is_address, is_vague

NAME = "vague-link"
HINT = "write as its text what stands at the other end"
OF_ADDRESS = "write as its text what stands at the other end, in a note as [text](address)"


def find(facts: Facts) -> Iterator[Found]:
    """A finding for each link with a text that says nothing by itself; a link to a place in the document may say its number."""
    for link in facts.links():
        text = " ".join(link.text.split())
        if not text and not link.picture and link.target:
            yield Found("a link has no text", "delete it, or write a text for it", link.paragraph)
        elif is_vague(text):
            yield Found(f'the text of a link, "{shown(text)}", does not say where it leads', HINT, link.paragraph)
        elif is_address(text):
            yield Found(f'the text of a link is an address, "{shown(text)}"', OF_ADDRESS, link.paragraph)


RULE = Rule(NAME, Severity.WARNING, find)
