"""Who holds a function: the body the law names, else whom the map says is accountable, delegates it or may hold it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rolemap.graph import Cell, RoleGraph
from rolemap.graph.nearby import surroundings
from rolemap.model import Agreement, Delegation, Landscape, Law, Pattern
from rolemap.reports.sections.signing import remark
from rolemap.reports.words import kind_name, lower_first

NOT_RECORDED = "Not recorded"

MOST_HOLDERS = 3
"""How many holders are named one by one."""

DELEGATED = "delegated"
"""The kind of law by which a function is exercised for the body that has it."""

ACCOUNTABLE, DELEGATES, MAY = "accountable", "delegates it", "may hold it"
"""What makes a holder of whom the law does not name."""

HOW = (
    "“Held by” names the body or post to which the law on record gives the function: where the law names a kind of body, the "
    "one of the area, or else the one that covers it. A delegated function is held by the body that delegates it. Where the "
    "law names nobody, words beside the name say what makes it the holder here."
)
WORDS = {
    ACCOUNTABLE: "“(accountable)” is who is accountable on this map",
    DELEGATES: "“(delegates it)” is who hands it over by an agreement in force",
    MAY: "“(may hold it)” is who leads and is among those that may",
}
"""What stands behind a holder whom the law does not name, for the note under a table."""

Handed = Sequence[tuple[Agreement, Delegation]]


@dataclass(frozen=True, slots=True)
class Holding:
    """Who holds a function, as ids; `how` is empty where the law names them, else one of `WORDS`.

    `elsewhere` says that the law names kinds of body none of which covers the area, so that nobody here holds it in law.
    """

    parties: tuple[str, ...]
    how: str = ""
    elsewhere: bool = False


class Holders:
    """Finds who holds each function of a graph; remembers which areas lie around an area."""

    def __init__(self, graph: RoleGraph) -> None:
        self._graph = graph
        self._around = surroundings(graph)

    def of(self, cell: Cell, handed: Handed, to_leads: Handed) -> Holding:
        """Return who holds a function in an area.

        `handed` are the delegations in force that cover it, `to_leads` those of them to whoever leads on it there: who
        delegates a part to a lead holds that part beside the body the law names.
        """
        law = self._graph.landscape.responsibilities[cell.responsibility].law
        named = self._named(kinds_of(law), cell.area)
        if named and law.kind != DELEGATED:
            named = tuple(dict.fromkeys((*named, *_givers(to_leads))))
        if named:
            return Holding(named)
        elsewhere = bool(kinds_of(law))
        receivers = {part.to for _, part in handed}
        accountable = tuple(one for one in cell.accountable if law.kind != DELEGATED or one not in cell.leads)
        in_law = tuple(one for one in accountable if not self._graph.view.sorts_of(one).isdisjoint(kinds_of(law)))
        if in_law:
            return Holding(in_law)
        if accountable and not receivers.issuperset(accountable):
            return Holding(accountable, ACCOUNTABLE, elsewhere)
        givers = _givers(to_leads) or _givers(handed)
        if givers:
            return Holding(givers, DELEGATES, elsewhere)
        may = set(self._own(law.may_hold, cell.area))
        return Holding(tuple(lead for lead in cell.leads if lead in may), MAY, elsewhere)

    def _named(self, kinds: Sequence[str], area: str) -> tuple[str, ...]:
        """Return the bodies and posts of these kinds in an area, or else those whose area it lies in.

        Of one kind around an area the widest is meant: a regional team is part of the body that the law names.
        """
        own = tuple(dict.fromkeys(self._own(kinds, area)))
        if own:
            return own
        around = [(_width(self._graph.landscape, (one,)), one) for one in self._around(area)]
        widest_first = [one for _, one in sorted(around)]
        found: dict[str, None] = {}
        for kind in kinds:
            here = (tuple(self._own((kind,), one)) for one in widest_first)
            found.update(dict.fromkeys(next(filter(None, here), ())))
        return tuple(found)

    def _own(self, kinds: Iterable[str], area: str) -> Iterator[str]:
        """Yield the bodies and posts in force of these kinds whose own area it is."""
        for kind in kinds:
            for pattern in (Pattern.TYPE, Pattern.KIND):
                for party in self._graph.view.stands_for(f"{pattern}{kind}", area):
                    if party in self._graph.view.active:
                        yield party


def kinds_of(law: Law) -> tuple[str, ...]:
    """Return the kinds of body and post to whom the law gives a function; of a delegated one not who exercises it."""
    return law.delegated_by if law.kind == DELEGATED else law.holder


def _givers(handed: Handed) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.giver for _, part in handed if part.giver and part.giver != part.to))


def held_by(graph: RoleGraph, cell: Cell, held: Holding, name: Callable[[str], str]) -> str:
    """Return who holds a function: by name, of many by kind with their number, else the kinds of body the law names."""
    in_law = _in_law(graph, cell) if held.elsewhere else ""
    if not held.parties:
        return in_law or NOT_RECORDED
    named = _by_kind(graph, held.parties, name) if len(held.parties) > MOST_HOLDERS else map(name, held.parties)
    said = "; ".join(dict.fromkeys(named)) + (f" ({held.how})" if held.how else "")
    return f"{in_law}; here {said}" if in_law else said


def held_in_short(graph: RoleGraph, cell: Cell, held: Holding, name: Callable[[str], str]) -> str:
    """Return who holds a function for the box of a picture: as `held_by`, but only whom the law names where it does."""
    return _in_law(graph, cell) if held.elsewhere else held_by(graph, cell, held, name)


def _by_kind(graph: RoleGraph, parties: Sequence[str], name: Callable[[str], str]) -> Iterator[str]:
    bodies = graph.landscape.organisations
    of: dict[str, list[str]] = {}
    for id in parties:
        of.setdefault(bodies[id].type if id in bodies else "", []).append(id)
    for type_id, ids in of.items():
        yield name(ids[0]) if len(ids) == 1 else f"{kind_name(graph, type_id) or 'other'} ({len(ids)})"


def _in_law(graph: RoleGraph, cell: Cell) -> str:
    """Return whom the law names where none of them covers the area: a body that did and has ended, or else the kinds."""
    wanted = kinds_of(graph.landscape.responsibilities[cell.responsibility].law)
    around = surroundings(graph)
    ended = _ended(graph, wanted, around(cell.area))
    if ended:
        return f"In law: {'; '.join(f'{graph.landscape.title(id)}{remark(graph, id)}' for id in ended)}"
    kinds = " or ".join(lower_first(kind_name(graph, id)) for id in wanted)
    within = any(
        cell.area in around(area)
        for (kind, area), ids in graph.view.by_type.items()
        if kind in wanted and not graph.view.active.isdisjoint(ids)
    )
    none = "which is not recorded here" if len(wanted) == 1 else "none of which is recorded here"
    return f"In law: {kinds}, {'each for its own area' if within else none}"


def _ended(graph: RoleGraph, kinds: Sequence[str], around: frozenset[str]) -> list[str]:
    """Return the bodies of these kinds that covered an area and were the last to end; of those the ones of widest area."""
    landscape = graph.landscape
    found = [
        (-one.until.toordinal(), _width(landscape, around.intersection(one.areas)), id)
        for id, one in landscape.organisations.items()
        if one.until is not None
        and one.ended(graph.on)
        and one.status != "proposed"
        and not around.isdisjoint(one.areas)
        and not landscape.types_of(id).isdisjoint(kinds)
    ]
    first = min(found, default=None)
    return [id for last, width, id in found if first is not None and (last, width) == first[:2]]


def _width(landscape: Landscape, areas: Iterable[str]) -> int:
    """Return how wide the widest of some areas is: the order of its level, which is least for the widest."""
    levels = (landscape.areas[area].level for area in areas)
    return min((landscape.levels[level].order for level in levels if level in landscape.levels), default=0)
