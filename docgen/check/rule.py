"""Rule: one kind of finding; its page is a file in `rules/`.

The file's docstring says in plain words what is wrong, then Why, Bad and Good, which `docgen explain` prints and a test runs; its
`find` looks at the notes. Findings that reading or assembling makes have a page without a `find`. What has to be known before a page
is loaded stands in the table: where the rule has anything to look at, and how its findings count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, TypeVar, cast

from docgen.assessment import Assessment
from docgen.diagnostics import Diagnostic, Severity
from docgen.identities import Identities
from docgen.nodes import Node, Table
from docgen.note import Library, Note
from docgen.record import Record, fresh

if TYPE_CHECKING:
    from docgen.check.phrases import Phrases
    from docgen.check.prose import Prose

N = TypeVar("N", bound=Node)
T = TypeVar("T")


class Facts(Record):
    """What rules ask: the library, its identities, and whether the build is to be final."""

    library: Library
    identities: Identities
    final: bool = False
    lists: dict[str, Phrases] = fresh(factory=dict)
    folds: dict[Note, str] = fresh(factory=dict)
    counts: dict[Note, int] = fresh(factory=dict)
    made: dict[Callable[[Facts], object], object] = fresh(factory=dict)

    @property
    def assessment(self) -> Assessment:
        """The settings."""
        return self.library.assessment

    def every(self, kind: type[N]) -> list[tuple[Note, N]]:
        """Every node of exactly this kind in all notes, with its note."""
        return cast(list[tuple[Note, N]], self.library.census.get(kind, []))

    def says(self, sign: str) -> bool:
        """True where some note has these letters in it, anywhere."""
        return any(sign in note.source.text for note in self.library.notes)

    def folded(self, note: Note) -> str:
        """What a note says behind its settings, in small letters: most notes hold nothing of what a rule looks for."""
        if note not in self.folds:
            self.folds[note] = note.source.text[note.body :].casefold()
        return self.folds[note]

    def words(self, note: Note) -> int:
        """How many words a note has, its signs of Markdown included."""
        if note not in self.counts:
            self.counts[note] = len(note.source.text[note.body :].split())
        return self.counts[note]

    def once(self, make: Callable[[Facts], T]) -> T:
        """What a function makes of these facts, for several rules."""
        if make not in self.made:
            self.made[make] = make(self)
        return cast(T, self.made[make])

    def given(self, make: Callable[[Facts], T], made: T) -> None:
        """Nothing; from now on `once` gives this, which was made elsewhere."""
        self.made[make] = made

    def letters(self) -> int:
        """How many characters the notes have together, their settings included."""
        return sum(len(note.source.text) for note in self.library.notes)

    @property
    def prose(self) -> Prose:
        """What the notes say, in words; nothing where they are not in English."""
        return self.once(_prose)

    def phrases(self, name: str) -> Phrases:
        """Those words of a list that occur in the notes."""
        if name not in self.lists:
            from docgen.check.phrases import Phrases

            self.lists[name] = Phrases(self.library.words(name), self.prose, self.every(Table))
        return self.lists[name]


def _prose(facts: Facts) -> Prose:
    from docgen.check.prose import Prose

    return Prose(facts.library)


class Rule(Record):
    """A kind of finding, in the words of its table.

    `on` are the kinds of node of which at least one must occur for the rule to be asked, `when` what must hold besides.
    `final` is its severity in a final build, where that differs. `alone` says that what it finds in a note depends on nothing
    but that note and the settings, `off` that it is asked only where `rules:` in the settings says so, `fixed` that it guards
    text or safety, so that nothing turns it down.
    """

    name: str
    severity: Severity
    on: tuple[type[Node], ...] = ()
    when: Callable[[Facts], object] | None = None
    final: Severity | None = None
    alone: bool = False
    off: bool = False
    fixed: bool = False

    def find(self, facts: Facts) -> Iterator[Diagnostic]:
        """Its findings; its page is loaded where there is anything to look at."""
        census = facts.library.census
        if self.on and not any(kind in census for kind in self.on):
            return iter(())
        if self.when and not self.when(facts):
            return iter(())
        page = import_module(f"docgen.check.rules.{self.name.replace('-', '_')}")
        return cast(Iterator[Diagnostic], page.find(facts))


def ask(rules: Iterable[Rule], facts: Facts) -> Iterator[Diagnostic]:
    """What some rules find, with the severities of a final build in such a one."""
    for rule in rules:
        harder = rule.final if facts.final else None
        for finding in rule.find(facts):
            yield finding.at(harder) if harder else finding
