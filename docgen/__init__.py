"""docgen: workshop notes in Markdown become one Word self-assessment."""

__version__ = "0.1.0"
