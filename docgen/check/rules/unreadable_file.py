"""A file that belongs to the document cannot be opened.

Why: Whatever it says would be missing from the document, so docgen stops instead.

Bad: A note that is a link to a file outside the folder of the assessment, that is larger than 5 MB, that you have no
permission to open, or whose name is not UTF-8, as on some older disks.

Good: An ordinary text file in the folder `content`, which you can open in your editor.
"""
