"""Rules about language: what they tell and leave alone, where a finding stands, and what mending changes."""

from __future__ import annotations

import re
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.build import load
from docgen.check import check
from docgen.check.passage import STAND_IN
from docgen.check.phrases import entries
from docgen.check.prose import Prose
from docgen.diagnostics import Diagnostic, Severity
from docgen.fix import fixed
from docgen.nodes import Text, TextKind
from docgen.parse.characters import printable
from docgen.project import MemoryTree
from docgen.supplied import word_list
from tests.support import FIXTURES, FRONT, NOTE, SETTINGS, findings, loaded, needs_fixtures, tree
from tests.support import settings as settings_file

REAL = FIXTURES / "markdown" / "real"
QUIET = "rules: {unexplained-abbreviation: ignore}\n"


def told(body: str, name: str, changes: str = QUIET) -> list[str]:
    """What stands in the file where a finding of one name stands."""
    return [finding.span.text for finding in findings(body, changes) if finding.name == name]


def mended(body: str, changes: str = "") -> str:
    """The body once everything is mended that can be."""
    files = tree(body, changes).files
    texts = [files[NOTE].decode()]
    while len(texts) < 5 and (text := _mended({**files, NOTE: texts[-1].encode()})) != texts[-1]:
        texts.append(text)
    # What overlaps, or first makes something of what stands beside it, waits for a second round.
    assert len(texts) < 5
    return texts[-1].removeprefix(FRONT)


def _mended(files: dict[str, bytes]) -> str:
    found = check(load(MemoryTree(files)).library)
    changed = fixed(finding for finding in found if finding.name != "missing-identity")
    return changed[NOTE][1] if NOTE in changed else files[NOTE].decode()


