"""GAP006: led at a wider and at a narrower level, open in between."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from rolemap.findings.finding import Confidence, Noticed, Place, Severity
from rolemap.findings.rule import Evidence, Rule
from rolemap.findings.words import listed
from rolemap.graph import Cell, RoleGraph, State
from rolemap.graph.nearby import surroundings
from rolemap.model import Landscape

OPEN = (State.GAP, State.PROPOSED)

Around = Callable[[str], frozenset[str]]
"""From an area to the areas it lies within, at wider levels."""


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every open needed cell between a led cell of a wider and one of a narrower level."""
    graph = evidence.graph
    around = _around(graph)
    open_cells: dict[str, list[Cell]] = {}
    for cell in graph.needed:
        if cell.state in OPEN:
            open_cells.setdefault(cell.responsibility, []).append(cell)
    led: dict[str, list[Cell]] = {responsibility: [] for responsibility in open_cells}
    for cell in graph.cells:
        if cell.leads and cell.responsibility in led:
            led[cell.responsibility].append(cell)
    for responsibility, cells in open_cells.items():
        yield from _skipped(graph.landscape, cells, led[responsibility], around)


def _skipped(landscape: Landscape, cells: list[Cell], led: list[Cell], around: Around) -> Iterator[Noticed]:
    leading = {cell.area: cell for cell in led}
    inside: dict[str, list[Cell]] = {}
    for cell in led:
        for wider in around(cell.area):
            inside.setdefault(wider, []).append(cell)
    for cell in cells:
        above = [leading[area] for area in sorted(around(cell.area)) if area in leading]
        below = inside.get(cell.area, [])
        if above and below:
            yield _noticed(landscape, cell, above, below)


def _noticed(landscape: Landscape, cell: Cell, above: list[Cell], below: list[Cell]) -> Noticed:
    responsibility = landscape.responsibilities[cell.responsibility]
    wider = listed(landscape.title(one.area) for one in above)
    narrower = listed((landscape.title(one.area) for one in below), 4)
    return Noticed(
        message=(
            f"“{responsibility.title}” is led for {wider} and for {narrower}, "
            f"and no lead is agreed in between, for {landscape.title(cell.area)}."
        ),
        summary=f"“{responsibility.title}” is led at a wider and at a narrower level, and no lead is agreed in between,",
        places=(
            *(Place(one.place, "led at a wider level") for found in above for one in found.candidates if one.leads),
            *(Place(one.place, "led at a narrower level") for one in below[0].candidates if one.leads),
            Place(responsibility.place, "a lead is needed in between"),
        ),
        responsibility=cell.responsibility,
        area=cell.area,
    )


def _around(graph: RoleGraph) -> Around:
    landscape = graph.landscape
    order = {id: level.order for id, level in landscape.levels.items()}

    within = surroundings(graph)

    @cache
    def around(area: str) -> frozenset[str]:
        own = order.get(landscape.areas[area].level, 0)
        return frozenset(one for one in within(area) if order.get(landscape.areas[one].level, 0) < own)

    return around


RULE = Rule(
    code="GAP006",
    name="level-skipped",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    origin="K",
    looks_for=(
        "A responsibility led for a wider area and for a narrower one inside it, with no agreed lead for an "
        "area in between that needs one."
    ),
    why=(
        "The King's Fund (Public health and population health: leading together, 2024) asks for explicit "
        "agreements on who leads on what at integrated care system level and at other levels, and its work on "
        "population health asks that the levels complement each other. Where the one in the middle is open, the "
        "two on either side have nobody to join with."
    ),
    example="""\
map: {title: A level left out, area: midshire}
levels: {region: {name: Region, order: 1}, system: {name: System, order: 2}, place: {name: Place, order: 3}}
areas:
  midshire: {name: Midshire, level: region}
  northshire: {name: Northshire, level: system, within: [midshire]}
  easton: {name: Easton, level: place, within: [northshire]}
organisations:
  midshire-office: {name: Midshire Office, area: midshire}
  easton-council: {name: Easton Council, area: easton}
responsibilities:
  tobacco: {title: Tobacco control, needs_lead_at: [region, system, place]}
assignments:
  - {responsibility: tobacco, at: midshire, leads: midshire-office}
  - {responsibility: tobacco, at: easton, leads: easton-council}
""",
    settle=(
        "Name who joins the two levels up, or decide that the level in between needs no lead and take it out of "
        "the need."
    ),
    not_when=(
        "The wider level deals with the narrower one directly, on purpose: then the level in between needs no lead."
    ),
    question="How do the two levels hear of each other, if nobody stands in between?",
    check=check,
)
