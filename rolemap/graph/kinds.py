"""Kinds of node and edge in the graph, and the one frozen value each node and edge carries."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rolemap.model import Entry, Part
from rolemap.problems import Location


class NodeKind(StrEnum):
    """What a node stands for."""

    AREA = "area"
    ORGANISATION = "organisation"
    ROLE = "role"
    RESPONSIBILITY = "responsibility"
    AGREEMENT = "agreement"


class EdgeKind(StrEnum):
    """What an edge says. The first six are the parts a party can play in a responsibility, in the edge's area."""

    LEADS = "leads"
    ACCOUNTABLE = "accountable"
    DELIVERS = "delivers"
    CONTRIBUTES = "contributes"
    CONSULTED = "consulted"
    INFORMED = "informed"
    BELONGS_TO = "belongs-to"  # role -> organisation
    ANSWERS_TO = "answers-to"  # role -> role or organisation
    SERVES = "serves"  # role or organisation -> area
    WITHIN = "within"  # area -> area
    PARTY_TO = "party-to"  # role or organisation -> agreement
    COVERS = "covers"  # agreement -> responsibility, in the edge's area
    PART_OF = "part-of"  # responsibility -> responsibility
    BECOMES = "becomes"  # organisation -> organisation, area -> area


PART_EDGES: dict[Part, EdgeKind] = {part: EdgeKind(part.value) for part in Part}
"""The edge kind of each part."""


@dataclass(frozen=True, slots=True)
class Node:
    """The value of a node: what it is, its id in the map, the words people know it by, and the entry itself."""

    kind: NodeKind
    id: str
    title: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class Edge:
    """The value of an edge. `place` is where the map says so; `area` where it holds; `how` its nature or share."""

    kind: EdgeKind
    place: Location
    area: str = ""
    how: str = ""


def node_key(kind: NodeKind, id: str) -> str:
    """Return the key of a node in the graph: `kind/id`."""
    return f"{kind.value}/{id}"
