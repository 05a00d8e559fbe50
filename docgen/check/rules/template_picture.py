"""A picture in the organisation's template is of a kind from which docgen can't take the notes about its making.

Why: A picture may say who made it, where and with what. From PNG, JPEG and GIF docgen takes that out. Pictures of other kinds (EMF, WMF,
SVG, TIFF, BMP), and those that are damaged, too large or turned by the camera only, stand in the document as they are, so that
your header keeps its logo: whoever has the document can read what they say.

Bad: A logo in a header that was pasted from a drawing program and is kept as EMF.

Good: The same logo saved as PNG or JPEG and inserted again.
"""
