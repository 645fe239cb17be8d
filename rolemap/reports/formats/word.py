"""A report as a Word document that people go on editing: real styles, headings, tables, contents and alternative text."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import singledispatchmethod

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from rolemap.model.words import day
from rolemap.pictures.palette import STATES
from rolemap.reports.blocks import (
    Align,
    Block,
    Bullets,
    Callout,
    Chip,
    Document,
    Fillable,
    Heading,
    KeyFigure,
    KeyFigures,
    PageBreak,
    Paragraph,
    Picture,
    Run,
    Signature,
    SignatureBlock,
    Table,
    Text,
    Value,
    plain,
)
from rolemap.reports.characters import holdable
from rolemap.reports.columns import fitted
from rolemap.reports.stretches import Stretch, across, ends, has_long_contents, kept, leading_in, stretches, together
from rolemap.reports.typesetting import dots, size
from rolemap.reports.undated import undated
from rolemap.reports.wordfile import xml
from rolemap.reports.wordfile.pages import TURNED, UPRIGHT, Pages, describe, fill, pages
from rolemap.reports.wordfile.styles import GREY, NAVY, set_styles
from rolemap.reports.wordfile.xml import Cell, Image, paragraph, runs

TALLEST = {UPRIGHT: 600.0, TURNED: 370.0}
"""How high a picture may be on an upright and a turned page, in points."""

SMALLER = 0.82
"""How much smaller a report without a list of contents is: it is meant for one page."""

ON_ONE_PAGE = 4
"""Up to how many parties sign on one page."""

LETTER = 100
"""About how wide a letter of a table is, in twentieths of a point."""

CONTENTS_LINE, CONTENTS_LINES, CROWDED_LINES = 85, 39, 47
"""How many characters of the list of contents stand on a line, and how many lines on a page with the title: as a rule, and
in smaller letters."""

LINK = '<w:color w:val="00559A"/><w:u w:val="single"/>'
BOLD = "<w:b/>"
KEEP = "<w:keepNext/>"
AFTER_LIST = '<w:spacing w:before="120"/>'


def write(document: Document) -> bytes:
    """Return the report as a Word document; the same bytes for the same document."""
    held = holdable(document)
    word = docx.Document()
    styles = set_styles(word, held.language, 1 if held.contents else SMALLER, crowded=_is_crowded(held))
    describe(word, held)
    made = pages(word, held)
    fill(word, "".join(_Writer(word, styles, _bookmarks(held)).everything(held, made)))
    out = io.BytesIO()
    word.save(out)
    return undated(out.getvalue())


def _bookmarks(document: Document) -> dict[str, str]:
    """Return the name of the bookmark of each anchor; Word allows no hyphens in them."""
    anchors = dict.fromkeys(heading.anchor for heading in document.headings if heading.anchor)
    return {anchor: f"_Toc{at:06d}" for at, anchor in enumerate(anchors, 1)}


def _listed(document: Document) -> list[tuple[Heading, str]]:
    """Return what the list of contents has: each heading, and how it is written there."""
    return [(one, f"{one.number}   {one.text}".strip()) for one in document.headings if one.level <= 2]


def _is_crowded(document: Document) -> bool:
    """Return whether the list of contents would end on its second page by a few lines, which smaller letters save."""
    lines = sum(-(-len(said) // CONTENTS_LINE) for _, said in _listed(document))
    return document.contents and CONTENTS_LINES < lines <= CROWDED_LINES


@dataclass
class _Writer:
    """Turns blocks into paragraphs and tables, and adds what they need to the file."""

    word: WordDocument
    styles: Mapping[str, str]
    bookmarks: dict[str, str]
    width: int = UPRIGHT
    marked: set[str] = field(default_factory=set)
    pictures: int = 0
    leads: bool = False
    listed: bool = False
    ends: bool = False

    def everything(self, document: Document, made: Pages) -> Iterator[str]:
        """Yield the title, the contents and every stretch, each stretch a section of its own."""
        found = stretches(document) or (Stretch(False, ()),)
        apart = document.contents and found[0].wide
        self.width = TURNED if found[0].wide and not apart else UPRIGHT
        yield from self._title(document)
        if apart:
            yield self._p("", "Section End", made.upright)
        for at, stretch in enumerate(found, 1):
            self.width = TURNED if stretch.wide else UPRIGHT
            for block, leads in leading_in(stretch.blocks):
                self.leads = leads
                self.ends = block is stretch.blocks[-1] and at < len(found)
                yield from self.block(block)
                self.listed = isinstance(block, Bullets)
            end = made.of(wide=stretch.wide)
            yield end if at == len(found) else self._p("", "Section End", end)

    def _title(self, document: Document) -> Iterator[str]:
        yield self._p(runs(document.title), "Title")
        yield self._p(runs(document.subtitle), "Subtitle")
        facts = (("Map", document.map_title), ("As at", day(document.on)), ("Digest of the map", document.digest))
        rule = f'<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="6" w:color="{NAVY}"/></w:pBdr>'
        look = f'<w:color w:val="{GREY}"/>'
        parts = [f"{runs(f'{name}: ', look)}{runs(said)}" for name, said in facts]
        yield self._p(runs("   ").join(parts), "", rule)
        if document.contents and document.headings:
            yield self._p(runs("Contents"), "Contents Heading")
            yield xml.contents([self._entry(one, said) for one, said in _listed(document)])
            if has_long_contents(document):
                yield from self.block(PageBreak())

    def _entry(self, heading: Heading, said: str) -> str:
        name = self.bookmarks.get(heading.anchor, "")
        tabs = f'<w:tabs><w:tab w:val="right" w:pos="{self.width}"/></w:tabs>'
        content = xml.linked(runs(said) + xml.page_of(name), anchor=name) if name else runs(said)
        return self._p(content, f"toc {heading.level}", tabs)

    @singledispatchmethod
    def block(self, block: Block) -> Iterator[str]:
        """Yield the paragraphs and tables of a block."""
        raise TypeError(f"no such block in Word: {type(block).__name__}")

    @block.register
    def _(self, block: Heading) -> Iterator[str]:
        content = runs(f"{block.number}   {block.text}" if block.number else block.text)
        name = self.bookmarks.get(block.anchor, "")
        if name and name not in self.marked:
            self.marked.add(name)
            content = xml.bookmarked(content, name, len(self.marked))
        yield self._p(content, f"Heading {min(block.level, 4)}")

    @block.register
    def _(self, block: Paragraph) -> Iterator[str]:
        yield self._p(self._runs(block.runs), "", (KEEP if self.leads else "") + (AFTER_LIST if self.listed else ""))

    @block.register
    def _(self, block: Bullets) -> Iterator[str]:
        stay = ends(len(block.items))
        for at, item in enumerate(block.items):
            yield self._p(self._runs(item), "List Bullet", KEEP if at in stay else "")

    @block.register
    def _(self, block: Table) -> Iterator[str]:
        yield self._caption(block.number, block.caption)
        sides = ['<w:jc w:val="right"/>' if column.align is Align.RIGHT else "" for column in block.columns]
        head = [
            Cell(self._p(runs(column.title), "Table Heading", f"{KEEP}{side}"))
            for column, side in zip(block.columns, sides, strict=True)
        ]
        stay = kept(block)
        rows = [
            [
                Cell(self._value(value, (KEEP if at in stay else "") + side))
                for value, side in zip(row, sides, strict=True)
            ]
            for at, row in enumerate(block.rows)
        ]
        empty = [[Cell(self._p(runs("Nothing to list."), "Table Note"))] + [Cell(self._p(""))] * (len(head) - 1)]
        widths = self._widths(fitted(block, self.width / LETTER))
        yield xml.table(head, rows or empty, widths, about=block.caption, style="ReportTable")
        if block.note or not self.ends:  # The end of a section is a paragraph too: two could need a page of their own.
            yield self._p(runs(block.note), "Table Note")

    @block.register
    def _(self, block: Picture) -> Iterator[str]:
        yield self._caption(block.number, block.caption)
        broad, high = size(block.svg)
        wide = min(self.width / 20 * block.width, TALLEST[self.width] * broad / high)
        self.pictures += 1
        part = self.word.part
        png, _ = part.get_or_add_image(io.BytesIO(dots(block.svg)))
        name = PackURI(f"/word/media/vector{self.pictures}.svg")
        vector = Part(name, "image/svg+xml", block.svg.encode(), part.package)
        svg = part.relate_to(vector, RELATIONSHIP_TYPE.IMAGE)
        image = Image(png, svg, wide, wide * high / broad, block.alt, 1000 + self.pictures)
        yield self._p(xml.image(image))

    @block.register
    def _(self, block: KeyFigures) -> Iterator[str]:
        side_by_side = max(1, across(len(block.items)))
        for at in range(0, len(block.items), side_by_side):
            items = block.items[at : at + side_by_side]
            cells = [self._figure(one) for one in items]
            widths = self._widths([1] * len(items))
            about = "; ".join(f"{one.label}: {one.number}" for one in items)
            yield xml.table((), [cells], widths, about=about, style="ReportGrid")
            yield self._p("", "Gap")

    def _figure(self, one: KeyFigure) -> Cell:
        of = (
            runs(f" of {one.of:,}", f'<w:b w:val="0"/><w:color w:val="{GREY}"/><w:sz w:val="22"/>')
            if one.of is not None
            else ""
        )
        edge = STATES[one.state].light.line if one.state in STATES else NAVY
        said = self._p(runs(f"{one.number:,}") + of, "Key Figure") + self._p(runs(one.label), "Table Text")
        note = self._p(runs(one.note), "Table Note") if one.note else ""
        return Cell(said + note, "F5F7FA", edge.lstrip("#"))

    @block.register
    def _(self, block: Callout) -> Iterator[str]:
        style = f"Callout {block.tone.value}"
        if block.title:
            yield self._p(runs(block.title, BOLD), style, KEEP)
        yield self._p(self._runs(block.runs), style)
        yield self._p("", "Gap")

    @block.register
    def _(self, block: SignatureBlock) -> Iterator[str]:
        for group in together(block.parties, ON_ONE_PAGE):
            for one in group:
                yield from self._signature(one, "" if one is group[-1] else KEEP)

    def _signature(self, one: Signature, keep: str) -> Iterator[str]:
        yield self._p(runs(one.party), "Label")
        filled = {"Name": "", "Position": "", "Signature": "", "Date": day(one.signed) if one.signed else ""}
        rows = [
            [Cell(self._p(runs(said), "Room", keep if label == "Date" else KEEP)) for said in (label, words)]
            for label, words in filled.items()
        ]
        yield xml.table((), rows, self._widths([1, 4]), about=f"Signature of {one.party}", style="ReportLines")
        yield self._p("", "Gap", keep)

    @block.register
    def _(self, block: Fillable) -> Iterator[str]:
        yield self._p(runs(block.label), "Label")
        last = max(1, block.lines) - 1
        rows = [[Cell(self._p("", "Room", KEEP if at < last else ""))] for at in range(last + 1)]
        yield xml.table((), rows, [self.width], about=f"Room to write: {block.label}", style="ReportLines")
        yield self._p("", "Gap")

    @block.register
    def _(self, _block: PageBreak) -> Iterator[str]:
        yield self._p('<w:r><w:br w:type="page"/></w:r>', "Section End")

    def _p(self, content: str, style: str = "", more: str = "") -> str:
        return paragraph(content, self.styles[style] if style else "", more)

    def _caption(self, number: str, caption: str) -> str:
        return self._p(runs(f"{number}. {caption}" if number else caption), "Caption")

    def _value(self, value: Value, side: str) -> str:
        if isinstance(value, Chip):
            return self._p(runs(f" {plain(value)} ", xml.state_look(value.key)), "Table Text", side)
        content = self._runs(value) if isinstance(value, tuple) else runs(value.shown)
        return self._p(content, "Table Text", side)

    def _runs(self, said: Text) -> str:
        return "".join(map(self._run, said))

    def _run(self, run: Run) -> str:
        look = (BOLD if run.bold else "") + (xml.state_look(run.state) if run.state in STATES else "")
        if run.link.startswith("#"):
            name = self.bookmarks.get(run.link[1:], "")
            return xml.linked(runs(run.text, look or LINK), anchor=name) if name else runs(run.text, look)
        if run.link:
            id = self.word.part.relate_to(run.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            return xml.linked(runs(run.text, look or LINK), id=id)
        return runs(run.text, look)

    def _widths(self, shares: list[float]) -> list[int]:
        whole = sum(max(share, 0.1) for share in shares)
        return [int(self.width * max(share, 0.1) / whole) for share in shares]
