"""Regular expressions that are compiled at their first use.

Compiling all patterns of the house takes longer than reading a small note, and most runs need few of them: those that look into
a fault, a date or an address wait until there is one.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Waiting:
    """Stands for a pattern; its methods are those of the compiled one from the first use on."""

    def __init__(self, source: str, flags: int) -> None:
        self.source = source
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        pattern = re.compile(self.source, self.flags)
        for method in ("findall", "finditer", "fullmatch", "match", "search", "split", "sub"):
            setattr(self, method, getattr(pattern, method))
        return getattr(pattern, name)


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """What acts as the compiled pattern and costs nothing until it is used. Raises re.error at its first use."""
    return cast("re.Pattern[str]", _Waiting(source, flags))
