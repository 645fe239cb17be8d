"""ACC002: lines of accountability form a circle."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import networkx as nx

from rolemap.findings.finding import Confidence, Noticed, Place, Severity
from rolemap.findings.rule import Evidence, Rule
from rolemap.findings.words import namer
from rolemap.graph import RoleGraph
from rolemap.model import Accountability

LOOSE = frozenset({"dotted"})
"""Kinds of line that carry no accountability of their own: two posts may well have a dotted line to each other."""

MOST_NAMED = 6
"""How many posts of a circle a sentence names before the last."""

MOST_PLACES = 100
"""How many posts and lines of one circle a finding holds: more than anybody follows."""


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every set of roles in force whose lines lead back to themselves."""
    graph = evidence.graph
    network = _lines(graph)
    name = namer(graph)
    for members in nx.strongly_connected_components(network):
        circle = tuple(sorted(members))
        first = circle[0]
        alone = len(circle) == 1
        if (alone and not network.has_edge(first, first)) or all(graph.landscape.roles[id].catalogue for id in circle):
            continue
        path = [first, first] if alone else _way_round(network, first)
        lines: list[Accountability] = [network.edges[start, end]["line"] for start, end in itertools.pairwise(path)]
        chain = ", who answers to ".join(_shortened([name(id) for id in path[1:]]))
        yield Noticed(
            message=f"{name(first)} answers to itself." if alone else f"{name(first)} answers to {chain}.",
            places=tuple(Place(line.place, "one line of the circle") for line in lines[:MOST_PLACES]),
            entity=first,
            parties=circle[:MOST_PLACES],
            severity=Severity.PROMPT if len({line.how for line in lines}) > 1 else None,
        )


def _lines(graph: RoleGraph) -> nx.DiGraph[str]:
    """Return the lines between roles in force, loose ones left out; each edge keeps its line."""
    network: nx.DiGraph[str] = nx.DiGraph()
    roles, active = graph.landscape.roles, graph.view.active
    for id, role in roles.items():
        for line in role.accountable_to if id in active else ():
            if line.to in roles and line.to in active and line.how not in LOOSE:
                network.add_edge(id, line.to, line=line)
    return network


def _shortened(names: list[str]) -> list[str]:
    """Return the names on a way round; of a long one the first few, a count of the others, and the last."""
    left = len(names) - MOST_NAMED - 1
    return names if left <= 1 else [*names[:MOST_NAMED], f"{left:,} others one after the other", names[-1]]


def _way_round(network: nx.DiGraph[str], first: str) -> list[str]:
    """Return a shortest way from `first` back to itself, both ends included."""
    before: dict[str, str] = {}
    for start, end in nx.bfs_edges(network, first, sort_neighbors=sorted):
        before[end] = start
        if network.has_edge(end, first):
            break
    way = [first, end]
    while way[-1] != first:
        way.append(before[way[-1]])
    return way[::-1]


RULE = Rule(
    code="ACC002",
    name="line-circle",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    origin="N",
    looks_for=(
        "Roles that answer to each other in a circle, through lines of accountability in force. Dotted lines are left out; "
        "where the lines are of different kinds (line and professional, say) it is only a prompt."
    ),
    why=(
        "In a circle nobody has the last word: everyone answers to someone and nobody answers outwards. This is our own "
        "reasoning; most often it is a slip in the map, and otherwise it is worth a conversation."
    ),
    example="""\
map: {title: A circle of lines, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations: {easton-council: {name: Easton Council, area: easton}}
roles:
  falls-lead: {title: Falls lead, organisation: easton-council, accountable_to: [{role: ageing-lead, how: line}]}
  ageing-lead: {title: Ageing well lead, organisation: easton-council, accountable_to: [{role: falls-lead, how: line}]}
""",
    settle="Find the line that does not hold and remove it, or mark it as `dotted`.",
    not_when="Two posts answer to each other for different things: then give each line its own kind in `how`.",
    question="If these roles disagreed, who outside them would decide?",
    check=check,
)
