"""Every text leaf stands where its span says, in every fixture and however lines end."""

from __future__ import annotations

import html
import json
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.common.normalize_url import normalizeLink, validateLink
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from docgen import nodes
from docgen.nodes import Text, TextKind
from docgen.note import Note
from docgen.parse import block_rules, read_note
from docgen.parse.autolinks import has_addresses, with_autolinks
from docgen.parse.block_rules import INSIDE
from docgen.parse.characters import printable
from docgen.parse.inlines import by_library, inlines
from docgen.parse.markdown import configured
from docgen.parse.markdown import tokens as parsed_tokens
from docgen.parse.simple import SAFE, SIGN, simple
from docgen.parse.spans import Places, tracked
from docgen.parse.states import QuickState
from docgen.source import Source
from docgen.walk import children, find, visit
from tests.support import FIXTURES, needs_fixtures

SPEC = FIXTURES / "markdown" / "spec"
REAL = FIXTURES / "markdown" / "real"


def gives(leaf: Text) -> bool:
    """True where the characters of the file at the leaf's span give the leaf's text."""
    said = leaf.span.text
    if leaf.kind is TextKind.LITERAL:
        return printable(said) == leaf.text
    if leaf.kind is TextKind.ESCAPE:
        return said[0] == "\\" and said[1:] == leaf.text
    if leaf.kind is TextKind.ENTITY:
        return printable(html.unescape(said)) in (leaf.text, printable(leaf.text)) or leaf.text == "\ufffd"
    if leaf.kind is TextKind.TAB:
        return not said.strip(" \t") and not leaf.text.strip(" ")
    return bool(said)


def assert_spans(note: Note) -> int:
    """Every leaf in its place, every node within its file; the number of leaves."""
    count = 0
    for node in visit(note.blocks):
        assert 0 <= node.span.start <= node.span.end <= len(note.source.text), node
        if isinstance(node, Text):
            assert gives(node), (node.kind, node.span.text, node.text)
            count += 1
        if isinstance(node, nodes.Marked):
            assert node.span.start <= node.inner.start <= node.inner.end <= node.span.end
    return count


def read(text: str) -> Note:
    return read_note(Source("content/early-help/note.md", text))


def examples(name: str) -> list[str]:
    return [example["markdown"] for example in json.loads((SPEC / name).read_text("utf-8"))]


