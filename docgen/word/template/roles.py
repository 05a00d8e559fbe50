"""Which of a template's styles plays which of docgen's roles.

A role has the id of our own style. It is played by the style that house.yaml names for it, else by the one with its built-in name (which
Word writes in English in every language), else by its id, else, for headings, by outline level or by what other programs call
headings in other languages. Whoever is left is added from our theme (`added`).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from docgen.near import suggestion
from docgen.record import Record, fresh
from docgen.source import Span
from docgen.theme import Theme
from docgen.word.template.findings import Findings
from docgen.word.template.stylesheet import Style, Stylesheet

# What headings and some other styles are called where a program translated their names (Google Docs, old tools).
HEADING_WORDS = """überschrift titre título titolo kop rubrik overskrift otsikko nagłówek nadpis заголовок pealkiri címsor başlık
    cabeçalho encabezado 标题 標題 見出し 제목""".split()
TRANSLATED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Title": ("titel", "titre", "título", "titolo", "название", "otsikko", "tytuł", "标题"),
        "Subtitle": ("untertitel", "sous-titre", "subtítulo", "sottotitolo", "подзаголовок", "ondertitel", "undertitel"),
        "BodyText": ("textkörper", "corps de texte", "texto independiente", "corpo testo", "основной текст", "platte tekst", "brödtext", "brødtekst"),
        "Caption": ("beschriftung", "légende", "epígrafe", "didascalia", "название объекта", "bijschrift"),
        "Quote": ("zitat", "citation", "cita", "citazione", "citat", "цитата"),
    }
)
HEADING_ROLES = tuple(f"Heading{level}" for level in range(1, 10))
# Roles whose paragraphs must have no number but the one that docgen gives them.
UNNUMBERED = frozenset((*(f"TOC{level}" for level in range(1, 10)), "Caption", "Title", "Subtitle", "BodyText", "Quote", "TOCHeading", "FootnoteText", "Header", "Footer"))


class Cast(Record):
    """The template's styles by the role that they play; `chosen` are the roles that house.yaml filled, with the places where it did."""

    played: dict[str, Style] = fresh(factory=dict)
    chosen: dict[str, Span] = fresh(factory=dict)

    def style(self, role: str) -> Style | None:
        """The style that plays a role, or None."""
        return self.played.get(role)


def cast(sheet: Stylesheet, own: Stylesheet, theme: Theme, found: Findings) -> Cast:
    """Find a style for every role of `own`, our own sheet of styles."""
    made = Cast()
    _choose(made, sheet, own, theme, found)
    for role, wanted in own.styles.items():
        if role not in made.played and (style := sheet.named(wanted.name)):
            _take(made, role, wanted, style, found)
    taken = {style.id for style in made.played.values()}
    for role, wanted in own.styles.items():
        by_id = sheet.by_id(role)
        if role not in made.played and by_id and by_id.kind == wanted.kind and by_id.id not in taken:
            _guess(made, role, by_id, sheet, own, found, "its name inside the file")
    _headings(made, sheet, own, found)
    _translated(made, sheet, own, found)
    _respell(made, own)
    _part_headings(made, own, found)
    return made


def _part_headings(made: Cast, own: Stylesheet, found: Findings) -> None:
    """An error for each style that house.yaml makes a heading and something else: its level, and its number, belong to one of them."""
    headings = {made.played[role].id: role for role in HEADING_ROLES if role in made.played}
    for role, style in made.played.items():
        other = headings.get(style.id, role)
        if role != other and role != "FrontHeading":
            place = made.chosen.get(role) or made.chosen.get(other)
            assert place is not None  # no two roles have one style unless somebody chose it
            message = f'the style "{style.name}" cannot be both "{own.styles[other].name}" and "{own.styles[role].name}"'
            found.wrong_style(message, place, "name another style for one of them; make one in the template if it has none")


