"""Where everything goes: levels as bands, the widest on top; those who lead beside what they lead; nothing overlaps.

Few responsibilities at a level stand in a spine between the organisations; many stand on both outer sides of them, so
that lines meet no boxes. All is computed from the order of the map: the same map gives the same picture in every run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import ceil
from typing import ClassVar

from rolemap.pictures.values import Rectangle

PADDING = 22.0
STRIP = 38.0
"""The height of the name of a band."""

GUTTER = 112.0
"""The room between two lanes, which lines cross."""

INNER_GUTTER = 44.0
"""The room between two columns of one lane."""

SPINE_ROWS = 12
"""Up to how many rows of responsibilities the spine is used."""

COLUMN_ROWS = 30
"""How many rows of responsibilities one column holds before another is begun."""

TALL = 1200.0
"""How tall a column of organisations may grow before another is begun."""

FEWEST = 3
"""The fewest rows a block is cut into: a heading over one row looks lost."""

SLACK = 60.0
"""How much taller than its share a column may be rather than cut a block."""

BETWEEN_BLOCKS = 14.0
BETWEEN_BANDS = 16.0


@dataclass(frozen=True, slots=True)
class Box:
    """A box to be placed."""

    key: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Block:
    """Boxes that stay together, one under another, with words over them or a frame around them."""

    boxes: tuple[Box, ...]
    heading: str = ""
    framed: bool = False
    weight: int = 0
    dimmed: bool = False

    HEADING: ClassVar[float] = 24.0
    GAP: ClassVar[float] = 7.0
    FRAME: ClassVar[float] = 8.0

    @property
    def height(self) -> float:
        """Return the height, heading and frame included."""
        inner = sum(box.height for box in self.boxes) + self.GAP * (len(self.boxes) - 1)
        return inner + (self.HEADING if self.heading else 0) + (2 * self.FRAME if self.framed else 0)

    @property
    def width(self) -> float:
        """Return the width of the widest box, with the frame."""
        return max(box.width for box in self.boxes) + (2 * self.FRAME if self.framed else 0)

    def middles(self) -> Iterator[tuple[Box, float]]:
        """Yield each box with the height of its middle below the top of the block."""
        at = (self.HEADING if self.heading else 0.0) + (self.FRAME if self.framed else 0.0)
        for box in self.boxes:
            yield box, at + box.height / 2
            at += box.height + self.GAP


@dataclass(frozen=True, slots=True)
class Level:
    """What one band holds."""

    id: str
    actors: tuple[Block, ...]
    topics: tuple[Block, ...]

    @property
    def rows(self) -> int:
        """Return how many boxes the topics have."""
        return sum(len(block.boxes) for block in self.topics)


@dataclass(slots=True)
class Places:
    """The result: the middle of every box, the bands by level, frames and headings."""

    boxes: dict[str, tuple[float, float]] = field(default_factory=dict)
    bands: dict[str, Rectangle] = field(default_factory=dict)
    frames: list[tuple[Rectangle, bool]] = field(default_factory=list)
    headings: list[tuple[str, float, float, bool]] = field(default_factory=list)
    width: float = 0.0
    height: float = 0.0


Columns = list[list[Block]]


@dataclass(frozen=True, slots=True)
class _Lanes:
    """The columns of one band from left to right; `kinds` says of each whether actors ("a") or topics ("t") stand there."""

    columns: Columns
    kinds: str

    @property
    def gutters(self) -> tuple[float, ...]:
        """Return the room before each column: wide between lanes, narrow within one."""
        pairs = zip(" " + self.kinds, self.kinds, strict=False)
        return tuple(0.0 if before == " " else INNER_GUTTER if before == kind else GUTTER for before, kind in pairs)

    def width(self, widths: Mapping[str, float]) -> float:
        """Return the width of all columns and the room between them."""
        return sum(self.gutters) + sum(widths[kind] for kind in self.kinds)


def lay_out(levels: Sequence[Level], leads: Mapping[str, Sequence[str]]) -> Places:
    """Return where everything goes. `leads` gives, for each actor key, the keys of the topics it leads."""
    arranged = [_spine(level) if level.rows <= SPINE_ROWS else _sides(level, leads) for level in levels]
    widths = {
        "a": max((block.width for level in levels for block in level.actors), default=0.0),
        "t": max((block.width for level in levels for block in level.topics), default=0.0),
    }
    places = Places(width=max((lanes.width(widths) for lanes in arranged), default=0.0) + 2 * PADDING)
    top = 0.0
    for level, lanes in zip(levels, arranged, strict=True):
        tallest = max((_height(column) for column in lanes.columns), default=0.0)
        left = (places.width - lanes.width(widths)) / 2
        for column, kind, gutter in zip(lanes.columns, lanes.kinds, lanes.gutters, strict=True):
            left += gutter
            _stack(places, column, (left, top + STRIP + (tallest - _height(column)) / 2), widths[kind])
            left += widths[kind]
        band = Rectangle(0.0, top, places.width, STRIP + tallest + PADDING)
        places.bands[level.id] = band
        top += band.height + BETWEEN_BANDS
    places.height = max(top - BETWEEN_BANDS, 0.0)
    return places


def _spine(level: Level) -> _Lanes:
    """Return actors, topics, actors: the busiest on top, each block in the column that is shortest so far."""
    actors = max(1, ceil(_height(level.actors) / 2 / TALL))
    busiest = sorted(level.actors, key=lambda block: (block.dimmed, -block.weight))
    kinds = "a" * actors + "t" + "a" * actors
    if not level.topics:
        return _Lanes(_shortest_first(busiest, 2 * actors + 1), kinds)
    found = _shortest_first(busiest, 2 * actors)
    return _Lanes([*found[:actors], list(level.topics), *found[actors:]], kinds)


def _sides(level: Level, leads: Mapping[str, Sequence[str]]) -> _Lanes:
    """Return topics, actors, topics: each block of actors near the height of what it leads."""
    actors = max(1, ceil(_height(level.actors) / TALL))
    topics = max(1, ceil(level.rows / 2 / COLUMN_ROWS))
    sides = _cut(level.topics, 2 * topics)
    middle: dict[str, float] = {}
    for column in sides:
        at = -_height(column) / 2
        for block in column:
            middle |= {box.key: at + y for box, y in block.middles()}
            at += block.height + BETWEEN_BLOCKS
    ordered = sorted(level.actors, key=lambda block: (block.dimmed, not block.weight, _mean(block, leads, middle)))
    columns = [*sides[:topics], *_shortest_first(ordered, actors), *sides[topics:]]
    return _Lanes(columns, "t" * topics + "a" * actors + "t" * topics)


def _mean(block: Block, leads: Mapping[str, Sequence[str]], middle: Mapping[str, float]) -> float:
    found = [middle[topic] for box in block.boxes for topic in leads.get(box.key, ()) if topic in middle]
    return sum(found) / len(found) if found else 0.0


def _shortest_first(blocks: Iterable[Block], columns: int) -> Columns:
    found: Columns = [[] for _ in range(columns)]
    heights = [0.0] * columns
    for block in blocks:
        at = heights.index(min(heights))
        heights[at] += block.height + (BETWEEN_BLOCKS if found[at] else 0.0)
        found[at].append(block)
    return found


def _cut(blocks: Sequence[Block], columns: int) -> Columns:
    """Return the blocks in order, cut into columns of about equal height; a block that is cut has its heading twice."""
    room = (_height(blocks) + columns * Block.HEADING) / columns
    found: Columns = [[]]
    for block in blocks:
        rest = block
        while len(found) < columns and _height([*found[-1], rest]) > room + SLACK:
            left = room - _height(found[-1]) - BETWEEN_BLOCKS
            fits = sum(1 for box, y in rest.middles() if y + box.height / 2 <= left + SLACK / 2)
            if fits >= FEWEST and len(rest.boxes) - fits >= FEWEST:
                found[-1].append(replace(rest, boxes=rest.boxes[:fits]))
                rest = replace(rest, boxes=rest.boxes[fits:])
            elif not found[-1] or _height([*found[-1], rest]) - room <= room - _height(found[-1]):
                break
            found.append([])
        found[-1].append(rest)
    return found + [[] for _ in range(columns - len(found))]


def _height(blocks: Iterable[Block]) -> float:
    heights = [block.height for block in blocks]
    return sum(heights) + BETWEEN_BLOCKS * max(len(heights) - 1, 0)


def _stack(places: Places, column: Iterable[Block], corner: tuple[float, float], width: float) -> None:
    """Place the blocks of a column one under another from its top left `corner`."""
    left, top = corner
    for block in column:
        for box, y in block.middles():
            places.boxes[box.key] = (left + width / 2, top + y)
        if block.framed:
            edge = left + (width - block.width) / 2
            places.frames.append((Rectangle(edge, top, block.width, block.height), block.dimmed))
        if block.heading:
            places.headings.append((block.heading, left, top + Block.HEADING / 2, block.dimmed))
        top += block.height + BETWEEN_BLOCKS
