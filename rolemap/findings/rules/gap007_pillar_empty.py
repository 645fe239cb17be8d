"""GAP007: a pillar has nothing led in an area."""

from __future__ import annotations

from collections.abc import Iterator

from rolemap.findings.finding import Confidence, Noticed, Place, Severity
from rolemap.findings.rule import Evidence, Rule
from rolemap.findings.words import listed
from rolemap.graph import Cell

FEWEST = 2
"""A pillar with a single responsibility in an area is left to GAP001, which says the same."""


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every pillar and area where leads are needed for several responsibilities and none has one."""
    landscape = evidence.graph.landscape
    found: dict[tuple[str, str], list[Cell]] = {}
    for cell in evidence.graph.needed:
        if cell.pillar:
            found.setdefault((cell.pillar, cell.area), []).append(cell)
    for (pillar_id, area), cells in found.items():
        if len(cells) < FEWEST or any(cell.leads for cell in cells):
            continue
        pillar = landscape.pillars[pillar_id]
        needs = [landscape.responsibilities[cell.responsibility] for cell in cells]
        yield Noticed(
            message=(
                f"Under {pillar.name}, none of the {len(cells)} responsibilities that need a lead in {landscape.title(area)} "
                f"has one: {listed(one.title for one in needs)}."
            ),
            summary=f"No responsibility under {pillar.name} has a lead",
            places=(Place(pillar.place, "the pillar"), *(Place(one.place, "needs a lead here") for one in needs)),
            area=area,
            entity=f"{pillar_id}@{area}",
        )


RULE = Rule(
    code="GAP007",
    name="pillar-empty",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    origin="K",
    looks_for=(
        "A pillar of population health under which several responsibilities need a lead in an area, and none of "
        "them has one. A pillar with a single responsibility there is left to GAP001."
    ),
    why=(
        "The King's Fund (A vision for population health, 2018) describes four pillars: the wider determinants, "
        "health behaviours, places and communities, and the integrated health and care system. An area that "
        "leaves a whole pillar without a lead works on part of the picture."
    ),
    example="""\
map: {title: A pillar that nobody leads on, area: easton}
levels: {place: {name: Place, order: 1}}
pillars: {health-behaviours: {name: Health behaviours and lifestyles}}
areas: {easton: {name: Easton, level: place}}
responsibilities:
  stop-smoking: {title: Stop smoking services, pillar: health-behaviours, needs_lead_at: [place]}
  healthy-weight: {title: Healthy weight, pillar: health-behaviours, needs_lead_at: [place]}
""",
    settle="Agree who looks after the pillar as a whole in this area; leads for its parts then follow more easily.",
    not_when="The pillar is led on purpose at another level only: then leave this level out of what needs a lead.",
    question="Who speaks for this part of population health here?",
    check=check,
)
