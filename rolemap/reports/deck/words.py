"""Words and tables of slides as DrawingML (ECMA-376, part 1, chapter 21), every text escaped.

Written as text and parsed once: a table filled cell by cell through a library takes seconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import XmlPart
from pptx.oxml import parse_xml
from pptx.slide import Slide as Shown
from pptx.util import Emu, Inches, Length

from rolemap.pictures.palette import STATES
from rolemap.reports.blocks import Align, Chip, Run, Text, Value, plain, text
from rolemap.reports.deck.file import ACROSS, BLACK, EDGE, NAMES, NAVY

TOP, RAISED = Inches(1.95), Inches(1.45)
"""Where the body of a slide begins, and where under a title of one line alone."""

ROW, LINE, AROUND = Inches(0.33), Inches(0.27), Inches(0.06)
"""How high a row is at least, a line of a table, and the room above and below its words."""

CELL = 16
"""The size of the words of a table in points."""

BORDER = '<a:lnB w="6350"><a:solidFill><a:srgbClr val="B4BAC3"/></a:solidFill></a:lnB>'


def runs_xml(said: Text, points: int, colour: str, part: XmlPart) -> str:
    """Return the words as runs of this size and colour (RRGGBB); links to the web become relationships of the part."""
    return "".join(_run(run, points, colour, part) for run in said)


def cell_xml(runs: str, fill: str, *, right: bool = False, across: int = 1) -> str:
    """Return a cell of a table with a line under it; one `across` several columns is followed by those it hides."""
    span = f' gridSpan="{across}"' if across > 1 else ""
    hidden = '<a:tc hMerge="1"><a:txBody><a:bodyPr/><a:lstStyle/><a:p/></a:txBody><a:tcPr/></a:tc>' * (across - 1)
    return (
        f'<a:tc{span}><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn="{"r" if right else "l"}"/>{runs}</a:p></a:txBody>'
        f'<a:tcPr marT="27432" marB="27432">{BORDER}<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill></a:tcPr></a:tc>'
        f"{hidden}"
    )


def value_xml(value: Value, align: Align, part: XmlPart, *, head: bool = False) -> str:
    """Return a cell of a table that holds a value; a state also in its colours."""
    look = STATES.get(value.key) if isinstance(value, Chip) else None
    words: Text = value if isinstance(value, tuple) else text(plain(value))
    said = tuple(Run(one.text, bold=True) for one in words) if head else words
    colour = NAVY if head else look.light.text if look else BLACK
    fill = "E3ECF7" if head else look.light.fill if look else "FFFFFF"
    return cell_xml(runs_xml(said, CELL, colour.lstrip("#"), part), fill.lstrip("#"), right=align is Align.RIGHT)


def band_xml(said: str, across: int, part: XmlPart) -> str:
    """Return a caption across all columns of a table."""
    return cell_xml(runs_xml(text(said, bold=True), CELL, NAVY, part), "F5F7FA", across=across)


def row_of(lines: int) -> Length:
    """Return how high a row of so many lines is at least."""
    return Emu(max(ROW, LINE * lines + AROUND))


def add_table(
    shown: Shown, rows: Sequence[Sequence[str]], widths: Sequence[float], highs: Sequence[Length], top: Length = TOP
) -> None:
    """Add a table of cells as XML, the first row its header, across the slide; its words for screen readers are the title."""
    frame = shown.shapes.add_table(1, 1, EDGE, top, ACROSS, Emu(sum(highs)))
    title = shown.shapes.title
    frame._element.nvGraphicFramePr.cNvPr.set("descr", title.text_frame.text if title is not None else "")
    old = frame.table._tbl
    grid = "".join(f'<a:gridCol w="{int(ACROSS * width / sum(widths))}"/>' for width in widths)
    body = "".join(f'<a:tr h="{int(high)}">{"".join(row)}</a:tr>' for row, high in zip(rows, highs, strict=True))
    made = f'<a:tbl {NAMES}><a:tblPr firstRow="1"/><a:tblGrid>{grid}</a:tblGrid>{body}</a:tbl>'
    old.getparent().replace(old, parse_xml(made))


def _run(run: Run, points: int, colour: str, part: XmlPart) -> str:
    ink = STATES[run.state].light.line.lstrip("#") if run.state in STATES else colour
    link = ""
    if run.link and not run.link.startswith("#"):
        id = part.relate_to(run.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link = f'<a:hlinkClick r:id="{id}"/>'
    look = f'sz="{points * 100}" b="{int(run.bold)}"><a:solidFill><a:srgbClr val="{ink}"/></a:solidFill>{link}</a:rPr>'
    lines = run.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    parts = (f'<a:r><a:rPr lang="en-GB" {look}<a:t>{escape(line)}</a:t></a:r>' if line else "" for line in lines)
    return f'<a:br><a:rPr lang="en-GB" sz="{points * 100}"/></a:br>'.join(parts)
