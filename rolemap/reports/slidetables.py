"""A table as slides: fewer columns, rows that a room can read, and a word on what is not shown.

What is cut of a row stands in full in the speaker's notes; rows and columns that have no room stand in the report itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from textwrap import wrap

from rolemap.reports.blocks import Chip, Column, Table, Value, plain, text
from rolemap.reports.columns import fitted

TABLE_LINE, TABLE_LINES = 110, 16
"""How many characters stand on a line across all columns, and how many lines under the header."""

BETWEEN_ROWS = 0.25
"""The room between two rows, in lines."""

EDGES = 2
"""How many characters of a column its edges take."""

MOST_LINES = 5
"""How many lines of a cell are shown."""

MOST_SLIDES = 2
"""How many slides a table may fill; a room reads no more of it."""

SETTLED = {"clear", "not-needed"}
"""Rows in these states come after the others where not all can be shown: a room meets about what is open."""

ELSEWHERE = "the report as Word, PDF or Excel"


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of a table. `widths` are those of its columns in characters, `rest` says what is not shown, if anything.

    `lines` says of each row how many lines it takes, where the office program cannot tell by itself; 0 where it can.
    """

    columns: tuple[Column, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[Value, ...], ...]
    rest: str = ""
    lines: tuple[int, ...] = ()


def grids(whole: Table) -> Iterator[tuple[Grid, tuple[str, ...]]]:
    """Yield the table as one grid a slide, each with what the speaker should know of it."""
    table, left_out = _brief(whole)
    widths = tuple(fitted(table, TABLE_LINE))
    rooms = [max(4, int(width) - EDGES) for width in widths]
    pages = list(_pages(table.rows, rooms))
    chosen = len(pages) > MOST_SLIDES and any(map(_is_open, table.rows)) and not all(map(_is_open, table.rows))
    if chosen:
        pages = list(_pages(sorted(table.rows, key=lambda row: not _is_open(row)), rooms))
    shown = sum(len(page) for page in pages[:MOST_SLIDES])
    first = ", those that are not clear first" if chosen else ""
    rest = f"{shown} of {len(table.rows)} rows are shown{first}; {ELSEWHERE} holds them all."
    for at, page in enumerate(pages[:MOST_SLIDES] or [[]], 1):
        last = at == min(len(pages), MOST_SLIDES)
        rows = tuple(tuple(_cut(value, room) for value, room in zip(row, rooms, strict=True)) for row in page)
        lines = tuple(_height(row, rooms) if _has_link(row) else 0 for row in rows)
        grid = Grid(table.columns, widths, rows, rest if shown < len(table.rows) and last else "", lines)
        full = tuple(_in_full(row, rooms) for row in page if any(map(_is_cut, row, rooms)))
        note = (table.note,) if table.note else ()
        yield grid, (*note, *left_out, *(("In full: " + " · ".join(full),) if full else ()))


def _brief(table: Table) -> tuple[Table, tuple[str, ...]]:
    """Return a table without the columns that are a detail, and a note for the speaker on those."""
    kept = [at for at, column in enumerate(table.columns) if not column.detail]
    left = [column.title.lower() for column in table.columns if column.detail]
    if not left:
        return table, ()
    rows = tuple(tuple(row[at] for at in kept) for row in table.rows)
    brief = replace(table, columns=tuple(table.columns[at] for at in kept), rows=rows)
    return brief, (f"The report also has: {', '.join(left)}.",)


def _is_open(row: Sequence[Value]) -> bool:
    """Return whether a row's last state, which is what it came to where it has several, is one to talk about."""
    states = [value.key for value in row if isinstance(value, Chip)]
    return not states or states[-1] not in SETTLED


def _has_link(row: Sequence[Value]) -> bool:
    return any(run.link for value in row if isinstance(value, tuple) for run in value)


def _in_full(row: Sequence[Value], rooms: Sequence[int]) -> str:
    """Return what is cut of a row, after what the row is called, so that the speaker knows of which it is said."""
    cut = [plain(value) for value, room in zip(row, rooms, strict=True) if _is_cut(value, room)]
    name = plain(row[0])
    return " – ".join(cut if cut[0] == name else [name, *cut])


def _pages(rows: Sequence[tuple[Value, ...]], rooms: Sequence[int]) -> Iterator[list[tuple[Value, ...]]]:
    page: list[tuple[Value, ...]] = []
    used = 0.0
    for row in rows:
        needed = BETWEEN_ROWS + _height(row, rooms)
        if page and used + needed > TABLE_LINES:
            yield page
            page, used = [], 0.0
        page.append(row)
        used += needed
    if page:
        yield page


def _height(row: Sequence[Value], rooms: Sequence[int]) -> int:
    return max((min(MOST_LINES, _lines(value, room)) for value, room in zip(row, rooms, strict=True)), default=1)


def _lines(value: Value, room: int) -> int:
    if isinstance(value, Chip):
        return 1
    return len(_wrapped(plain(value), room))


def _wrapped(words: str, room: int) -> list[str]:
    """Return the words as lines of about so many characters, as an office program breaks them."""
    return [part for line in words.split("\n") for part in wrap(line, room, break_on_hyphens=False) or [""]]


def _is_cut(value: Value, room: int) -> bool:
    return isinstance(value, tuple) and _lines(value, room) > MOST_LINES


def _cut(value: Value, room: int) -> Value:
    """Return a value that fits its cell: a long text ends in an ellipsis."""
    if not _is_cut(value, room):
        return value
    *whole, last = _wrapped(plain(value), room)[:MOST_LINES]
    kept = last[: room - 2].rpartition(" ")[0] or last[: room - 2] if len(last) > room - 2 else last
    return text(" ".join([*whole, kept]).rstrip(" ,;:") + " …")
