"""GAP010: led and delivered, and nobody is consulted or informed."""

from __future__ import annotations

from collections.abc import Iterator

from rolemap.findings.finding import Confidence, Noticed, Severity
from rolemap.findings.rule import Evidence, Rule, Setting, places_of, said_locally


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every cell led and delivered by the map's own word where nobody is consulted or informed."""
    graph = evidence.graph
    landscape = graph.landscape
    cells = [cell for cell in graph.cells if cell.leads and (cell.delivers or cell.contributes) and said_locally(cell)]
    silent = [cell for cell in cells if not cell.consulted and not cell.informed]
    if len(cells) - len(silent) < evidence.settings["least_recorded"] * len(cells):
        return
    for cell in silent:
        responsibility = landscape.responsibilities[cell.responsibility]
        summary = f"Nobody is recorded as consulted or informed about “{responsibility.title}”"
        yield Noticed(
            message=f"{summary} in {landscape.title(cell.area)}, where it is led and delivered.",
            summary=summary,
            places=places_of(cell, "names nobody who is asked or told", responsibility),
            responsibility=cell.responsibility,
            area=cell.area,
            parties=cell.leads,
        )


RULE = Rule(
    code="GAP010",
    name="no-conversation",
    severity=Severity.PROMPT,
    confidence=Confidence.LOW,
    origin="L",
    looks_for=(
        "A responsibility with a lead and somebody who does the work in an area, by the map's own word, where "
        "nobody is consulted or informed. A map that seldom records who is asked or told is left alone."
    ),
    why=(
        "Responsibility charting (RACI; Smith and Erwin, Role and Responsibility Charting) also reads each row "
        "for those who are asked before and told after: a row without any raises the question whether "
        "departments talk to each other."
    ),
    example="""\
map: {title: Nobody asked and nobody told, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations:
  easton-council: {name: Easton Council, area: easton}
  easton-care: {name: Easton Care, area: easton}
responsibilities:
  stop-smoking: {title: Stop smoking services, needs_lead_at: [place]}
  healthy-weight: {title: Healthy weight, needs_lead_at: [place]}
assignments:
  - {responsibility: stop-smoking, at: easton, leads: easton-council, delivers: easton-care}
  - {responsibility: healthy-weight, at: easton, leads: easton-council, delivers: easton-care, informed: easton-care}
""",
    settle=("Record who is asked before decisions and told after them, residents and their representatives included."),
    not_when="The work concerns nobody else, or everyone it concerns already leads, delivers or contributes.",
    question="Who would be surprised by a decision here, and should have been asked?",
    check=check,
    settings={
        "least_recorded": Setting(
            0.5, "share of the places led and delivered that also say who is asked or told; below it, nothing is raised"
        ),
    },
)
