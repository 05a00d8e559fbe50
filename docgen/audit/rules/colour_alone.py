"""Words differ from the words around them in their colour only.

Why: who does not see colours, prints in black, or listens, does not learn that these words are meant to be special.

Bad: "Actions in red are overdue", and below it a sentence with three words in red.

Good: the same three words in bold as well, or followed by "(overdue)".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docgen.audit.colours import BLACK, Colour
from docgen.audit.facts import Facts
from docgen.audit.looks import Look
from docgen.audit.rule import Found, Rule
from docgen.audit.story import Paragraph, Run, shown
from docgen.diagnostics import Severity

NAME = "colour-alone"
FONTS = ("mono", "courier", "consolas", "menlo")  # for programs, whose colours only help the eye
NEAR = 96  # of 765: shades so close are not meant to say anything


def find(facts: Facts) -> Iterator[Found]:
    """A finding for each paragraph in which some words are marked by colour and by nothing else."""
    for paragraph in facts.paragraphs():
        if facts.looks.is_code(paragraph):
            continue
        runs = [(run, facts.looks.look(run, paragraph)) for run in paragraph.runs if _counts(run)] if len(paragraph.runs) > 1 else []
        runs = [(run, look) for run, look in runs if not look.hidden]
        plain = _plain(runs)
        if plain is None:
            continue
        coloured = next(((run.text, look.source) for run, look in runs if _is_coloured(look, plain)), None)
        if coloured:
            yield _found(*coloured, paragraph)


def _found(words: str, style: str, paragraph: Paragraph) -> Found:
    """The finding about some words, which a style may have coloured."""
    message = f'only their colour tells "{shown(words)}" from the words around'
    if not style:
        return Found(message, "make them bold as well, or say in words what they are", paragraph)
    return Found(f'{message}; it is that of the style "{style}"', "make the style bold or slanted as well", paragraph, of_file=True)


def _counts(run: Run) -> bool:
    """True for words of the text; links and what Word itself puts in are known by more than colour."""
    return any(map(str.isalnum, run.text)) and not run.link and not run.field and not run.hint


def _plain(runs: list[tuple[Run, Look]]) -> Look | None:
    """How most of a paragraph looks."""
    sizes: Counter[Look] = Counter()
    for run, look in runs:
        sizes[look] += len(run.text)
    return sizes.most_common(1)[0][0] if len(sizes) > 1 else None


def _is_coloured(look: Look, plain: Look) -> bool:
    if any(font in look.font.casefold() for font in FONTS):
        return False
    same = look._replace(colour=None, style="", source="") == plain._replace(colour=None, style="", source="")
    return same and _distance(look.colour or BLACK, plain.colour or BLACK) > NEAR


def _distance(one: Colour, other: Colour) -> int:
    return sum(abs(here - there) for here, there in zip(one, other, strict=True))


RULE = Rule(NAME, Severity.WARNING, find)
