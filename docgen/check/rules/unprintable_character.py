"""A note has a hidden character in it that a Word file cannot hold.

Why: In the document a space or a marker stands in its place, and words may run together or look damaged. Such
characters come with text that was pasted from a PDF or an old document.

Bad: A paragraph that was pasted from a PDF, with a hidden page break (a form feed) between two of its words.

Good: The same paragraph after the hidden character was deleted, with an ordinary space in its place.
"""
