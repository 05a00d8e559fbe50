"""The small parts of a package: properties, settings, fonts, content types."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.document import Document
from docgen.theme import Theme
from docgen.word.oxml import DECLARATION, NAMESPACES, quoted, text
from docgen.word.stationery import NOTHING

CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml."
TYPES = {
    "word/document.xml": CONTENT + "document.main+xml",
    "word/styles.xml": CONTENT + "styles+xml",
    "word/numbering.xml": CONTENT + "numbering+xml",
    "word/settings.xml": CONTENT + "settings+xml",
    "word/fontTable.xml": CONTENT + "fontTable+xml",
    "word/footnotes.xml": CONTENT + "footnotes+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
}
PROPERTY = "docgen"


def content_types(names: list[str], carried: Mapping[str, str] = NOTHING) -> str:
    """[Content_Types].xml for the parts of a package (Part 2, clause 7.2); `carried` has the types of those that a template gave."""
    endings = sorted({name.rsplit(".", 1)[1] for name in names if name.startswith("word/media/") and name not in carried})
    defaults = "".join(f'<Default Extension="{ending}" ContentType="image/{ending}"/>' for ending in endings)
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name in names if (kind := carried.get(name) or _type(name))
    )
    return (
        f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{defaults}{overrides}</Types>'
    )


def _type(name: str) -> str | None:
    if name.startswith("word/header"):
        return CONTENT + "header+xml"
    return CONTENT + "footer+xml" if name.startswith("word/footer-") else TYPES.get(name)


def core(document: Document) -> str:
    """Core properties: ours, with the document's own date; no person and no clock."""
    moment = f"{document.date.isoformat()}T00:00:00Z"
    subject = document.subtitle or ""
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{text(document.title)}</dc:title><dc:subject>{text(subject)}</dc:subject>"
        f"<dc:creator>{text(document.partnership)}</dc:creator><cp:lastModifiedBy>{text(document.partnership)}</cp:lastModifiedBy>"
        f'<cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        f"<dc:language>{text(document.language)}</dc:language><cp:version>{text(document.edition)}</cp:version></cp:coreProperties>"
    )


def app() -> str:
    """Extended properties."""
    return (
        f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>docgen</Application></Properties>"
    )


def custom(document: Document) -> str:
    """The build's identity as a custom property."""
    return (
        f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{PROPERTY}">'
        f"<vt:lpwstr>{text(document.identity.text)}</vt:lpwstr></property></Properties>"
    )


def settings(document: Document, others: Mapping[str, str] = NOTHING) -> str:
    """Document settings (17.15.1.78): nothing here makes Word ask a question when it opens the file. `others` are a template's, by name."""
    language = quoted(document.language)
    own = {
        "zoom": '<w:zoom w:percent="100"/>',
        "defaultTabStop": '<w:defaultTabStop w:val="709"/>',
        "characterSpacingControl": '<w:characterSpacingControl w:val="doNotCompress"/>',
        "footnotePr": '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>',
        "compat": COMPAT,
        "themeFontLang": f'<w:themeFontLang w:val="{language}"/>',
        "decimalSymbol": '<w:decimalSymbol w:val="."/>',
        "listSeparator": '<w:listSeparator w:val=","/>',
    }
    merged = {**own, **others}
    inner = "".join(merged[name] for name in SETTINGS if name in merged)
    return f"{DECLARATION}<w:settings {NAMESPACES}>{inner}</w:settings>"


# The settings that a document may have, in the order in which they must stand.
SETTINGS = """zoom embedTrueTypeFonts embedSystemFonts saveSubsetFonts mirrorMargins bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop
    defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps evenAndOddHeaders noPunctuationKerning
    characterSpacingControl noLineBreaksAfter noLineBreaksBefore footnotePr compat themeFontLang clrSchemeMapping decimalSymbol listSeparator""".split()
COMPAT = (
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>'
    '<w:compatSetting w:name="enableOpenTypeFeatures" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>'
    '<w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/></w:compat>'
)


def font_table(theme: Theme) -> str:
    """The fonts that the styles name."""
    names = sorted({theme.body_font, theme.heading_font, "Consolas"})
    fonts = "".join(f'<w:font w:name="{quoted(name)}"/>' for name in names)
    return f"{DECLARATION}<w:fonts {NAMESPACES}>{fonts}</w:fonts>"
