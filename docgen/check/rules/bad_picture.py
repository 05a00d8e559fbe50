"""A picture is missing, damaged, or of a kind that Word does not show everywhere.

Why: the reader would find an empty frame where you meant to show something.

Bad:
```body
![Bars that rise](images/no-such-picture.png)
```

Good:
```body
![Bars that rise](images/uptake.png)
```
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.rule import Facts
from docgen.diagnostics import Diagnostic, error
from docgen.picture import REMEDY

NAME = "bad-picture"
# What to do, by words of the reason; for all others the file itself is at fault.
HINTS = (
    ("no such file", "check the path, which starts from this note's folder or from content/"),
    ("must lie", "copy the picture to content/images and name it there"),
    ("workspace", "copy the picture itself to content/images and name it there"),
    ("not a plain file", "name the file of a picture"),
    ("larger than", "save a smaller copy of it and name that"),
)


def find(facts: Facts) -> Iterator[Diagnostic]:
    """A finding for each picture that can't be embedded."""
    for image, found in facts.library.pictures.items():
        if isinstance(found, str):
            yield error(NAME, f"this picture cannot be used: {found}", image.span, _remedy(found))
    logo = facts.library.logo
    if logo and isinstance(logo[1], str):
        message = f"the cover's logo {logo[0].target} cannot be used: {logo[1]}"
        yield error(NAME, message, logo[0].span, _logo_remedy(logo[1]))


def _remedy(reason: str) -> str:
    return next((hint for words, hint in HINTS if words in reason), REMEDY)


def _logo_remedy(reason: str) -> str:
    return "check the path, which starts from the workspace's own folder" if "no such file" in reason else "name a PNG, JPEG or GIF file in the workspace"
