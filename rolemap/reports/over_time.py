"""Clarity over time: how many squares are clear, assumed, contested or open on each day on which a map changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from rolemap.changes import ChangeSet, apply
from rolemap.graph import build
from rolemap.model import Landscape
from rolemap.model.words import day, percent
from rolemap.pictures.charts import Bar, bars
from rolemap.pictures.palette import STATES, state_key

MOST_MOMENTS = 12
"""How many days are worked out: each needs the whole map again."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A map on a day: how many squares that need a lead are in each state, by key, in the order of the legend."""

    on: date
    counts: Mapping[str, int]

    @property
    def needed(self) -> int:
        """Return how many squares need a lead."""
        return sum(self.counts.values())

    @property
    def clear(self) -> int:
        """Return how many of them are clear and rest on law or agreement."""
        return self.counts["clear"]

    @property
    def share(self) -> str:
        """Return how many are clear, of how many, in words; "none needed" of nothing."""
        if not self.needed:
            return "none needed"
        return f"{self.clear:,} of {self.needed:,} ({percent(self.clear, self.needed)}%)"


def over_time(landscape: Landscape, days: Iterable[date], change_sets: Sequence[ChangeSet] = ()) -> tuple[Moment, ...]:
    """Return a map on each of these days, the first `MOST_MOMENTS`, after the change sets that have begun by then.

    Raises InvalidMap where the changes do not fit the map.
    """
    chosen = sorted(set(days))[:MOST_MOMENTS]
    return tuple(_moment(apply(landscape, change_sets, on).landscape, on) for on in chosen)


def _moment(landscape: Landscape, on: date) -> Moment:
    found = Counter(state_key(cell) for cell in build(landscape, on).needed)
    return Moment(on, {key: found[key] for key in STATES if key != "not-needed"})


def sentence(moments: Sequence[Moment]) -> str:
    """Return how clarity changes from the first to the last of these days, in one sentence or two."""
    first, last = moments[0], moments[-1]
    if first.on == last.on and not first.needed:
        return f"On {day(first.on)} no lead is needed."
    if first.on == last.on:
        return f"On {day(first.on)}, {first.share} of the leads needed are clear and rest on law or agreement."
    said = (
        f"Clear and resting on law or agreement: {first.share} on {day(first.on)}, and {last.share} on {day(last.on)}"
    )
    if all(one.counts == first.counts for one in moments):
        return f"{said}: no known change alters the counts."
    steps = pairwise(moments)
    fall, when = min((after.clear - before.clear, after.on) for before, after in steps)
    return f"{said}." + (f" The largest fall, of {-fall:,}, comes on {day(when)}." if fall < 0 else "")


def chart(moments: Sequence[Moment]) -> str:
    """Return the days as bars, one under another, as SVG."""
    return bars([Bar(day(one.on), one.counts, f"{percent(one.clear, one.needed)}% clear") for one in moments])
