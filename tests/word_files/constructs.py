"""What becomes of every construct of Markdown in Word: the scoreboard. `python -m tests.word_files.constructs` prints it.

Native: WordprocessingML that a Word expert would have used. Degraded: the words are there, and the row says what is not. Refused: an
error names it, and nothing is written. Each row has a proof, XPath over all parts of the package: it must hold where the row says native,
and must not hold where it says degraded, so that an improvement which nobody wrote down fails as well.
"""

from __future__ import annotations

from typing import NamedTuple

from tests.support import PNG, settings

SETTINGS = """\
marking: {level: OFFICIAL-SENSITIVE, handling: Share only with named partners, distribution: [executive group]}
sections: [{id: early-help, title: Every construct, note_titles: true}]
"""
LOOKS = b'headings: {depth: 3, numbering: ["%1", "%1.%2", "%1.%2.%3"]}\n'
NATIVE, DEGRADED, REFUSED = "native", "degraded", "refused"


class Row(NamedTuple):
    """A construct, an example of it, what becomes of it and how, the proof, what a reader sees, and the findings that tell the author."""

    name: str
    markdown: str
    state: str
    how: str
    proof: tuple[str, ...] = ()
    text: str = ""
    findings: tuple[str, ...] = ()


def p(said: str, style: str = "") -> str:
    """Paragraphs that say something, in a style."""
    styled = f'[w:pPr/w:pStyle/@w:val="{style}"]' if style else ""
    return f'//w:document//w:p[contains(string(.), "{said}")]{styled}'


def note(said: str, style: str = "FootnoteText") -> str:
    """Paragraphs of footnotes."""
    return f'//w:footnote/w:p[contains(string(.), "{said}")][w:pPr/w:pStyle/@w:val="{style}"]'


def run(said: str, properties: str) -> str:
    """Runs that say just that, and have these properties."""
    return f'//w:r[string(.)="{said}"][w:rPr[{properties}]]'


def rstyle(name: str) -> str:
    return f'w:rStyle/@w:val="{name}"'


def level(number: int) -> str:
    """Properties of a paragraph at a 0-based level of a list."""
    return f'[w:pPr/w:numPr[w:ilvl/@w:val="{number}"][w:numId/@w:val=//w:num/@w:numId]]'


def starts(number: int, at: int = 0) -> str:
    """Properties of a paragraph in a list that starts at a number."""
    return f'[w:pPr/w:numPr/w:numId/@w:val=//w:num[w:lvlOverride[@w:ilvl="{at}"]/w:startOverride/@w:val="{number}"]/@w:numId]'


def leads_to(address: str) -> str:
    return f'//w:hyperlink[@r:id=//rel:Relationship[@TargetMode="External"][@Target="{address}"]/@Id]'


CODED = '//w:style[@w:styleId="CodeBlock"]/w:rPr/w:noProof'
NINE = "".join(f"{' ' * (depth // 2 * 5 + depth % 2 * 2)}{'1.' if depth % 2 else '-'} at {depth}\n" for depth in range(9))
TEN = "".join(f"{'  ' * depth}- at {depth}\n" for depth in range(11))
MONTHS = "| Agency | " + " | ".join("January February March April May June July August September October November December".split()) + " |\n"
WIDE = MONTHS + "|---" * 13 + "|\n| Health | " + " | ".join(["112,345"] * 12) + " |\n"
SMALL = "| Agency | " + " | ".join(f"Q{quarter}" for quarter in range(1, 13)) + " |\n" + "|---" * 13 + "|\n| Health | " + " | ".join(["1,345"] * 12) + " |\n"
PICTURE = "images/uptake.png"

