"""What is pasted from Word or an e-mail: bullets and dashes that are letters, words that keep nothing from anybody, gaps to fill."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.build import load
from docgen.check import check, typed
from docgen.check.rules import kept_from_nobody, stray_audience, typed_bullet
from docgen.fix import fixed
from docgen.parse.fields import FINDING, RECOMMENDATION, STATUSES
from docgen.project import MemoryTree
from docgen.scaffold import TO_REPLACE, new_note
from tests.support import FRONT, SETTINGS, findings, loaded

NOTE = "content/early-help/note.md"


def names(body: str) -> list[str]:
    return [finding.name for finding in findings({NOTE: FRONT + body})]


def mended(body: str) -> str:
    """The note after everything is mended that can be."""
    text = FRONT + body
    for _ in range(5):
        tree = MemoryTree({"content/assessment.yaml": SETTINGS.encode(), NOTE: text.encode()})
        changed = fixed(check(load(tree).library))
        if not changed:
            break
        text = changed[NOTE][1]
    return text.removeprefix(FRONT)


@pytest.mark.parametrize(
    ("pasted", "meant"),
    [
        ("• Parents come.\n• Workers go.\n", "- Parents come.\n- Workers go.\n"),
        ("•\tParents come.\r\n•\tWorkers go.\r\n", "- Parents come.\r\n- Workers go.\r\n"),
        ("– Parents come.\n– Workers go.\n", "- Parents come.\n- Workers go.\n"),
        ("-Parents come.\n-Workers go.\n", "- Parents come.\n- Workers go.\n"),
        ("–\xa0Parents come.\n–\xa0Workers go.\n", "- Parents come.\n- Workers go.\n"),
        ("§\tParents come.\n§\tWorkers go.\n", "- Parents come.\n- Workers go.\n"),
        ("•\tParents come.\n   o\tBy bus.\n•\tWorkers go.\n", "- Parents come.\n   - By bus.\n- Workers go.\n"),
        ("\uf0d8\tParents come.\n\uf0d8\tWorkers go.\n", "- Parents come.\n- Workers go.\n"),
        ("[ ] Parents come.\n[x] Workers go.\n", "- [ ] Parents come.\n- [x] Workers go.\n"),
        ("1.\xa0Parents come.\n2.\xa0Workers go.\n", "1. Parents come.\n2. Workers go.\n"),
        ("(3) Parents come.\n(4) Workers go.\n", "3. Parents come.\n4. Workers go.\n"),
        ("1.Parents come.\r\n2.Workers go.\r\n", "1. Parents come.\r\n2. Workers go.\r\n"),
    ],
)
def test_typed_bullets_become_a_list(pasted: str, meant: str) -> None:
    assert names(pasted) == ["typed-bullet"]
    assert mended(pasted) == meant


def test_bullets_within_bullets_are_left_to_the_author_where_nothing_is_indented() -> None:
    body = "•\tWrite a procedure.\no\tAsk the council.\no\tAsk the police.\n"
    assert names(body) == ["typed-bullet"]
    assert mended(body) == body


@pytest.mark.parametrize(
    "body",
    [
        "## Recommendations\n\n- Agree a standard. {#std-x}\n  - Audience: internal\n  - Lead: council\n\n  • Secret one\n• Secret two\n",
        "## Recommendations\n\n- Agree a standard. {#std-x}\n  - Audience: internal\n\n  1.Secret\n2.Secret\n",
        "## Recommendations\n\n- • Secret one {#one-x}\n• Secret two\n  - Audience: internal\n  - Lead: council\n",
        "::: internal\nText [^1]\n\n:::\n\nOpen text.\n\n[^1]: • Secret one\n• Secret two\n",
        "Term\n: • one\n• two\n",
    ],
)
def test_no_typed_bullet_leaves_what_it_stands_in(body: str) -> None:
    assert mended(body) == body


@pytest.mark.parametrize(
    "body",
    [
        "☑ Police attended\n☒ Health attended\n",
        "✓ Police came\n✗ Health came\n✓ Council came\n",
        "\uf0fe Ticked\n\uf0a8 Not ticked\n",
        "§ 47 enquiries were late.\n§ 17 assessments were late.\n",
        "*Parents come.\n*Workers go.\n",
        "(3) Third.\n(4) Fourth.\n(9) Ninth.\n",
        "• [x]: http://example.org\n• two\n",
        "• [^1]: one\n• two [^1]\n",
        "• ``` x\n• two\n",
        "• one\n        • two\n",
    ],
)
def test_signs_that_say_something_are_left_to_the_author(body: str) -> None:
    assert mended(body) == body


@pytest.mark.parametrize("words", ["Print \\[@attendance-drift] as it is.", "A [guide to @attendance-drift](https://example.org)."])
def test_a_name_within_brackets_is_left_to_the_author(words: str) -> None:
    body = f"{words}\n\n## Attendance {{#attendance-drift}}\n\nText.\n"
    assert mended(body) == body
    assert "[@attendance-drift]" in mended(body.replace(words, "See @attendance-drift."))


def test_typed_bullets_under_strengths_become_items_with_an_identity_each() -> None:
    assert "missing-identity" not in names("## Strengths\n\n• Parents come.\n• Workers listen.\n")
    assert mended("## Strengths\n\n• Parents come.\n• Workers listen.\n") == "## Strengths\n\n- Parents come. {#parents-come}\n- Workers listen. {#workers-listen}\n"


@pytest.mark.parametrize("signs", ["(a) |(b) ", "d) |e) ", "A. |B. ", "(i)\t|(ii)\t", "iv. |v. ", "1.1 |1.2 ", "2.1.9. |2.1.10. ", "Recommendation 1: |Recommendation 2: ", "R1 |R2 ", "-> |-> "])
def test_what_a_list_in_word_counts_with_is_told_and_left(signs: str) -> None:
    first, second = signs.split("|")
    body = f"We agreed:\n{first}Parents come.\n{second}Workers go.\n"
    assert names(body) == ["typed-bullet"]
    assert mended(body) == body


def test_lists_within_lists_and_those_that_a_table_would_be_made_of() -> None:
    assert names("(a) Parents come.\n  (i) By bus.\n  (ii) By car.\n(b) Workers go.\n") == ["typed-bullet"]
    assert names("1\tParents\tcome.\n2\tWorkers\tgo.\n") == ["broken-table"]
    assert names("> Agree a standard.\n> Publish the rota.\n") == ["typed-bullet"]
    assert names("> We never see the same worker.\n> Nobody rang us.\n") == []
    assert names("> If families come, they can agree a plan.\n> The team will review the rota.\n") == []
    assert names("> Agree a standard,\n> and publish it.\n") == []


@pytest.mark.parametrize("body", ["See section\n(b) of the Act, and\n(d) too.\n", "It rose by\n1.5 million, then by\n3.5 million.\n", "Seen by\nA. Smith and\nJ. Jones.\n", "– so she said.\n", "It rose – a lot –\n– and fell.\n", "- Parents come.\n- Workers go.\n", "-5 degrees.\n-6 degrees.\n"])
def test_one_dash_in_a_text_is_no_bullet(body: str) -> None:
    assert "typed-bullet" not in names(body)


@pytest.mark.parametrize("sign", ["–", "•", "-"])
def test_a_field_behind_a_typed_sign_is_told_and_gets_no_second_identity(sign: str) -> None:
    body = f"## Recommendations\n\n- Agree on a plan. {{#a-d}}\n  {sign}Lead: council\n"
    assert "misplaced-field" in names(body)
    assert mended(body).count("{#") == 1


@pytest.mark.parametrize("words", ["Confidential: it failed.", "(Not for sharing) It failed.", "Restricted: it failed.", "## Confidential\n\nIt failed.", "- Strictly confidential – it failed.", "*Confidential - not for sharing:* it failed.", "_Confidential:_ it failed.", "__Restricted:__ it failed.", "**CONFIDENTIAL** it failed.", "Off the record: it failed.", "(Not for the public) It failed.", "DO NOT PRINT It failed.", "Delete before sharing: it failed.", "For internal eyes: it failed.", "The following is confidential. It failed.", "[Note to self: ask them] It failed.", "Draft notes, not for circulation: it failed.", "In confidence: it failed.", "In strict confidence – it failed.", "For professionals only: it failed.", "*Police only:* it failed.", "Not to be shared with parents: it failed.", "Draft notes - do not share.", "Strictly confidential. It failed.", "Do not share outside the group: it failed."])
def test_words_that_keep_nothing_from_anybody(words: str) -> None:
    assert "kept-from-nobody" in names(f"{words}\n")
    assert "kept-from-nobody" not in names(f"::: internal\n{words}\n:::\n")


OPENERS = (
    *("", "- ", "1. ", "10) ", "> ", "> - ", "- [x] ", "## ", "**", "*_", "1\\. ", "<b>", "&nbsp;", "&lsquo;", "![A chart](chart.png) ", "[@one] ", "[^1]: ", "Term\n: "),
    *("| A |\n| - |\n| ", "Some words [", "Some words (", "<!-- a --> ", "- one\n\n  ", "::: note\n", "`a` ", "_", "__", "(_", "~~_", "# _", "Text.\r\r", "words\n", "words <br> ", "\\[", "{#one} "),
)
SAYING = ("confidential: it failed.", "Strictly private and confidential – it failed.", "for official use only) it failed.", "Not to be shared: it failed.", "do not  copy]", "confidential_: it failed.", "Draft notes, not for circulation: it failed.", "In confidence: it failed.", "for social workers only_: it failed.", "Police only: it failed.", "Minutes – do not share with parents: it failed.", "strictly _confidential_ – it failed.", "private_ and confidential: it failed.")


def counts(name: str, bodies: list[str]) -> list[int]:
    """How often a finding is told of each body, all of them notes of one workspace."""
    paths = [f"content/early-help/{number:02}.md" for number in range(len(bodies))]
    said = [finding.span.source.path for finding in findings({path: FRONT + body for path, body in zip(paths, bodies, strict=True)}) if finding.name == name]
    return [said.count(path) for path in paths]


@pytest.mark.parametrize("opener", OPENERS)
def test_a_cheap_look_at_a_note_misses_no_such_words(opener: str, monkeypatch: pytest.MonkeyPatch) -> None:
    bodies = [f"{opener}{said}\n" for said in SAYING]
    quick = counts("kept-from-nobody", bodies)
    monkeypatch.setattr(kept_from_nobody, "_may_begin", lambda _: True)
    assert quick == counts("kept-from-nobody", bodies)


BULLETS = (
    *("• ", "•", "\uf0b7\t", "– ", "–", "— ", "-- ", "--", "-", "*", "+", "-\xa0", "*\xa0", "+\xa0", "§\t", "→ ", "=> ", "-> "),
    *("o\t", "o ", "ü\t", "v\t", "[] ", "[x] ", "[ ] "),
)
LABELS = (
    *("{}) ", "{})", "{})\xa0", "{}. ", "{}.\xa0", "{}.", "{}\t", "({}) ", "({})", "1.{} ", "1.{}. ", "R{} ", "r{} ", "R{}: ", "Rec {} ", "rec. {} "),
    *("Recommendation {}: ", "recommendation {} "),
)
COUNTED = [("1", "2"), ("a", "b"), ("A", "B"), ("i", "ii"), ("iv", "v")]
PAIRS = [*zip(BULLETS, BULLETS, strict=True), *((label.format(one), label.format(other)) for label in LABELS for one, other in COUNTED)]


@pytest.mark.parametrize("start", ["", "> ", "- Text.\n  ", "Text.\n\n  ", "## Strengths\n\n"])
def test_a_quick_look_misses_no_typed_bullet(start: str, monkeypatch: pytest.MonkeyPatch) -> None:
    bodies = [f"{start}{one}Parents come.\n{other}Workers go.\n" for one, other in PAIRS]
    quick = counts("typed-bullet", bodies)
    monkeypatch.setattr(typed_bullet, "may_begin_with_bullet", lambda _: True)
    assert quick == counts("typed-bullet", bodies)
    assert sum(quick) > len(PAIRS) / 3


@pytest.mark.parametrize("opener", OPENERS)
def test_a_cheap_look_misses_no_name_of_an_audience(opener: str, monkeypatch: pytest.MonkeyPatch) -> None:
    bodies = [f"{opener}{said}\n" for said in ("internal only: it failed.", "for internal only: it failed.", "Internal:_ it failed.", "Internal only:_ a", "internal_) a", "internal_] a", "For_ internal only: a")]
    quick = counts("stray-audience", bodies)
    monkeypatch.setattr(stray_audience, "_has_in_front", lambda *_: True)
    monkeypatch.setattr(stray_audience, "_is_worth", lambda *_: True)
    assert quick == counts("stray-audience", bodies)


@pytest.mark.parametrize("words", ["Confidential notes were kept safe.", "The group said that access was restricted.", "Do not share a child's name with the press.", "Confidentiality: all agencies agree.", "Not for the first time, it failed.", "Restricted access keeps files safe.", "Staff only: they were not invited.".replace(":", ""), "Police only came once.", "Told in confidence, it stays so.", "Notes on training: it helped.", "Draft plans were shared.", "Do not share - that is the rule - was heard often.".replace(" - ", " to ")])
def test_words_about_confidence_are_let_be(words: str) -> None:
    assert "kept-from-nobody" not in names(f"{words}\n")


@pytest.mark.parametrize("body", ["```internal\nIt failed.\n```\n", "<internal>\nIt failed.\n</internal>\n", "It <internal>failed</internal>.\n"])
def test_tags_and_blocks_that_are_called_like_an_audience_stop_the_build(body: str) -> None:
    assert "stray-audience" in names(body)


@pytest.mark.parametrize("gap", ["Visits rose by XX% in a year.", "TODO: ask them.", "See [insert audit here].", "It was ???.", "Ask for one thing, beginning with a verb."])
def test_gaps_are_told(gap: str) -> None:
    assert "placeholder" in names(f"{gap}\n")


@pytest.mark.parametrize("text", ["The XXth review.", "A size of XXL.", "We tested [what we heard](note.md).", "See the to-do list.", "In part XX of the Act."])
def test_words_like_gaps_are_let_be(text: str) -> None:
    assert "placeholder" not in names(f"{text}\n")


@pytest.mark.parametrize("target", ["file:///C:/x.docx", "javascript:x"])
def test_a_link_that_nobody_could_follow_is_told(target: str) -> None:
    assert "broken-link" in names(f"See [the report]({target}).\n")
    assert "broken-link" not in names("See `[the report](file:///C:/x.docx)`.\n")


def test_several_agencies_without_brackets() -> None:
    text = FRONT.replace("---\n", "---\nagencies: council, police\n", 1)
    hints = [finding.hint for finding in findings({NOTE: text + "Text.\n"}) if finding.name == "unknown-agency"]
    assert hints == ["write several in brackets: [council, police]"]


@pytest.mark.parametrize("status", ["superseded by R1", "superseded by", "[@do]"])
def test_a_status_that_is_superseded_says_how(status: str) -> None:
    found = findings({NOTE: f"{FRONT}## Recommendations\n\n- Do it. {{#do}}\n  - Status: {status}\n"})
    assert "write Status: superseded by [@id] with the identity of the other recommendation" in {finding.hint for finding in found}


def test_a_stop_behind_an_abbreviation_goes_with_it() -> None:
    assert mended("The duty, cf. section 4, holds.\n") == "The duty, compare section 4, holds.\n"


def test_what_a_new_note_holds_to_be_replaced_is_known_to_the_letter() -> None:
    assessment = loaded({NOTE: FRONT + "Text.\n"}).library.assessment
    _, text = new_note(assessment, "early-help", "Visits", date(2012, 7, 12))
    assert [sentence for sentence in TO_REPLACE if sentence not in text] == []


@pytest.mark.parametrize("comment", ["<-- secret -->", "<--! secret -->", "<- secret ->", "Words <-- secret -->."])
def test_a_comment_without_its_mark_stops_the_build(comment: str) -> None:
    assert "unclosed-comment" in names(f"{comment}\n")


@pytest.mark.parametrize("arrow", ["Help <-> need.", "A <--> B.", "From need -> help.", "Home <- school."])
def test_arrows_are_no_comments(arrow: str) -> None:
    assert "unclosed-comment" not in names(f"{arrow}\n")


def test_what_a_new_note_says_of_its_workshop_is_told() -> None:
    files = {NOTE: "---\ntitle: Visits\nworkshop: {date: 2012-03-01, name: Name of the workshop}\ncontributors: [a role, another role]\nstatus: draft\n---\nText.\n"}
    told = [finding for finding in findings(files) if finding.name == "placeholder"]
    assert [finding.span.text for finding in told] == ["Name of the workshop", "a role", "another role"]


@pytest.mark.parametrize("body", ["TODO: ask.\n", "Confidential: it failed.\n", "![](a.png)\n"])
def test_a_draft_that_a_final_build_leaves_out_does_not_stop_it(body: str) -> None:
    tree = {NOTE: FRONT.replace("status: agreed", "status: draft") + body}
    library = loaded(tree).library
    stopping = {"placeholder", "kept-from-nobody", "missing-alt-text"}
    assert stopping & {finding.name for finding in check(library)}
    assert not stopping & {finding.name for finding in check(library, final=True)}


def test_a_line_before_two_lists_becomes_no_heading() -> None:
    two = "Recommendations:\n\n- Ring each family.\n\nWhat needs to improve:\n\n- Letters.\n"
    assert "looks-like-heading" in names(two)
    assert mended(two) == two
    assert mended(two.replace("\n- Letters.\n", "letters.\n")).startswith("## Recommendations\n")


@pytest.mark.parametrize("body", ["The bruise was 5*3*2 cm.\n", "The child*s school*.\n", "2**3**4\n"])
def test_stars_that_would_vanish_from_a_word_are_told(body: str) -> None:
    assert "star-in-word" in names(body)


@pytest.mark.parametrize("body", ["A *calm* child.\n", "**Bold**ly.\n", "(*quite*)\n", "5\\*3\\*2\n", "`5*3*2`\n", "5 * 3 * 2\n"])
def test_other_stars_are_let_be(body: str) -> None:
    assert "star-in-word" not in names(body)


@pytest.mark.parametrize(("line", "right"), [("Lead council", "Lead: council"), ("Due 31 March 2013", "Due: …"), ("Priority high", "Priority: high"), ("status on track", "Status: on track")])
def test_a_line_without_its_colon_is_told(line: str, right: str) -> None:
    told = [finding for finding in findings({NOTE: f"{FRONT}## Recommendations\n\n- Ring each family. {{#r}}\n  - {line}\n"}) if finding.name == "missing-colon"]
    assert [finding.hint for finding in told] == [f"write {right}"]


@pytest.mark.parametrize("line", ["Lead professionals meet.", "Support the council", "Impact on children was small.", "Due process was kept.", "Priority families first"])
def test_a_sentence_that_begins_like_a_field_is_let_be(line: str) -> None:
    assert "missing-colon" not in names(f"## Recommendations\n\n- Ring each family. {{#r}}\n  - {line}\n")


def test_a_web_address_without_its_beginning_is_told_so() -> None:
    told = findings({NOTE: f"{FRONT}See [the leaflet](www.example.org/leaflet).\n"})
    assert [finding.hint for finding in told if finding.name == "unsafe-link"] == ["write https:// in front of www.example.org"]


@pytest.mark.parametrize("status", [status for status in STATUSES if status != "superseded by"])
def test_every_status_is_known_without_its_colon(status: str) -> None:
    assert "missing-colon" in names(f"## Recommendations\n\n- Ring each family. {{#r}}\n  - Status {status}\n")


def test_the_fields_that_are_looked_for_are_those_that_are_read() -> None:
    assert set(typed.FIELDS) == {*FINDING, *RECOMMENDATION}


TITLES = (
    ("Strengths\n\n- Good.\n\nAreas for development:\n\n- Bad.\n", True),
    ("Strengths\n\n- Good.\n\nAreas for development:\n\n- Bad.\n\nActions\n\n- Agree a standard.\n", False),
    ("Strengths\n\n- Good.\n\n**2.3 Recommendations**\n\n- Agree a standard.\n", False),
    ("## 2.1 Strengths\n\n- Good.\n\nAreas for development\n\n- Bad.\n", False),
)


@pytest.mark.parametrize(("body", "is_mended"), TITLES)
def test_all_titles_of_a_note_are_made_headings_or_none(body: str, is_mended: bool) -> None:
    assert ("## Areas for development" in mended(body) or "## Strengths" in mended(body)) == is_mended
    assert "looks-like-heading" in names(body)


@pytest.mark.parametrize(("title", "right"), [("What is working well?", "Strengths"), ("What are we worried about?", "Areas for development"), ("What’s working well", "Strengths")])
def test_headings_that_say_the_same_in_other_words_are_told(title: str, right: str) -> None:
    told = [finding for finding in findings({NOTE: f"{FRONT}## {title}\n\n- Good.\n"}) if finding.name == "looks-like-heading"]
    assert [finding.hint for finding in told] == [f'if it should, write "{right}" and nothing else']
    assert "looks-like-heading" not in names(f"## {title}\n\nMuch is.\n")


@pytest.mark.parametrize(
    "words",
    [
        "Please do not share this: the case is open.",
        "Please don't circulate further.",
        "Not to go in the final report: the case is open.",
        "Delete this bit before it goes to the board: the case is open.",
        "Between ourselves, the rota is thin.",
        "*Please note that these notes are draft and NOT for sharing outside of the group*",
    ],
)
def test_more_words_that_keep_a_passage_from_nobody(words: str) -> None:
    assert "kept-from-nobody" in names(f"{words}\n")


@pytest.mark.parametrize("words", ["The board did not share this view.", "Delete the old forms before they confuse staff.", "Ties between ourselves and schools are good.", "Please note that the hall is new."])
def test_words_that_only_resemble_them(words: str) -> None:
    assert "kept-from-nobody" not in names(f"{words}\n")


def told_of(body: str, name: str) -> list[str]:
    return [finding.message for finding in findings({NOTE: FRONT + body}) if finding.name == name]


@pytest.mark.parametrize("line", ["- Lead: council", "- **Owner:** head of service", "- Due: 31 March 2027", "- Owner – head of service"])
def test_a_line_about_a_recommendation_is_no_finding(line: str) -> None:
    body = f"## Strengths\n\n- Good.\n{line}\n"
    assert "misplaced-field" in names(body)
    assert line in mended(body)
    assert f"{line} {{#" not in mended(body)


def test_lines_of_a_recommendation_below_a_finding_are_told() -> None:
    assert told_of("## Strengths\n\n- Good. {#good}\n  - Lead: council\n  - Owner: chair\n", "field-without-part") == ['"Lead:" below this finding is printed as plain text, and describes no recommendation']
    assert told_of("## Strengths\n\n- Good. {#good}\n  - Support: from all\n", "field-without-part") == []


@pytest.mark.parametrize("body", ["- Agree it. {#a}\n  - Lead: council\n  Owner – chair\n", "- Agree it. {#a}\n  Lead – council\n", "- Agree it. {#a}\n- Due - 31 March 2027\n"])
def test_a_line_with_a_dash_for_its_colon_is_told_where_it_is_not_below_its_item(body: str) -> None:
    body = f"## Recommendations\n\n{body}"
    assert "misplaced-field" in names(body)
    assert mended(body) == body


@pytest.mark.parametrize("body", ["- Agree it. {#a}\n  Lead officers meet.\n", "- Lead-in times are long. {#a}\n", "- Due process was kept. {#a}\n"])
def test_a_sentence_that_begins_with_such_a_name_is_let_be(body: str) -> None:
    assert "misplaced-field" not in names(f"## Recommendations\n\n{body}")


def test_actions_within_a_part_are_told() -> None:
    assert told_of("## Strengths\n\n- Good.\n\nActions\n\n- Agree a standard.\n", "action-without-part") == ['the list below "Actions" is read as strengths']
    assert len(told_of("## Recommendations\n\n- Agree it.\n\nNext steps:\n\n- Book a room.\n", "action-without-part")) == 1
    assert told_of("## Recommendations\n\n- Agree it.\n\n### Immediate actions\n\n- Book a room.\n", "action-without-part") == []
    assert told_of("## Strengths\n\n- Good.\n\n### Joint plans\n\n- Plans are good.\n", "action-without-part") == []


def test_sentences_to_replace_get_no_identity() -> None:
    body = "## Strengths\n\n- " + next(words for words in sorted(TO_REPLACE) if words[:1].isupper() and words.endswith(".")) + "\n"
    assert "missing-identity" not in names(body)


@pytest.mark.parametrize("text", ["See [the plan](https://example.org/the plan.pdf).", "See [the plan](https://example.org/a b c)"])
def test_a_blank_in_the_address_of_a_link_is_told_as_such(text: str) -> None:
    assert told_of(text, "link-text") == ["this address has a blank in it, so that the words in brackets before it are no link"]


def test_what_word_wrote_for_a_lost_reference_is_told() -> None:
    assert told_of("As Error! Reference source not found. shows.", "placeholder") == ["this is what Word wrote where it lost a reference"]
