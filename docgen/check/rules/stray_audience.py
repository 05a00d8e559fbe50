r"""A line looks as if it kept a passage from some readers, and keeps it from nobody.

Why: the passage would be printed for everybody. An audience is read in three places only: the settings at the top of a note,
a line `  - Audience: internal` right below its item, and a line `::: internal` of its own before a passage. The name of an audience
in front of a text (`Internal only: …`), in brackets or as a heading keeps it from nobody.

Bad:
```body
## Strengths

- Midwives work with families early. {#midwives}
  - Audience internal

## What else we heard

INTERNAL ONLY: one of the services is under review.
```

Good:
```body
## Strengths

- Midwives work with families early. {#midwives}
  - Audience: internal

## What else we heard

::: internal
One of the services is under review.
:::
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial
from itertools import takewhile

from docgen.assessment import Assessment
from docgen.audiences import note_rank, passages, rank, section_ranks
from docgen.check.rule import Facts
from docgen.check.typed import NAMES, fields_in, misplaced_fields
from docgen.diagnostics import Diagnostic, error
from docgen.nodes import BOXES, Attributes, Block, Cell, CodeBlock, Heading, Image, List, ListItem, Paragraph, RawBlock, RawInline, Table
from docgen.note import Field, Item, Note
from docgen.pattern import lazy
from docgen.source import Span
from docgen.walk import visible

NAME = "stray-audience"
BEFORE = 24
TAG = lazy(r"<\s*([A-Za-z-]+)\s*>")
SIGNS = ("：", "…", "&#", "&colon")
WORD = r"aud\w{1,4}c[es]{0,3}"  # audience, however it was mistyped
LIKE = lazy(rf"\b{WORD}\b")
SURE = lazy(r"\[|(?i:\bonly\b)[^\w\n]{0,4}[:：]|\bONLY\b")
LEAD = lazy(rf"(?:\A|[\n\r\[(|/>\])}};@]|\d[.)])[\W_]*(?:(?:{'|'.join(NAMES)})[\W_]+)?(?:for[\W_]+)?\Z")
READS = "who may read this note"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each printed block with such a line, and for attributes that name an audience."""
    told = set()
    for finding in (*_mistyped(facts), *_listed(facts), *_tagged(facts), *_named(facts)):
        if finding.span not in told:
            told.add(finding.span)
            yield finding


def _mistyped(facts: Facts) -> Iterator[Diagnostic]:
    """Lines and attributes that come close to those that docgen reads."""
    audiences = facts.assessment.audience_names
    sign = lazy(_sign(audiences), re.IGNORECASE | re.MULTILINE)
    names = "|".join(re.escape(name.casefold()) for name in audiences)
    colons = re.compile(rf":(?:\s*:|(?:[\W_]|</?\w{{1,8}}>){{0,40}}?(?:{names})(?![^\W_]))")
    worth = {note for note in facts.library.notes if _is_worth(facts.folded(note), colons)}
    is_told = misplaced_fields(facts)
    for kind in (Paragraph, Cell, RawBlock, CodeBlock, Heading):
        for note, block in facts.every(kind):
            if note in worth and not _is_fenced(block) and (found := sign.search(_text(block))) and not is_told(note, block.span):
                yield _told(facts, " ".join(found.group().split())[:40], block.span)
    for note, entry in facts.every(Field):
        if note in worth and entry.name != "Audience" and (found := sign.search(f"{visible(entry.content)}\n{entry.span.text}")) and not is_told(note, entry.span):
            yield _told(facts, " ".join(found.group().split())[:40], entry.span)
    yield from _on_two_lines(facts, worth)
    for attributes in _attributes(facts):
        if any(key.casefold() == "audience" for key, _ in attributes.values) or set(attributes.classes) & set(audiences):
            yield _told(facts, attributes.span.text, attributes.span)


def _on_two_lines(facts: Facts, worth: set[Note]) -> Iterator[Diagnostic]:
    """The word by itself on a line, in a cell or as a term, and the name of a more closed audience on the next or in its column."""
    settings = facts.assessment
    for note in worth:
        closed = note_rank(settings, note)
        if more := _more(settings.audience_names, closed):
            text = note.source.text[note.body :].replace("\r\n", " \n").replace("\r", "\n")  # as long as it was
            for found in re.finditer(rf"^[^\w\n<]*+{WORD}[^\w\n<]*+(?:<br ?/?>\s*+|\n(?:[^\w\n]*+\n){{0,4}})[^\w\n]*+(?:{more})[^\w\n]*$", text, re.I | re.M):
                yield _told(facts, " ".join(found.group().split())[:40], note.source.span(note.body + found.start(), note.body + found.end()))
    for note, table in facts.every(Table) if worth else ():
        for cell in _closed_cells(table, settings, note_rank(settings, note)) if note in worth else ():
            yield _told(facts, f"Audience: {visible(cell.content).strip()}", cell.span)


