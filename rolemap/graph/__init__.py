"""A landscape as at a date, as a frozen NetworkX graph, and the questions asked of it."""

from rolemap.graph.asat import AsAt
from rolemap.graph.cells import Cell, State
from rolemap.graph.kinds import Edge, EdgeKind, Node, NodeKind, node_key
from rolemap.graph.rolegraph import RoleGraph, build

__all__ = ["AsAt", "Cell", "Edge", "EdgeKind", "Node", "NodeKind", "RoleGraph", "State", "build", "node_key"]
