"""How wide the columns of a table become: as asked, save that short text gives its spare room to long text."""

from __future__ import annotations

import math
from collections.abc import Sequence

from rolemap.reports.blocks import Chip, Table, Value, When, plain

WORD = 15
"""The longest word that a column makes room for; longer ones are broken."""

AIR = 3
"""The room beside the text of a column, in characters."""

EDGES = 4
"""How many characters wider the box around a state is than its words, which are never broken."""


RAGGED = 1.1
"""By how much text is longer than its letters, since lines end with whole words."""

MANY = 7
"""From how many columns on one that makes rows high is given room of the others."""

STEP, MOST_STEPS = 3.0, 12
"""By how many characters a column becomes wider at a time, and how often."""


def fitted(table: Table, room: float, around: int = EDGES) -> list[float]:
    """Return the width of each column in characters; together they take `room`.

    A column asks for its share of the whole, and is met two thirds of the way to what its amount of text asks for.
    One whose text is shorter gives what it does not need to those whose text is longer; none becomes too narrow for
    its words. Of many columns those that make rows high are widened further. Empty columns keep their share, or
    what their heading needs: they are there to be written in. `around` is how many characters a box around a state
    takes; 0 where it has none.
    """
    if not table.columns:
        return []
    shares = [max(column.width, 0.1) for column in table.columns]
    asked = [room * share / sum(shares) for share in shares]
    texts = [[_said(row[at], around) for row in table.rows] for at in range(len(shares))]
    longest = [max(map(len, column), default=0) for column in texts]
    least = [_least(column.title, [row[at] for row in table.rows], around) for at, column in enumerate(table.columns)]
    asked = _met(asked, [sum(map(len, column)) for column in texts])
    widths = [
        max(low, min(want, long + AIR)) if long else max(low, want)
        for want, long, low in zip(asked, longest, least, strict=True)
    ]
    masses = [
        sum(map(len, column)) if long + AIR > width else 0
        for column, long, width in zip(texts, longest, widths, strict=True)
    ]
    spare = room - sum(widths)
    if spare > 0:
        whole = [max(width, long + AIR) for width, long in zip(widths, longest, strict=True)]
        weights: Sequence[float] = masses
        if sum(whole) <= room:
            weights = widths = _headed(whole, [column.title for column in table.columns], room - sum(whole))
            spare = room - sum(widths)
        widths = [width + spare * weight / sum(weights) for width, weight in zip(widths, weights, strict=True)]
        return _evened(widths, list(zip(*texts, strict=True)), least) if len(widths) >= MANY else widths
    slack = [max(0.0, width - low) for width, low in zip(widths, least, strict=True)]
    if sum(slack) > -spare:
        widths = [width + spare * loose / sum(slack) for width, loose in zip(widths, slack, strict=True)]
        return _evened(widths, list(zip(*texts, strict=True)), least) if len(widths) >= MANY else widths
    return [room * width / sum(widths) for width in widths]


def _headed(widths: list[float], titles: Sequence[str], spare: float) -> list[float]:
    """Return widths with the room that headings of one line need, if all of them can have it."""
    wider = [max(width, len(title) + AIR) for width, title in zip(widths, titles, strict=True)]
    return wider if sum(wider) - sum(widths) <= spare else widths


def _evened(widths: list[float], rows: Sequence[Sequence[str]], least: Sequence[float]) -> list[float]:
    """Return widths with room moved, as long as the rows become lower by it, to the column that makes most of them high."""
    known = _height(widths, rows)
    for _ in range(MOST_STEPS):
        to = _highest(widths, rows)
        tried = (
            (_height(moved, rows), moved)
            for of in range(len(widths))
            if of != to and widths[of] - STEP >= least[of]
            for moved in [[wide + STEP * ((at == to) - (at == of)) for at, wide in enumerate(widths)]]
        )
        best = min(tried, key=lambda one: one[0], default=(known, widths))
        if best[0] >= known:
            break
        known, widths = best
    return widths


def _highest(widths: Sequence[float], rows: Sequence[Sequence[str]]) -> int:
    """Return the column whose text is highest in most rows, by how many lines they have beyond the first."""
    beyond = [0] * len(widths)
    for row in rows:
        lines = [_lines(said, wide) for said, wide in zip(row, widths, strict=True)]
        at = lines.index(max(lines))
        beyond[at] += lines[at] - 1
    return beyond.index(max(beyond))


def _height(widths: Sequence[float], rows: Sequence[Sequence[str]]) -> float:
    """Return how many lines the rows take together; parts of lines count a little, so that each step can be seen."""
    high = 0.0
    for row in rows:
        high += max(_lines(said, wide) + 0.1 * len(said) / wide for said, wide in zip(row, widths, strict=True))
    return high


def _lines(said: str, wide: float) -> int:
    return sum(max(1, math.ceil(len(line) * RAGGED / max(1.0, wide - AIR))) for line in said.split("\n"))


def _met(asked: list[float], said: list[int]) -> list[float]:
    """Return widths two thirds of the way from those asked for to those that what each column says would ask for.

    That is in proportion to its square root: four times the text, twice as wide and twice as high.
    """
    room = sum(width for width, much in zip(asked, said, strict=True) if much)
    whole = sum(map(math.sqrt, said)) or 1
    return [
        (width + 2 * room * math.sqrt(much) / whole) / 3 if much else width
        for width, much in zip(asked, said, strict=True)
    ]


def _said(value: Value, around: int) -> str:
    words = plain(value)
    return "_" * (len(words) + around) if isinstance(value, Chip) else words


def _least(title: str, values: Sequence[Value], around: int) -> float:
    """Return the width the longest word needs, or as much of it as a column makes room for; of a date, day and month."""
    words = [len(word) for word in title.split()]
    for value in values:
        parts = value.shown.rsplit(" ", 1) if isinstance(value, When) else _said(value, around).split()
        words += map(len, parts)
    return min(WORD, max(words, default=1)) + AIR
