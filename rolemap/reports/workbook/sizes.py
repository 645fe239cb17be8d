"""How wide the columns of a sheet are and how high its rows: not every office program works that out by itself."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from textwrap import wrap

from rolemap.reports.blocks import Column, Number, Table, Value, When, plain, text
from rolemap.reports.columns import fitted

WIDEST, WIDEST_DATA, NARROWEST = 60, 40, 9
"""How wide a column becomes for its text, in characters; that of a table for other tools does not wrap, and has many."""

SCREEN = 150
"""How wide a table for people is at most, in characters: about what a screen or a page turned on its side shows."""

ROOMY = 16
"""How many characters each of very many columns has on average, though the table is then wider than a screen."""

PRINTED = 280
"""How wide what stands on one printed page is at most, in characters: letters of 10 points are then printed at 5 or more."""

LETTERS = 1.15
"""How many letters stand where one digit does, which is what the width of a column is counted in."""

BUTTON = 3
"""How much of a heading's column the button of the filter takes, in characters."""

LINE, TALLEST = 12.75, 400
"""How high a line of text is and a row may be, in points (at most 409: "Excel specifications and limits")."""


def widths_of(table: Table) -> list[int]:
    """Return the width of each column: that of its longest line; a table for people is no wider than a screen, if it can.

    A column that is there to be written in keeps its share of the screen.
    """
    most = WIDEST_DATA if table.bulk else WIDEST
    widths = [_width(column, [row[at] for row in table.rows], most) for at, column in enumerate(table.columns)]
    wide = max(SCREEN, ROOMY * len(widths))
    if table.bulk or sum(widths) <= wide:
        return widths
    shares = sum(column.width for column in table.columns)
    whole = [
        _unbroken(values) if any(map(plain, values)) else max(NARROWEST, int(wide * column.width / shares))
        for column, values in zip(
            table.columns, ([row[at] for row in table.rows] for at in range(len(widths))), strict=True
        )
    ]
    rest = [at for at, width in enumerate(whole) if not width]
    words = replace(
        table,
        columns=tuple(table.columns[at] for at in rest),
        rows=tuple(tuple(row[at] for at in rest) for row in table.rows),
    )
    found = iter(fitted(words, max(wide - sum(whole), NARROWEST * len(rest))))
    return [width or max(NARROWEST, int(next(found))) for width in whole]


def _unbroken(values: Sequence[Value]) -> int:
    """Return how wide the days and numbers of a column are, which are not shown at all where they have no room; 0 for none."""
    longest = max((len(value.shown) for value in values if isinstance(value, When | Number)), default=0)
    return max(NARROWEST, longest + 2) if longest else 0


def pages_across(widths: Sequence[int]) -> int:
    """Return on how many pages side by side a sheet of these widths is printed, so that its letters can be read."""
    return max(1, math.ceil(sum(widths) / PRINTED))


def _width(column: Column, values: Sequence[Value], most: int) -> int:
    unlike = {id(value): value for value in values}.values()
    longest = max((len(line) for value in unlike for line in plain(value).split("\n")), default=0)
    return min(most, max(NARROWEST, longest + 2, min(len(column.title) + 4, 24)))


def height(row: Sequence[Value], widths: Sequence[int]) -> float:
    """Return how high a row of these widths is in points; 0 for one line, which needs no saying."""
    lines = max(map(lines_of, map(plain, row), widths), default=1)
    return min(TALLEST, LINE * lines + 3) if lines > 1 else 0


def heading_height(table: Table, widths: Sequence[int]) -> float:
    """Return how high the row of headings is in points, beside the buttons of the filter; 0 for one line."""
    return height([text(column.title) for column in table.columns], [max(1, width - BUTTON) for width in widths])


def lines_of(words: str, width: int) -> int:
    """Return about how many lines a text takes in a column of this width, which holds more letters than digits."""
    room = int(width * LETTERS)
    return sum(1 if len(line) <= room else len(wrap(line, room)) for line in words.split("\n"))
