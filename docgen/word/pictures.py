"""Pictures in the package, and the drawing that shows one in the text (20.4.2.8)."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.nodes import Image
from docgen.picture import Picture
from docgen.record import Record
from docgen.word.oxml import quoted

EMU_PER_INCH = 914_400
EMU_PER_TWIP = 635
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


class Placed(Record):
    """A picture and the name of its part, relative to the document's."""

    picture: Picture
    part: str


class Pictures:
    """The pictures of one package, each once, numbered in the order in which they are shown."""

    def __init__(self, found: Mapping[Image, Picture]) -> None:
        self.found = found
        self.placed: dict[bytes, Placed] = {}

    def find(self, image: Image) -> Placed | None:
        """The picture of an image, or None where there is none."""
        picture = self.found.get(image)
        if picture is None:
            return None
        name = f"media/image{len(self.placed) + 1}.{picture.kind}"
        return self.placed.setdefault(picture.data, Placed(picture, name))


def extent(picture: Picture, width: int, height: int) -> tuple[int, int]:
    """The size of a picture in EMU: its own, made to fit a text area given in twips; never below one pixel of 96 dpi."""
    across = picture.width / picture.dpi[0] * EMU_PER_INCH
    down = picture.height / picture.dpi[1] * EMU_PER_INCH
    factor = min(1.0, width * EMU_PER_TWIP / across, height * EMU_PER_TWIP * 0.8 / down)
    return max(9525, round(across * factor)), max(9525, round(down * factor))


def drawing(image: Image, placed: Placed, relation: str, number: int, width: int, height: int) -> str:
    """A run with the picture, its alternative text or the mark that it needs none."""
    across, down = extent(placed.picture, width, height)
    decorative = image.attributes is not None and "decorative" in image.attributes.classes
    name = f"Picture {number}"
    properties = f'id="{number}" name="{name}" descr="{"" if decorative else quoted(image.alt)}"'
    properties += f' title="{quoted(image.title)}"' if image.title else ""
    inner = f"<wp:docPr {properties}>{DECORATIVE}</wp:docPr>" if decorative else f"<wp:docPr {properties}/>"
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{across}" cy="{down}"/>{inner}'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
