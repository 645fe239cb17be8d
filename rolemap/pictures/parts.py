"""Pictures that may be parted: rows under a head, so that what is too high for one slide stands on several.

Where the head and each row begin is said by a comment in the SVG, which no reader shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate

from rolemap.pictures.pages import even
from rolemap.pictures.svg import Markup, element, picture

MARK = re.compile(r"<!--(head|row) ([\d.]+)-->")

WIDE = re.compile(r'^<svg [^>]*?width="([\d.]+)"')

FOOT = 4.0
"""The room under the last row."""


def head_of(high: float, inside: Iterable[Markup]) -> Markup:
    """Return what stands above the rows, of this height, marked as such."""
    return Markup(f"<!--head {high:.2f}-->{''.join(inside)}")


def row_of(high: float, inside: Iterable[Markup]) -> Markup:
    """Return a row of this height, marked as such."""
    return Markup(f"<!--row {high:.2f}-->{''.join(inside)}")


def parted(svg: str, most: float) -> tuple[str, ...]:
    """Return a picture of marked rows as pictures at most `most` high, of about as many rows each, all under its head.

    A picture that is not marked, or that is no higher, is returned as it is; a row that is too high has its own.
    """
    _, *marked = MARK.split(svg.removesuffix("</svg>"))
    found = WIDE.search(svg)
    if found is None or marked[:1] != ["head"] or len(marked) < 6:
        return (svg,)
    above, head = float(marked[1]), Markup(marked[2])
    rows = [(float(high), Markup(inside)) for high, inside in zip(marked[4::3], marked[5::3], strict=True)]
    room = most - above - FOOT
    pages = even([high for high, _ in rows], (room, room))
    if len(pages) < 2:
        return (svg,)
    starts = list(accumulate((high for high, _ in rows), initial=0.0))
    return tuple(
        picture(
            float(found[1]),
            above + sum(rows[at][0] for at in page) + FOOT,
            [head, *(_moved(rows[at][1], starts[page[0]]) for at in page)],
        )
        for page in pages
    )


def _moved(row: Markup, up: float) -> Markup:
    return element("g", row, transform=f"translate(0 {-up:.2f})") if up else row
