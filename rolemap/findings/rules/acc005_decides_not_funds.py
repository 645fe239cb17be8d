"""ACC005: the lead's organisation does not hold the money, and no agreement links it to the body that does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from rolemap.findings.finding import Confidence, Noticed, Severity
from rolemap.findings.papers import Papers
from rolemap.findings.rule import Evidence, Rule, place, places_of, said_locally
from rolemap.findings.words import listed, namer
from rolemap.graph import Cell, RoleGraph
from rolemap.graph.nearby import surroundings
from rolemap.model import Agreement, Funding


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every needed cell whose money, held for its area, no lead holds or is tied to."""
    graph = evidence.graph
    landscape = graph.landscape
    money = Funds(graph)
    name = namer(graph)
    for cell in graph.needed if money.any else ():
        if not cell.leads or not said_locally(cell):
            continue
        funds = money.for_cell(cell)
        if not funds or money.within_reach(cell, funds):
            continue
        responsibility = landscape.responsibilities[cell.responsibility]
        holders = listed(dict.fromkeys(name(fund.holder) for fund in funds))
        who = listed(name(lead) for lead in cell.leads)
        yield Noticed(
            message=(
                f"{who} {'leads' if len(cell.leads) == 1 else 'lead'} on “{responsibility.title}” in "
                f"{landscape.title(cell.area)}, {holders} {'holds' if len(funds) == 1 else 'hold'} the money for it, and no "
                "agreement in force links the two."
            ),
            summary=f"The lead for “{responsibility.title}” does not hold the money for it and no agreement links the two",
            places=(
                *(place(fund, "money for it") for fund in funds),
                *places_of(cell, "names the lead", responsibility),
            ),
            responsibility=cell.responsibility,
            area=cell.area,
            parties=tuple(dict.fromkeys((*cell.leads, *(fund.holder for fund in funds)))),
        )


class Funds:
    """Answers which money is for a cell and whether a lead can reach it."""

    def __init__(self, graph: RoleGraph) -> None:
        self._graph = graph
        self._papers = Papers(graph)
        self._by_responsibility: dict[str, list[Funding]] = defaultdict(list)
        for fund in graph.landscape.funding.values():
            if fund.in_force(graph.on) and fund.holder in graph.view.active:
                for responsibility in fund.responsibilities:
                    self._by_responsibility[responsibility].append(fund)
        self.any = bool(self._by_responsibility)
        self._by_body: dict[str, list[Agreement]] = defaultdict(list)
        for agreement in self._papers.in_use() if self.any else ():
            for party in self._papers.ties(agreement):
                self._by_body[party].append(agreement)
        self._around = surroundings(graph)
        self._linked = cache(self._linked_by_paper)

    def for_cell(self, cell: Cell) -> list[Funding]:
        """Return the money for a cell's responsibility held by a body whose areas include the cell's or lie around it."""
        found = self._by_responsibility.get(cell.responsibility, ())
        around = self._around(cell.area) if found else frozenset()
        return [fund for fund in found if not self._areas(fund) or not around.isdisjoint(self._areas(fund))]

    def within_reach(self, cell: Cell, funds: list[Funding]) -> bool:
        """Return whether a lead's organisation holds some of it or is tied to a holder, or a lead has no known body."""
        for lead in cell.leads:
            bodies = self._graph.organisations_of(lead)
            if not bodies:
                return True
            for fund in funds:
                if self._papers.akin(lead, (fund.holder,)):
                    return True
                if any(self._linked(body, fund.id, cell.responsibility) for body in bodies):
                    return True
        return False

    def _areas(self, fund: Funding) -> tuple[str, ...]:
        return self._graph.view.areas_of(fund.holder)

    def _linked_by_paper(self, body: str, fund: str, responsibility: str) -> bool:
        """Return whether an agreement in use ties a body to the holder of a fund, for this responsibility or in general."""
        holder = self._papers.bodies.behind(self._graph.landscape.funding[fund].holder)
        for agreement in self._by_body.get(body, ()):
            if not holder.isdisjoint(self._papers.ties(agreement)):
                about = not agreement.covers or any(one.responsibility == responsibility for one in agreement.covers)
                if about or any(one.fund == fund for one in agreement.funding):
                    return True
        return False


RULE = Rule(
    code="ACC005",
    name="decides-not-funds",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    origin="K",
    looks_for=(
        "Money recorded for a responsibility and held, for this area or one around it, by an organisation that is not the "
        "lead's, where no agreement in force ties the two together for this responsibility or in general."
    ),
    why=(
        "A lead who cannot draw on the money has to ask for each step. The King's Fund (Public health and population health: "
        "leading together, 2024) counts uncertain funding among the things that make working together hard."
    ),
    example="""\
map: {title: Money held elsewhere, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations: {easton-council: {name: Easton Council, area: easton}, easton-trust: {name: Easton Trust, area: easton}}
responsibilities:
  falls: {title: Falls prevention, needs_lead_at: [place]}
funding:
  falls-fund: {title: Falls fund, holder: easton-trust, for: [falls]}
assignments:
  - {responsibility: falls, at: easton, leads: easton-council}
""",
    settle="Agree how the lead decides on the money and record it as an agreement, or move the lead or the money.",
    not_when="The holder only passes the money on, as with a national grant, or the lead needs no money of its own.",
    question="Who decides how this money is spent, and does the lead have a say in it?",
    check=check,
)
