"""HTML stands in a note.

Why: Word knows no HTML, so it is not shown as you meant it. The words in it are kept, but not what stands in `<style>` and `<script>`.
`<sub>`, `<sup>` and `<br>` work within a paragraph. On a line of its own a tag begins a block of HTML, down to the next empty line:
nothing there is read as Markdown, so `**bold**` is printed with its stars.

Bad:
```body
<div align="center">Our values</div>
```

Good:
```body
Our values
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, warning
from docgen.nodes import Inline, RawBlock, RawInline, Text
from docgen.pattern import lazy
from docgen.walk import visible

NAME = "raw-html"
LEFT_OUT = "signs of a web page (HTML) are left out, and the words between them printed"
AS_TYPED = "signs of a web page (HTML) are left out, and what follows them is printed as it stands, with all its signs, down to an empty line"
BEHIND_COMMENT = "what stands behind a comment on its line is printed as it stands, with all its signs"
NOTHING = "this is for a web page (HTML), and nothing of it is printed"
KEPT = "what stands between < and > is printed as it stands"
OWN = "write words of your own; to print the sign < itself, write \\<"
HINT = "remove what stands between < and >; to print the sign < itself, write \\<"
BREAK = "remove <br>: an empty line begins a new paragraph, and <br> begins a new line only behind words"
# What to write instead, by tags: of several in one block what takes most doing comes first.
HINTS = (
    (frozenset("table thead tbody tr td th".split()), "write each row of the table on a line, as | one | two |, with | --- | --- | below the first"),
    (frozenset("ul ol li".split()), "write a list: each point on a line of its own, with - and a blank before it"),
    (frozenset("img picture".split()), "write a picture as ![what it shows](address of the file)"),
    (frozenset("h1 h2 h3 h4 h5 h6".split()), "write a heading: a line of its own, with ## and a blank before it"),
    (frozenset("a embed iframe video audio object".split()), "write a link as [words](address)"),
    (frozenset(("style", "script")), "remove all of it, from its first tag to its last"),
    (frozenset(("abbr", "acronym")), "write out what it stands for, with the abbreviation in brackets behind"),
    (frozenset("b strong i em u mark".split()), "stress with **bold** or *italics* instead"),
)
EMPTY = frozenset("area base br col embed hr img input link meta param source track wbr".split())
DOCGEN = lazy(r"<!--\s*docgen\b", re.IGNORECASE)
TAG = lazy(r"<([a-z][a-z0-9]*)")
# Signs that mean something wherever they are not within a block of HTML.
MARKDOWN = lazy(r"\*\*|`|\]\(|\[@|(?:^|\n)[ \t]*(?:[-*+]|#{1,6}|\d{1,3}[.)])[ \t]|(?<!\w)([*_])[\w\[(][^*_\n]*\1")


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each piece of HTML that is no comment; closing tags go with their opening ones."""
    for _, block in facts.every(RawBlock):
        text = block.span.text.lstrip()
        if (block.content or not text.startswith("<!--")) and not DOCGEN.match(text):  # such a comment has findings of its own
            said = _of_block(text, block.content)
            yield warning(NAME, said[0], block.span, said[1])
    for _, tag in facts.every(RawInline):
        if not tag.span.text.startswith(("<!--", "</")):
            said = _of_tag(tag)
            yield warning(NAME, said[0], tag.span, said[1])


def _of_block(text: str, content: list[Inline]) -> tuple[str, str]:
    """What becomes of a block of HTML, and what to do."""
    if not content:
        return NOTHING, _instead(text)
    if text.startswith("<!--"):
        return BEHIND_COMMENT, "put the comment behind the words, or on a line of its own before them"
    if content[0].span.text.startswith("<"):
        return KEPT, OWN
    said = "".join(visible([piece]) if type(piece) is Text else "\n" for piece in content)
    return AS_TYPED if MARKDOWN.search(said) else LEFT_OUT, _instead(text)


def _of_tag(tag: RawInline) -> tuple[str, str]:
    """What becomes of a tag in a paragraph, and what to do."""
    if tag.text.startswith("<"):
        return KEPT, OWN
    text = tag.span.text
    is_empty = tag.span.source.text.startswith("</", tag.span.end) or not EMPTY.isdisjoint(_tags(text))
    return NOTHING if is_empty else LEFT_OUT, _instead(text)


def _instead(text: str) -> str:
    """What to write instead of some HTML."""
    if text[:3].lower() == "<br":
        return BREAK
    tags = _tags(text)
    return next((hint for names, hint in HINTS if not names.isdisjoint(tags)), HINT)


def _tags(text: str) -> set[str]:
    """The names of the tags; one that marks a place in a page is no link."""
    lowered = text.lower()
    found = set(TAG.findall(lowered))
    return found if "href" in lowered else found - {"a"}