@needs_fixtures
@pytest.mark.parametrize("name", ["commonmark.json", "gfm-extensions.json", "gfm-regression.json", "gfm-spec.json"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_leaves_of_the_specifications(name: str, newline: str) -> None:
    counts = [assert_spans(read(text.replace("\n", newline))) for text in examples(name)]
    assert sum(counts) > 30


@needs_fixtures
@pytest.mark.parametrize("turns", [range(1), pytest.param(range(1, 3), marks=pytest.mark.slow)])
def test_leaves_of_real_notes(turns: range) -> None:
    """Each note behind one of three leads, and where there is time behind the others."""
    leads = ("", "\ufeff", "\ufeff---\r\ntitle: A note\r\n---\r\n")
    leaves = 0
    for number, path in enumerate(sorted(REAL.rglob("*.md"))):
        body = re.sub(r"\A---\n.*?\n---\n", "", path.read_text("utf-8"), flags=re.DOTALL)
        leaves += sum(assert_spans(read(leads[(number + turn) % 3] + body)) for turn in turns)
    assert leaves > 20_000


def in_full(token: Token, text: str, environment: dict[str, object]) -> list[Token]:
    """The library's tokens in the place of one for a plain list: the HTML shows whether its lines are those of a list."""
    if token.type != "plain_list" or not token.map:
        return [token]
    first, after = token.map
    return configured(RendererHTML).parse("\n".join(text.split("\n")[first:after]), environment)


def rendered(md: MarkdownIt, text: str) -> str:
    """HTML; where the parser leaves inlines to its caller, they are parsed here."""
    environment: dict[str, object] = {}
    tokens = [token for read in md.parse(text, environment) for token in in_full(read, text, environment)]
    for at, token in enumerate(tokens):
        if token.type == "paragraph_open" and tokens[at + 1] is INSIDE[0]:
            closing = Token("paragraph_close", "p", -1, block=True, hidden=token.hidden)
            tokens[at + 1 : at + 3] = Token("inline", "", 0, content=token.content), closing
            token.nesting = 1
    for token in tokens:
        if token.type == "inline" and not token.children:
            token.children = md.inline.parse(token.content, md, environment, [])
            for child in token.children:
                child.type = "text" if child.type == "text_special" else child.type
    md.add_render_rule("container", lambda *_: "")
    md.add_render_rule("footnote_ref", lambda *_: "")
    md.add_render_rule("reference", lambda *_: "")
    md.add_render_rule("attributes", lambda *_: "")
    return str(md.renderer.render(tokens, md.options, environment))


@needs_fixtures
def test_the_parser_with_places_reads_as_the_library_does() -> None:
    ours, theirs = tracked(configured(RendererHTML)), configured(RendererHTML)
    real = [path.read_text("utf-8") for path in sorted(REAL.rglob("*.md"))]
    for text in [*examples("commonmark.json"), *examples("gfm-extensions.json"), *examples("gfm-regression.json"), *real]:
        assert rendered(ours, text) == rendered(theirs, text)


class NoMatch:
    """A pattern that finds nothing."""

    def match(self, *_: object) -> None:
        """Nothing."""


def whole(text: str) -> list[str]:
    """All that is read in a note, a node a line, with its place."""
    return [str({name: value for name, value in node.as_dict().items() if not isinstance(value, list)} | {"kind": type(node)}) for node in visit(read(text).blocks)]


def by_both(text: str) -> tuple[list[str], list[str]]:
    """The same where plain lists are read as one, and where all lists are the library's."""
    quick = whole(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(block_rules, "PLAIN_LIST", NoMatch())
        return quick, whole(text)


@needs_fixtures
def test_plain_lists_are_read_as_the_library_reads_them() -> None:
    plain = 0
    real = [path.read_text("utf-8") for path in sorted(REAL.rglob("*.md"))]
    for text in [*examples("commonmark.json"), *examples("gfm-extensions.json"), *examples("gfm-regression.json"), *real]:
        quick, slow = by_both(text)
        assert quick == slow
        plain += sum(token.type == "plain_list" for token in parsed_tokens(text)[0])
    assert plain > 200


MARKS = ["- ", "- ", "  - ", "  - ", "    - ", "1. ", "2) ", "   - ", "12. ", "     - ", "* ", "+ ", "-", "1.", "  1. ", "      - "]
SAYS = ["a", "Lead: council", "a", "12 b", "**b** c", "*b*", "“b”", "", "  ", "1. b", "- b", "# b", "```", "| a | b |", "|--|--|", ": b", "---", "===", "[^1]: b", "::: note", "> b", "b  ", "<!-- b -->", "[ ] b", "{#id} b", "b {#id}", "\tb", "![b](c)", "http://a.b"]


LINES = st.lists(st.tuples(st.sampled_from([*MARKS, "", "  "]), st.sampled_from([*SAYS, *["a b"] * 20]), st.sampled_from(["\n", "\n", "\n", "\n\n", "\n\n\n", "\n  \n", "\r\n"])), max_size=9)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(LINES)
def test_lists_of_any_lines_are_read_as_the_library_reads_them(lines: list[tuple[str, str, str]]) -> None:
    assert_read_alike(lines)


@pytest.mark.slow
@settings(max_examples=600, deadline=None, derandomize=True)
@given(LINES)
def test_many_lists_of_any_lines_are_read_as_the_library_reads_them(lines: list[tuple[str, str, str]]) -> None:
    assert_read_alike(lines)


def assert_read_alike(lines: list[tuple[str, str, str]]) -> None:
    text = "".join(map("".join, lines))
    for given_text in (text, text.rstrip("\n"), "## Recommendations\n\n" + text):
        quick, slow = by_both(given_text)
        assert quick == slow


def test_a_plain_list_is_one_token() -> None:
    text = "- One\n  - Lead: council\n  - Due: 31 March 2013\n- Two\n\n9. Nine\n10. Ten\n    - Below\n\nText.\n"
    assert [(token.type, token.map) for token in parsed_tokens(text)[0]][:2] == [("plain_list", [0, 4]), ("plain_list", [5, 8])]


@pytest.mark.parametrize("unit", ["- a\n", "- a\n  - b\n", "1. a\n   - b\n", "- a\n\n", "- a\n \n \n", "- a\n   - b\n  - c\n"])
def test_lists_without_end_are_read_in_linear_time(unit: str) -> None:
    started = time.process_time()
    block_rules.PLAIN_LIST.match(unit * 20_000 + "- a\nb\n")
    assert time.process_time() - started < 0.5


NESTED = """\
## A *heading* with `code` {#id-1}

> Quoted **text** with a [link *inside*](https://example.org "Title") and
> a second line &amp; an \\*escape\\*.
>
> - item one[^1]
>   continues
> - item *two*

| Left | Right \\| bar |
| :-- | --: |
| a `b \\| c` d | *e* \\| f |

Term *one*
: Meaning with **strong** text

[^1]: A footnote with *emphasis*.

    And a second paragraph with [@id-1].

See www.example.org and name@example.org.
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_leaves_in_every_container(newline: str) -> None:
    note = read("\ufeff" + NESTED.replace("\n", newline))
    assert assert_spans(note) > 40
    said = {node.span.text for node in find(note.blocks, nodes.Emphasis)}
    assert said == {"*heading*", "*inside*", "*two*", "*e*", "*one*", "*emphasis*"}
    strong = next(find(note.blocks, nodes.Strong))
    assert (strong.span.text, strong.inner.text) == ("**text**", "text")
    links = [(link.span.text, link.target) for link in find(note.blocks, nodes.Link)]
    assert ("www.example.org", "http://www.example.org") in links
    assert ("name@example.org", "mailto:name@example.org") in links


@pytest.mark.parametrize("blank", ["\u00a0", "\u1680", "\u2003", "\u2028", "\u202f", "\u205f", "\u3000", "\u0085", " \u00a0 "])
@pytest.mark.parametrize("text", ["One & two.@", "One\ntwo *three*@", "Text.\n\nTitle@\n-----", "- one@\n- two@", "- one\n\n  two@", "1. one@\n\n2. two", "> one@", "[^1]: one@\n\nText.[^1]@", "Term@\n: one@", "| @A | B@ |\n|---|---|\n| @a@ | @b |", "::: note\none@\n:::"])
def test_blanks_that_are_no_spaces_move_no_leaf(text: str, blank: str) -> None:
    assert assert_spans(read(text.replace("@", blank) + "\n"))


def test_children_of_a_block_lie_inside_it() -> None:
    note = read(NESTED)
    for node in visit(note.blocks):
        if isinstance(node, (nodes.List, nodes.ListItem, nodes.Quote, nodes.Row, nodes.Paragraph)):
            for child in children(node):
                assert node.span.start <= child.span.start, (node, child)


def dumped(content: list[nodes.Inline] | None) -> str:
    """Inline nodes with all that they are, as text."""
    return "\n".join(f"{type(node).__name__} {node.as_dict()}" for node in visit(content or []))


def both(content: str, environment: dict[str, object]) -> tuple[list[nodes.Inline] | None, list[nodes.Inline]]:
    """What the quick way and the library read in a content."""
    places = Places(Source("a.md", content), [0], [0])
    return simple(content, places, dict(environment)), by_library(content, places, dict(environment))


SIGNS = ["`a`", "`*a`", "` a`", "``", "*", "**", "***", "_", "\n", "  \n", " \n", "[", "]", "(b)", "(https:c)", "[a](b)", "[@id]", "[^1]", "{#id}", "{.c k=v}", "{", "!", "&", "& ", "&amp;", "`", "~~", "^", "\\", "<b>", "(javascript:x)"]


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from([*SIGNS, *["a", "b c", " ", ".", ",", "é", "‘", "1"] * 3, "*a*", "**b c.**", "*a b*"]), max_size=14), st.booleans())
def test_simple_text_is_read_as_the_library_reads_it(pieces: list[str], defined: bool) -> None:
    content = "".join(pieces).strip()
    quick, slow = both(content, {"references": {"A": {"href": "x", "title": ""}}} if defined else {})
    if quick is not None:
        assert dumped(quick) == dumped(slow)


BARE = ["https://a.b", "www.a.b", "WwW.a.b/c_d_e", "http://", "[a](https://a.b/c)", "[www.a.b](c)", "`www.a.b`", "*https://a.b*", "**www.a.b**", "<https://a.b>", "n@a.b"]


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from([*BARE, *SIGNS, "a", " ", " ", "b c", "."]), max_size=9))
def test_addresses_beside_signs_are_read_as_the_library_reads_them(pieces: list[str]) -> None:
    content = "".join(pieces).strip()
    places = Places(Source("a.md", content), [0], [0])
    if has_addresses(content) and SIGN.search(content):
        slow = with_autolinks(by_library(content, places, {}, addresses=True))
        assert dumped(inlines(content, places, {})) == dumped(slow)


HOSTS = ["", "/", "//", "./", "../", "#", "http://", "https://", "https://a.b", "http://a-b.c.org/", "https://-a", "https://a..b/", "https://xn--a.b/", "http://" + "a" * 70]


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.sampled_from(HOSTS), st.text("aZ09_./#-", max_size=12))
def test_an_address_that_is_taken_as_it_is_is_what_the_library_makes_of_it(host: str, path: str) -> None:
    if SAFE.fullmatch(host + path):
        assert validateLink(normalizeLink(host + path))
        assert normalizeLink(host + path) == host + path


def test_most_addresses_are_taken_as_they_are() -> None:
    assert all(SAFE.fullmatch(address) for address in ("../early-help/note.md#visits", "#visits", "https://www.example.org/a/b.html", "note.md"))


@needs_fixtures
def test_simple_text_in_every_fixture_is_read_as_the_library_reads_it() -> None:
    real = [path.read_text("utf-8") for path in sorted(REAL.rglob("*.md"))]
    quicker = 0
    for text in [*examples("commonmark.json"), *examples("gfm-extensions.json"), *examples("gfm-regression.json"), *real]:
        read, environment = parsed_tokens(text)
        for content in {token.content for token in read if token.content and token.type in ("inline", "paragraph_open")}:
            quick, slow = both(content, environment)
            if quick is not None:
                quicker += 1
                assert dumped(quick) == dumped(slow), content
    assert quicker > 1000


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(["a", "b c", " ", "  ", "\t", "\n", "\n\n"]), min_size=1, max_size=14).map("".join))
def test_lines_begin_and_end_where_the_library_finds_them(text: str) -> None:
    ours, theirs = QuickState(text, configured(), {}, []), StateBlock(text, configured(), {}, [])
    for name in ("bMarks", "eMarks", "tShift", "sCount", "bsCount", "lineMax", "level", "parentType"):
        assert getattr(ours, name) == getattr(theirs, name)


@pytest.mark.parametrize("text", ["~~~", "Text.\n\n```", "> ~~~", "- ```", "~~~\n", "```\n```"])
def test_a_fence_may_be_the_end_of_a_note(text: str) -> None:
    assert [type(block).__name__ for block in find(read(text).blocks, nodes.CodeBlock)] == ["CodeBlock"]
