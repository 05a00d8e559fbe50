"""Text to notes and settings: the craft of reading what editors write."""

from docgen.lazy_imports import lazily

with lazily():
    from docgen.parse.frameworks import read_framework
    from docgen.parse.house import read_house
    from docgen.parse.notes import read_note
    from docgen.parse.settings import read_assessment

__all__ = ["read_assessment", "read_framework", "read_house", "read_note"]
