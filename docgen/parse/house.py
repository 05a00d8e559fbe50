"""`styles/house.yaml`: its shape, and the Theme it becomes on top of a built-in one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from types import MappingProxyType
from typing import Any

from docgen.assessment import Located
from docgen.diagnostics import Diagnostic, error
from docgen.numbers import LEVELS
from docgen.parse.schema import COLOUR, FLAG, NUMBER, TEXT, Checked, Choice, Keys, Several, Table, attempt, colour, length, plain, whole
from docgen.parse.yaml_tree import Sequence, Value, read_yaml
from docgen.source import Source, Span
from docgen.theme import LEAST_TEXT, Chosen, Page, Theme

THEMES = ("plain", "civic", "print")
SIZES = MappingProxyType({"A4": (11906, 16838), "A3": (16838, 23811), "A5": (8391, 11906), "Letter": (12240, 15840)})


TEMPLATES = ("font", "colours", "page", "spacing")  # what an organisation's own template says instead
PLACE = re.compile(r"%([0-9]*)")


def _format(level: int, text: str) -> str | None:
    """A number's format that has the number of its own level, and of others only those above it."""
    used = set(PLACE.findall(text))
    known = used <= {str(other) for other in range(1, level + 1)}
    return text if known and str(level) in used and not set(text) & set("<>&") else None


def _number_format(level: int, such: str) -> Checked:
    others = f"no number but %1 to %{level}" if level > 1 else "no other sign %"
    above = "".join(map(str, range(1, level + 1)))
    form = rf"(?=.*%{level}(?![0-9]))(?:[^%<>&]|%[{above}](?![0-9]))*"
    return Checked(f"a format such as {such}", partial(_format, level), f"write %{level} where the number belongs, and {others}", form=form)


class HeadingFormats(Several):
    """The formats of headings from the first level on. One that is wrong makes all of them wrong: the rest would move up a level."""

    def read(self, value: Value, problems: list[Diagnostic]) -> Any:
        """The formats, None where one is wrong."""
        items = value.items if isinstance(value, Sequence) else [value]
        found = [attempt(FORMATS[level], item, problems) for level, item in enumerate(items[:LEVELS])]
        for item in items[LEVELS:]:
            problems.append(error("wrong-value", f"there are only {LEVELS} levels of headings", item.span, "remove this format"))
        return found if len(items) <= LEVELS and None not in found else None


def _length(least: str, most: str) -> Checked:
    return Checked("a length with its unit", length, "write it as 12 pt or 2.5 cm", (least, most), r"[0-9]+(\.[0-9]+)?\s*(pt|cm|mm|in)")


def _colour_or_none(text: str) -> str | None:
    return "" if text == "none" else colour(text)


COLOURS = ("text", "heading", "accent", "table_header", "table_header_text", "box", "warning", "rule")
BAND = Checked("a colour or none", _colour_or_none, 'write "#" and six digits, in quotation marks: "#1d4f76", or none', form="none|#[0-9A-Fa-f]{6}")
FORMATS = tuple(_number_format(level, ".".join(f"%{above}" for above in range(1, level + 1))) for level in range(1, LEVELS + 1))
MARGIN = _length("0.5 cm", "8 cm")
PAGE = Keys(
    "page",
    keys=MappingProxyType(
        {
            "size": Choice("A4, A3, A5 or Letter", tuple(SIZES)),
            "margins": Keys(
                "margins",
                keys=MappingProxyType(dict.fromkeys(("top", "right", "bottom", "left"), MARGIN)),
                short=MARGIN,
            ),
            "orientation": Choice("portrait or landscape", ("portrait", "landscape")),
        }
    ),
)
HOUSE = Keys(
    "house.yaml",
    keys=MappingProxyType(
        {
            "theme": Choice("a built-in theme", THEMES),
            "font": Keys("font", keys=MappingProxyType({"body": TEXT, "headings": TEXT, "size": _length("6 pt", "72 pt")})),
            "colours": Keys("colours", keys=MappingProxyType(dict.fromkeys(COLOURS, COLOUR))),
            "page": PAGE,
            "spacing": Keys(
                "spacing",
                keys=MappingProxyType(
                    {"paragraph": _length("0 pt", "72 pt"), "line": Checked("a number", NUMBER.convert, NUMBER.hint, ("0.8", "3"), NUMBER.form)}
                ),
            ),
            "headings": Keys(
                "headings",
                keys=MappingProxyType(
                    {
                        "numbering": HeadingFormats("formats"),
                        "depth": Checked("a whole number", whole, "write figures only", ("0", str(LEVELS)), "[0-9]{1,9}"),
                        "line": FLAG,
                    }
                ),
            ),
            "recommendations": Keys("recommendations", keys=MappingProxyType({"numbering": _number_format(1, "R%1")})),
            "contents": Choice("links, pages or none", ("links", "pages", "none")),
            "cover": Keys("cover", keys=MappingProxyType({"logo": TEXT, "alt": TEXT, "band": BAND, "text": COLOUR})),
            "table": Keys(
                "table",
                keys=MappingProxyType({"banding": FLAG, "header": FLAG, "lines": Choice("rows, grid or none", ("rows", "grid", "none"))}),
            ),
            "item_details": Choice("full, brief or none", ("full", "brief", "none")),
            "roles": Table("styles of the template", of=TEXT),
        }
    ),
)


