"""Small Word files made by hand, for what reads those of others."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docgen.word.opening import WORDML

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def package(changes: Mapping[str, str | bytes | None] = {}, method: int = ZIP_DEFLATED) -> bytes:
    """A small Word file with some of its parts changed, or left out."""
    parts: dict[str, str | bytes | None] = {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="XML" ContentType="{DOCUMENT.replace(".main", "")}"/>'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/Word/Body.xml" ContentType="{DOCUMENT}"/></Types>',
        "_rels/.rels": relations(("rId1", f"{OFFICE}/officeDocument", "word/body.xml", "")),
        "word/body.xml": body("<w:p/>"),
        **changes,
    }
    target = BytesIO()
    with ZipFile(target, "w", method) as archive:
        for name, content in parts.items():
            if content is not None:
                archive.writestr(name, content)
    return target.getvalue()


def body(inner: str) -> str:
    return f'<w:document xmlns:w="{WORDML}"><w:body>{inner}</w:body></w:document>'


def relations(*rows: tuple[str, str, str, str]) -> str:
    inner = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{target}"{mode}/>' for name, kind, target, mode in rows)
    return f'<Relationships xmlns="{RELATIONS}">{inner}</Relationships>'


STYLES = f"""\
<w:styles xmlns:w="{WORDML}"><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="Heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="H3"><w:name w:val="heading 3"/><w:basedOn w:val="H2"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Listed"><w:name w:val="List"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Faint"><w:name w:val="Faint"/><w:basedOn w:val="Round"/><w:rPr><w:color w:val="999999"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Round"><w:name w:val="Round"/><w:basedOn w:val="Faint"/></w:style>
<w:style w:type="paragraph" w:styleId="Code"><w:name w:val="Source Code"/></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Red"><w:name w:val="Red ink"/><w:rPr><w:color w:val="C00000"/></w:rPr></w:style>
<w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/><w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr>
<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="1F3864"/></w:tcPr></w:tblStylePr>
<w:tblStylePr w:type="band1Horz"><w:tcPr><w:shd w:val="clear" w:fill="777777"/></w:tcPr></w:tblStylePr></w:style></w:styles>"""
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A title</dc:title></cp:coreProperties>'
)
SPACES = {
    "w": WORDML,
    "r": OFFICE,
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}
NAMED = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in SPACES.items())
LINKS = (("rId20", f"{OFFICE}/hyperlink", "https://example.org/", ' TargetMode="External"'),)
RELATED = tuple((f"rId{index}", f"{OFFICE}/{kind}", f"{kind}.xml", "") for index, kind in enumerate(("styles", "settings", "theme", "header", "footer", "footnotes"), 1))


def word(inner: str, **parts: str | None) -> bytes:
    """A sound Word file around the XML of a body; parts by what they are: `styles`, `settings`, `theme`, `header`, `footer`, `footnotes`, `core`."""
    parts = {"styles": STYLES, "core": CORE, **parts}
    named = {f"word/{kind}.xml": content for kind, content in parts.items() if kind != "core"}
    rows = (("rId1", f"{OFFICE}/officeDocument", "word/body.xml", ""), ("rId2", f"{RELATIONS[:-13]}metadata/core-properties", "core.xml", ""))
    return package(
        {
            "_rels/.rels": relations(*rows),
            "word/body.xml": f"<w:document {NAMED}><w:body>{inner}</w:body></w:document>",
            "word/_rels/body.xml.rels": relations(*RELATED, *LINKS),
            "core.xml": parts["core"],
            **named,
        }
    )


def furniture(kind: str, inner: str) -> str:
    """A header (`hdr`), a footer (`ftr`) or `footnotes`."""
    return f"<w:{kind} {NAMED}>{inner}</w:{kind}>"


def p(text: str, style: str = "", properties: str = "", look: str = "") -> str:
    """A paragraph of one run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{r(text, look)}</w:p>"


def r(text: str, look: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(instruction: str, result: str) -> str:
    """A complex field."""
    kinds = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f'{kinds[0]}<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>{kinds[1]}{r(result)}{kinds[2]}'


def table(*rows: str, header: bool = True, title: str = "A table", style: str = "", outer: str = "") -> str:
    """A table whose rows are cells of plain words with `|` between them; a cell that begins with `<` is XML."""
    named = f'<w:tblStyle w:val="{style}"/>' if style else ""
    look = '<w:tblLook w:firstRow="1" w:noVBand="1"/>' if style else ""
    caption = f'<w:tblCaption w:val="{title}"/>' if title else ""
    made = []
    for index, row in enumerate(rows):
        mark = "<w:trPr><w:tblHeader/></w:trPr>" if header and index == 0 else ""
        cells = "".join(f"<w:tc>{cell if cell.startswith('<') else p(cell)}</w:tc>" for cell in row.split("|"))
        made.append(f"<w:tr>{mark}{cells}</w:tr>")
    return f"<w:tbl><w:tblPr>{named}{look}{caption}</w:tblPr><w:tblGrid/>{''.join(made)}</w:tbl>{outer}"


def picture(alt: str, kind: str = "inline", inner: str = "", marks: str = "") -> str:
    """A paragraph with a drawing."""
    return f'<w:p><w:r><w:drawing><wp:{kind}><wp:docPr id="1" name="Picture 1" descr="{alt}">{marks}</wp:docPr>{inner}</wp:{kind}></w:drawing></w:r></w:p>'
