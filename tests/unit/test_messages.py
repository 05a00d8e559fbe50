"""Every message is in the table that people read (the last case of tests/cases/messages.md), says what to do, and says it in plain words."""

from __future__ import annotations

import re

from docgen.audit.names import NAMES as WORD_NAMES
from docgen.check.names import NAMES
from docgen.check.silence import TOLD_LATER
from tests.message_table import ERRORS, Row, Scope, all_calls, name_of, rows

# What a practitioner would have to look up, or what only tells that something went wrong.
JARGON = re.compile(
    r"\b(tokens?|nodes?|schemas?|pars(?:e|ed|er|es|ing)|regex\w*|regular expressions?|invalid|illegal|malformed|unexpected|null|nan|boolean|strings?|integers?"
    r"|arrays?|exceptions?|traceback|stack|syntax|delimiters?|whitespace|unicode|code ?points?|bytes?|escaped?|render(?:ed|ing)?|mappings?|scalars?"
    r"|alias(?:es)?|anchors?|entit(?:y|ies)|config\w*|arguments?|parameters?|fatal|abort\w*|undefined|stdin|stdout|stderr|namespaces?|attributes?)\b",
    re.IGNORECASE,
)
BEGINNING = re.compile(r"(?!LibreOffice|HTML|A4)[A-Z]")
VALUE = re.compile(r"\{[^{}]*\}")
TELL = "say what is wrong, where, and what to do, in words that a practitioner uses (read the last case of tests/cases/messages.md aloud)"


def told() -> list[Row]:
    return rows()[0]


def texts(row: Row) -> tuple[str, ...]:
    return (row.message, *row.hints)


def test_every_finding_and_every_error_is_in_the_table() -> None:
    table, unread = rows()
    names = {row.name for row in table}
    assert not unread, f"the name of a finding is not plain from the source at {unread}: give it as a text, or teach tests/message_table.py to read it"
    assert {*NAMES, *WORD_NAMES} <= names, f"no message was found of {sorted({*NAMES, *WORD_NAMES} - names)}: teach tests/message_table.py where it is made"
    assert {name for name in names if not name.startswith("(")} <= {*NAMES, *WORD_NAMES}, "a message has a name without a page in docgen/check/rules"
    assert {f"({kind})" for kind in ERRORS.values()} <= names


def test_every_finding_says_what_to_do() -> None:
    dumb = [row for row in told() if not row.name.startswith("(") and not any(row.hints)]
    assert not dumb, TELL


def test_every_error_of_a_command_says_what_to_do() -> None:
    handed_on = {"{path}: {problem}", "{problem}", "{format_message} (see docgen --help)", "stopped; nothing was left half-written"}
    errors = [row.message for row in told() if row.name[1:-1] in ERRORS.values() and row.message not in handed_on]
    dumb = [message for message in errors if not re.search(r"; | write |please", message)]
    assert not dumb, TELL


def test_plain_words() -> None:
    jargon = [(text, JARGON.findall(VALUE.sub("", text))) for row in told() for text in texts(row) if JARGON.search(VALUE.sub("", text))]
    assert not jargon, TELL
    loud = [text for row in told() for text in texts(row) if text.endswith(".") or "  " in text or BEGINNING.match(text)]
    assert not loud, "a message is a clause: it begins with a small letter and ends without a full stop"


def test_what_only_building_tells_is_known_to_those_who_look_for_unused_comments() -> None:
    late = [(home, function, call) for home, function, call in all_calls() if name_of(call) in ("error", "warning") and {"assemble", "word"} & set(home.path.parts)]
    assert len(late) > 5
    for home, function, call in late:
        assert all(name.startswith(TOLD_LATER) for name in Scope(home, function).texts(call.args[0])), "add it to TOLD_LATER in docgen/check/silence.py"
