"""Pictures on slides: how large they stand there, in how many parts, and whether a room could read them."""

from __future__ import annotations

from rolemap.pictures.parts import parted
from rolemap.reports.blocks import Picture
from rolemap.reports.typesetting import size

ACROSS, BESIDE, HIGH, RAISED_HIGH = 888.0, 554.0, 356.0, 392.0
"""How wide a picture may be alone and with words at its side, and how high under two lines and one of title, in points."""

TALL = 0.65
"""A picture that is higher than this share of its width has letters too small for a room: its words stand beside it."""

LEGIBLE, LARGE = 0.5, 0.8
"""A picture drawn at less than the first share of its size has letters that nobody in a room can read; one that may be
parted is drawn at no less than the second, at which its letters of 13 have 10 points."""

MOST_PARTS = 4
"""A picture of more parts than this stands in words."""


def fits(svg: str, high: float) -> tuple[bool, float]:
    """Return whether words stand beside a picture on a slide, and how large it then is, as a multiple of its own size.

    `high` is how high it may be.
    """
    broad, tall = size(svg)
    beside = tall > TALL * broad
    return beside, min((BESIDE if beside else ACROSS) / broad, high / tall)


def parts_of(picture: Picture, high: float) -> tuple[str, ...]:
    """Return what of a picture stands on each slide; nothing if its letters would be too small for a room."""
    whole = min(ACROSS / size(picture.svg)[0], high / size(picture.svg)[1])
    parts = parted(picture.svg, high / LARGE) if whole < LARGE else (picture.svg,)
    return parts if fits(parts[0], high)[1] >= LEGIBLE and len(parts) <= MOST_PARTS else ()
