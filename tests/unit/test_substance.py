"""The rules about what a self-assessment says: whose words they find, and which notes and statuses count."""

from __future__ import annotations

import random

import pytest

from docgen.check import check
from docgen.check.actions import is_finding, said, second_action
from docgen.check.quantities import counts, is_loose, vague
from docgen.check.rules import similar_recommendations
from docgen.check.verbs import ALSO_NOUNS, FOLLOW_UP, NO_VERB, VERBS
from docgen.diagnostics import Severity
from docgen.note import Note, Recommendation
from tests.support import FRONT, NOTE, example, loaded

ACTIONS = """\
Agree an attendance standard for child protection conferences and report on it quarterly.
Make children's transitions between services smoother through one shared standard for handovers.
The LSCB should ensure that all partner agencies have a policy on bruising in non-mobile babies.
Children's social care to review the threshold document with partners by June.
Police to attend every initial child protection conference.
All agencies must share chronologies within ten working days of a strategy discussion.
By 31 March 2027, publish a single multi-agency threshold document.
With health partners, agree how bruising in babies who are not yet mobile is referred.
Before each conference, share the report with parents.
Using the results of the audit, redesign the child in need plan.
Urgently recruit to the vacant posts in the assessment team.
Do not close a case before the lead professional has spoken to the child.
Signpost families to early help before a referral is refused.
Report missing children data to the partnership monthly.
Support schools to complete early help assessments.
Work with housing providers so that no family with a child on a plan becomes homeless without a meeting.
Plan every transition to adult services from the age of 16.
Check conference minutes are sent within 10 working days.
Recommendation 3: Develop a multi-agency chronology template.
Information sharing: agree a protocol for sharing domestic abuse notifications with schools.
To develop a shared vulnerability tool.
Where a child is missed from an appointment, follow the Was Not Brought policy.
Safeguarding leads in schools should receive the outcome of each referral in writing.
☐ Finalise the dataset.
1. Undertake a multi-agency audit of strategy discussions.
Quality-assure every child protection plan within a month of the conference.
Zhuzh the referral form."""
FINDINGS = """\
Continued improvement in the timeliness of assessments.
Attendance at conferences is uneven across agencies.
Support for families in crisis is patchy.
There is a need for better information sharing.
Communication between midwives and social workers needs to improve.
Improved attendance at core groups.
Improving the quality of chronologies.
Training for GPs.
It is important that children are heard.
Work has begun on a neglect strategy.
Review of the threshold document.
Increase in re-referrals.
Staff should be more curious.
Regular multi-agency audits.
Access to interpreters is limited.
Early help assessments: quality varies.
Delays in allocating cases.
90% of conferences are held on time, and this must be sustained.
Practitioners would benefit from training."""
DOUBLE = """\
Develop a neglect strategy and recruit two specialist workers.
Agree an attendance standard and train all conference chairs.
Agree a protocol for bruising. Appoint a named GP.
Establish a shared dataset, and commission an audit of neglect cases.
The council should publish the threshold document and train the staff of all agencies.
Review the escalation policy; create a forum for disputes.
Police to attend every conference and provide a written report.
Reduce the number of re-referrals and increase the number of early help assessments."""
SINGLE = """\
Check the voice of the child. Document that shows how children are heard.
Have you planned for absence? Ensure a deputy is named.
If families want to wait and get help later, offer a date.
Agree an attendance standard and report on it.
Review, update and relaunch the escalation policy.
Ensure all staff know the policy and use it.
Help families understand and use the plan.
Agree how agencies share and store chronologies.
Publish the strategy and review it each year.
Provide a place where families can meet workers and plan help.
Set up a group to design and run joint audits.
Strengthen planning and support for care leavers.
Use supervision to test and challenge decisions.
Identify a head and lead officer in each agency.
Name a lead who will chair meetings and circulate notes.
Extend the hours of the duty line. Report on use after six months.
Engage with and learn from parents.
To keep families together, offer help early.
Add a section called “Listen and act” to the form.
Build on what works (and drop what does not).
Cut delay in the courts, and monitor progress each quarter."""


@pytest.mark.parametrize("text", ACTIONS.splitlines() + SINGLE.splitlines())
def test_an_action_is_no_finding(text: str) -> None:
    assert not is_finding(said(text))


