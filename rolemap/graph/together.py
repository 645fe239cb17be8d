"""Who works with whom: the responsibilities that bodies share, on what ground, and where they meet."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from itertools import combinations

from rolemap.graph.cells import Cell
from rolemap.graph.nearby import surroundings
from rolemap.graph.rolegraph import RoleGraph

Pair = tuple[str, str]
"""The ids of two organisations, in the order of letters."""


class Ground(StrEnum):
    """On what ground two bodies share a responsibility."""

    LEADS = "both are recorded as leads"
    HELPS = "one leads; the other delivers, contributes or is accountable"
    AGREEMENT = "both are parties to an agreement in force that covers it"


ANY = frozenset(Ground)


@dataclass(frozen=True, slots=True)
class Meeting:
    """One square that two bodies share, on what grounds, and which agreements they share there."""

    cell: Cell
    grounds: tuple[Ground, ...]
    agreements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Together:
    """Who works with whom in some squares: the responsibilities of every pair that shares any, in the order of the map."""

    pairs: Mapping[Pair, tuple[str, ...]]
    bodies: tuple[str, ...] = field(default=())
    """Every organisation that shares any, those that share most first."""

    def shared(self, one: str, other: str) -> int:
        """Return how many responsibilities two bodies share."""
        return len(self.pairs.get(pair_of(one, other), ()))

    def partners(self, body: str) -> tuple[tuple[str, int], ...]:
        """Return whom a body works with and on how many responsibilities, the most first."""
        found = [(other, self.shared(body, other)) for other in self.bodies if other != body]
        return tuple(sorted((one for one in found if one[1]), key=lambda one: -one[1]))


def pair_of(one: str, other: str) -> Pair:
    """Return two ids as a pair."""
    return (one, other) if one < other else (other, one)


def together(graph: RoleGraph, cells: Iterable[Cell], grounds: Container[Ground] = ANY) -> Together:
    """Return who works with whom in these squares on any of these grounds.

    Only bodies in force count; proposals do not, nor who is only consulted or told.
    """
    found: dict[Pair, dict[str, None]] = defaultdict(dict)
    covered: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for cell in cells:
        for pair, ground in _met(graph, cell):
            if ground in grounds:
                found[pair][cell.responsibility] = None
        for agreement in cell.agreements if Ground.AGREEMENT in grounds else ():
            covered[agreement, cell.area][cell.responsibility] = None
    parties = _parties(graph)
    for at, works in covered.items():
        for pair in combinations(sorted(parties(*at)), 2):
            found[pair].update(works)
    order = {id: at for at, id in enumerate(graph.landscape.responsibilities)}
    pairs = {pair: tuple(sorted(works, key=order.__getitem__)) for pair, works in found.items()}
    return Together(pairs, _ranked(graph, pairs))


def _met(graph: RoleGraph, cell: Cell) -> Iterator[tuple[Pair, Ground]]:
    """Yield every two bodies that meet in a square without an agreement, and on what ground."""
    leads = sorted(_bodies(graph, cell.leads))
    helpers = sorted(_bodies(graph, (*cell.accountable, *cell.delivers, *cell.contributes)).difference(leads))
    for pair in combinations(leads, 2):
        yield pair, Ground.LEADS
    for one in leads:
        for other in helpers:
            yield pair_of(one, other), Ground.HELPS


def meetings(
    graph: RoleGraph, cells: Iterable[Cell], pair: Pair, grounds: Container[Ground] = ANY
) -> Iterator[Meeting]:
    """Yield the squares that two bodies share on any of these grounds, in the order of the map."""
    both = set(pair)
    parties = _parties(graph)
    for cell in cells:
        papers = tuple(id for id in cell.agreements if both <= parties(id, cell.area))
        here = [ground for met, ground in _met(graph, cell) if met == pair]
        found = tuple(one for one in (*here, *([Ground.AGREEMENT] if papers else [])) if one in grounds)
        if found:
            yield Meeting(cell, found, papers)


def _bodies(graph: RoleGraph, parties: Iterable[str]) -> set[str]:
    active = graph.view.active
    return {id for party in parties for id in graph.organisations_of(party) if id in active}


def _parties(graph: RoleGraph) -> Callable[[str, str], frozenset[str]]:
    """Return a function from an agreement and an area to its parties there.

    A body of some other area is none: two boroughs with one agreement do not meet in what it covers in a third.
    """
    landscape, around = graph.landscape, surroundings(graph)

    @cache
    def bodies(agreement: str) -> tuple[str, ...]:
        return tuple(_bodies(graph, landscape.agreements[agreement].parties))

    @cache
    def concerns(body: str, area: str) -> bool:
        own = landscape.organisations[body].areas
        return not own or any(one in around(area) or area in around(one) for one in own)

    @cache
    def parties(agreement: str, area: str) -> frozenset[str]:
        return frozenset(body for body in bodies(agreement) if concerns(body, area))

    return parties


def _ranked(graph: RoleGraph, pairs: Mapping[Pair, tuple[str, ...]]) -> tuple[str, ...]:
    much: Counter[str] = Counter()
    for pair, works in pairs.items():
        for id in pair:
            much[id] += len(works)
    return tuple(sorted(much, key=lambda id: (-much[id], graph.landscape.title(id).casefold(), id)))
