"""footnotes.xml: the separators, and every footnote that has a mark, in the order of the first marks."""

from __future__ import annotations

from docgen.nodes import Footnote
from docgen.word.blocks import Place, write_blocks
from docgen.word.oxml import DECLARATION, DRAWING_NAMESPACES, FOOTNOTE, NAMESPACES
from docgen.word.relationships import Relationships
from docgen.word.writer import Writer

SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    "<w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"
)


def footnotes(writer: Writer) -> tuple[str, Relationships]:
    """The part and its relationships; the writer is done with the body."""
    writer.relationships = Relationships()
    parts = [_footnote(writer, footnote, number) for footnote, number in list(writer.footnotes.numbers.items())]
    return (
        f"{DECLARATION}<w:footnotes {NAMESPACES} {DRAWING_NAMESPACES}>{SEPARATORS}{''.join(parts)}</w:footnotes>",
        writer.relationships,
    )


def _footnote(writer: Writer, footnote: Footnote, number: int) -> str:
    """One footnote; its mark begins its first paragraph."""
    writer.out = []
    writer.after_table = False
    write_blocks(writer, footnote.blocks, Place(style="FootnoteText"))
    if not writer.out or f'<w:pStyle w:val="{writer.style("FootnoteText")}"/>' not in writer.out[0]:
        rest, writer.out = writer.out, []
        writer.paragraph("FootnoteText", "")
        writer.out += rest
    if writer.after_table:
        writer.paragraph("TableEnd", "")
    mark = f'<w:r>{writer.looks[FOOTNOTE]}<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>'
    writer.out[1] = writer.out[1].replace("</w:pPr>", "</w:pPr>" + mark, 1)
    return f'<w:footnote w:id="{number}">{"".join(writer.out)}</w:footnote>'
