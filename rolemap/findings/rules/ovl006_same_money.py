"""OVL006: two leads or agreements draw on the same funding for the same responsibility."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from rolemap.findings.bodies import Bodies
from rolemap.findings.finding import Confidence, Noticed, Place, Severity
from rolemap.findings.rule import Evidence, Rule, place, said_locally
from rolemap.findings.words import listed, namer
from rolemap.graph import Cell, RoleGraph
from rolemap.model import Agreement, Funding, Landscape

Drawing = tuple[Agreement, str]
"""An agreement and the area or level where it covers a responsibility; empty means everywhere."""


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every fund and responsibility on which two agreements, or two bodies that lead, draw."""
    graph = evidence.graph
    funds = {id: fund for id, fund in graph.landscape.funding.items() if fund.in_force(graph.on)}
    if not funds:
        return
    told: set[tuple[str, str]] = set()
    for (fund, responsibility), drawing in _drawing(graph, funds).items():
        clashing = _clashing(graph.landscape, drawing)
        if clashing:
            told.add((fund, responsibility))
            yield _agreements(graph, funds[fund], responsibility, clashing)
    yield from _leads(graph, funds, told)


def _drawing(graph: RoleGraph, funds: dict[str, Funding]) -> dict[tuple[str, str], list[Drawing]]:
    """Return the agreements in force that draw on each fund for each responsibility they cover."""
    found: dict[tuple[str, str], list[Drawing]] = defaultdict(list)
    for agreement in graph.landscape.agreements.values():
        if graph.view.in_use(agreement):
            for fund in {money.fund: None for money in agreement.funding if money.fund in funds}:
                for cover in agreement.covers:
                    found[fund, cover.responsibility].append((agreement, agreement.where(cover)))
    return found


def _clashing(landscape: Landscape, drawing: list[Drawing]) -> tuple[Agreement, ...]:
    """Return the agreements of which another covers some of the same ground and neither replaces the other."""
    found: dict[str, Agreement] = {}
    for (one, here), (other, there) in combinations(drawing, 2):
        related = one.id == other.id or one.id in other.supersedes or other.id in one.supersedes
        if not related and landscape.meet(here, there):
            found |= {one.id: one, other.id: other}
    return tuple(found.values())


def _agreements(graph: RoleGraph, fund: Funding, responsibility: str, agreements: tuple[Agreement, ...]) -> Noticed:
    title = graph.landscape.title(responsibility)
    who = listed(one.title for one in agreements)
    return Noticed(
        message=f"{who} draw on the same money, {fund.title}, for {title}.",
        places=(*(place(one, "draws on the money") for one in agreements), place(fund, "the money")),
        entity=f"{fund.id}@{responsibility}",
        parties=tuple(dict.fromkeys(party for one in agreements for party in one.parties)),
    )


def _leads(graph: RoleGraph, funds: dict[str, Funding], told: set[tuple[str, str]]) -> Iterator[Noticed]:
    """Yield a finding for every fund and responsibility of which one cell has leads of several bodies, not jointly."""
    landscape = graph.landscape
    bodies = Bodies(graph)
    name = namer(graph)
    by_responsibility: dict[str, list[Funding]] = defaultdict(list)
    for fund in funds.values():
        for responsibility in fund.responsibilities:
            by_responsibility[responsibility].append(fund)
    for cell in graph.cells:
        if len(cell.leads) < 2 or cell.responsibility not in by_responsibility or not said_locally(cell):
            continue
        if len(bodies.teams(cell.leads)) < 2 or all(one.joint for one in cell.candidates if one.leads):
            continue
        for fund in by_responsibility[cell.responsibility]:
            if (fund.id, cell.responsibility) in told or not _reaches(graph, fund, cell):
                continue
            told.add((fund.id, cell.responsibility))
            yield Noticed(
                message=(
                    f"{listed(name(lead) for lead in cell.leads)} each lead on {landscape.title(cell.responsibility)} in "
                    f"{landscape.title(cell.area)}, and one sum of money is recorded for it: {fund.title}."
                ),
                places=(
                    *(Place(one.place, "names a lead") for one in cell.candidates if one.leads),
                    place(fund, "the money"),
                ),
                entity=f"{fund.id}@{cell.responsibility}",
                parties=cell.leads,
            )


def _reaches(graph: RoleGraph, fund: Funding, cell: Cell) -> bool:
    """Return whether the money is held where the cell is, or by one of its leads, or by nobody in particular."""
    holder = graph.landscape.organisations.get(fund.holder)
    if holder is None or cell.area in holder.areas:
        return True
    return any(holder.id in graph.organisations_of(lead) for lead in cell.leads)


RULE = Rule(
    code="OVL006",
    name="same-money",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    origin="K",
    looks_for=(
        "Two agreements in force that draw on the same funding entry for the same responsibility in the same "
        "area; or several bodies that lead on a responsibility, not jointly, for which one sum of money is "
        "recorded there."
    ),
    why=(
        "The King's Fund (Public health and population health: leading together, 2024) heard of fear of "
        "competition for limited resources and of uncertainty over funding. Money that two sides count on is "
        "promised twice."
    ),
    example="""\
map: {title: The same money twice, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations:
  easton-council: {name: Easton Council, area: easton}
  easton-trust: {name: Easton Trust, area: easton}
  easton-care: {name: Easton Care, area: easton}
responsibilities:
  falls: {title: Preventing falls, needs_lead_at: [place]}
agreements:
  frailty-agreement:
    title: Frailty agreement
    status: signed
    parties: [easton-council, easton-trust]
    covers: [{responsibility: falls, at: easton}]
    funding: [{from: easton-council, to: easton-trust, fund: prevention-fund}]
  active-ageing:
    title: Active ageing grant
    status: signed
    parties: [easton-council, easton-care]
    covers: [{responsibility: falls, at: easton}]
    funding: [{from: easton-council, to: easton-care, fund: prevention-fund}]
funding:
  prevention-fund: {title: Prevention fund, amount: 100000, holder: easton-council, for: [falls]}
""",
    settle=(
        "Record how much each draws, or split the funding entry in two; and say which of the two goes first if "
        "the money falls short."
    ),
    not_when=(
        "The money is split on purpose and is enough for both: record it as two funding entries, or accept the finding."
    ),
    question="If the money fell short by a third, who would get less?",
    check=check,
)
