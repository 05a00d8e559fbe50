"""The words, the patterns of sentences and the settings that benchmark notes are made of."""

ASSESSMENT = """\
title: Child protection and safeguarding
subtitle: Multi-agency self-assessment
partnership: Riverside Safeguarding Children Partnership
edition: benchmark
date: 2012-09-14
version: 0.3
language: en-GB
owner: business manager
next_review: 2013-03-31
versions:
  - {version: 0.1, date: 2012-07-20, change: First draft after the workshops}
contact: Ask the business manager for another format.
marking: {level: OFFICIAL, handling: Share only with named partners}
framework: ofsted-cp-2012
agencies:
  council: {name: Riverside Council, short: RC, type: local-authority, expected: true}
  police: Riverside Police
  health: Health community
  probation: Probation service
  voluntary: Voluntary and community sector
glossary:
  CAF: Common Assessment Framework
  MASH: Multi-Agency Safeguarding Hub
"""
SECTION_LINES = (
    ("introduction", "  - {id: introduction, title: Introduction}\n"),
    ("overview", "  - id: overview\n    title: Overview of findings\n    sections:\n"),
    ("early-help", "      - {id: early-help, title: Early help for families, area: help-and-protection, grade: {self: good}}\n"),
    ("quality", "      - {id: quality, title: Quality help for families, grade: {self: good, previous: adequate}}\n"),
    ("leadership", "  - id: leadership\n    title: Leadership and governance\n    sections:\n"),
    ("workforce", "      - {id: workforce, title: Workforce and training}\n"),
)
PARENTS = {"early-help": "overview", "quality": "overview", "workforce": "leadership"}


def assessment(used: set[str]) -> str:
    """The settings of a workspace, with the sections that its notes use and those above them."""
    wanted = used | {PARENTS[name] for name in used if name in PARENTS}
    bare = {"overview", "leadership"} - {PARENTS[name] for name in used if name in PARENTS}
    lines = [line.removesuffix("    sections:\n") if name in bare else line for name, line in SECTION_LINES if name in wanted]
    return ASSESSMENT + "sections:\n" + "".join(lines)


SECTIONS = (
    "early-help",
    "quality",
    "leadership",
    "workforce",
    "introduction",
    "overview",
)
AGENCIES = ("council", "police", "health", "probation", "voluntary")


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(" ".join(phrase.split()) for phrase in text.split(","))


