"""One file for each kind of finding about a Word file; its docstring is the page that `docgen explain` prints."""
