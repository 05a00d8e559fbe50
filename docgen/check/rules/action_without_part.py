"""A list of actions stands below a heading that opens no recommendations, such as Actions or Next steps.

Why: it is printed as it stands. Its actions get no number and no line in the action plan, and nobody is asked who leads them. Only the
headings Strengths, Areas for development and Recommendations open such lists. Lines such as `Lead: council` in it are
`field-without-part`. Below the heading of findings, actions would be findings, and below that of recommendations next steps such as "book a
room" would be recommendations. This is looked for in documents in English.

Bad:
```body
## Next steps

- Agree an attendance standard for conferences.
- Police to review their rota by May 2027.
```

Good:
```body
## Recommendations

- Agree an attendance standard for conferences. {#standard}
- Police to review their rota by May 2027. {#rota}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.actions import leading_verb, said
from docgen.check.rule import Facts
from docgen.check.typed import telling_fields
from docgen.dates import MONTHS
from docgen.diagnostics import Diagnostic, warning
from docgen.nodes import BOXES, Block, Container, Heading, List, ListItem, Paragraph
from docgen.note import Finding, Item, Note, Part, PartKind, Recommendation
from docgen.pattern import lazy
from docgen.walk import visible

NAME = "action-without-part"
LONGEST = 60  # letters of such a title
# One of these is in every such title; most have none, and the pattern takes long to make.
LOOK = ("action", "ask", "commitment", "follow", "forward", "plan", "priorities", "proposal", "step", "suggestion", "to do", "to-do", "todo", "we ", "what", "who ")
KINDS = r"agreed|development|follow[- ]?up|further|future|high[- ]level|immediate|joint|key|main|multi-agency|new|next|our|outstanding|partnership|planned|proposed|recommended|single-agency|specific|suggested|the|your"
THINGS = r"actions?(?: (?:items?|list|log|plans?|points?))?|next steps?|steps to take|tasks?|to[- ]?dos?(?: list)?|asks|commitments|follow[- ]?ups?|plans?|proposals|suggestions|(?:delivery|development|implementation|improvement) plans?|priorities for (?:action|(?:the )?(?:coming|next) year)"
WHO = r"we|you|they|agencies|partners|the partnership|each agency|every agency|services"
MUST = r"will|must|should|shall|can|could|need to|needs to|have to|has to|want to|plan to|intend to|propose to|are going to|is going to|are to|is to"
SOON = r"(?: next| now| about (?:it|this)| differently| together| instead)?"
OF = r"(?: (?:agreed|and|arising|by|following|for|from|in|needed|of|on|over|required|to|with|(?:19|20)\d\d)\b.*| ?[-–—:(].*)?"
TITLE = lazy(
    r"[\W\d_]*(?:"
    rf"(?:(?:{KINDS}) )*(?:{THINGS}){OF}"
    rf"|what (?:(?:{WHO}) (?:{MUST})|(?:will|must|should|can|could) (?:{WHO})) (?:do|change|improve){SOON}"
    rf"|what (?:else |still |now )?(?:{MUST}) (?:happen|change|improve|be done|be changed|be improved){SOON}"
    r"|what(?: happens|'s|’s| is| comes)? next|who (?:will do|does) what.*"
    r"|what (?:we|was|has been|is) (?:have )?agreed(?: to do)?"
    r"|we (?:propose|recommend|suggest|will)(?: that| to)?"
    r"|for action|(?:our |the )?way forward|(?:going|moving) forward)[\W_]*"
)
HOUSEKEEPING = lazy(r"\W*(?:next steps?|to[- ]?dos?(?: list)?|follow[- ]?ups?|actions? (?:items?|log|points?))\W*", re.IGNORECASE)
FOR_WHOM = lazy(rf"\b(?:lead|owner|due|deadline|responsible|responsibility|by when)\b ?[:(–—-]|\bby (?:the )?(?:end of |\d{{1,2}} |early |mid-|late )?(?:{'|'.join(MONTHS).casefold()}) (?:19|20)\d\d\b")


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each such heading or line with a list below it of which at least half says what somebody is to do."""
    for note in dict.fromkeys(note for note, _ in facts.every(List)):
        for title, items in _titled(note).items():
            if not any(telling_fields(item) for item in items) and 2 * sum(map(_is_action, items)) >= len(items):
                message = f'the list below "{_said(title)}" is not read as recommendations: it gets no numbers and is not in the action plan'
                signs = "#" * title.level if isinstance(title, Heading) else "##"
                yield warning(NAME, message, title.span, f"if it should be, write {signs} Recommendations in place of this line, and nothing else on it")
    for note in dict.fromkeys(note for kind in (Finding, Recommendation) for note, _ in facts.every(kind)):
        yield from _within_parts(note)


