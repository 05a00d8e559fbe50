"""The fields of items: which there are, what their values may be, and how a line such as `Lead: council` is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from docgen import nodes
from docgen.assessment import Located
from docgen.diagnostics import Diagnostic, Edit, beginning, error
from docgen.near import distance, nearest, suggestion
from docgen.nodes import Inline, Text
from docgen.note import Field
from docgen.parse.dates import FORMS, instead, is_ambiguous, read_date
from docgen.pattern import lazy
from docgen.source import Span
from docgen.walk import is_comment, visible, visit, without_comments

NO_COLON = lazy(r"\s*([A-Za-z]+)\s*[-\u2010-\u2015=;]")
LEVELS = ("low", "medium", "high")
PERIODS = ("immediate", "within 3 months", "within 6 months", "within 12 months")
STATUSES = ("proposed", "accepted", "on track", "at risk", "complete", "superseded by", "not accepted", "paused")
SUPERSEDED = "write Status: superseded by [@id] with the identity of the other recommendation"
LETTERS = lazy(r"\W*?([A-Za-z'’-]+)")
# Signs that Word or an e-mail puts before a line instead of the dash.
DASHES = "–—•·▪●-* \t"

Reader = Callable[["Line"], "tuple[tuple[Located[str], ...], list[Diagnostic]]"]


class Line:
    """One line under an item: its name, and its value as inlines and as plain text."""

    __slots__ = ("content", "name", "span")

    def __init__(self, name: Text, content: list[Inline], span: Span) -> None:
        self.name = name
        self.content = content
        self.span = span

    @property
    def text(self) -> str:
        """The value in plain words."""
        return " ".join(visible(self.content).split())

    @property
    def begins(self) -> str:
        """How the line begins, with its dash."""
        return beginning(f"- {self.name.text.strip()}: {self.text}")

    def value_span(self) -> Span:
        """Where the value stands; behind the name where there is none."""
        said = without_comments(self.content)
        return said[0].span.to(said[-1].span) if said else self.name.span.sub(self.name.span.end, self.name.span.end)


def as_line(content: list[Inline], span: Span, known: Mapping[str, Reader]) -> Line | None:
    """The line that a paragraph is when its first words end in a colon; a known name may be bold, and need no space behind."""
    first = content[0] if content else None
    if type(first) is Text and len(content) > 1 and isinstance(content[1], nodes.Marked) and not first.text.strip(DASHES):
        content, first = content[1:], content[1]
    if isinstance(first, nodes.Marked):
        content = _without_mark(first, content)
        first = content[0]
    if type(first) is not Text or ":" not in first.text:
        return None
    name, _, rest = first.text.partition(":")
    bare = name.lstrip(DASHES)
    if bare != name and canonical(bare, known):
        first = Text(first.span.sub(first.span.start + len(name) - len(bare), first.span.end), first.text[len(name) - len(bare) :])
        name = bare
    if not name.strip() or len(name) > 30 or (rest and not rest[0].isspace() and not canonical(name, known)):
        return None
    lead = len(rest) - len(rest.lstrip())
    start = first.span.start + len(name) + 1 + lead
    value: list[Inline] = [Text(first.span.sub(start, first.span.end), rest.strip() if len(content) == 1 else rest.lstrip())]
    label = Text(first.span.sub(first.span.start, first.span.start + len(name)), name)
    return Line(label, [*(value if rest.strip() else []), *content[1:]], span)


def _without_mark(mark: nodes.Marked, content: list[Inline]) -> list[Inline]:
    """A line whose name is bold or the like, as if it were not: the colon may stand inside or behind."""
    name = visible(mark.content)
    behind = content[1] if len(content) > 1 else None
    if name.rstrip().endswith(":") or type(behind) is not Text or not behind.text.startswith(":"):
        return [Text(mark.inner, name), *content[1:]]
    return [Text(mark.inner.to(behind.span), name + behind.text), *content[2:]]


def lacks_colon(content: list[Inline], known: Mapping[str, Reader]) -> str | None:
    """The field that a line begins with and goes on from with a dash or the like: `Lead – council`."""
    found = NO_COLON.match(visible(content))
    return canonical(found[1], known) if found else None


def telling(content: list[Inline]) -> str | None:
    """The field that a line surely describes, with a dash or the like in the place of the colon: `Owner – head of service`."""
    first = content[0] if content else None
    text = first.text.lstrip(DASHES) if type(first) is Text else ""
    found = NO_COLON.match(text) if text.partition(" ")[0] in TELLING else None
    return canonical(found[1], TELLING) if found else None


def is_plain(content: list[Inline]) -> bool:
    """True for words that nobody can have meant for a field or a label: three at least, no name of a field first, nor anything before a colon."""
    said = visible(content)
    first = LETTERS.match(said)
    if len(said.split()) < 3 or "audience" in said.casefold() or first is None or as_line(content, content[0].span, {}):
        return False
    return not any(is_close(first[1], known) for known in (FINDING, RECOMMENDATION))


def canonical(name: str, known: Mapping[str, Reader]) -> str | None:
    """The field that a name means, whatever its case."""
    field = name.strip().casefold().capitalize()  # as all of them are written
    return field if field in known else None


def is_close(name: str, known: Mapping[str, Reader]) -> bool:
    """True where a name is a field's, or within two letters of one."""
    folded = name.strip().casefold()
    if canonical(folded, known):
        return True
    return len(folded) > 3 and any(abs(len(field) - len(folded)) <= 2 and distance(folded, field.casefold()) <= 2 for field in known)


