"""Rows put on pages: as few pages as hold them, and none much fuller than another."""

from __future__ import annotations

from collections.abc import Sequence

Pages = list[list[int]]
"""Which rows stand on each page, by their number from 0."""

Room = tuple[float, float]
"""How high the rows of the first page may be together, and those of each other page."""


def filled(highs: Sequence[float], room: Room) -> Pages:
    """Return the rows of each page, one page filled after the other; a row that is too high has its own."""
    pages: Pages = []
    used = 0.0
    for at, high in enumerate(highs):
        if not pages or used + high > room[len(pages) > 1]:
            pages.append([])
            used = 0.0
        pages[-1].append(at)
        used += high
    return pages


def even(highs: Sequence[float], room: Room) -> Pages:
    """Return the rows on as few pages as hold them, with the least room at which no more pages are needed."""
    whole = filled(highs, room)
    if len(whole) < 2:
        return whole
    least = int(sum(highs) / len(whole))
    tried = (filled(highs, (min(room[0], most), min(room[1], most))) for most in range(least, int(max(room))))
    return next((pages for pages in tried if len(pages) == len(whole)), whole)
