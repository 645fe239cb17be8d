"""Everything the graph knows about one role, organisation, responsibility, agreement or area."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rolemap.graph.cells import Cell
from rolemap.graph.kinds import EdgeKind, NodeKind, node_key
from rolemap.graph.rolegraph import RoleGraph
from rolemap.model import Entry, Part
from rolemap.problems import Location

MOST_LINES = 100
"""More lines of accountability than anybody reads for one role."""


@dataclass(frozen=True, slots=True)
class Tie:
    """One tie of an entry to another: what kind, the other's id and title, its nature, and where the map says so."""

    kind: EdgeKind
    outward: bool
    other: str
    title: str
    how: str
    area: str
    place: Location


@dataclass(frozen=True, slots=True)
class About:
    """Everything about one entry.

    `parts` are the cells it is in by part played (of a responsibility: all its cells, under LEADS);
    `ties` every other tie; `opens` the cells left without a lead if it went.
    """

    kind: NodeKind
    id: str
    title: str
    entry: Entry
    parts: dict[Part, tuple[Cell, ...]]
    ties: tuple[Tie, ...]
    opens: tuple[Cell, ...]


def kinds_of(graph: RoleGraph, id: str) -> tuple[NodeKind, ...]:
    """Return the kinds of entry that have this id in the graph; usually one, none if it is unknown or not in force."""
    return tuple(kind for kind in NodeKind if node_key(kind, id) in graph.network)


def about(graph: RoleGraph, kind: NodeKind, id: str) -> About:
    """Return everything about one entry of the graph. Raises KeyError if it is not there (see `kinds_of`)."""
    found = graph.network.nodes[node_key(kind, id)]["node"]
    return About(
        kind=kind,
        id=id,
        title=found.title,
        entry=found.entry,
        parts=_parts(graph, kind, id),
        ties=tuple(_ties(graph, node_key(kind, id))),
        opens=opened_without(graph, {id}) if kind in (NodeKind.ROLE, NodeKind.ORGANISATION) else (),
    )


def parties_of(graph: RoleGraph, party: str) -> tuple[str, ...]:
    """Return a party with, of an organisation, its posts: those whose parts are its parts."""
    return (party, *graph.roles_in(party))


def led_by(graph: RoleGraph, party: str, among: Iterable[Cell] | None = None) -> tuple[Cell, ...]:
    """Return the cells that need a lead and that a party, or a post of it, leads on; each once.

    `among` are the cells to look at, where that is not the whole map.
    """
    ours = parties_of(graph, party)
    every = among if among is not None else (cell for one in ours for cell in graph.cells_of(one))
    found = {(cell.responsibility, cell.area): cell for cell in every if cell.needed}
    return tuple(cell for cell in found.values() if not set(ours).isdisjoint(cell.leads))


def opened_without(graph: RoleGraph, gone: Iterable[str]) -> tuple[Cell, ...]:
    """Return the cells that need a lead and would have none if these roles and organisations went.

    A role goes with its organisation unless another of its organisations stays.
    """
    lost = set(gone)
    for id in sorted(lost):
        for role in graph.roles_in(id):
            if lost.issuperset(graph.organisations_of(role)):
                lost.add(role)
    touched = {
        (cell.responsibility, cell.area): cell
        for party in sorted(lost)
        for cell in graph.cells_of(party)
        if cell.needed
    }
    return tuple(cell for cell in touched.values() if cell.leads and lost.issuperset(cell.leads))


def _parts(graph: RoleGraph, kind: NodeKind, id: str) -> dict[Part, tuple[Cell, ...]]:
    if kind is NodeKind.RESPONSIBILITY:
        return {Part.LEADS: tuple(cell for cell in graph.cells if cell.responsibility == id)}
    if kind is NodeKind.AREA:
        return {Part.LEADS: tuple(cell for cell in graph.cells if cell.area == id)}
    if kind is NodeKind.AGREEMENT:
        return {Part.LEADS: tuple(cell for cell in graph.cells if id in cell.agreements)}
    found = {part: tuple(cell for cell in graph.cells_of(id) if id in cell.parties(part)) for part in Part}
    return {part: cells for part, cells in found.items() if cells}


def _ties(graph: RoleGraph, key: str) -> Iterable[Tie]:
    parts = {EdgeKind(part.value) for part in Part}
    for source, edge, target in graph.edges(key):
        if edge.kind not in parts:
            outward = node_key(source.kind, source.id) == key
            other = target if outward else source
            yield Tie(edge.kind, outward, other.id, other.title, edge.how, edge.area, edge.place)


def lines_up(graph: RoleGraph, party: str) -> tuple[tuple[str, ...], ...]:
    """Return every line of accountability upwards from a role: each a way of ids that ends where no further line goes.

    A line that comes back to a party already on it ends there. At most MOST_LINES are returned, since their number can
    double with every party on the way.
    """
    ways: list[tuple[str, ...]] = []
    waiting: list[tuple[str, ...]] = [(party,)]
    while waiting and len(ways) < MOST_LINES:
        way = waiting.pop()
        role = graph.landscape.roles.get(way[-1])
        onward = [line.to for line in role.accountable_to if line.to in graph.view.active] if role else []
        onward = [to for to in onward if to not in way]
        if onward:
            waiting.extend((*way, to) for to in reversed(onward))
        else:
            ways.append(way)
    return tuple(ways) if ways != [(party,)] else ()
