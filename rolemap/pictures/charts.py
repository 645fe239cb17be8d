"""Charts of states as SVG: bars of counts, and squares of every responsibility in every area.

Each state is told by its symbol and count beside its colour, so that a chart reads the same in black and white.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rolemap.pictures.labels import width, wrap
from rolemap.pictures.palette import STATES
from rolemap.pictures.parts import head_of, row_of
from rolemap.pictures.svg import Markup, element, picture, rectangle, words

INK = "#1A1A1A"
QUIET = "#4A4A4A"
SIZE = 14.0
SMALL = 12.0
BOLD = 1.12
"""How much wider bold letters are."""

LINE = 17.0
PAGE = 760.0
"""The width of a chart, in pixels: with these sizes of letters it reads well on a page and on a slide."""

NAMES = 200.0
"""The room for the names at the left of bars."""

BAR = 24.0
GAP = 22.0
"""The room between the bars, for the symbols and counts."""


AWAY, SPARE = 12.0, 16.0
"""The room before the words at the end of a bar, and after them for programs whose letters are wider."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name, how many places have which state (keys of `palette.STATES`), and the words at its end."""

    name: str
    counts: Mapping[str, int]
    said: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of squares: a name and the key of the state in each column; an empty key leaves the square empty."""

    name: str
    states: tuple[str, ...]


def bars(found: Sequence[Bar]) -> str:
    """Return bars one under another, each as wide as the others: shares of one whole, counts written under each."""
    parts: list[Markup] = []
    room = max((width(bar.said, SIZE) * BOLD for bar in found), default=0.0) + AWAY + SPARE
    y = 10.0
    for bar in found:
        names = wrap(bar.name, NAMES - 12, SIZE, 3)
        middle = y + BAR / 2
        for at, line in enumerate(names):
            parts.append(words(line, 0, middle + 5 + (at - (len(names) - 1) / 2) * LINE, SIZE, fill=INK))
        wide = PAGE - NAMES - room
        parts += _parts(bar, NAMES, y, wide)
        parts.append(words(bar.said, NAMES + wide + AWAY, middle + 5, SIZE, font_weight="bold", fill=INK))
        y += max(BAR + GAP, len(names) * LINE + 8) + 6
    return picture(PAGE, max(y, 20.0), parts)


def _parts(bar: Bar, x: float, y: float, wide: float) -> Iterator[Markup]:
    whole = sum(bar.counts.values())
    start = x
    for key, number in bar.counts.items():
        if number:
            look, room = STATES[key], wide * number / whole
            yield rectangle(x, y, room, BAR, fill=look.light.fill, stroke=look.light.line, stroke_width=1.2)
            if room > width(look.symbol, SIZE) + 6:
                yield words(
                    look.symbol, x + room / 2, y + BAR / 2 + 5, SIZE, text_anchor="middle", fill=look.light.text
                )
            x += room
    said = "; ".join(
        f"{STATES[key].symbol} {number:,} {STATES[key].word}" for key, number in bar.counts.items() if number
    )
    yield words(said, start, y + BAR + 15, SMALL, fill=QUIET)


SQUARE = 21.0
LETTERS = 13.0
"""The size of letters in and beside squares."""

HEAD = 180.0
"""The most room for the names of the columns, written upwards."""

TWO_LINES = 36.0
"""How wide a column is at least whose name may take two lines."""

LEFT = 400.0


def squares(columns: Sequence[str], lines: Sequence[Line]) -> str:
    """Return a square for each line and column with the symbol of its state; names of columns are written upwards.

    The picture says where it may be parted (see `parts.parted`).
    """
    step = min(max(SQUARE, (PAGE - LEFT) / max(len(columns), 1)), 60.0)
    most = 2 if step >= TWO_LINES else 1
    heads = [wrap(name, HEAD, LETTERS, most) for name in columns]
    head = min(HEAD, max((width(line, LETTERS) for names in heads for line in names), default=0.0)) + 8
    y = head + 8
    parts = [head_of(y, (_upwards(names, LEFT + (at + 0.5) * step, head) for at, names in enumerate(heads)))]
    for line in lines:
        names = wrap(line.name, LEFT - 12, LETTERS, 2)
        tall = max(SQUARE, len(names) * 15 + 2)
        parts.append(row_of(tall, _row(line, names, step, (y, tall))))
        y += tall
    return picture(max(LEFT + len(columns) * step + 2, 300.0), y + 4, parts)


def _row(line: Line, names: Sequence[str], step: float, down: tuple[float, float]) -> Iterator[Markup]:
    y, tall = down
    for at, said in enumerate(names):
        middle = y + tall / 2 + 4 + (at - (len(names) - 1) / 2) * 15
        yield words(said, 0, middle, LETTERS, fill=INK)
    for at, key in enumerate(line.states):
        yield from _square(key, LEFT + at * step, y, step, tall)


def _square(key: str, x: float, y: float, wide: float, tall: float) -> Iterator[Markup]:
    if key:
        look = STATES[key]
        yield rectangle(
            x + 1, y + 1, wide - 2, tall - 2, fill=look.light.fill, stroke=look.light.line, stroke_width=0.8
        )
        middle = (x + wide / 2, y + tall / 2 + 4)
        yield words(look.symbol, *middle, LETTERS, text_anchor="middle", font_weight="bold", fill=look.light.text)


def _upwards(lines: Sequence[str], x: float, head: float) -> Markup:
    turned = f"translate({x:.1f} {head:.1f}) rotate(-90)"
    first = 4 - (len(lines) - 1) * 7.5
    return element(
        "g", *(words(said, 0, first + at * 15, LETTERS, fill=INK, transform=turned) for at, said in enumerate(lines))
    )