WORDS = {
    "actors": _phrases("""social workers, health visitors, school nurses, police officers,
        probation officers, youth workers, family support workers, head teachers, midwives,
        paediatricians, housing officers, team managers, independent reviewing officers,
        early years practitioners, conference chairs, duty teams, partner agencies,
        voluntary groups, foster carers, commissioners, analysts, trainers, interpreters"""),
    "did": _phrases("""shared, reviewed, improved, recorded, discussed, agreed, tested, checked,
        strengthened, described, questioned, followed, valued, planned, monitored, used, changed,
        explained, compared, welcomed, challenged, audited, simplified, completed, finished"""),
    "do": _phrases("""agree, share, review, improve, record, publish, simplify, test, monitor,
        extend, explain, compare, audit, strengthen, complete, align, follow up"""),
    "things": _phrases("""early help plans, chronologies, referral thresholds, risk assessments,
        case files, conference minutes, audit findings, strategy discussions, supervision notes,
        training records, family meetings, information-sharing agreements, transition plans,
        contact records, escalation routes, care pathways, performance reports, feedback forms,
        step-down decisions, attendance figures, CAF reviews, MASH enquiries, home visits,
        parenting programmes, safety plans, core groups, induction packs, young carers’ views"""),
    "kind": _phrases("""clear, timely, regular, joint, local, consistent, honest, careful,
        practical, open, detailed, useful, simple, reliable, well-led, realistic, up-to-date"""),
    "weak": _phrases("""uneven, late, thin, hard to find, out of date, incomplete, too long,
        fragile, slow to change, poorly understood, dependent on good will, rarely tested"""),
    "ways": _phrases("""well, often, openly, quickly, carefully, together, early, promptly,
        thoroughly, with confidence, without delay, in plain words, side by side, by default"""),
    "places": _phrases("""in every locality, across the city, in both hospitals, at the front door,
        in primary schools, in the emergency department, at the family café, in nurseries,
        in children’s centres, on the wards, in the north–south corridor, within adult services,
        in rural parishes, between boroughs, out of hours, in commissioned services"""),
    "times": _phrases("""last year, since the spring, after the last inspection, every quarter,
        within ten working days, before each conference, from April to June, at short notice,
        over the winter, during the restructure, at first contact, in the weeks that followed"""),
    "results": _phrases("""families told their story once, risk fell sooner, drift was noticed,
        decisions were easier to trace, plans moved forward, fewer cases came back, trust grew,
        children’s wishes shaped the plan, the right help arrived earlier, nobody was left waiting,
        parents understood what had to change, gaps were closed before anyone was harmed,
        thresholds were applied alike, staff felt safe to challenge"""),
    "proof": _phrases("""audit of case files, practitioner survey, workshop notes, dip sample,
        peer review, feedback from parents, dashboard for the quarter, complaints analysis"""),
    "month": _phrases("May 2012, June 2012, July 2012, August 2012"),
    "code": _phrases("step-down, no-further-action, open-to-review, allocated, on-hold"),
    "role": _phrases("""head of safeguarding, named nurse, service manager, detective inspector,
        designated doctor, head of quality assurance, training lead, chief officer, data lead"""),
    "due": _phrases("31 March 2013, 2013-06-30, within 3 months, within 6 months, immediate"),
    "level": _phrases("high, medium, low"),
    "state": _phrases("proposed, accepted"),
}  # fmt: skip
PLAIN = (
    "{actors} {did} {things} {ways}.",
    "{results}.",
    "{times}, {things} were {weak}.",
    "{actors} {did} {kind} {things} {places}, and {results}.",
    "{things} were {kind} and {kind} {places}, but {weak} {times}.",
    "where {actors} {did} {things} {ways}, {results}.",
    "{actors} said that {things} were {weak} {times}; {actors} had seen the same {places}.",
    "the group asked whether “{kind}” {things} were enough – and {actors} thought not.",
    "because {actors} and {actors} {did} {things} {times}, {results} and {results}.",
    "it took longer {places}, where {things} had been {weak} and {actors} were new in post.",
    "nobody doubted that {things} matter.",
)
MARKED = (
    "{actors} {did} *{kind}* {things} {times}.",
    "**{things}** were {weak} {places}, and {actors} {did} them {ways}.",
    "the status `{code}` was used for {things} that {actors} had {did} {times}.",
    "[the guidance on {things}](https://www.example.org/guidance/{code}) is {kind}.",
    "{actors} *often* {did} **{kind} {things}** {places}, so {results}.",
)
REFERRING = (
    "this agrees with [@{item}].",
    "{actors} {did} {things} {ways}, as [@{item}] and [@{item}] show.",
    "the [note on {things}]({note}) says more of what {actors} {did} {places}.",
    "[{kind} {things}](#{item}) were named {places} too.",
    "what [@{anchor}] shows is how {weak} {things} were {times}.",
)
STRENGTHS = (
    "{actors} and {actors} {did} {kind} {things} {places}, and {results}.",
    "{things} are {kind} and {kind} {places}, so that {results}.",
    "{actors} *now* {do} {things} {ways}, {times} above all.",
)
AREAS = (
    "{things} remain {weak} {places}, above all {times}.",
    "{actors} do not yet {do} {things} {ways}, and {things} are {weak} as a result.",
)
RECOMMENDATIONS = (
    "{do} {kind} {things} {places} and report on them every quarter.",
    "{do} {things} with {actors} {ways}, so that {things} are no longer {weak}.",
)
TOPICS = (
    "## {things} {places}",
    "## what {actors} {did}",
    "## {kind} {things}",
    "## how {things} work now",
)
ASIDES = (
    "### what changed {times}",
    "### {things}: a closer look",
    "### the view of {actors}",
)
LINES = (
    "{kind} {things} {places}",
    "{things} that {actors} {did} {ways}",
    "{actors} {did} *{things}* {times}",
    "more **{kind}** {things}, fewer {things}",
)
QUOTES = (
    "> “We knew whom to ring, and {results}.” – one of the {actors}",
    "> “{things} were {weak} {times}. Then {actors} {did} them {ways}, and {results}.”",
)
FOOTNOTES = (
    "{proof}, {month}; {things} were {did} by {actors}.",
    "see [the guidance](https://www.example.org/guidance/{code}) on *{things}*.",
)
# A plus sign is one step further in.
BULLETED = (("-", "-", "-"), ("-", "+-", "-", "+-"))
ORDERED = (("1.", "2.", "3."), ("1.", "+-", "+-", "2."))
