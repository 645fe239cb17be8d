"""OVL004: two bodies accountable for the same cell, neither having delegated to the other."""

from __future__ import annotations

from collections.abc import Iterator

from rolemap.findings.bodies import Bodies
from rolemap.findings.contests import contested
from rolemap.findings.finding import Confidence, Noticed, Place, Severity
from rolemap.findings.papers import Papers
from rolemap.findings.rule import Evidence, Rule, said_locally
from rolemap.findings.words import listed
from rolemap.graph import Cell, RoleGraph
from rolemap.model import Role

Team = frozenset[str]
"""The organisations that stand behind one party or joint post."""

Ties = frozenset[tuple[str, str]]
"""(who delegated, to whom), by organisation."""

BESIDE_THE_LINE = frozenset({"professional", "dotted"})
"""Lines that do not make one accountable body part of another's accountability."""


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every cell with two accountable bodies that no law, delegation, line or joint lead explains."""
    graph = evidence.graph
    landscape = graph.landscape
    papers = Papers(graph)
    bodies = papers.bodies
    ties: Ties | None = None
    for cell in graph.cells:
        if len(cell.accountable) < 2 or not said_locally(cell) or _joint(cell) or _held_by_all(graph, bodies, cell):
            continue
        ties = _ties(graph) if ties is None else ties
        left = _unexplained(graph, bodies, cell, ties)
        if len(left) < 2 or frozenset().union(*left) <= _agreed_together(papers, cell):
            continue
        if contested(graph, bodies, cell) and frozenset().union(*left) <= frozenset().union(*bodies.teams(cell.leads)):
            continue  # OVL001 asks which of them leads, and with that who answers for it
        title = landscape.responsibilities[cell.responsibility].title
        ids = [id for team in left for id in sorted(team)]
        yield Noticed(
            message=(
                f"{listed(landscape.title(id) for id in ids)} are each recorded as accountable for “{title}” "
                f"in {landscape.title(cell.area)}, and no delegation between them is recorded."
            ),
            summary=f"Several bodies are recorded as accountable for “{title}”, with no delegation between them,",
            places=tuple(Place(one.place, "says who is accountable") for one in cell.candidates if one.accountable),
            responsibility=cell.responsibility,
            area=cell.area,
            parties=tuple(ids),
        )


def _joint(cell: Cell) -> bool:
    """Return whether whoever is accountable is so under joint leads."""
    return all(one.joint for one in cell.candidates if one.accountable)


def _held_by_all(graph: RoleGraph, bodies: Bodies, cell: Cell) -> bool:
    """Return whether the law puts it on every accountable party: a shared duty."""
    law = graph.landscape.responsibilities[cell.responsibility].law
    return bool(law.holder) and all(bodies.must_hold(party, law) for party in cell.accountable)


def _unexplained(graph: RoleGraph, bodies: Bodies, cell: Cell, ties: Ties) -> list[Team]:
    """Return the accountable bodies without those that delegated to, or answer to, another of them or a lead's body."""
    teams = bodies.teams(cell.accountable)
    leading = [team for team in bodies.teams(cell.leads) if team not in teams]
    answering = _answering(graph, bodies, cell)
    return [
        team
        for team in teams
        if not team <= answering
        and not any(_tied(team, other, ties) for other in (*teams, *leading) if other is not team)
    ]


def _tied(one: Team, other: Team, ties: Ties) -> bool:
    return any((giver, to) in ties for giver in one for to in other)


def _agreed_together(papers: Papers, cell: Cell) -> Team:
    """Return the bodies that an agreement in force names as accountable here, where it names several."""
    view = papers.graph.view
    found: set[str] = set()
    for _, cover in papers.covers(cell):
        teams = papers.bodies.teams(view.resolve(cover.accountable, cell.area, view.active))
        found.update(*(teams if len(teams) > 1 else ()))
    return frozenset(found)


def _answering(graph: RoleGraph, bodies: Bodies, cell: Cell) -> Team:
    """Return the bodies behind accountable roles that answer to another party accountable here."""
    found: set[str] = set()
    for id in cell.accountable:
        role = graph.landscape.party(id)
        for line in role.accountable_to if isinstance(role, Role) else ():
            others = {body for party in cell.accountable if party != id for body in bodies.behind(party)}
            if line.how not in BESIDE_THE_LINE and not bodies.behind(line.to).isdisjoint(others - bodies.behind(id)):
                found |= bodies.behind(id)
    return frozenset(found)


def _ties(graph: RoleGraph) -> Ties:
    """Return who delegated to whom by an agreement in force."""
    return frozenset(
        pair
        for agreement in graph.landscape.agreements.values()
        if graph.view.in_use(agreement)
        for one in agreement.delegates
        for pair in _pairs(graph, one.giver, one.to)
    )


def _pairs(graph: RoleGraph, one: str, other: str) -> Iterator[tuple[str, str]]:
    for left in graph.organisations_of(one) or (one,):
        for right in graph.organisations_of(other) or (other,):
            if left != right:
                yield left, right


RULE = Rule(
    code="OVL004",
    name="two-accountable",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    origin="L S",
    looks_for=(
        "Two or more bodies recorded as accountable for the same responsibility in the same area, where the law "
        "does not name them all, neither has delegated to the other or to the lead, neither answers to the "
        "other, and no agreement makes them accountable together."
    ),
    why=(
        "Responsibility charting (RACI; Smith and Erwin, Role and Responsibility Charting) asks for one who "
        "answers for each thing. English practice is wider: a body may stay accountable for what another leads, "
        "and the NHS Act 2006 (sections 65Z5 to 65Z7 and 75) provides for delegation, joint committees and "
        "partnerships, each of which says in writing who answers for what. Where two answer and nothing in "
        "writing ties them, each may rely on the other."
    ),
    example="""\
map: {title: Two that answer for it, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations:
  easton-council: {name: Easton Council, area: easton}
  easton-trust: {name: Easton Trust, area: easton}
roles:
  falls-lead: {title: Falls lead, organisation: easton-trust}
responsibilities:
  falls: {title: Preventing falls, needs_lead_at: [place]}
assignments:
  - responsibility: falls
    at: easton
    leads: falls-lead
    accountable: [easton-council, easton-trust]
    delivers: easton-trust
""",
    settle=(
        "Record the agreement that ties them, with who delegates to whom (`delegates`) or that they are "
        "accountable together; or name the one that answers for it."
    ),
    not_when=(
        "One keeps accountability for what it delegated, the duty is on all of them by law, or their leads are "
        "joint: none of these is raised once it is recorded. Where it is the leads themselves that are accountable and "
        "OVL001 asks which of them leads, that question comes first."
    ),
    question="If this went wrong, who would have to explain it, and to whom?",
    check=check,
)
