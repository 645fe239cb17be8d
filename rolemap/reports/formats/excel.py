"""A report as an Excel workbook: a sheet for each question, and one in front that holds all that is not a table.

Text stays text: no cell becomes a formula or a link, and no word a number or a date.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property, singledispatchmethod

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

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
    KeyFigures,
    Notes,
    Number,
    PageBreak,
    Paragraph,
    Picture,
    SignatureBlock,
    Table,
    Value,
    When,
    plain,
)
from rolemap.reports.characters import holdable
from rolemap.reports.workbook.looks import BASE, MOST_LOOKS, looks, number_look
from rolemap.reports.workbook.names import FRONT, sheet_names
from rolemap.reports.workbook.share import Sheet, shared_out
from rolemap.reports.workbook.sizes import heading_height, height, lines_of, pages_across, widths_of

LONGEST = 32_767
"""How many characters a cell holds (Microsoft, "Excel specifications and limits")."""

CUT = " … (cut here: a cell holds no more)"

FIRST_DAY = date(1900, 3, 1)
"""Excel has no days before 1900 and an impossible one in its February; earlier dates are written as words."""

UPRIGHT = 95
"""A sheet that is wider, in characters, is printed on pages turned on their side."""

FOOT = {False: 96, True: 150}
"""How many characters of the foot leave room for the number of an upright page, and of one turned on its side."""

TAKEN_FOR_MORE = ("strings_to_formulas", "strings_to_urls", "strings_to_numbers")
"""What text is not taken for."""

MARGINS = (0.5, 0.5, 0.7, 0.7)
"""The margins of a printed page in inches: left, right, top and bottom, with room for its head and foot."""

LABEL, WORDS = 22, 73
"""How wide the two columns of the sheet in front are, in characters."""

MANY_NAMES, NAMES_AT_ONCE = 6, 12
"""From how many items on a list of names stands in few cells of the sheet in front, and how many stand in one."""

TALL = {"title": 26, "subtitle": 18, "heading": 18}
"""How high a line of larger text is in points."""

Line = tuple[str, str, str]
"""A line of the sheet in front: a look, a label and words."""


def write(document: Document) -> bytes:
    """Return the report as a workbook; the same bytes for the same document."""
    held = holdable(document)
    out = io.BytesIO()
    options = {"in_memory": True, "default_format_properties": dict(BASE)} | dict.fromkeys(TAKEN_FOR_MORE, False)
    with xlsxwriter.Workbook(out, options) as book:
        about = {"title": held.title[:255], "subject": held.subtitle[:255], "comments": held.provenance[:255]}
        book.set_properties(about | {"created": datetime.combine(held.on, time())})
        _Writer(book, held).everything()
    return out.getvalue()


@dataclass
class _Writer:
    """Writes a document into an empty workbook."""

    book: Workbook
    document: Document

    @cached_property
    def sheets(self) -> dict[int, str]:
        """Return the name of the sheet of each table, by the table's identity; tables of one sheet have the same."""
        names = sheet_names([sheet.table for sheet in self.shared])
        tables = (
            (each, name) for sheet, name in zip(self.shared, names, strict=True) for each in (sheet.table, *sheet.of)
        )
        return {id(table): name for table, name in tables}

    @cached_property
    def shared(self) -> list[Sheet]:
        """Return what stands on each sheet."""
        return shared_out(self.document.tables)

    @cached_property
    def looks(self) -> dict[str, Format]:
        """Return the looks of cells by name; those of states by their key."""
        return {name: self.book.add_format(BASE | look) for name, look in looks().items()}

    def everything(self) -> None:
        """Write the sheet in front, then the sheets of tables."""
        self._front(self._sheet(FRONT, [LABEL, WORDS]))
        for table in (sheet.table for sheet in self.shared):
            widths = widths_of(table)
            self._table(self._sheet(self.sheets[id(table)], widths), table, widths)

    def _sheet(self, name: str, widths: Sequence[int]) -> Worksheet:
        """Return an empty sheet for columns of these widths, printed on as many pages side by side as its letters need."""
        sheet = self.book.add_worksheet(name)
        sheet.set_paper(9)
        turned, across = sum(widths) > UPRIGHT, pages_across(widths)
        if turned:
            sheet.set_landscape()
        sheet.set_margins(*MARGINS)
        sheet.fit_to_pages(across, 0)
        if across > 1:
            sheet.print_across()
            sheet.repeat_columns(0)
        title, foot = (text.replace("&", "&&") for text in (self.document.title[:90], self.document.foot(FOOT[turned])))
        sheet.set_header(f"&L&8{title}&R&8As at {day(self.document.on)}")
        sheet.set_footer(f"&L&8{foot}&R&8Page &P of &N")
        return sheet

    def _front(self, sheet: Worksheet) -> None:
        sheet.set_column(0, 0, LABEL)
        sheet.set_column(1, 1, WORDS)
        sheet.hide_gridlines(2)
        for row, (look, label, words) in enumerate(self._lines()):
            lines = max(lines_of(label, LABEL), lines_of(words, WORDS))
            if lines > 1 or look in TALL:
                sheet.set_row(row, TALL.get(look, 14) * min(lines, 15))
            self._text(sheet, (row, 0), label, look if look in {"title", "heading"} else "bold")
            self._text(sheet, (row, 1), words, look)

    def _lines(self) -> Iterator[Line]:
        document = self.document
        yield "title", "", document.title
        yield "subtitle", "", document.subtitle
        facts = (("Map", document.map_title), ("As at", day(document.on)), ("Digest", document.digest))
        for label, said in (*facts, ("Made", document.provenance)):
            yield "words", label, said
        yield "words", "", ""
        yield "heading", "", "Sheets of this workbook"
        tables = [sheet.table for sheet in self.shared]
        first_bulk = next((at for at, table in enumerate(tables) if table.bulk), 0)
        for at, table in enumerate(tables):
            if at and at == first_bulk:
                yield "bold", "", "Sheets for other tools"
            number = f"{table.number}. " if table.number else ""
            yield (
                "words",
                self.sheets[id(table)],
                f"{number}{table.caption} (rows: {len(table.rows):,}) {table.note}".strip(),
            )
        for block in document.blocks:
            yield from self.lines(block)

    @singledispatchmethod
    def lines(self, block: Block) -> Iterator[Line]:
        """Yield the lines in front for a block."""
        raise TypeError(f"no such block in a workbook: {type(block).__name__}")

    @lines.register
    def _(self, block: Heading) -> Iterator[Line]:
        yield "words", "", ""
        yield "heading" if block.level == 1 else "bold", block.number, block.text

    @lines.register
    def _(self, block: Paragraph) -> Iterator[Line]:
        yield "words", "", plain(block.runs)

    @lines.register
    def _(self, block: Bullets) -> Iterator[Line]:
        said = [plain(item) for item in block.items]
        names = len(said) >= MANY_NAMES and not any(run.bold for item in block.items for run in item)
        at_once = NAMES_AT_ONCE if names and max(map(len, said)) <= 2 * WORDS else 1
        for at in range(0, len(said), at_once):
            yield "words", "", f"• {'; '.join(said[at : at + at_once])}"

    @lines.register
    def _(self, block: Table) -> Iterator[Line]:
        if not block.bulk:
            yield "words", block.number, f"{block.caption}: see the sheet “{self.sheets[id(block)]}”."

    @lines.register
    def _(self, block: Picture) -> Iterator[Line]:
        beside = f" See the sheet “{self.sheets[id(block.table)]}”." if block.table else ""
        yield "words", block.number, f"{block.caption}: {block.alt}{beside}"

    @lines.register
    def _(self, block: KeyFigures) -> Iterator[Line]:
        for one in block.items:
            number = f"{one.number:,}" if one.of is None else f"{one.number:,} of {one.of:,}"
            yield "words", number, f"{one.label} ({one.note})" if one.note else one.label

    @lines.register
    def _(self, block: Callout) -> Iterator[Line]:
        yield "words", block.title, plain(block.runs)

    @lines.register
    def _(self, block: SignatureBlock) -> Iterator[Line]:
        for one in block.parties:
            yield "words", "To sign", f"{one.party}{f', signed {day(one.signed)}' if one.signed else ''}"

    @lines.register
    def _(self, block: Fillable) -> Iterator[Line]:
        yield "words", "To fill in", block.label

    @lines.register
    def _(self, _block: PageBreak | Notes) -> Iterator[Line]:
        yield from ()

    def _table(self, sheet: Worksheet, table: Table, widths: Sequence[int]) -> None:
        for at, column in enumerate(table.columns):
            self._text(sheet, (0, at), column.title, "head")
            sheet.set_column(at, at, widths[at])
        if high := heading_height(table, widths):
            sheet.set_row(0, high)
        if table.bulk:
            self._data(sheet, table)
        else:
            self._rows(sheet, table, widths)
        sheet.freeze_panes(1, 1)
        sheet.repeat_rows(0)
        sheet.print_area(0, 0, max(1, len(table.rows)), len(table.columns) - 1)
        sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.columns) - 1)

    def _rows(self, sheet: Worksheet, table: Table, widths: Sequence[int]) -> None:
        looks = ["right" if one.align is Align.RIGHT else "text" for one in table.columns]
        for down, row in enumerate(table.rows, 1):
            if high := height(row, widths):
                sheet.set_row(down, high)
            for at, value in enumerate(row):
                self._cell(sheet, (down, at), value, looks[at])

    def _data(self, sheet: Worksheet, table: Table) -> None:
        """Write the rows of a table for other tools, which may be millions of cells: nothing in the empty ones."""
        write = sheet.write_string
        for down, row in enumerate(table.rows, 1):
            for at, value in enumerate(row):
                if isinstance(value, tuple) and len(value) == 1 and len(value[0].text) <= LONGEST:
                    write(down, at, value[0].text)
                elif value:
                    self._cell(sheet, (down, at), value, "plain")

    def _cell(self, sheet: Worksheet, place: tuple[int, int], value: Value, look: str) -> None:
        match value:
            case Number() if found := self._of_number(value):
                sheet.write_number(*place, value.value, found)
            case When() if value.value >= FIRST_DAY:
                date_look = "day" if look == "plain" else "date"
                sheet.write_datetime(*place, datetime.combine(value.value, time()), self.looks[date_look])
            case Chip():
                self._text(sheet, place, plain(value), value.key if value.key in STATES else look)
            case _:
                self._text(sheet, place, plain(value), look)

    def _of_number(self, value: Number) -> Format | None:
        """Return the look of a number; None where it must stand as words, since no look shows it as people see it."""
        found = number_look(value)
        if found and found[0] not in self.looks and len(self.looks) < MOST_LOOKS:
            self.looks[found[0]] = self.book.add_format(BASE | found[1])
        return self.looks.get(found[0]) if found else None

    def _text(self, sheet: Worksheet, place: tuple[int, int], words: str, look: str) -> None:
        if not words:
            sheet.write_blank(*place, None, self.looks[look])
            return
        held = words if len(words) <= LONGEST else words[: LONGEST - len(CUT)] + CUT
        sheet.write_string(*place, held, self.looks[look])
