"""GAP003: the only lead is a proposed one."""

from __future__ import annotations

from collections.abc import Iterator

from rolemap.findings.finding import Confidence, Noticed, Place, Severity
from rolemap.findings.rule import Evidence, Rule
from rolemap.findings.words import listed, namer
from rolemap.graph import State


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every needed cell in state proposed."""
    graph = evidence.graph
    landscape = graph.landscape
    name = namer(graph)
    for cell in graph.needed:
        if cell.state is not State.PROPOSED:
            continue
        responsibility = landscape.responsibilities[cell.responsibility]
        who = listed(name(lead) for lead in cell.proposed_leads)
        summary = f"The only lead for “{responsibility.title}” is a proposed one"
        yield Noticed(
            message=f"The only lead for “{responsibility.title}” in {landscape.title(cell.area)} is proposed: {who}.",
            summary=summary,
            stem=f"{who} {'is' if len(cell.proposed_leads) == 1 else 'are'} only proposed as lead",
            places=(
                *(Place(one.place, "proposes a lead") for one in cell.proposed),
                Place(responsibility.place, "a lead is needed here"),
            ),
            responsibility=cell.responsibility,
            area=cell.area,
            parties=cell.proposed_leads,
        )


RULE = Rule(
    code="GAP003",
    name="only-proposed",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    origin="N",
    looks_for=(
        "A responsibility that needs a lead in an area, where the only lead named is proposed: the assignment, "
        "the role or its organisation is not in force yet."
    ),
    why=(
        "A proposal that stays in the papers soon reads like a decision, and people begin to rely on it. Until "
        "it is agreed, nobody leads. This is our own reasoning."
    ),
    example="""\
map: {title: A lead that is only proposed, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
roles:
  easton-dph: {title: Director of public health, area: easton}
responsibilities:
  stop-smoking: {title: Stop smoking services, needs_lead_at: [place]}
assignments:
  - {responsibility: stop-smoking, at: easton, leads: easton-dph, status: proposed}
""",
    settle="Agree the proposal and set its status to agreed, or withdraw it; and say who leads until then.",
    not_when="The proposal is on the agenda of a named meeting soon: accept the finding until that date.",
    question="What stands in the way of agreeing this, and who leads until it is agreed?",
    check=check,
)
