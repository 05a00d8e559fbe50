"""An organisation's own template: what of it a document takes over, what is filled and added, and what never comes along."""

from __future__ import annotations

import re
import subprocess
import sys
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from docgen.assemble import assemble
from docgen.build import Built, build, load
from docgen.colour import contrast
from docgen.document import Identity
from docgen.numbers import Level, written
from docgen.project import MemoryTree, WorkingTree
from docgen.word.package import Content, Packed, pack
from docgen.word.reader import Read, read_part
from docgen.word.template import clean as cleaning
from docgen.word.template import furnish, read_template
from docgen.word.template.findings import Findings
from docgen.word.write import write
from tests.support import FRONT, NOTE, PNG, ROOT, settings
from tests.word_files.made_templates import NAMES, PAGE, WORD, headed, paragraph, style, template

DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/main"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MARKED = "marking: {level: OFFICIAL-SENSITIVE}\n"
BODY = """\
Text, see [@below].

## Below {#below}

More text.

## Recommendations

- Agree a standard. {#standard}
  - Lead: council
"""


def files(data: bytes, changes: str = "", house: str = "", body: str = BODY, name: str = "template.docx") -> dict[str, bytes]:
    found = {"content/assessment.yaml": settings(changes).encode(), NOTE: (FRONT + body).encode(), "content/images/uptake.png": PNG}
    return found | {f"styles/{name}": data} | ({"styles/house.yaml": house.encode()} if house else {})


def made(data: bytes, changes: str = "", house: str = "", body: str = BODY) -> Built:
    """A build that must succeed."""
    result = build(load(MemoryTree(files(data, changes, house, body))), "uncommitted", False)
    assert result.data is not None, [finding.message for finding in result.findings]
    assert result.differences == ()
    return result


