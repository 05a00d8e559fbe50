"""An abbreviation is not written out where it is first used, and is not in the glossary.

Why: the agencies use different abbreviations, and the public knows none of them. What counts is the order in which the document is
read, which is not that of the files: all narrative of a section comes before its strengths, whichever note they stand in.

Write it out with the abbreviation in brackets behind, or give it a line under `glossary:` in assessment.yaml. Abbreviations that everybody
knows, such as NHS and UK, need neither. Where the glossary is not printed (`parts: {glossary: false}`), `docgen check --fix` writes out
what it knows from there. `rules: {unexpanded-abbreviation: warning}` asks for all of them to be written out.

Bad:
```body
The MASH meets every day.
```

Good:
```body
The multi-agency safeguarding hub (MASH) meets every day. The MASH has staff of all agencies.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.abbreviations import candidates, expanded, meanings, unexplained
from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, warning

NAME = "unexplained-abbreviation"
SHORT = 3  # letters of an abbreviation that may well stand for other things


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each abbreviation, where it is first read."""
    agencies = {agency.short for agency in facts.assessment.agencies.values()}
    glossary, known = facts.assessment.glossary, meanings(facts)
    is_printed = facts.assessment.parts.get("glossary", True)
    # What is better avoided need not be written out.
    disliked = (phrase.words for phrase in facts.phrases("terms").known.values() if phrase.is_exact)
    skip = frozenset((*(name for name, meaning in known.items() if not meaning), *disliked, *(glossary if is_printed else ())))
    meant = frozenset(name for name, meaning in known.items() if meaning)
    for name, met, edition in unexplained(facts, candidates(facts, skip, meant), known | glossary):
        meaning = glossary.get(name) or known.get(name)
        # Short ones stand for other things, too; the settings say what is meant here.
        is_sure = name in glossary or name in agencies or len(name) > SHORT
        write = "write it out, with the abbreviation in brackets behind"
        if meaning:
            write = f'write "{meaning} ({name})"' if is_sure else f'write "{meaning} ({name})" if that is what it stands for'
        hint = f"{write}, or give it a line under glossary: in assessment.yaml" if is_printed else write
        fix = expanded(met, name, glossary[name]) if name in glossary else None
        message = f'"{name}" is not written out where it is first used{edition}'
        yield warning(NAME, message, met.passage.span(met.start, met.end), hint, fix)
