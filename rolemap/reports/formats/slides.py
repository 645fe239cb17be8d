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
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Emu, Inches, Length, Pt

from rolemap.model.words import day
from rolemap.pictures.palette import STATES
from rolemap.reports.blocks import (
    Align,
    Callout,
    Document,
    Fillable,
    KeyFigure,
    KeyFigures,
    Picture,
    Run,
    SignatureBlock,
    Text,
    Tone,
    plain,
    text,
)
from rolemap.reports.characters import holdable
from rolemap.reports.deck.body import Body, Slide, ToFill, Words
from rolemap.reports.deck.file import (
    ACROSS,
    BARE,
    BLACK,
    CONTENT,
    EDGE,
    GREY,
    NAMES,
    NAVY,
    TITLE,
    layout_of,
    new_file,
    with_vector,
)
from rolemap.reports.deck.notes import ASKED
from rolemap.reports.deck.pictures import BESIDE, HIGH, RAISED_HIGH, fits
from rolemap.reports.deck.plan import slides
from rolemap.reports.deck.tables import Grid
from rolemap.reports.deck.text import BETWEEN
from rolemap.reports.deck.words import RAISED, ROW, TOP, add_table, band_xml, row_of, runs_xml, value_xml
from rolemap.reports.typesetting import dots, size
from rolemap.reports.undated import undated

ROOM = Inches(4.9)
"""How high the body of a slide is."""

LEAD = Inches(1.3)
"""Where words that lead in a table or picture begin, under a title of one line."""

BOXES = {Tone.NOTE: ("F5F7FA", GREY), Tone.QUESTION: ("E3ECF7", NAVY), Tone.ATTENTION: ("FFF1B8", "A68700")}
"""Fill and edge of a callout by its tone."""

TITLES = ((60, 28), (110, 24), (10_000, 20))
"""The size of a title in points, by how many characters it has at most."""

LONGEST_TITLE = 170

FEW = 420
"""Words of no more characters than this are set larger beside a picture."""

LARGE_LINE, LARGE_LINES = 70, 11
"""Words that take no more lines of so many characters are set larger on a slide of their own."""


def write(document: Document) -> bytes:
    """Return the report as slides; the same bytes for the same document."""
    held = holdable(document)
    writer = _Writer(new_file(held))
    writer.opening(held)
    for slide in slides(held):
        writer.add(slide)
    out = io.BytesIO()
    writer.file.save(out)
    return undated(out.getvalue())


class _Writer:
    """Draws planned slides into a file."""

    def __init__(self, file: File) -> None:
        self.file = file
        self.pictures = 0
        self.raised = False

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
        above = " · ".join(filter(None, (slide.section, slide.part)))
        if above:
            _write(_box(shown, Inches(0.35), Inches(0.35)).paragraphs[0], text(above), 14, GREY)
        if slide.lead:
            _write(_box(shown, LEAD, Inches(0.6)).paragraphs[0], text(slide.lead), 16, BLACK)
        self.raised = slide.raised
        self.draw(slide.body, shown)
        notes = sorted(slide.notes, key=lambda said: not said.startswith(ASKED))
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

    @property
    def top(self) -> Length:
        """Return where the body of this slide begins."""
        return RAISED if self.raised else TOP

    @singledispatchmethod
    def draw(self, body: Body, shown: Shown) -> None:
        """Draw what a slide shows."""
        raise TypeError(f"no such body on slide {shown.slide_id}: {type(body).__name__}")

    @draw.register
    def _(self, body: Words, shown: Shown) -> None:
        frame = shown.placeholders[1].text_frame
        lines = sum(-(-len(plain(item)) // LARGE_LINE) + BETWEEN for item, _ in body.items)
        points = 24 if lines <= LARGE_LINES else 20
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
        aligns = [column.align for column in body.columns]
        head = [value_xml(text(column.title), column.align, shown.part, head=True) for column in body.columns]
        rows = [
            [value_xml(value, side, shown.part) for value, side in zip(row, aligns, strict=True)] for row in body.rows
        ]
        highs = [row_of(lines) for lines in body.lines]
        for at, said in reversed(body.bands):
            rows.insert(at, [band_xml(said, len(head), shown.part)])
            highs.insert(at, row_of(1))
        empty = [
            [value_xml(text("Nothing to list." if at == 0 else ""), Align.LEFT, shown.part) for at in range(len(head))]
        ]
        add_table(shown, [head, *(rows or empty)], body.widths, [ROW, *(highs or [ROW])], self.top)
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
        beside, scale = fits(body.svg, RAISED_HIGH if self.raised else HIGH)
        room = Pt(BESIDE) if beside else ACROSS
        wide, tall = Pt(broad * scale), Pt(high * scale)
        left = Emu(EDGE + ACROSS - room + (room - wide) // 2)
        if beside:
            frame = _box(shown, self.top, ROOM, Emu(ACROSS - room - EDGE))
            _write(frame.paragraphs[0], text(body.alt), 20 if len(body.alt) <= FEW else 14, BLACK)
        shape = shown.shapes.add_picture(io.BytesIO(dots(body.svg)), left, self.top, wide, tall)
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
    def _(self, body: ToFill, shown: Shown) -> None:
        left = Align.LEFT
        heads = [
            value_xml(text(head), left, shown.part, head=True) for head in ("Under", "What to agree", "In your words")
        ]
        rows = [
            [value_xml(text(words), left, shown.part) for words in (under, asked, "")] for under, asked in body.items
        ]
        high = Emu(min(Inches(0.9), (ROOM - ROW) // len(rows)))
        add_table(shown, [heads, *rows], (3, 4, 5), [ROW, *([high] * len(rows))], self.top)

    @draw.register
    def _(self, body: SignatureBlock, shown: Shown) -> None:
        left = Align.LEFT
        heads = [
            value_xml(text(head), left, shown.part, head=True)
            for head in ("Party", "Name", "Position", "Signature", "Date")
        ]
        rows = [
            [
                value_xml(text(words), left, shown.part)
                for words in (one.party, "", "", "", day(one.signed) if one.signed else "")
            ]
            for one in body.parties
        ]
        add_table(shown, [heads, *rows], (3, 2, 2, 2, 1.5), [Inches(0.6)] * (len(rows) + 1))


def _box(shown: Shown, top: Length, height: Length, wide: Length = ACROSS) -> TextFrame:
    frame: TextFrame = shown.shapes.add_textbox(EDGE, top, wide, height).text_frame
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
    for words, points, colour in ((one.label, 18, BLACK), (one.note, 14, GREY)):
        if words:
            paragraph = frame.add_paragraph()
            paragraph.alignment = PP_ALIGN.LEFT
            _write(paragraph, text(words), points, colour)


def _write(paragraph: _Paragraph, said: Text, points: int, colour: str) -> None:
    """Add the runs to a paragraph; lines within a text become line breaks."""
    for run in parse_xml(f"<a:p {NAMES}>{runs_xml(said, points, colour, paragraph.part)}</a:p>"):
        paragraph._p.append(run)
