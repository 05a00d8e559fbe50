"""All findings about notes, in one visible table: those that a rule looks for, and those that reading or assembling makes.

The page of each is a file in `rules/`, loaded only where its rule may find something: a small build has time for a dozen files, not for all.
"""

from __future__ import annotations

from docgen.audiences import note_rank, rank, section_ranks
from docgen.check.rule import Facts, Rule
from docgen.dates import LIKE_FIGURES, LIKE_ORDINAL
from docgen.diagnostics import Severity
from docgen.nodes import (
    Container,
    Emphasis,
    Footnote,
    FootnoteMark,
    Heading,
    Image,
    Link,
    List,
    ListItem,
    Paragraph,
    RawBlock,
    RawInline,
    Reference,
    Strong,
    Table,
)
from docgen.note import Field, Finding, Recommendation

SHORTEST = 2  # characters of a word, with the blank behind it


def numbers_headings(facts: Facts) -> bool:
    """True where Word is to number headings."""
    theme = facts.library.theme
    return bool(theme.heading_numbering) and theme.heading_depth > 0


def is_english(facts: Facts) -> bool:
    """True where the document is in English."""
    return facts.assessment.is_english


def has_future_workshop(facts: Facts) -> bool:
    """True where a workshop is later than the document."""
    return any(note.workshop_date and note.workshop_date > facts.assessment.date for note in facts.library.notes)


def has_past_date(facts: Facts) -> bool:
    """True where something was due before the date of the document; periods such as "immediate" come behind all dates."""
    date = facts.assessment.date.isoformat()
    return any(entry.name == "Due" and entry.values and entry.values[0].value < date for _, entry in facts.every(Field))


def may_withhold(facts: Facts) -> bool:
    """True where something may be missing from the edition for the default audience."""
    settings = facts.assessment
    limit = rank(settings, settings.default)
    if any(note.status == "withdrawn" or (facts.final and note.status == "draft") or note_rank(settings, note) > limit for note in facts.library.notes):
        return True
    marked = facts.every(Container) or any(entry.name == "Audience" for _, entry in facts.every(Field))
    return bool(marked) or any(closed > limit for closed in section_ranks(settings).values())


