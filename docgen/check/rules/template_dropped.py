"""Something in the organisation's template does not come into the document.

Why: A document that is shared must not carry macros, comments, links to other files or the names of people from a template. Its own text
goes too, since the notes say what the document says.

Bad: A template with sample text, comments, recorded changes, macros, an attached template or embedded objects.

Good: A template with styles, page, headers and footers, and nothing else. Nothing has to be done: what is named never reaches the document.
`rules: {template-dropped: ignore}` in `content/assessment.yaml` keeps docgen from saying so.
"""
