"""What rules about words and signs say, and what to do: each message is true of what it stands at, and its advice can be followed."""

from __future__ import annotations

import pytest

from docgen.diagnostics import Diagnostic
from tests.support import FRONT, findings

QUIET = "rules: {unexplained-abbreviation: ignore}\n"


def told(body: str, name: str) -> list[Diagnostic]:
    return [finding for finding in findings(body, QUIET) if finding.name == name]


def at(body: str, name: str) -> list[str]:
    """What stands in the file where such findings stand."""
    return [finding.span.text for finding in told(body, name)]


def hints(body: str, name: str) -> list[str]:
    return [finding.hint or "" for finding in told(body, name)]


@pytest.mark.parametrize(
    ("html", "happens"),
    [
        ("A <b>bold</b> word.", "the words between them printed"),
        ("A <li>point</li>.", "the words between them printed"),
        ('See <embed src="a.pdf"> it.', "nothing of it is printed"),
        ('A <a name="here"></a> place.', "nothing of it is printed"),
        ("<style>\n.a {color: red}\n</style>", "nothing of it is printed"),
        ("<div>", "nothing of it is printed"),
        ("From <lead agency> to all.", "is printed as it stands"),
        ("<lead agency>\nthat leads", "is printed as it stands"),
        ("<div>Our values</div>", "the words between them printed"),
        ("<div>\nOur **values**\n</div>", "with all its signs, down to an empty line"),
        ("<br>\nOur _values_ count.", "with all its signs, down to an empty line"),
        ("<div>\nOur values:\n- care\n</div>", "with all its signs, down to an empty line"),
        ("<!-- ask --> **Our** values", "what stands behind a comment"),
    ],
)
def test_what_becomes_of_html_is_said(html: str, happens: str) -> None:
    (finding,) = told(html, "raw-html")
    assert happens in finding.message


@pytest.mark.parametrize(
    ("html", "hint"),
    [
        ('See <a href="https://example.org">the plan</a>.', "[words](address)"),
        ('<p>See <a href="https://example.org">the plan</a>.</p>', "[words](address)"),
        ('A <a name="here"></a> place.', "remove what stands between"),
        ("<ul>\n<li>one</li>\n</ul>", "a list"),
        ("<table>\n<tr><td><b>one</b></td></tr>\n</table>", "row of the table"),
        ('<img src="a.png">', "a picture"),
        ("<h3>Visits</h3>", "a heading"),
        ("<br>\nOur values.", "remove <br>"),
        ("A <u>word</u>.", "**bold**"),
        ("<script>x()</script>", "remove all of it"),
        ("From <lead agency>.", "words of your own"),
    ],
)
def test_what_to_write_instead_of_html(html: str, hint: str) -> None:
    assert hint in hints(html, "raw-html")[0]


def test_a_comment_that_is_never_closed_is_told_once() -> None:
    body = "Words.\n\n<!-- ask them"
    assert told(body, "raw-html") == []
    assert len(told(body, "unclosed-comment")) == 1


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("> Thanks to [name of worker] on [date].", []),
        ('A mother said: "[Name of worker] came on [date]."', []),
        ("Thanks to [name of worker].", ["[name of worker]"]),
        ("> [insert what the mother said]", ["[insert what the mother said]"]),
        ("It costs $XXX.00 and £XX.50.", []),
        ("It costs £XX,000 or £XXX.", ["XX", "XXX"]),
        ("Names such as CARE-XXX and XXX-12.", []),
        ("Visits rose to XXX.", ["XXX"]),
        ("See [Add your card]({% page %}).", []),
        ("See [add your card].", ["[add your card]"]),
        ("A high-level TODO\n\nText.", []),
        ("It stands in the TODO of the team.", []),
        ("Ask the team: TODO", ["TODO"]),
        ("Visits rose by TODO.", ["TODO"]),
        ("- Attendance TODO", ["TODO"]),
        ("The group TODO: ask them.", ["TODO"]),
    ],
)
def test_gaps_and_what_looks_like_them(text: str, gaps: list[str]) -> None:
    assert at(text, "placeholder") == gaps


