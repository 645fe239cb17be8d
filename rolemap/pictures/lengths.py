"""Numbers beside each other as SVG: a bar for each name, its number written at its end, one of them marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rolemap.pictures.charts import BOLD, INK, LINE, NAMES, PAGE, SIZE
from rolemap.pictures.labels import wrap
from rolemap.pictures.palette import LINES
from rolemap.pictures.svg import Markup, picture, rectangle, words

OTHER = "#8A99A8"
BAR = 16.0
NUMBER = 60.0
"""The room for the number after the longest bar."""


@dataclass(frozen=True, slots=True)
class Length:
    """One bar: its name and number; `own` marks the one that the chart is about, in bold and in words."""

    name: str
    number: int
    own: bool = False


def lengths(found: Sequence[Length]) -> str:
    """Return the bars one under another, the longest as wide as there is room."""
    most = max((one.number for one in found), default=0) or 1
    parts: list[Markup] = []
    y = 6.0
    for one in found:
        bold = "bold" if one.own else ""
        lines = wrap(
            f"{one.name} (this one)" if one.own else one.name, (NAMES + 70) / (BOLD if one.own else 1), SIZE, 3
        )
        tall = max(BAR + 10, len(lines) * LINE + 6)
        middle = y + tall / 2
        for at, line in enumerate(lines):
            down = middle + 5 + (at - (len(lines) - 1) / 2) * LINE
            parts.append(words(line, 0, down, SIZE, fill=INK, font_weight=bold))
        start = NAMES + 84
        wide = (PAGE - start - NUMBER) * one.number / most
        if one.number:
            parts.append(rectangle(start, middle - BAR / 2, wide, BAR, fill=LINES["leads"].light if one.own else OTHER))
        parts.append(words(f"{one.number:,}", start + wide + 6, middle + 5, SIZE, fill=INK, font_weight=bold))
        y += tall
    return picture(PAGE, max(y + 6, 20.0), parts)
