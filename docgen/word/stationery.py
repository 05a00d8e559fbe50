"""Stationery: what the package of a document takes from an organisation's template, ready to be written."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from docgen.numbers import SHOWN
from docgen.record import Record, fresh
from docgen.theme import Page
from docgen.word.numbering import Definitions
from docgen.word.package import Packed

if TYPE_CHECKING:
    from docgen.word.template.wardrobe import Wardrobe

NOTHING: Mapping[str, str] = MappingProxyType({})
NOWHERE: Mapping[str, int] = MappingProxyType({})


class Carried(Record):
    """A part that is carried over: its name in the package, its type and its bytes; `packed` where they are as in the template."""

    name: str
    kind: str
    data: bytes
    packed: Packed | None = None


class Counting(NamedTuple):
    """How pages are counted: the format of their numbers, and the number of the first, where they are not counted on."""

    form: str = "decimal"
    start: int | None = None

    def shown(self, number: int) -> str:
        """A number as the pages show it."""
        return SHOWN[self.form](number)


class Frame(Record):
    """How the pages of one kind stand: headers and footers as (element, type, part), and what else their section says.

    `borders` stand in front of the columns in the section's properties, `after` behind them (17.6.17).
    """

    references: list[tuple[str, str, str]] = fresh(factory=list)
    borders: str = ""
    after: str = ""
    page: Page | None = None
    counting: Counting = Counting()


class Cover(Record):
    """The template's own cover: its blocks as XML, and the relationships that it uses, as (id, kind, target, external)."""

    blocks: list[str]
    relations: list[tuple[str, str, str, bool]]


class Stationery(Record):
    """The parts and names of a template as a package uses them.

    `wardrobe` is its styles, and `ids` has for each role the one that plays it; `definitions` are its numbering definitions; `settings` its
    harmless settings by their name, `frames` how the pages of each kind stand, `used` the ids that its headers, footers and cover use up,
    `foreign` the roles that styles of its own play, with the twips by which their first lines are indented.
    """

    ids: Mapping[str, str]
    wardrobe: Wardrobe | None
    frames: dict[str, Frame]
    settings: dict[str, str] = fresh(factory=dict)
    definitions: Definitions = fresh(factory=Definitions)
    parts: list[Carried] = fresh(factory=list)
    relations: list[tuple[str, str]] = fresh(factory=list)
    cover: Cover | None = None
    used: frozenset[int] = frozenset()
    foreign: Mapping[str, int] = NOWHERE
    stops: Mapping[str, tuple[int, ...]] = fresh(factory=dict)
