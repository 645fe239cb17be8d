"""Who holds functions and who exercises them, as two rows of boxes with lines between: an SVG for print.

A solid line is reserved, or rests on the law or an instrument; a dashed line has nothing on record. Its number says how
many functions it stands for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rolemap.pictures.labels import wrap
from rolemap.pictures.palette import KINDS, LINES, LineLook
from rolemap.pictures.svg import Markup, element, picture, rectangle, words

WIDTH = 760.0
BOX = 250.0
SIZE = 13.0
ROW = 16.0
SPACE = 14.0
TOP = 34.0
MOST = 16
"""How many boxes stand on one side; the rest are gathered in a last one."""

MOST_WRAPPED = 9
"""How many lines the name in a box has."""

SHARES = (0.5, 0.38, 0.62, 0.28, 0.72, 0.2, 0.8, 0.12, 0.88)
"""Where along a line its number may stand, the best place first."""

APART = (28.0, 19.0)
"""How far numbers stand from each other, across or down, so that none hides another."""

EDGE = 1.3
"""How thick the edge of a box is: the whole of it is drawn within the picture."""

KEY = 34.0
"""How far below the boxes the key is."""

OTHERS = "Others"
THICKEST = 9.0
FEW = 12
"""So many functions draw the thickest line where none has more."""

INK = "#1A1A1A"


@dataclass(frozen=True, slots=True)
class Handing:
    """Functions that `holder` holds and `exerciser` exercises; `backed` says whether that is on record."""

    holder: str
    exerciser: str
    backed: bool
    number: int


@dataclass(frozen=True, slots=True)
class _Box:
    lines: tuple[str, ...]
    y: float
    height: float

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


def handings(found: Sequence[Handing]) -> str:
    """Return the picture."""
    kept = list(_gathered(found))
    left = _boxes(dict.fromkeys(one.holder for one in kept))
    right = _boxes(dict.fromkeys(one.exerciser for one in kept))
    parts = [
        words("Held by", 0, 18, SIZE + 1, font_weight="bold", fill=INK),
        words("Exercised by", WIDTH - BOX, 18, SIZE + 1, font_weight="bold", fill=INK),
    ]
    most = max((FEW, *(one.number for one in kept)))
    taken: list[tuple[float, float]] = []
    numbers = []
    for one in kept:
        parts += _line(one, left[one.holder], right[one.exerciser], 1.5 + (THICKEST - 1.5) * one.number / most)
        place = _free(_middles(one, left[one.holder], right[one.exerciser]), taken)
        taken.append(place)
        numbers.append(_number(one, place))
    parts += numbers
    parts += [part for box in left.values() for part in _box(box, 0)]
    parts += [part for box in right.values() for part in _box(box, WIDTH - BOX)]
    bottom = max((box.y + box.height for box in (*left.values(), *right.values())), default=TOP)
    parts += _key(bottom + KEY)
    return picture(WIDTH, bottom + KEY + 10, parts)


def _key(y: float) -> Iterator[Markup]:
    """Yield what the two kinds of lines and the numbers mean."""
    for x, backed, said in ((0, True, "reserved, or on law or instrument"), (280, False, "neither on record")):
        yield element(
            "path",
            d=f"M{x} {y - 4:.0f}H{x + 44}",
            fill="none",
            stroke=_look(backed).light,
            stroke_width=3,
            stroke_dasharray="" if backed else "7 4",
        )
        yield words(said, x + 52, y, SIZE, fill=INK)
    yield words("number: functions, counted in each area", WIDTH, y, SIZE, fill=INK, text_anchor="end")


def _gathered(found: Sequence[Handing]) -> Iterator[Handing]:
    """Yield what is drawn: those of the smaller boxes beyond the most a side holds as one box of others."""
    holders: Counter[str] = Counter()
    exercisers: Counter[str] = Counter()
    for one in found:
        holders[one.holder] += one.number
        exercisers[one.exerciser] += one.number
    known = {name for side in (holders, exercisers) for name, _ in _largest(side)}
    sums: Counter[tuple[str, str, bool]] = Counter()
    for one in found:
        holder = one.holder if one.holder in known else OTHERS
        exerciser = one.exerciser if one.exerciser in known else OTHERS
        sums[holder, exerciser, one.backed] += one.number
    for (holder, exerciser, backed), number in sums.items():
        yield Handing(holder, exerciser, backed, number)


def _largest(side: Counter[str]) -> list[tuple[str, int]]:
    return side.most_common(len(side) if len(side) <= MOST else MOST - 1)


def _boxes(names: Iterable[str]) -> dict[str, _Box]:
    found = {}
    y = TOP
    for name in names:
        lines = wrap(name, BOX - 16, SIZE, MOST_WRAPPED)
        height = len(lines) * ROW + 12
        found[name] = _Box(lines, y, height)
        y += height + SPACE
    return found


def _box(box: _Box, x: float) -> Iterator[Markup]:
    ink = KINDS["role"].light
    at, wide = x + EDGE / 2, BOX - EDGE
    yield rectangle(at, box.y, wide, box.height, rx=5, fill=ink.fill, stroke=ink.line, stroke_width=EDGE)
    first = box.middle - (len(box.lines) - 1) * ROW / 2 + SIZE * 0.35
    for at, line in enumerate(box.lines):
        yield words(line, x + BOX / 2, first + at * ROW, SIZE, text_anchor="middle", fill=ink.text)


def _middles(one: Handing, left: _Box, right: _Box) -> tuple[float, float]:
    """Return the heights a line leaves and arrives at; one without an instrument a little lower, to stay apart."""
    lower = 0 if one.backed else 7
    return left.middle + lower, right.middle + lower


def _line(one: Handing, left: _Box, right: _Box, thick: float) -> Iterator[Markup]:
    y1, y2 = _middles(one, left, right)
    x1, x2 = BOX, WIDTH - BOX
    middle = (x1 + x2) / 2
    yield element(
        "path",
        d=f"M{x1:.0f} {y1:.0f}C{middle:.0f} {y1:.0f} {middle:.0f} {y2:.0f} {x2:.0f} {y2:.0f}",
        fill="none",
        stroke=_look(one.backed).light,
        stroke_width=thick,
        stroke_dasharray="" if one.backed else "7 4",
        stroke_opacity=0.75,
    )


def _free(heights: tuple[float, float], taken: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return where on a line its number stands: the first place where it hides no other, else the one furthest from any."""
    places = [_on(heights, share) for share in SHARES]

    def room(place: tuple[float, float]) -> float:
        return min((max(abs(place[0] - x) / APART[0], abs(place[1] - y) / APART[1]) for x, y in taken), default=1)

    return next((place for place in places if room(place) >= 1), max(places, key=room))


def _on(heights: tuple[float, float], share: float) -> tuple[float, float]:
    """Return the point of a line at a share of its way."""
    rest = 1 - share
    weights = (rest**3, 3 * rest**2 * share, 3 * rest * share**2, share**3)
    x1, x2 = BOX, WIDTH - BOX
    middle = (x1 + x2) / 2
    x = sum(weight * at for weight, at in zip(weights, (x1, middle, middle, x2), strict=True))
    return x, (weights[0] + weights[1]) * heights[0] + (weights[2] + weights[3]) * heights[1]


def _number(one: Handing, place: tuple[float, float]) -> Markup:
    x, y = place
    return element(
        "g",
        rectangle(x - 13, y - 9, 26, 17, fill="#FFFFFF", rx=4, stroke=_look(one.backed).light, stroke_width=0.8),
        words(str(one.number), x, y + 4, SIZE - 1, text_anchor="middle", font_weight="bold", fill=INK),
    )


def _look(backed: bool) -> LineLook:
    return LINES["leads" if backed else "leads-assumed"]