@pytest.mark.parametrize(
    "line",
    ["ADD CHART HERE", "INSERT TABLE", "[chart here]", "(Photo of the garden here)", "Insert chart here", "Insert the attendance chart here.", "**PUT DATA HERE**", "> INSERT QUOTE HERE"],
)
def test_a_line_that_keeps_a_place_is_told(line: str) -> None:
    found = told(f"Words.\n\n{line}\n\nMore words.", "placeholder")
    assert [finding.message for finding in found] == ["this line keeps a place for something that is to come"]


@pytest.mark.parametrize(
    "line", ["PUT CHILDREN FIRST", "Put your hand here", "The chart is here.", "Add the data of each agency here, and no more than that of it.", "Insert chart", "See [the chart here](https://example.org)."]
)
def test_a_line_that_says_something_keeps_no_place(line: str) -> None:
    assert told(f"Words.\n\n{line}\n\nMore words.", "placeholder") == []


def test_what_to_do_depends_on_the_gap() -> None:
    assert hints("TODO: ask them. The date is TBC. It was XXX.", "placeholder") == [
        "do it, or remove what is said of it",
        "write what was agreed, or who will decide it and by when",
        "write what it stands for",
    ]


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("A book called TYPE & LAYOUT, and the SECURITIES & INVESTMENTS COMMISSION.", 0),
        ("The NHS & CAMHS came.", 1),
        ("The *Language & the Law Conference* was long.", 0),
        ("The Police & the Council came.", 1),
        ("*Visitor & guest access*", 1),
        ("## Work with Marks & Spencer\n\nThe staff of Marks & Spencer came.", 0),
        ("## Work with Marks & Spencer\n\nThe staff of the shop came.", 1),
        ("## HEALTH & SAFETY\n\nText.", 1),
    ],
)
def test_the_sign_for_and_is_told_outside_names(text: str, signs: int) -> None:
    assert len(told(text, "ampersand")) == signs


def test_the_sign_for_and_is_left_to_the_author_where_it_may_stand_in_a_name() -> None:
    (finding,) = told("The Police & the Council came.", "ampersand")
    assert (finding.fix, finding.hint) == (None, 'write "and", unless it stands in a name')


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Go to Tools > Open Training…", []),
        ("To keep it, choose **Save As…**", []),
        ("They met again at the Town Hall…", ["Hall…"]),
        ("A plan must cover:\n\nWays to leave the building safely\n\nWays for those who have work to do before they leave\n\nText.", []),
        ("Work at a site | All chapters that are not exempt and that will apply", []),
        ("**Ways to leave the building**\n\nThose who have work to do must leave last of all", ["all"]),
        ("They met once.\n\nThose who have work to do must leave last of all\n\nText.", ["all"]),
        ("They met once and were glad about the plan\n\nThose who have work to do must leave last of all\n\nText.", ["plan", "all"]),
    ],
)
def test_ends_of_paragraphs(text: str, ends: list[str]) -> None:
    assert at(text, "unfinished-sentence") == ends


def test_a_full_stop_is_asked_for_where_only_that_is_missing() -> None:
    found = told("Those who have work to do must leave last of all\n\n- a\n\nThey met in July again. They agreed on the whole plan\n\nThey spoke of the", "unfinished-sentence")
    assert [(finding.message, finding.hint) for finding in found] == [
        ("the last sentence has no full stop", "put a full stop, or finish the sentence"),
        ('this ends with "the"', "finish the sentence, or remove what is left of it"),
    ]
    (alone,) = told("Those who have work to do must leave last of all", "unfinished-sentence")
    assert alone.message == "this sentence has no full stop"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Services such as clubs, schools etc. help.", 'leave it out: "such as" says already that there is more'),
        ("Services help (e.g. clubs, schools, etc.).", 'leave it out: "e.g." says already that there is more'),
        ("Clubs, schools etc. help, such as this one.", 'write "and so on", or name the rest'),
        ("Some help (for example clubs). Schools etc. came.", 'write "and so on", or name the rest'),
    ],
)
def test_etc_behind_examples_is_to_be_left_out(text: str, hint: str) -> None:
    assert hints(text, "latin-abbreviation")[-1] == hint