PLACES = {
    "a paragraph": "The BAME families came.",
    "behind emphasis": "Some *very* **tired** BAME families came.",
    "in emphasis": "Some **BAME** families came.",
    "in a link": "Some [BAME families](https://example.org/BAME) came.",
    "behind an escape and an entity": "Some \\*odd\\* &amp; BAME families came.",
    "on a second line": "Some families came.\nOther BAME families did not.",
    "a heading": "## The BAME families\n\nThey came.",
    "a list": "- one\n  - two BAME families",
    "a numbered list": "1. one\n2. two BAME families",
    "a cell": "| A | B |\n| - | - |\n| x \\| y | BAME families |",
    "a caption": "Table: BAME families {#counts}\n\n| A |\n| - |\n| 1 |",
    "a picture's caption": '![Bars](images/uptake.png "BAME families"){#uptake}',
    "a footnote": "They came.[^1]\n\n[^1]: Some BAME families.",
    "a definition": "Who came\n: Some BAME families",
    "a box": "::: note\nSome BAME families came.\n:::",
    "an item": "## Strengths\n\n- Work with BAME families. {#work}",
    "a field": "## Strengths\n\n- Good work. {#work}\n  - Evidence: **BAME** families said so",
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_finding_stands_at_the_word(place: str, newline: str) -> None:
    text = ("\ufeff" + FRONT + PLACES[place] + "\n").replace("\n", newline)
    found = [finding for finding in findings({NOTE: text}, QUIET) if finding.name == "dated-term"]
    if place == "a picture's caption":  # the title of a picture has one place
        assert ["BAME families" in finding.span.text for finding in found] == [True]
    else:
        assert [finding.span.text for finding in found] == ["BAME"]


@pytest.mark.parametrize(
    "body",
    [
        "The tag `BAME` is old.",
        "    BAME in code",
        "See https://example.org/BAME/a for it.",
        "See [the page](https://example.org/BAME).",
        "See notes/BAME/a.txt and BAME_GROUP.",
        "> The BAME families came.",
        "::: quote\nThe BAME families came.\n:::",
        "They call it “BAME” and \"BAME\" and 'BAME'.",
        "They came. <!-- BAME -->",
        "The [@BAME] shows it.",
        "A BAMEX and an xBAME.",
    ],
)
def test_code_addresses_and_the_words_of_others_are_left_alone(body: str) -> None:
    assert told(body, "dated-term") == []


def test_notes_in_other_languages_and_withdrawn_notes_have_no_prose() -> None:
    body = "The BAME center & its 12th July 2012 e.g. [here](https://example.org) ... SHOUTING LOUDLY\n\n## 1. Title Case Heading Here\n\nx"
    assert len(set(told_names(body))) > 5
    assert told_names(body, "language: cy-GB\n") == []
    assert [finding.name for finding in findings({NOTE: FRONT.replace("agreed", "withdrawn") + body}) if finding.fix] == []


def told_names(body: str, changes: str = "") -> list[str]:
    return [finding.name for finding in findings(body, changes) if finding.name not in ("bare-heading", "missing-identity")]


def test_american_english_may_spell_and_date_as_it_does() -> None:
    body = "The center opened on July 12, 2012."
    assert told_names(body) == ["american-spelling", "date-style"]
    assert told_names(body, "language: en-US\n") == []
    assert told_names(body, "language: en\n") == ["american-spelling", "date-style"]


@pytest.mark.parametrize(
    ("said", "better"),
    [
        ("Some families are hard to reach.", "Some families are seldom heard."),
        ("Some hard-to-reach families.", "Some seldom-heard families."),
        ("Hard-to-reach families came.", "Seldom-heard families came."),
        ("Families that are hard\nto reach.", "Families that are seldom heard."),
        ("She wrote to the chairman.", "She wrote to the chair."),
        ("Chairmen came.", "Chairs came."),
        ("It is child pornography.", "It is child sexual abuse images."),
        ("SEND children came.", "Children with SEND came."),
        ("A handicapped child.", "A disabled child."),
        ("Help for the deaf.", "Help for deaf people."),
        ("An elderly person came.", "An older person came."),
        ("It utilised a fund.", "It used a fund."),
    ],
)
def test_a_better_word_takes_the_place_of_another(said: str, better: str) -> None:
    assert mended(said) == better


@pytest.mark.parametrize(
    "said",
    [
        "The kids' club met.",  # whose plural would be wrong
        "An able-bodied adult came.",  # "an non-disabled"
        "The BAME families came.",  # two ways to say it better
        "Some hard *to* reach families.",  # a mark begins among the words
        "> Some families are hard\n> to reach.",
        "Families were labelled as hard to reach.",  # the words are what is meant
        "Staff call them hard to reach.",
    ],
)
def test_a_better_word_is_left_to_the_author_where_it_does_not_fit(said: str) -> None:
    assert mended(said, QUIET) == said


@pytest.mark.parametrize(
    "said",
    ["Kids Company closed.", "The Domestic Violence Unit came.", "The deaf child came.", "An alcoholic drink.", "The World Center for Labor met.", "The Gypsy families came."],
)
def test_names_keep_their_words(said: str) -> None:
    assert told(said, "dated-term") == told(said, "american-spelling") == []


@pytest.mark.parametrize("name", ["terms", "american", "latin"])
def test_a_better_word_is_never_on_its_own_list(name: str) -> None:
    lines = entries(word_list(name))
    listed = {line[0].removesuffix(" ~") for line in lines}
    assert len(listed) == len(lines)
    for line in lines:
        assert len(line) == (3 if name == "terms" else 2), line
        better = line[1].removeprefix("=")
        assert better, line
        assert not {entry for entry in listed if re.search(rf"(?<!\w){re.escape(entry)}(?!\w)", better)} - {line[0]}, line


@pytest.mark.parametrize(
    ("said", "better"),
    [
        ("Services, e.g. schools.", "Services, for example schools."),
        ("E.g. schools.", "For example, schools."),
        ("One, i.e. the first.", "One, that is, the first."),
        ("Schools, eg, and clubs.", "Schools, for example, and clubs."),
        ("NB the date.", "Note: the date."),
        ("Schools etc. came.", "Schools etc. came."),
        ("It runs in IE.", "It runs in IE."),
    ],
)
def test_latin_is_put_into_english(said: str, better: str) -> None:
    assert mended(said, QUIET) == better


def test_an_ampersand_is_a_word_unless_it_stands_in_a_name() -> None:
    assert mended("Police & health, M&S, Marks & Spencer, A&E, homes &amp; more.", QUIET) == "Police and health, M&S, Marks & Spencer, A&E, homes and more."
    assert mended("## Police & health\n\nText.") == "## Police and health\n\nText."
    assert mended("## Marks & Spencer\n\nText.") == "## Marks & Spencer\n\nText."


@pytest.mark.parametrize(
    ("said", "better"),
    [
        ("On 12th July 2012.", "On 12 July 2012."),
        ("On the 12th of July.", "On 12 July."),
        ("At the 12th July workshop.", "At the 12 July workshop."),
        ("On July 12, 2012.", "On 12 July 2012."),
        ("On July 12th they met.", "On 12 July they met."),
        ("On 12 July, 2012.", "On 12 July 2012."),
        ("From 1st to 3rd Sept 2012.", "From 1 to 3 September 2012."),
        ("On 25/12/2012 and 12.25.2012.", "On 25 December 2012 and 25 December 2012."),
        ("On 03/04/2012 or 25/12/12.", "On 03/04/2012 or 25/12/12."),
        ("On 25.12.2012, not 3.4.12.", "On 25 December 2012, not 3.4.12."),
        ("In March 12 agencies met, the 21st century.", "In March 12 agencies met, the 21st century."),
        ("Version 1.2.12, section 3.4.5, 24/7, 2012-07-12.", "Version 1.2.12, section 3.4.5, 24/7, 2012-07-12."),
        ("On **12th** July 2012.", "On **12th** July 2012."),
    ],
)
def test_dates_are_put_into_one_form(said: str, better: str) -> None:
    assert mended(said) == better


def test_dates_that_are_told_and_left_to_the_author() -> None:
    assert told("On 03/04/2012, 03.04.12, 25/12/12 and 3-4-2012.", "date-in-figures") == ["03/04/2012", "03.04.12", "25/12/12", "3-4-2012"]
    messages = [finding.message for finding in findings(FRONT + "On 31/12/26 and 11/12/26.") if finding.name == "date-in-figures"]
    assert messages == ["this date is written in figures", "this date could be two different days"]
    assert told("Section 3.4.12, 10.20.30.40, 12/2012, a/1/2/12 and 40.13.12.", "date-in-figures") == []


def test_a_date_that_may_be_of_birth_is_not_repeated() -> None:
    for said in ("born 12th March 2011", "born on 12/03/2011", "DOB 25/12/2011"):
        assert [finding for finding in findings(said) if "2011" in finding.message + str(finding.hint)] == []


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("They said that they would send a", ["a"]),
        ("They agreed on three things,", ["things,"]),
        ("They agreed on three things:", ["things:"]),
        ("They agreed on three things:\n\n- one\n- two", []),
        ("They agreed on three things...", ["things..."]),
        ("The group met in July. It agreed the plan", ["plan"]),
        ("The group has met in July and has agreed the plan", ["plan"]),
        ("- a point of a list that has no full stop\n- another and", []),
        ("- a point that breaks off in the", ["the"]),
        ("The group met in July. See [the plan](https://example.org)", []),
        ("**The group met in July, and it was a long day**", []),
        ("> They said that they would send a", []),
        ("## Strengths\n\n- Good work with all. {#work}\n  - Evidence: a survey of the", ["the"]),
    ],
)
def test_a_paragraph_that_breaks_off_is_told(text: str, ends: list[str]) -> None:
    assert told(text, "unfinished-sentence") == ends


