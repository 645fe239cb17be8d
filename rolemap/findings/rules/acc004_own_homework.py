"""ACC004: the same role leads, delivers and is accountable."""

from __future__ import annotations

from collections.abc import Iterator

from rolemap.findings.finding import Confidence, Noticed, Severity
from rolemap.findings.rule import Evidence, Rule, places_of, said_locally
from rolemap.findings.words import namer


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every cell where one role alone leads, delivers and is accountable."""
    graph = evidence.graph
    landscape = graph.landscape
    name = namer(graph)
    for cell in graph.cells:
        if not cell.accountable or not cell.leads == cell.delivers == cell.accountable or not said_locally(cell):
            continue
        if len(cell.leads) != 1 or cell.leads[0] not in landscape.roles:
            continue
        responsibility = landscape.responsibilities[cell.responsibility]
        yield Noticed(
            message=(
                f"{name(cell.leads[0])} alone leads, delivers and is accountable for “{responsibility.title}” in "
                f"{landscape.title(cell.area)}."
            ),
            summary=f"One role alone leads, delivers and is accountable for “{responsibility.title}”",
            places=places_of(cell, "names the role", responsibility),
            responsibility=cell.responsibility,
            area=cell.area,
            parties=cell.leads,
        )


RULE = Rule(
    code="ACC004",
    name="own-homework",
    severity=Severity.PROMPT,
    confidence=Confidence.MEDIUM,
    origin="L",
    looks_for="A responsibility in an area where one role, and no other, leads, delivers and is accountable.",
    why=(
        "Nobody else looks at the work. Responsibility charting asks of each line whether the one who does the work also "
        "approves it, so that duties stay properly apart (Smith and Erwin, Role and Responsibility Charting)."
    ),
    example="""\
map: {title: One role for everything, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations: {easton-council: {name: Easton Council, area: easton}}
roles: {falls-lead: {title: Falls lead, organisation: easton-council}}
responsibilities:
  falls: {title: Falls prevention, needs_lead_at: [place]}
assignments:
  - {responsibility: falls, at: easton, leads: falls-lead, delivers: falls-lead, accountable: falls-lead}
""",
    settle="Record who else looks at the work: someone to answer to, a board that is told, or partners who are consulted.",
    not_when="The work is small, or a check exists elsewhere, such as scrutiny or audit.",
    question="Who, other than the person doing it, would notice if this were not going well?",
    check=check,
)
