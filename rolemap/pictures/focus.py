"""What a picture is about: the filters, and what lies near the one thing in focus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rolemap.graph import Cell, EdgeKind, NodeKind, RoleGraph, node_key
from rolemap.pictures.palette import state_key

FEW = 300
"""How many shapes a picture shows by default: more cannot be read on a projector."""

MOST = 1000
"""How many shapes a picture ever shows: beyond, browsers redraw fewer than 30 times a second."""


FEW_AGREEMENTS = 8
"""How many agreements of a role or organisation are drawn beside what it leads; more hide it, and are left out."""


@dataclass(frozen=True, slots=True)
class Focus:
    """What a picture is about.

    `about` is the node key of a role, organisation, responsibility or agreement (`role/easton-dph`), or empty for
    everything: what is far from it is dimmed. `levels`, `areas`, `pillars` and `states` (keys of `palette.STATES`)
    leave out everything else; empty means all. `gather` draws those alike as one shape where there are many.
    """

    about: str = ""
    levels: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    pillars: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    gather: bool = True
    limit: int = FEW

    @property
    def kind(self) -> str:
        """Return the kind of what is in focus ("role", ...), or an empty text."""
        return self.about.partition("/")[0]

    @property
    def id(self) -> str:
        """Return the id of what is in focus, or an empty text."""
        return self.about.partition("/")[2]

    @property
    def filtered(self) -> bool:
        """Return whether a filter leaves anything out."""
        return bool(self.levels or self.areas or self.pillars or self.states)


@dataclass(frozen=True, slots=True)
class Near:
    """What lies near the focus: `core` is itself and what belongs to it; `cells` count by position in what was chosen.

    `lines` says whether its lines of accountability belong to the picture.
    """

    core: frozenset[str]
    parties: frozenset[str]
    agreements: tuple[str, ...]
    cells: frozenset[int]
    lines: bool = False


def chosen(graph: RoleGraph, focus: Focus) -> tuple[Cell, ...]:
    """Return the cells the filters let through, in the order of the map: those that need a lead or have somebody."""
    responsibilities = graph.landscape.responsibilities
    pillars = set(focus.pillars)
    return tuple(
        cell
        for cell in graph.cells
        if (not focus.levels or cell.level in focus.levels)
        and (not focus.areas or cell.area in focus.areas)
        and (
            not pillars or cell.pillar in pillars or not pillars.isdisjoint(responsibilities[cell.responsibility].also)
        )
        and (not focus.states or state_key(cell) in focus.states)
    )


def near(graph: RoleGraph, focus: Focus, cells: tuple[Cell, ...]) -> Near | None:
    """Return what lies near the focus among `cells`, or None where the picture is about everything."""
    if not focus.about or focus.about not in graph.network:
        return None
    if focus.kind == NodeKind.AGREEMENT:
        return _near_agreement(graph, focus, cells)
    if focus.kind == NodeKind.RESPONSIBILITY:
        wanted = {focus.id, *_children(graph, focus.id)}
        found = {at for at, cell in enumerate(cells) if cell.responsibility in wanted}
        agreements = {one for at in found for one in cells[at].agreements}
        return Near(frozenset(), _parties(cells, found), _in_order(graph, agreements), frozenset(found))
    core = {focus.id, *graph.roles_in(focus.id)} if focus.kind == NodeKind.ORGANISATION else {focus.id}
    found = {at for at, cell in enumerate(cells) if not core.isdisjoint(everyone(cell))}
    parties = core | _leading(cells, found) | set(_lines(graph, focus.about)) | set(graph.organisations_of(focus.id))
    agreements = {id for id, one in graph.landscape.agreements.items() if not core.isdisjoint(one.parties)}
    agreements = agreements if len(agreements) <= FEW_AGREEMENTS else set()
    return Near(frozenset(core), frozenset(parties), _in_order(graph, agreements), frozenset(found), lines=True)


def _near_agreement(graph: RoleGraph, focus: Focus, cells: tuple[Cell, ...]) -> Near:
    """Return what an agreement covers: places backed by it, and, where it is not in force, places it speaks of."""
    agreement = graph.landscape.agreements[focus.id]
    spoken = {(cover.responsibility, agreement.where(cover)) for cover in agreement.covers}
    found = {
        at
        for at, cell in enumerate(cells)
        if focus.id in cell.agreements
        or any((cell.responsibility, where) in spoken for where in (cell.area, cell.level, ""))
    }
    parties = set(agreement.parties) | _parties(cells, found)
    return Near(frozenset(agreement.parties), frozenset(parties), (focus.id,), frozenset(found))


def everyone(cell: Cell) -> tuple[str, ...]:
    """Return every party of a cell, those proposed to lead last; some more than once."""
    helpers = (*cell.contributes, *cell.consulted, *cell.informed)
    return (*cell.leads, *cell.accountable, *cell.delivers, *helpers, *cell.proposed_leads)


def _parties(cells: tuple[Cell, ...], found: Iterable[int]) -> frozenset[str]:
    return frozenset(party for at in found for party in everyone(cells[at]))


def _leading(cells: tuple[Cell, ...], found: Iterable[int]) -> set[str]:
    """Return those who lead, or are proposed to lead, any of the cells found."""
    return {party for at in found for party in (*cells[at].leads, *cells[at].proposed_leads)}


def _children(graph: RoleGraph, responsibility: str) -> Iterator[str]:
    for source, edge, target in graph.edges(node_key(NodeKind.RESPONSIBILITY, responsibility)):
        if edge.kind is EdgeKind.PART_OF and target.id == responsibility:
            yield source.id


def _lines(graph: RoleGraph, key: str) -> Iterator[str]:
    """Yield whom a party answers to and who answers to it."""
    for source, edge, target in graph.edges(key):
        if edge.kind is EdgeKind.ANSWERS_TO:
            yield source.id
            yield target.id


def _in_order(graph: RoleGraph, agreements: set[str]) -> tuple[str, ...]:
    return tuple(id for id in graph.landscape.agreements if id in agreements)
