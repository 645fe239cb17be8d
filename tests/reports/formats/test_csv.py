"""CSV, read by the csv module: every table whole, safe to open in a spreadsheet, the same bytes every time."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest

from rolemap.exchange.tables import RISKY
from rolemap.reports.blocks import Document
from rolemap.reports.formats.csv import write
from rolemap.reports.workbook.share import shared_out
from tests.reports.formats import made
from tests.reports.worlds import EXAMPLES, HOSTILE, documents, example, small


def files(document: Document) -> dict[str, list[list[str]]]:
    with zipfile.ZipFile(io.BytesIO(write(document))) as archive:
        assert archive.testzip() is None
        return {
            name: list(csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig"), newline="")))
            for name in archive.namelist()
        }


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_table_is_a_file_with_every_row(name: str) -> None:
    for _, document in documents(example(name)):
        found = files(document)
        contents = found.pop("contents.csv")
        about = dict(found.pop("about.csv"))
        assert about["Digest of the map"] == document.digest
        assert about["As at"] == document.on.isoformat()
        assert [row[0] for row in contents[1:]] == list(found)
        tables = [sheet.table for sheet in shared_out(document.tables)]
        for (rows, table), line in zip(zip(found.values(), tables, strict=True), contents[1:], strict=True):
            assert rows[0] == [column.title for column in table.columns]
            assert len(rows) - 1 == len(table.rows) == int(line[3])
            assert {len(row) for row in rows} == {len(table.columns)}


def test_the_places_of_northshire_are_those_of_its_graph() -> None:
    analysis = example("northshire")
    found = files(dict(documents(analysis))["data"])
    rows = next(rows for name, rows in found.items() if name.endswith("who-leads.csv"))
    state, counted, area = (rows[0].index(word) for word in ("State", "Counted", "Area id"))
    assert [row[area] for row in rows[1:]] == [cell.area for cell in analysis.graph.cells]
    sure = [row for row in rows[1:] if row[state] == "clear" and row[counted] == "yes"]
    assert len(sure) == sum(cell.sure for cell in analysis.graph.needed)


@pytest.mark.parametrize(
    "document", [made.hostile(), *(one for _, one in documents(small(HOSTILE)))], ids=lambda one: one.kind
)
def test_no_cell_begins_as_a_formula_and_names_are_plain(document: Document) -> None:
    for name, rows in files(document).items():
        assert not set(name) - set("abcdefghijklmnopqrstuvwxyz0123456789-.")
        for row in rows:
            assert not [cell for cell in row if cell.startswith(RISKY) and not _number(cell)]


def _number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def test_the_same_map_gives_the_same_bytes() -> None:
    assert write(made.every_block()) == write(made.every_block())