ROWS: tuple[Row, ...] = (
    # Text
    Row("paragraph", "One two.", NATIVE, "paragraph in BodyText", (p("One two.", "BodyText"),), "One two."),
    Row("soft break", "One\ntwo.", NATIVE, "a space", (p("One two.", "BodyText") + "[not(.//w:br)]",), "One two."),
    Row("hard break, two spaces", "One  \ntwo.", NATIVE, "w:br", (p("One") + "//w:br",), "One two."),
    Row("hard break, backslash", "One\\\ntwo.", NATIVE, "w:br", (p("One") + "//w:br",), "One two."),
    Row("hard break, <br>", "One<br>two.", NATIVE, "w:br", (p("One") + "//w:br",), "One two."),
    Row("entities", "&copy; &amp; &#8364; &nbsp;x", NATIVE, "the characters themselves", (p("© & €"),), "© & € x"),
    Row("escapes", r"\*not\* \[a\] \# x", NATIVE, "the signs themselves", (p("*not* [a] # x") + '[not(.//w:rStyle)]',), "*not* [a] # x"),
    Row("emphasis", "An *em* and _em_.", NATIVE, "character style Emphasis", (run("em", rstyle("Emphasis")),), "An em and em."),
    Row("strong", "A **st** and __st__.", NATIVE, "character style Strong", (run("st", rstyle("Strong")),), "A st and st."),
    Row("strong emphasis", "A ***both***.", NATIVE, "style Strong and w:i", (run("both", rstyle("Strong") + " and w:i"),), "A both."),
    Row("strikethrough", "A ~~gone~~.", NATIVE, "w:strike", (run("gone", "w:strike"),), "A gone."),
    Row("strikethrough, one tilde", "A ~gone~.", NATIVE, "w:strike", (run("gone", "w:strike"),), "A gone."),
    Row("subscript", "H<sub>2</sub>O", NATIVE, "w:vertAlign", (run("2", 'w:vertAlign/@w:val="subscript"'),), "H2O"),
    Row("superscript", "10<sup>th</sup>", NATIVE, "w:vertAlign", (run("th", 'w:vertAlign/@w:val="superscript"'),), "10th"),
    Row("code span", "Some `code`.", NATIVE, "character style CodeText, no proofing", (run("code", rstyle("CodeText")),), "Some code."),
    Row("tab in text", "One\ttwo.", NATIVE, "w:tab", (p("One") + "//w:r/w:tab",), "One two."),
    Row("right-to-left paragraph", "שלום עולם.", NATIVE, "w:bidi, w:rtl and its language", (p("שלום") + "[w:pPr/w:bidi]", run("שלום עולם.", "w:rtl and w:lang/@w:bidi")), "שלום עולם."),
    Row("right-to-left words", "The word سلام stays.", NATIVE, "w:rtl on the words", (run("سلام", "w:rtl"), p("The word") + "[not(w:pPr/w:bidi)]"), "The word سلام stays."),
    Row("smart punctuation", '"Quoted" -- so...', DEGRADED, "printed as typed", (p("“Quoted” – so…"),), '"Quoted" -- so...'),
    Row("emoji shortcode", "A :smile: here", DEGRADED, "printed as typed", (p("😄"),), "A :smile: here"),
    Row("mathematics", "So $x^2$ here", DEGRADED, "printed as typed", ("//m:oMath",), "So $x^2$ here"),
    Row("highlight", "A ==mark== here", DEGRADED, "printed as typed", ("//w:highlight",), "A ==mark== here"),
    # Links and references
    Row("link", "A [link](https://example.org/a).", NATIVE, "w:hyperlink, style Hyperlink", (leads_to("https://example.org/a") + "[@w:tooltip='https://example.org/a']/w:r[w:rPr/w:rStyle/@w:val='Hyperlink']",), "A link."),
    Row("link with a title", 'A [link](https://example.org/a "Tip").', NATIVE, "w:tooltip", ('//w:hyperlink[@w:tooltip="Tip"]',), "A link."),
    Row("reference link", "A [link][r].\n\n[r]: https://example.org/r", NATIVE, "w:hyperlink", (leads_to("https://example.org/r"),), "A link."),
    Row("autolink", "<https://example.org/x>", NATIVE, "w:hyperlink", (leads_to("https://example.org/x"),), "https://example.org/x"),
    Row("bare address", "See *it* at www.example.org/a_b_c.", NATIVE, "w:hyperlink", (leads_to("http://www.example.org/a_b_c"),), "See it at www.example.org/a_b_c."),
    Row("e-mail address", "<office@example.org>", NATIVE, "w:hyperlink, mailto:", (leads_to("mailto:office@example.org"),), "office@example.org"),
    Row("link to a heading", "# Top\n\nSee [it](#top).", NATIVE, "w:hyperlink to its bookmark", ("//w:hyperlink[@w:anchor=//w:bookmarkStart/@w:name][@w:tooltip='Top'][string(.)='it']",), "Top See it."),
    Row("cross-reference", "# Top {#here}\n\nSee [@here].", NATIVE, "REF field with its result", (p("See section") + "//w:instrText[contains(., 'REF ')]",), "Top See section 1.1."),
    Row("link to a file", "A [plan](plan.pdf).", DEGRADED, "the words without a link", ("//w:hyperlink[string(.)='plan']",), "A plan.", ("unsafe-link",)),
    Row("link to nowhere in the notes", "A [link](#nowhere).", REFUSED, "", findings=("dangling-reference",)),
    # Pictures
    Row("picture in a line", f"A ![dots]({PICTURE}) here.", NATIVE, "wp:inline with alternative text", (p("here.") + '//wp:inline/wp:docPr[@descr="dots"]',), "A dots here."),
    Row("picture in a line, title", f'A ![dots]({PICTURE} "Tip") here.', NATIVE, "the picture's title", (p("here.") + '//wp:docPr[@title="Tip"]',), "A dots Tip here."),
    Row("figure", f'![dots]({PICTURE} "Caption"){{#f}}', NATIVE, "style Figure, Caption with SEQ Figure", ('//w:p[w:pPr/w:pStyle/@w:val="Figure"]//wp:inline', p("Caption", "Caption") + "//w:instrText[contains(., 'SEQ Figure')]"), "dots Caption Figure 1: Caption"),
    Row("decorative picture", f"![]({PICTURE}){{.decorative}}", NATIVE, "marked as decorative", ("//wp:docPr//adec:decorative[@val='1']",), ""),
    Row("picture as a link", f"[![dots]({PICTURE})](https://example.org/a) x", NATIVE, "the picture in w:hyperlink", (leads_to("https://example.org/a") + "//wp:inline",), "dots x"),
    Row("picture without a description", f"![]({PICTURE})", DEGRADED, "shown, with nothing to read", ("//wp:docPr[string(@descr)]",), "", ("missing-alt-text",)),
    Row("picture that is not there", "![dots](images/none.png)", REFUSED, "", findings=("bad-picture",)),
    # Headings and rules
    Row("headings 1 to 6", "".join(f"{'#' * n} Level {n}\n\n" for n in range(1, 7)) + "End.", NATIVE, "heading styles with outline levels", (*(p(f"Level {n}", f"Heading{n + 1}") for n in range(1, 7)), '//w:style[@w:styleId="Heading7"]/w:pPr/w:outlineLvl[@w:val="6"]'), "Level 1 Level 2 Level 3 Level 4 Level 5 Level 6 End."),
    Row("heading numbers", "# Top\n\nEnd.", NATIVE, "one multilevel list linked to the styles", ('//w:style[@w:styleId="Heading2"]/w:pPr/w:numPr[w:numId/@w:val="1"]', '//w:abstractNum/w:lvl[@w:ilvl="1"]/w:pStyle[@w:val="Heading2"]'), "Top End."),
    Row("headings, underlined", "Top\n===\n\nLower\n---\n\nEnd.", NATIVE, "heading styles", (p("Top", "Heading2"), p("Lower", "Heading3")), "Top Lower End."),
    Row("heading with marks", "# A *word* `x`\n\nEnd.", NATIVE, "runs in the heading", (p("A word", "Heading2") + "//w:rStyle[@w:val='Emphasis']",), "A word x End."),
    Row("heading, level skipped", "# Top\n\nx\n\n### Low\n\nEnd.", DEGRADED, "one level below the one above", (p("Low", "Heading4"),), "Top x Low End.", ("skipped-heading",)),
    Row("heading with nothing below", "Text.\n\n# Alone", DEGRADED, "not printed", (p("Alone"),), "Text.", ("bare-heading",)),
    Row("heading in a quote", "> # Said\n>\n> so", DEGRADED, "bold words, not in the contents", (p("Said") + "[starts-with(w:pPr/w:pStyle/@w:val, 'Heading')]",), "Said so"),
    Row("rule", "One.\n\n***\n\nTwo.", NATIVE, "paragraph with a border", ('//w:style[@w:styleId="Rule"]/w:pPr/w:pBdr/w:bottom', '//w:document//w:p[w:pPr/w:pStyle/@w:val="Rule"]'), "One. Two."),
    # Quotes
    Row("quote", "> Quoted.", NATIVE, "style Quote", (p("Quoted.", "Quote"), '//w:style[@w:styleId="Quote"]/w:name[@w:val="quote"]'), "Quoted."),
    Row("quote in a list", "- a\n\n  > said", NATIVE, "style Quote, indented", (p("said", "Quote") + "[w:pPr/w:ind/@w:left > 397]",), "a said"),
    Row("quote in a list in a quote", "> - a\n>\n>   > said\n>   >\n>   > 1. b", NATIVE, "indented further", (p("a", "Quote") + level(0), p("said", "Quote") + "[w:pPr/w:ind/@w:left > 1000]", p("b", "Quote") + level(1)), "a said b"),
    # Lists
    Row("bullets", "- a1\n- b1", NATIVE, "w:numPr, bullets", (p("a1", "ListBullet") + level(0), '//w:abstractNum/w:lvl/w:numFmt[@w:val="bullet"]'), "a1 b1"),
    Row("numbers", "1. a1\n2. b1", NATIVE, "w:numPr, a w:num of its own", (p("b1", "ListNumber") + level(0) + starts(1),), "a1 b1"),
    Row("numbers from 7", "7. a1\n8. b1", NATIVE, "w:startOverride", (p("a1", "ListNumber") + starts(7),), "a1 b1"),
    Row("numbers from 0", "0. a1\n1. b1", NATIVE, "w:startOverride", (p("a1", "ListNumber") + starts(0),), "a1 b1"),
    Row("numbers with a bracket", "1) a1\n2) b1", DEGRADED, "shown as 1.", ('//w:lvlText[@w:val="%1)"]',), "a1 b1"),
    Row("two lists in a row", "1. a1\n\n<!-- -->\n\n1. b1", NATIVE, "each starts anew", (f'//w:p[contains(string(.), "a1")]//w:numId[not(@w:val={p("b1")}//w:numId/@w:val)]',), "a1 b1"),
    Row("tight list", "- a1\n- b1", NATIVE, "w:contextualSpacing of the style", ('//w:style[@w:styleId="ListBullet"]/w:pPr/w:contextualSpacing', p("a1") + "[not(w:pPr/w:contextualSpacing)]"), "a1 b1"),
    Row("loose list", "- a1\n\n- b1", NATIVE, "w:contextualSpacing off", (p("a1") + "/w:pPr/w:contextualSpacing[@w:val='0']",), "a1 b1"),
    Row("tasks", "- [ ] a1\n- [x] b1", DEGRADED, "☐ and ☑ as text, no control that is clicked", ("//w14:checkbox",), "☐ a1 ☑ b1"),
    Row("mixed nesting, nine levels", NINE, NATIVE, "a level each", tuple(p(f"at {n}") + level(n) + (starts(1, n) if n % 2 else "") for n in range(9)), " ".join(f"at {n}" for n in range(9))),
    Row("eleven levels", TEN, DEGRADED, "at the ninth level, indented further", (p("at 10") + level(10),), " ".join(f"at {n}" for n in range(11)), ("deep-list",)),
    Row("several paragraphs in an item", "- a1\n\n  more", NATIVE, "ListContinue at the item's indent", (p("more", "ListContinue") + "[w:pPr/w:ind/@w:left = 397]",), "a1 more"),
    Row("code in an item", "- a1\n\n  ```\n  x1\n  ```", NATIVE, "indented", (p("x1", "CodeBlock") + "[w:pPr/w:ind/@w:left > 397]",), "a1 x1"),
    Row("table in an item", "- a1\n\n  | A |\n  |---|\n  | c1 |", NATIVE, "w:tblInd", ("//w:tbl[contains(string(.), 'c1')]/w:tblPr/w:tblInd[@w:w='397']",), "a1 A c1"),
    Row("more than 2,000 numbered lists", "x\n\n" + "1. a\n\n<!-- -->\n\n" * 2001, NATIVE, "a w:num each, and Word grows slow", ('//w:num[@w:numId="2004"]/w:lvlOverride/w:startOverride',), "x" + " a" * 2001, ("many-lists",)),
    # Code
    Row("fenced code", "```\none\n\n  two\n```", NATIVE, "one paragraph CodeBlock with w:br, no proofing", (p("one", "CodeBlock") + "[count(.//w:br)=2]", CODED), "one two"),
    Row("indented code", "Text.\n\n    one\n    two", NATIVE, "CodeBlock", (p("one", "CodeBlock") + "//w:br",), "Text. one two"),
    Row("code with its language", "```python\none\n```", NATIVE, "a style of its language, which looks like any code", (p("one", "CodeBlock-python"), '//w:style[@w:styleId="CodeBlock-python"]/w:basedOn[@w:val="CodeBlock"]'), "one"),
    Row("code that is not closed", "```\none", NATIVE, "code up to the end of the note", (p("one", "CodeBlock"),), "one", ("unclosed-code",)),
    Row("words beside a fence", "```text Said here\none\n```", DEGRADED, "not printed", (p("Said here"),), "one", ("words-beside-code",)),
    # Tables
    Row("table", "| A | B |\n|---|---|\n| c | d |", NATIVE, "w:tbl, header row marked, rows whole", ("//w:tbl[contains(string(.), 'cd')]/w:tr[1]/w:trPr/w:tblHeader", "//w:tbl[contains(string(.), 'cd')]/w:tr[2]/w:trPr/w:cantSplit"), "A B c d"),
    Row("alignment", "| L | C | R |\n|:--|:-:|--:|\n| l1 | c1 | r1 |", NATIVE, "w:jc", (p("c1") + "/w:pPr/w:jc[@w:val='center']", p("r1") + "/w:pPr/w:jc[@w:val='right']"), "L C R l1 c1 r1"),
    Row("marks in cells", "| A |\n|---|\n| *e* `c` [l](https://example.org/a)<br>x |", NATIVE, "runs, links and breaks", ("//w:tc" + run("e", rstyle("Emphasis")), "//w:tc//w:hyperlink", "//w:tc//w:br"), "A e c l x"),
    Row("escaped bar", "| A |\n|---|\n| a \\| b |", NATIVE, "the sign itself", (p("a | b"),), "A a | b"),
    Row("empty cells", "| A | B |\n|---|---|\n|  | d |", NATIVE, "a paragraph without words", ("//w:tc[not(string(.))]/w:p", p("d") ), "A B d"),
    Row("short row", "| A | B |\n|---|---|\n| c |", NATIVE, "filled with empty cells", ("//w:tbl[contains(string(.), 'c')]/w:tr[2][count(w:tc)=2]",), "A B c"),
    Row("caption of a table", "Table: What {#t}\n\n| A |\n|---|\n| c |", NATIVE, "Caption with SEQ Table, title for screen readers", (p("What", "Caption") + "//w:instrText[contains(., 'SEQ Table')]", "//w:tblCaption[@w:val='What']"), "Table 1: What A c"),
    Row("wide table", SMALL, NATIVE, "smaller text, as wide as the page", ("//w:tbl[contains(string(.), 'Q12')]//w:pStyle[@w:val='TableSmall']", "//w:tbl[contains(string(.), 'Q12')]/w:tblPr/w:tblW[@w:w=9072]"), " ".join(SMALL.replace("|", " ").replace("-", "").split())),
    Row("very wide table", WIDE, NATIVE, "a turned page of its own", ("//w:tbl[contains(string(.), 'December')]/w:tblPr/w:tblW[@w:w > 13000]", "//w:tbl[contains(string(.), 'December')]/following-sibling::w:p[1]//w:pgSz[@w:orient='landscape']"), " ".join(WIDE.replace("|", " ").replace("-", "").split())),
    Row("right-to-left table", "| שם | B |\n|---|---|\n| אב | d |", NATIVE, "w:bidiVisual", ("//w:tbl[contains(string(.), 'אב')]/w:tblPr/w:bidiVisual",), "שם B אב d"),
    Row("more than 63 columns", "|a" * 64 + "|\n" + "|-" * 64 + "|\n", REFUSED, "", findings=("wide-table",)),
    Row("surplus cell", "| A |\n|---|\n| c | d |", REFUSED, "", findings=("surplus-cell",)),
    # Footnotes
    Row("footnote", "Said.[^n]\n\n[^n]: Below.", NATIVE, "w:footnoteReference", (p("Said.") + "//w:footnoteReference", note("Below.")), "Said. Below."),
    Row("footnote of several blocks", "Said.[^n]\n\n[^n]: One.\n\n    Two.\n\n    > Three.", NATIVE, "paragraphs of one footnote", (note("Two."), note("Three.", "Quote")), "Said. One. Two. Three."),
    Row("list in a footnote", "Said.[^n]\n\n[^n]: One.\n\n    3. l1\n    4. l2", NATIVE, "w:numPr in the footnote", (note("l1") + level(0) + starts(3),), "Said. One. l1 l2"),
    Row("code in a footnote", "Said.[^n]\n\n[^n]: One.\n\n    ```\n    x1\n    ```", NATIVE, "CodeBlock in the footnote", (note("x1", "CodeBlock"),), "Said. One. x1"),
    Row("table in a footnote", "Said.[^n]\n\n[^n]: One.\n\n    | T |\n    |---|\n    | c |", NATIVE, "w:tbl in the footnote", ("//w:footnote/w:tbl",), "Said. One. T c"),
    Row("footnote used twice", "Said[^n] and so.[^n]\n\n[^n]: Below.", NATIVE, "NOTEREF to the first mark", (p("and so") + "//w:instrText[contains(., 'NOTEREF')]",), "Said and so. Below."),
    Row("footnote in a cell", "| Cell[^n] |\n|---|\n| c |\n\n[^n]: Below.", NATIVE, "w:footnoteReference in the cell", ("//w:tc//w:footnoteReference", note("Below.")), "Cell c Below."),
    Row("footnote in a heading", "# Top[^n]\n\nEnd.\n\n[^n]: Below.", NATIVE, "in the heading, not in the contents", (p("Top", "Heading2") + "//w:footnoteReference", "//w:document[count(.//w:footnoteReference)=1]"), "Top End. Below."),
    Row("footnote without text", "Said.[^n]", DEGRADED, "printed as typed", ("//w:footnoteReference",), "Said.[^n]", ("undefined-footnote",)),
    Row("footnote without a mark", "Said.\n\n[^n]: Below.", DEGRADED, "not printed", ("//w:footnote[contains(string(.), 'Below')]",), "Said.", ("unused-footnote",)),
    Row("footnote in a footnote", "Said.[^n]\n\n[^n]: Below[^m].\n\n[^m]: x", REFUSED, "", findings=("nested-footnote",)),
    Row("footnote in the line", "A^[Below.]", DEGRADED, "printed as typed", ("//w:footnoteReference",), "A^[Below.]"),
    # Definitions and boxes
    Row("definition list", "Term\n: Meaning.\n\n: Another.", NATIVE, "DefinitionTerm, Definition", (p("Term", "DefinitionTerm"), p("Another.", "Definition")), "Term Meaning. Another."),
    Row("list in a definition", "Term\n: Meaning.\n\n  - l1", NATIVE, "indented below it", (p("l1") + level(0) + "[w:pPr/w:ind/@w:left > 397]",), "Term Meaning. l1"),
    *(
        Row(f"box: {name}", f"::: {name}\nInside.\n:::", NATIVE, f"paragraphs in {style} with a border", (p("Inside.", style), f'//w:style[@w:styleId="{style}"]/w:pPr/w:pBdr/w:left'), text)
        for name, style, text in (("note", "AsideNote", "Note: Inside."), ("warning", "AsideWarning", "Warning: Inside."), ("case-study", "CaseStudy", "Case study: Inside."), ("quote", "PullQuote", "Inside."))
    ),
    Row("list in a box", "::: note\nInside.\n\n- l1\n:::", NATIVE, "the box's style in the list", (p("l1", "AsideNote") + level(0),), "Note: Inside. l1"),
    Row("table in a box", "::: note\nInside.\n\n| A |\n|---|\n| c |\n:::", NATIVE, "indented as the box", ("//w:tbl[contains(string(.), 'c')]/w:tblPr/w:tblInd",), "Note: Inside. A c"),
    Row("box in a box", "::: note\nOuter.\n\n::: quote\nInner.\n:::\n:::", NATIVE, "its own style, indented further", (p("Inner.", "PullQuote") + "[w:pPr/w:ind/@w:left > 312]",), "Note: Outer. Inner."),
    Row("box of an unknown name", "::: advice\nInside.\n:::", REFUSED, "", findings=("unknown-container",)),
    Row("box that is not closed", "::: note\nInside.", REFUSED, "", findings=("unclosed-container",)),
    Row("alert of GitHub", "> [!NOTE]\n> Inside.", DEGRADED, "a quote, its sign as typed", (p("Inside.", "AsideNote"),), "[!NOTE] Inside."),
    # HTML and attributes
    Row("HTML in a line", "A <b>bold</b> word.", DEGRADED, "the words without marks", (run("bold", "w:b"),), "A bold word.", ("raw-html",)),
    Row("HTML block", "<div>\nWords.\n</div>", DEGRADED, "the words as a paragraph", ("//w:altChunk",), "Words.", ("raw-html",)),
    Row("HTML that nobody knows", "From <name of agency>.", NATIVE, "printed as typed: people write such placeholders to be read", (p("<name of agency>"),), "From <name of agency>.", ("raw-html",)),
    Row("script", "A.\n\n<script>\nalert(1)\n</script>", DEGRADED, "dropped with what it holds", ("//w:t[contains(., 'alert')]",), "A.", ("raw-html",)),
    Row("comment", "A <!-- secret --> B.", NATIVE, "never exported", ("//w:document[not(contains(string(.), 'secret'))]",), "A B."),
    Row("identity of a heading", "# Top {#top}\n\nEnd.", NATIVE, "bookmark", (p("Top", "Heading2") + "/w:bookmarkStart",), "Top End."),
    Row("attributes without a place", "A word. {.red}\n\nEnd.", DEGRADED, "printed as typed", ("//w:color[@w:val='red']",), "A word. {.red} End.", ("unused-attributes",)),
)


def files() -> dict[str, bytes]:
    """A workspace with a note for every row that is built, but for the one of thousands of lists."""
    built = [row for row in ROWS if row.state != REFUSED and "many-lists" not in row.findings]
    found = {"content/assessment.yaml": settings(SETTINGS).encode(), "content/images/uptake.png": PNG, "styles/house.yaml": LOOKS}
    for number, row in enumerate(built, 100):
        front = f"---\ntitle: Row {number}\nsection: early-help\nagencies: [council]\nstatus: agreed\norder: {number}\n---\n"
        found[f"content/early-help/{number}.md"] = f"{front}{row.markdown}\n".encode()
    return found


def main() -> None:
    """Print the scoreboard."""
    for row in ROWS:
        findings = f"  [{', '.join(row.findings)}]" if row.findings else ""
        print(f"{row.name:34}{row.state:10}{row.how}{findings}")
    counts = {state: sum(row.state == state for row in ROWS) for state in (NATIVE, DEGRADED, REFUSED)}
    print(", ".join(f"{count} {state}" for state, count in counts.items()))


if __name__ == "__main__":
    main()
