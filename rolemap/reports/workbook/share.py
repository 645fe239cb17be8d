"""Tables that stand on one sheet or in one file together, so that each answers one question and can be filtered whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rolemap.model.words import listed
from rolemap.reports.blocks import Column, Shared, Table, Value, plain, text
from rolemap.reports.numbering import in_a_row

IN_THE_REPORT = "In the report"
"""The column that says of each row in which table of the report it stands."""

SENTENCES = re.compile(r"(?<=\.) ")
"""What stands between two sentences of a note."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet or file: the table it shows, and the tables of the report that stand on it."""

    table: Table
    of: tuple[Table, ...]


def shared_out(tables: Iterable[Table]) -> list[Sheet]:
    """Return a sheet for each table, those with the same name of their shared sheet on one, where the first of them was."""
    groups: dict[object, list[Table]] = {}
    for table in tables:
        groups.setdefault(table.shared.name if table.shared else id(table), []).append(table)
    return [Sheet(_one(found), tuple(found)) for found in groups.values()]


def _one(shared: Sequence[Table]) -> Table:
    """Return tables as one: what each says of all its rows in columns before its own, its number in one after them."""
    tables = [_split(table) for table in shared]
    first = tables[0]
    if first.shared is None:
        return first
    columns = _columns(tables)
    rows: dict[tuple[Value, ...], str] = {}
    for table in tables:
        for row in _rows(table, columns):
            rows.setdefault(row, table.number)
    notes = [(table.shared or first.shared).note or table.note for table in tables]
    sentences = dict.fromkeys(one for note in notes for one in SENTENCES.split(note) if one)
    numbered = len({table.number for table in tables}) > 1
    return replace(
        first,
        name=first.shared.name,
        caption=first.shared.caption,
        number=_numbers([table.number for table in tables if table.number]),
        columns=(*columns, *([Column(IN_THE_REPORT)] if numbered else [])),
        rows=tuple((*row, *([text(number)] if numbered else [])) for row, number in rows.items()),
        note=" ".join(sentences),
        shared=None,
    )


def _split(table: Table) -> Table:
    """Return a table with what stands after the first line of some cells in a column beside it."""
    for title, beside in table.shared.split if table.shared else ():
        at = next((at for at, column in enumerate(table.columns) if column.title == title), None)
        if at is None:
            continue
        parts = [(row, plain(row[at]).partition("\n")) for row in table.rows]
        rows = tuple((*row[:at], text(line), text(rest), *row[at + 1 :]) for row, (line, _, rest) in parts)
        columns = (*table.columns[: at + 1], Column(beside), *table.columns[at + 1 :])
        table = replace(table, columns=columns, rows=rows)
    return table


def _columns(tables: Sequence[Table]) -> list[Column]:
    """Return every column once: one that only some tables have stands before the one that follows it there."""
    own: list[Column] = []
    for table in tables:
        place = len(own)
        for column in reversed(table.columns):
            titles = [one.title for one in own]
            if column.title in titles:
                place = titles.index(column.title)
            else:
                own.insert(place, column)
    known = {column.title for column in own}
    said = dict.fromkeys(title for table in tables for title, _ in _said(table) if title not in known)
    return [*(Column(title) for title in said), *own]


def _rows(table: Table, columns: Sequence[Column]) -> Iterator[tuple[Value, ...]]:
    of_all = dict(_said(table))
    titles = [column.title for column in table.columns]
    for row in table.rows:
        known = of_all | {title: value for title, value in zip(titles, row, strict=True) if value}
        yield tuple(known.get(column.title, ()) for column in columns)


def _said(table: Table) -> tuple[tuple[str, Value], ...]:
    return (table.shared or Shared("", "", ())).said


def _numbers(numbers: Sequence[str]) -> str:
    """Return the numbers of tables in words: "Tables 2 to 16 and 18"."""
    if len(numbers) < 2:
        return "".join(numbers)
    rows = in_a_row(number.rpartition(" ")[2] for number in numbers)
    said = [f"{row[0]} to {row[-1]}" if len(row) > 1 else row[0] for row in rows]
    return f"{numbers[0].rpartition(' ')[0]}s {listed(said, len(said))}"
