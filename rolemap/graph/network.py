"""From a landscape as at a date and its cells to the NetworkX graph: typed nodes, typed edges, a place on each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

import networkx as nx

from rolemap.graph.asat import AsAt
from rolemap.graph.cells import Cell
from rolemap.graph.kinds import PART_EDGES, Edge, EdgeKind, Node, NodeKind, node_key
from rolemap.model import Area, Organisation, Part, Role, by_part
from rolemap.problems import Location

Link = tuple[str, str, Edge]
"""From node key, to node key, what the edge says."""


def connect(view: AsAt, cells: tuple[Cell, ...], playing: Iterable[str]) -> nx.MultiDiGraph[str]:
    """Return the graph of everything in force that the map is about or refers to; catalogue entries it never meets stay out.

    `playing` are the parties that play a part in any of the cells.
    """
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    nodes = {node_key(found.kind, found.id): found for found in _nodes(view, cells, playing)}
    network.add_nodes_from((key, {"node": value}) for key, value in nodes.items())
    links = chain(_part_links(view, cells), _other_links(view))
    for number, (source, target, edge) in enumerate(links):
        if source in nodes and target in nodes:
            network.add_edge(source, target, key=number, edge=edge)
    return network


def _nodes(view: AsAt, cells: tuple[Cell, ...], playing: Iterable[str]) -> Iterator[Node]:
    landscape = view.landscape
    for area in _areas(view, cells):
        yield Node(NodeKind.AREA, area, landscape.areas[area].name, landscape.areas[area])
    for party in _parties(view, playing):
        found = landscape.party(party)
        if found is not None:
            kind = NodeKind.ROLE if isinstance(found, Role) else NodeKind.ORGANISATION
            yield Node(kind, party, found.title, found)
    for responsibility in landscape.responsibilities.values():
        if responsibility.in_force(view.on):
            yield Node(NodeKind.RESPONSIBILITY, responsibility.id, responsibility.title, responsibility)
    for agreement in landscape.agreements.values():
        yield Node(NodeKind.AGREEMENT, agreement.id, agreement.title, agreement)


def _areas(view: AsAt, cells: tuple[Cell, ...]) -> Iterable[str]:
    """Return the areas of the map, those it speaks of, and all that they lie within."""
    areas = view.landscape.areas
    found = dict.fromkeys(view.scope)
    found.update(dict.fromkeys(cell.area for cell in cells))
    waiting = list(found)
    while waiting:
        for parent in areas[waiting.pop()].within:
            if parent not in found and areas[parent].in_force(view.on):
                found[parent] = None
                waiting.append(parent)
    return found


def _parties(view: AsAt, playing: Iterable[str]) -> Iterable[str]:
    """Return the map's own roles and organisations in force, those of its areas, and those its entries refer to."""
    landscape = view.landscape
    scope = set(view.scope)
    found: dict[str, None] = {}
    for entries in (landscape.organisations.values(), landscape.roles.values()):
        for entry in entries:
            if not entry.catalogue or not scope.isdisjoint(view.areas_of(entry.id)):
                found[entry.id] = None
    found.update(dict.fromkeys(playing))
    for role in list(found):
        if role in landscape.roles:
            found.update(dict.fromkeys(landscape.roles[role].organisations))
            found.update(dict.fromkeys(line.to for line in landscape.roles[role].accountable_to))
    for agreement in landscape.agreements.values():
        found.update(dict.fromkeys(agreement.parties))
    return [party for party in found if party in view.active]


def _part_links(view: AsAt, cells: tuple[Cell, ...]) -> Iterator[Link]:
    """Yield an edge for every part a party plays in a cell, at the place of the assignment that says so."""
    keys = {id: node_key(NodeKind.ORGANISATION, id) for id in view.landscape.organisations}
    keys |= {id: node_key(NodeKind.ROLE, id) for id in view.landscape.roles}
    targets = {id: node_key(NodeKind.RESPONSIBILITY, id) for id in view.landscape.responsibilities}
    for cell in cells:
        target = targets[cell.responsibility]
        said = cell.candidates
        for part, parties in by_part(cell):
            for party in parties:
                place = said[0].place if len(said) == 1 else _said_at(view, cell, part, party)
                yield keys[party], target, Edge(PART_EDGES[part], place, cell.area)


def _said_at(view: AsAt, cell: Cell, part: Part, party: str) -> Location:
    """Return the place of the first candidate that gives `party` this part."""
    for candidate in cell.candidates:
        named = candidate.parties(part)
        if party in named or party in view.resolve(named, cell.area, view.active):
            return candidate.place
    return cell.candidates[0].place


def _other_links(view: AsAt) -> Iterator[Link]:
    landscape = view.landscape
    for role in landscape.roles.values():
        yield from _role_links(view, role)
    for organisation in landscape.organisations.values():
        key = node_key(NodeKind.ORGANISATION, organisation.id)
        yield from _serves(view, key, organisation)
        yield from _becomes(key, NodeKind.ORGANISATION, organisation, organisation.becomes)
    for area in landscape.areas.values():
        key = node_key(NodeKind.AREA, area.id)
        for parent, share in area.within.items():
            how = "" if share is None else f"{share:g}"
            yield key, node_key(NodeKind.AREA, parent), Edge(EdgeKind.WITHIN, area.place, how=how)
        yield from _becomes(key, NodeKind.AREA, area, area.becomes)
    for responsibility in landscape.responsibilities.values():
        if responsibility.part_of:
            yield (
                node_key(NodeKind.RESPONSIBILITY, responsibility.id),
                node_key(NodeKind.RESPONSIBILITY, responsibility.part_of),
                Edge(EdgeKind.PART_OF, responsibility.place),
            )
    yield from _agreement_links(view)


def _role_links(view: AsAt, role: Role) -> Iterator[Link]:
    key = node_key(NodeKind.ROLE, role.id)
    yield from _serves(view, key, role)
    for organisation in role.organisations:
        yield key, node_key(NodeKind.ORGANISATION, organisation), Edge(EdgeKind.BELONGS_TO, role.place)
    for line in role.accountable_to:
        yield key, _party_key(view, line.to), Edge(EdgeKind.ANSWERS_TO, line.place, how=line.how)


def _serves(view: AsAt, key: str, party: Role | Organisation) -> Iterator[Link]:
    for area in view.areas_of(party.id):
        yield key, node_key(NodeKind.AREA, area), Edge(EdgeKind.SERVES, party.place)


def _becomes(key: str, kind: NodeKind, entry: Area | Organisation, becomes: tuple[str, ...]) -> Iterator[Link]:
    for successor in becomes:
        yield key, node_key(kind, successor), Edge(EdgeKind.BECOMES, entry.place)


def _agreement_links(view: AsAt) -> Iterator[Link]:
    for agreement in view.landscape.agreements.values():
        key = node_key(NodeKind.AGREEMENT, agreement.id)
        for party in agreement.parties:
            yield _party_key(view, party), key, Edge(EdgeKind.PARTY_TO, agreement.place)
        for cover in agreement.covers:
            target = node_key(NodeKind.RESPONSIBILITY, cover.responsibility)
            yield key, target, Edge(EdgeKind.COVERS, cover.place, agreement.where(cover))


def _party_key(view: AsAt, party: str) -> str:
    kind = NodeKind.ROLE if party in view.landscape.roles else NodeKind.ORGANISATION
    return node_key(kind, party)
