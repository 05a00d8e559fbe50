"""Text is too faint against what lies behind it.

Why: people with low vision, and everybody on a poor screen or print, can't read grey on white or white on yellow. The contrast must be at least
4.5 to 1, or 3 to 1 for text of 18 points and for bold text of 14 points.

Bad: text in the grey #999999 on white (2.8 to 1).

Good: text in the grey #595959 on white (7 to 1), or in the colour "Automatic".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from docgen.audit.colours import Colour
from docgen.audit.facts import Facts
from docgen.audit.rule import Found, Rule
from docgen.audit.story import Paragraph, Run, shown
from docgen.colour import least_of, ratio
from docgen.diagnostics import Severity

NAME = "low-contrast"
HINT = "choose a darker or lighter colour, or Automatic"
OF_STYLE = "choose a darker or lighter colour for the style, or Automatic; where the document was made from a template, in the template"
MOST = 20  # pairs of colours that are told one by one
Faint = tuple[Colour, Colour, float, str]


def find(facts: Facts) -> Iterator[Found]:
    """A finding for each pair of colours, at the first place where it stands; what is behind a text box nobody knows."""
    places: dict[Faint, list[tuple[Paragraph, Run]]] = {}
    for paragraph in facts.paragraphs():
        for run in paragraph.runs if not paragraph.boxed else ():
            if faint := _faint(facts, run, paragraph):
                places.setdefault(faint, []).append((paragraph, run))
    for (front, behind, least, style), found in islice(places.items(), MOST):
        paragraph, run = found[0]
        more = len({id(place) for place, _ in found}) - 1
        also = f", and so is text in {more:,} more {'paragraph' if more == 1 else 'paragraphs'}" if more else ""
        by_style = f' by the style "{style}"' if style else ""
        contrast = f"a contrast of {ratio(front, behind):.1f} to 1 where {least:g} are needed"
        message = f'"{shown(run.text)}" is {front.text} on {behind.text}{by_style}, {contrast}{also}'
        yield Found(message, OF_STYLE if style else HINT, paragraph, of_file=bool(style))
    if len(places) > MOST:
        yield Found(f"{len(places) - MOST:,} more pairs of colours have too little contrast", HINT)


def _faint(facts: Facts, run: Run, paragraph: Paragraph) -> Faint | None:
    """The colours of a run that is hard to read. Word chooses an automatic colour well; the words of an empty form are not there to stay."""
    if run.hint or not run.text.strip():
        return None
    look = facts.looks.look(run, paragraph)
    if look.colour is None or look.hidden:
        return None
    least = least_of(look.half_points, look.bold)
    return (look.colour, look.behind, least, look.source) if ratio(look.colour, look.behind) < least else None


RULE = Rule(NAME, Severity.ERROR, find)
