"""An organisation's own Word template: what of it a document takes over, and how.

`read_template` opens it, tells what is wrong with it or left out, and gives the theme that its styles, page and heading numbers make of
ours; with that the document is put together. `furnish` then fills its fields with what this document says and gives the stationery that
the package is written on. Nothing of a template is followed or fetched.
"""

from docgen.word.template.furnishing import furnish
from docgen.word.template.reading import Template, read_template

__all__ = ["Template", "furnish", "read_template"]
