"""Bodies behind parties: who speaks for the same organisation, and whom the law means by its words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from rolemap.graph import RoleGraph
from rolemap.model import Law


class Bodies:
    """Answers about the parties of a graph, each worked out once. Make one for each check."""

    def __init__(self, graph: RoleGraph) -> None:
        self._graph = graph
        self.behind = cache(self._behind)
        self.same = cache(graph.view.same)
        self.sorts = cache(graph.view.sorts_of)

    def apart(self, parties: Iterable[str]) -> tuple[str, ...]:
        """Return the parties without the organisations that stand behind another of them."""
        found = tuple(dict.fromkeys(parties))
        behind = {body for party in found for body in self.behind(party) if body != party}
        return tuple(party for party in found if party not in behind)

    def teams(self, parties: Iterable[str]) -> tuple[frozenset[str], ...]:
        """Return the organisations behind the parties, those of one joint post together, each body in one set only.

        A party with no organisation stands for itself.
        """
        teams: list[frozenset[str]] = []
        for party in parties:
            team = frozenset(self._graph.organisations_of(party)) or frozenset({party})
            for other in [other for other in teams if not team.isdisjoint(other)]:
                teams.remove(other)
                team |= other
            teams.append(team)
        return tuple(teams)

    def must_hold(self, party: str, law: Law) -> bool:
        """Return whether the law names this party, or its organisation, as one that must hold the responsibility."""
        return not self.sorts(party).isdisjoint(law.holder)

    def can_hold(self, party: str, law: Law) -> bool:
        """Return whether the law names this party, or its organisation, as one that must or may hold it."""
        return self.must_hold(party, law) or not self.sorts(party).isdisjoint(law.may_hold)

    def _behind(self, party: str) -> frozenset[str]:
        """Return a party with the organisations in force it belongs to."""
        return frozenset({party, *self._graph.organisations_of(party)})
