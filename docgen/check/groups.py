"""What the findings about notes guard: their headings in `docgen rules`, which alone loads this.

Each finding stands in one group; a test holds that none is missing.
"""

from __future__ import annotations

GROUPS: tuple[tuple[str, list[str]], ...] = (
    (
        "What may never leak, and what would be lost",
        """dividing-comment hidden-character kept-from-nobody misplaced-definition nested-too-deeply own-identifier
        reference-to-withheld repeated-withheld-text stray-audience stray-container surplus-cell unclosed-comment unclosed-container
        unknown-audience unknown-container wide-table words-beside-code""".split(),
    ),
    (
        "Substance: findings, recommendations, sections",
        """action-without-part double-recommendation duplicate-field duplicate-grade duplicate-paragraph empty-field empty-item empty-section
        field-without-part framework-not-in-force future-workshop incomplete-recommendation long-document long-recommendation long-section
        misplaced-field missing-colon missing-evidence missing-identity missing-impact one-owner overdue-recommendation placeholder
        silent-agency similar-recommendations unanswered-finding unfounded-recommendation ungraded-area unknown-field vague-quantity
        vague-recommendation""".split(),
    ),
    (
        "Language",
        """american-spelling ampersand block-capitals date-in-figures date-style dated-term heading-capitals latin-abbreviation link-text
        long-sentence unexpanded-abbreviation unexplained-abbreviation unfinished-sentence unused-glossary-entry""".split(),
    ),
    (
        "Structure: headings, lists, tables, pictures, links",
        """bad-picture bare-heading broken-link broken-table dangling-reference deep-list doubled-label duplicate-definition
        duplicate-identity empty-header looks-like-heading many-lists missing-alt-text nested-footnote raw-html skipped-heading
        star-in-word typed-bullet typed-heading-number unclosed-code undefined-footnote unprintable-character unsafe-link
        unused-attributes unused-definition unused-footnote wrong-identity wrong-reference""".split(),
    ),
    (
        "Files and settings",
        """ambiguous-date draft-note duplicate-key empty-note fixed-finding misplaced-front-matter missing-key not-utf-8
        note-without-section unknown-agency unknown-area unknown-framework unknown-grade unknown-key unknown-rule unknown-section
        unknown-value unread-file unreadable-file unterminated-front-matter unused-allow wrong-allow wrong-value yaml-feature
        yaml-syntax""".split(),
    ),
    (
        "Looks and the template",
        "template-dropped template-field template-header template-mended template-picture template-style template-unusable unreadable-colour".split(),
    ),
)
