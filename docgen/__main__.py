"""`python -m docgen` is the same as `docgen`."""

from docgen.cli import main

main()
