"""OVL007: many deliver, or most parties are consulted or informed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from rolemap.findings.finding import Confidence, Noticed, Severity
from rolemap.findings.rule import Evidence, Rule, Setting, places_of, said_locally
from rolemap.findings.words import counted
from rolemap.graph import Cell, RoleGraph
from rolemap.model import Part, Pattern, Role


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every cell where more deliver than the setting, or most of the area is asked or told."""
    graph = evidence.graph
    landscape = graph.landscape
    settings = evidence.settings
    around: dict[str, set[str]] | None = None
    for cell in graph.cells:
        heard = {*cell.consulted, *cell.informed}
        if len(cell.delivers) <= settings["most_deliver"] and len(heard) < settings["least_heard"]:
            continue
        if not said_locally(cell):
            continue
        around = _around(graph) if around is None else around
        title = landscape.responsibilities[cell.responsibility].title
        here = landscape.title(cell.area)
        delivering = _different(graph, cell)
        if delivering > settings["most_deliver"]:
            message = f"{delivering} different parties are recorded as delivering “{title}” in {here}."
            summary = f"Many parties are recorded as delivering “{title}”"
        elif len(heard) >= settings["least_heard"] and len(heard) >= settings["most_heard"] * len(around[cell.area]):
            message = (
                f"{counted(len(heard), 'party', 'parties')} of the {len(around[cell.area])} recorded in {here} are consulted "
                f"or informed about “{title}”."
            )
            summary = f"Most parties are consulted or informed about “{title}”"
        else:
            continue
        yield Noticed(
            message=message,
            summary=summary,
            places=places_of(cell, "names them", landscape.responsibilities[cell.responsibility]),
            responsibility=cell.responsibility,
            area=cell.area,
        )


def _different(graph: RoleGraph, cell: Cell) -> int:
    """Return how many different parties deliver; a pattern counts once, and so do bodies of one type in different areas."""
    found: set[str] = set()
    for named in (party for one in cell.candidates for party in one.parties(Part.DELIVERS)):
        if Pattern.is_pattern(named):
            found.add(named)
            continue
        party = graph.landscape.party(named)
        if party is not None and named in cell.delivers:
            sort = party.kind if isinstance(party, Role) else party.type
            found.add(sort if sort and cell.area not in graph.view.areas_of(named) else named)
    return len(found)


def _around(graph: RoleGraph) -> dict[str, set[str]]:
    """Return the roles and organisations in force of each area, and those that play a part there."""
    landscape = graph.landscape
    found: dict[str, set[str]] = defaultdict(set)
    for section in (landscape.organisations, landscape.roles):
        for id in section:
            for area in graph.view.areas_of(id) if id in graph.view.active else ():
                found[area].add(id)
    for cell in graph.cells:
        for part in Part:
            found[cell.area].update(cell.parties(part))
    return found


RULE = Rule(
    code="OVL007",
    name="crowded",
    severity=Severity.PROMPT,
    confidence=Confidence.LOW,
    origin="L",
    looks_for=(
        "A responsibility that, by the map's own word, many different parties deliver in one area, or about "
        "which most of the area's parties are consulted or informed."
    ),
    why=(
        "Responsibility charting (RACI; Smith and Erwin, Role and Responsibility Charting) asks of a row with "
        "many who do the work whether anyone holds it together, and of a row with many who are asked whether "
        "all of them need to be: each takes time, and the decision waits for the last."
    ),
    example="""\
map: {title: Many deliver the same thing, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations:
  easton-council: {name: Easton Council, area: easton}
  easton-trust: {name: Easton Trust, area: easton}
  easton-care: {name: Easton Care, area: easton}
  easton-leisure: {name: Easton Leisure, area: easton}
  easton-housing: {name: Easton Housing, area: easton}
  easton-voices: {name: Easton Voices, area: easton}
responsibilities:
  falls: {title: Preventing falls, needs_lead_at: [place]}
assignments:
  - responsibility: falls
    at: easton
    leads: easton-council
    delivers: [easton-council, easton-trust, easton-care, easton-leisure, easton-housing, easton-voices]
""",
    settle=(
        "Say which of them do the work and which contribute; keep those who must be asked before a decision "
        "apart from those who want to know."
    ),
    not_when=(
        "Many sites or services do the same work side by side on purpose. A pattern (`kind:`, `type:`) counts "
        "as one, and so do bodies of one type that each work in their own area."
    ),
    question="Who could leave this list without anybody noticing?",
    check=check,
    settings={
        "most_deliver": Setting(5, "number of different parties that may deliver one responsibility in an area"),
        "most_heard": Setting(0.6, "share of the area's parties from which being asked or told counts as crowded"),
        "least_heard": Setting(6, "number of parties asked or told below which nothing is raised"),
    },
)
