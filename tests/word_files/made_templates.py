"""Small templates made for a test: a package with a few styles, and whatever a test adds to it."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZipFile

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/'
PAGE = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/>'
NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'


def style(name: str, identity: str, properties: str = "", kind: str = "paragraph", based: str = "Normal") -> str:
    """One style."""
    inside = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f'<w:style w:type="{kind}" w:styleId="{identity}"><w:name w:val="{name}"/><w:basedOn w:val="{based}"/>{inside}</w:style>'


def paragraph(*runs: str, style: str = "") -> str:
    """A paragraph with the text of some runs."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}" + "".join(f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' for text in runs) + "</w:p>"


def template(
    body: str = "",
    section: str = "",
    styles: str = "",
    settings: str = "",
    numbering: str = "",
    furniture: Mapping[str, str] | None = None,
    more: Mapping[str, tuple[str, str, str | bytes]] | None = None,
    kind: str = "document",
) -> bytes:
    """A template. `furniture` has headers and footers by name (`header1`), whose relationships have their names; `more` other parts of the body
    by name, as type, kind of relationship and content."""
    parts: dict[str, tuple[str, str, str | bytes]] = {
        "styles.xml": (WORD + "styles+xml", "styles", f"<w:styles {NAMES}>{NORMAL}{styles}</w:styles>"),
        "settings.xml": (WORD + "settings+xml", "settings", f"<w:settings {NAMES}>{settings}</w:settings>"),
        **({"numbering.xml": (WORD + "numbering+xml", "numbering", f"<w:numbering {NAMES}>{numbering}</w:numbering>")} if numbering else {}),
        **dict(more or {}),
    }
    for name, inner in (furniture or {}).items():
        role = name[:6]  # header and footer have six letters
        tag = "hdr" if role == "header" else "ftr"
        parts[f"{name}.xml"] = (f"{WORD}{role}+xml", role, f"<w:{tag} {NAMES}>{inner}</w:{tag}>")
    main = f"<w:document {NAMES}><w:body>{body}<w:sectPr>{section or PAGE}</w:sectPr></w:body></w:document>"
    rows = "".join(f'<Relationship Id="{name.partition(".")[0]}" Type="{OFFICE}{kind}" Target="{name}"/>' for name, (_, kind, _) in parts.items())
    types = "".join(f'<Override PartName="/word/{name}" ContentType="{kind}"/>' for name, (kind, _, _) in parts.items())
    files = {
        "[Content_Types].xml": f'<Types {PACKAGE}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{WORD}{kind}.main+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships {PACKAGE}relationships"><Relationship Id="rId1" Type="{OFFICE}officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": main,
        "word/_rels/document.xml.rels": f'<Relationships {PACKAGE}relationships">{rows}</Relationships>',
        **{f"word/{name}": content for name, (_, _, content) in parts.items()},
    }
    target = BytesIO()
    with ZipFile(target, "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
    return target.getvalue()


def headed(**furniture: str) -> tuple[str, Mapping[str, str]]:
    """The properties of a section that shows headers and footers, and these: `header_first="…"`."""
    rows = "".join(
        f'<w:{name.partition("_")[0]}Reference w:type="{name.partition("_")[2] or "default"}" r:id="{name.replace("_", "")}1"/>' for name in furniture
    )
    first = "<w:titlePg/>" if any(name.endswith("_first") for name in furniture) else ""
    return rows + PAGE + first, {f"{name.replace('_', '')}1": inner for name, inner in furniture.items()}
