"""A picture has no description.

Why: somebody who cannot see the picture hears only that there is one. The law asks public bodies for a description.
A picture that only decorates is marked `{.decorative}`.

Bad:
```body
![](images/uptake.png "Uptake by quarter")
```

Good:
```body
![Bars that rise in each quarter](images/uptake.png "Uptake by quarter")
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.check.standing import stands
from docgen.diagnostics import Diagnostic, warning
from docgen.nodes import Image

NAME = "missing-alt-text"


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each picture without alternative text that is not marked as decorative."""
    for note, image in facts.every(Image):
        decorative = image.attributes is not None and "decorative" in image.attributes.classes
        if not image.alt.strip() and not decorative and stands(facts, note):
            hint = "write what it shows between ![ and ], or mark it {.decorative}"
            yield warning(NAME, "this picture has no description", image.span, hint)
