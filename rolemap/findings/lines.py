"""Lines of accountability: which roles and organisations a role answers to, directly or through others."""

from __future__ import annotations

from functools import cache

from rolemap.graph import RoleGraph


class Lines:
    """Answers where the lines of a graph lead. Belonging to an organisation counts as a line to it."""

    def __init__(self, graph: RoleGraph) -> None:
        self._graph = graph
        self.reached = cache(self._reached)

    def _reached(self, party: str) -> frozenset[str]:
        """Return the roles and organisations in force that lines lead to from `party`, itself included."""
        roles = self._graph.landscape.roles
        active = self._graph.view.active
        found: set[str] = {party}
        waiting = [party]
        while waiting:
            role = roles.get(waiting.pop())
            if role is None:
                continue
            for next_one in (*role.organisations, *(line.to for line in role.accountable_to)):
                if next_one in active and next_one not in found:
                    found.add(next_one)
                    waiting.append(next_one)
        return frozenset(found)