def _closed_cells(table: Table, settings: Assessment, closed: int) -> Iterator[Cell]:
    """The cells below a header that says Audience, or beside such a cell, that name a more closed one."""
    names = {name.casefold() for name in settings.audience_names[closed + 1 :]}
    columns = {number for number, cell in enumerate(table.header.cells) if _says_audience(cell)}
    for row in (table.header, *table.rows):
        for number, cell in enumerate(row.cells):
            if (number in columns or (number and _says_audience(row.cells[number - 1]))) and _name_one(visible(cell.content), names, {name.casefold() for name in settings.audience_names}):
                yield cell


def _name_one(said: str, names: set[str], all_names: set[str]) -> bool:
    """True for one or more of some names and nothing else but others of all and small words."""
    words = set(re.split(r"[^\w-]+", said.casefold())) - {"", "and", "for", "not", "only", "or", "use"}
    return not names.isdisjoint(words) and words <= all_names


def _says_audience(cell: Cell) -> bool:
    return bool(LIKE.fullmatch(visible(cell.content).strip(" *_:").casefold()))


def _listed(facts: Facts) -> Iterator[Diagnostic]:
    """Lines `Audience: …` below an item of a plain list, whatever they name: they keep nothing from anybody there."""
    for _, item in facts.every(ListItem):
        lines = [entry for block in item.blocks[1:] if isinstance(block, List) for entry in fields_in(block)]
        for name, line in lines:
            if name == "Audience":
                yield _told(facts, " ".join(visible(line.content).split())[:40], line.span)


def _tagged(facts: Facts) -> Iterator[Diagnostic]:
    """Tags and blocks of code that are called like an audience: `<internal>`, or a block that begins ```internal."""
    names = {name.casefold() for name in facts.assessment.audience_names}
    blocks = [(block.span, block.language) for _, block in facts.every(CodeBlock)]
    tags = [(raw.span, name) for kind in (RawBlock, RawInline) for _, raw in facts.every(kind) for name in TAG.findall(raw.span.text)]
    for span, name in (*blocks, *tags):
        if name.casefold() in names:
            yield _told(facts, name, span)


def _told(facts: Facts, said: str, span: Span, readers: str = READS) -> Diagnostic:
    name = facts.assessment.audience_names[-1]
    hint = f'write "::: {name}" on a line of its own before it and ":::" behind it; below a finding or a recommendation, "- Audience: {name}"'
    return error(NAME, f'"{said}" keeps this from nobody {readers}', span, hint)


def _is_worth(text: str, colons: re.Pattern[str]) -> bool:
    """A cheap look for whether such a line may stand in a text, in small letters."""
    return any(sign in text for sign in SIGNS) or bool(LIKE.search(text)) or bool(colons.search(text))


def _named(facts: Facts) -> Iterator[Diagnostic]:
    """Passages that have the name of an audience in front, which is more closed than they are."""
    settings = facts.assessment
    sections = section_ranks(settings)
    labels, looks = cache(partial(_label, settings.audience_names)), cache(partial(_look, settings.audience_names))
    for note in facts.library.notes:
        if not _has_in_front(facts.folded(note), looks(note_rank(settings, note))):
            continue
        found = list(passages(settings, note, sections))
        pieces = ((at, block, closed) for at, (outer, closed) in enumerate(found) for block in _pieces(outer))
        for at, block, closed in pieces:
            said = _said(block, labels(closed))
            outer = found[at][0]
            is_value = isinstance(outer, Item) and block is not outer.paragraph
            if said and is_value and not SURE.search(said[0]):
                continue  # "Measure: partners only fill one form" begins in the midst of a sentence
            if said and not ("name" in said.groupdict() and _is_kept(said, found[at + 1 :], settings)):
                yield _told(facts, " ".join(said[0].split()), block.span, f"who reads the {settings.audience_names[closed]} edition")


def _pieces(block: Block) -> list[Block]:
    """The blocks of letters that a passage is made of."""
    if isinstance(block, Table):
        return [cell for row in (block.header, *block.rows) for cell in row.cells]
    if isinstance(block, Item):
        values = [Paragraph(entry.span, entry.content) for entry in block.fields if entry.content and entry.name != "Audience"]
        return [block.paragraph, *values]
    return [block] if isinstance(block, (Paragraph, Heading, RawBlock, CodeBlock)) and not _is_fenced(block) else []