@pytest.mark.parametrize(
    "text",
    [
        f"The group met at the hall of the council [https://example.org/a/b](https://example.org/a/b). {'Then it met again ' * 4}there.",
        f"**Why?** – {'They met at the hall in the town ' * 3}again.",
        f"{'They met in halls, schools, homes ' * 3}etc. {'Then they met there again ' * 2}in July.",
        f"{'They met in a hall ' * 3}see a/b/c.md. {'They met there again ' * 3}in July.",
    ],
)
def test_a_sentence_ends_behind_an_address_a_label_and_etc(text: str) -> None:
    assert told(text, "long-sentence") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (f'She said: "{"we were never asked " * 7}once."', 0),
        (f'A mother said that "we are {"tired of it and " * 6}more. {"We were never asked " * 7}at all" in July.', 0),
        (f'{"They met at the hall " * 5}and spoke of "hard cases".', 1),
        (f'{"They met at the hall " * 6}and spoke of "what we did all through that year".', 1),
    ],
)
def test_a_quotation_may_be_as_long_as_it_was(text: str, count: int) -> None:
    assert len(told(text, "long-sentence")) == count


def test_a_long_sentence_stands_for_itself() -> None:
    long = "Dr. Smith of No. 5 said " + "so " * 22 + "once."
    assert told(f"A short one. {long} Another short one.", "long-sentence") == [long]
    assert told("One two. " * 30, "long-sentence") == []
    assert told(f"> {long}", "long-sentence") == []
    assert told(("word – " * 20) + "end.", "long-sentence") == []


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        ("1. Attendance", "1. "),
        ("2.1 Attendance", "2.1 "),
        ("IV. Attendance", "IV. "),
        ("(a) Attendance", "(a) "),
        ("3\\. Attendance", "3\\. "),
        ("3.5 million children", None),
        ("5 agencies", None),
        ("2012 review", None),
        ("A. Smith", None),
    ],
)
def test_a_typed_number_of_a_heading_is_taken_out(heading: str, number: str | None) -> None:
    assert told(f"## {heading}\n\nText.", "typed-heading-number") == ([number] if number else [])
    assert mended(f"## {heading}\n\nText.", QUIET) == f"## {heading.removeprefix(number or '')}\n\nText."


@pytest.mark.parametrize("title", ["2.1 Strengths", "(b) Areas for development:", "3. RECOMMENDATIONS"])
def test_a_typed_number_before_the_title_of_a_part_is_left_to_its_author(title: str) -> None:
    body = f"## {title}\n\n- Agree a standard.\n  - Lead: council\n"
    assert mended(body, QUIET) == body
    assert len(told(body, "typed-heading-number")) == 1


def test_a_typed_number_stays_where_a_link_leads_to_it() -> None:
    body = "## 1. Attendance\n\nText, as in [attendance](#1-attendance)."
    assert told(body, "typed-heading-number") == ["1. "]
    assert mended(body) == body


