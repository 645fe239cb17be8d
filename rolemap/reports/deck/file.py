"""The file that slides stand in: 16 to 9, its master with title, date, digest and slide number, and vector pictures."""

from __future__ import annotations

from datetime import datetime, time
from xml.sax.saxutils import escape

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as File
from pptx.shapes.picture import Picture as Shape
from pptx.slide import Slide as Shown
from pptx.util import Emu, Inches

from rolemap.reports.blocks import Document

NAVY, GREY, BLACK = "1F3A5F", "595959", "1A1A1A"

WIDE, HIGH = Inches(40 / 3), Inches(7.5)
"""The size of a slide, 16 to 9."""

EDGE = Inches(0.6)
"""The margin on both sides."""

ACROSS = Emu(WIDE - 2 * EDGE)
"""How wide the text of a slide is."""

TITLE, CONTENT, BARE = "Title Slide", "Title and Content", "Title Only"
"""The layouts that are kept."""

PLACES = {
    "Title Slide": {0: (2.0, 1.6), 1: (3.7, 1.6)},
    "Title and Content": {0: (0.7, 1.05), 1: (1.9, 4.8)},
    "Title Only": {0: (0.7, 1.05)},
}
"""Top and height of each placeholder of a layout, in inches."""

NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)

SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"


def new_file(document: Document) -> File:
    """Return an empty file for the slides of a document; its master says on every slide what they are."""
    file = Presentation()
    file.slide_width, file.slide_height = WIDE, HIGH
    about = file.core_properties
    about.title, about.subject, about.author = document.title[:255], document.subtitle[:255], ""
    about.comments = document.provenance[:255]
    about.created = about.modified = datetime.combine(document.on, time())
    about.last_modified_by, about.language = "", document.language
    for layout in list(file.slide_layouts):
        if layout.name not in PLACES:
            file.slide_layouts.remove(layout)
    _set_master(file, document)
    _set_places(file)
    return file


def layout_of(file: File, name: str) -> int:
    """Return the position of a layout by its name."""
    return [layout.name for layout in file.slide_layouts].index(name)


def with_vector(slide: Shown, shape: Shape, svg: str, number: int) -> None:
    """Give a picture made of dots its vector form, which PowerPoint since 2016 shows instead."""
    package = slide.part.package
    part = Part(PackURI(f"/ppt/media/vector{number}.svg"), "image/svg+xml", package, svg.encode())
    id = slide.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    blip = shape._element.find(f".//{qn('a:blip')}")
    blip.append(
        parse_xml(
            f'<a:extLst {NAMES}><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
            f'<asvg:svgBlip xmlns:asvg="{SVG}" r:embed="{id}"/></a:ext></a:extLst>'
        )
    )


def _set_master(file: File, document: Document) -> None:
    master = file.slide_master
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = theme.blob.replace(b'typeface="Calibri"', b'typeface="Arial"')
    style = master._element.find(f".//{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    style.set("algn", "l")
    words = style.find(qn("a:defRPr"))
    words.set("sz", "2800")
    words.set("b", "1")
    colour = words.find(qn("a:solidFill"))
    colour.getparent().replace(colour, parse_xml(f'<a:solidFill {NAMES}><a:srgbClr val="{NAVY}"/></a:solidFill>'))
    said = document.foot(190)
    master.shapes._spTree.append(parse_xml(_edge(9001, said, EDGE, ACROSS - Inches(1))))
    number = (
        '<a:fld id="{6A1F0B52-0000-4000-8000-000000000001}" type="slidenum">'
        '<a:rPr lang="en-GB" sz="1000"/><a:t>1</a:t></a:fld>'
    )
    master.shapes._spTree.append(parse_xml(_edge(9002, "", WIDE - EDGE - Inches(1), Inches(1), number)))


def _edge(id: int, words: str, left: int, width: int, more: str = "") -> str:
    """Return a text at the foot of the master; text with `more` stands on the right."""
    grey = f'<a:rPr lang="en-GB" sz="1000"><a:solidFill><a:srgbClr val="{GREY}"/></a:solidFill></a:rPr>'
    run = f"<a:r>{grey}<a:t>{escape(words)}</a:t></a:r>" if words else ""
    return (
        f'<p:sp {NAMES}><p:nvSpPr><p:cNvPr id="{id}" name="Foot {id}"/><p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{left}" y="{Inches(7.02)}"/><a:ext cx="{width}" cy="{Inches(0.3)}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
        '<p:txBody><a:bodyPr wrap="square" lIns="0" rIns="0" anchor="ctr"/><a:lstStyle/>'
        f'<a:p><a:pPr algn="{"r" if more else "l"}"/>{run}{more}</a:p></p:txBody></p:sp>'
    )


def _set_places(file: File) -> None:
    """Put the placeholders where a wide slide has room; date, footer and number stand in the master's foot instead."""
    for one in (file.slide_master, *file.slide_layouts):
        for kind in ("dt", "ftr", "sldNum"):
            for mark in one._element.xpath(f".//p:sp[.//p:ph[@type='{kind}']]"):
                mark.getparent().remove(mark)
    for layout in file.slide_layouts:
        for shape in layout.iter_cloneable_placeholders():
            top, height = PLACES[layout.name][shape.placeholder_format.idx]
            shape.left, shape.top, shape.width, shape.height = EDGE, Inches(top), ACROSS, Inches(height)
            shape.text_frame.margin_left = 0
    for shape in file.slide_master.placeholders:
        shape.left, shape.width = EDGE, ACROSS
