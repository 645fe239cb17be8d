"""Words inside shapes: text made plain, measured without a browser, and wrapped to the width of a box."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

NARROW = frozenset("iljtfrI.,;:'|!()[]/ -")
WIDE = frozenset("mwMW@%&—")
DIRECTION_MARKS = frozenset(
    "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
"""Characters that are not seen but turn the direction of what follows, or hide in a word."""


def plain(text: str) -> str:
    """Return `text` in one line without control characters and marks that change the direction of other text."""
    if text.isprintable():
        return " ".join(text.split())
    kept = (
        " " if unicodedata.category(one) in {"Cc", "Zl", "Zp"} else one for one in text if one not in DIRECTION_MARKS
    )
    return " ".join("".join(kept).split())


def width(text: str, size: float) -> float:
    """Return about how many pixels `text` takes in a sans-serif face of `size` pixels, rather too many than too few."""
    return size * sum(_em(one) for one in text)


def _em(one: str) -> float:
    if one in NARROW:
        return 0.36
    if one in WIDE:
        return 0.92
    if ord(one) > 0x2E80:
        return 1.05
    return 0.70 if one.isupper() else 0.60


def wrap(text: str, room: float, size: float, most: int = 2, ending: str = "") -> tuple[str, ...]:
    """Return `text` made plain and cut into at most `most` lines of `room` pixels, the last ending in "…" if it is cut.

    `ending` follows the last line, whether or not it is cut.
    """
    lines: list[str] = []
    for word in [*plain(text).split(" "), *filter(None, [ending.strip()])]:
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, size) <= room:
            lines[-1] = joined
        else:
            lines.extend(_pieces(word, room, size))
    if len(lines) <= most:
        return tuple(lines)
    kept, rest = lines[: most - 1], " ".join(lines[most - 1 :]).removesuffix(ending)
    return (*kept, _cut(rest, room - width(ending, size), size) + ending)


def _pieces(word: str, room: float, size: float) -> Iterable[str]:
    """Yield a word, in pieces where it alone is wider than the room."""
    piece = ""
    for one in word:
        if piece and width(piece + one, size) > room:
            yield piece
            piece = ""
        piece += one
    yield piece


def _cut(text: str, room: float, size: float) -> str:
    used = 0.0
    for at, one in enumerate(text):
        used += _em(one)
        if size * (used + _em("…")) > room:
            return text[:at].rstrip() + "…"
    return text.rstrip() + "…"


def count(number: int, one: str, many: str = "") -> str:
    """Return "1 place" or "3 places"; `many` is `one` with an s if not given."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(items: Iterable[str], most: int = 12) -> str:
    """Return the items made plain, separated by semicolons, at most `most` of them and how many more there are."""
    names = list(items)
    more = len(names) - most
    return "; ".join(map(plain, names[:most])) + (f"; and {more} more" if more > 0 else "")