@pytest.mark.parametrize(
    ("number", "mention", "is_mended"),
    [
        ("3.1", "As section 3.1 says, they came.", False),
        ("3.1", "As sections 2, 3.1 and 4 say, they came.", False),
        ("7.", "Follow steps 6 to 8, then steps 5, 6, or 7.", False),
        ("(b)", "Point (b) is open.", False),
        ("IV.", "Part IV is open.", False),
        ("4.", "See sections 3 to 5.", False),
        ("4.", "See sections 3–5.", False),
        ("3.2", "See sections 3.1 to 3.4.", False),
        ("3.2", "See 3.1–3.4.", False),
        ("2.", "See sections 1.1 to 3.", False),
        ("(a)", "At this point a child spoke.", True),
        ("4.", "See sections 3 & 4.", False),
        ("3.1", "See §3.1.", False),
        ("3.1", "See 3.1 above.", False),
        ("3.", "See section no. 3.", False),
        ("3.", "See section number 3.", False),
        ("3.", "See Sec. 3.", False),
        ("3.1", "See s.3.1.", False),
        ("(a)", "As in (a) above.", False),
        ("b)", "As in b) above.", False),
        ("4.", "See theme 4.", False),
        ("2.0", "See section 2.", False),
        ("3.1", "As section 3.12 says, they came, all 3.1% of them.", False),
        ("3.1", "As section 3.12 says, they came.", True),
        ("3.", "Section 3.1 is of another report.", True),
        ("1.", "One section, 1 of three, is open.", True),
    ],
)
def test_a_number_that_the_note_refers_to_is_left_to_its_author(number: str, mention: str, is_mended: bool) -> None:
    body = f"## {number} Attendance\n\nText.\n\n## Other\n\n{mention}\n"
    assert mended(body).startswith(f"## {number} Attendance") != is_mended
    [hint] = [finding.hint for finding in findings(body, QUIET) if finding.name == "typed-heading-number"]
    assert hint
    assert ("[@name]" in hint) != is_mended


def test_a_typed_number_of_a_section_is_told_in_the_settings() -> None:
    changes = "sections: [{id: early-help, title: '2.1 Early help'}]\n"
    found = [finding for finding in findings("Text.", changes) if finding.name == "typed-heading-number"]
    assert [(finding.span.source.path, finding.span.text) for finding in found] == [("content/assessment.yaml", "2.1 ")]
    assert found[0].fix
    [found_again] = [finding for finding in findings("As section 2.1 says.", changes) if finding.name == "typed-heading-number"]
    assert not found_again.fix
    source, text = fixed(found)["content/assessment.yaml"]
    assert text == source.text.replace("2.1 ", "")


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("[here](https://example.org)", "here"),
        ("[click **here**](https://example.org)", "click **here**"),
        ("https://www.example.org/docs?id=8812", "https://www.example.org/docs?id=8812"),
        ("<https://www.example.org/a/b/c/d>", "https://www.example.org/a/b/c/d"),
        ("[](https://example.org)", "[](https://example.org)"),
        ("www.example.org/help", "www.example.org/help"),
        ("[the plan](https://example.org)", None),
        ("> [here](https://example.org)", None),
        ("[@partnership](https://example.org)", None),
        ("[\\@partnership](https://example.org)", None),
        ("[@known](https://example.org)\n\n## Text {#known}", None),
    ],
)
def test_the_text_of_a_link_says_where_it_leads(text: str, told_of: str | None) -> None:
    assert told(text, "link-text") == ([told_of] if told_of else [])


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("See [the plan] (https://example.org/plan).", " "),
        ("See [the plan]\n(<https://example.org/plan>).", "\n"),
        ("- See [the plan]  \r\n  (https://example.org/plan).", "  \r\n  "),
        ("See [the plan] (https://example.org/plan and more).", None),
        ("See \\[the plan] (https://example.org/plan).", None),
        ("See ![the plan] (https://example.org/plan).", None),
        ("It is so [1] (https://example.org/plan).", None),
        ("It is so [Smith 2012] (https://example.org/plan).", None),
        ("It is done [x] (https://example.org/plan).", None),
        ("See `[the plan] (`https://example.org/plan).", None),
        ("As they say[^1] (https://example.org/plan).\n\n[^1]: Text.", None),
    ],
)
def test_the_gap_in_a_link_is_told(text: str, gap: str | None) -> None:
    gaps = [finding.span.text for finding in findings(text, QUIET) if "a gap parts it" in finding.message]
    assert gaps == ([gap] if gap else [])
    assert mended(text) == text


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("They MUST come, NOT stay away.", ["MUST", "NOT"]),
        ("It is a very important point: VERY IMPORTANT POINT.", ["VERY IMPORTANT POINT"]),
        ("The NHS and CAMHS came, and DWP HMRC too.", []),
        ("CAUTION: the date is TBC. NB the README.", ["CAUTION"]),
        ("OFFICIAL-SENSITIVE and an official, sensitive text.", []),
        ("## BACKGROUND\n\nThe background is known.", ["BACKGROUND"]),
        ("## CAMHS\n\nThe CAMHS team.", []),
        ("The REST API and HTTP, TTS are no rest, api, http or tts.", []),
        ("We MUST NOT stop. They STOP WORK.", ["MUST NOT"]),
        ("## NEXT STEP\n\nThe next step.", ["NEXT STEP"]),
        ("Read the USAGE DATA and data on usage.", ["USAGE DATA"]),
    ],
)
def test_shouting_is_told_and_abbreviations_are_not(text: str, runs: list[str]) -> None:
    assert told(text, "block-capitals") == runs


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("Attendance At Child Protection Conferences", "At Child Protection Conferences"),
        ("Attendance at Child Conferences", "Child Conferences"),
        ("Attendance at conferences", None),
        ("C. Attendance At Child Conferences", "At Child Conferences"),
        ("1A.2 Attendance At Child Conferences", "At Child Conferences"),
        ("C) Payment Rules", None),
        ("A Child Conference Plan", "Child Conference Plan"),
        ("The Trust and the board", None),
        ("Early Help Framework", None),
        ("Work of Anytown Police Service", None),
    ],
)
def test_a_heading_has_capitals_for_names_only(heading: str, words: str | None) -> None:
    changes = "agencies: {council: Anytown Council, police: Anytown Police Service}\n"
    found = told(f"## {heading}\n\nThe council leads the Early Help Framework.", "heading-capitals", changes)
    assert found == ([words] if words else [])


