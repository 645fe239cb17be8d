"""LOAD003: a role has a part in nearly everything in its area."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rolemap.findings.finding import Confidence, Noticed, Severity
from rolemap.findings.rule import Evidence, Rule, Setting, place, said_locally
from rolemap.findings.words import namer
from rolemap.graph import RoleGraph


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every role with a part, by the map's own words, in more than the share of an area's cells."""
    graph = evidence.graph
    totals = Counter(cell.area for cell in graph.needed)
    name = namer(graph)
    for id, role in graph.landscape.roles.items():
        if id not in graph.view.active:
            continue
        for area in graph.view.areas_of(id):
            total = totals[area]
            if total < evidence.settings["fewest_cells"]:
                continue
            number = _parts(graph, id, area)
            if number > evidence.settings["share"] * total:
                yield Noticed(
                    message=(
                        f"{name(id)} has a part in {number} of the {total} responsibilities that need a lead in "
                        f"{graph.landscape.title(area)}."
                    ),
                    summary=f"A role has a part in more than {evidence.settings['share']:.0%} of what needs a lead in its area",
                    many=f"{{number}} posts have a part in over {evidence.settings['share']:.0%} of what needs a lead there",
                    places=(place(role, "has a part in nearly everything"),),
                    entity=id,
                    parties=(id,),
                )
                break


def _parts(graph: RoleGraph, role: str, area: str) -> int:
    return sum(cell.needed and cell.area == area and said_locally(cell) for cell in graph.cells_of(role))


RULE = Rule(
    code="LOAD003",
    name="in-everything",
    severity=Severity.PROMPT,
    confidence=Confidence.MEDIUM,
    origin="L",
    looks_for=(
        "A role that leads, delivers, contributes, is accountable, consulted or informed in more than the given share of all "
        "responsibilities that need a lead in its area."
    ),
    why=(
        "Responsibility charting asks of a column without empty cells whether the role needs to be involved in so much "
        "(Smith and Erwin, Role and Responsibility Charting). Being asked about everything slows others and tires the role."
    ),
    example="""\
map: {title: A part in everything, area: easton, settings: {LOAD003: {fewest_cells: 2}}}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations: {easton-council: {name: Easton Council, area: easton}}
roles: {health-lead: {title: Health lead, organisation: easton-council}}
responsibilities:
  falls: {title: Falls prevention, needs_lead_at: [place]}
  smoking: {title: Stop smoking services, needs_lead_at: [place]}
assignments:
  - {responsibility: falls, at: easton, leads: easton-council, informed: health-lead}
  - {responsibility: smoking, at: easton, leads: health-lead}
""",
    settle="Ask the role where it can step back: be told instead of asked, or leave it to the lead.",
    not_when="The role exists to see the whole, such as a director of public health in a small council or a programme office.",
    question="Where could this role step back without anything being lost?",
    check=check,
    settings={
        "share": Setting(0.8, "the share (0 to 1) of what needs a lead in an area above which it is nearly everything"),
        "fewest_cells": Setting(
            10, "how many responsibilities must need a lead in the area before shares are compared"
        ),
    },
)