def read_field(line: Line, known: Mapping[str, Reader], what: str) -> tuple[Field | None, list[Diagnostic]]:
    """The field that a line is, and what is wrong with its name or value."""
    name = canonical(line.name.text, known)
    if name is None:
        hint = suggestion(line.name.text.strip(), list(known))
        return None, [error("unknown-field", f'{what} has no "{line.name.text.strip()}"', line.name.span, hint)]
    if all(map(is_comment, line.content)) and not line.text:
        message = f"{name} has no value"
        return None, [error("empty-field", message, line.name.span, "write a value after the colon, or remove the line")]
    values, problems = known[name](line)
    return Field(line.span, name, line.content, values), problems


def words(line: Line) -> list[Located[str]]:
    """The comma-separated values of a line, each with its place."""
    found = []
    for leaf in (node for node in visit(line.content) if type(node) is Text):
        found += _parts(leaf)
    return found


def _nothing(line: Line) -> list[Diagnostic]:
    message = f"{line.name.text.strip()} names nothing"
    return [error("empty-field", message, line.value_span(), "write a name from assessment.yaml after the colon")]


def _parts(leaf: Text) -> list[Located[str]]:
    parts, at = [], 0
    for piece in re.split(r"[,;]", leaf.text):
        value = piece.strip()
        if value.rstrip("."):
            start = leaf.span.start + at + piece.index(value)
            parts.append(Located(value.rstrip("."), leaf.span.sub(start, start + len(value.rstrip(".")))))
        at += len(piece) + 1
    return parts


def text(line: Line) -> tuple[tuple[Located[str], ...], list[Diagnostic]]:
    """Free text: no typed values."""
    return (), []


def keys(line: Line) -> tuple[tuple[Located[str], ...], list[Diagnostic]]:
    """Keys of agencies; whether an agency has them is asked when all notes are known."""
    found = tuple(words(line))
    return found, [] if found else _nothing(line)


def key(line: Line) -> tuple[tuple[Located[str], ...], list[Diagnostic]]:
    """One key of an agency."""
    found = words(line)
    if not found:
        return (), _nothing(line)
    if len(found) > 1:
        return tuple(found[:1]), [error("wrong-value", "a recommendation has one lead agency", line.value_span(), "name the others under Support:")]
    return tuple(found), []


def one_of(choices: tuple[str, ...]) -> Reader:
    """A reader of one of a few words."""

    def choice(line: Line) -> tuple[tuple[Located[str], ...], list[Diagnostic]]:
        value = line.text.casefold().rstrip(".")
        if value in choices:
            return (Located(value, line.value_span()),), []
        return (), [_unknown(line, value, choices)]

    return choice