def abbreviated(notes: dict[str, str] | str, changes: str = "") -> list[tuple[str, str]]:
    """Path and message of each abbreviation that is told."""
    found = [finding for finding in findings(notes, changes) if finding.name in ("unexplained-abbreviation", "unexpanded-abbreviation")]
    return [(finding.span.source.path.rpartition("/")[2], finding.message.partition('"')[2].replace('" is not written out where it is first used', "")) for finding in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The MASH meets.", ["MASH"]),
        ("The multi-agency safeguarding hub (MASH) meets. The MASH is open.", []),
        ("The MASH (multi-agency safeguarding hub) meets.", []),
        ("The Hub (the “MASH”) meets.", []),
        ("The multi-agency safeguarding hub, or MASH, meets.", []),
        ("MASH: multi-agency safeguarding hub.", []),
        ("MASH\n: multi-agency safeguarding hub\n", []),
        ("| Short | Long |\n| - | - |\n| MASH | Multi-agency safeguarding hub |", []),
        ("The MASHs (see below) meet. The multi-agency safeguarding hub (MASH) meets.", ["MASH"]),
        ("## The MASH\n\nThe multi-agency safeguarding hub (MASH) meets.", []),
        ("## The MASH\n\nIt meets.", ["MASH"]),
        ("The NHS, A&E, a GP and World War II.", []),
        ("The DfE and CSPRs.", ["DfE", "CSPR"]),
        ("`MASH` and https://example.org/MASH and MASH_ID.", []),
        ("JANE MARY SMITH OF PLYMOUTH.", []),
        ("You MUST come. They must come.", []),
        ("The LAC and BME groups.", []),
        ("It follows ISO 9001 and BS 5724; see [1968] 3 All ER 785.", []),
        ("The JTAI 2019 was fair.", ["JTAI"]),
        ("The MASH 2 project ended. The MASH meets.", ["MASH"]),
    ],
)
def test_an_abbreviation_is_written_out_where_it_is_first_used(text: str, names: list[str]) -> None:
    assert sorted(name for _, name in abbreviated(text)) == sorted(names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # Words with capital letters are a name, wherever they stand before.
        ("The Harbour Support Project began in May.\n\nMore words.\n\n## Staff\n\nThe HSP has six workers.", []),
        ("The HSP has six workers. The Harbour Support Project began in May.", ["HSP"]),
        ("The Anytown Harbour Support Project Board met.\n\nMore.\n\nThe HSP met.", []),
        ("The Office of the Chief Harbour Officer met.\n\nMore.\n\nThe OCHO and the OOTCHO met.", []),
        ("Department for Harbour Affairs.\n\nMore.\n\nThe DHA and the DfA met.", ["DfA"]),
        ("Harbour, Support, Project.\n\nThe HSP met.", ["HSP"]),
        ("Harbour. Support. Project.\n\nThe HSP met.", ["HSP"]),
        ("The Harbour Support met. Project workers came.\n\nThe HSP met.", ["HSP"]),
        ("The Harbour or Support Project.\n\nThe HSP and the HOSP met.", ["HOSP", "HSP"]),
        ("The DevOps Review Award was given.\n\nMore.\n\nThe DORA was given.", []),
        ("The Multiagency Safeguarding Hub is new.\n\nMore.\n\nThe MASH meets.", []),
        ("The MASH Meeting met.", ["MASH"]),
        # Two letters have to be all of a name.
        ("The Harbour Plan is new.\n\nMore.\n\nEach HP is read.", []),
        ("The Anytown Harbour Plan is new.\n\nMore.\n\n## Use\n\nEach HP is read.", ["HP"]),
        ("The Anytown Harbour Plan is new. Each HP is read.", []),
        # Words without capital letters count where they are near.
        ("The harbour support project began. The HSP has six workers.", []),
        ("The harbour support project began.\n\nThe HSP has six workers.", []),
        ("- The harbour support project began.\n- The HSP has six workers.", []),
        ("## The harbour support project\n\nWords.\n\nWords.\n\nThe HSP has six workers.", []),
        ("The harbour support project began.\n\nMore.\n\nThe HSP has six workers.", ["HSP"]),
        ("The harbour support of any project began. The HSP has six workers.", ["HSP"]),
        ("The standard of harbours. The SOH holds.", []),
        ("| harbour support project | none | HSP |\n| - | - | - |\n| a | b | c |", []),
        ("| harbour support project | none | none |\n| - | - | - |\n| a | b | HSP |", ["HSP"]),
        ("Each care plan is read. The CP was late.", ["CP"]),
        ("The child protection plan ended. The CP plan was late.", []),
        ("Special educational needs coordinators. The SENCO came.", []),
        # Headings and lines that define.
        ("## Harbour relay service (HRS)\n\nWords.\n\nWords.\n\nThe HRS works.", []),
        ("name: Harbour Assessment Policy\nacronym: RIAP", []),
        ("**“Harbour NDA”** means what both agreed on. The NDA ends.", []),
        ("- **ENT** - Your username and password (which are asked for).", []),
        ("- **HG** or **OHG** – (Office of) Harbour General.", []),
        ("- **CIN** – a quarter of plans are late.", ["CIN"]),
        ("- **CIN** – 84% of visits.", ["CIN"]),
        ("## Glossary\n\n### C\n\n- **CIN**: plans that help at home.\n\n## Findings\n\n- **TAF**: plans that help.", ["TAF"]),
        ("(ARKO, a division of the Harbour Board, 1993). ARTU, a nurse and a teacher came.", ["ARTU"]),
        ("- **TAF** – a plan which the family makes.\n- The CSC, a team of ten, met.", ["CSC", "TAF"]),
        ("Three pillars, known as the HSP:\n\n### Hope\n\nWords.\n\n### Skill\n\nWords.\n\n### Play\n\nWords.", []),
        ("We go by the HSP:\n\n- hope\n- skill\n- play", ["HSP"]),
        ("We go by the HSP:\n\n- Hope\n- Skill\n- Play", []),
        # Names, addresses, citations, signs on a screen.
        ("TLP:CLEAR, CISO.Firewall, ECDSA-NIST-P256, Room 401 LS, 1 C Street.", []),
        ("Election Act (SFS 1997:157), Sons v CE Heath, VA Form 21-4138, FTR §301, 29 CFR 1960.", []),
        ("By 9AM PST, and 10.30 p.m. EST. The EDT and the MDT meet.", ["EDT", "MDT"]),
        ("Our hours are EST/EDT, CST/CDT.", []),
        ("Choose “ADD VENDOR/ADDR” there. In “HUD and FAA issued it” there is one word too many.", []),
        ("The hub, called “MASH”, meets every day.", ["MASH"]),
        ("The MASH-led work. The CIN.", ["CIN", "MASH"]),
        ("They send plans to the SEND team.", ["SEND"]),
        ("Come to the Harbour (see HARBOUR).", []),
        ("**IF** it fails, **THEN** it ends. An IP address in HTML, YAML or GIF.", []),
    ],
)
def test_an_abbreviation_is_explained_by_words_that_stand_before(text: str, names: list[str]) -> None:
    assert sorted(name for _, name in abbreviated(text)) == sorted(names)


