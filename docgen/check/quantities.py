"""Words that stand for a number which nobody gives, and what counts as giving it.

Only what can be counted is asked for a number: people, cases, meetings, and how far something moved. Small numbers are left alone: "a few
children" may be the right thing to write where a figure would lead to one of them.
"""

from __future__ import annotations

from docgen.check.standing import TOKEN, words_of
from docgen.dates import MONTHS

MANY = frozenset({"many", "most", "numerous"})
# What is only supposed or expected, nobody can count yet.
SUPPOSED = frozenset("can could if may might should unless when whether will would".split())
COUNTED = frozenset(
    """absences agencies appointments areas assessments audits babies carers cases centres chairs children chronologies conferences contacts
    decisions doctors episodes families fathers files groups handovers homes hospitals households incidents infants inspections interviews
    invitations localities managers meetings men mothers notifications nurseries nurses officers organisations parents partners patients
    placements plans practitioners professionals providers pupils records re-referrals referrals reports requests residents respondents
    reviews schools services sessions settings staff students surgeries teams teenagers victims visits volunteers wards women workers
    youngsters""".split()
)
ENDS = frozenset(".;!?")
# What may stand between "most of" or "a number of" and what is counted.
OURS = frozenset("our the their these those".split())
STOPS = frozenset("and are effort for have in is money of on or some that things time to was were who with work".split())
LARGE = frozenset("considerable good great growing high higher huge increasing large larger overwhelming rising significant sizeable substantial vast".split())
SHARES = frozenset("lot lots dozens hundreds majority number numbers percentage proportion proportions volumes".split())
MUCH = frozenset("considerably dramatically hugely markedly sharply significantly steeply substantially".split())
MOVES = frozenset(
    """climb climbed climbing climbs declined declines declining decreased decreases decreasing dropped dropping drops fall fallen falling falls fell
    grew grow growing grown grows improved improves improving increased increases increasing reduced reduces reducing rise risen rises rising rose""".split()
)
SHARP = frozenset("dramatic marked sharp significant steep substantial".split())
CHANGES = frozenset("decline decrease drop fall growth increase increases reduction reductions rise rises".split())
# No text without one of these is vague; to look for them takes a fraction of the time.
KEYS = "considerabl dozens dramatic hugely hundreds lot majority many marked most number percentage proportion sharp significant steep substantial volumes".split()

NUMBERS = frozenset(
    """two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
    half halved third thirds double doubled doubling trebled tripled twice""".split()
)
MONTH_NAMES = frozenset(month.lower() for month in MONTHS)
# What a measure asks for that says neither how much nor of whom: "better attendance".
COMPARED = frozenset(
    """better decrease decreased decreasing enhance enhanced falling fewer greater higher improve improved improvement improvements improves improving
    increase increased increases increasing less lower more quicker reduce reduced reduces reducing reduction reductions rising shorter sooner stronger""".split()
)
WHOLE = frozenset("all any baseline both each every no nobody none target zero".split())


def may_be_vague(text: str) -> bool:
    """False where nothing in a text can be vague."""
    small = text.casefold()
    return any(key in small for key in KEYS)


def vague(text: str) -> str | None:
    """The words by which a text first speaks of a quantity without its number."""
    places = list(TOKEN.finditer(text))
    words = [place.group().casefold() for place in places]
    supposed = False
    for at, word in enumerate(words):
        supposed = word in SUPPOSED or (supposed and word not in ENDS)
        found = None if supposed else _quantity(words, at)
        if found and words[found[1] + 1 : found[1] + 2] != ["to"]:
            return text[places[found[0]].start() : places[found[1]].end()]
    return None


def counts(text: str) -> bool:
    """True where a text has a figure that is no date."""
    words = words_of(text)
    return any(word in NUMBERS or word == "%" or (word[0].isdigit() and not _is_date(words, at)) for at, word in enumerate(words))


def is_loose(measure: str) -> bool:
    """True where a measure asks for more or less of something, and does not say how much."""
    if "%" in measure:
        return False
    words = words_of(measure)
    asks = not COMPARED.isdisjoint(words) or vague(measure) is not None
    return asks and WHOLE.isdisjoint(words) and not counts(measure)


def _quantity(words: list[str], at: int) -> tuple[int, int] | None:
    """The first and the last word of a quantity without a number, of which one word is that at a place."""
    word, before = words[at], words[at - 1] if at else ""
    if word in MANY and before not in ("as", "at", "how", "in", "so", "the"):
        end = _counted(words, at + 1, near=word == "most")
        return (at, end) if end else None
    if word in SHARES and words[at + 1 : at + 2] == ["of"]:
        start, end = _share(words, at), _counted(words, at + 2)
        return (start, end) if start is not None and end else None
    if word in MUCH:
        return _moved(words, at)
    return (at, at + 1) if word in SHARP and not CHANGES.isdisjoint(words[at + 1 : at + 2]) else None


def _share(words: list[str], at: int) -> int | None:
    """Where "a large number of" begins; None for "the number of" and for small ones."""
    start = at - 1 if at and words[at - 1] in LARGE else at
    if start and words[start - 1] in (("a", "the") if words[at] == "majority" else ("a",)):
        return start - 1
    return start if words[at].endswith("s") and (start < at or words[at] in ("dozens", "hundreds", "lots")) else None


def _counted(words: list[str], at: int, near: bool = False) -> int | None:
    """Where the word stands that says what is counted; words such as "young" may stand before it, unless it is to be near."""
    for joint in ({"of"}, OURS):
        if words[at : at + 1] and words[at] in joint:
            at, near = at + 1, False
    for place in range(at, min(at + (1 if near else 3), len(words))):
        if words[place] in COUNTED or words[place - 1 : place + 1] == ["young", "people"]:
            return place
        if words[place] in STOPS or not words[place][0].isalpha():
            return None
    return None


def _moved(words: list[str], at: int) -> tuple[int, int] | None:
    """The words of "rising sharply" and "sharply rising"."""
    start = at - 2 if at > 1 and words[at - 1] == "very" else at - 1
    if start >= 0 and words[start] in MOVES:
        return start, at
    return None if MOVES.isdisjoint(words[at + 1 : at + 2]) else (at, at + 1)


def _is_date(words: list[str], at: int) -> bool:
    """True for a year, a day before or behind a month, and what follows a year and a stroke."""
    beside = {*words[max(0, at - 1) : at], *words[at + 1 : at + 2]}
    year = words[at - 2] if at > 1 and words[at - 1] in ("/", "–", "-") else words[at]
    return bool(beside & MONTH_NAMES) or (year[:2] in ("19", "20") and year[:4].isdigit() and len(year) >= 4 and not year[4:5].isdigit())
