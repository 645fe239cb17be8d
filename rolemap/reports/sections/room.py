"""How much room the blocks of a report of one page take, in lines, so that what is listed fills the page and no more."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from rolemap.reports.blocks import Block, Bullets, Callout, Column, Heading, KeyFigures, Paragraph, plain

PAGE = 69.0
"""How many lines a page has below its title. Measured on the pages of all posts and bodies of the examples, in Word too."""

ACROSS = 100
"""How many letters a line of text has, and how many the columns of a table have together."""

HEADING, FIGURES, HEAD_OF_TABLE, BETWEEN, BOX = 3.2, 6.0, 4.5, 0.8, 4.0


def lines_of(blocks: Iterable[Block]) -> float:
    """Return how many lines some blocks take; tables and pictures are not counted."""
    return sum(map(_lines, blocks))


def _lines(block: Block) -> float:
    match block:
        case Heading():
            return HEADING
        case KeyFigures():
            return FIGURES
        case Paragraph():
            return wrapped(plain(block.runs), ACROSS) + BETWEEN
        case Callout():
            return wrapped(plain(block.runs), ACROSS) + BOX
        case Bullets():
            return sum(wrapped(plain(item), ACROSS) + 0.2 for item in block.items) + BETWEEN
        case _:
            return 0


def wrapped(words: str, letters: int) -> int:
    """Return how many lines words take where one holds so many letters."""
    return max(1, math.ceil(len(words) / max(1, letters)))


def letters_of(columns: Sequence[Column]) -> list[int]:
    """Return how many letters a line of each column of a table holds."""
    whole = sum(column.width for column in columns)
    return [int(ACROSS * column.width / whole) for column in columns]