RULES: tuple[Rule, ...] = (
    Rule("action-without-part", Severity.WARNING, on=(List, Finding, Recommendation), when=is_english, alone=True),
    Rule("american-spelling", Severity.WARNING, when=lambda facts: facts.assessment.is_british and facts.phrases("american").known, alone=True),
    Rule("ampersand", Severity.WARNING, when=lambda facts: facts.prose.has("&"), alone=True),
    Rule("bad-picture", Severity.ERROR, when=lambda facts: facts.library.pictures or facts.library.logo),
    Rule("bare-heading", Severity.WARNING, on=(Heading,), alone=True),
    Rule("block-capitals", Severity.WARNING, when=lambda facts: facts.prose.large),
    Rule("broken-link", Severity.WARNING, when=lambda facts: facts.says("]("), alone=True),
    Rule("broken-table", Severity.WARNING, on=(Paragraph,), alone=True),
    Rule("dangling-reference", Severity.ERROR, on=(Reference, Link)),
    Rule("date-in-figures", Severity.WARNING, when=lambda facts: facts.prose.finds(*LIKE_FIGURES), alone=True),
    Rule("date-style", Severity.WARNING, when=lambda facts: facts.assessment.is_british and facts.prose.finds(*LIKE_ORDINAL), alone=True),
    Rule("dated-term", Severity.WARNING, when=lambda facts: facts.phrases("terms").known, alone=True),
    Rule("deep-list", Severity.WARNING, on=(List,), alone=True),
    Rule("dividing-comment", Severity.ERROR, on=(RawBlock,), alone=True),
    Rule("double-recommendation", Severity.WARNING, on=(Recommendation,), when=is_english, alone=True),
    Rule("doubled-label", Severity.WARNING, on=(Reference,)),
    Rule("draft-note", Severity.WARNING, when=lambda facts: facts.final, alone=True),
    Rule("duplicate-grade", Severity.ERROR),
    Rule("duplicate-identity", Severity.ERROR, fixed=True),
    Rule("duplicate-paragraph", Severity.WARNING, on=(Paragraph,), when=lambda facts: len(facts.library.notes) > 1),
    Rule("empty-header", Severity.WARNING, on=(Table,), alone=True),
    Rule("empty-section", Severity.WARNING, final=Severity.ERROR),
    Rule("field-without-part", Severity.WARNING, on=(ListItem, Finding), alone=True),
    Rule("fixed-finding", Severity.ERROR, when=lambda facts: facts.assessment.rules, fixed=True),
    Rule("framework-not-in-force", Severity.WARNING, when=lambda facts: facts.library.framework and not facts.library.framework.is_in_force(facts.assessment.date)),
    Rule("future-workshop", Severity.WARNING, when=has_future_workshop, alone=True),
    Rule("heading-capitals", Severity.WARNING, on=(Heading,), alone=True),
    Rule("hidden-character", Severity.WARNING, alone=True),
    Rule("incomplete-recommendation", Severity.WARNING, on=(Recommendation,), final=Severity.ERROR, alone=True),
    Rule("kept-from-nobody", Severity.ERROR, alone=True),
    Rule("latin-abbreviation", Severity.WARNING, when=lambda facts: facts.phrases("latin").known, alone=True),
    Rule("link-text", Severity.WARNING, on=(Link,), when=is_english, alone=True),
    Rule("long-document", Severity.WARNING, when=lambda facts: facts.letters() > SHORTEST * 25_000),
    Rule("long-recommendation", Severity.WARNING, on=(Recommendation,), alone=True),
    Rule("long-section", Severity.WARNING, when=lambda facts: facts.letters() > SHORTEST * 4_000),
    Rule("long-sentence", Severity.WARNING, on=(Paragraph,), alone=True),
    Rule("looks-like-heading", Severity.WARNING, on=(Paragraph, Heading), alone=True),
    Rule("many-lists", Severity.WARNING, on=(List,)),
    Rule("missing-alt-text", Severity.WARNING, on=(Image,), final=Severity.ERROR, alone=True),
    Rule("missing-colon", Severity.WARNING, on=(Finding, Recommendation), alone=True),
    Rule("missing-evidence", Severity.WARNING, on=(Finding,), alone=True),
    Rule("missing-identity", Severity.WARNING, on=(Finding, Recommendation)),
    Rule("missing-impact", Severity.WARNING, on=(Finding,), alone=True),
    Rule("nested-footnote", Severity.ERROR, on=(Footnote,), alone=True, fixed=True),
    Rule("note-without-section", Severity.ERROR, alone=True, fixed=True),
    Rule("one-owner", Severity.WARNING, when=lambda facts: len(facts.every(Recommendation)) > 3),
    Rule("overdue-recommendation", Severity.WARNING, when=has_past_date, alone=True),
    Rule("own-identifier", Severity.ERROR, when=lambda facts: facts.assessment.identifiers, alone=True, fixed=True),
    Rule("placeholder", Severity.WARNING, final=Severity.ERROR, when=is_english, alone=True),
    Rule("raw-html", Severity.WARNING, on=(RawBlock, RawInline), alone=True),
    Rule("reference-to-withheld", Severity.WARNING, on=(Reference, Link, FootnoteMark), when=may_withhold),
    Rule("repeated-withheld-text", Severity.ERROR, fixed=True),
    Rule("silent-agency", Severity.WARNING, when=lambda facts: any(agency.expected for agency in facts.assessment.agencies.values())),
    Rule("similar-recommendations", Severity.WARNING, when=lambda facts: len(facts.every(Recommendation)) > 1),
    Rule("skipped-heading", Severity.WARNING, on=(Heading,), alone=True),
    Rule("star-in-word", Severity.WARNING, on=(Emphasis, Strong), alone=True),
    Rule("stray-audience", Severity.ERROR, alone=True, fixed=True),
    Rule("typed-bullet", Severity.WARNING, on=(Paragraph,), alone=True),
    Rule("typed-heading-number", Severity.WARNING, when=lambda facts: facts.assessment.is_english and numbers_headings(facts)),
    Rule("unanswered-finding", Severity.WARNING, on=(Finding,)),
    Rule("unclosed-comment", Severity.ERROR, alone=True, fixed=True),
    Rule("undefined-footnote", Severity.WARNING, on=(FootnoteMark,), alone=True),
    Rule("unexpanded-abbreviation", Severity.WARNING, when=lambda facts: facts.assessment.glossary, off=True),
    Rule("unexplained-abbreviation", Severity.WARNING, when=lambda facts: facts.prose.large),
    Rule("unfinished-sentence", Severity.WARNING, on=(Paragraph,), alone=True),
    Rule("unfounded-recommendation", Severity.WARNING, on=(Recommendation,)),
    Rule("ungraded-area", Severity.WARNING, when=lambda facts: facts.library.framework and facts.library.framework.scale),
    Rule("unknown-agency", Severity.ERROR),
    Rule("unknown-area", Severity.ERROR, when=lambda facts: facts.library.framework),
    Rule("unknown-audience", Severity.ERROR, fixed=True),
    Rule("unknown-container", Severity.ERROR, on=(Container,), alone=True, fixed=True),
    Rule("unknown-grade", Severity.ERROR),
    Rule("unknown-rule", Severity.ERROR, when=lambda facts: facts.assessment.rules),
    Rule("unknown-section", Severity.ERROR, fixed=True),
    Rule("unsafe-link", Severity.WARNING, on=(Link,)),
    Rule("unused-footnote", Severity.WARNING, on=(Footnote,), alone=True),
    Rule("unused-glossary-entry", Severity.WARNING, when=lambda facts: facts.assessment.glossary and facts.assessment.is_english),
    Rule("vague-quantity", Severity.WARNING, on=(Finding, Recommendation), when=is_english),
    Rule("vague-recommendation", Severity.WARNING, on=(Recommendation,), when=is_english, alone=True),
    Rule("wide-table", Severity.ERROR, on=(Table,), alone=True, fixed=True),
    Rule("wrong-identity", Severity.ERROR, alone=True, fixed=True),
    Rule("wrong-reference", Severity.WARNING, when=lambda facts: facts.says("@")),
)

