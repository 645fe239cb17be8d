"""How much each body shares with each other as SVG: a square for every two, its number written in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rolemap.pictures.charts import INK, LINE, QUIET, SIZE, SMALL
from rolemap.pictures.labels import width, wrap
from rolemap.pictures.palette import AMOUNTS, amount_step
from rolemap.pictures.svg import Markup, element, picture, rectangle, words

SIDE = 30.0
"""The side of a square."""

NAMES = 330.0
"""The room for the names at the left."""

HEAD = 210.0
"""The most room for the names of the columns, written upwards."""


def heat(names: Sequence[str], numbers: Sequence[Sequence[int]]) -> str:
    """Return a grid with the same names down and across, numbered alike; 0 and a body with itself are left empty."""
    numbered = [f"{at} {name}" for at, name in enumerate(names, 1)]
    head = min(HEAD, max((width(name, SMALL) for name in numbered), default=0.0)) + 10
    most = max((number for row in numbers for number in row), default=0)
    parts = [_upwards(name, NAMES + (at + 0.5) * SIDE, head) for at, name in enumerate(numbered)]
    y = head + 6
    for at, name in enumerate(numbered):
        lines = wrap(name, NAMES - 12, SIZE, 2)
        tall = max(SIDE, len(lines) * LINE + 2)
        for number, line in enumerate(lines):
            parts.append(words(line, 0, y + tall / 2 + 5 + (number - (len(lines) - 1) / 2) * LINE, SIZE, fill=INK))
        for column, shared in enumerate(numbers[at]):
            parts += _square(shared, most, NAMES + column * SIDE, (y, tall), own=column == at)
        y += tall
    y += LINE
    parts.append(words("Each number: responsibilities that the two share.", 0, y, SMALL, fill=QUIET))
    return picture(max(NAMES + len(names) * SIDE + 4, 420.0), y + 10, parts)


def _square(number: int, most: int, x: float, down: tuple[float, float], *, own: bool) -> Iterator[Markup]:
    y, tall = down
    if own:
        yield words("–", x + SIDE / 2, y + tall / 2 + 5, SMALL, text_anchor="middle", fill=QUIET)
    elif number:
        ink = AMOUNTS[amount_step(number, most)]
        yield rectangle(x + 1, y + 1, SIDE - 2, tall - 2, fill=ink.fill, stroke=ink.line, stroke_width=0.8)
        yield words(f"{number}", x + SIDE / 2, y + tall / 2 + 4, SMALL, text_anchor="middle", fill=ink.text)


def _upwards(name: str, x: float, head: float) -> Markup:
    lines = wrap(name, HEAD, SMALL, 1)
    turned = (
        words(line, 0, 4, SMALL, fill=INK, transform=f"translate({x:.1f} {head:.1f}) rotate(-90)") for line in lines
    )
    return element("g", *turned)
