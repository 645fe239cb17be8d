"""Agreements on a line of years as SVG: a bar from beginning to end, marks for signing and review, a line for the day shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rolemap.pictures.charts import INK, LINE, PAGE, QUIET, SIZE, SMALL
from rolemap.pictures.labels import wrap
from rolemap.pictures.palette import LINES, STATES
from rolemap.pictures.svg import Markup, element, picture, rectangle, words

NAMES = 260.0
"""The room for the names at the left."""

FEWEST_YEARS = 4
"""How many years the line spans at least, so that a mark or two do not fill it."""

MOST_YEARS = 8
"""About how many years are written on the line."""

BAR = 9.0
MARK = 6.0
SPENT = "#6B6B6B"
HEAD, FOOT = 30.0, 34.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """One line: a name, from when until when (None: not recorded, open at that end), what is signed and reviewed when.

    `stands` says whether it is in force on the day shown; what is not is drawn as an outline.
    """

    name: str
    start: date | None
    until: date | None
    signed: tuple[date, ...] = ()
    review: date | None = None
    stands: bool = True

    @property
    def lasts(self) -> bool:
        """Return whether a bar is drawn: it stands, or says when it begins or ends. Of other drafts only marks are known."""
        return self.stands or self.start is not None or self.until is not None

    @property
    def days(self) -> tuple[date, ...]:
        """Return every day drawn."""
        return tuple(day for day in (self.start, self.until, self.review, *self.signed) if day)


@dataclass(frozen=True, slots=True)
class Span:
    """The years a line shows, from the first day of the first to the first day after the last."""

    first: date
    last: date

    def share(self, day: date) -> float:
        """Return how far along the line a day is, 0 to 1."""
        return (day - self.first).days / (self.last - self.first).days

    @property
    def years(self) -> range:
        """Return the years that are written on it."""
        every = max(1, -(-(self.last.year - self.first.year) // MOST_YEARS))
        return range(self.first.year, self.last.year, every)


def span(on: date, found: Iterable[Stretch]) -> Span:
    """Return the years that hold the day shown and every day of some stretches."""
    days = [on, *(day for one in found for day in one.days)]
    first = min(max(min(days).year, date.min.year), date.max.year - FEWEST_YEARS)
    return Span(date(first, 1, 1), date(min(max(max(days).year + 1, first + FEWEST_YEARS), date.max.year), 1, 1))


def years(on: date, found: Sequence[Stretch]) -> str:
    """Return the stretches one under another on one line of years, with a legend."""
    whole = span(on, found)
    parts: list[Markup] = []
    for year in whole.years:
        parts.append(words(str(year), _x(whole, date(year, 1, 1)), 16, SMALL, fill=QUIET))
    y = HEAD
    for one in found:
        lines = wrap(one.name, NAMES - 14, SIZE, 3)
        tall = max(26.0, len(lines) * LINE + 8)
        middle = y + tall / 2
        for at, line in enumerate(lines):
            parts.append(words(line, 0, middle + 5 + (at - (len(lines) - 1) / 2) * LINE, SIZE, fill=INK))
        parts += _stretch(one, whole, middle)
        y += tall
    x = _x(whole, on)
    parts.append(element("line", x1=x, y1=HEAD - 8, x2=x, y2=y, stroke=STATES["gap"].light.line, stroke_width=1.6))
    parts += _legend(y + 22)
    return picture(PAGE, y + FOOT, parts)


def _x(whole: Span, day: date) -> float:
    return NAMES + (PAGE - NAMES - 8) * min(max(whole.share(day), 0.0), 1.0)


def _stretch(one: Stretch, whole: Span, middle: float) -> Iterator[Markup]:
    left, right = _x(whole, one.start or whole.first), _x(whole, one.until or whole.last)
    if one.lasts:
        yield _bar(left, max(right - left, 3.0), middle, stands=one.stands)
    for day in one.signed:
        yield _signed(_x(whole, day), middle)
    if one.review:
        yield _review(_x(whole, one.review), middle)


def _bar(x: float, wide: float, middle: float, *, stands: bool) -> Markup:
    colour = LINES["leads"].light if stands else "none"
    edge = LINES["leads"].light if stands else SPENT
    dashes = "" if stands else "4 3"
    return rectangle(x, middle - BAR / 2, wide, BAR, fill=colour, stroke=edge, stroke_dasharray=dashes, rx=3)


def _review(x: float, middle: float) -> Markup:
    shape = f"M{x:.1f} {middle - MARK:.1f}L{x + MARK:.1f} {middle:.1f}L{x:.1f} {middle + MARK:.1f}L{x - MARK:.1f} {middle:.1f}Z"
    return element("path", d=shape, fill=INK, stroke="#FFFFFF", stroke_width=1.2)


def _signed(x: float, middle: float) -> Markup:
    shape = f"M{x - 5:.1f} {middle - 1:.1f}L{x - 1:.1f} {middle + 5:.1f}L{x + 6:.1f} {middle - 7:.1f}"
    return element("path", d=shape, fill="none", stroke=INK, stroke_width=2.4)


def _legend(y: float) -> Iterator[Markup]:
    yield _bar(0, 22, y, stands=True)
    yield words("in force", 28, y + 4, SMALL, fill=INK)
    yield _bar(100, 22, y, stands=False)
    yield words("not in force", 128, y + 4, SMALL, fill=INK)
    yield _signed(226, y)
    yield words("signed", 238, y + 4, SMALL, fill=INK)
    yield _review(306, y)
    yield words("review", 318, y + 4, SMALL, fill=INK)
    yield element("line", x1=386, y1=y - 8, x2=386, y2=y + 8, stroke=STATES["gap"].light.line, stroke_width=1.6)
    yield words("the day shown", 394, y + 4, SMALL, fill=INK)