MADE_ELSEWHERE: tuple[Rule, ...] = (
    Rule("ambiguous-date", Severity.ERROR),
    Rule("duplicate-definition", Severity.WARNING),
    Rule("duplicate-field", Severity.ERROR, fixed=True),
    Rule("duplicate-key", Severity.ERROR, fixed=True),
    Rule("empty-field", Severity.ERROR, fixed=True),
    Rule("empty-item", Severity.ERROR),
    Rule("empty-note", Severity.WARNING),
    Rule("misplaced-definition", Severity.ERROR, fixed=True),
    Rule("misplaced-field", Severity.ERROR, fixed=True),
    Rule("misplaced-front-matter", Severity.ERROR, fixed=True),
    Rule("missing-key", Severity.ERROR, fixed=True),
    Rule("nested-too-deeply", Severity.ERROR, fixed=True),
    Rule("not-utf-8", Severity.ERROR, fixed=True),
    Rule("stray-container", Severity.ERROR, fixed=True),
    Rule("surplus-cell", Severity.ERROR, fixed=True),
    Rule("template-dropped", Severity.WARNING),
    Rule("template-field", Severity.WARNING),
    Rule("template-header", Severity.WARNING),
    Rule("template-mended", Severity.WARNING),
    Rule("template-picture", Severity.WARNING),
    Rule("template-style", Severity.WARNING),
    Rule("template-unusable", Severity.ERROR, fixed=True),
    Rule("unclosed-code", Severity.WARNING),
    Rule("unclosed-container", Severity.ERROR, fixed=True),
    Rule("unknown-field", Severity.ERROR, fixed=True),
    Rule("unknown-framework", Severity.ERROR),
    Rule("unknown-key", Severity.ERROR, fixed=True),
    Rule("unknown-value", Severity.ERROR, fixed=True),
    Rule("unprintable-character", Severity.WARNING),
    Rule("unread-file", Severity.WARNING),
    Rule("unreadable-colour", Severity.ERROR),
    Rule("unreadable-file", Severity.ERROR, fixed=True),
    Rule("unterminated-front-matter", Severity.ERROR, fixed=True),
    Rule("unused-allow", Severity.WARNING),
    Rule("unused-attributes", Severity.WARNING),
    Rule("unused-definition", Severity.WARNING),
    Rule("words-beside-code", Severity.WARNING),
    Rule("wrong-allow", Severity.WARNING),
    Rule("wrong-value", Severity.ERROR, fixed=True),
    Rule("yaml-feature", Severity.ERROR, fixed=True),
    Rule("yaml-syntax", Severity.ERROR, fixed=True),
)

# Those that guard text or safety: neither `rules:` nor a comment turns them down.
FIXED = frozenset(rule.name for rule in (*RULES, *MADE_ELSEWHERE) if rule.fixed)