def test_what_only_some_may_read_explains_nothing_to_others() -> None:
    body = "::: internal\nThe Harbour Support Project is short of staff.\n:::\n\nThe HSP meets.\n"
    assert abbreviated(body) == [("note.md", "HSP in the partners edition")]
    near = "::: internal\nThe harbour support project is short of staff.\n:::\n\nThe HSP meets.\n"
    assert abbreviated(near) == [("note.md", "HSP in the partners edition")]
    assert abbreviated("::: internal\nThe HSP is short of staff.\n:::\n") == [("note.md", "HSP")]
    assert abbreviated(near + "\n::: internal\nThe HSP is short of staff.\n:::\n") == [("note.md", "HSP in the partners edition")]


def test_words_that_are_read_later_explain_nothing() -> None:
    strengths = "## Strengths\n\n- The Harbour Support Project works. {#a}\n\n## Findings\n\nThe HSP meets."
    assert abbreviated(strengths) == [("note.md", "HSP")]
    assert abbreviated("One.[^1]\n\n[^1]: The Harbour Support Project.\n\nThe HSP.") == []
    assert abbreviated("[^1]: The Harbour Support Project.\n\nThe HSP.[^1]") == [("note.md", "HSP")]


def test_a_title_that_is_printed_explains() -> None:
    notes = {"content/a.md": note("quality", "The HSP meets.").replace("A note", "Harbour Support Project")}
    assert abbreviated(notes) == [("a.md", "HSP")]
    assert abbreviated(notes, "sections: [{id: quality, title: Quality, note_titles: true}]\n") == []
    assert abbreviated(notes, "sections: [{id: quality, title: The Harbour Support Project}]\n") == []


