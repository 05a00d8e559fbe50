"""A file looks like a note, and docgen does not read it.

Why: Only files in the folder `content` that end in `.md` are notes. Whatever another file says is missing from the
document, and whoever wrote it would not know.

Bad: A file `content/early-help/visit.docx` or `visit.md.txt`, a file whose name begins with a dot, a folder that is a link
to another place, a link to a note that is read already, a note that lies beside the folder `content` and not in it, or a Word file
in `styles` that is not called `template`.

Good: The same text in `content/early-help/visit.md`. A file that is no note, such as a list of indicators, has another
ending or lies in another folder; `README.md` may lie beside `content`.
"""