def _unknown(line: Line, value: str, choices: tuple[str, ...]) -> Diagnostic:
    message = f'"{line.text}" is not a value of {line.name.text.strip()}'
    return error("unknown-value", message, line.value_span(), suggestion(value, list(choices)))


def due(line: Line) -> tuple[tuple[Located[str], ...], list[Diagnostic]]:
    """A date, as ISO, or one of the periods."""
    value = line.text.rstrip(".")
    day = read_date(value)
    if day:
        return (Located(day.isoformat(), line.value_span()),), []
    if value.casefold() in PERIODS:
        return (Located(value.casefold(), line.value_span()),), []
    if is_ambiguous(value):
        message = f'"{value}" could be two different days'
        return (), [error("ambiguous-date", message, line.value_span(), FORMS)]
    if other := instead(value):
        return (), [_mended(error("wrong-value", other[0], line.value_span(), other[1]), value, other[2])]
    near = nearest(value, PERIODS)
    hint = f'did you mean "{near}"?' if near else "write a date such as 31 March 2013, or " + ", ".join(PERIODS)
    return (), [error("wrong-value", f'"{value}" is not a date', line.value_span(), hint)]


def _mended(found: Diagnostic, value: str, written: str | None) -> Diagnostic:
    """The finding, with its mending where the value stands in the note as it was read."""
    if written and found.span.text.startswith(value):
        found.fix = Edit(found.span.sub(found.span.start, found.span.start + len(value.rstrip())), written)
    return found


def references(line: Line) -> tuple[tuple[Located[str], ...], list[Diagnostic]]:
    """The identities of findings."""
    found = tuple(Located(node.id, node.span) for node in visit(line.content) if isinstance(node, nodes.Reference))
    if not found:
        message = f"{line.name.text.strip()} names no finding"
        return (), [error("wrong-value", message, line.value_span(), "write [@id] with the identity of a finding")]
    return found, []


def status(line: Line) -> tuple[tuple[Located[str], ...], list[Diagnostic]]:
    """One of the statuses; `superseded by` has the identity of the other recommendation behind it."""
    value = line.text.casefold().rstrip(".").strip()
    if value not in STATUSES:
        wrong = _unknown(line, value, STATUSES)
        wrong.hint = SUPERSEDED if value.startswith(("superseded", "replaced")) or not value else wrong.hint
        return (), [wrong]
    if value != "superseded by":
        return (Located(value, line.value_span()),), []
    others, problems = references(line)
    for problem in problems:
        problem.hint = SUPERSEDED
    return (Located(value, line.value_span()), *others), problems


def progress(line: Line) -> tuple[tuple[Located[str], ...], list[Diagnostic]]:
    """The day of an entry; its text stays in the content."""
    day, colon, _ = line.text.partition(":")
    if found := read_date(day) if colon else None:
        return (Located(found.isoformat(), line.value_span()),), []
    hint = "write Progress: 2013-01-15: what was done"
    if is_ambiguous(day):
        return (), [error("ambiguous-date", f'"{day.strip()}" could be two different days', line.value_span(), hint)]
    if other := instead(day) if colon else None:
        return (), [_mended(error("wrong-value", other[0], line.value_span(), other[1]), day, other[2])]
    return (), [error("wrong-value", "progress begins with a date and a colon", line.value_span(), hint)]


FINDING: Mapping[str, Reader] = MappingProxyType(
    {"Evidence": text, "Impact": text, "Agencies": keys, "Confidence": one_of(LEVELS), "Audience": keys}
)
RECOMMENDATION: Mapping[str, Reader] = MappingProxyType(
    {
        "Lead": key,
        "Support": keys,
        "Owner": text,
        "Due": due,
        "Priority": one_of(LEVELS),
        "Measure": text,
        "Outcome": text,
        "Because": references,
        "Status": status,
        "Progress": progress,
        "Audience": keys,
    }
)
# Names that begin no sentence, so that they describe a recommendation wherever they stand, also before a dash.
TELLING: Mapping[str, Reader] = MappingProxyType({name: RECOMMENDATION[name] for name in ("Lead", "Owner", "Due")})
REPEATABLE = frozenset({"Evidence", "Progress"})