def parts(result: Built) -> dict[str, bytes]:
    assert result.data is not None
    with ZipFile(BytesIO(result.data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def texts(result: Built, kind: str) -> list[str]:
    """The text of each header or footer."""
    found = (etree.fromstring(data) for name, data in sorted(parts(result).items()) if name.startswith(f"word/{kind}"))
    return ["".join(text.text or "" for text in root.iter(f"{W}t")) for root in found]


def said(result: Built, name: str) -> list[str]:
    """What findings of one name say."""
    return [finding.message for finding in result.findings if finding.name == name]


def read(result: Built) -> list[Read]:
    assert result.data is not None
    with ZipFile(BytesIO(result.data)) as package:
        return read_part(package, "word/document.xml").paragraphs


def numbered(result: Built) -> dict[str, tuple[str, str | None]]:
    """Style and number of the first paragraph with each text."""
    return {found.text: (found.style, found.number) for found in reversed(read(result))}


@pytest.mark.parametrize("house", ["", "theme: civic"])
@pytest.mark.parametrize("accent", ["4472C4", "1F3864", "FFC000", "window"])
def test_letters_on_the_templates_colours_can_be_read(accent: str, house: str) -> None:
    theme = f'<a:theme xmlns:a="{DRAWN}"><a:themeElements><a:clrScheme><a:accent1><a:srgbClr val="{accent}"/></a:accent1></a:clrScheme></a:themeElements></a:theme>'
    more = {"theme1.xml": ("application/vnd.openxmlformats-officedocument.theme+xml", "theme", theme)}
    styles = etree.fromstring(parts(made(template(more=more), house=house))["word/styles.xml"])
    fill = styles.find(f".//{W}style[@{W}styleId='DocgenTable']/{W}tblStylePr[@{W}type='firstRow']//{W}shd")
    assert fill is not None
    grounds = [fill.get(f"{W}fill", ""), "FFFFFF"]
    for name, behind in (("TableHeading", grounds[:1]), ("Hyperlink", grounds)):
        letters = styles.find(f".//{W}style[@{W}styleId='{name}']/{W}rPr/{W}color")
        assert letters is not None
        assert all(contrast(letters.get(f"{W}val", ""), ground) >= 4.5 for ground in behind), name


# Headers and footers


def test_fields_are_filled_though_word_divided_them() -> None:
    section, furniture = headed(header=paragraph("{{ti", "tle}} · {", "{Edition}}"), footer=paragraph("{{marking}} {{status}} {{ date }} {{build}}"))
    result = made(template(section=section, furniture=furniture), MARKED)
    assert result.document is not None
    assert "Child protection · 2026-test" in texts(result, "header")[0]
    assert texts(result, "footer")[0].startswith(f"OFFICIAL-SENSITIVE Draft 30 September 2026 {result.document.identity.short}")


def test_a_field_that_docgen_does_not_know_is_told_with_the_nearest() -> None:
    section, furniture = headed(header=paragraph("{{titel}}"))
    result = made(template(section=section, furniture=furniture))
    assert [(finding.message, finding.hint) for finding in result.findings if finding.name == "template-field"] == [
        ('the template\'s field "{{titel}}" is none that docgen fills', 'did you mean "title"?')
    ]
    assert "{{titel}}" in texts(result, "header")[0]


def test_a_header_in_which_nothing_changes_keeps_its_bytes() -> None:
    section, furniture = headed(header=paragraph("Our organisation"), footer="<w:p><w:fldSimple w:instr=\"PAGE\"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>")
    data = template(section=section, furniture=furniture)
    with ZipFile(BytesIO(data)) as package:
        before = {package.read(f"word/{name}.xml") for name in ("header1", "footer1")}
    assert before <= set(parts(made(data)).values())


def test_the_marking_is_added_where_it_lacks_and_told_once() -> None:
    section, furniture = headed(header=paragraph("Our organisation"), footer=paragraph("{{marking}}"))
    result = made(template(section=section, furniture=furniture), MARKED)
    assert all("OFFICIAL-SENSITIVE" in text for text in texts(result, "header") + texts(result, "footer"))
    assert sum("do not show the protective marking" in message for message in said(result, "template-header")) == 1
    assert not any("marking" in message for message in said(made(template(section=section, furniture=furniture)), "template-header"))


def test_pages_are_numbered_once() -> None:
    counting = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
    section, furniture = headed(header=paragraph("Ours"), footer=paragraph("Address"))
    assert "Page 1 of 1" in texts(made(template(section=section, furniture=furniture)), "footer")[0]
    section, furniture = headed(header=counting, footer=paragraph("Address"))
    assert texts(made(template(section=section, furniture=furniture)), "footer")[0] == "Address"


@pytest.mark.parametrize("unused", ["even", "first"])
def test_headers_and_footers_that_no_page_shows_do_not_count(unused: str) -> None:
    section, furniture = headed(**{"header": paragraph("Ours"), "footer": paragraph("Address"), f"header_{unused}": paragraph("{{titel}} OFFICIAL"), f"footer_{unused}": ""})
    section = section.replace("<w:titlePg/>", "")
    result = made(template(section=section, furniture=furniture), MARKED.replace("-SENSITIVE", ""))
    assert texts(result, "header") == ["OFFICIALOurs"]
    assert ["Page 1 of 1" in text for text in texts(result, "footer")] == [True]
    assert said(result, "template-field") == said(result, "template-dropped") == []
    assert any("no number" in message for message in said(result, "template-header"))


def test_even_pages_are_numbered_as_odd_ones_are() -> None:
    section, furniture = headed(header=paragraph("Ours"), footer=paragraph("Address"), header_even=paragraph("Ours"), footer_even="")
    result = made(template(section=section, furniture=furniture, settings="<w:evenAndOddHeaders/>"))
    assert ["Page 1 of 1" in text for text in texts(result, "footer")] == [True, True]


def test_first_and_even_pages_keep_their_own() -> None:
    section, furniture = headed(header=paragraph("Odd"), header_first=paragraph("First"), header_even=paragraph("Even"))
    result = made(template(section=section, furniture=furniture, settings="<w:evenAndOddHeaders/>"), MARKED)
    body = parts(result)["word/document.xml"].decode()
    assert sorted(texts(result, "header")) == [f"OFFICIAL-SENSITIVE{text}" for text in ("Even", "First", "Odd")]
    assert body.count("<w:titlePg/>") == 1
    assert body.index("<w:titlePg/>") < body.index("</w:sectPr>")
    assert body.count('w:type="even"') == 2 * body.count("<w:sectPr>")
    assert b"<w:evenAndOddHeaders" in parts(result)["word/settings.xml"]


def test_a_template_without_headers_has_docgens() -> None:
    result = made(template(), MARKED)
    assert any("2026-test · Draft" in text for text in texts(result, "header"))
    assert any("Page 1 of 1" in text for text in texts(result, "footer"))


def field(instruction: str, result: str) -> str:
    """A complex field."""
    marks = {kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")}
    return f"{marks['begin']}<w:r><w:instrText>{instruction}</w:instrText></w:r>{marks['separate']}<w:r><w:t>{result}</w:t></w:r>{marks['end']}"


def control(bound: str, inner: str) -> str:
    """A content control that shows a property of the file."""
    path = f"/ns0:Properties[1]/ns0:{bound}[1]"
    return f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="{path}" w:storeItemID="{{6668398D-A668-4E3E-A5EB-62B293D839F1}}"/></w:sdtPr><w:sdtContent><w:r><w:t>{inner}</w:t></w:r></w:sdtContent></w:sdt>'


MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
DRAWING = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
HOSTILE: Mapping[str, tuple[str, str, str]] = {
    "comments": ('<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>Kept</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>', "comment", "comments"),
    "changes": ('<w:p><w:ins w:id="1" w:author="Ann"><w:r><w:t>Kept</w:t></w:r></w:ins><w:del w:id="2" w:author="Ann"><w:r><w:delText>Gone</w:delText></w:r></w:del></w:p>', "Ann", "recorded changes"),
    "deleted words": ('<w:p><w:r><w:t>Kept</w:t></w:r><w:del w:id="2"><w:r><w:delText>Gone</w:delText></w:r></w:del></w:p>', "Gone", "recorded changes"),
    "hidden text": ("<w:p><w:r><w:t>Kept</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Gone</w:t></w:r></w:p>", "Gone", "hidden text"),
    "hidden by its style": ('<w:p><w:r><w:t>Kept</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Secret"/></w:rPr><w:t>Gone</w:t></w:r></w:p>', "Gone", "hidden text"),
    "objects": ('<w:p><w:r><w:t>Kept</w:t></w:r><w:r><w:object><w:control r:id="x"/></w:object></w:r></w:p>', "<w:object", "embedded objects"),
    "fetching": ('<w:p><w:r><w:t>Kept</w:t></w:r><w:fldSimple w:instr="DDEAUTO Gone"><w:r><w:t>Gone</w:t></w:r></w:fldSimple></w:p>', "Gone", "fields that fetch"),
    "authors": ('<w:p><w:r><w:t>Kept</w:t></w:r><w:fldSimple w:instr=" AUTHOR "><w:r><w:t>Gone</w:t></w:r></w:fldSimple></w:p>', "Gone", "fields that name an author"),
    "names in properties": ('<w:p><w:r><w:t>Kept</w:t></w:r><w:fldSimple w:instr=" DOCPROPERTY Manager "><w:r><w:t>Gone</w:t></w:r></w:fldSimple></w:p>', "Gone", "fields that name an author"),
    "names in quoted properties": ('<w:p><w:r><w:t>Kept</w:t></w:r><w:fldSimple w:instr="docproperty &quot;LASTSAVEDBY&quot; \\* Upper"><w:r><w:t>Gone</w:t></w:r></w:fldSimple></w:p>', "Gone", "fields that name an author"),
    "names in long properties": ('<w:p><w:r><w:t>Kept</w:t></w:r>' + field(' DOCPROPERTY  "Author"  \\* MERGEFORMAT ', "Gone") + "</w:p>", "Gone", "fields that name an author"),
    "names in controls": (f'<w:p><w:r><w:t>Kept</w:t></w:r>{control("Manager", "Gone")}</w:p>', "Gone", "a manager's name"),
    "links in fields": ('<w:p><w:fldSimple w:instr="HYPERLINK &quot;\\\\\\\\server\\\\share&quot;"><w:r><w:t>Kept</w:t></w:r></w:fldSimple></w:p>', "server", "links that lead"),
    "links": ('<w:p><w:hyperlink r:id="nowhere"><w:r><w:t>Kept</w:t></w:r></w:hyperlink></w:p>', "<w:hyperlink", "links that lead"),
    "ties": ('<w:p><w:r><w:t>Kept</w:t></w:r>' + control("Company", "Shown") + "</w:p>", "dataBinding", ""),
    "wrappers": ('<w:p><w:smartTag w:uri="urn:x" w:element="Person"><w:r><w:t>Kept</w:t></w:r></w:smartTag></w:p>', "smartTag", ""),
    "old drawings": ('<w:p><w:r><w:t>Kept</w:t></w:r><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" href="file://gone/x"/></w:pict></w:r></w:p>', "gone", "addresses"),
    "forms": ('<w:p><w:r><w:t>Kept</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:helpText w:val="Gone"/></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>', "Gone", "addresses"),
    "two fields in one run": ('<w:p><w:r><w:t>Kept</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="begin"/><w:instrText>INCLUDEPICTURE "http://gone"</w:instrText><w:fldChar w:fldCharType="end"/></w:r></w:p>', "gone", "fields that fetch"),
    "links behind a place": ('<w:p>' + field('HYPERLINK "\\\\\\\\gone\\\\a.docx" \\l "x"', "Kept") + "</w:p>", "gone", "links that lead"),
    "links behind a tip": ('<w:p>' + field('HYPERLINK \\o "http://ok" "file://gone/x"', "Kept") + "</w:p>", "gone", "links that lead"),
    "cells that were added": ('<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr><w:cellIns w:id="7" w:author="Ann"/></w:tcPr><w:p><w:r><w:t>Kept</w:t></w:r></w:p></w:tc></w:tr></w:tbl>', "Ann", "addresses"),
    "hidden formulas": (f"<w:p><w:r><w:t>Kept</w:t></w:r><m:oMath {MATH}><m:r><w:rPr><w:vanish/></w:rPr><m:t>Gone</m:t></m:r></m:oMath></w:p>", "Gone", "hidden text"),
    "formulas that keep a place": (f'<w:p><w:r><w:t>Kept</w:t></w:r><m:oMath {MATH}><m:phant><m:phantPr><m:show m:val="0"/></m:phantPr><m:e><m:r><m:t>Gone</m:t></m:r></m:e></m:phant></m:oMath></w:p>', "Gone", "hidden text"),
    "hidden rows": ('<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Kept</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:p><w:r><w:t>Gone</w:t></w:r></w:p></w:tc></w:tr></w:tbl>', "Gone", "hidden text"),
    "hidden drawings": (f'<w:p><w:r><w:t>Kept</w:t></w:r><w:r><w:drawing><wp:anchor {DRAWING}><wp:docPr id="1" name="x" descr="Gone" hidden="1"/></wp:anchor></w:drawing></w:r></w:p>', "Gone", "hidden text"),
    "hidden old drawings": ('<w:p><w:r><w:t>Kept</w:t></w:r><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:1pt;Visibility: hidden"><v:textbox><w:txbxContent><w:p><w:r><w:t>Gone</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>', "Gone", "hidden text"),
    "choices": ('<w:p><w:sdt><w:sdtPr><w:dropDownList w:lastValue="Gone"><w:listItem w:displayText="Gone" w:value="Gone"/></w:dropDownList></w:sdtPr><w:sdtContent><w:r><w:t>Kept</w:t></w:r></w:sdtContent></w:sdt></w:p>', "Gone", "names and choices"),
    "names of controls": ('<w:p><w:sdt><w:sdtPr><w:alias w:val="Gone"/><w:tag w:val="Gone"/></w:sdtPr><w:sdtContent><w:r><w:t>Kept</w:t></w:r></w:sdtContent></w:sdt></w:p>', "Gone", "names and choices"),
    "data of other programs": ('<w:p xmlns:x="urn:other" x:key="Gone"><w:r><w:t>Kept</w:t></w:r><x:note>Gone</x:note></w:p>', "Gone", "data of other programs"),
    "traces": ('<w:p w:rsidR="00AB12CD"><w:r><w:t>Kept</w:t></w:r></w:p>', "rsid", "revision ids"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("inner", "told"),
    [("<w:t>Ours</w:t>", False), (f'<w:drawing><wp:anchor {DRAWING}><wp:docPr id="1" name="x" descr="Wave"/></wp:anchor></w:drawing>', True), ("<w:pict/>", True)],
)
def test_the_marking_has_a_ground_of_its_own_where_a_picture_may_lie_below_it(inner: str, told: bool) -> None:
    section, furniture = headed(header=f"<w:p><w:r>{inner}</w:r></w:p>", footer=paragraph("{{marking}}"))
    result = made(template(section=section, furniture=furniture), MARKED)
    headers = [data for name, data in parts(result).items() if name.startswith("word/header")]
    assert any(b'<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/></w:rPr><w:t xml:space="preserve">OFFICIAL-SENSITIVE' in data for data in headers) == told
    assert any("in black on white" in message for message in said(result, "template-header")) == told


@pytest.mark.parametrize("what", HOSTILE)
def test_what_must_not_travel_is_taken_out_of_a_header(what: str) -> None:
    inner, gone, message = HOSTILE[what]
    section, furniture = headed(header=inner)
    secret = '<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>'
    result = made(template(section=section, furniture=furniture, styles=secret))
    header = next(data.decode() for name, data in parts(result).items() if name.startswith("word/header") and b"Kept" in data)
    assert gone not in header
    assert not message or any(message in text for text in said(result, "template-dropped"))


@pytest.mark.parametrize("step", cleaning.STEPS, ids=lambda step: step.__name__)
def test_every_step_of_the_cleaning_is_needed(step: Callable[..., bool], monkeypatch: pytest.MonkeyPatch) -> None:
    def left() -> set[str]:
        """What is not taken out by the steps that there are."""
        return {what for what, (inner, gone, _) in HOSTILE.items() if gone in cleaned(inner)}

    def cleaned(inner: str) -> str:
        root = etree.fromstring(f"<w:hdr {NAMES}>{inner}</w:hdr>")
        cleaning.clean(root, cleaning.Cleaning(frozenset(), frozenset({"Secret"}), Findings("styles/template.docx")))
        return etree.tostring(root, encoding="unicode")

    assert left() == {"names in controls"}  # they are emptied when fields are filled
    monkeypatch.setattr(cleaning, "STEPS", tuple(other for other in cleaning.STEPS if other is not step))
    assert left() > {"names in controls"}


@pytest.mark.parametrize("inside", ["<!-- Ann -->", "<?ann note?>"])
def test_a_part_that_stays_as_it_is_has_no_comments(inside: str) -> None:
    section, furniture = headed(header=paragraph("Kept") + inside)
    theme = f'<a:theme xmlns:a="{DRAWN}" name="Ann\'s"><a:themeElements><a:clrScheme name="Ann"/></a:themeElements><a:extLst><x>Ann</x></a:extLst></a:theme>{inside}'
    fonts = f'{inside}<w:fonts {NAMES}><w:font w:name="Kept"/></w:fonts>'
    more = {"theme1.xml": ("application/vnd.openxmlformats-officedocument.theme+xml", "theme", theme), "fontTable.xml": (WORD + "fontTable+xml", "fontTable", fonts)}
    result = made(template(section=section, furniture=furniture, more=more))
    everything = b"".join(parts(result).values())
    assert b"Kept" in everything
    assert b"ann" not in everything.replace(b"planning", b"").lower()
    assert any("comments or notes" in message for message in said(result, "template-dropped"))


@pytest.mark.parametrize("says", ["UNOFFICIAL-SENSITIVE paper", "OFFICIAL-SENSITIVELY", "Our newsletter"])
def test_the_marking_is_added_unless_it_is_said_as_such(says: str) -> None:
    section, furniture = headed(header=paragraph(says), footer=paragraph("OFFICIAL-SENSITIVE"))
    result = made(template(section=section, furniture=furniture), MARKED)
    assert texts(result, "header") == [f"OFFICIAL-SENSITIVE{says}"]
    assert texts(result, "footer")[0].count("OFFICIAL-SENSITIVE") == 1


def test_no_style_hides_what_the_notes_say() -> None:
    hidden = '<w:style w:type="paragraph" w:styleId="BodyText"><w:name w:val="Body Text"/><w:rPr><w:vanish/></w:rPr></w:style>'
    result = made(template(styles=hidden))
    assert b"vanish" not in parts(result)["word/styles.xml"]
    assert any("hide their text" in message for message in said(result, "template-mended"))


def test_fields_inside_fields_without_end_take_no_time() -> None:
    section, furniture = headed(header="<w:p><w:r><w:t>Kept</w:t></w:r>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 5000 + "</w:p>")
    header = next(data for name, data in parts(made(template(section=section, furniture=furniture))).items() if b"Kept" in data)
    assert b"fldChar" not in header


@pytest.mark.parametrize("kind", ["none", "bullet"])
def test_a_level_of_headings_without_a_number_gives_way_to_docgens(kind: str) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{sign}"/></w:lvl>'
        for at, (form, sign) in enumerate(((kind, "•" if kind == "bullet" else ""), ("decimal", "%2")))
    )
    numbering = f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="H{at}"><w:name w:val="heading {at}"/><w:pPr><w:numPr><w:ilvl w:val="{at - 1}"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for at in (1, 2)
    )
    result = made(template(styles=styles, numbering=numbering))
    assert [found.number for found in read(result) if found.style == "H1"] == ["1"]
    assert any("docgen's numbers are used" in message for message in said(result, "template-mended"))


def test_colours_that_a_template_overrides_stop_nothing() -> None:
    assert "unreadable-colour" not in {found.name for found in made(template(), house='colours: {text: "#eeeeee"}\n').findings}


PALE = '<w:color w:val="FFFFFF"/>'


def coloured(name: str, identity: str, run: str = PALE, paragraph: str = "") -> str:
    return style(name, identity, paragraph).replace("</w:style>", f"<w:rPr>{run}</w:rPr></w:style>")


@pytest.mark.parametrize(
    ("styles", "told"),
    [
        (coloured("Body Text", "BT"), 'text in the template\'s style "Body Text" is hard to read: #FFFFFF on #FFFFFF, a contrast of 1.0 to 1 where 4.5 are needed'),
        (coloured("Body Text", "BT") + coloured("Quote", "Q"), 'styles "Body Text", "Quote" is hard'),
        (coloured("heading 1", "H", '<w:sz w:val="40"/><w:color w:val="888888"/>'), ""),
        (coloured("heading 1", "H", '<w:sz w:val="40"/><w:color w:val="999999"/>'), "2.8 to 1 where 3 are needed"),
        (coloured("Quote", "Q", paragraph='<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/>'), ""),
        (coloured("Quote", "Q", paragraph='<w:shd w:val="pct20" w:color="auto" w:fill="1F3864"/>'), ""),
        (coloured("Table Heading", "TH"), ""),
        (coloured("Table Text", "TT"), '"Table Text"'),
        (coloured("Nobody uses this", "N"), ""),
    ],
    ids=lambda value: "" if value.startswith("<") else value[:40],
)
def test_letters_of_a_template_that_cannot_be_read_are_told(styles: str, told: str) -> None:
    faint = [message for message in said(made(template(styles=styles)), "template-style") if "hard to read" in message]
    assert (told in "".join(faint)) if told else not faint


def test_a_band_on_the_cover_gives_way_to_the_template() -> None:
    sheet = parts(made(template(), house="theme: civic\n"))["word/styles.xml"].decode()
    partnership = sheet[sheet.index('w:val="Partnership"') :].split("</w:style>")[0]
    assert "w:shd" not in partnership


# Cover

COVER = paragraph("{{title}}", style="Normal") + paragraph("{{edition}}, {{marking}}, {{status}}") + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def test_a_cover_with_fields_replaces_ours() -> None:
    result = made(template(body=COVER + paragraph("Sample text")), MARKED)
    before = [found.text for found in read(result)[:3]]
    assert before[:2] == ["Child protection", "2026-test, OFFICIAL-SENSITIVE, Draft"]
    everything = b"".join(parts(result).values())
    assert b"Sample text" not in everything
    dropped = "this stays behind in the template: text of its own behind the cover"
    assert dropped in said(result, "template-dropped")
    assert dropped not in said(made(template(body=COVER)), "template-dropped")
    assert b"Audience" not in parts(result)["word/document.xml"].split(b"<w:sectPr>")[0]


def test_a_cover_shows_marking_and_status_whatever_it_is() -> None:
    result = made(template(body=paragraph("{{title}}")), MARKED)
    front = parts(result)["word/document.xml"].split(b"<w:sectPr>")[0]
    assert b"OFFICIAL-SENSITIVE" in front
    assert b"Status: Draft" in front
    assert len([message for message in said(result, "template-header") if "cover" in message]) == 2


@pytest.mark.parametrize(
    "inner",
    [
        "<w:r><w:fldChar/></w:r>",
        "<w:r><w:rPr><w:rStyle/></w:rPr><w:t>a</w:t></w:r>",
        "<w:pPr><w:pStyle/></w:pPr>",
        '<w:pPr><w:pStyle w:val="Nowhere"/></w:pPr>',
        field(" SEQ ", "1"),
    ],
)
def test_a_cover_that_names_nothing_is_no_bug_of_docgen(inner: str) -> None:
    assert numbered(made(template(body=COVER.replace("<w:p>", f"<w:p>{inner}", 1))))["Early help"][1] == "1"


def test_text_without_fields_is_dropped_and_told() -> None:
    result = made(template(body=paragraph("Sample text")))
    assert b"Sample text" not in b"".join(parts(result).values())
    assert "this stays behind in the template: text of its own" in said(result, "template-dropped")
    assert numbered(result)["Child protection"][0] == "Title"

def test_a_control_is_filled_with_what_docgen_knows_wherever_it_is_bound_to() -> None:
    inner = "".join(f"<w:p>{control(*one)}</w:p>" for one in (("Company", "Others"), ("Team", "{{edition}}"), ("Manager", "Ann")))
    section, furniture = headed(header=inner)
    result = made(template(body=COVER.replace("<w:p>", f'<w:p>{control("Manager", "Ann")}', 1), section=section, furniture=furniture))
    assert result.document is not None
    assert f"{result.document.partnership}2026-test" in texts(result, "header")
    assert b"Ann" not in b"".join(parts(result).values())


def picture_in(kind: str, data: bytes) -> Built:
    """A build with a template whose header has a picture."""
    drawing = '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata r:id="p"/></v:shape></w:pict></w:r></w:p>'
    section, furniture = headed(header=drawing)
    source = BytesIO(template(section=section, furniture=furniture, more={"logo.bin": (f"image/{kind}", "image", data)}))
    with ZipFile(source, "a") as package:
        rows = '<Relationship Id="p" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="logo.bin"/>'
        package.writestr("word/_rels/header1.xml.rels", f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>')
    return made(source.getvalue())


@pytest.mark.parametrize(
    ("kind", "data", "told"),
    [("png", PNG, ""), ("x-emf", b"drawn by Ann", "of a kind that docgen can't look into (EMF)"), ("png", PNG[:40], "that docgen can't look into (the file is cut off")],
    ids=["sound", "of another kind", "cut off"],
)
def test_a_picture_whose_notes_stay_in_it_is_kept_and_told(kind: str, data: bytes, told: str) -> None:
    result = picture_in(kind, data)
    assert [found for name, found in parts(result).items() if name.startswith("word/media/")] == [data]
    messages = said(result, "template-picture")
    assert len(messages) == bool(told)
    assert all(told in message for message in messages)



# Roles


def test_styles_are_found_by_their_names_whatever_their_ids() -> None:
    styles = style("heading 1", "berschrift1") + style("Heading 2", "Ttulo2") + style("Body Text", "Textkrper") + style("caption", "a5")
    found = numbered(made(template(styles=styles)))
    assert found["Early help"] == ("berschrift1", "1")
    assert found["Below"][0] == "Ttulo2"
    assert found["More text."][0] == "Textkrper"


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (style("Kapitel", "k1", '<w:outlineLvl w:val="0"/>'), "its outline level"),
        (style("Überschrift 1", "u1"), "its name"),
        (style("Chapter heading", "Heading1"), "its name inside the file"),
    ],
)
def test_a_heading_may_be_guessed_and_is_told(one: str, reason: str) -> None:
    result = made(template(styles=one))
    assert numbered(result)["Early help"][0] in ("k1", "u1", "Heading1")
    assert [message.rpartition("because of ")[2] for message in said(result, "template-style")] == [reason]
    assert b'<w:name w:val="heading 1"/>' in parts(result)["word/styles.xml"]


def test_a_house_may_name_the_styles() -> None:
    styles = style("Our action", "act") + style("Chapter", "chap")
    result = made(template(styles=styles), house='roles: {Recommendation: Our action, "Heading 1": chapter}')
    found = numbered(result)
    assert found["Agree a standard."] == ("act", "R1")
    assert found["Early help"] == ("chap", "1")


@pytest.mark.parametrize(
    ("roles", "message", "hint"),
    [
        ("{Recommendation: Our acton}", 'the template has no style "Our acton"', 'did you mean "Our action"?'),
        ("{Recommendation: Strong words}", 'the style "Strong words" is for single words', "name a style for paragraphs"),
        ("{Recomendation: Our action}", 'docgen has no role "Recomendation"', 'did you mean "Recommendation"?'),
    ],
)
def test_a_role_that_is_wrong_is_an_error_at_its_line(roles: str, message: str, hint: str) -> None:
    styles = style("Our action", "act") + '<w:style w:type="character" w:styleId="s"><w:name w:val="Strong words"/></w:style>'
    result = build(load(MemoryTree(files(template(styles=styles), house=f"theme: plain\nroles: {roles}"))), "uncommitted", False)
    assert result.data is None
    wrong = [finding for finding in result.findings if finding.name == "template-style"]
    assert [(finding.message, finding.hint) for finding in wrong] == [(message, hint)]
    assert wrong[0].span.source.path == "styles/house.yaml"
    assert wrong[0].span.source.position(wrong[0].span.start)[0] == 2


@pytest.mark.parametrize(
    ("house", "place"),
    [
        ("table: {banding: true}\nspacing:\n  line: 1.5\nfont: {body: Calibri}\n", "1.5"),
        ("cover: {band: none}\nfont: {size: 11 pt}\n", "11 pt"),
        ('colours: {warning: "#b3261e", text: "#111111"}\n', '"#111111"'),
        ("page: {margins: {left: 3 cm}}\n", "3 cm"),
        ('colours: {warning: "#b3261e"}\nheadings: {depth: 1}\n', None),
    ],
)
def test_looks_of_the_house_that_the_template_has_its_own_of_are_told_once(house: str, place: str | None) -> None:
    found = [(finding.span.source.path, finding.span.text) for finding in made(template(), house=house).findings if "no effect" in finding.message]
    assert found == ([("styles/house.yaml", place)] if place else [])


def test_the_houses_page_counts_where_the_template_has_none() -> None:
    result = made(template(section="<w:cols/>"), house="page: {size: A5}\n")
    assert b'<w:pgSz w:w="8391"' in parts(result)["word/document.xml"]
    assert not any("no effect" in message for message in said(result, "template-style"))


def test_roles_without_a_template_are_told() -> None:
    loaded = load(MemoryTree(files(b"", house="roles: {Recommendation: Ours}", name="unused")))
    assert [(finding.name, finding.span.text) for finding in loaded.library.problems if finding.name == "template-style"] == [("template-style", "Ours")]


def test_ids_and_names_stay_unique_whatever_the_template_has() -> None:
    styles = style("Something", "BodyText", kind="character", based="x") + style("Other", "recommendation", kind="table", based="x")
    roots = etree.fromstring(parts(made(template(styles=styles)))["word/styles.xml"]).findall(f"{W}style")
    identities = [root.get(f"{W}styleId").casefold() for root in roots]
    names = [root.find(f"{W}name").get(f"{W}val").casefold() for root in roots]
    assert len(set(identities)) == len(identities)
    assert len(set(names)) == len(names)


def test_code_in_a_language_has_a_style_of_its_own_beside_the_templates() -> None:
    body = "Text.\n\n```python\nx\n```\n\n```sql\ny\n```\n"
    taken = style("Something else", "codeblock-PYTHON") + style("Code Block sql", "Sql")
    result = made(template(styles=taken), body=body)
    used = {found.text: found.style for found in read(result)}
    assert (used["x"], used["y"]) == ("CodeBlock-pythonDocgen1", "CodeBlock-sql")
    sheet = etree.fromstring(parts(result)["word/styles.xml"])
    names = {row.get(f"{W}styleId"): row.find(f"{W}name").get(f"{W}val") for row in sheet.findall(f"{W}style")}
    assert names["CodeBlock-sql"] == "Code Block sql (docgen)"


def test_one_template_serves_several_documents() -> None:
    section, furniture = headed(header=paragraph("{{title}}"))
    loaded = load(MemoryTree(files(template(paragraph("{{title}}"), section, furniture=furniture), body="```python\nx\n```\n")))
    read_once, _ = read_template("styles/template.docx", loaded.template[1] if loaded.template else b"", loaded.library.theme, "en-GB")
    assert read_once
    loaded.library.theme = read_once.theme
    document, _ = assemble(loaded.library, Identity("e", "partners", "uncommitted", "0"), False)
    written_out = [write(document, read_once.theme, furnish(read_once, document)[0]) for _ in range(2)]
    assert written_out[0] == written_out[1]


THEME = f'<a:theme xmlns:a="{DRAWN}" name="Office Theme"><a:themeElements/></a:theme>'.encode()


@pytest.mark.parametrize(("behind", "kept"), [(b"", True), (b"secret", False)])
def test_what_is_unchanged_is_carried_over_as_it_lies_packed(behind: bytes, kept: bool) -> None:
    """But not with what hangs behind the end of the packed bytes, which no reader unpacks."""
    packer = zlib.compressobj(1, zlib.DEFLATED, -zlib.MAX_WBITS, strategy=zlib.Z_HUFFMAN_ONLY)
    packed = packer.compress(THEME) + packer.flush() + behind
    with ZipFile(BytesIO(template(more={"theme.xml": ("application/vnd.openxmlformats-officedocument.theme+xml", "theme", THEME)}))) as package:
        contents: dict[str, Content] = {name: package.read(name) for name in package.namelist()}
    contents["word/theme.xml"] = Packed(memoryview(packed), zlib.crc32(THEME), len(THEME))
    result = made(pack(contents.items()))
    assert result.data is not None
    assert (packed in result.data) == kept
    assert b"secret" not in result.data
    with ZipFile(BytesIO(result.data)) as after:
        assert after.testzip() is None
        assert after.read("word/theme/theme1.xml") == THEME


def test_the_document_speaks_its_own_language() -> None:
    speaking = '<w:style w:type="paragraph" w:styleId="S"><w:name w:val="S"/><w:rPr><w:lang w:val="sv-SE"/></w:rPr></w:style>'
    defaults = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="de-DE" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>'
    data = template(styles=defaults + speaking)
    assert b'<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/>' in parts(made(template()))["word/styles.xml"]
    found = etree.fromstring(parts(made(data))["word/styles.xml"])
    assert [dict(spoken.attrib) for spoken in found.iter(f"{W}lang")] == [{f"{W}val": "en-GB", f"{W}eastAsia": "zh-CN"}]


# Numbers


def levels(*formats: tuple[str, str]) -> str:
    rows = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:pStyle w:val="H{at + 1}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (kind, text) in enumerate(formats)
    )
    return f'<w:abstractNum w:abstractNumId="4">{rows}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>'


def chapters(count: int = 3) -> str:
    return "".join(style(f"heading {at}", f"H{at}", f'<w:numPr><w:ilvl w:val="{at - 1}"/><w:numId w:val="7"/></w:numPr>') for at in range(1, count + 1))


@pytest.mark.parametrize(
    ("formats", "first", "second", "reference"),
    [
        ((("decimal", "%1."), ("decimal", "%1.%2.")), "1.", "1.1.", "section 1.1"),
        ((("upperRoman", "%1."), ("upperLetter", "%2."), ("decimal", "%3.")), "I.", "A.", "section I.A"),
        ((("decimal", "Chapter %1"), ("decimal", "%1.%2")), "Chapter 1", "1.1", "section 1.1"),
        ((("lowerLetter", "%1)"), ("lowerRoman", "(%2)")), "a)", "(i)", "section a)(i)"),
    ],
)
def test_the_templates_own_numbers_are_used_and_never_doubled(formats: tuple[tuple[str, str], ...], first: str, second: str, reference: str) -> None:
    result = made(template(styles=chapters(len(formats)), numbering=levels(*formats)), body=BODY)
    found = numbered(result)
    assert found["Early help"] == ("H1", first)
    assert found["Below"] == ("H2", second)
    assert found["Document control"][1] is None
    document = etree.fromstring(parts(result)["word/document.xml"])
    lines = ["".join(text.text or "" for text in row.iter(f"{W}t")) for row in document.iter(f"{W}p")]
    assert f"Text, see {reference}." in lines
    assert f"{first}Early help" in lines


LOOSE: Mapping[str, tuple[tuple[str, str], ...]] = {
    "a list without a start": (('<w:start w:val="1"/>', ""),),
    "a switch that is off": (("<w:lvlText", '<w:isLgl w:val="off"/><w:lvlText'), ("decimal", "upperRoman")),
    "a start with a fraction": (('<w:start w:val="1"/>', '<w:start w:val="1.0"/>'),),
    "a start that is no number": (('<w:start w:val="1"/>', '<w:start w:val="one"/>'),),
    "two starts": (('<w:start w:val="1"/>', '<w:start w:val="3"/><w:start w:val="1"/>'),),
    "levels with a fraction": (('w:ilvl="1"', 'w:ilvl="1.0"'),),
    "a level that cannot be": (("</w:abstractNum>", '<w:lvl w:ilvl="12"><w:start w:val="1"/></w:lvl></w:abstractNum>'),),
    "a style's level with a fraction": (('<w:ilvl w:val="1"/>', '<w:ilvl w:val="1.0"/>'),),
    "a style's level beyond the ninth": (('<w:pStyle w:val="H1"/>', ""), ('<w:ilvl w:val="0"/>', '<w:ilvl w:val="12"/>')),
    "a restart with a fraction": (("<w:lvlText", '<w:lvlRestart w:val="0.0"/><w:lvlText'),),
    "a format without a name": (('<w:numFmt w:val="decimal"/>', "<w:numFmt/>"),),
    "a style's list without a name": (('<w:ilvl w:val="0"/><w:numId w:val="7"/>', '<w:ilvl w:val="0"/><w:numId/>'),),
    "ids with a fraction": (('w:numId="7"', 'w:numId="7.0"'), ('w:abstractNumId="4"', 'w:abstractNumId="4.0"')),
    "an override without a level": (("</w:num>", '<w:lvlOverride><w:startOverride w:val="5"/></w:lvlOverride></w:num>'),),
    "an override that starts anew each time": (("</w:num>", '<w:lvlOverride w:ilvl="2"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'),),
    "a level outside any list": (("</w:num>", '<w:lvl w:ilvl="0"><w:lvlText w:val="%1)"/></w:lvl></w:num>'),),
    "styles in a style": (("<w:pPr>", "<w:styles><w:style w:styleId=\"H1\"><w:name w:val=\"x\"/></w:style><w:docDefaults/></w:styles><w:pPr>"),),
    "a list where none can be": (("<w:pPr>", "<w:rPr><w:b><w:numPr><w:ilvl w:val=\"3\"/></w:numPr></w:b></w:rPr><w:pPr>"),),
    "a level's style where none can be": (("<w:lvlText", '<w:rPr><w:pStyle w:val="H1"/></w:rPr><w:lvlText'),),
    "a list of all that no style has": (("<w:style ", '<w:docDefaults><w:pPrDefault><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:pPrDefault></w:docDefaults><w:style '),),
    "an earlier list": (('<w:numId w:val="7"/></w:numPr>', '<w:numId w:val="7"/></w:numPr><w:pPrChange w:id="1" w:author="Ann"><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:pPrChange>'),),
    "headings that count on in different ways": (
        ('<w:ilvl w:val="2"/><w:numId w:val="7"/>', '<w:ilvl w:val="2"/><w:numId w:val="8"/>'),
        ("</w:num>", '</w:num><w:num w:numId="8"><w:abstractNumId w:val="4"/><w:lvlOverride w:ilvl="2"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'),
    ),
    "a border that is called start": (("</w:pPr></w:style>", '</w:pPr><w:tblPr><w:tblBorders><w:start w:val="single"/></w:tblBorders></w:tblPr></w:style>'),),
}  # fmt: skip
SHOWN = {
    "a list without a start": ("0", "0.0", "0.0.0", "0.1.0"),
    "a switch that is off": ("I", "I.I", "I.I.I", "I.II.I"),
    "a start that is no number": ("0", "0.0", "0.0.0", "0.1.0"),
    "two starts": ("3", "3.3", "3.3.3", "3.4.3"),
    "a style's level beyond the ninth": ("1", "1.1", None, None),
    "a restart with a fraction": ("1", "1.1", "1.1.1", "1.2.2"),
    "a style's list without a name": (None, "0.1", "0.1.1", "0.2.1"),
    "headings that count on in different ways": ("1", "1.1", None, None),  # docgen's own
    "an override that starts anew each time": ("1", "1.1", "1.1.5", "1.2.5"),
}
SOUND = {
    "a list without a start", "a switch that is off", "an override that starts anew each time", "a list of all that no style has", "an earlier list",
    "headings that count on in different ways", "a border that is called start",
}  # fmt: skip


@pytest.mark.parametrize("what", LOOSE)
def test_numbering_that_others_write_loosely_is_counted_as_it_is_written_in_the_end(what: str) -> None:
    styles, numbering = chapters(), levels(("decimal", "%1"), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3"))
    for old, new in LOOSE[what]:
        assert old in styles + numbering
        styles, numbering = styles.replace(old, new), numbering.replace(old, new)
    result = made(template(styles=styles, numbering=numbering), body="## Below\n\nText.\n\n### Deep\n\nText.\n\n## Next\n\nText.\n\n### Under\n\nText.\n")
    found = numbered(result)
    assert b"Ann" not in b"".join(parts(result).values())
    assert tuple(found[heading][1] for heading in ("Early help", "Below", "Deep", "Under")) == SHOWN.get(what, ("1", "1.1", "1.1.1", "1.2.1"))
    assert any("make no sense" in message or "makes no sense" in message for message in said(result, "template-mended")) == (what not in SOUND)


def test_headings_may_be_numbered_by_the_style_of_a_list() -> None:
    """The list of the headings has no levels, but names a style, whose list has them (17.9.21)."""
    named = levels(("upperRoman", "%1."), ("upperLetter", "%2.")).replace('w:numId="7"', 'w:numId="8"')
    naming = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Outline"/></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="5"/></w:num>'
    styles = chapters(2) + style("Outline", "Outline", '<w:numPr><w:numId w:val="8"/></w:numPr>', kind="numbering")
    found = numbered(made(template(styles=styles, numbering=named + naming)))
    assert (found["Early help"], found["Below"]) == (("H1", "I."), ("H2", "A."))


def test_levels_without_numbers_count_as_word_counts_them() -> None:
    """Headings of level 2 stand in a list of their own, which runs through all chapters."""
    numbering = levels(("decimal", "(%1)")).replace("H1", "H2")
    styles = style("heading 1", "H1") + style("heading 2", "H2", '<w:numPr><w:numId w:val="7"/></w:numPr>')
    result = made(template(styles=styles, numbering=numbering), body="## One\n\nx\n\n## Two\n\nx\n")
    found = numbered(result)
    assert (found["Early help"][1], found["One"][1], found["Two"][1]) == (None, "(1)", "(2)")


def test_headings_without_numbers_take_ours() -> None:
    result = made(template(styles=chapters().replace('<w:numId w:val="7"/>', '<w:numId w:val="0"/>')))
    assert numbered(result)["Early help"] == ("H1", "1")
    assert numbered(result)["Below"] == ("H2", "1.1")


def test_numbers_that_docgen_cannot_count_give_way_to_ours() -> None:
    result = made(template(styles=chapters(), numbering=levels(("hebrew1", "%1"), ("hebrew1", "%2"), ("decimal", "%3"))))
    assert numbered(result)["Early help"] == ("H1", "1")
    assert any("can't count (hebrew1)" in message for message in said(result, "template-mended"))


@pytest.mark.parametrize("format", ["%1/%3", "%3", "%9"])
def test_numbers_of_levels_below_give_way_to_ours(format: str) -> None:
    result = made(template(styles=chapters(2), numbering=levels(("decimal", "%1"), ("decimal", format), ("decimal", "%1.%2.%3"))))
    assert any("by those below them" in message for message in said(result, "template-mended"))
    assert numbered(result)["Below"][1] == "1.1"


@pytest.mark.parametrize("level", [0, 2])
def test_a_style_that_is_counted_with_the_headings_has_no_number(level: int) -> None:
    numbering = levels(("decimal", "%1"), ("decimal", "%1.%2"), ("decimal", "%1.%2.%3"))
    finding = style("Finding", "F", f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>')
    result = made(template(styles=chapters(2) + finding, numbering=numbering), body="## Strengths\n\n- Good.\n\n## Later\n\nText.\n")
    assert any('"Finding" is numbered together with its headings' in message for message in said(result, "template-mended"))
    assert numbered(result)["Good."] == ("F", None)


@pytest.mark.parametrize("roles", ["heading 1: Ours, heading 2: Ours", "heading 1: Ours, Body Text: Ours", "Finding: heading 1", "TOC Heading: heading 1"])
def test_a_heading_is_nothing_else(roles: str) -> None:
    styles = style("Ours", "Ours") + style("heading 1", "H1")
    result = build(load(MemoryTree(files(template(styles=styles), house=f"roles: {{{roles}}}\n"))), "uncommitted", False)
    found = [finding for finding in result.findings if "cannot be both" in finding.message]
    assert result.data is None
    assert found[0].severity == "error"
    assert found[0].span.source.path == "styles/house.yaml"


def test_contents_are_not_numbered_twice() -> None:
    styles = style("toc 1", "V1", '<w:numPr><w:numId w:val="7"/></w:numPr>')
    result = made(template(styles=styles, numbering=levels(("upperRoman", "Section %1."))))
    assert [found.number for found in read(result) if found.style == "V1"] == [None] * sum(found.style == "V1" for found in read(result))
    assert any('style "toc 1" has numbers' in message for message in said(result, "template-mended"))


@pytest.mark.parametrize(
    ("kind", "number", "text"),
    [
        ("decimalZero", 7, "07"), ("upperRoman", 1994, "MCMXCIV"), ("lowerRoman", 4, "iv"), ("upperLetter", 27, "AA"), ("upperLetter", 53, "AAA"),
        ("lowerLetter", 26, "z"), ("chineseCounting", 10, "十"), ("chineseCounting", 21, "二十一"), ("numberInDash", 3, "- 3 -"),
    ],
)  # fmt: skip
def test_how_word_writes_numbers(kind: str, number: int, text: str) -> None:
    assert written((Level("%1", kind),), 0, [number]) == text


def test_legal_numbers_are_digits_on_every_level() -> None:
    both = (Level("%1", "upperRoman"), Level("%1.%2", "decimal"), Level("%1.%2.%3", "lowerLetter", legal=True))
    assert written(both, 1, [4, 2, 0]) == "IV.2"
    assert written(both, 2, [4, 2, 3]) == "4.2.3"


def test_entries_of_the_contents_stop_where_docgen_says_and_nowhere_else() -> None:
    stop = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="5000"/></w:tabs><w:ind w:left="2160" w:hanging="2160"/>'
    document = etree.fromstring(parts(made(template(styles=style("toc 1", "V1", stop))))["word/document.xml"])
    entry = next(row for row in document.iter(f"{W}p") if row.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "V1" and len(row.findall(f".//{W}tab")) > 1)
    stops = [(row.get(f"{W}val"), row.get(f"{W}pos")) for row in entry.find(f"{W}pPr/{W}tabs")]
    assert stops == [("left", "567"), ("clear", "5000")]
    assert entry.find(f"{W}pPr/{W}ind").get(f"{W}left") == "567"


def test_only_headings_have_a_level() -> None:
    """A title with the level of a heading would stand in the list of contents as soon as Word makes it anew."""
    styles = style("Title", "T", '<w:outlineLvl w:val="0"/>') + style("heading 1", "H1") + style("Subtitle", "S", based="H1")
    root = etree.fromstring(parts(made(template(styles=styles)))["word/styles.xml"])
    levels = {row.get(f"{W}styleId"): [said.get(f"{W}val") for said in row.iter(f"{W}outlineLvl")] for row in root.findall(f"{W}style")}
    assert (levels["T"], levels["H1"], levels["S"]) == (["9"], ["0"], ["9"])


# Page


def test_the_page_is_the_templates() -> None:
    section = '<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1000" w:right="1100" w:bottom="1200" w:left="1300" w:header="500" w:footer="600" w:gutter="100"/>'
    body = parts(made(template(section=section)))["word/document.xml"].decode()
    assert '<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1000" w:right="1100" w:bottom="1200" w:left="1300" w:header="500" w:footer="600" w:gutter="100"/>' in body
    assert '<w:tblW w:w="9740" w:type="dxa"/>' in body


def test_a_page_that_lies_already_is_not_turned_for_the_action_plan() -> None:
    section = PAGE.replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"')
    body = parts(made(template(section=section)))["word/document.xml"]
    assert body.count(b'<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>') == body.count(b"<w:pgSz ")


@pytest.mark.parametrize(("width", "message"), [("0", "too little room"), ("4000", "too little room"), ("11906.4", "no whole numbers")])
def test_a_page_that_cannot_be_is_mended(width: str, message: str) -> None:
    result = made(template(section=PAGE.replace('w:w="11906"', f'w:w="{width}"')))
    assert b'<w:pgSz w:w="11906" w:h="16838"/>' in parts(result)["word/document.xml"]
    assert any(message in text for text in said(result, "template-mended"))


# The package


@pytest.mark.parametrize(
    ("written", "kept", "told"),
    [
        ('<w:pgNumType w:fmt="upperRoman" w:start="0"/>', '<w:pgNumType w:fmt="upperRoman" w:start="0"/>', ""),
        ('<w:pgNumType w:fmt="nonsense"/>', "", "docgen can't count (nonsense)"),
        ('<w:pgNumType w:start="-1" w:fmt="lowerRoman"/>', '<w:pgNumType w:fmt="lowerRoman"/>', "a number that Word does not know"),
        ('<w:pgNumType w:chapStyle="1"/>', "", "numbers of chapters"),
        ('<w:pgBorders><w:top w:val="single" w:sz="4" w:space="24" w:color="auto"/></w:pgBorders>', '<w:pgBorders><w:top w:val="single" w:color="auto" w:sz="4" w:space="24"/></w:pgBorders>', ""),
        ('<w:pgBorders w:display="never"><w:top w:val="single" w:sz="4" w:space="99"/></w:pgBorders>', '<w:pgBorders><w:top w:val="single" w:sz="4"/></w:pgBorders>', "makes no sense"),
        ('<w:pgBorders><w:top w:val="custom" r:id="rId7"/></w:pgBorders>', "", "borders of pictures"),
        ('<w:pgBorders><w:left w:val="single" r:id="rId7"/></w:pgBorders>', '<w:pgBorders><w:left w:val="single"/></w:pgBorders>', "makes no sense"),
        ('<w:docGrid w:linePitch="360"/>', '<w:docGrid w:linePitch="360"/>', ""),
        ('<w:docGrid w:type="blocks" w:linePitch="x"/>', "<w:docGrid/>", "makes no sense"),
    ],
    ids=lambda value: value[:40] if value.startswith("<") else "",
)
def test_what_a_section_says_of_its_pages_is_kept_or_mended(written: str, kept: str, told: str) -> None:
    result = made(template(section=PAGE + written))
    cover = re.findall("<w:sectPr.*?</w:sectPr>", parts(result)["word/document.xml"].decode())[0]
    rest = re.sub("<w:(?:header|footer)Reference[^>]*/>|<w:type [^>]*/>|<w:pg(?:Sz|Mar)[^>]*/>|<w:cols[^>]*/>|</?w:sectPr>", "", cover)
    assert rest == kept
    assert told in "; ".join(said(result, "template-mended") + said(result, "template-dropped"))


def test_pages_are_counted_anew_once() -> None:
    cover = f'{paragraph("{{title}}")}<w:p><w:pPr><w:sectPr>{PAGE}<w:pgNumType w:start="3"/></w:sectPr></w:pPr></w:p>'
    body = parts(made(template(cover, section=PAGE + '<w:pgNumType w:fmt="lowerRoman" w:start="5"/>'), house="theme: plain"))["word/document.xml"].decode()
    assert re.findall("<w:pgNumType[^>]*>", body) == ['<w:pgNumType w:start="3"/>', '<w:pgNumType w:fmt="lowerRoman" w:start="5"/>', *['<w:pgNumType w:fmt="lowerRoman"/>'] * 3]
    body = parts(made(template(section=PAGE + '<w:pgNumType w:start="5"/>')))["word/document.xml"].decode()
    assert body.count("w:start=\"5\"") == 1


@pytest.mark.parametrize("kind", ["document", "template"])
def test_the_result_is_a_document_without_leftovers(kind: str) -> None:
    more = {"notes.xml": ("application/xml", "customXml", "<x/>"), "macros.bin": ("application/vnd.ms-office.vbaProject", "vbaProject", "x")}
    result = made(template(more=more, kind=kind))
    found = parts(result)
    assert b"wordprocessingml.document.main+xml" in found["[Content_Types].xml"]
    assert not [name for name in found if "macros" in name or "notes.xml" in name.replace("footnotes.xml", "")]
    assert {"macros", "data of other programs (custom XML)"} <= {message.partition(": ")[2] for message in said(result, "template-dropped")}


def test_the_same_template_gives_the_same_bytes_and_another_another_build() -> None:
    one, other = template(), template(styles=style("heading 1", "H1"))
    assert made(one).data == made(one).data
    assert load(MemoryTree(files(one))).inputs != load(MemoryTree(files(other))).inputs


def test_two_templates_are_one_too_many() -> None:
    tree = MemoryTree(files(template()) | {"styles/template.dotx": template(kind="template")})
    result = build(load(tree), "uncommitted", False)
    assert result.data is None
    assert [finding.name for finding in result.findings if finding.severity == "error"] == ["template-unusable"]


@pytest.mark.parametrize(("name", "told"), [("Template.docx", True), ("house.dotx", True), ("template.doc", True), ("~$template.docx", False), ("template.docx", False)])
def test_a_template_by_another_name_is_told(tmp_path: Path, name: str, told: bool) -> None:
    given = files(template(), name=name)
    for path, data in given.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    for tree in (MemoryTree(given), WorkingTree(tmp_path)):
        unread = [finding.span.source.path for finding in load(tree).library.problems if finding.name == "unread-file"]
        assert unread == [f"styles/{name}"] * told


def test_a_folder_is_no_template(tmp_path: Path) -> None:
    for name, data in files(template(), name="unused").items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    (tmp_path / "styles" / "template.docx").mkdir()
    result = build(load(WorkingTree(tmp_path)), "uncommitted", False)
    assert [finding.message for finding in result.findings if finding.severity == "error"] == ["the template cannot be read: it is not a plain file"]


def test_check_never_opens_a_template(tmp_path: Path) -> None:
    for name, data in files(b"no Word file at all").items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    script = """
import sys
from pathlib import Path
from docgen.commands.check import *
from docgen.build import load
from docgen.check import check
from docgen.project import WorkingTree
found = check(load(WorkingTree(Path(sys.argv[1]))).library)
print("lxml" in sys.modules, [finding.name for finding in found if "template" in finding.name])
"""
    ended = subprocess.run([sys.executable, "-c", script, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.stdout == "False []\n", ended.stderr


def test_numbering_definitions_keep_their_ids_and_order() -> None:
    first = '<w:num w:numId="2147483647"><w:abstractNumId w:val="3"/></w:num>'
    abstract = '<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum>'
    listed = style("List", "List", '<w:numPr><w:numId w:val="2147483647"/></w:numPr>')
    root = etree.fromstring(parts(made(template(styles=listed, numbering=first + abstract)))["word/numbering.xml"])
    kinds = [etree.QName(row).localname for row in root]
    assert kinds == sorted(kinds)
    numbers = [row.get(f"{W}numId") for row in root.findall(f"{W}num")]
    assert len(set(numbers)) == len(numbers)
    assert "2147483647" in numbers


def test_no_list_of_ours_takes_an_id_that_a_style_of_the_template_names() -> None:
    styles = "".join(style(f"Dangling {number}", f"Dangling{number}", f'<w:numPr><w:numId w:val="{number}"/></w:numPr>') for number in range(1, 5))
    root = etree.fromstring(parts(made(template(styles=styles)))["word/numbering.xml"])
    assert not {row.get(f"{W}numId") for row in root.findall(f"{W}num")} & {"1", "2", "3", "4"}


def test_lists_that_only_the_templates_own_text_has_are_left_there() -> None:
    numbering = '<w:abstractNum w:abstractNumId="3"><w:name w:val="Ours"/></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>'
    body = '<w:p><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:p>'
    assert b"Ours" not in parts(made(template(body, numbering=numbering)))["word/numbering.xml"]
    section, furniture = headed(header=body)
    assert b"Ours" in parts(made(template(section=section, furniture=furniture, numbering=numbering)))["word/numbering.xml"]