def _said(block: Block, label: tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]] | None) -> re.Match[str] | None:
    """The name of a more closed audience where a block has it in front."""
    if label is None:
        return None
    heading, front, brackets = label
    seen = visible([block])
    if isinstance(block, Heading) and (whole := heading.fullmatch(seen.strip())):
        return whole
    return front.search(seen) or front.search(block.span.text) or brackets.search(seen)


def _is_kept(said: re.Match[str], below: list[tuple[Block, int]], settings: Assessment) -> bool:
    """True where everything below a heading is as closed as the heading says."""
    word = re.sub(r"\s+", "-", said["name"].casefold())
    names = settings.audience_names
    meant = next((rank(settings, name) for name in names if name.casefold() == word), len(names))
    return all(closed >= meant for _, closed in takewhile(lambda entry: not isinstance(entry[0], Heading), below))


def _more(names: list[str], closed: int) -> str:
    """The audiences that are more closed, as a pattern; a hyphen may be a space."""
    return "|".join(re.escape(name).replace(r"\-", r"[-\s]+") for name in names[closed + 1 :])


def _look(names: list[str], closed: int) -> tuple[list[str], re.Pattern[str]] | None:
    """The first words of the names of more closed audiences, and the names wherever they stand, in small letters; None where there are none."""
    more = _more([name.casefold() for name in names], closed)
    firsts = [name.partition("-")[0].casefold() for name in names[closed + 1 :]]
    return (firsts, re.compile(rf"(?<![^\W_])(?:{more})(?![^\W_])")) if more else None


def _has_in_front(folded: str, look: tuple[list[str], re.Pattern[str]] | None) -> bool:
    """A cheap look for whether such a name begins a line, a cell or brackets; few letters before it are looked at, however many signs there are."""
    hits = look[1].finditer(folded) if look and any(first in folded for first in look[0]) else ()
    return any(LEAD.search(folded[max(0, found.start() - BEFORE) : found.start()]) for found in hits)


def _label(names: list[str], closed: int) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]] | None:
    """How the name of a more closed audience looks as a whole heading, in front of a line, and in brackets; None where there is none.

    In the middle of a paragraph a line may begin by chance with `partners:` or `partners only when`: there a capital letter is asked for.
    """
    more = _more(names, closed)
    if not more:
        return None
    named = rf"(?:{more})\b"
    only = rf"(?:for\s+)?{named}(?:\s+use)?\s+only\b"
    colon = rf"(?:{only}|{named})[^\w\n]{{0,4}}[:：]"
    line = rf"{colon}|{only}(?!\s+(?-i:[a-z]))|{named}\s+(?-i:ONLY)\b"
    front = rf"\A[^\w\n]*(?:{colon}|{only}|\({named}\))|^[^\w\n]*(?=\(?(?-i:[A-Z]))(?:{line}|\({named}\))"
    heading = rf"[^\w]*(?:for\s+)?(?P<name>{more})\b(?:(?:\s+use)?\s+only)?[^\w]*"
    brackets = rf"\[\s{{0,3}}/?\s{{0,3}}(?:{only}|{named})\s{{0,3}}:?\s{{0,3}}\]"
    return re.compile(heading, re.I), re.compile(front, re.I | re.M), re.compile(brackets, re.I)


def _sign(audiences: list[str]) -> str:
    """What such a line looks like, however its signs were mistyped."""
    names, kinds = "|".join(map(re.escape, audiences)), "|".join(map(re.escape, (*audiences, *BOXES)))
    lines = (
        rf"^[^\w\n]*+{WORD}\b[^\w\n]*+(?:{names})\b[^\w\n]*$",
        rf"\b{WORD}\b[^\w\n]{{0,20}}[:：][^\w\n]{{0,20}}(?:{names})\b",
        rf"^[^\w\n]{{0,20}}[:：][^\w\n]{{0,20}}(?:{names})\b",
        rf"(?<![:：])[:：]\s{{0,20}}[:：]++[^\w\n]{{0,20}}(?:{kinds})\b",
        r"^(?:[^\S\n]|[\\*_>|\u200b\ufeff])*+[:：]{3,}",
    )
    return "|".join(f"(?:{line})" for line in lines)


def _text(block: Block) -> str:
    """The block as a reader sees it, and as it was written."""
    return visible([block]) + "\n" + block.span.text


def _is_fenced(block: Block) -> bool:
    return isinstance(block, CodeBlock) and block.is_fenced


def _attributes(facts: Facts) -> Iterator[Attributes]:
    yield from (block.attributes for _, block in facts.every(Paragraph) if block.attributes)
    yield from (heading.attributes for _, heading in facts.every(Heading) if heading.attributes)
    yield from (image.attributes for _, image in facts.every(Image) if image.attributes)
