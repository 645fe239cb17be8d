"""The role graph: a landscape as at a date, its cells, and the frozen NetworkX graph of who is tied to what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import networkx as nx

from rolemap.collector import collector_paused
from rolemap.graph.asat import AsAt, as_at
from rolemap.graph.cells import Cell, decide
from rolemap.graph.kinds import Edge, Node, NodeKind, node_key
from rolemap.graph.network import connect
from rolemap.model import Assignment, Landscape, Part, by_part


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class RoleGraph:
    """Everything later stages ask questions of. Frozen: build a new one for another date or another landscape.

    A graph equals only itself, so that what is worked out of it can be remembered beside it.

    `network` is a frozen MultiDiGraph: nodes are keyed `kind/id` and carry a `Node` under "node"; edges carry an
    `Edge` under "edge", which keeps its place in the files. `cells` are in the order of the map; `needed` are
    those that need a lead, which are counted.
    """

    view: AsAt
    cells: tuple[Cell, ...]
    needed: tuple[Cell, ...]
    network: nx.MultiDiGraph[str]
    _by_place: Mapping[tuple[str, str], Cell]
    _by_party: Mapping[str, tuple[Cell, ...]]

    @property
    def landscape(self) -> Landscape:
        """Return the landscape the graph was built from."""
        return self.view.landscape

    @property
    def on(self) -> date:
        """Return the date the graph is as at."""
        return self.view.on

    def cell(self, responsibility: str, area: str) -> Cell | None:
        """Return the cell of a responsibility in an area, or None where nothing is needed or said."""
        return self._by_place.get((responsibility, area))

    def cells_of(self, party: str) -> tuple[Cell, ...]:
        """Return the cells where this role or organisation itself plays any part."""
        return self._by_party.get(party, ())

    def naming(self, cell: Cell, part: Part, party: str) -> tuple[Assignment, ...]:
        """Return the candidates of `cell` that give `party` this part, by name or by pattern."""
        view = self.view
        return tuple(
            candidate
            for candidate in cell.candidates
            if party in view.resolve(candidate.parties(part), cell.area, view.active)
        )

    def organisations_of(self, party: str) -> tuple[str, ...]:
        """Return the organisations in force that stand behind a party: its own, or itself if it is one."""
        return self.view.bodies_of(party)

    def roles_in(self, organisation: str) -> tuple[str, ...]:
        """Return the roles in force of an organisation."""
        key = node_key(NodeKind.ORGANISATION, organisation)
        if key not in self.network:
            return ()
        return tuple(
            node(self.network, source).id
            for source, _, data in self.network.in_edges(key, data=True)
            if data["edge"].kind == "belongs-to"
        )

    def edges(self, key: str) -> Iterator[tuple[Node, Edge, Node]]:
        """Yield every edge at a node, as (from, edge, to)."""
        for source, target, data in self.network.out_edges(key, data=True):
            yield node(self.network, source), data["edge"], node(self.network, target)
        for source, target, data in self.network.in_edges(key, data=True):
            if source != target:
                yield node(self.network, source), data["edge"], node(self.network, target)


@collector_paused()
def build(landscape: Landscape, on: date) -> RoleGraph:
    """Return the frozen graph of `landscape` as at `on`."""
    view = as_at(landscape, on)
    cells = decide(view)
    by_party: dict[str, list[Cell]] = defaultdict(list)
    for cell in cells:
        for _, parties in by_part(cell):
            for party in parties:
                found = by_party[party]
                if not found or found[-1] is not cell:
                    found.append(cell)
    return RoleGraph(
        view=view,
        cells=cells,
        needed=tuple(cell for cell in cells if cell.needed),
        network=nx.freeze(connect(view, cells, by_party)),
        _by_place={(cell.responsibility, cell.area): cell for cell in cells},
        _by_party={party: tuple(found) for party, found in by_party.items()},
    )


def node(network: nx.MultiDiGraph[str], key: str) -> Node:
    """Return the value of a node."""
    found: Node = network.nodes[key]["node"]
    return found
