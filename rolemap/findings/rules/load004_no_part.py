"""LOAD004: a role or organisation of the map has no part in anything."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from rolemap.findings.finding import Confidence, Noticed, Severity
from rolemap.findings.papers import tied
from rolemap.findings.rule import Evidence, Rule, place, said_locally
from rolemap.findings.words import counted, namer
from rolemap.graph import RoleGraph
from rolemap.model import Organisation, Role, RoleKind

FEWEST_OF_A_KIND = 3
"""From how many roles of a kind without a part they are told together: after `rolemap new` the same question comes up
for each council."""


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every such role or organisation in force; a body's roles without a part are told with the body.

    Where no role of a kind has a part, they are told together.
    A map that says nothing yet of who does what gives none.
    """
    graph = evidence.graph
    if not any(said_locally(cell) for cell in graph.cells):
        return
    name = namer(graph)
    busy = _busy(graph)
    idle = {id: one for id, one in graph.landscape.organisations.items() if _idle(graph, one, busy)}
    roles = {id: one for id, one in graph.landscape.roles.items() if _idle(graph, one, busy)}
    for id, body in idle.items():
        within = sum(id in role.organisations for role in roles.values())
        more = f" or for its {counted(within, 'role')} on the map" if within else ""
        yield _noticed(body, f"{name(id)}{more}")
    alone = {id: role for id, role in roles.items() if not any(one in idle for one in role.organisations)}
    kinds = _kinds(graph, alone)
    for kind, found in kinds.items():
        yield _of_a_kind(graph.landscape.role_kinds[kind], found)
    for id, role in alone.items():
        if role.kind not in kinds:
            yield _noticed(role, name(id))


def _kinds(graph: RoleGraph, idle: dict[str, Role]) -> dict[str, list[Role]]:
    """Return the kinds of role of which the map has several and none has a part, each with its roles."""
    number = Counter(
        role.kind for id, role in graph.landscape.roles.items() if not role.catalogue and id in graph.view.active
    )
    found: dict[str, list[Role]] = defaultdict(list)
    for role in idle.values():
        if role.kind in graph.landscape.role_kinds:
            found[role.kind].append(role)
    return {kind: roles for kind, roles in found.items() if len(roles) == number[kind] >= FEWEST_OF_A_KIND}


def _of_a_kind(kind: RoleKind, roles: list[Role]) -> Noticed:
    return Noticed(
        message=f"No part in any responsibility is recorded for any of the {len(roles)} roles “{kind.title}” on the map.",
        summary="No part in any responsibility is recorded",
        many="No part in any responsibility is recorded for {number} posts, kinds of post or bodies",
        places=tuple(place(role, "no part is recorded") for role in roles),
        entity=kind.id,
        parties=tuple(role.id for role in roles),
    )


def _noticed(party: Role | Organisation, who: str) -> Noticed:
    return Noticed(
        message=f"No part in any responsibility is recorded for {who}.",
        summary="No part in any responsibility is recorded",
        many="No part in any responsibility is recorded for {number} posts, kinds of post or bodies",
        places=(place(party, "no part is recorded"),),
        entity=party.id,
        parties=(party.id,),
    )


def _idle(graph: RoleGraph, party: Role | Organisation, busy: frozenset[str]) -> bool:
    return not party.catalogue and party.id in graph.view.active and party.id not in busy


def _busy(graph: RoleGraph) -> frozenset[str]:
    """Return who has a part, agreed or proposed, is named by another entry of the map, or employs a role of either sort."""
    landscape = graph.landscape
    found: set[str] = set()
    for cell in graph.cells:
        found.update(cell.proposed_leads)
    for one in (*landscape.organisations, *landscape.roles):
        if graph.cells_of(one):
            found.add(one)
    for assignment in landscape.assignments:
        found.add(assignment.said_by)
    for agreement in landscape.agreements.values():
        found.update((*tied(agreement), *agreement.reports_to))
        found.update(lead for cover in agreement.covers for lead in (*cover.leads, *cover.accountable))
    found.update(fund.holder for fund in landscape.funding.values())
    found.update(objective.owner for objective in landscape.objectives.values())
    for id, role in landscape.roles.items():
        if id in graph.view.active:
            found.update(line.to for line in role.accountable_to)
    for id, role in landscape.roles.items():
        if id in found:
            found.update(role.organisations)
    return frozenset(found)


RULE = Rule(
    code="LOAD004",
    name="no-part",
    severity=Severity.PROMPT,
    confidence=Confidence.LOW,
    origin="L",
    looks_for=(
        "A role or organisation described by the map itself, in force, with no part in any responsibility, that no agreement, "
        "fund or objective names and to which no other role answers; for an organisation, none of its roles has a part either. "
        "Where the map has three or more roles of a kind and none of them has a part, they are told together."
    ),
    why=(
        "Responsibility charting asks of an empty column whether the role belongs on the chart (Smith and Erwin, Role and "
        "Responsibility Charting). A partner who is listed and has nothing to do has often been forgotten where it matters."
    ),
    example="""\
map: {title: A partner without a part, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations:
  easton-council: {name: Easton Council, area: easton}
  easton-charity: {name: Easton Charity, area: easton}
responsibilities:
  falls: {title: Falls prevention, needs_lead_at: [place]}
assignments:
  - {responsibility: falls, at: easton, leads: easton-council}
""",
    settle="Ask what they do and record it, or take them off the map.",
    not_when="They are on the map for completeness, or their part lies in work that this map does not cover.",
    question="What do they bring, and where would they expect to be asked?",
    check=check,
)
