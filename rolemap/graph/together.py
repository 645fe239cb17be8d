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


Bodies = Callable[[str], tuple[str, ...]]
"""From a party to the organisations in force behind it."""


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
    bodies = _bodies(graph)
    for cell in cells:
        for pair, ground in _met(bodies, cell):
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


def _met(bodies: Bodies, cell: Cell) -> Iterator[tuple[Pair, Ground]]:
    """Yield every two bodies that meet in a square without an agreement, and on what ground."""
    leads = sorted({id for party in cell.leads for id in bodies(party)})
    if not leads:
        return
    others = (*cell.accountable, *cell.delivers, *cell.contributes)
    helpers = sorted({id for party in others for id in bodies(party)}.difference(leads))
    for pair in combinations(leads, 2):
        yield pair, Ground.LEADS
    for one in leads:
        for other in helpers:
            yield pair_of(one, other), Ground.HELPS


def meetings(
    graph: RoleGraph, cells: Iterable[Cell], pairs: Iterable[Pair], grounds: Container[Ground] = ANY
) -> dict[Pair, list[Meeting]]:
    """Return the squares that each of some pairs shares on any of these grounds, in the order of the map, in one pass."""
    found: dict[Pair, list[Meeting]] = {pair: [] for pair in pairs}
    parties, bodies = _parties(graph), _bodies(graph)

    @cache
    def signed(agreement: str, area: str) -> tuple[Pair, ...]:
        return tuple(pair for pair in combinations(sorted(parties(agreement, area)), 2) if pair in found)

    for cell in cells:
        papers: dict[Pair, list[str]] = defaultdict(list)
        for agreement in cell.agreements:
            for pair in signed(agreement, cell.area):
                papers[pair].append(agreement)
        met = {pair: ground for pair, ground in _met(bodies, cell) if pair in found}
        for pair in dict.fromkeys((*met, *papers)):
            here = (*([met[pair]] if pair in met else []), *([Ground.AGREEMENT] if pair in papers else []))
            kept = tuple(one for one in here if one in grounds)
            if kept:
                found[pair].append(Meeting(cell, kept, tuple(papers.get(pair, ()))))
    return found


def _bodies(graph: RoleGraph) -> Bodies:
    """Return a function from a party to the bodies in force behind it."""
    active = graph.view.active

    @cache
    def bodies(party: str) -> tuple[str, ...]:
        return tuple(id for id in graph.organisations_of(party) if id in active)

    return bodies


def _parties(graph: RoleGraph) -> Callable[[str, str], frozenset[str]]:
    """Return a function from an agreement and an area to its parties there.

    A body of some other area is none: two boroughs with one agreement do not meet in what it covers in a third.
    """
    landscape, around = graph.landscape, surroundings(graph)

    bodies = _bodies(graph)

    @cache
    def signed(agreement: str) -> frozenset[str]:
        return frozenset(id for party in landscape.agreements[agreement].parties for id in bodies(party))

    @cache
    def concerns(body: str, area: str) -> bool:
        own = landscape.organisations[body].areas
        return not own or any(one in around(area) or area in around(one) for one in own)

    @cache
    def parties(agreement: str, area: str) -> frozenset[str]:
        return frozenset(body for body in signed(agreement) if concerns(body, area))

    return parties


def _ranked(graph: RoleGraph, pairs: Mapping[Pair, tuple[str, ...]]) -> tuple[str, ...]:
    much: Counter[str] = Counter()
    for pair, works in pairs.items():
        for id in pair:
            much[id] += len(works)
    return tuple(sorted(much, key=lambda id: (-much[id], graph.landscape.title(id).casefold(), id)))
