"""The organisation's Word template cannot be used.

Why: docgen reads a template that somebody else made, and trusts nothing in it. A file that is damaged, that is no Word document, or that
could harm whoever opens it, stops the build instead of spoiling your document.

Bad: A file `styles/template.docx` that is really a web page or an old `.doc`, that has a password, or was cut short on its way;
or two templates at once.

Good: One template, which Word opens without a question, saved as Word Document (.docx) or Word Template (.dotx).
"""
