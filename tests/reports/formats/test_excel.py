from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from openpyxl.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from rolemap.reports.blocks import Bullets, Column, Number, Table, When, text
from rolemap.reports.formats.excel import CUT, LONGEST, write
from rolemap.reports.workbook.names import sheet_names
from rolemap.reports.workbook.sizes import LINE, NARROWEST, PRINTED, SCREEN, heading_height, widths_of
from tests.reports.formats import made


@pytest.fixture(scope="module")
def everything() -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(write(made.every_block())))


@pytest.fixture(scope="module")
def hostile() -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(write(made.hostile())))


def front(book: Workbook) -> list[tuple[str, str]]:
    rows = book["About"].iter_rows(values_only=True)
    return [(str(label or ""), str(words or "")) for label, words in rows]


def test_a_sheet_for_each_table_with_every_row(everything: Workbook) -> None:
    tables = made.every_block().tables
    assert everything.sheetnames == ["About", "Who leads", "Wide", "Picture 1", "Assignments"]
    for name, table in zip(everything.sheetnames[1:], tables, strict=True):
        sheet = everything[name]
        assert (sheet.max_row, sheet.max_column) == (len(table.rows) + 1, len(table.columns))
        assert [cell.value for cell in sheet[1]] == [column.title for column in table.columns]


def test_sheets_can_be_filtered_and_keep_their_header(everything: Workbook) -> None:
    for sheet in everything.worksheets[1:]:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == f"A1:{sheet.cell(max(2, sheet.max_row), sheet.max_column).coordinate}"
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.paperSize == 9


def test_values_are_values(everything: Workbook) -> None:
    assert [cell.value for cell in everything["Who leads"][2]][2:] == ["≈ assumed", 1]
    row = everything["Wide"][2]
    assert row[1].value == datetime(2026, 3, 1)
    assert (row[2].value, row[2].number_format) == (0.73, "0%")
    assert everything["Who leads"]["C2"].fill.fgColor.rgb == "FFFFF1B8"


def test_all_that_is_not_a_table_stands_in_front(everything: Workbook) -> None:
    lines = front(everything)
    assert lines[0] == ("", "Who leads on what in Northshire")
    assert ("As at", "1 July 2026") in lines
    assert ("Digest", "3f9a1c07") in lines
    assert ("34 of 135", "places with a clear lead (on law or agreement)") in lines
    assert ("2.1", "At place level") in lines
    assert ("Question for the room", "Who should lead here?") in lines
    assert (
        "Figure 1",
        "Who leads on smoking: Northshire Council leads on smoking. See the sheet “Picture 1”.",
    ) in lines
    assert (
        "Who leads",
        "Table 1. Who leads on what in Northshire (rows: 60) Only what is in force on the day the map is as at.",
    ) in lines
    assert ("To sign", "Northshire Council, signed 1 April 2026") in lines


def test_every_page_says_what_it_is(everything: Workbook) -> None:
    for sheet in everything.worksheets:
        assert sheet.oddHeader.right.text == "As at 1 July 2026"
        assert "3f9a1c07" in (sheet.oddFooter.left.text or "")
        turned = sheet.page_setup.orientation == "landscape"
        assert len(sheet.oddFooter.left.text or "") <= (150 if turned else 96)


def test_the_sheet_in_front_is_printed_upright_with_a_long_list_in_few_cells() -> None:
    items = tuple(text(f"Responsibility {at}") for at in range(20))
    document = made.made((Bullets(items), Bullets(items[:3])))
    sheet = openpyxl.load_workbook(io.BytesIO(write(document))).worksheets[0]
    assert sheet.page_setup.orientation == "portrait"
    lists = [cell.value for (cell,) in sheet["B1:B60"] if str(cell.value).startswith("•")]
    assert len(lists) == 2 + 3
    assert all(any(f"Responsibility {at}" in said for said in lists) for at in range(20))


def test_a_foot_too_long_is_cut_between_sentences_or_words_and_keeps_the_digest() -> None:
    whole = made.made(())
    assert whole.foot(80) == "Northshire, as at 1 July 2026. Digest of the map 3f9a1c07."
    assert whole.foot(48) == "Northshire, as at… Digest of the map 3f9a1c07."


