"""The same responsibility in several places: who leads there by kind, what is most usual, and where it stands otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from rolemap.graph.cells import Cell
from rolemap.graph.rolegraph import RoleGraph
from rolemap.model import in_order

_Answer = TypeVar("_Answer", bound=Hashable)

Kinds = tuple[str, ...]
"""The kinds of the leads of a square: ids of role kinds or organisation types, else what a post is called; sorted."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How one place stands: its square, the kinds of its leads, and in what it is not as most of the others are.

    One that needs no lead and has none is not `counted`: it neither differs nor makes anything usual.
    """

    cell: Cell
    kinds: Kinds
    counted: bool
    other_lead: bool
    other_state: bool

    @property
    def differs(self) -> bool:
        """Return whether it is not as most of the others are, in either."""
        return self.other_lead or self.other_state


@dataclass(frozen=True, slots=True)
class Alike:
    """The places of one level. `kinds` counts those that count by the kinds of their leads, the most usual first.

    `usual` are the kinds of leads that more of them have than have any others; None where there are no such, and then none
    differs by its lead, though one may by its state.
    """

    level: str
    standings: tuple[Standing, ...]
    kinds: tuple[tuple[Kinds, int], ...]
    usual: Kinds | None


def side_by_side(graph: RoleGraph, cells: Iterable[Cell]) -> tuple[Alike, ...]:
    """Return how some squares of one responsibility stand, level by level, the widest first."""
    by_level: dict[str, list[Cell]] = {}
    for cell in cells:
        by_level.setdefault(cell.level, []).append(cell)
    return tuple(_alike(graph, level, by_level[level]) for level in in_order(graph.landscape.levels, by_level))


def _alike(graph: RoleGraph, level: str, cells: Sequence[Cell]) -> Alike:
    compared = [cell for cell in cells if counted(cell)]
    found = kinds_of_leads(graph, compared)
    waiting = iter(found)
    kinds = [next(waiting) if counted(cell) else None for cell in cells]
    usual = _usual(found)
    state = _usual(map(_state, compared))
    standings = (
        Standing(
            cell,
            here or (),
            counted=here is not None,
            other_lead=here is not None and usual is not None and here != usual,
            other_state=here is not None and state is not None and _state(cell) != state,
        )
        for cell, here in zip(cells, kinds, strict=True)
    )
    return Alike(level, tuple(standings), tuple(Counter(found).most_common()), usual)


def counted(cell: Cell) -> bool:
    """Return whether a square is compared with others: it needs a lead, or has one."""
    return cell.needed or bool(cell.leads)


def kinds_of_leads(graph: RoleGraph, cells: Sequence[Cell]) -> list[Kinds]:
    """Return the kinds of the leads of each square: each place's own director of public health is the same kind.

    A type of body that holds another one met among the squares counts as that one, as a unitary council beside an
    upper-tier council does.
    """
    plain = [plain_kinds(graph, cell) for cell in cells]
    met = Counter(kind for kinds in plain for kind in kinds)

    @cache
    def shared(kind: str) -> str:
        held = [one for one in sorted(graph.landscape.held_by(kind)) if one != kind and one in met]
        return max(held, key=met.__getitem__, default=kind)

    return [tuple(sorted(map(shared, kinds))) for kinds in plain]


def plain_kinds(graph: RoleGraph, cell: Cell) -> Kinds:
    """Return the kinds of the leads of one square by itself: of posts their kind, of bodies their type."""
    landscape = graph.landscape
    found = []
    for lead in cell.leads:
        role = landscape.roles.get(lead)
        found.append((role.kind or role.title) if role else landscape.organisations[lead].type or lead)
    return tuple(sorted(found))


def differing(graph: RoleGraph, cells: Iterable[Cell]) -> bool:
    """Return whether squares of one responsibility differ in the kinds of their leads or in their state."""
    compared = [cell for cell in cells if counted(cell)]
    return len(set(zip(kinds_of_leads(graph, compared), map(_state, compared), strict=True))) > 1


def _state(cell: Cell) -> tuple[str, bool | None]:
    return cell.state.value, cell.backed


def _usual(found: Iterable[_Answer]) -> _Answer | None:
    """Return what occurs more often than anything else, and more than once; else None."""
    ranked = Counter(found).most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
