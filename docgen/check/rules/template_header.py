"""A header, a footer or the cover of the organisation's template did not show what it must.

Why: The protective marking belongs in every header and footer and on the cover, or a page that was copied no longer says who may read it.
Pages are numbered, and a draft says that it is one.

Bad: A template whose footer shows no marking although `marking:` is set. docgen then adds a line to it, in black
on white where it may come to lie on a picture.

Good: `{{marking}}` where it belongs in headers and footers and on the cover, `{{status}}` in the header, and a page number.
"""