def test_the_meaning_of_a_short_abbreviation_is_a_guess() -> None:
    hints = {finding.message.split('"')[1]: finding.hint for finding in findings("The CP and the MASH.") if finding.name == "unexplained-abbreviation"}
    end = ", or give it a line under glossary: in assessment.yaml"
    assert hints == {
        "CP": f'write "child protection (CP)" if that is what it stands for{end}',
        "MASH": f'write "multi-agency safeguarding hub (MASH)"{end}',
    }


def test_what_the_house_asks_to_be_written_out_is_told_wherever_its_words_stand() -> None:
    asked = "glossary: {HSP: harbour support project}\nrules: {unexpanded-abbreviation: warning}\n"
    assert abbreviated("The Harbour Support Project began. The HSP meets.", asked) == [("note.md", "HSP")]


def note(section: str, body: str, more: str = "") -> str:
    return f"---\ntitle: A note\nsection: {section}\nstatus: agreed\n{more}---\n{body}\n"


def test_first_use_is_that_of_the_reading_order() -> None:
    notes = {
        "content/a.md": note("quality", "The MASH meets."),
        "content/z.md": note("early-help", "The multi-agency safeguarding hub (MASH) meets."),
    }
    assert abbreviated(notes) == []
    notes["content/b.md"] = note("introduction", "The MASH is new.")
    assert abbreviated(notes) == [("b.md", "MASH")]


def test_strengths_are_read_after_all_narrative_of_a_section() -> None:
    strength = "## Strengths\n\n- The MASH works. {#mash}"
    notes = {"content/a.md": note("quality", strength, "order: 1\n"), "content/b.md": note("quality", "The hub called MASH is open.", "order: 2\n")}
    assert abbreviated(notes) == [("b.md", "MASH")]
    notes["content/b.md"] = note("quality", "The multi-agency safeguarding hub (MASH).", "order: 2\n")
    assert abbreviated(notes) == []


def test_a_footnote_is_read_where_its_mark_stands() -> None:
    assert abbreviated("One.[^1] The multi-agency safeguarding hub (MASH).\n\n[^1]: The MASH.\n") == [("note.md", "MASH")]
    assert abbreviated("[^1]: The MASH.\n\nThe multi-agency safeguarding hub (MASH).[^1]\n") == []


def test_each_edition_is_read_by_itself() -> None:
    body = "::: internal\nThe multi-agency safeguarding hub (MASH) is short of staff.\n:::\n\nThe MASH meets.\n"
    assert abbreviated(body) == [("note.md", "MASH in the partners edition")]
    item = "## Strengths\n\n- The multi-agency safeguarding hub (MASH) works. {#a}\n  - Audience: internal\n- The MASH is open. {#b}\n"
    assert abbreviated(item) == [("note.md", "MASH in the partners edition")]


def test_what_the_glossary_explains_is_told_on_demand_only() -> None:
    glossary = "glossary: {MASH: multi-agency safeguarding hub}\n"
    assert abbreviated("The MASH meets.", glossary) == []
    assert abbreviated("The MASH meets.", glossary + "parts: {glossary: false}\n") == [("note.md", "MASH")]
    asked = glossary + "rules: {unexpanded-abbreviation: warning}\n"
    assert abbreviated("The MASH meets.", asked) == [("note.md", "MASH")]
    assert mended("The MASH meets.", glossary) == "The MASH meets."
    assert mended("The MASH meets. The MASH is open.", asked) == "The multi-agency safeguarding hub (MASH) meets. The MASH is open."
    assert mended("MASH staff meet.", asked) == "Multi-agency safeguarding hub (MASH) staff meet."
    for left in ("A MASH’s staff.", "An MASH office.", "Staff (of the MASH) meet.", "## The MASH\n\nText.", "> The MASH meets."):
        assert mended(left, asked) == left


def test_an_unused_entry_of_the_glossary_is_told_in_the_settings() -> None:
    def unused(body: str, more: str = "") -> list[str]:
        found = findings(body, "glossary: {CAF: Common Assessment Framework, PSCB: the board}\n" + more)
        return [finding.span.text for finding in found if finding.name == "unused-glossary-entry"]

    assert unused("Text.") == ["CAF", "PSCB"]
    assert unused("The CAFs and `PSCB`.") == []
    assert unused("A CAFE. <!-- PSCB --> [a](https://example.org/CAF)") == ["CAF", "PSCB"]
    assert unused("The CAF.", "partnership: The PSCB\n") == []


def test_mending_changes_nothing_but_what_it_says() -> None:
    """Byte order mark, CRLF, blanks at line ends and everything between two edits stay."""
    body = "\ufeff" + FRONT + "## 1. Hard-to-reach *families*  \n\n*  The center &amp; a `center` on the\n   12th of July 2012  \n\tcame, e.g. by bus.\n\n| a | chairman |\n|--|:-:|\n"
    text = body.replace("\n", "\r\n")
    after = _mended({**tree("").files, NOTE: text.encode()})
    for old, new in (("1. Hard-to-reach", "Seldom-heard"), ("center &amp; a `center`", "centre and a `center`"), ("the\r\n   12th of July", "12 July"), ("e.g.", "for example"), ("chairman", "chair")):
        assert old in text
        text = text.replace(old, new)
    assert after == text


