"""LOAD001: a role leads on more than a threshold, or far more than its peers of the same kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, partial
from statistics import median

from rolemap.findings.finding import Confidence, Noticed, Place, Severity
from rolemap.findings.rule import Evidence, Rule, Setting, said_locally
from rolemap.findings.words import counted, namer
from rolemap.graph import RoleGraph
from rolemap.model import Part
from rolemap.problems import Location


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every role that the map names as lead of too many distinct responsibilities."""
    graph = evidence.graph
    roles = graph.landscape.roles
    led = _led(graph)
    numbers: dict[str, list[int]] = defaultdict(list)
    for id, places in led.items():
        if roles[id].kind:
            numbers[roles[id].kind].append(len(places))
    name = namer(graph)
    usually = cache(partial(_usually, numbers))
    for id, places in led.items():
        number = len(places)
        peers, usual = usually(roles[id].kind, number)
        many = number > evidence.settings["most_leads"]
        more = (
            peers >= evidence.settings["fewest_peers"]
            and number >= evidence.settings["fewest_leads"]
            and number > evidence.settings["peers_factor"] * usual
        )
        if many or more:
            reason = f"more than {evidence.settings['most_leads']:g}"
            if not many:
                reason = f"where others of its kind mostly lead on {usual:g}"
            yield Noticed(
                message=f"{name(id)} leads on {counted(number, 'responsibility', 'responsibilities')}, {reason}.",
                summary=f"A role leads on {reason if many else 'far more than others of its kind'}",
                many=f"{{number}} posts lead on {reason if many else 'far more than others of their kind'}",
                places=(Place(roles[id].place, "this role"), *(Place(where, "leads") for where in _first(places))),
                entity=id,
                parties=(id,),
            )


def _usually(numbers: Mapping[str, list[int]], kind: str, own: int) -> tuple[int, float]:
    """Return how many other roles of a kind lead, and on how many they usually do, beside one that leads on `own`."""
    others = list(numbers.get(kind, ()))
    if others:
        others.remove(own)
    return len(others), median(others) if others else 0


def _led(graph: RoleGraph) -> dict[str, dict[str, Location]]:
    """Return the responsibilities each role leads on by the map's own words, each with where one assignment says so."""
    roles = graph.landscape.roles
    found: dict[str, dict[str, Location]] = defaultdict(dict)
    for cell in graph.cells:
        if cell.leads and said_locally(cell):
            for lead in cell.leads:
                if lead in roles and cell.responsibility not in found[lead]:
                    naming = cell.candidates if len(cell.candidates) == 1 else graph.naming(cell, Part.LEADS, lead)
                    found[lead][cell.responsibility] = naming[0].place
    return {id: places for id, places in found.items() if places}


def _first(places: dict[str, Location]) -> tuple[Location, ...]:
    return tuple(dict.fromkeys(places.values()))


RULE = Rule(
    code="LOAD001",
    name="overloaded",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    origin="L K",
    looks_for=(
        "A role that the map names as the lead of more distinct responsibilities than the threshold, or of far more than "
        "roles of the same kind elsewhere on the map. A responsibility led in several areas counts once."
    ),
    why=(
        "Responsibility charting asks of each column whether one person can stay on top of so much (Smith and Erwin, Role and "
        "Responsibility Charting). The King's Fund (Public health and population health: leading together, 2024) asks for "
        "support to leaders' wellbeing. The thresholds are our own and can be changed in the map."
    ),
    example="""\
map: {title: A role that leads on much, area: easton, settings: {LOAD001: {most_leads: 2}}}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations: {easton-council: {name: Easton Council, area: easton}}
roles: {health-lead: {title: Health lead, organisation: easton-council}}
responsibilities:
  falls: {title: Falls prevention, needs_lead_at: [place]}
  smoking: {title: Stop smoking services, needs_lead_at: [place]}
  weight: {title: Healthy weight, needs_lead_at: [place]}
assignments:
  - {responsibility: falls, at: easton, leads: health-lead}
  - {responsibility: smoking, at: easton, leads: health-lead}
  - {responsibility: weight, at: easton, leads: health-lead}
""",
    settle="Ask the role what it can really lead, and name others for the rest: deputies, consultants or partners.",
    not_when="The role is a team or a board with several people behind it, or leads in name while others are named to deliver.",
    question="Which of these does this role really lead, and which could someone else take on?",
    check=check,
    settings={
        "most_leads": Setting(15, "how many responsibilities a role may lead on before it is noticed"),
        "peers_factor": Setting(2.0, "how many times what its peers mostly (in the median) lead on a role may lead on"),
        "fewest_peers": Setting(3, "how many other leading roles of the same kind it takes to compare"),
        "fewest_leads": Setting(
            5, "how many responsibilities a role must lead on before it is compared with its peers"
        ),
    },
)
