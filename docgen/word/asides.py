"""Styles of what stands beside the running text: quotes, boxes, code, pictures and their captions."""

from __future__ import annotations

from docgen.theme import Theme
from docgen.word.numbering import STEP
from docgen.word.style import border, fonts, inset, shaded, size, spacing, style

# Twips of indentation: of the text in an aside, and of code and grades in their shaded boxes.
ASIDE = 312
PADDING = 113
# What has a bar at its left, by the name of its style: the bar's width in eighths of a point and its distance in points.
BARS = {"Quote": (24, 11), "AsideNote": (36, 11), "AsideWarning": (36, 11), "CaseStudy": (36, 11), "PullQuote": (36, 11)}
BARRED = frozenset(BARS)
FARTHEST = 31  # points: of a border from its text (17.3.4, w:space)


def asides(theme: Theme) -> list[str]:
    quote = f"{spacing(0, theme.after, theme.line)}{inset(STEP)}"
    code = f"{shaded(theme)}{spacing(60, theme.after + 60, 252)}{inset(PADDING)}"
    made = [
        # Word knows its own styles whatever their case. LibreOffice calls the tags of a PDF by the names of styles, and Quote is one of PDF's
        # own, which must not be made another.
        style("quote", "Quote", paragraph=bar("Quote", theme) + quote, run="<w:i/><w:iCs/>"),
        _continued("Quote", theme, STEP),
        style("Code Block", paragraph=code, run=f"{fonts('Consolas')}<w:noProof/>{size(theme.size - 4)}"),
        style("caption", "Caption", paragraph=f"<w:keepLines/>{spacing(theme.after, theme.after)}", run=f'<w:b/><w:bCs/><w:color w:val="{theme.heading}"/>{size(theme.size - 3)}'),
        # Not named Figure: LibreOffice calls the tags of a PDF by the names of styles, and a tag of that name needs an alternative text.
        style("Picture", "Figure", paragraph=f"<w:keepNext/>{spacing(theme.after, 0)}", following="Caption"),
        style("Rule", paragraph=f"<w:pBdr>{border('bottom', theme, 6, 1)}</w:pBdr>{spacing(0, theme.after * 2)}", run=size(8), quick=False),
    ]
    for name in ("Aside Note", "Aside Warning", "Case Study", "Pull Quote"):
        made.append(style(name, based="BodyText", paragraph=bar(name, theme) + inset(ASIDE)))
        made.append(_continued(name, theme, ASIDE))
    return made


def bar(name: str, theme: Theme, farther: int = 0) -> str:
    """The bar of a style, by its name or id, so many points farther from the text."""
    width, gap = BARS[name.replace(" ", "")]
    colour = {"AsideNote": theme.accent, "AsideWarning": theme.warning, "CaseStudy": theme.heading}.get(name.replace(" ", ""), theme.rule)
    return f"<w:pBdr>{border('left', theme, width, min(FARTHEST, gap + farther), colour)}</w:pBdr>"


def _continued(name: str, theme: Theme, own: int) -> str:
    """The style of what is indented by one step more, with the bar where it was."""
    identity = name.replace(" ", "")
    moved = f'{bar(name, theme, round(STEP / 20))}<w:ind w:left="{own + STEP}" w:right="{own}"/>'
    return style(f"{name} Continued", based=identity, paragraph=moved, quick=False)
