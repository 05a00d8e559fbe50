"""A field in the organisation's template is none that docgen fills.

Why: Readers would find `{{titel}}` in the header of every page.

Bad: `{{titel}}` or `{{author}}` in a header, in a footer or on the cover page.

Good: `{{title}}`, `{{subtitle}}`, `{{partnership}}`, `{{edition}}`, `{{version}}`, `{{date}}`, `{{status}}`, `{{marking}}`, `{{audience}}`, `{{build}}`.
"""