@pytest.mark.parametrize("text", ["We use e.g. to mean for instance.", "Words such as i.e., e.g., and etc. are short.", "One of them, i.e., means “that is”.", "People mix up i.e. and e.g. often."])
def test_a_short_form_of_latin_that_is_spoken_of_is_let_be(text: str) -> None:
    assert at(text, "latin-abbreviation") == []


@pytest.mark.parametrize("text", ["Use e.g. a letter.", "Clubs, schools, etc., i.e. all of them.", "See e.g. means of transport.", "For clubs, cf. section 4."])
def test_a_short_form_of_latin_that_is_used_is_told(text: str) -> None:
    assert at(text, "latin-abbreviation") != []


@pytest.mark.parametrize(
    ("text", "name", "hint"),
    [
        ("They met on June 1st.", "date-style", "write it as in 31 March"),
        ("They met on June 1st, 2012.", "date-style", "write it as in 31 March 2013"),
        ("They MUST come.", "block-capitals", "write it in small letters, and in **bold** where it must stand out"),
        ("The SCHOOL GATE is a school gate.", "block-capitals", "write it in small letters, with capitals only in names, and in **bold** where it must stand out"),
        ("## SCHOOL GATE\n\nThe school gate.", "block-capitals", "write it in small letters, with capitals only where it begins and in names"),
        ("It took 30 man hours.", "dated-term", 'write "person hours"'),
        ("Going forward, all now meet.", "dated-term", 'leave it out, or say "from now on" where nothing else tells when'),
    ],
)
def test_advice_fits_what_it_is_given_for(text: str, name: str, hint: str) -> None:
    assert hints(text, name) == [hint]


@pytest.mark.parametrize(("sign", "what"), [("", "paragraph"), ("- ", "point"), ("12. [x] ", "point")])
def test_what_stands_twice_is_called_what_it_is(sign: str, what: str) -> None:
    said = f"{sign}Attendance at child protection conferences is uneven, and it drifts over time, above all in summer.\n"
    found = findings({"content/early-help/a.md": FRONT + said, "content/early-help/b.md": FRONT + said})
    assert [finding.message.split(" stands")[0] for finding in found if finding.name == "duplicate-paragraph"] == [f"this {what}"]


@pytest.mark.parametrize("address", ['{% page "/visits/" %}', "{{ site }}/a b.md"])
def test_an_address_that_another_program_was_to_fill_in_is_told_as_such(address: str) -> None:
    (finding,) = told(f"See [the page]({address}).", "broken-link")
    assert finding.message == "this link is printed as it stands, because its address is written for another program"
    assert (finding.hint or "").startswith("write the address itself")


@pytest.mark.parametrize(("header", "words"), [("Use instead", []), ("Better words", []), ("Meaning", ["man hours"]), ("We use these words instead of others", ["man hours"])])
def test_a_table_of_words_to_avoid_may_have_them(header: str, words: list[str]) -> None:
    assert at(f"They met.\n\n| Word | {header} |\n| --- | --- |\n| one | two |\n| man hours | hours of work |", "dated-term") == words


@pytest.mark.parametrize("name", ["Ask smith & sons.", "The Children & young people's Trust met.", "They ran *safe & well* visits.", "The A & e team came.", "A q & a came.", "They met Marks & spencer."])
def test_no_name_is_changed_for_its_ampersand(name: str) -> None:
    assert not any(finding.fix for finding in told(name, "ampersand"))


@pytest.mark.parametrize("text", ["[Figure 3] shows it.", "Press the [Enter] key.", "They came [to be fair] late.", "The [Date of birth] field is new."])
def test_brackets_that_are_no_gaps(text: str) -> None:
    assert at(text, "placeholder") == []


@pytest.mark.parametrize("heading", ["1.5 Million children", "2.5 Times more visits", "7.30 A late meeting", "I. Jones said"])
def test_a_number_that_may_belong_to_the_words_stays(heading: str) -> None:
    assert not any(finding.fix for finding in told(f"## {heading}\n\nText.", "typed-heading-number"))


def test_the_advice_for_an_abbreviation_in_html_keeps_what_it_says() -> None:
    assert [finding.hint for finding in told('The <abbr title="duty desk">DD</abbr> is open.', "raw-html")] == ["write out what it stands for, with the abbreviation in brackets behind"]