def test_no_cell_becomes_a_formula_or_a_link() -> None:
    written = write(made.hostile())
    for sheet in openpyxl.load_workbook(io.BytesIO(written)).worksheets:
        cells = [cell for row in sheet.iter_rows() for cell in row if isinstance(cell, Cell) and cell.value is not None]
        assert {cell.data_type for cell in cells} <= {"s", "n"}
        assert not [cell for cell in cells if cell.hyperlink]
    with zipfile.ZipFile(io.BytesIO(written)) as package:
        for name in package.namelist():
            assert not re.search(rb"<f>|<hyperlink|externalLink", package.read(name)), name


@pytest.mark.parametrize(
    "name", [name for name in made.HOSTILE if name not in {"controls", "surrogates", "nothing", "lines", "override"}]
)
def test_hostile_words_survive_exactly(hostile: Workbook, name: str) -> None:
    cells = {row[0]: row[1] for row in hostile.worksheets[1].iter_rows(values_only=True)}
    assert str(cells[name]) == made.HOSTILE[name]


def test_what_excel_cannot_hold_is_replaced_and_said(hostile: Workbook) -> None:
    cells = {row[0]: row[1] for row in hostile.worksheets[1].iter_rows(values_only=True)}
    assert str(cells["controls"]).startswith("bell\N{REPLACEMENT CHARACTER} null\N{REPLACEMENT CHARACTER}")
    assert any("U+0007" in words for label, words in front(hostile) if label == "About the characters")


def test_a_text_too_long_for_a_cell_says_where_it_was_cut() -> None:
    table = Table(name="Long", caption="Long", columns=(Column("Words"),), rows=((text("x" * 40_000),),))
    value = openpyxl.load_workbook(io.BytesIO(write(made.made((table,)))))["Long"]["A2"].value
    assert len(str(value)) == LONGEST
    assert str(value).endswith(CUT)


def test_names_of_sheets_are_allowed_and_unlike() -> None:
    names = ["History", "a/b", "A B", "'quoted'", "", "x" * 40, "x" * 40, "About", "[]"]
    tables = [Table(name=name, caption="", columns=(), rows=()) for name in names]
    found = sheet_names(tables)
    assert found == [
        "History (2)",
        "a b",
        "A B (2)",
        "quoted",
        "Table",
        "x" * 31,
        "x" * 25 + " (2)",
        "About (2)",
        "Table (2)",
    ]
    assert all(len(name) <= 31 for name in found)


def test_sheets_of_one_name_are_told_apart_by_their_captions() -> None:
    captions = ("Loose ends: these need a decision", "Loose ends: these are worth a look", "Loose ends", "Loose ends")
    tables = [Table(name="Loose ends of changes", caption=caption, columns=(), rows=()) for caption in captions]
    assert sheet_names(tables) == [
        "Loose - these need a decision",
        "Loose - these are worth a look",
        "Loose ends of changes",
        "Loose ends of changes (2)",
    ]


@pytest.mark.parametrize("level", ["' 'x", "' '", "x' '", f"{'y' * 24} ' 'z", "'" * 40])
def test_no_name_of_a_sheet_begins_or_ends_with_a_mark_that_excel_refuses(level: str) -> None:
    captions = ("Of one: 'in quotation marks'", "Of one: ' '", "Of two", "Of three: x ' ' '")
    tables = [Table(name=level, caption=caption, columns=(Column("A"),), rows=((text("x"),),)) for caption in captions]
    names = openpyxl.load_workbook(io.BytesIO(write(made.made(tuple(tables))))).sheetnames
    assert len(names) == len(tables) + 1
    assert [name.strip("' ") for name in names] == names


def sheet_of(table: Table) -> Worksheet:
    sheet = openpyxl.load_workbook(io.BytesIO(write(made.made((table,)))))[table.name]
    assert isinstance(sheet, Worksheet)
    return sheet


