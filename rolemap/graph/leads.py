"""Who leads on what, as rows: one for each responsibility in each area that needs a lead or is spoken of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from rolemap.graph.cells import Cell, State
from rolemap.graph.rolegraph import RoleGraph
from rolemap.model import Part
from rolemap.problems import did_you_mean

ASSUMED = "assumed"
"""What people call a clear cell whose leads rest on no law and no agreement; a choice beside the states."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row. Parties are ids; `basis`, `status`, `start` and `until` are those of the assignment that names the lead.

    `needed` tells rows that are counted from others that the map speaks of without a need.
    """

    responsibility: str
    title: str
    pillar: str
    level: str
    area: str
    state: str
    backed: bool | None
    leads: tuple[str, ...]
    accountable: tuple[str, ...]
    delivers: tuple[str, ...]
    contributes: tuple[str, ...]
    consulted: tuple[str, ...]
    informed: tuple[str, ...]
    basis: str
    status: str
    start: date | None
    until: date | None
    needed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which rows are wanted; an empty choice wants all. `states` may hold `assumed` besides the states."""

    levels: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    pillars: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()

    def keeps(self, cell: Cell, also: tuple[str, ...] = ()) -> bool:
        """Return whether a cell is wanted; `also` are further pillars of its responsibility."""
        return (
            (not self.levels or cell.level in self.levels)
            and (not self.areas or cell.area in self.areas)
            and (not self.pillars or cell.pillar in self.pillars or not self.pillars.isdisjoint(also))
            and (not self.states or cell.state in self.states or (ASSUMED in self.states and _assumed(cell)))
        )

    def unknown_in(self, graph: RoleGraph) -> str:
        """Return a sentence on the first choice that the map does not know, with the nearest it does; else empty."""
        landscape = graph.landscape
        known: tuple[tuple[str, frozenset[str], Iterable[str]], ...] = (
            ("level", self.levels, landscape.levels),
            ("area", self.areas, landscape.areas),
            ("pillar", self.pillars, landscape.pillars),
            ("state", self.states, (ASSUMED, *State)),
        )
        for word, chosen, choices in known:
            for value in sorted(chosen.difference(choices)):
                hint = did_you_mean(value, choices) or f"Known: {', '.join(list(choices)[:20])}."
                return f'There is no {word} called "{value}" in this map. {hint}'
        return ""


def _assumed(cell: Cell) -> bool:
    return cell.state is State.CLEAR and cell.backed is False


def rows(graph: RoleGraph, wanted: Wanted | None = None) -> tuple[Row, ...]:
    """Return the rows wanted, in the order of the map."""
    return tuple(row(graph, cell) for cell in wanted_cells(graph, wanted or Wanted()))


def wanted_cells(graph: RoleGraph, wanted: Wanted) -> Iterator[Cell]:
    """Yield the cells wanted, in the order of the map."""
    for cell in graph.cells:
        if wanted.keeps(cell, graph.landscape.responsibilities[cell.responsibility].also):
            yield cell


def row(graph: RoleGraph, cell: Cell) -> Row:
    """Return the row of a cell."""
    naming = next((one for one in cell.candidates if one.leads), None)
    naming = naming or next(iter(cell.candidates), None) or next(iter(cell.proposed), None)
    return Row(
        responsibility=cell.responsibility,
        title=graph.landscape.responsibilities[cell.responsibility].title,
        pillar=cell.pillar,
        level=cell.level,
        area=cell.area,
        state=cell.state.value,
        backed=cell.backed,
        **{part.value: cell.parties(part) for part in Part},
        basis=naming.basis if naming and cell.leads else "",
        status=naming.status if naming else "",
        start=naming.start if naming else None,
        until=naming.until if naming else None,
        needed=cell.needed,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many cells there are and in which state. `backed` counts those both clear and backed."""

    cells: int = 0
    clear: int = 0
    backed: int = 0
    contested: int = 0
    gap: int = 0
    vacant: int = 0
    proposed: int = 0

    @property
    def clarity(self) -> float | None:
        """Return the share of cells both clear and backed, 0 to 1; None where there are no cells."""
        return self.backed / self.cells if self.cells else None


def count(cells: Iterable[Cell]) -> Counts:
    """Return the counts of some cells."""
    totals = dict.fromkeys(State, 0)
    sure = number = 0
    for cell in cells:
        number += 1
        sure += cell.sure
        totals[cell.state] += 1
    return Counts(cells=number, backed=sure, **{state.value: total for state, total in totals.items()})


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of all cells that need a lead, and of each level and pillar that has any."""

    all: Counts
    by_level: dict[str, Counts]
    by_pillar: dict[str, Counts]


def summarise(graph: RoleGraph) -> Summary:
    """Return the counts of a graph, levels and pillars in the order of the map."""
    by_level: dict[str, list[Cell]] = {level: [] for level in graph.landscape.levels}
    by_pillar: dict[str, list[Cell]] = {pillar: [] for pillar in graph.landscape.pillars}
    for cell in graph.needed:
        by_level.setdefault(cell.level, []).append(cell)
        by_pillar.setdefault(cell.pillar, []).append(cell)
    return Summary(
        all=count(graph.needed),
        by_level={level: count(cells) for level, cells in by_level.items() if cells},
        by_pillar={pillar: count(cells) for pillar, cells in by_pillar.items() if cells},
    )
