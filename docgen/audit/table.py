"""The rules of the accessibility gate, in one visible table."""

from __future__ import annotations

from docgen.audit.rule import Rule
from docgen.audit.rules import (
    colour_alone,
    empty_paragraph,
    floating_object,
    header_only_text,
    heading_order,
    low_contrast,
    merged_cells,
    no_document_language,
    no_document_title,
    picture_without_text,
    table_without_header,
    table_without_title,
    typed_list,
    unmarked_heading,
    vague_link,
)

RULES: tuple[Rule, ...] = (
    colour_alone.RULE,
    empty_paragraph.RULE,
    floating_object.RULE,
    header_only_text.RULE,
    heading_order.RULE,
    low_contrast.RULE,
    merged_cells.RULE,
    no_document_language.RULE,
    no_document_title.RULE,
    picture_without_text.RULE,
    table_without_header.RULE,
    table_without_title.RULE,
    typed_list.RULE,
    unmarked_heading.RULE,
    vague_link.RULE,
)