@pytest.mark.parametrize("text", FINDINGS.splitlines())
def test_a_finding_is_no_action(text: str) -> None:
    assert is_finding(said(text))
    assert second_action(said(text)) is None


@pytest.mark.parametrize("text", DOUBLE.splitlines())
def test_two_actions_are_two(text: str) -> None:
    assert second_action(said(text))


@pytest.mark.parametrize("text", ACTIONS.splitlines() + SINGLE.splitlines())
def test_one_action_is_one(text: str) -> None:
    assert second_action(said(text)) is None


@pytest.mark.parametrize("text", ["", "…", "agree", "to", "and", "Agree and", "Ensure, ", "1", "☐ ", "to to to", "Plan", "[]()", "مرحبا بكم", "."])
def test_odd_texts_do_no_harm(text: str) -> None:
    assert is_finding(said(text)) is (text in ("to", "and", "to to to"))
    assert second_action(said(text)) is None


def test_no_word_is_in_two_lists() -> None:
    assert not VERBS & ALSO_NOUNS
    assert not (VERBS | ALSO_NOUNS) & NO_VERB
    assert FOLLOW_UP <= VERBS | ALSO_NOUNS


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Many young carers are not known.", "Many young carers"),
        ("The vast majority of visits are on time.", "The vast majority of visits"),
        ("Uptake is rising sharply.", "rising sharply"),
        ("There was a significant increase in referrals.", "significant increase"),
        ("Most of the child protection plans are clear.", "Most of the child protection plans"),
        ("Staff know how many children are on a plan.", None),
        ("In most cases help came late.", None),
        ("The most vulnerable families are seen weekly.", None),
        ("Children at risk of significant harm are seen.", None),
        ("A small number of children go missing.", None),
        ("Ask whether many families wait.", None),
        ("The new offer will reach many families.", None),
        ("This should help most schools.", None),
        ("Look first when you have lots of referrals.", None),
        ("A team with a lot of decisions to make meets weekly.", None),
        ("We spent a lot of time training staff.", None),
        ("A lot of time went into visits, and many families will wait.", "many families"),
        ("Families can call at any time. Many families wait.", "Many families"),
    ],
)
def test_words_for_many(text: str, said: str | None) -> None:
    assert vague(text) == said


def test_days_are_no_figures() -> None:
    assert not counts("workshop, 12 July 2012, and the years 2011-12 and 2012/13")
    assert counts("12 of 40 files, July 2012")
    assert counts("two thirds of parents")


@pytest.mark.parametrize(
    ("measure", "loose"),
    [
        ("better attendance", True),
        ("fewer re-referrals by 31 March 2027", True),
        ("fewer re-referrals, from a baseline agreed by June", False),
        ("attendance rises to 90%", False),
        ("no family waits more than ten days", False),
        ("every plan records what changed", False),
    ],
)
def test_loose_measures(measure: str, loose: bool) -> None:
    assert is_loose(measure) is loose


def test_looking_up_rare_words_finds_what_comparing_all_finds() -> None:
    chance = random.Random(1)
    vocabulary = [f"w{number}" for number in range(40)]
    note = loaded("Text.\n").library.notes[0]
    said: list[tuple[Note, Recommendation, frozenset[str]]] = []
    for _ in range(150):
        known = chance.choice(said)[2] if said and chance.random() < 0.5 else frozenset(chance.sample(vocabulary, 8))
        said.append((note, object(), known | set(chance.sample(vocabulary, chance.randrange(3)))))  # type: ignore[arg-type]
    found = {id(later[1]): earlier[2] for earlier, later in similar_recommendations._pairs(said)}
    all_pairs = ((at, next((one[2] for one in said[:at] if similar_recommendations._is_like(one[2], entry[2])), None)) for at, entry in enumerate(said))
    assert found == {id(said[at][1]): one for at, one in all_pairs if one is not None}
    assert 20 < len(found) < 150


WEAK = "## Recommendations\n\n- More needs to be done. {#more}\n"
ABOUT_ITEMS = {"incomplete-recommendation", "unfounded-recommendation", "vague-recommendation"}