def test_a_table_too_wide_for_a_page_is_printed_on_several_large_enough_to_read() -> None:
    columns = tuple(Column(f"Column {at}") for at in range(20))
    wide = Table(name="t", caption="c", columns=columns, rows=((text("words " * 9),) * 20,) * 3, bulk=True)
    sheet = sheet_of(wide)
    assert sheet.page_setup.fitToWidth == -(-sum(widths_of(wide)) // PRINTED) > 2
    assert sheet.page_setup.fitToHeight == 0
    assert (sheet.page_setup.orientation, sheet.page_setup.pageOrder) == ("landscape", "overThenDown")
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$1:$1", "$A:$A")
    assert sheet.print_area == "'t'!$A$1:$T$4"


def test_a_table_that_a_page_holds_is_printed_on_one_side_by_side(everything: Workbook) -> None:
    for sheet in everything.worksheets[:4]:
        assert sheet.page_setup.fitToWidth in {None, 1}
        assert sheet.print_title_cols is None
        assert sheet.page_setup.pageOrder in {None, "downThenOver"}


def test_no_column_is_too_narrow_to_read_however_many_there_are() -> None:
    columns = tuple(Column(f"Column {at}") for at in range(30))
    many = Table(name="t", caption="c", columns=columns, rows=((text("words " * 20),) * 30,))
    assert min(widths_of(many)) >= NARROWEST


def test_days_and_numbers_have_room_in_a_full_table() -> None:
    cells = (When(date(2026, 9, 30), "30 September 2026"), Number(21_000_000, "£21,000,000"))
    row = (*(text("words " * 30) for _ in range(6)), *cells, text("Rolling, reviewed every two years"))
    columns = tuple(Column(f"Column {at}") for at in range(9))
    rows = (row, (*row[:6], text("Rolling, reviewed every two years"), *row[7:]))
    widths = widths_of(Table(name="t", caption="c", columns=columns, rows=rows))
    assert widths[6:8] == [len("30 September 2026") + 2, len("£21,000,000") + 2]
    assert sum(widths) <= SCREEN + len(widths)


def test_numbers_and_old_dates_are_shown_as_they_are() -> None:
    row = (
        Number(1234, "1,234"),
        Number(0.125, "12.5%", percent=True),
        Number(2.5, "2.5"),
        When(date(1848, 8, 31), "31 August 1848"),
    )
    table = Table(name="Kinds", caption="Kinds", columns=tuple(Column(str(at)) for at in range(4)), rows=(row,))
    sheet = openpyxl.load_workbook(io.BytesIO(write(made.made((table,)))))["Kinds"]
    assert [cell.value for cell in sheet[2]] == [1234, 0.125, 2.5, "31 August 1848"]
    assert [cell.number_format for cell in sheet[2]][:3] == ["#,##0", "0.0%", "#,##0.###"]


def test_the_same_document_gives_the_same_bytes() -> None:
    assert write(made.every_block()) == write(made.every_block())


def test_the_name_of_a_sheet_escapes_no_character() -> None:
    """A workbook reads `_x0041_` as a letter where names of sheets are spoken of, and not where they are given."""
    table = Table(name="A _x0041_", caption="c", columns=(Column("H"),), rows=((text("v _x0041_ w"),),))
    book = openpyxl.load_workbook(io.BytesIO(write(made.made((table,)))))
    assert book.sheetnames == ["About", "A -x0041_"]
    assert book["A -x0041_"]["A2"].value == "v _x0041_ w"


def test_the_sheets_are_listed_before_what_else_stands_in_front(everything: Workbook) -> None:
    said = [str(row[1].value) for row in everything["About"].iter_rows()]
    assert said.index("Sheets of this workbook") < said.index("Summary")


def test_a_row_is_as_high_as_its_words_and_a_table_no_wider_than_a_screen() -> None:
    long = "Agree and publish the strategy for the health of everybody. " * 8
    rows = ((text("short"), text("x")), (text(long), text(long)))
    columns = tuple(Column(name) for name in ("One", "Two", "Three"))
    table = Table(name="t", caption="c", columns=columns, rows=tuple((*row, text(long)) for row in rows))
    sheet = openpyxl.load_workbook(io.BytesIO(write(made.made((table,)))))["t"]
    assert sum(one.width * (one.max - one.min + 1) for one in sheet.column_dimensions.values()) <= SCREEN + 5
    assert sheet.row_dimensions[1].height is None
    assert sheet.row_dimensions[3].height >= 8 * 60 / (SCREEN / 3) * 10


def test_a_heading_of_two_lines_has_room_for_both() -> None:
    rows = tuple((text("words " * 40), text("x")) for _ in range(3))
    columns = (Column("What"), Column("By which instrument"))
    wide = Table(name="t", caption="t", columns=columns, rows=rows)
    assert heading_height(wide, [60, 12]) > 1.5 * LINE
    assert heading_height(wide, [60, 30]) == 0
    narrow = Table(
        name="t", caption="t", columns=tuple(Column("By which instrument") for _ in range(20)), rows=(rows[0][:1] * 20,)
    )
    book = openpyxl.load_workbook(io.BytesIO(write(made.made((narrow,)))))
    assert (book.worksheets[1].row_dimensions[1].height or 0) > 1.5 * LINE


def test_a_day_of_a_table_for_tools_is_written_as_wide_as_it_is_shown() -> None:
    day = When(date(2026, 11, 21), "2026-11-21")
    sheet = sheet_of(Table(name="t", caption="c", columns=(Column("From"),), rows=((day,),), bulk=True))
    assert (sheet["A2"].value, sheet["A2"].number_format) == (datetime(2026, 11, 21), "yyyy-mm-dd")
    assert sheet.column_dimensions["A"].width >= len("2026-11-21")


def test_the_look_of_the_workbook_is_that_of_its_cells() -> None:
    """Widths of columns are counted in digits of the workbook's font: one that a machine lacks makes them wrong."""
    with zipfile.ZipFile(io.BytesIO(write(made.every_block()))) as package:
        styles = package.read("xl/styles.xml").decode()
    assert set(re.findall(r'<name val="([^"]+)"/>', styles)) == {"Arial"}
    assert "<scheme" not in styles


def test_a_table_for_tools_holds_nothing_in_its_empty_cells() -> None:
    rows = ((text("a"), ()), ((), text("=b")))
    table = Table(name="t", caption="c", columns=(Column("One"), Column("Two")), rows=rows, bulk=True)
    content = write(made.made((table,)))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        found = archive.read("xl/worksheets/sheet2.xml").decode()
    assert 'r="A2"' in found
    assert 'r="B2"' not in found
    assert openpyxl.load_workbook(io.BytesIO(content))["t"]["B3"].value == "=b"


def test_an_amount_keeps_its_currency_and_a_change_its_sign() -> None:
    shown = {"£21,000,000": 21e6, "1,200.50 EUR": 1200.5, "7": 7.0, "+3": 3.0, "-4": -4.0, "\N{MINUS SIGN}5": -5.0}
    rows = tuple((Number(value, words),) for words, value in shown.items())
    table = Table(name="Money", caption="Money", columns=(Column("Amount"),), rows=rows)
    sheet = openpyxl.load_workbook(io.BytesIO(write(made.made((table,)))))["Money"]
    assert [(cell.value, cell.number_format) for (cell,) in sheet["A2:A7"]] == [
        (21_000_000, '"£"#,##0'),
        (1200.5, '#,##0.###" EUR"'),
        (7, "#,##0"),
        (3, "+#,##0;-#,##0;#,##0"),
        (-4, "+#,##0;-#,##0;#,##0"),
        (-5, "+#,##0;-#,##0;#,##0"),
    ]


def test_a_column_to_write_in_is_wide_enough_beside_long_texts() -> None:
    long = [Column(title, 3) for title in ("What is noticed", "To ask", "Why")]
    columns = (Column("No.", 0.5), *long, Column("What was agreed", 2.2))
    row = (text("G1"), *[text("words " * 60)] * 3, ())
    assert widths_of(Table(name="t", caption="t", columns=columns, rows=(row,) * 3))[4] >= 26


def test_the_list_of_sheets_sets_those_for_other_tools_apart(everything: Workbook) -> None:
    labels = [label for label, _ in front(everything)]
    heading = next(at for at, line in enumerate(front(everything)) if line == ("", "Sheets for other tools"))
    assert labels.index("Wide") < heading < labels.index("Assignments")


@pytest.mark.parametrize("currency", ["x" * 300, "EUR2", 'A"B', '";@;[Red]"'])
def test_an_amount_in_what_no_format_can_hold_stands_as_words(currency: str) -> None:
    table = Table(name="T", caption="Some", columns=(Column("A"),), rows=((Number(5, f"5 {currency}"),),))
    cell = sheet_of(table)["A2"]
    assert (cell.value, cell.data_type) == (f"5 {currency}", "s")


def test_a_workbook_of_very_many_currencies_has_no_more_formats_than_excel_holds() -> None:
    rows = tuple((Number(n, f"{n} {chr(65 + n // 20)}{chr(65 + n % 20)}"),) for n in range(400))
    sheet = sheet_of(Table(name="T", caption="Some", columns=(Column("A"),), rows=rows))
    found = [row[0] for row in sheet["A2:A401"]]
    assert {cell.data_type for cell in found} == {"n", "s"}
    assert len({cell.number_format for cell in found}) < 200
    assert found[-1].value == "399 TT"