WORDS = st.sampled_from(["BAME", "center", "e.g.", "&", "12th July", "MASH", "chairman", "here", "*", "**", "[", "](a.md)", "`", ">", "-", "\n", "\n\n", "|", "“", "'", "kids", "...", "## ", "a"])


@settings(max_examples=30, deadline=None)
@given(st.lists(WORDS, max_size=14))
def test_mending_whatever_stands_in_a_note_is_done_at_once(words: list[str]) -> None:
    mended(" ".join(words), QUIET)


@needs_fixtures
def test_every_word_of_real_notes_stands_where_its_span_says() -> None:
    count = 0
    for path in sorted(REAL.rglob("*.md"))[::5]:
        body = re.sub(r"\A---\n.*?\n---\n", "", path.read_text("utf-8"), flags=re.DOTALL).replace("\n", "\r\n")
        library = loaded({NOTE: FRONT + body}).library
        for passage in Prose(library).every():
            for word in re.finditer(r"\w+", passage.text):
                pieces = passage._pieces(*word.span())
                if len(pieces) == 1 and isinstance(pieces[0].node, Text) and pieces[0].node.kind is TextKind.LITERAL:
                    assert printable(passage.span(*word.span()).text) == word.group()
                    count += 1
    assert count > 10_000


def test_a_passage_is_as_long_as_its_pieces() -> None:
    body = "One `two` three_four [a](b.md) ![x](images/uptake.png) [@x] <b>y</b> &amp; \\* a/b/c\nsix.[^1]"
    passage = next(Prose(loaded(body).library).every())
    assert passage.text.count(STAND_IN) > 4
    assert passage.span(0, len(passage.text)).text == body.removesuffix("[^1]")


HOSTILE = [
    "BAME *x* " * 20_000,
    "'a " * 60_000,
    '"' * 100_000 + "BAME",
    "1, 2, 3, " * 20_000,
    "A & B " * 20_000,
    "MASH (" * 20_000,
    "ABCD EFGH. " * 20_000,
    "[here](a) " * 4_000,
    "x" * 300_000 + "/a_b",
    "- a\n" * 8_000 + "\nThe end of the",
    "# 1. A Title Of Mine\n\nx\n\n" * 3_000,
]


@pytest.mark.parametrize("body", HOSTILE, ids=lambda body: body[:12])
def test_no_note_takes_long(body: str) -> None:

    library = loaded(body).library
    start = process_time()
    check(library)
    assert process_time() - start < 8


def test_all_are_warnings_and_can_be_switched_off() -> None:
    body = "The BAME center & its 12th July 2012, e.g. [here](https://example.org). A MASH."
    found = [finding for finding in findings(body) if finding.name != "empty-section"]
    assert {finding.severity for finding in found} == {Severity.WARNING}
    off = "rules: {" + ", ".join(f"{name}: ignore" for name in sorted({finding.name for finding in found})) + "}\n"
    assert findings(body, off) == []


def test_a_draft_that_a_final_build_leaves_out_explains_nothing() -> None:
    notes = {
        "content/a.md": note("early-help", "The multi-agency safeguarding hub (MASH).").replace("agreed", "draft"),
        "content/b.md": note("quality", "The MASH meets."),
        "content/assessment.yaml": settings_file(),
    }

    def names(final: bool) -> list[str]:
        found: list[Diagnostic] = check(load(MemoryTree({path: text.encode() for path, text in notes.items()})).library, final)
        return [finding.name for finding in found if finding.name.startswith("unexplained")]

    assert (names(False), names(True)) == ([], ["unexplained-abbreviation"])


@pytest.mark.parametrize("headings", ["{depth: 0}", "{numbering: []}"])
def test_a_typed_number_is_let_be_where_nothing_else_numbers_headings(headings: str) -> None:
    files = {"content/assessment.yaml": SETTINGS.encode(), "content/early-help/a.md": (FRONT + "## 3. Attendance\n\nAll came.\n").encode()}
    assert "typed-heading-number" in {finding.name for finding in check(load(MemoryTree(files)).library)}
    files["styles/house.yaml"] = f"headings: {headings}\n".encode()
    assert "typed-heading-number" not in {finding.name for finding in check(load(MemoryTree(files)).library)}


def test_advice_is_a_sentence() -> None:
    for line in word_list("terms").splitlines():
        better = line.split("|")[1].strip() if line.count("|") == 2 else ""
        assert not better.startswith(("use ", "avoid ", "write ")), line
    hint = next(finding.hint for finding in findings({"content/early-help/a.md": FRONT + "She is attention-seeking.\n"}) if finding.name == "dated-term")
    assert hint == "say what the child does, and what the child may need"
