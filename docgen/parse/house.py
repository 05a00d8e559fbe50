"""`styles/house.yaml`: its shape, and the Theme it becomes on top of a built-in one."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from docgen.diagnostics import Diagnostic
from docgen.parse.schema import (
    COLOUR,
    FLAG,
    LENGTH_SHAPE,
    NUMBER,
    TEXT,
    Checked,
    Choice,
    Keys,
    Several,
    Table,
    attempt,
    plain,
)  # fmt: skip
from docgen.parse.yaml_tree import read_yaml
from docgen.source import Source
from docgen.theme import Page, Theme

SIZES = MappingProxyType({"A4": (11906, 16838), "A3": (16838, 23811), "A5": (8391, 11906), "Letter": (12240, 15840)})


def _size(text: str) -> str | None:
    return text if text in SIZES else None


def _template(text: str) -> str | None:
    return text if "%" in text and not set(text) & set("<>&") else None


PAGE = Keys(
    "page",
    keys=MappingProxyType(
        {
            "size": Checked("A4, A3, A5 or Letter", _size),
            "margins": Keys(
                "margins",
                keys=MappingProxyType(dict.fromkeys(("top", "right", "bottom", "left"), LENGTH_SHAPE)),
                short=LENGTH_SHAPE,
            ),
            "orientation": Choice("portrait or landscape", ("portrait", "landscape")),
        }
    ),
)
FORMAT = Checked("a number's format such as %1.%2", _template, 'write "%1" for the number of the first level')
HOUSE = Keys(
    "house.yaml",
    keys=MappingProxyType(
        {
            "theme": Choice("a built-in theme", ("plain",)),
            "font": Keys("font", keys=MappingProxyType({"body": TEXT, "headings": TEXT, "size": LENGTH_SHAPE})),
            "colours": Keys(
                "colours",
                keys=MappingProxyType(dict.fromkeys(("text", "heading", "accent", "table_header", "rule"), COLOUR)),
            ),
            "page": PAGE,
            "spacing": Keys("spacing", keys=MappingProxyType({"paragraph": LENGTH_SHAPE, "line": NUMBER})),
            "headings": Keys(
                "headings", keys=MappingProxyType({"numbering": Several("formats", of=FORMAT), "depth": NUMBER})
            ),
            "recommendations": Keys("recommendations", keys=MappingProxyType({"numbering": FORMAT})),
            "contents": Choice("links or none", ("links", "none")),
            "cover": Keys("cover", keys=MappingProxyType({"logo": TEXT, "alt": TEXT})),
            "table": Keys("table", keys=MappingProxyType({"banding": FLAG, "header": FLAG})),
            "item_details": Choice("full, brief or none", ("full", "brief", "none")),
            "roles": Table("styles of the template", of=TEXT),
        }
    ),
)


def read_house(built_in: Source, house: Source | None) -> tuple[Theme, list[Diagnostic]]:
    """The theme that the built-in one and a house's own settings make together, and what is wrong with the latter."""
    base, _ = _settings(built_in)
    own, problems = _settings(house) if house else ({}, [])
    return _theme(_merged(base, own)), problems


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
    font, colours, headings = record["font"], record["colours"], record["headings"]
    size = round(plain(font, "size") / 10)
    return Theme(
        body_font=plain(font, "body"),
        heading_font=plain(font, "headings") or plain(font, "body"),
        size=size,
        **{name: plain(colours, name) for name in ("text", "heading", "accent", "table_header", "rule")},
        page=_page(record["page"]),
        after=plain(record["spacing"], "paragraph"),
        line=round(240 * plain(record["spacing"], "line")),
        heading_numbering=tuple(entry.value for entry in headings["numbering"]),
        heading_depth=int(plain(headings, "depth")),
        recommendation_numbering=plain(record["recommendations"], "numbering"),
        contents=plain(record, "contents"),
        banding=plain(record["table"], "banding"),
        header_row=plain(record["table"], "header"),
        item_details=plain(record, "item_details"),
        logo=plain(record.get("cover", {}), "logo"),
        logo_alt=plain(record.get("cover", {}), "alt"),
        roles={name.value: style.value for name, style in record.get("roles", ())},
    )


def _page(record: dict[str, Any]) -> Page:
    width, height = SIZES[plain(record, "size")]
    margins = record["margins"]
    edges = {edge: plain(margins, edge) if isinstance(margins, dict) else margins.value for edge in ("top", "right", "bottom", "left")}
    page = Page(width, height, edges["top"], edges["right"], edges["bottom"], edges["left"])
    return page.turned() if plain(record, "orientation") == "landscape" else page
