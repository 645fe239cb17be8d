"""What agreements ask for by when: reviews and ends of this year first, those that have passed above all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rolemap.graph import RoleGraph
from rolemap.model import Agreement

REVIEW, ENDS = "Review", "Ends"


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """A day by which something is to be done about an agreement; `what` is REVIEW or ENDS."""

    day: date
    what: str
    agreement: str


def due(graph: RoleGraph, agreements: Iterable[Agreement]) -> tuple[Due, ...]:
    """Return what falls due by the end of the graph's year, the earliest first: also reviews and ends that have passed.

    Of one that has run out only the end is said, until it is marked as ended or replaced. Agreements that are over by
    their status, replaced, or not agreed, which bind nobody yet, ask for nothing.
    """
    last = date(graph.on.year, 12, 31)
    found = []
    for one in agreements:
        if one.binds and one.id not in graph.view.replaced:
            ran_out = one.ended(graph.on)
            days = ((None if ran_out else one.review, REVIEW), (one.until, ENDS))
            found += [Due(day, what, one.id) for day, what in days if day is not None and day <= last]
    return tuple(sorted(found))
