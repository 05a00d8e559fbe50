"""`check` tells what assembling tells about references to withheld passages, without assembling."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from docgen.assemble import assemble
from docgen.build import load
from docgen.check import check
from docgen.diagnostics import Diagnostic
from docgen.document import Identity
from tests.support import tree

NAMES = ("one", "two", "three", "four")
PATHS = ("content/early-help/a.md", "content/quality/b.md", "content/leadership/c.md")
REFERRING = ["See [@{}].", "See [it](#{}).", "See [it](../early-help/a.md).", "See [it](../quality/b.md#{}).", "See [it](../leadership/c.md#kept).", "Said.[^{}]"]
NAMED = [
    "## Kept {{#{}}}\n\nText.",
    "## Strengths\n\n- Said. {{#{}}}\n  - Audience: {{}}",
    "## Recommendations\n\n- Do it. {{#{}}}\n  - Because: [@{}]\n  - Audience: {{}}",
    '![Bars](../images/uptake.png "Uptake"){{#{}}}',
    "Table: Numbers {{#{}}}\n\n| a | b |\n|---|---|\n| 1 | 2 |",
    "[^{}]: A footnote.",
]
AUDIENCES = ("public", "partners", "internal")
SETTINGS = "sections: [{id: early-help, title: Early help}, {id: quality, title: Quality}, {id: leadership, title: Leadership, audience: internal}]\n"


@st.composite
def bodies(draw: st.DrawFn, left: list[str]) -> str:
    """Blocks that refer and blocks that have names, none of them twice in a workspace: that is an error, and nothing is built."""
    blocks = []
    for kind in draw(st.lists(st.sampled_from(REFERRING + NAMED), min_size=1, max_size=6)):
        if kind in NAMED and not left:
            continue
        name = left.pop() if kind in NAMED else draw(st.sampled_from(NAMES))
        block = kind.format(name, draw(st.sampled_from(NAMES))).replace("{}", draw(st.sampled_from(AUDIENCES)))
        blocks.append(draw(st.sampled_from(["{}", "{}", "::: internal\n{}\n:::", "::: note\n{}\n:::"])).replace("{}", block))
    return "\n\n".join(blocks) + "\n"


@st.composite
def workspaces(draw: st.DrawFn) -> dict[str, str]:
    notes, left = {}, list(NAMES)
    for path in PATHS:
        audience, status = draw(st.sampled_from(["", "internal", "public"])), draw(st.sampled_from(["agreed", "agreed", "draft", "withdrawn"]))
        front = f"---\ntitle: A\nsection: {path.split('/')[1]}\nstatus: {status}\n" + (f"audience: {audience}\n" if audience else "") + "---\n"
        notes[path] = front + "Text.\n\n" + draw(bodies(left))
    return notes


def told(findings: list[Diagnostic]) -> set[tuple[str, int, str]]:
    return {(found.span.source.path, found.span.start, found.message) for found in findings if found.name == "reference-to-withheld"}


@given(workspaces(), st.booleans())
def test_check_and_assembling_say_the_same(notes: dict[str, str], final: bool) -> None:
    library = load(tree(notes, SETTINGS)).library
    _, problems = assemble(library, Identity("a", library.assessment.default, "uncommitted", "0"), final)
    assert told(check(library, final)) == told(problems)
