"""Something in the organisation's template is wrong, and docgen put it right in the document.

Why: Word often opens such a template without a word, and readers of the document then see other pages, numbers or styles than you do.

Bad: Two styles of one name, a style based on itself, numbering that leads nowhere, contents whose entries would be numbered twice,
a page without room for text.

Good: The template opened in Word, the place put right, and saved.
"""
