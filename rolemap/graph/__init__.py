"""A landscape as at a date, as a frozen NetworkX graph, and the questions asked of it."""

from rolemap.graph.about import About, about, kinds_of, led_by, lines_up, opened_without, parties_of
from rolemap.graph.asat import AsAt
from rolemap.graph.authority import Authority, authority
from rolemap.graph.cells import Cell, State
from rolemap.graph.kinds import Edge, EdgeKind, Node, NodeKind, node_key
from rolemap.graph.leads import ASSUMED, Counts, Row, Summary, Wanted, count, rows, summarise, wanted_cells
from rolemap.graph.rolegraph import RoleGraph, build

__all__ = [
    "ASSUMED",
    "About",
    "AsAt",
    "Authority",
    "Cell",
    "Counts",
    "Edge",
    "EdgeKind",
    "Node",
    "NodeKind",
    "RoleGraph",
    "Row",
    "State",
    "Summary",
    "Wanted",
    "about",
    "authority",
    "build",
    "count",
    "kinds_of",
    "led_by",
    "lines_up",
    "node_key",
    "opened_without",
    "parties_of",
    "rows",
    "summarise",
    "wanted_cells",
]
