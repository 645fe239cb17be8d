"""Agreements as rules look at them: which are in use, which have run out, whom they tie together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from rolemap.findings.bodies import Bodies
from rolemap.findings.words import day
from rolemap.graph import Cell, RoleGraph
from rolemap.model import AGREEMENT_OVER, Agreement, Cover, said_at


class Papers:
    """Answers about the agreements of a graph on its day. Make one for each check: it remembers what it worked out."""

    def __init__(self, graph: RoleGraph) -> None:
        self.graph = graph
        self.bodies = Bodies(graph)
        self.all = graph.landscape.agreements
        self.replaced = graph.view.replaced
        self._over = self._over_by_responsibility()
        self._ties = cache(self._ties_of)
        self._covers = cache(self._covers_of)

    def in_use(self) -> Iterator[Agreement]:
        """Yield the agreements in force that no other agreement in force replaces, in the order of the map."""
        for agreement in self.all.values():
            if self.graph.view.in_use(agreement):
                yield agreement

    def why_over(self, agreement: Agreement) -> str:
        """Return why an agreement is no longer in use ("ended on 1 March 2026"), or an empty text where it is not over."""
        return why_over(self.graph, agreement)

    def ran_out(self, cell: Cell) -> tuple[Agreement, ...]:
        """Return the agreements no longer in use that the map's leads of a cell rest on.

        Those are the agreements given as basis, and for a lead that nothing backs and that has no basis, those that
        named this lead here while they lasted.
        """
        found: dict[str, Agreement] = {}
        for one in cell.candidates:
            if one.leads and one.basis in self.all and self.why_over(self.all[one.basis]):
                found[one.basis] = self.all[one.basis]
        if cell.backed is False and all(not one.basis for one in cell.candidates if one.leads):
            for agreement in self._over.get(cell.responsibility, ()):
                named = [lead for cover in self.covers_in(agreement, cell) for lead in self.named(cover, cell.area)]
                if any(self.akin(lead, named) for lead in cell.leads):
                    found[agreement.id] = agreement
        return tuple(found.values())

    def covers(self, cell: Cell) -> Iterator[tuple[Agreement, Cover]]:
        """Yield the agreements in force that cover a cell, each with what it says of it."""
        for id in cell.agreements:
            yield from ((self.all[id], cover) for cover in self.covers_in(self.all[id], cell))

    def covers_in(self, agreement: Agreement, cell: Cell) -> Iterator[Cover]:
        """Yield what `agreement` says of a cell, whether or not it is in force."""
        known = self._covers(agreement.id)
        for at in said_at(cell.area, cell.level):
            yield from known.get((cell.responsibility, at), ())

    def named(self, cover: Cover, area: str) -> tuple[str, ...]:
        """Return the leads in force that a cover names in an area, patterns replaced."""
        return self.graph.view.resolve(cover.leads, area, self.graph.view.active)

    def akin(self, party: str, others: Iterable[str]) -> bool:
        """Return whether `party` is one of `others`, a role of one of them, or the organisation of one of them."""
        return any(self.bodies.same(party, other) for other in others)

    def ties(self, agreement: Agreement) -> frozenset[str]:
        """Return everyone an agreement ties: parties, who gives and gets money or functions, and their organisations."""
        return self._ties(agreement.id)

    def _over_by_responsibility(self) -> dict[str, list[Agreement]]:
        found: dict[str, list[Agreement]] = defaultdict(list)
        for agreement in self.all.values():
            if agreement.status != "proposed" and self.why_over(agreement):
                for responsibility in {cover.responsibility: None for cover in agreement.covers}:
                    found[responsibility].append(agreement)
        return found

    def _covers_of(self, id: str) -> dict[tuple[str, str], list[Cover]]:
        """Return what an agreement covers, by responsibility and by the area or level it holds at."""
        found: dict[tuple[str, str], list[Cover]] = defaultdict(list)
        for cover in self.all[id].covers:
            found[cover.responsibility, self.all[id].where(cover)].append(cover)
        return found

    def _ties_of(self, id: str) -> frozenset[str]:
        agreement = self.all[id]
        return frozenset().union(*(self.bodies.behind(party) for party in tied(agreement)))


def tied(agreement: Agreement) -> tuple[str, ...]:
    """Return the parties of an agreement and everyone who gives or gets functions or money under it."""
    functions = [end for one in agreement.delegates for end in (one.giver, one.to)]
    money = [end for one in agreement.funding for end in (one.giver, one.to)]
    return tuple(dict.fromkeys(end for end in (*agreement.parties, *functions, *money) if end))


def why_over(graph: RoleGraph, agreement: Agreement) -> str:
    """Return why an agreement is no longer in use ("ended on 1 March 2026"), or an empty text where it is not over."""
    if agreement.until is not None and agreement.until < graph.on:
        return f"ended on {day(agreement.until)}"
    replaced = graph.view.replaced
    if agreement.id in replaced:
        return f"has been replaced by “{graph.landscape.title(replaced[agreement.id])}”"
    if agreement.status in AGREEMENT_OVER:
        return "has ended" if agreement.status == "ended" else "has been superseded"
    return ""


def why_idle(graph: RoleGraph, agreement: Agreement) -> str:
    """Return why nothing can rest on an agreement on the day: it is over, not begun or not agreed; empty if it can."""
    over = why_over(graph, agreement)
    if over or graph.view.in_use(agreement):
        return over
    if agreement.start is not None and agreement.start > graph.on:
        return f"does not begin before {day(agreement.start)}"
    return "is only a draft" if agreement.status == "draft" else "is not agreed yet"
