"""Pieces of a Word document as WordprocessingML (ECMA-376, part 1, chapter 17), every text escaped.

Written as text and parsed once: adding cells one by one through a library takes minutes for a large table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from rolemap.pictures.palette import STATES

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    }.items()
)

RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc](?:[^A-Za-z0-9]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])*"
)
"""A stretch of words in Hebrew, Arabic and the scripts beside them."""

BREAKS = re.compile("(\r\n|[\r\n\x0b\x0c\x85]|\t)")

LONGEST_KEPT = 6000
"""A row of more XML than this, about a third of a page, may be broken over two pages."""

EMU = 12700
"""English Metric Units, which drawings are measured in, to a point."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its paragraphs, and its fill and the colour of a thick left edge, if any (RRGGBB)."""

    paragraphs: str
    fill: str = ""
    edge: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in two forms, as ids of relationships, its size in points, and what it shows."""

    png: str
    svg: str
    width: float
    height: float
    alt: str
    number: int


def runs(words: str, look: str = "") -> str:
    """Return the words as runs; `look` holds run properties. Words written right to left are marked as such."""
    found, at = [], 0
    for stretch in RIGHT_TO_LEFT.finditer(words):
        found += [_run(words[at : stretch.start()], look), _run(stretch[0], look + "<w:rtl/>")]
        at = stretch.end()
    return "".join((*found, _run(words[at:], look)))


def state_look(key: str) -> str:
    """Return the run properties of a state: its inks and a line around it."""
    ink = STATES[key].light
    line, fill = ink.line.lstrip("#"), ink.fill.lstrip("#")
    return (
        f'<w:color w:val="{ink.text.lstrip("#")}"/><w:bdr w:val="single" w:sz="4" w:space="0" w:color="{line}"/>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    )


def paragraph(content: str, style: str = "", more: str = "") -> str:
    """Return a paragraph of runs in a style, with further paragraph properties."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{more}</w:pPr>{content}</w:p>"


def linked(content: str, *, id: str = "", anchor: str = "") -> str:
    """Return runs that lead to a relationship of this id, or to a bookmark of this name."""
    to = f'r:id="{id}"' if id else f'w:anchor="{anchor}"'
    return f'<w:hyperlink {to} w:history="1">{content}</w:hyperlink>'


def bookmarked(content: str, name: str, number: int) -> str:
    """Return runs that links can lead to."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def field(instruction: str, shown: str, look: str = "") -> str:
    """Return a field that Word keeps up to date, and what it shows until then."""
    return f"<w:fldSimple w:instr={quoteattr(instruction)}>{_run(shown, look)}</w:fldSimple>"


def page_of(name: str) -> str:
    """Return the number of the page of a bookmark at the right, a field that an office program fills in."""
    field_ = f'<w:instrText xml:space="preserve"> PAGEREF {name} \\h </w:instrText>'
    marks = {kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")}
    return f"<w:r><w:tab/></w:r>{marks['begin']}<w:r>{field_}</w:r>{marks['separate']}{marks['end']}"


def contents(entries: Sequence[str]) -> str:
    """Return a list of contents as a field over paragraphs already made; Word fills in its page numbers on opening."""
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    first, *rest = entries or [paragraph("", "TOC1")]
    return first.replace("</w:pPr>", f"</w:pPr>{begin}", 1) + "".join(rest) + end


def table(
    head: Sequence[Cell], rows: Iterable[Sequence[Cell]], widths: Sequence[int], *, about: str, style: str
) -> str:
    """Return a table whose `head`, if any, is repeated on every page. Widths are twentieths of a point."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join(_row(row, widths) for row in rows)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val={quoteattr(about)}/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{_row(head, widths, head=True) if head else ''}{body}</w:tbl>"
    )


def image(shown: Image) -> str:
    """Return a run with a picture: a vector for Word since 2016, dots for other readers."""
    size = f'cx="{round(shown.width * EMU)}" cy="{round(shown.height * EMU)}"'
    name = f'id="{shown.number}" name="Picture {shown.number}" descr={quoteattr(shown.alt)}'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr {name}/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{shown.png}"><a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
        f'<asvg:svgBlip r:embed="{shown.svg}"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def _run(words: str, look: str) -> str:
    if not words:
        return ""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f"<w:r>{properties}{''.join(map(_piece, BREAKS.split(words)))}</w:r>"


def _piece(words: str) -> str:
    if words == "\t":
        return "<w:tab/>"
    if BREAKS.fullmatch(words):
        return "<w:br/>"
    return f'<w:t xml:space="preserve">{escape(words)}</w:t>' if words else ""


def _row(cells: Sequence[Cell], widths: Sequence[int], *, head: bool = False) -> str:
    whole = "<w:cantSplit/>" if sum(len(cell.paragraphs) for cell in cells) <= LONGEST_KEPT else ""
    properties = f"<w:trPr>{whole}{'<w:tblHeader/>' if head else ''}</w:trPr>"
    return f"<w:tr>{properties}{''.join(map(_cell, cells, widths))}</w:tr>"


def _cell(cell: Cell, width: int) -> str:
    edge = f'<w:tcBorders><w:left w:val="single" w:sz="24" w:color="{cell.edge}"/></w:tcBorders>' if cell.edge else ""
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.fill}"/>' if cell.fill else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{edge}{fill}</w:tcPr>{cell.paragraphs}</w:tc>'
