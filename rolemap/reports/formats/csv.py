"""A report's tables as CSV files in one zip: one file a question, and one that says what is there."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from rolemap.exchange.tables import csv_text, safe_cell
from rolemap.reports.blocks import Chip, Document, Number, Table, Value, When, plain
from rolemap.reports.characters import holdable
from rolemap.reports.workbook.share import shared_out

DATE = (1980, 1, 1, 0, 0, 0)
"""The date of every file in the zip: the same map gives the same bytes."""

NOT_IN_NAMES = re.compile("[^a-z0-9]+")


def write(document: Document) -> bytes:
    """Return the zip. Files are in UTF-8 with a byte-order mark, by which spreadsheets know it."""
    found = list(_named(holdable(document)))
    contents = [["File", "Table", "What it holds", "Rows"]]
    contents += [[name, table.number, table.caption, str(len(table.rows))] for name, table in found]
    about = [
        ["About", "This report"],
        ["Report", document.title],
        ["Map", document.map_title],
        ["As at", document.on.isoformat()],
    ]
    about += [["Digest of the map", document.digest], ["Made with", document.provenance]]
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        _add(archive, "about.csv", about[0], about[1:])
        _add(archive, "contents.csv", contents[0], contents[1:])
        for name, table in found:
            _add(
                archive,
                name,
                [column.title for column in table.columns],
                [[_cell(one) for one in row] for row in table.rows],
            )
    return out.getvalue()


def _add(archive: zipfile.ZipFile, name: str, header: list[str], rows: list[list[str]]) -> None:
    entry = zipfile.ZipInfo(name, DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, csv_text([safe_cell(title) for title in header], rows).encode("utf-8-sig"))


def _named(document: Document) -> Iterator[tuple[str, Table]]:
    """Yield every file's table with the name of its file: its place in the report and its own name, in plain letters."""
    for at, table in enumerate((sheet.table for sheet in shared_out(document.tables)), 1):
        plain_name = NOT_IN_NAMES.sub("-", table.name.lower()).strip("-")
        yield f"{at:02}-{plain_name or 'table'}.csv", table


def _cell(value: Value) -> str:
    """Return a cell for other tools: dates as YYYY-MM-DD, numbers without separators, states as their words."""
    if isinstance(value, Number):
        return f"{value.value:g}" if abs(value.value) < 1e6 else f"{value.value:.2f}".removesuffix(".00")
    if isinstance(value, When):
        return value.value.isoformat()
    return value.word if isinstance(value, Chip) else plain(value)
