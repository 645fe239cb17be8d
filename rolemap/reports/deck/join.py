"""Slides that are nearly empty put together: short tables of one section, and sections of a few lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate

from rolemap.reports.blocks import text
from rolemap.reports.deck.body import Slide, Words
from rolemap.reports.deck.tables import RAISED_LINES, TABLE_LINES, Grid
from rolemap.reports.deck.text import BETWEEN, LINES, needed_for

BAND = 1.25
"""How many lines a caption across a table takes."""

FEW_LINES = 8
"""A section of no more lines may share a slide with the next."""


def joined(slides: Iterable[Slide], title: str) -> list[Slide]:
    """Return the slides with those that follow each other and have room on one slide together as one.

    Tables of the same columns within a section stand under each other, each under its caption; sections of a few lines
    stand each under its heading. `title` is what a slide of several sections is called.
    """
    found: list[list[Slide]] = []
    every = list(slides)
    times = Counter(slide.title for slide in every)
    for slide in every:
        group = [*found[-1], slide] if found else []
        if group and all(times[one.title] == 1 for one in group) and (_share_a_table(group) or _share_a_page(group)):
            found[-1] = group
        else:
            found.append([slide])
    return [group[0] if len(group) == 1 else _one(group, title) for group in found]


def _share_a_table(group: Sequence[Slide]) -> bool:
    """Return whether all are short tables of one section with the same columns, of which only the first is led in."""
    grids = [slide.body for slide in group if isinstance(slide.body, Grid)]
    shared = replace(group[0], title=group[0].section)
    return (
        len(grids) == len(group)
        and all(grid.rows and not grid.rest and grid.columns == grids[0].columns for grid in grids)
        and len({slide.section for slide in group} - {""}) == len({slide.section for slide in group}) == 1
        and not any(slide.lead for slide in group[1:])
        and sum(grid.needed + BAND for grid in grids) <= (RAISED_LINES if shared.raised else TABLE_LINES)
    )


def _share_a_page(group: Sequence[Slide]) -> bool:
    """Return whether all are a few lines each under headings of one section, and have room on one slide with those."""
    needed = [_lines(slide.body) for slide in group if isinstance(slide.body, Words) and slide.body.items]
    headings = len(group) * (1 + BETWEEN)
    return (
        len(needed) == len(group)
        and len({slide.section for slide in group}) == 1
        and not any(slide.lead for slide in group)
        and max(needed) <= FEW_LINES + BETWEEN
        and sum(needed) + headings <= LINES - 1
    )


def _lines(words: Words) -> float:
    return sum(needed_for(item) for item, _ in words.items)


def _one(group: Sequence[Slide], title: str) -> Slide:
    shared = group[0].section
    notes = tuple(dict.fromkeys(note for slide in group for note in slide.notes))
    grids = [slide.body for slide in group if isinstance(slide.body, Grid)]
    if grids:
        starts = accumulate((len(grid.rows) for grid in grids), initial=0)
        whole = replace(
            max(grids, key=lambda grid: grid.needed),
            rows=tuple(row for grid in grids for row in grid.rows),
            lines=tuple(lines for grid in grids for lines in grid.lines),
            needed=sum(grid.needed + BAND for grid in grids),
            bands=tuple(zip(starts, (slide.title for slide in group), strict=False)),
        )
        return Slide(shared, "", whole, notes, group[0].lead)
    items = [
        item
        for slide in group
        if isinstance(slide.body, Words)
        for item in ((text(slide.title, bold=True), False), *slide.body.items)
    ]
    return Slide(shared or title, "", Words(tuple(items)), notes)
