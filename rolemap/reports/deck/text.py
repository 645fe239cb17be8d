"""Running text as slides: how much of it a room can read at once, and where a long one is broken."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rolemap.reports.blocks import Run, Text, plain
from rolemap.reports.deck.body import Words

LINE, LINES = 88, 14
"""How many characters of running text stand on a line of a slide, and how many lines stay legible from the back."""

BETWEEN = 0.4
"""The room between two items, in lines."""


def paged(words: Words) -> Iterator[Words]:
    """Yield the text in parts that each fit a slide; an item too long for one is broken between words."""
    items = [(part, bullet) for item, bullet in words.items for part in _parts(item, LINE * LINES)]
    pages = list(_filled(items, LINES + BETWEEN))
    lines = [needed_for(part) for part, _ in items]
    even = list(_filled(items, min(LINES + BETWEEN, sum(lines) / len(pages) + max(lines)))) if pages else []
    yield from map(Words, even if len(even) == len(pages) else pages)


def needed_for(part: Text) -> float:
    """Return how many lines a text takes on a slide."""
    return math.ceil(max(1, len(plain(part))) / LINE) + plain(part).count("\n") + BETWEEN


def _filled(items: Sequence[tuple[Text, bool]], room: float) -> Iterator[tuple[tuple[Text, bool], ...]]:
    """Yield the items by the slide; words that announce a list stand with its first item."""
    page: list[tuple[Text, bool]] = []
    used = 0.0
    for part, bullet in items:
        needed = needed_for(part)
        if page and used + needed > room:
            carried = page[-1:] if len(page) > 1 and plain(page[-1][0]).endswith(":") else []
            yield tuple(page[: len(page) - len(carried)])
            page, used = carried, (1 + BETWEEN) * len(carried)
        page.append((part, bullet))
        used += needed
    if page:
        yield tuple(page)


def _parts(item: Text, room: int) -> Iterator[Text]:
    """Yield a text in parts of at most `room` characters, broken at a space where there is one."""
    part: list[Run] = []
    left = room
    for run in item:
        rest = run.text
        while len(rest) > left:
            cut = rest.rfind(" ", left // 2, left) + 1 or left
            part.append(replace(run, text=rest[:cut]))
            yield tuple(part)
            rest, part, left = rest[cut:], [], room
        part.append(replace(run, text=rest))
        left -= len(rest)
    yield tuple(part)
