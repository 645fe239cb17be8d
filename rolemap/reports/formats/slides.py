"""A report as slides that people go on editing: 16 to 9, one message a slide, the question for the room in the notes."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import singledispatchmethod

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as File
from pptx.slide import Slide as Shown
from pptx.table import _Cell
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Emu, Inches, Length, Pt

from rolemap.model.words import day
from rolemap.pictures.palette import STATES
from rolemap.reports.blocks import (
    Align,
    Callout,
    Chip,
    Document,
    Fillable,
    KeyFigure,
    KeyFigures,
    Picture,
    Run,
    SignatureBlock,
    Text,
    Tone,
    Value,
    plain,
    text,
)
from rolemap.reports.characters import holdable
from rolemap.reports.slidefile import ACROSS, BARE, CONTENT, EDGE, GREY, NAVY, TITLE, layout_of, new_file, with_vector
from rolemap.reports.slideplan import Body, Grid, Slide, Words, slides
from rolemap.reports.typesetting import dots, size

TOP, ROOM = Inches(1.95), Inches(4.9)
"""Where the body of a slide begins and how high it is."""

BLACK = "1A1A1A"

BOXES = {Tone.NOTE: ("F5F7FA", GREY), Tone.QUESTION: ("E3ECF7", NAVY), Tone.ATTENTION: ("FFF1B8", "A68700")}
"""Fill and edge of a callout by its tone."""

TITLES = ((60, 28), (110, 24), (10_000, 20))
"""The size of a title in points, by how many characters it has at most."""

LONGEST_TITLE = 170

FEW = 420
"""A slide of no more characters than this is set larger."""

LINE = (
    '<a:lnB xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" w="6350">'
    '<a:solidFill><a:srgbClr val="B4BAC3"/></a:solidFill></a:lnB>'
)


def write(document: Document) -> bytes:
    """Return the report as slides."""
    held = holdable(document)
    writer = _Writer(new_file(held))
    writer.opening(held)
    for slide in slides(held):
        writer.add(slide)
    out = io.BytesIO()
    writer.file.save(out)
    return out.getvalue()


class _Writer:
    """Draws planned slides into a file."""

    def __init__(self, file: File) -> None:
        self.file = file
        self.pictures = 0

    def opening(self, document: Document) -> None:
        """Draw the first slide: the title, the date and the map."""
        shown = self._new(TITLE, document.title)
        frame = shown.placeholders[1].text_frame
        lines = (document.subtitle, f"As at {day(document.on)}", f"Map {document.map_title}, digest {document.digest}")
        for at, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
            paragraph.alignment = PP_ALIGN.LEFT
            _write(paragraph, text(line), 20 if at == 0 else 16, GREY)
        shown.notes_slide.notes_text_frame.text = document.provenance  # type: ignore[union-attr]

    def add(self, slide: Slide) -> None:
        """Draw one slide with its notes."""
        shown = self._new(CONTENT if isinstance(slide.body, Words) else BARE, slide.title)
        if slide.section:
            _write(_box(shown, Inches(0.35), Inches(0.35)).paragraphs[0], text(slide.section), 14, GREY)
        self.draw(slide.body, shown)
        notes = [*slide.notes]
        if len(slide.title) > LONGEST_TITLE:
            notes.insert(0, slide.title)
        if notes:
            shown.notes_slide.notes_text_frame.text = "\n".join(notes)  # type: ignore[union-attr]

    def _new(self, layout: str, title: str) -> Shown:
        shown: Shown = self.file.slides.add_slide(self.file.slide_layouts[layout_of(self.file, layout)])
        held = title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1] + "…"
        frame = shown.shapes.title.text_frame  # type: ignore[union-attr]
        frame.vertical_anchor = MSO_ANCHOR.BOTTOM if layout == TITLE else MSO_ANCHOR.TOP
        points = next(points for most, points in TITLES if len(held) <= most)
        _write(
            frame.paragraphs[0],
            text(held or "—", bold=True),
            40 if layout == TITLE and len(held) <= 60 else points,
            NAVY,
        )
        return shown

    @singledispatchmethod
    def draw(self, body: Body, shown: Shown) -> None:
        """Draw what a slide shows."""
        raise TypeError(f"no such body on slide {shown.slide_id}: {type(body).__name__}")

    @draw.register
    def _(self, body: Words, shown: Shown) -> None:
        frame = shown.placeholders[1].text_frame
        points = 24 if sum(len(plain(item)) for item, _ in body.items) <= FEW else 20
        for at, (item, bullet) in enumerate(body.items):
            paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
            paragraph.space_after = Pt(9)
            if not bullet:
                properties = paragraph._p.get_or_add_pPr()
                properties.set("marL", "0")
                properties.set("indent", "0")
                properties.insert_element_before(
                    properties.makeelement(qn("a:buNone"), {}), "a:tabLst", "a:defRPr", "a:extLst"
                )
            _write(paragraph, item, points, BLACK)

    @draw.register
    def _(self, body: Grid, shown: Shown) -> None:
        rows, columns = max(1, len(body.rows)), len(body.columns)
        frame = shown.shapes.add_table(rows + 1, columns, EDGE, TOP, ACROSS, Emu(Inches(0.3) * (rows + 1)))
        frame._element.nvGraphicFramePr.cNvPr.set("descr", shown.shapes.title.text_frame.text)  # type: ignore[union-attr]
        table = frame.table
        table.horz_banding = False
        whole = sum(max(column.width, 0.1) for column in body.columns)
        for at, column in enumerate(body.columns):
            table.columns[at].width = Emu(int(ACROSS * max(column.width, 0.1) / whole))
            _fill_cell(table.cell(0, at), text(column.title), column.align, head=True)
        for down, row in enumerate(body.rows, 1):
            for at, value in enumerate(row):
                _fill_cell(table.cell(down, at), value, body.columns[at].align)
        if not body.rows:
            _fill_cell(table.cell(1, 0), text("Nothing to list."), Align.LEFT)
        if body.rest:
            _write(_box(shown, Inches(6.65), Inches(0.3)).paragraphs[0], text(body.rest), 14, GREY)

    @draw.register
    def _(self, body: KeyFigures, shown: Shown) -> None:
        items, gap = body.items, Inches(0.2)
        side = len(items) if len(items) <= 3 else -(-len(items) // 2)
        wide = Emu((ACROSS - gap * (side - 1)) // side)
        high = Inches(2.3)
        for at, one in enumerate(items):
            left, top = EDGE + (wide + gap) * (at % side), TOP + (high + gap) * (at // side)
            edge = STATES[one.state].light.line.lstrip("#") if one.state in STATES else NAVY
            frame = _card(shown, (left, top, wide, high), "F5F7FA", edge)
            _figure(frame, one)

    @draw.register
    def _(self, body: Picture, shown: Shown) -> None:
        broad, high = size(body.svg)
        scale = min(ACROSS / broad, ROOM / high)
        wide, tall = Emu(int(broad * scale)), Emu(int(high * scale))
        left = Emu(EDGE + (ACROSS - wide) // 2)
        shape = shown.shapes.add_picture(io.BytesIO(dots(body.svg)), left, TOP, wide, tall)
        shape._element.nvPicPr.cNvPr.set("descr", body.alt)  # type: ignore[union-attr]
        self.pictures += 1
        with_vector(shown, shape, body.svg, self.pictures)

    @draw.register
    def _(self, body: Callout, shown: Shown) -> None:
        fill, edge = BOXES[body.tone]
        frame = _card(shown, (EDGE, TOP, ACROSS, ROOM), fill, edge)
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        length = len(plain(body.runs))
        _write(frame.paragraphs[0], body.runs, 32 if length <= 160 else 24 if length <= 450 else 16, BLACK)

    @draw.register
    def _(self, _body: Fillable, shown: Shown) -> None:
        frame = _card(shown, (EDGE, TOP, ACROSS, ROOM), "FFFFFF", GREY)
        _write(frame.paragraphs[0], text("Write here"), 20, GREY)

    @draw.register
    def _(self, body: SignatureBlock, shown: Shown) -> None:
        heads = ("Party", "Name", "Position", "Signature", "Date")
        frame = shown.shapes.add_table(len(body.parties) + 1, len(heads), EDGE, TOP, ACROSS, Inches(0.5))
        for at, head in enumerate(heads):
            _fill_cell(frame.table.cell(0, at), text(head), Align.LEFT, head=True)
        for down, one in enumerate(body.parties, 1):
            frame.table.rows[down].height = Inches(0.6)
            _fill_cell(frame.table.cell(down, 0), text(one.party), Align.LEFT)
            _fill_cell(frame.table.cell(down, 4), text(day(one.signed) if one.signed else ""), Align.LEFT)
            for at in (1, 2, 3):
                _fill_cell(frame.table.cell(down, at), (), Align.LEFT)


def _box(shown: Shown, top: Length, height: Length) -> TextFrame:
    frame: TextFrame = shown.shapes.add_textbox(EDGE, top, ACROSS, height).text_frame
    frame.margin_left = frame.margin_right = Emu(0)
    frame.word_wrap = True
    return frame


def _card(shown: Shown, place: Sequence[int], fill: str, edge: str) -> TextFrame:
    """Return the text of a filled rectangle with a thick left edge."""
    left, top, wide, high = (Emu(int(one)) for one in place)
    card, side = (shown.shapes.add_shape(MSO_SHAPE.RECTANGLE, left, top, width, high) for width in (wide, Inches(0.08)))
    for shape, colour in ((card, fill), (side, edge)):
        shape.fill.solid()
        shape.fill.fore_color.rgb = RGBColor.from_string(colour)
        shape.line.fill.background()
        shape.shadow.inherit = False
    frame: TextFrame = card.text_frame
    frame.word_wrap = True
    frame.margin_left = Inches(0.3)
    frame.vertical_anchor = MSO_ANCHOR.TOP
    frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    return frame


def _figure(frame: TextFrame, one: KeyFigure) -> None:
    _write(frame.paragraphs[0], (Run(f"{one.number:,}", bold=True),), 44, NAVY)
    if one.of is not None:
        _write(frame.paragraphs[0], text(f" of {one.of:,}"), 20, GREY)
    for words, points, colour in ((one.label, 18, BLACK), (one.note, 12, GREY)):
        if words:
            paragraph = frame.add_paragraph()
            paragraph.alignment = PP_ALIGN.LEFT
            _write(paragraph, text(words), points, colour)


def _fill_cell(cell: _Cell, value: Value, align: Align, *, head: bool = False) -> None:
    cell.margin_top = cell.margin_bottom = Inches(0.03)
    cell.fill.solid()
    look = STATES.get(value.key) if isinstance(value, Chip) else None
    cell.fill.fore_color.rgb = RGBColor.from_string(
        "E3ECF7" if head else look.light.fill.lstrip("#") if look else "FFFFFF"
    )
    # Lines come before fills in the properties of a cell.
    cell._tc.get_or_add_tcPr().insert(0, parse_xml(LINE))
    paragraph = cell.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if align is Align.RIGHT else PP_ALIGN.LEFT
    words: Text = value if isinstance(value, tuple) else text(plain(value))
    colour = NAVY if head else look.light.text.lstrip("#") if look else BLACK
    _write(paragraph, tuple(Run(one.text, bold=True, link=one.link) for one in words) if head else words, 14, colour)


def _write(paragraph: _Paragraph, said: Text, points: int, colour: str) -> None:
    """Add the runs to a paragraph; lines within a text become line breaks."""
    for run in said:
        for at, line in enumerate(run.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
            if at:
                paragraph.add_line_break()
            if line:
                added = paragraph.add_run()
                added.text = line
                added.font.size, added.font.bold = Pt(points), run.bold
                ink = STATES[run.state].light.line if run.state in STATES else colour
                added.font.color.rgb = RGBColor.from_string(ink.lstrip("#"))
                if run.link and not run.link.startswith("#"):
                    added.hyperlink.address = run.link
