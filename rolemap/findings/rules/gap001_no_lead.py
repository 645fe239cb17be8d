"""GAP001: a place that needs a lead has none in force."""

from __future__ import annotations

from collections.abc import Iterator

from rolemap.findings.finding import Confidence, Noticed, Place, Severity
from rolemap.findings.rule import Evidence, Rule, places_of
from rolemap.graph import State


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every needed cell in state gap."""
    graph = evidence.graph
    landscape = graph.landscape
    for cell in graph.needed:
        if cell.state is not State.GAP:
            continue
        responsibility = landscape.responsibilities[cell.responsibility]
        need = Place(responsibility.place, "a lead is needed here")
        said = places_of(cell, "speaks of it without naming a lead", responsibility) if cell.candidates else ()
        summary = f"No lead is recorded for “{responsibility.title}”"
        yield Noticed(
            message=f"{summary} in {landscape.title(cell.area)}.",
            summary=summary,
            stem="No lead is recorded",
            places=(*said, need),
            responsibility=cell.responsibility,
            area=cell.area,
        )


RULE = Rule(
    code="GAP001",
    name="no-lead",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    origin="L K",
    looks_for="A responsibility that needs a lead in an area, where nobody in force is recorded as leading on it.",
    why=(
        "Where no one is known to lead, everyone may assume that someone else does. The King's Fund (Public health and "
        "population health: leading together, 2024) found that joint work goes well where roles and responsibilities are "
        "clearly demarcated, and asks for explicit agreements on who will lead on what at each level."
    ),
    example="""\
map: {title: One place without a lead, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
responsibilities:
  stop-smoking: {title: Stop smoking services, needs_lead_at: [place]}
""",
    settle="Agree who leads there and record it as an assignment, or take the need away if no lead is needed at this level.",
    not_when=(
        "The work is led on purpose at another level only: then leave this level out of `needs_lead_at`, "
        "or accept the finding with the reason."
    ),
    question="Who would people call about this today, and should that be the lead?",
    check=check,
)
