"""What somebody is to do: whether a recommendation says it, and whether it says two things at once.

No grammar stands behind this, only lists of words (`verbs.py`) and the few marks by which a clause ends. Where they can't tell, the
text is let be: a finding that is wrong is soon switched off.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.standing import words_of
from docgen.check.verbs import ALSO_NOUNS, FOLLOW_UP, NO_VERB, VERBS
from docgen.pattern import lazy

ASIDE = lazy(r"\([^()]*\)|\"[^\"]*\"|“[^”]*”|(?<!\w)‘[^’]*’(?!\w)")
LONGEST = 2000  # letters
NOUNS = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ship", "ism", "ing")
# Words that may stand before the verb.
PASSED_OVER = frozenset("actively again all also always better clearly consistently do don't don’t either formally further fully jointly not now please then together".split())
# A clause that begins so says when, where or with whom, and ends at a comma.
OPENERS = frozenset("after alongside as at before by during following for from given if in on once over since through together under until via when where while with within".split())
SEPARATORS = frozenset(":)-–—")
ENDS = frozenset(".;!?")
STATES = frozenset("are can could has have is lack lacks may must needs remain remains should varies vary was were will".split())
SUBORDINATE = frozenset("as because before can could how if may might must once should so that until what when where whether which while who whom whose why will would".split())
# What follows these is a sentence of its own: "Ensure all staff know the standard and keep to it".
OPEN_A_CLAUSE = frozenset("assure check confirm encourage ensure expect guarantee help let require see sure verify".split())
DETERMINERS = frozenset("a all an any both each every her his how its joint more new one our the their these this those three two what whether who".split())
PREPOSITIONS = frozenset("about at by for from in into of on through to with".split())
REFER_BACK = frozenset("accordingly compliance findings impact it its itself outcome outcomes progress results their them themselves these those they this".split())
TELL = frozenset("must shall should will".split())
NO_DEED = frozenset("be become continue have remain".split())
RELATIVE = (["that"], ["which"], ["who"])
# No actor: "This should help"; and what "to" belongs to by itself: "Commitment to attend".
NO_ACTORS = frozenset("how it it's it’s that there these this those which".split())
BEFORE_TO = frozenset("able ability access aim aims approach commitment designed due duty failure how intended need needs opportunities opportunity relation time unable used want wants way ways wish wishes".split())
# Nouns that a preposition tells: "Support for families", "Access to help".
BEFORE_NOUN = {"for": frozenset({"demand", "respect", "support"}), "in": frozenset({"change", "delay", "increase"}), "to": frozenset({"access"}), "of": ALSO_NOUNS}


def said(text: str) -> list[str]:
    """The words and signs of a text, without what stands in brackets or is quoted; of a very long one, those that it begins with."""
    text = text[:LONGEST]
    return words_of(ASIDE.sub(" ", text) if any(sign in text for sign in "(\"“‘") else text)


def is_finding(words: list[str]) -> bool:
    """True for what says how things are, and not what is to be done."""
    at = _first(words)
    if at == len(words) or leading_verb(words) is not None:
        return False
    counted = any(word[0].isdigit() for word in words[:at]) and not SEPARATORS & set(words[:at]) and "." not in words[:at]
    return counted or words[at] in NO_VERB or _ends_like_noun(words[at]) or _is_noun(words, at) or _states(words, at)


def _ends_like_noun(word: str) -> bool:
    return (len(word) > 5 and word.removesuffix("s").endswith(NOUNS)) or (word.endswith("s") and word[-2:-1] not in ("s", "u"))


def leading_verb(words: list[str]) -> int | None:
    """Where the verb stands that says what to do, or None."""
    for start in _starts(words):
        at = _past(words, start)
        if at < len(words) and _is_known(words[at]) and not _is_noun(words, at):
            return at
    return _of_an_actor(words)


def second_action(words: list[str]) -> str | None:
    """The verb of a second action, or None; what only looks after the first is none, and what answers a question is the first."""
    first = None if "?" in words else leading_verb(words)
    for start in _joints(words, first) if first is not None else ():
        at = _past(words, start)
        if _is_verb(words, at) and words[at] not in FOLLOW_UP and not _refers_back(words, at):
            return words[at]
    return None


def _first(words: list[str]) -> int:
    """Where the first word stands; boxes to tick, bullets and numbers come before it."""
    return next((at for at, word in enumerate(words) if word[0].isalpha()), len(words))


def _starts(words: list[str]) -> Iterator[int]:
    """Where a recommendation may begin: at its first word, behind the name of its subject, behind a clause."""
    at = _first(words)
    yield at + (words[at : at + 1] == ["to"])
    yield from (place + 1 for place, word in enumerate(words[:7]) if word in SEPARATORS)
    while at < len(words) and (words[at] in OPENERS or words[at].endswith("ing")) and "," in words[at:]:
        at = words.index(",", at) + 1
        yield at


def _past(words: list[str], at: int) -> int:
    """The next place that no adverb takes."""
    while at < len(words) and (words[at] in PASSED_OVER or (words[at].endswith("ly") and not _is_known(words[at]) and words[at] not in NO_VERB)):
        at += 1
    return at


def _of_an_actor(words: list[str]) -> int | None:
    """The verb of "The council should agree …" or "Police to review …"."""
    if not words or words[0] in NO_ACTORS:
        return None
    for at, word in enumerate(words[:14]):
        verb = _past(words, at + 1)
        if verb + 1 < len(words) and _is_known(words[verb]) and words[verb] not in NO_DEED and ((word in TELL and words[at - 1 : at] not in RELATIVE) or (word == "to" and _is_told(words, at))):
            return verb
        if word in ENDS:
            return None
    return None


def _is_told(words: list[str], at: int) -> bool:
    """True where the words before "to" name somebody, and say nothing of them."""
    return 0 < at < 8 and words[at - 1] not in BEFORE_TO and STATES.isdisjoint(words[:at])


def _is_known(word: str) -> bool:
    return word in VERBS or word in ALSO_NOUNS


def _is_noun(words: list[str], at: int) -> bool:
    """True for a first word that is the subject of its sentence: "Support for families is uneven"."""
    if words[at] not in ALSO_NOUNS:
        return False
    following = words[at + 1] if at + 1 < len(words) else ""
    return words[at] in BEFORE_NOUN.get(following, ()) or (words[at] not in OPEN_A_CLAUSE and _states(words, at))


def _states(words: list[str], at: int) -> bool:
    """True where the main clause says how something is or should be."""
    for word in words[at + 1 :]:
        if word in STATES:
            return True
        if word in SUBORDINATE or not word[0].isalnum():
            return False
    return False


def _joints(words: list[str], first: int) -> Iterator[int]:
    """Where a second action may begin: behind "and", a comma or the end of a sentence, unless what stands there belongs to a clause."""
    # "To keep families together, offer help early" begins with its purpose.
    belongs = words[first] in OPEN_A_CLAUSE or words[_first(words) : first] == ["to"]
    start = first
    for at in range(first + 1, len(words)):
        if words[at] in ENDS:
            start = at + 1
            belongs = not _is_verb(words, _past(words, start))
            yield start
        elif words[at] in SUBORDINATE or (words[at] == "to" and _is_known([*words, ""][_past(words, at + 1)])):
            belongs = True
        elif words[at] in ("and", ",") and not belongs and not _is_shared(words, start, at):
            yield at + 1


def _is_shared(words: list[str], start: int, at: int) -> bool:
    """True for "review, update and publish the standard": several verbs with one object."""
    return words[at - 1] in VERBS or words[at - 1] in PREPOSITIONS or all(_is_known(word) or word in (",", "and") or word.endswith("ly") for word in words[start:at])


def _is_verb(words: list[str], at: int) -> bool:
    """True for a verb in the middle of a sentence, where a word that is a noun too needs another to tell."""
    if at >= len(words):
        return False
    following = words[at + 1] if at + 1 < len(words) else ""
    return (words[at] in VERBS and following not in STATES) or (words[at] in ALSO_NOUNS and following in DETERMINERS)


def _refers_back(words: list[str], at: int) -> bool:
    """True where the rest of the sentence speaks of what comes before it."""
    for word in words[at + 1 :]:
        if word in ENDS:
            return False
        if word in REFER_BACK:
            return True
    return False
