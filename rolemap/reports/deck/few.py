"""A table of one row on a slide: said in words, large enough for a room, and short enough to share a slide with others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from rolemap.reports.blocks import Chip, Run, Text, plain, text
from rolemap.reports.deck.body import Slide, Words
from rolemap.reports.deck.join import joined
from rolemap.reports.deck.tables import Grid

NUMBER = re.compile("[A-Z]{1,2}[0-9]+")
"""A first cell that is the number of what the second says."""


def together(slides: Iterable[Slide], title: str) -> list[Slide]:
    """Return the slides with those that are nearly empty together, and tables of one row that are left over in words.

    `title` is what a slide of several sections is called.
    """
    return joined(map(in_words, joined(slides, title)), title)


def in_words(slide: Slide) -> Slide:
    """Return the slide with its table in words, if that has one row.

    One that has a state, is cut, or is there to be written in stays a table.
    """
    grid = slide.body
    if not isinstance(grid, Grid) or len(grid.rows) != 1 or grid.bands:
        return slide
    (row,) = grid.rows
    said = [plain(value) for value in row]
    if not all(said) or any(one.endswith("…") for one in said) or any(isinstance(value, Chip) for value in row):
        return slide
    lead: list[tuple[Text, bool]] = [(text(slide.lead), False)] if slide.lead else []
    rest: list[tuple[Text, bool]] = [(text(grid.rest), False)] if grid.rest else []
    return replace(slide, body=Words((*lead, *_said(grid), *rest)), lead="")


def _said(grid: Grid) -> list[tuple[Text, bool]]:
    """Return a row as its first cell and a bullet for each other; a number and what it is of as one bullet."""
    titles, said = [column.title for column in grid.columns], [plain(value) for value in grid.rows[0]]
    if len(said) > 1 and NUMBER.fullmatch(said[0]):
        first: tuple[Text, bool] = ((Run(f"{said[0]} ", bold=True), Run(said[1])), True)
        return [first, *((text(f"{title}: {words}"), True) for title, words in zip(titles[2:], said[2:], strict=True))]
    others = zip(titles[1:], said[1:], strict=True)
    return [
        (text(said[0], bold=True), False),
        *((text(f"{title}: {words}".replace("?:", "?")), True) for title, words in others),
    ]
