"""The file is not saved in the encoding UTF-8, so that some of its letters cannot be read.

Why: Letters with accents, pound signs and quotation marks would come out wrong, in names of places and agencies too.

Bad: A note that an older program saved as "ANSI" or "Windows-1252", and that has a pound sign or a curly quotation mark
in it.

Good: The same note, saved again with the encoding UTF-8, which editors offer under "Save as" or "Save with encoding".
"""