def _respell(made: Cast, own: Stylesheet) -> None:
    """Write the name of the style for quotations as in our own sheet (see `asides`). Messages say it as Word shows it."""
    quote = made.style("Quote")
    if quote and quote.name.casefold() == own.styles["Quote"].name:
        quote.write_name(own.styles["Quote"].name)


def _guess(made: Cast, role: str, style: Style, sheet: Stylesheet, own: Stylesheet, found: Findings, reason: str) -> None:
    """Give a role a style that does not have its name; it gets the name, by which Word knows what is a heading and lists it in the contents."""
    name = own.styles[role].name
    message = f'the template\'s style "{style.name}" is taken for "{name}", because of {reason}'
    found.guessed(message, f'if that is wrong, name another in styles/house.yaml: roles: {{"{name}": …}}')
    made.played[role] = style
    sheet.rename(style, name)


def _take(made: Cast, role: str, wanted: Style, style: Style, found: Findings) -> None:
    """Give a role the style with its name, unless that is of another type."""
    if style.kind == wanted.kind:
        made.played[role] = style
        return
    message = f'the template\'s style "{style.name}" is for {KINDS.get(style.kind, "something else")}, so docgen uses one of its own instead'
    found.guessed(message, f'rename it in the template, and make "{wanted.name}" a style for {KINDS[wanted.kind]}')


KINDS: Mapping[str, str] = MappingProxyType({"paragraph": "paragraphs", "character": "single words", "table": "tables", "numbering": "lists"})


def _choose(made: Cast, sheet: Stylesheet, own: Stylesheet, theme: Theme, found: Findings) -> None:
    """The roles that house.yaml fills."""
    for name, chosen in theme.roles.items():
        role = role_of(name, own)
        if role is None:
            hint = suggestion(name, [own.styles[known].name for known in own.styles])
            found.wrong_style(f'docgen has no role "{name}"', chosen.span, hint)
            continue
        style = sheet.named(chosen.style) or sheet.by_id(chosen.style)
        wanted = own.styles[role]
        if style is None:
            hint = suggestion(chosen.style, [other.name for other in sheet.styles.values() if other.kind == wanted.kind])
            found.wrong_style(f'the template has no style "{chosen.style}"', chosen.span, hint)
        elif style.kind != wanted.kind:
            message = f'the style "{chosen.style}" is for {KINDS.get(style.kind, "something else")}'
            found.wrong_style(message, chosen.span, f"name a style for {KINDS[wanted.kind]}")
        else:
            made.played[role] = style
            made.chosen[role] = chosen.span


def role_of(name: str, own: Stylesheet) -> str | None:
    """The role that a house means: by its id or its name, whatever the case and the spaces."""
    folded = name.replace(" ", "").casefold()
    if folded == "table":
        return "DocgenTable"
    return next((role for role, style in own.styles.items() if folded in (role.casefold(), style.name.replace(" ", "").casefold())), None)


def _headings(made: Cast, sheet: Stylesheet, own: Stylesheet, found: Findings) -> None:
    """Headings that no name tells: by their outline level, the first style that has it."""
    taken = {style.id for style in made.played.values()}
    for level, role in enumerate(HEADING_ROLES):
        if role in made.played:
            continue
        words = {f"{word} {level + 1}" for word in HEADING_WORDS}
        free = [style for style in sheet.styles.values() if style.kind == "paragraph" and style.id not in taken]
        named = next((style for style in free if style.name.casefold() in words), None)
        style = named or next((style for style in free if style.outline == level), None)
        if style:
            taken.add(style.id)
            _guess(made, role, style, sheet, own, found, "its name" if named else "its outline level")


def _translated(made: Cast, sheet: Stylesheet, own: Stylesheet, found: Findings) -> None:
    taken = {style.id for style in made.played.values()}
    for role, names in TRANSLATED.items():
        style = next((style for style in map(sheet.named, names) if style and style.kind == "paragraph" and style.id not in taken), None)
        if role not in made.played and style:
            _guess(made, role, style, sheet, own, found, "its name")