def _within_parts(note: Note) -> Iterator[Diagnostic]:
    """A finding for each such title within a part, whose items it makes of all that stands below."""
    for part in note.parts:
        before: Block | None = None
        for block in part.blocks if part.kind is not PartKind.NARRATIVE else ():
            if isinstance(block, Item) and isinstance(before, (Heading, Paragraph)) and _is_title(before):
                yield from _of_part(part, before, block)
            before = block


def _of_part(part: Part, title: Heading | Paragraph, first: Item) -> Iterator[Diagnostic]:
    signs = "#" * part.heading.level if part.heading else "##"
    if part.kind is PartKind.RECOMMENDATIONS:
        if isinstance(title, Paragraph) and HOUSEKEEPING.fullmatch(visible(title.content)):
            message = f'the list below "{_said(title)}" is read as recommendations: each point has a number and a line in the action plan'
            yield warning(NAME, message, title.span, f"if they are none, make this line a heading: {signs} {_said(title)}")
    elif leading_verb(said(visible(first.paragraph.content))) is not None:
        what = "strengths" if part.kind is PartKind.STRENGTHS else "areas for development"
        message = f'the list below "{_said(title)}" is read as {what}'
        yield warning(NAME, message, title.span, f"if it should be recommendations, write {signs} Recommendations in place of this line, and nothing else on it")


def _said(title: Heading | Paragraph) -> str:
    return visible(title.content).strip(" :")


def _titled(note: Note) -> dict[Heading | Paragraph, list[ListItem]]:
    """The titles of a note that seem to open recommendations, each with the items of the lists below it."""
    found: dict[Heading | Paragraph, list[ListItem]] = {}
    for part in note.parts:
        for title, block in _lists(part.blocks) if part.kind is PartKind.NARRATIVE else ():
            found.setdefault(title, []).extend(block.items)
    return found


def _lists(blocks: list[Block]) -> Iterator[tuple[Heading | Paragraph, List]]:
    """Each list below such a title: a heading, or a line by itself right above."""
    above: list[Heading] = []
    before: Block | None = None
    for block in blocks:
        if isinstance(block, Heading):
            above = [*(heading for heading in above if heading.level < block.level), block]
        elif isinstance(block, Container) and block.name not in BOXES:
            yield from _lists(block.blocks)
        elif isinstance(block, List):
            titles: list[Heading | Paragraph] = [*above, before] if isinstance(before, Paragraph) else [*above]
            if title := next(filter(_is_title, titles), None):
                yield title, block
        before = block


def _is_title(block: Heading | Paragraph) -> bool:
    if block.span.end - block.span.start > LONGEST:
        return False
    said = visible(block.content).casefold()
    return any(word in said for word in LOOK) and bool(TITLE.fullmatch(said))


def _is_action(item: ListItem) -> bool:
    """True where an item says what is to be done, by whom or by when."""
    first = item.blocks[0] if item.blocks else None
    if not isinstance(first, Paragraph):
        return False
    text = visible(first.content)
    return leading_verb(said(text)) is not None or bool(FOR_WHOM.search(text.casefold()))
