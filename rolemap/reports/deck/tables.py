"""A table as slides: fewer columns, rows that a room can read, and a word on what is not shown.

What is cut of a row stands in full in the speaker's notes; rows and columns that have no room stand in the report itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from textwrap import wrap

from rolemap.pictures.labels import width
from rolemap.pictures.pages import even, filled
from rolemap.reports.blocks import Chip, Column, Table, Value, plain, text
from rolemap.reports.columns import fitted
from rolemap.reports.deck.notes import is_open, spoken, states, told

TABLE_LINE, TABLE_LINES, RAISED_LINES = 110, 17, 19
"""How many characters stand on a line across all columns, and how many lines under a header of one line: under a title of
two lines or a sentence that leads in, and under a title of one line."""

UNDER = 1
"""How many lines a word on what is not shown takes under a table."""

BETWEEN_ROWS = 0.25
"""The room between two rows, in lines."""

LETTER = 0.55
"""How wide a letter is at most on average, as a share of its size, where so many stand on a line."""

EDGES = 2
"""How many characters of a column its edges take."""

MOST_LINES = (14, 10, 7, 5)
"""How many lines of a cell are shown: the first of these with which all rows have room on one slide, else the last."""

MOST_SLIDES = 2
"""How many slides a table may fill; a room reads no more of it."""

FEW_LEFT = 2
"""So few rows are not left out: they have one slide more."""

ELSEWHERE = "the report as Word, PDF or Excel"

Row = tuple[Value, ...]

High = tuple[float, Row]
"""A row with how many lines it takes."""

Pages = list[list[High]]

Room = tuple[int, int]
"""How many lines a table has on its first slide, and on each other."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of a table. `widths` are those of its columns in characters, `rest` says what is not shown, if anything.

    `lines` says of each row how many lines it takes, where the office program cannot tell by itself; 0 where it can.
    `needed` is how many lines all rows take. `bands` are captions that stand across the table: before which row, and what.
    """

    columns: tuple[Column, ...]
    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    rest: str = ""
    lines: tuple[int, ...] = ()
    needed: float = 0
    bands: tuple[tuple[int, str], ...] = ()


Told = tuple[Grid, tuple[str, ...]]


def grids(whole: Table, room: Room = (TABLE_LINES, TABLE_LINES), most: int = MOST_SLIDES) -> Iterator[Told]:
    """Yield the table as one grid a slide, each with what the speaker should know of it.

    `room` is how many lines its first slide has and how many each other, `most` how many slides it may fill.
    """
    table, left_out = brief(whole)
    widths = tuple(fitted(table, TABLE_LINE, around=0))
    rooms = [max(4, int(width) - EDGES) for width in widths]
    more = max((len(_wrapped(one.title, wide)) for one, wide in zip(table.columns, rooms, strict=True)), default=1) - 1
    lines_shown = _lines_shown(table.rows, rooms, room[0] - more)
    high = [(BETWEEN_ROWS + _height(row, rooms, lines_shown), row) for row in table.rows]
    pages = _chosen(high, (room[0] - more, room[1] - more), most, whole.foremost)
    rest = _rest(sum(map(len, pages)), table.rows)
    wholes = {id(row): each for row, each in zip(table.rows, whole.rows, strict=True)}
    shown = {id(row) for page in pages for _, row in page}
    others = told((row for row in table.rows if id(row) not in shown), "Not on the slide:")
    for at, page in enumerate(pages or [[]], 1):
        rows = tuple(
            tuple(_cut(value, room, lines_shown) for value, room in zip(row, rooms, strict=True)) for _, row in page
        )
        lines = tuple(_height(row, rooms, lines_shown) if _has_link(row) else 0 for row in rows)
        grid = Grid(table.columns, widths, rows, rest if at == len(pages) else "", lines, _needed(page) + more)
        full = tuple(filter(None, (_in_full(row, rooms, lines_shown) for _, row in page)))
        note = (table.note,) if table.note else ()
        said = (*left_out, *spoken(whole, (wholes[id(row)] for _, row in page)))
        cut = ("In full: " + " · ".join(full),) if full else ()
        yield grid, (*note, *said, *cut, *(others if at == len(pages) else ()))


def _chosen(rows: Sequence[High], room: Room, most: int, foremost: int) -> Pages:
    """Return the rows that are shown, by the slide and as evenly as may be: all if they fit, else open ones first.

    No more slides are filled than the open rows need, and one where all is settled; two rows are not left out, since
    one slide more shows them, nor any of the foremost ones.
    """
    pages = _pages(rows, room)
    if len(pages) <= most:
        return _even(rows, room)
    opened = sum(is_open(row) for _, row in rows)
    less = room[0] - UNDER, room[1] - UNDER
    ranked = _pages(sorted(rows, key=lambda one: not is_open(one[1])), less)
    wanted = 1 if opened <= len(ranked[0]) else most
    while sum(map(len, ranked[:wanted])) < min(foremost, len(rows)):
        wanted += 1
    while most > 1 and sum(map(len, ranked[wanted:])) <= FEW_LEFT and wanted < len(ranked):
        wanted += 1
    if wanted == len(ranked):
        return _even(rows, room)
    return _even([row for page in ranked[:wanted] for row in page], less)


def _even(rows: Sequence[High], room: Room) -> Pages:
    """Return the rows on as few slides as hold them, none much fuller than another."""
    return [[rows[at] for at in page] for page in even([high for high, _ in rows], room)]


def _rest(shown: int, rows: Sequence[Row]) -> str:
    """Return in words what is not shown; empty where all is."""
    opened = sum(map(is_open, rows))
    if shown == len(rows):
        return ""
    known = {value.key for row in rows for value in states(row)[-1:]}
    how = (
        ", those that are not clear first"
        if 0 < opened < len(rows)
        else ", as all are clear"
        if known == {"clear"}
        else ""
    )
    return f"{shown} of {len(rows)} rows are shown{how}; {ELSEWHERE} holds them all."


def brief(table: Table) -> tuple[Table, tuple[str, ...]]:
    """Return a table without the columns that are a detail, and a note for the speaker on those not spoken of."""
    kept = [at for at, column in enumerate(table.columns) if not column.detail]
    left = [column.title.lower() for column in table.columns if column.detail and not column.spoken]
    if len(kept) == len(table.columns):
        return table, ()
    rows = tuple(tuple(row[at] for at in kept) for row in table.rows)
    found = replace(table, columns=tuple(table.columns[at] for at in kept), rows=rows)
    return found, (f"The report also has: {', '.join(left)}.",) if left else ()


def _has_link(row: Sequence[Value]) -> bool:
    return any(run.link for value in row if isinstance(value, tuple) for run in value)


def _in_full(row: Sequence[Value], rooms: Sequence[int], most: int) -> str:
    """Return what is cut of a row, after what the row is called, so that the speaker knows of which it is said."""
    cut = [plain(value) for value, room in zip(row, rooms, strict=True) if _is_cut(value, room, most)]
    if not cut:
        return ""
    name = plain(row[0])
    return " – ".join(cut if cut[0] == name else [name, *cut])


def _pages(rows: Sequence[High], room: Room) -> Pages:
    """Return the rows by the slide."""
    return [[rows[at] for at in page] for page in filled([high for high, _ in rows], room)]


def _needed(rows: Sequence[High]) -> float:
    return sum(high for high, _ in rows)


def _lines_shown(rows: Sequence[Row], rooms: Sequence[int], high: float) -> int:
    """Return how many lines of a cell are shown, where all rows together may be so high."""
    fitting = (most for most in MOST_LINES if sum(BETWEEN_ROWS + _height(row, rooms, most) for row in rows) <= high)
    return next(fitting, MOST_LINES[-1])


def _height(row: Sequence[Value], rooms: Sequence[int], most: int) -> int:
    return max((min(most, _lines(value, room)) for value, room in zip(row, rooms, strict=True)), default=1)


def _lines(value: Value, room: int) -> int:
    if isinstance(value, Chip):
        return 1
    return len(_wrapped(plain(value), room))


def _wrapped(words: str, room: int) -> list[str]:
    """Return the words as lines of about so many characters, as an office program breaks them; fewer of wide letters."""
    wide = max(1.0, width(words, 1) / (LETTER * max(1, len(words))))
    return [
        part
        for line in words.split("\n")
        for part in wrap(line, max(4, int(room / wide)), break_on_hyphens=False) or [""]
    ]


def _is_cut(value: Value, room: int, most: int) -> bool:
    return isinstance(value, tuple) and _lines(value, room) > most


def _cut(value: Value, room: int, most: int) -> Value:
    """Return a value that fits its cell: a long text ends in an ellipsis."""
    if not _is_cut(value, room, most):
        return value
    *whole, last = _wrapped(plain(value), room)[:most]
    kept = last[: room - 2].rpartition(" ")[0] or last[: room - 2] if len(last) > room - 2 else last
    return text(" ".join([*whole, kept]).rstrip(" ,;:") + " …")