def read_house(themes: Callable[[str], Source | None], house: Source | None) -> tuple[Theme, list[Diagnostic]]:
    """The theme that a built-in one and a house's own settings make together, and what is wrong with the latter."""
    own, problems = _settings(house) if house else ({}, [])
    start = themes(plain(own, "theme") or THEMES[0])
    assert start is not None
    base, _ = _settings(start)
    if "page" in own and (cramped := _cramped(_page(_merged(base["page"], own["page"])))):
        problems.append(error("wrong-value", f"the margins leave {cramped}", own["page"][""], "leave at least 6 cm for text"))
        del own["page"]
    theme = _theme(_merged(base, own))
    theme.places = dict(_places(own))
    if not own.keys() & {"colours", "cover"}:
        return theme, problems
    from docgen.parse.contrast import unreadable_colours

    return theme, problems + unreadable_colours(theme, own)


def _places(own: dict[str, Any]) -> Iterator[tuple[str, Span]]:
    """Where a house first says something that a template would say otherwise, and where it names its logo."""
    for group in TEMPLATES:
        if spans := [span for name, span in _spans(own.get(group, {})) if name != "warning"]:
            yield group, min(spans, key=lambda span: span.start)
    yield from (("logo", span) for name, span in _spans(own.get("cover", {})) if name == "logo")


def _spans(record: dict[str, Any]) -> Iterator[tuple[str, Span]]:
    """The name and the place of every single value, at any depth."""
    for name, value in record.items():
        if isinstance(value, dict):
            yield from _spans(value)
        elif isinstance(value, Located):
            yield name, value.span


def _settings(source: Source) -> tuple[dict[str, Any], list[Diagnostic]]:
    value, problems = read_yaml(source, 1 if source.text.startswith("\ufeff") else 0, len(source.text))
    return ((attempt(HOUSE, value, problems) or {}) if value else {}), problems


def _merged(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    result = dict(base)
    for key, value in own.items():
        both = isinstance(value, dict) and isinstance(base.get(key), dict)
        result[key] = _merged(base[key], value) if both else value
    return result


def _theme(record: dict[str, Any]) -> Theme:
    font, headings, table, cover = record["font"], record["headings"], record["table"], record["cover"]
    colours = _colours(record["colours"])
    return Theme(
        body_font=plain(font, "body"),
        heading_font=plain(font, "headings") or plain(font, "body"),
        size=round(plain(font, "size") / 10),
        text=colours["text"],
        heading=colours["heading"],
        accent=colours["accent"],
        table_header=colours["table_header"],
        table_header_text=colours["table_header_text"],
        box=colours["box"],
        warning=colours["warning"],
        rule=colours["rule"],
        page=_page(record["page"]),
        after=plain(record["spacing"], "paragraph"),
        line=round(240 * plain(record["spacing"], "line")),
        heading_numbering=tuple(entry.value for entry in headings["numbering"]),
        heading_depth=plain(headings, "depth"),
        heading_line=plain(headings, "line"),
        recommendation_numbering=plain(record["recommendations"], "numbering"),
        contents=plain(record, "contents"),
        banding=plain(table, "banding"),
        header_row=plain(table, "header"),
        table_lines=plain(table, "lines"),
        item_details=plain(record, "item_details"),
        cover_band=plain(cover, "band"),
        cover_text=plain(cover, "text"),
        logo=plain(cover, "logo"),
        logo_alt=plain(cover, "alt"),
        roles={name.value: Chosen(style.value, style.span) for name, style in record.get("roles", ())},
    )


def _colours(record: dict[str, Any]) -> dict[str, str]:
    """All colours: where nothing else is said, boxes are filled like the header of a table, and its letters are like headings."""
    found = {name: plain(record, name) for name in COLOURS}
    return found | {"box": found["box"] or found["table_header"], "table_header_text": found["table_header_text"] or found["heading"]}


def _cramped(page: Page) -> str | None:
    """What a page has too little of for text."""
    return "too little width" if page.text_width < LEAST_TEXT else "too little height" if page.text_height < LEAST_TEXT else None


def _page(record: dict[str, Any]) -> Page:
    width, height = SIZES[plain(record, "size")]
    margins = record["margins"]
    edges = {edge: plain(margins, edge) if isinstance(margins, dict) else margins.value for edge in ("top", "right", "bottom", "left")}
    page = Page(width, height, edges["top"], edges["right"], edges["bottom"], edges["left"])
    return page.turned() if plain(record, "orientation") == "landscape" else page
