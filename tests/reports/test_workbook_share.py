"""Tables on one sheet: every row of each stands there once, with what its caption said of it and where it is in the report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rolemap.reports.blocks import Column, Shared, Table, Text, plain, text
from rolemap.reports.content import KINDS
from rolemap.reports.figures import Figures
from rolemap.reports.workbook.share import IN_THE_REPORT, shared_out
from tests.reports.worlds import EXAMPLES, documents, example

MOST_SHEETS = 22
"""How many sheets the largest report of an example has, with its tables for other tools."""


def table(columns: tuple[str, ...], *rows: tuple[str, ...], number: str = "", **said: str) -> Table:
    cells: tuple[tuple[Text, ...], ...] = tuple(tuple(map(text, row)) for row in rows)
    shared = Shared("Together", "All of them", tuple((title, text(words)) for title, words in said.items()))
    titles = tuple(map(Column, columns))
    return Table(name="t", caption="Some", columns=titles, rows=cells, number=number, shared=shared)


def words(found: Table) -> list[list[str]]:
    return [[column.title for column in found.columns], *([plain(cell) for cell in row] for row in found.rows)]


def test_tables_of_one_sheet_keep_what_their_captions_say() -> None:
    (one,) = shared_out(
        [table(("No.", "What"), ("G1", "x"), Level="Place"), table(("No.", "What"), ("G2", "y"), Level="System")]
    )
    assert (one.table.name, one.table.caption, one.table.shared) == ("Together", "All of them", None)
    assert words(one.table) == [["Level", "No.", "What"], ["Place", "G1", "x"], ["System", "G2", "y"]]


def test_a_column_that_only_some_have_stands_where_it_stood() -> None:
    (one,) = shared_out([table(("Level", "Needed"), ("Place", "3")), table(("Pillar", "Needed"), ("Health", "2"))])
    assert words(one.table) == [["Level", "Pillar", "Needed"], ["Place", "", "3"], ["", "Health", "2"]]
    (two,) = shared_out(
        [table(("No.", "What"), ("G1", "x"), Ask="Who?"), table(("No.", "What", "Ask"), ("G2", "y", "Why?"))]
    )
    assert words(two.table) == [["No.", "What", "Ask"], ["G1", "x", "Who?"], ["G2", "y", "Why?"]]


def test_what_stands_on_further_lines_has_a_column_of_its_own() -> None:
    some = table(("What", "State"), ("Plan\nAll 4", "clear"), ("Map", "gap"), Where="Northshire")
    assert some.shared is not None
    (one,) = shared_out([replace(some, shared=replace(some.shared, split=(("What", "Where"), ("None", "x"))))])
    assert words(one.table) == [["What", "Where", "State"], ["Plan", "All 4", "clear"], ["Map", "Northshire", "gap"]]


def test_rows_say_their_table_and_the_sheet_all_its_tables() -> None:
    numbers = ("Table 2", "Table 3", "Table 4", "Table 7")
    (one,) = shared_out([table(("No.",), (number,), number=number) for number in numbers])
    assert one.table.number == "Tables 2 to 4 and 7"
    assert [row[0] for row in words(one.table)[1:]] == [row[1] for row in words(one.table)[1:]] == list(numbers)
    assert words(one.table)[0] == ["No.", IN_THE_REPORT]


def test_a_table_alone_on_its_sheet_needs_no_number_in_its_rows() -> None:
    (one,) = shared_out([table(("No.",), ("G1",), number="Table 2")])
    assert (one.table.number, words(one.table)[0]) == ("Table 2", ["No."])


def test_the_same_row_of_two_tables_stands_once() -> None:
    (one,) = shared_out(
        [table(("What", "Needed"), ("All", "5"), Of="a"), table(("What", "Needed"), ("All", "5"), Of="a")]
    )
    assert words(one.table)[1:] == [["a", "All", "5"]]


def test_each_sentence_of_the_notes_is_said_once_and_only_where_it_holds_for_the_sheet() -> None:
    first, second = (replace(table(("A",), ("x",)), note=note) for note in ("Kept. One.", "Kept. Nothing under: B."))
    assert second.shared is not None
    (one,) = shared_out([first, replace(second, shared=replace(second.shared, note="Kept."))])
    assert one.table.note == "Kept. One."


def test_other_tables_have_a_sheet_each_in_the_order_of_the_report() -> None:
    alone = replace(table(("A",), ("x",)), shared=None)
    found = shared_out([alone, table(("B",), ("y",)), alone, table(("B",), ("z",))])
    assert [(sheet.table.name, len(sheet.of)) for sheet in found] == [("t", 2), ("Together", 2)]


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_row_of_every_table_stands_on_its_sheet(name: str) -> None:
    for _, document in documents(example(name)):
        sheets = shared_out(document.tables)
        assert len(sheets) <= MOST_SHEETS
        for sheet in sheets:
            titles = [column.title for column in sheet.table.columns]
            assert len(set(titles)) == len(titles)
            for one in sheet.of:
                split = {title for title, _ in one.shared.split} if one.shared else set()
                kept = [at for at, column in enumerate(one.columns) if column.title not in split]
                places = [titles.index(one.columns[at].title) for at in kept]
                there = {tuple(row[at] for at in places) for row in sheet.table.rows}
                assert {tuple(row[at] for at in kept) for row in one.rows} <= there
        assert sum(len(sheet.of) for sheet in sheets) == len(document.tables)


def test_who_leads_in_short_says_where_of_each_row() -> None:
    document = dict(documents(example("northshire")))["full-report"]
    sheet = next(one.table for one in shared_out(document.tables) if one.table.name == "Leads in short")
    level, where = ([column.title for column in sheet.columns].index(title) for title in ("Level", "Where"))
    assert {plain(row[where]) for row in sheet.rows if plain(row[level]) == "System"} == {"Northshire"}
    assert all(row[where] for row in sheet.rows)


@pytest.mark.parametrize(
    ("kind", "about"),
    [("organisation-page", "easton-council"), ("role-page", "easton-director-of-public-health")],
)
def test_a_workbook_of_one_body_or_post_has_a_row_for_each_place_it_plays_a_part_in(kind: str, about: str) -> None:
    figures = replace(Figures(example("northshire")), about=about)
    *_, last = KINDS[kind].build(figures).tables
    rows = [[plain(cell) for cell in row] for row in last.rows]
    graph = figures.graph
    own = {about, *graph.roles_in(about)} if kind == "organisation-page" else {about}
    led = sum(not own.isdisjoint(cell.leads) for cell in graph.cells)
    assert last.bulk
    assert len(rows) >= led > 10
    assert not any(one.bulk for one in KINDS[kind].build(replace(figures, bulk=False)).tables)
