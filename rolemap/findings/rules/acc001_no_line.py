"""ACC001: a role that leads has no line of accountability to an accountable body."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from rolemap.findings.finding import Confidence, Noticed, Place, Severity
from rolemap.findings.lines import Lines
from rolemap.findings.papers import Papers
from rolemap.findings.rule import Evidence, Rule, said_locally
from rolemap.findings.words import listed, namer
from rolemap.graph import Cell, RoleGraph
from rolemap.model import Role


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every role that leads somewhere and whose lines reach nobody who is accountable there."""
    graph = evidence.graph
    lines = Lines(graph)
    connected = partial(_connected, graph, lines, Papers(graph))
    found: dict[str, list[Cell]] = {}
    for cell in graph.cells:
        if cell.leads and said_locally(cell):
            tied = [lead for lead in cell.leads if connected(cell, lead)]
            for lead in _loose(graph, lines, cell, tied) if len(tied) < len(cell.leads) else ():
                found.setdefault(lead, []).append(cell)
    name = namer(graph)
    for lead, cells in found.items():
        yield _noticed(graph, lines, name, graph.landscape.roles[lead], cells)


def _loose(graph: RoleGraph, lines: Lines, cell: Cell, connected: list[str]) -> Iterator[str]:
    """Yield the roles that lead a cell without a line; beside a lead that is connected, a line to any body is enough."""
    landscape = graph.landscape
    for lead in cell.leads:
        enough = lead in connected or (connected and not lines.reached(lead).isdisjoint(landscape.organisations))
        if lead in landscape.roles and not enough:
            yield lead


def _connected(graph: RoleGraph, lines: Lines, papers: Papers, cell: Cell, lead: str) -> bool:
    """Return whether the lines of a lead reach an accountable body, or an agreement in force ties it to one.

    Where the cell names nobody accountable, any organisation will do: that the lead sits outside the body which must
    hold a duty is another rule's matter.
    """
    reached = lines.reached(lead)
    organisations = graph.landscape.organisations
    if not cell.accountable:
        return not reached.isdisjoint(organisations)
    if any(not reached.isdisjoint(papers.bodies.behind(one)) for one in cell.accountable):
        return True
    holders = graph.landscape.responsibilities[cell.responsibility].law.holder
    if holders and any(not graph.landscape.types_of(id).isdisjoint(holders) for id in reached if id in organisations):
        return True
    return any(
        not papers.ties(paper).isdisjoint(reached)
        and any(papers.akin(one, papers.ties(paper)) for one in cell.accountable)
        for paper in (graph.landscape.agreements[id] for id in cell.agreements)
    )


def _noticed(graph: RoleGraph, lines: Lines, name: Callable[[str], str], role: Role, cells: list[Cell]) -> Noticed:
    what = listed(dict.fromkeys(f"“{graph.landscape.title(cell.responsibility)}”" for cell in cells))
    bodies = list(dict.fromkeys(one for cell in cells for one in cell.accountable))
    nowhere = lines.reached(role.id).isdisjoint(graph.landscape.organisations)
    if nowhere or not bodies:
        rest = "and neither an organisation nor a line of accountability to one is recorded for it"
        summary = "A role leads, and no line of accountability to any organisation is recorded"
    else:
        rest = f"and no line of accountability from it to {listed(name(id) for id in bodies)}, accountable there, is recorded"
        summary = "A role leads, and no line of accountability to the body that is accountable is recorded"
    leads = dict.fromkeys(one.place for cell in cells for one in cell.candidates if one.leads)
    return Noticed(
        message=f"{name(role.id)} leads on {what}, {rest}.",
        summary=summary,
        places=(Place(role.place, "no line is recorded"), *(Place(where, "names it as a lead") for where in leads)),
        entity=role.id,
        parties=(role.id, *bodies),
    )


RULE = Rule(
    code="ACC001",
    name="no-line",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    origin="S",
    looks_for=(
        "A role named by the map as a lead from which no line leads to a body that is accountable: its organisations and "
        "those it answers to, followed to their end, include neither the party recorded as accountable nor a body that the "
        "law names. Where nobody is recorded as accountable, or where another lead has such a line, any organisation is "
        "enough. An agreement in force that ties the two counts as a line."
    ),
    why=(
        "Someone who leads without answering to anybody has neither a mandate nor help when things are stuck. Public bodies "
        "in England answer for their functions through their officers and members, so each lead should be able to show the "
        "line (Nolan principle of accountability; Good Governance Standard for Public Services, 2004)."
    ),
    example="""\
map: {title: A lead without a line, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
roles:
  falls-chair: {title: Chair of the falls group, area: easton}
responsibilities:
  falls: {title: Falls prevention, needs_lead_at: [place]}
assignments:
  - {responsibility: falls, at: easton, leads: falls-chair}
""",
    settle="Record the role's organisation, or whom it answers to (`accountable_to`), or agree to whom it should answer.",
    not_when="The line exists and has not been recorded, or the role is an elected office that answers to voters.",
    question="To whom does this lead answer for the work, and who would step in if it stalled?",
    check=check,
)
