"""A short form of Latin is used, such as "e.g.".

Why: many readers mix them up, and a screen reader says "egg" for "eg". The English words are as short to read.

Behind "for example", "such as" or "including", "etc" says nothing and is best left out.

`docgen check --fix` writes "for example" and "that is" out. Words in quotation marks and in a quotation stay as they are.

Bad:
```body
Many services help, e.g. schools and youth clubs.
```

Good:
```body
Many services help, for example schools and youth clubs.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.phrases import Use
from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, Edit, warning
from docgen.pattern import lazy

NAME = "latin-abbreviation"
FAR = 150  # letters before "etc" in which a list of examples may begin
EXAMPLES = lazy(r"\b(e\.?g\b\.?|for example|for instance|includes|including|such as)(?=[\s,:])[^.!?;)\n]*$", re.IGNORECASE)
# Where the short forms themselves are what is talked about: "use e.g. to mean", "i.e., e.g. and etc.".
MEANT = lazy(r"\.?[,:]?\s+(?:(?:is )?short for|is Latin|means\s+[\"“‘']|stands? for|to mean)\b", re.IGNORECASE)
OTHER = r"(?:cf|e\.?g|i\.?e|viz)\b\.?"
BEHIND = lazy(rf"\.?(?:,\s+(?:and\s+|or\s+)?|\s+(?:and|or)\s+|/)(?:{OTHER}|etc\b)", re.IGNORECASE)
BEFORE = lazy(rf"\b{OTHER}(?:,\s+(?:and\s+|or\s+)?|\s+(?:and|or)\s+|/)$", re.IGNORECASE)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each one; "IE" and "EG" in capitals are something else."""
    for use in facts.phrases("latin").uses():
        if ("." in use.said[:-1] or not use.said.isupper() or use.phrase.is_exact) and not _is_mentioned(use):
            yield warning(NAME, f'"{use.said}" is Latin', use.passage.span(use.start, use.end), _advice(use), _edit(use))


def _is_mentioned(use: Use) -> bool:
    """True where the word is spoken of."""
    text, is_last = use.passage.text, use.phrase.words == "etc"
    if MEANT.match(text, use.end) or (not is_last and BEHIND.match(text, use.end)):
        return True
    return bool(BEFORE.search(text, max(0, use.start - 12), use.start))


def _advice(use: Use) -> str:
    """What to write instead, or that nothing is needed."""
    text, start = use.passage.text, use.start
    examples = EXAMPLES.search(text, max(0, start - FAR), start) if use.phrase.words == "etc" else None
    if examples:
        return f'leave it out: "{examples[1]}" says already that there is more'
    return f'write "{use.better}"' if use.phrase.swaps else f"write {use.phrase.better}"


def _edit(use: Use) -> Edit | None:
    """The English words, with the comma or colon that must part them from what follows."""
    edit, behind = use.edit(), use.passage.text[use.end : use.end + 1]
    if edit is None or behind not in (" ", "\n") or not (use.begins or use.phrase.better in ("that is", "note")):
        return edit
    return Edit(edit.span, f"{edit.text}{':' if use.phrase.better == 'note' else ','}")
