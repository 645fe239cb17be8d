"""Lines of accountability: which roles and organisations a role answers to, directly or through others."""

from __future__ import annotations

from collections import deque
from functools import cached_property, lru_cache

import networkx as nx

from rolemap.graph import RoleGraph

MOST_FOLLOWED = 500
"""How many roles and organisations a line is followed through, nearest first: far more than any line people know has."""

MOST_KEPT = 4_000
"""How many answers are kept: those of a map with thousands of posts in one line would fill the memory together."""


class Lines:
    """Answers where the lines of a graph lead. Belonging to an organisation counts as a line to it."""

    def __init__(self, graph: RoleGraph) -> None:
        self._graph = graph
        self._from = lru_cache(MOST_KEPT)(self._reached)

    def reached(self, party: str) -> frozenset[str]:
        """Return the roles and organisations in force that lines lead to from `party`, and itself.

        Of a line that goes on and on these are the nearest: it is followed through MOST_FOLLOWED of them. All in a ring have
        one answer, so in a ring of more than that it may not hold the party itself, and need not be what is nearest to it.
        """
        return self._from(self._rings.get(party, party))

    def _reached(self, party: str) -> frozenset[str]:
        found: set[str] = {party}
        waiting = deque([party])
        while waiting and len(found) < MOST_FOLLOWED:
            for next_one in self._onward(waiting.popleft()):
                if next_one not in found:
                    found.add(next_one)
                    waiting.append(next_one)
        return frozenset(found)

    def _onward(self, party: str) -> list[str]:
        role = self._graph.landscape.roles.get(party)
        named = (*role.organisations, *(line.to for line in role.accountable_to)) if role else ()
        return [one for one in named if one in self._graph.view.active]

    @cached_property
    def _rings(self) -> dict[str, str]:
        """Return one role for all those in a ring, who reach the same: they share one answer.

        Only roles make rings: an organisation answers to nobody in a map.
        """
        roles = self._graph.landscape.roles
        ways = ((id, line.to) for id, role in roles.items() for line in role.accountable_to if line.to in roles)
        network = nx.DiGraph(way for way in ways if way[1] in self._graph.view.active)
        rings = (ring for ring in nx.strongly_connected_components(network) if len(ring) > 1)
        return {id: first for ring in rings for first in [min(ring)] for id in ring}
