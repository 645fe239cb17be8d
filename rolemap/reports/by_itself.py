"""What a map with changes tried on it is without them: its figures on the same day, and what ends by itself until then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rolemap.graph import Cell, RoleGraph, Wanted, build
from rolemap.model import Landscape
from rolemap.model.words import counted, day, listed
from rolemap.reports.blocks import Callout, Run, Tone

MOST_ENDED = 4
"""How many bodies that end by themselves are named."""

TITLE = "What these changes do, and what comes by itself"


@dataclass(frozen=True, slots=True)
class Then:
    """A map on a day, without changes tried on it, and its places that need a lead and that a report is about."""

    graph: RoleGraph
    needed: tuple[Cell, ...]

    @classmethod
    def of(cls, landscape: Landscape, on: date, wanted: Wanted) -> Then:
        """Return a map as at a day with what is wanted of it."""
        graph = build(landscape, on)
        known = landscape.responsibilities
        return cls(graph, tuple(cell for cell in graph.needed if wanted.keeps(cell, known[cell.responsibility].also)))


def by_itself(today: Then | None, without: Then, with_them: Sequence[Cell]) -> Callout:
    """Return a box with the figures of a day without and with the changes; `with_them` are the places that need a lead.

    Where the map is known as at an earlier day too, `today`, it also says what changes by itself from then on: how many
    leads are needed, at which levels, and what ends.
    """
    on = day(without.graph.on)
    before = f"{_figures(today.needed)} on {day(today.graph.on)}; " if today is not None else ""
    said = [
        "Leads needed, and in brackets those that are clear and rest on law or agreement: "
        f"{before}{_figures(without.needed)} on {on} without these changes; {_figures(with_them)} with them, which is what "
        "this report tells. What these changes do is the difference between the last two."
    ]
    if today is not None:
        said.append(_until_then(today, without))
    return Callout(Tone.NOTE, TITLE, (Run(" ".join(said)),))


def _figures(cells: Sequence[Cell]) -> str:
    """Return "499 (454)": how many leads are needed, and how many are clear and rest on law or agreement."""
    return f"{len(cells):,} ({sum(cell.sure for cell in cells):,})"


def _until_then(today: Then, without: Then) -> str:
    """Return what changes by itself from one day to the other, as sentences."""
    title = without.graph.landscape.title
    before, after = (Counter(cell.level for cell in one.needed) for one in (today, without))
    moved = [
        f"at {title(level).lower()} level" * bool(level) + f" from {before[level]:,} to {after[level]:,}"
        for level in dict.fromkeys((*before, *after))
        if before[level] != after[level]
    ]
    ends = list(_ends(today.graph, without.graph))
    if not ends and not moved:
        return "Without these changes nothing ends in between."
    then = [f"the leads needed go {listed(moved, len(moved))}"] if moved else []
    said = [listed(ends, len(ends)), *then] if ends else then
    return f"Without these changes, in between: {'; '.join(said)}."


def _ends(today: RoleGraph, without: RoleGraph) -> Iterator[str]:
    """Yield which bodies end by themselves, and how many posts and agreements, in words."""
    landscape = without.landscape
    gone = today.view.active - without.view.active
    bodies = [one for id, one in landscape.organisations.items() if id in gone]
    for one in bodies[:MOST_ENDED]:
        yield f"{one.name} ends{f' on {day(one.until)}' if one.until else ''}"
    posts = sum(id in gone for id in landscape.roles)
    over = sum(today.view.in_use(one) and not without.view.in_use(one) for one in landscape.agreements.values())
    more = len(bodies) - MOST_ENDED
    for number, one_, many in (
        (more, "more body ends", "more bodies end"),
        (posts, "post goes", "posts go"),
        (over, "agreement runs out", "agreements run out"),
    ):
        if number > 0:
            yield counted(number, one_, many)
