"""What an edition prints, where its references lead, and what the read-back finds."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest

from docgen.assemble import assemble
from docgen.build import Built, build
from docgen.document import Document, Identity
from docgen.nodes import BOXES
from docgen.note import Library
from docgen.word.blocks import BLOCKS
from docgen.word.expected import READERS, expected
from docgen.word.readback import differences
from docgen.word.write import write
from tests.support import FRONT, NOTE, loaded, made
from tests.test_cases import outline

PICTURE = '![Uptake](../images/uptake.png "Uptake"){#pic}'
BARE = "![Uptake](../images/uptake.png){#pic}"
TABLE = "Table: Numbers {#tab}\n\n| a | b |\n| - | - |\n| c | d |"
PLAIN_TABLE = "| a | b |\n| - | - |\n| c | d |"


def said(body: str, changes: str = "") -> str:
    """The paragraphs of the sections of a build that must read back alike."""
    data = made(body, changes).data
    assert data is not None
    return outline(data)


def edition(library: Library, audience: str) -> Document:
    return assemble(library, Identity("2026-test", audience, "uncommitted", "0"), False)[0]


def xml(built: Built) -> str:
    assert built.data is not None
    with ZipFile(BytesIO(built.data)) as package:
        return package.read("word/document.xml").decode()


def plain(built: Built) -> str:
    """Every letter of the body, results of fields too."""
    return re.sub(r"<w:instrText.*?</w:instrText>|<[^>]*>", "", xml(built).replace("</w:p>", "\n"))


# --- references -------------------------------------------------------------------------------------------------------


def test_a_reference_to_what_has_no_label_is_one_to_its_section() -> None:
    assert "See section 1." in plain(made(f"See [@pic].\n\n{BARE}\n"))
    assert "See section 1." in plain(made("See [@foo].\n\n> ## Quoted {#foo}\n>\n> Text.\n"))
    assert "See here." in plain(made("See [here](#foo).\n\n> ## Quoted {#foo}\n>\n> Text.\n"))


@pytest.mark.parametrize("audience", ["public", "partners"])
def test_a_link_to_a_table_leads_to_its_caption(audience: str) -> None:
    built = made({NOTE: FRONT.replace("status", "audience: public\nstatus") + f"See [it](#tab) and [@tab].\n\n{TABLE}\n"}, f"default_audience: {audience}\n")
    found = re.search(r'w:anchor="(\w+)"[^>]*>(?:(?!w:anchor).)*?>it<', xml(built))
    assert found
    assert re.search(rf'w:name="{found[1]}"/>(?:(?!</w:p>).)*Numbers', xml(built))
    assert "See it and Table 1." in plain(built)


def test_a_link_to_a_note_leads_to_what_has_a_label() -> None:
    for first in (PLAIN_TABLE, BARE, "> ## Quoted"):
        other = FRONT.replace("A note", "Other") + first + "\n"
        made({NOTE: FRONT + "See [that](other.md).\n", "content/early-help/other.md": other})


# --- footnotes --------------------------------------------------------------------------------------------------------


def test_marks_in_typed_fields_are_printed() -> None:
    body = "## Recommendations\n\n- Do it. {#do}\n  - Lead: council[^1]\n  - Due: 31 March 2013[^2]\n  - Owner: head[^3]\n\n[^1]: One.\n\n[^2]: Two.\n\n[^3]: Three.\n"
    assert said(body).endswith("FootnoteText | - |  One.\nFootnoteText | - |  Two.\nFootnoteText | - |  Three.\n")


def test_a_mark_that_is_nowhere_printed_is_no_difference() -> None:
    body = "## Recommendations\n\n- Do it. {#do}\n  - Lead: council\n  - Audience: partners\n  - Owner: head[^1]\n\n[^1]: CAF.\n"
    library = loaded(body, "parts: {action_plan: false}\nglossary: {CAF: Common Assessment Framework}\n")
    library.library.theme.item_details = "brief"
    built = build(library, "uncommitted", False)
    assert built.differences == ()
    assert "Common Assessment" not in plain(built)


def test_captions_in_footnotes_have_no_number() -> None:
    picture = PICTURE.replace("#pic", "#foot")
    body = f"Text[^1], see [@pic] and [@foot].\n\n{PICTURE}\n\n[^1]: Look:\n\n    {picture}\n\n[^2]: Unused:\n\n    {picture.replace('#foot', '#other')}\n\n{PICTURE.replace('#pic', '#last')}\n"
    text = said(body)
    assert "Caption | - | Uptake\n" in text
    assert "see Figure 1 and section 1." in plain(made(body))
    assert "Figure 2: Uptake" in plain(made(body))


def test_the_mark_of_a_withheld_footnote_prints_nothing() -> None:
    built = made("Text[^1] and[^9].\n\n::: internal\nSecret.\n\n[^1]: Foot.\n:::\n")
    assert "Text and[^9]." in plain(built)
    assert "reference-to-withheld" in [finding.name for finding in built.findings]


# --- headings and items -----------------------------------------------------------------------------------------------


def test_a_heading_in_a_container_stays_below_its_part() -> None:
    text = said("### Strengths\n\n- Good help. {#good}\n\n::: partners\n# Loud\n\nText.\n:::\n")
    assert "Heading3 | - | Loud" in text
    assert "Heading1 | 2 |" not in text


def test_an_item_whose_words_are_all_withheld_is_dropped() -> None:
    body = "## Recommendations\n\n- ::: internal\n  Secret\n  :::\n- Shown. {#shown}\n"
    assert "R1" not in said(body)
    assert "Recommendation | R2 | Shown." in said(body)


# --- front and back ---------------------------------------------------------------------------------------------------


def test_no_note_was_received_is_true_of_all_notes() -> None:
    changes = "agencies: {council: {name: Council, expected: true}, police: {name: Police, expected: true}, health: {name: Health, expected: true}}\n"
    other = FRONT.replace("council", "police").replace("agreed", "draft\naudience: internal")
    gone = FRONT.replace("council", "health").replace("agreed", "withdrawn")
    built = made({NOTE: FRONT + "Text.\n", "content/a.md": other + "More.\n", "content/b.md": gone + "Gone.\n"}, changes)
    assert "No note was received from: Health." in plain(built)


def test_the_glossary_has_what_is_printed_in_one_order() -> None:
    terms = ["caf", "CAF", "Caf", "LCS", "PSCB"]
    changes = "glossary: {" + ", ".join(f"{term}: Meaning {index}" for index, term in enumerate(terms)) + "}\n"
    built = made("caf, CAF and Caf[^1].\n\n[^1]: LCS.\n\n[^2]: PSCB.\n", changes)
    assert re.findall(r"^(\w+)\nMeaning \d", plain(built), re.MULTILINE) == ["CAF", "Caf", "caf", "LCS"]


def test_the_cover_says_for_whom() -> None:
    assert "Audience: Partners\n" in plain(made("Text.\n"))


def test_the_scale_is_said_best_first() -> None:
    built = made({NOTE: FRONT.replace("status", "grade: {self: green}\nstatus") + "Text.\n"}, "framework: rag\n")
    assert re.search(r"Grades, best first: green, amber, red \(.+\)\.", plain(built))


def test_a_withheld_twin_does_not_change_a_key() -> None:
    library = loaded("::: internal\nTwin.\n:::\n\nTwin.\n\n## Recommendations\n\n- Do it.\n\n  ::: internal\n  More.\n  :::\n").library
    editions = [edition(library, audience) for audience in ("partners", "internal")]
    found = [{(node.span.start, type(node)): key for node, key in document.keys.items()} for document in editions]
    assert found[0].items() < found[1].items()


# --- containers -------------------------------------------------------------------------------------------------------


def test_a_container_says_its_kind() -> None:
    text = said("::: warning\nMind.\n:::\n\n::: case-study\n- One\n:::\n\n::: note\nNote well.\n:::\n\n::: quote\nWords.\n:::\n")
    assert "AsideWarning | - | Warning: Mind." in text
    assert "CaseStudy | - | Case study\nCaseStudy | - | One" in text
    assert "AsideNote | - | Note well." in text
    assert "PullQuote | - | Words." in text


BOX = "## Families {{#families}}\n\nText, see [@home] and [there](#how-it-went).\n\n::: {name}\n## At home {{#home}}\n\nWords.\n\n#### How it went\n\nMore.\n:::\n\n### Next\n\nEnd.\n"


@pytest.mark.parametrize("name", BOXES)
def test_a_heading_in_a_box_stays_in_it(name: str) -> None:
    built = made(BOX.format(name=name))
    assert built.data is not None
    assert not any("heading" in finding.name for finding in built.findings)
    assert built.differences == ()
    text = outline(built.data)
    assert "QuotedHeading | - | At home" in text
    assert "Heading2 | 1.1 | Families" in text
    assert "Heading3 | - | Next" in text
    shown = plain(built)
    assert "Text, see At home and there." in shown
    assert shown.count("At home") == 2  # no entry of the contents
    targets = set(re.findall(r'<w:hyperlink w:anchor="(\w+)"[^>]*>(?:(?!</w:hyperlink>).)*>(?:At home|there)<', xml(built)))
    assert len(targets) == 2
    found = dict(re.findall(r'w:name="(\w+)"/><w:r><w:t[^>]*>(At home|How it went)<', xml(built)))
    assert found.keys() == targets


def test_a_heading_for_fewer_readers_is_one() -> None:
    assert "Heading2 | 1.1 | At home" in said("::: partners\n## At home\n\nWords.\n:::\n")


def test_the_bar_of_a_box_goes_on_beside_its_heading() -> None:
    body = xml(made("::: note\n## At home\n\nWords.\n:::\n\n> ## Said\n>\n> Words.\n"))
    paragraphs = re.findall(r'<w:pPr><w:pStyle w:val="QuotedHeading"/>(.*?)</w:pPr>', body)
    assert ["<w:left " in found for found in paragraphs] == [True, True]


def test_the_document_says_what_it_was_made_from() -> None:
    assert "notes that are not yet committed, for the partners audience (build" in plain(made("Text.\n"))
    document, _ = assemble(loaded("Text.\n").library, Identity("2026-test", "partners", "3f9a2c1d" * 5, "0"), False)
    assert any("the notes at commit 3f9a2c1, for" in entry.text for entry in expected(document))


# --- the read-back ----------------------------------------------------------------------------------------------------


def changed(change: Callable[[str], str]) -> list[str]:
    built = made("Text[^1].\n\n## More\n\nWords.\n\n[^1]: Foot.\n")
    assert built.data is not None
    assert built.document is not None
    data = BytesIO()
    with ZipFile(BytesIO(built.data)) as old, ZipFile(data, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, change(text.decode()).encode() if name == "word/document.xml" else text)
    return list(differences(data.getvalue(), built.document))


def test_a_paragraph_too_many_is_a_difference() -> None:
    more = "<w:p><w:pPr><w:pStyle w:val=\"BodyText\"/></w:pPr><w:r><w:t>Nobody's.</w:t></w:r></w:p>"
    assert changed(lambda text: text) == []
    assert changed(lambda text: text.replace("<w:body>", "<w:body>" + more, 1)) != []
    assert changed(lambda text: text.replace("<w:sectPr", more + "<w:sectPr") if "</w:p><w:sectPr" in text else text.replace("</w:body>", more + "</w:body>")) != []
    assert "before this" in changed(lambda text: re.sub(r'(<w:p><w:pPr><w:pStyle w:val="Heading2")', more + r"\1", text, count=1))[0]


def test_a_picture_that_is_not_there_is_told_by_its_text() -> None:
    document = made(PICTURE + "\n")
    assert document.document is not None
    library = loaded(PICTURE.replace("uptake.png", "none.png") + "\n")
    bare = edition(library.library, "partners")
    data = write(bare, library.library.theme)
    assert list(differences(data, bare)) == []
    with ZipFile(BytesIO(data)) as package:
        assert b"[Uptake]" in package.read("word/document.xml")


def test_every_block_that_is_written_is_expected() -> None:
    assert set(READERS) == set(BLOCKS)
