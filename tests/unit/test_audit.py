"""The accessibility gate: for each rule files that are bad in one way, and files that only look so."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from docgen.audit.colours import read_colour
from docgen.audit.facts import read_facts
from docgen.audit.gate import audit
from docgen.audit.names import NAMES
from docgen.audit.table import RULES
from docgen.build import build, load
from docgen.diagnostics import Diagnostic
from docgen.project import SETTINGS as SETTINGS_PATH
from docgen.project import MemoryTree
from docgen.report.findings import as_text
from docgen.word.opening import BadPackage, open_package, tree
from docgen.word.wordml import stated, tag
from tests.packages import CORE, NAMED, field, furniture, p, picture, r, table, word
from tests.support import FIXTURES, example, needs_fixtures
from tests.word_files.scoreboard import files

TEXT = p("Some words of text.")
H1 = p("Leadership", "H1")
DECORATIVE = '<a:extLst><a:ext uri="x"><adec:decorative val="1"/></a:ext></a:extLst>'
BOX = f"<w:txbxContent>{TEXT}</w:txbxContent>"
BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
SECTION = '<w:p><w:pPr><w:sectPr/></w:pPr></w:p>'
HEADER = '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/></w:sectPr>'
FOOTER = '<w:sectPr><w:footerReference w:type="default" r:id="rId5"/></w:sectPr>'
INK = '<w:rStyle w:val="Red"/>'
RED = '<w:color w:val="C00000"/>'
MONO = '<w:rFonts w:ascii="Consolas"/>'
MERGED = "<w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" + p("a")
THEME = f'<a:theme {NAMED}><a:themeElements><a:clrScheme><a:accent1><a:srgbClr val="4472C4"/></a:accent1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1></a:clrScheme></a:themeElements></a:theme>'
PLAIN = f'<w:styles {NAMED}/>'
WIDE = "".join(p(f"Words of paragraph {index}.") for index in range(40))


def link(text: str, target: str = 'r:id="rId20"') -> str:
    return f"<w:p>{r('See ')}<w:hyperlink {target}>{r(text)}</w:hyperlink></w:p>"


def shade(fill: str, kind: str = "clear", more: str = "") -> str:
    return f'<w:shd w:val="{kind}" w:color="auto" w:fill="{fill}"{more}/>'


def colour(digits: str, more: str = "") -> str:
    return f'<w:color w:val="{digits}"{more}/>'


class File(NamedTuple):
    """A body, and the parts that differ from those of a sound file."""

    body: str
    parts: dict[str, str | None]


def file(body: str, **parts: str | None) -> File:
    return File(body, parts)


# What is wrong: the rule, the words of its message, and the paragraph that it is about (0: the file as such).
BAD: list[tuple[str, str, int, File]] = [
    ("no-document-title", "has no title", 0, file(TEXT, core=None)),
    ("no-document-title", "has no title", 0, file(TEXT, core=CORE.replace("A title", "  "))),
    ("no-document-title", '"Document1"', 0, file(TEXT, core=CORE.replace("A title", "Document1"))),
    ("no-document-language", "in which language", 0, file(TEXT, styles=PLAIN)),
    ("no-document-language", "in which language", 0, file(p("a", look='<w:lang w:val="en-GB"/>') + TEXT, styles=None)),
    ("heading-order", '"Staff" is a heading of level 2, and the first heading must be of level 1', 1, file(p("Staff", "H2"))),
    ("heading-order", '"Staff" is a heading of level 3 and follows one of level 1', 2, file(H1 + p("Staff", "H3"))),
    ("heading-order", "of level 5", 2, file(H1 + p("Staff", properties='<w:outlineLvl w:val="4"/>'))),
    ("heading-order", "an empty paragraph is marked as a heading of level 2", 2, file(H1 + p(" ", "H2") + TEXT)),
    ("unmarked-heading", '"Staff" looks like a heading', 2, file(TEXT + p("Staff", look="<w:b/>") + TEXT)),
    ("unmarked-heading", '"Staff:" looks like', 1, file(p("Staff:", look='<w:rStyle w:val="Strong"/>') + TEXT)),
    ("unmarked-heading", "40 paragraphs and no heading", 0, file(WIDE)),
    ("picture-without-text", "no alternative text", 1, file(picture(""))),
    ("picture-without-text", "no alternative text", 1, file(picture(" ", marks=DECORATIVE.replace('"1"', '"0"')))),
    ("picture-without-text", '"image1.PNG", is a file', 1, file(picture("image1.PNG"))),
    ("picture-without-text", "no alternative text", 1, file("<w:p><w:r><w:pict><v:shapetype/><v:shape><v:imagedata/></v:shape></w:pict></w:r></w:p>")),
    ("picture-without-text", "no alternative text", 2, file(TEXT + HEADER, header=furniture("hdr", picture("")))),
    ("table-without-title", "no title", 1, file(table("a|b", "c|d", title="", outer=TEXT))),
    ("table-without-header", "not marked", 1, file(table("a|b", "c|d", header=False, outer=TEXT))),
    ("table-without-header", "not marked", 1, file(table("a|b", "c|d", outer=TEXT).replace("<w:tblHeader/>", '<w:tblHeader w:val="0"/>'))),
    ("table-without-header", "nothing above column 2", 2, file(table("a|", "c|d", outer=TEXT))),
    ("table-without-header", "nothing above 2 columns", 1, file(table("|", "c|d", outer=TEXT))),
    ("merged-cells", "a merged cell", 1, file(table(MERGED, "c|d", outer=TEXT))),
    ("merged-cells", "2 merged cells", 1, file(table(*[f"<w:tcPr><w:vMerge{more}/></w:tcPr>{p('a')}|b" for more in (' w:val="restart"', "")], outer=TEXT))),
    ("merged-cells", "same number of cells", 1, file(table("a|b", "c|d|e", outer=TEXT))),
    ("merged-cells", "inside a table", 3, file(table("a|b", f"{table('c|d', 'e|f', outer=TEXT)}|g", outer=TEXT))),
    ("vague-link", '"click here", does not say', 1, file(link("click here"))),
    ("vague-link", '"Read more…", does not say', 1, file(link("Read more…"))),
    ("vague-link", "is an address", 1, file(link("https://example.org/docs?id=8812"))),
    ("vague-link", "is an address", 1, file(link("www.example.org/a-rather-long-path/for-a-reader"))),
    ("vague-link", "is an address", 1, file(link("www.example.org"))),
    ("vague-link", "is an address", 1, file(link("(https://example.org)"))),
    ("vague-link", "a link has no text", 1, file(link("") + TEXT)),
    ("vague-link", '"here", does not say', 1, file(f"<w:p>{field('HYPERLINK &quot;https://example.org&quot;', 'here')}</w:p>")),
    ("vague-link", '"here", does not say', 1, file(f'<w:p><w:fldSimple w:instr="HYPERLINK &quot;https://example.org&quot;">{r("here")}</w:fldSimple></w:p>')),
    ("vague-link", '"here", does not say', 1, file(link("here", 'w:anchor="place"'))),
    ("empty-paragraph", "2 empty paragraphs make space", 2, file(TEXT + p("") + p(" ") + TEXT)),
    ("empty-paragraph", "an empty paragraph makes space", 2, file(TEXT + p("") + TEXT)),
    ("empty-paragraph", "2 empty paragraphs make space, here and in 1 more place", 2, file(TEXT + p("") + TEXT + p("") + TEXT)),
    ("empty-paragraph", "2 empty paragraphs", 2, file(TEXT + p("") + p("") + "<w:sectPr/>")),
    ("empty-paragraph", "an empty paragraph", 1, file(p("") + TEXT)),
    ("empty-paragraph", "an empty paragraph", 3, file(table("a|b", f"{p('')}{p('c')}|d", outer=TEXT))),
    ("floating-object", "floats beside the text", 1, file(picture("A chart of visits", "anchor"))),
    ("floating-object", "text box", 1, file(picture("", "inline", BOX))),
    ("floating-object", "text box", 1, file(f"<w:p><w:r><w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict></w:r></w:p>")),
    ("floating-object", "floats beside the text", 1, file('<w:p><w:r><w:pict><v:rect alt="A bar" style="position: absolute"/></w:pict></w:r></w:p>')),
    ("typed-list", '"• visits"', 1, file(p("• visits"))),
    ("typed-list", '"- visits"', 2, file(TEXT + p("- visits") + p("- calls") + p("- letters"))),
    ("typed-list", '"1. visits"', 1, file(p("1. visits") + p("2. calls"))),
    ("typed-list", '"a) visits"', 1, file(p("a) visits") + p("b) calls"))),
    ("typed-list", '"– visits"', 1, file(f"<w:p>{r('– visits')}<w:r><w:br/></w:r>{r('– calls')}</w:p>")),
    ("low-contrast", "#999999 on #FFFFFF, a contrast of 2.8 to 1 where 4.5", 1, file(p("a", look=colour("999999")))),
    ("low-contrast", "in 1 more paragraph", 1, file(p("a", "Faint") + p("b", "Round"))),
    ("low-contrast", 'by the style "Faint", a contrast', 1, file(p("a", "Round"))),
    ("low-contrast", 'on #1F3864 by the style "Red ink"', 1, file(table(f"{p('a', look=INK)}|b", "c|d", style="Grid", outer=TEXT))),
    ("low-contrast", "where 3 are needed", 1, file(p("a", look=colour("999999") + '<w:sz w:val="36"/>'))),
    ("low-contrast", "where 4.5", 1, file(p("a", look=colour("808080") + '<w:sz w:val="35"/>'))),
    ("low-contrast", "#000000 on #333333", 1, file(p("a", properties=shade("333333"), look=colour("000000")))),
    ("low-contrast", "#FFFFFF on #FFFF00", 1, file(p("a", look=colour("FFFFFF") + '<w:highlight w:val="yellow"/>'))),
    ("low-contrast", "#FFFFFF on #D9D9D9", 1, file(p("a", properties=shade("auto", "pct15"), look=colour("FFFFFF")))),
    ("low-contrast", "#333333 on #1F3864", 1, file(table(f"{p('a', look=colour('333333'))}|b", "c|d", style="Grid", outer=TEXT))),
    ("low-contrast", "#FFFFFF on #FFFFFF", 2, file(table(f"a|<w:tcPr>{shade('auto')}</w:tcPr>{p('b')}", "c|d", style="Grid", outer=TEXT))),
    ("low-contrast", "#000000 on #000000", 1, file(p("a", look=colour("000000") + shade("FFFFFF", "solid")))),
    ("low-contrast", "#B4C6E7", 1, file(p("a", look=colour("000000", ' w:themeColor="accent1" w:themeTint="66"')), theme=THEME)),
    ("low-contrast", "#4472C4 on #1F3864", 1, file(p("a", properties=shade("000000", more=' w:themeFill="accent1" w:themeFillShade="80"'), look=colour("000000", ' w:themeColor="accent1"')), theme=THEME)),
    ("colour-alone", '"overdue"', 1, file(f"<w:p>{r('Three actions are ')}{r('overdue', RED)}{r(' by now.')}</w:p>")),
    ("colour-alone", 'it is that of the style "Red ink"', 1, file(f"<w:p>{r('Three actions are ')}{r('overdue', INK)}{r(' by now.')}</w:p>")),
    ("header-only-text", '"Confidential until May" stands in a footer only', 2, file(TEXT + FOOTER, footer=furniture("ftr", p("Confidential until May")))),
    ("header-only-text", '"Secret" stands in a header only', 2, file(TEXT + HEADER, header=furniture("hdr", p("Some words of text\tSecret")))),
]
# What is right, though a careless rule might think otherwise.
GOOD: list[tuple[str, File]] = [
    ("title", file(TEXT)),
    ("language of each run", file(p("a", look='<w:lang w:val="en-GB"/>') + p("2012"), styles=PLAIN)),
    ("headings in order", file(H1 + p("a", "H2") + p("b", "H3") + p("c", "H1") + p("d", "H2"))),
    ("an outline level of text", file(H1 + p("a", "H2", '<w:outlineLvl w:val="9"/>') + TEXT)),
    ("a sentence in bold", file(p("Nobody was told.", look="<w:b/>") + TEXT)),
    ("bold words in a sentence", file(f"<w:p>{r('Nobody', '<w:b/>')}{r(' was told')}</w:p>" + TEXT)),
    ("two bold lines", file(p("Anytown", look="<w:b/>") + p("Partnership", look="<w:b/>"))),
    ("bold switched off again", file(p("Staff", look='<w:b w:val="0"/>') + TEXT)),
    ("a bold line in a table", file(table(f"{p('Lead', look='<w:b/>')}|Due", "a|b", outer=TEXT))),
    ("a bold line in a box", file(p("Case study", properties='<w:pBdr><w:left w:val="single"/></w:pBdr>', look="<w:b/>") + TEXT)),
    ("a bold item of a list", file(p("Staff", "Listed", look="<w:b/>") + TEXT)),
    ("alternative text", file(picture("A chart of visits"))),
    ("a decorative picture", file(picture("", marks=DECORATIVE))),
    ("a decorative picture that floats", file(picture("", "anchor", marks=DECORATIVE))),
    ("a drawing said again for old programs", file(f'<mc:AlternateContent><mc:Choice Requires="wps">{picture("A chart")}</mc:Choice><mc:Fallback>{picture("")}</mc:Fallback></mc:AlternateContent>')),
    ("a line across the page", file('<w:p><w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r></w:p>')),
    ("an old shape with text", file('<w:p><w:r><w:pict><v:group alt="A chart"><v:shape/></v:group></w:pict></w:r></w:p>')),
    ("a picture that floats in a header", file(TEXT + HEADER, header=furniture("hdr", picture("The logo of Anytown", "anchor")))),
    ("a watermark", file(TEXT + HEADER, header=furniture("hdr", '<w:p><w:r><w:pict><v:shape style="position:absolute"><v:textpath string="DRAFT"/></v:shape></w:pict></w:r></w:p>'))),
    ("a table", file(table("a|b", "c|d", outer=TEXT))),
    ("a table with a corner", file(table("|b", "c|d", outer=TEXT))),
    ("a frame of one row", file(table("a|b", header=False, title="", outer=TEXT))),
    ("a frame of one column", file(table("a", "b", header=False, title="", outer=TEXT))),
    ("a link", file(link("terms of reference") + link("R3", 'w:anchor="place"'))),
    ("an e-mail address", file(link("somebody@example.org"))),
    ("an address that is no link", file(f"<w:p>{link('terms of reference')[5:-6]}{r(' (www.example.org/terms)')}</w:p>")),
    ("a link on a picture", file(f'<w:p><w:hyperlink r:id="rId20">{picture("Our website")[5:-6]}</w:hyperlink></w:p>')),
    ("a paragraph between tables", file(table("a|b", "c|d") + p("") + table("a|b", "c|d", outer=TEXT))),
    ("the last paragraph of a cell", file(table("a|b", f"{table('c|d', header=False, title='')}{p('')}|e", outer=TEXT))),
    ("an empty cell", file(table("a|b", "c|", outer=TEXT))),
    ("the last paragraph", file(table("a|b", "c|d") + p("") + "<w:sectPr/>")),
    ("a section ends", file(table("a|b", "c|d") + p("") + SECTION + TEXT + SECTION + TEXT)),
    ("a page break", file(TEXT + BREAK + TEXT)),
    ("a line that is drawn", file(TEXT + p("", properties='<w:pBdr><w:bottom w:val="single"/></w:pBdr>') + TEXT)),
    ("an item of a list", file(TEXT + p("", "Listed") + TEXT)),
    ("a paragraph of a field", file(TEXT + f"<w:p>{field('SEQ hidden', '')}</w:p>" + TEXT)),
    ("text that was deleted", file(TEXT + f'<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del w:id="2">{r("- a", RED)}</w:del></w:p>' + TEXT)),
    ("a row that was deleted", file(table("a|b", "c|d", outer=TEXT).replace("<w:tr><w:tc>", '<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>'))),
    ("a list", file(p("- visits", "Listed") + p("- calls", "Listed"))),
    ("a program", file(p("- visits", "Code") + p("- calls", "Code") + f"<w:p><w:pPr><w:pStyle w:val='Code'/></w:pPr>{r('print')}{r('(1)', RED)}</w:p>")),
    ("a program by its font", file(f"<w:p>{r('print', MONO)}{r('(1)', MONO + RED)}</w:p>")),
    ("one dash", file(p("- see above") + TEXT + p("1. May was warm") + TEXT)),
    ("dashes in cells", file(table("a|b", "- c|- d", outer=TEXT))),
    ("contents", file(f"<w:p>{field('TOC', '1. Leadership')}</w:p><w:p>{field('TOC', '2. Staff')}</w:p>")),
    ("automatic colours", file(p("a", look=colour("auto")) + p("b", properties=shade("000000")))),
    ("grey that is dark enough", file(p("a", look=colour("595959")))),
    ("large grey text", file(p("a", look=colour("808080") + '<w:sz w:val="36"/>') + p("b", look=colour("808080") + '<w:b/><w:sz w:val="28"/>'))),
    ("hidden text", file(p("a", look=colour("FFFFFF") + "<w:vanish/>"))),
    ("white on dark by the style of the table", file(table("a|b", "c|d", style="Grid", outer=TEXT))),
    ("what a form says of itself", file(f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('Click to write', look=colour('AAAAAA'))}</w:sdtContent></w:sdt>" + TEXT)),
    ("white in a text box of a header", file(TEXT + HEADER, header=furniture("hdr", picture("", inner=f"<w:txbxContent>{p('Some words of text', look=colour('FFFFFF'))}</w:txbxContent>")))),
    ("coloured and bold", file(f"<w:p>{r('Three actions are ')}{r('overdue', '<w:b/>' + RED)}{r(' by now.')}</w:p>")),
    ("a coloured link", file(f'<w:p>{r("See the ")}<w:hyperlink r:id="rId20">{r("terms of reference", RED)}</w:hyperlink></w:p>')),
    ("a coloured sign", file(f"<w:p>{r('Three actions ')}{r('!', RED)}{r(' by now.')}</w:p>")),
    ("nearly the same colour", file(f"<w:p>{r('Three actions are ')}{r('overdue', colour('1A1A1A'))}{r(' by now.')}</w:p>")),
    ("page numbers", file(TEXT + FOOTER, footer=furniture("ftr", f"<w:p>{r('Page ')}{field('PAGE', '1')}{r(' of ')}{field('NUMPAGES', '9')}</w:p>"))),
    ("the build", file(TEXT + FOOTER, footer=furniture("ftr", p("build 3f9a2c1\tSome words")))),
    ("a header that is not printed", file(TEXT + HEADER.replace("default", "first"), header=furniture("hdr", p("Nowhere else")))),
]


def findings(file: File) -> list[Diagnostic]:
    return audit(open_package(word(file.body, **file.parts)), "report.docx").findings


@pytest.mark.parametrize(("name", "words", "paragraph", "file"), BAD, ids=lambda value: value if isinstance(value, str) else "")
def test_what_is_wrong_is_found_and_nothing_else(name: str, words: str, paragraph: int, file: File) -> None:
    (found,) = findings(file)
    assert found.name == name
    assert words in found.message
    assert found.hint
    assert found.span.source.position(found.span.start)[0] == max(1, paragraph)
    assert (found.span.start == found.span.end) == (paragraph == 0)


@pytest.mark.parametrize(("what", "file"), GOOD, ids=lambda value: value if isinstance(value, str) else "")
def test_what_only_looks_wrong_is_not_found(what: str, file: File) -> None:
    assert [(found.name, found.message) for found in findings(file)] == [], what


def test_many_pairs_of_colours_are_told_together() -> None:
    found = findings(file("".join(p("a", look=colour(f"FFFF{pair:02X}")) for pair in range(25))))
    assert len(found) == 21
    assert found[0].message == "5 more pairs of colours have too little contrast"


def test_every_rule_has_a_file_that_it_finds_fault_with() -> None:
    assert {name for name, *_ in BAD} == {rule.name for rule in RULES} == set(NAMES)


def test_our_own_files_have_no_finding() -> None:
    """But for the addresses that the scoreboard shows to be links, as Markdown has it."""
    addresses = {f'the text of a link is an address, "{address}"' for address in ("https://example.org/auto", "https://example.org/bare")}
    for loaded in (example(), load(MemoryTree(files())), load(MemoryTree(files() | {SETTINGS_PATH: files()[SETTINGS_PATH] + b"default_audience: public\n"}))):
        data = build(loaded, "uncommitted", False).data
        assert data is not None
        messages = {finding.message for finding in audit(open_package(data), "own.docx").findings}
        assert messages == (addresses if "example.org/auto" in loaded.library.notes[0].source.text else set())


def test_places_are_said_in_words() -> None:
    header = furniture("hdr", p("Secret"))
    notes = furniture("footnotes", f'<w:footnote w:type="separator">{p("- a")}</w:footnote><w:footnote w:id="1">{link("here")}</w:footnote>')
    body = p("Leadership\tand\nstaff", "H1") + TEXT + p("• visits") + HEADER
    found = audit(open_package(word(body, header=header, footnotes=notes)), "a/report.docx").findings
    assert [finding.name for finding in found] == ["typed-list", "vague-link", "header-only-text"]
    assert as_text(found).splitlines() == [
        'a/report.docx: paragraph 3, under "Leadership and staff": warning: a list was typed: "• visits"; delete the sign and choose Home, Bullets or Numbering [typed-list]',
        "    3 | • visits",
        'a/report.docx: in a footnote, paragraph 4: warning: the text of a link, "here", does not say where it leads; write as its text what stands at the other end [vague-link]',
        "    4 | See here",
        'a/report.docx: in a header, paragraph 5: warning: "Secret" stands in a header only; say it in the text too, on the first page for instance [header-only-text]',
        "    5 | Secret",
    ]


def test_identifiers_are_not_repeated() -> None:
    body = p("Case of NHS 943 476 5919", "H1") + p("- born 3 May 2008") + p("- at 943 476 5919")
    shown = as_text(audit(open_package(word(body)), "report.docx").findings)
    assert "typed-list" in shown
    assert "943" not in shown
    assert "2008" not in shown


@needs_fixtures
@pytest.mark.parametrize("folder", ["templates", pytest.param("reviewed", marks=pytest.mark.slow)])
def test_files_of_others_are_read_whatever_is_wrong_with_them(folder: str) -> None:
    read = 0
    for path in sorted((FIXTURES / folder).iterdir()):
        if path.suffix not in (".docx", ".dotx", ".dotm"):
            continue
        try:
            found = audit(open_package(path.read_bytes()), path.name).findings
        except BadPackage:
            continue
        read += 1
        assert as_text(found).count("\n") >= len(found)
    assert read > 20


@pytest.mark.slow
@needs_fixtures
def test_colours_of_themes_are_worked_out_as_word_does() -> None:
    """Word writes beside a theme's colour what it made of it; a few files have kept what an older theme gave."""
    same = other = 0
    for path in (path for folder in ("templates", "reviewed") for path in sorted((FIXTURES / folder).glob("*.do*"))):
        try:
            package = open_package(path.read_bytes())
            palette = read_facts(package).looks.palette
        except BadPackage:
            continue
        for element in tree(package, package.main).iter(tag("color")):
            written, made = read_colour(stated(element)), read_colour(palette.colour(element) or "")
            if stated(element, name="themeColor") and written and made:
                near = sum(abs(one - two) for one, two in zip(written, made, strict=True)) <= 6
                same, other = same + near, other + (not near)
    assert same > 200
    assert other * 100 <= same