def told(notes: dict[str, str] | str, changes: str = "", final: bool = False) -> dict[str, Severity]:
    return {finding.name: finding.severity for finding in check(loaded(notes, changes).library, final)}


def test_only_what_a_final_document_must_have_is_an_error_in_it() -> None:
    draft, final = told(WEAK), told(WEAK, final=True)
    assert draft.keys() >= ABOUT_ITEMS
    assert set(draft.values()) == {Severity.WARNING}
    assert {name for name, severity in final.items() if severity is Severity.ERROR} == {"incomplete-recommendation", "empty-section"}


def test_a_withdrawn_note_counts_for_nothing_and_a_draft_not_in_a_final_document() -> None:
    withdrawn, draft = FRONT.replace("agreed", "withdrawn"), FRONT.replace("agreed", "draft")
    assert not ABOUT_ITEMS & told({NOTE: withdrawn + WEAK}).keys()
    assert told({NOTE: draft + WEAK}).keys() >= ABOUT_ITEMS
    assert not ABOUT_ITEMS & told({NOTE: draft + WEAK}, final=True).keys()


def test_a_draft_answers_a_finding_in_a_draft_only() -> None:
    area = "## Areas for development\n\n- Agencies stay away. {#stay-away}\n"
    answer = "## Recommendations\n\n- Agree a standard. {#standard}\n  - Because: [@Stay-Away]\n"
    notes = {NOTE: FRONT + area, "content/early-help/two.md": FRONT.replace("agreed", "draft") + answer}
    assert "unanswered-finding" not in told(notes)
    assert "unanswered-finding" in told(notes, final=True)


def test_what_was_superseded_in_a_circle_comes_to_an_end() -> None:
    body = """## Areas for development

- Agencies stay away. {#stay-away}

## Recommendations

- Agree a standard. {#one}
  - Because: [@stay-away]
  - Status: superseded by [@two]
- Agree another standard. {#two}
  - Status: superseded by [@one]
"""
    assert "unanswered-finding" not in told(body)
    assert "unanswered-finding" in told(body.replace("superseded by [@one]", "not accepted"))


@pytest.mark.parametrize("text", ["in, " * 5_000, "if many families " * 2_000, "(" * 5_000, "agree and " * 5_000])
def test_a_text_without_end_takes_no_time(text: str) -> None:
    assert is_finding(said(text)) in (True, False)
    assert second_action(said(text)) is None
    assert vague(text) is None


def test_a_long_row_of_successors_takes_no_time() -> None:
    rows = (f"- Do {number}. {{#n{number}}}\n  - Because: [@a]\n  - Status: superseded by [@n{number + 1}]\n" for number in range(100))
    body = "## Areas for development\n\n- Away. {#a}\n\n## Recommendations\n\n" + "".join(rows) + "- Do it. {#n100}\n"
    assert "unanswered-finding" not in told(body)
    assert "unanswered-finding" in told(f"{body}  - Status: not accepted\n")


def test_a_section_of_drafts_is_empty_in_a_final_document() -> None:
    sections = "sections: [{id: early-help, title: Early help}]\n"
    notes = {NOTE: FRONT.replace("agreed", "draft") + "Text.\n"}
    assert told(notes, sections) == {}
    assert told(notes, sections, final=True) == {"draft-note": Severity.WARNING, "empty-section": Severity.ERROR}


def test_rules_about_words_know_english_only() -> None:
    assert "vague-recommendation" in told(WEAK, "language: en-IE\n")
    assert "vague-recommendation" not in told(WEAK, "language: cy-GB\n")


def test_an_owner_of_two_agencies_is_two_persons() -> None:
    def actions(leads: str) -> str:
        lines = (f"- Agree standard {number}. {{#s{number}}}\n  - Lead: {lead}\n  - Owner: The head of service.\n" for number, lead in enumerate(leads.split()))
        return "## Recommendations\n\n" + "".join(lines)

    assert "one-owner" in told(actions("council council council police"))
    assert "one-owner" not in told(actions("council council police police"))
    assert "one-owner" not in told(actions("council council council"))


def test_the_example_has_no_finding_in_a_final_build_either() -> None:
    assert check(example().library, final=True) == []
