"""GAP008: a lead, its organisation, its assignment or its agreement ends soon, and nothing follows on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from rolemap.findings.endings import Body, Endings, later
from rolemap.findings.finding import Confidence, Noticed, Place, Severity
from rolemap.findings.rule import Evidence, Rule, Setting, place, said_locally
from rolemap.findings.words import counted, day, listed, namer
from rolemap.graph import Cell, RoleGraph
from rolemap.model import Agreement, Assignment, Organisation

MOST_PLACES = 10
"""How many of the assignments that rest on an ending body or agreement a finding points at."""


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every body or agreement that ends within the horizon, and every cell whose assignment does."""
    graph = evidence.graph
    horizon = later(graph.on, round(evidence.settings["horizon"]))
    endings = Endings(graph, horizon)
    by_body: dict[str, tuple[Body, date, list[Cell]]] = {}
    told: set[tuple[str, str]] = set()
    for cell in graph.cells:
        ending = endings.of(cell)
        if ending is None or endings.led_on(cell, ending.on + timedelta(days=1)):
            continue
        told.add((cell.responsibility, cell.area))
        if isinstance(ending.entry, Assignment):
            yield _assignment(graph, cell, ending.entry, ending.on)
        else:
            by_body.setdefault(ending.entry.id, (ending.entry, ending.on, []))[2].append(cell)
    for body, last, cells in by_body.values():
        yield _body(graph, body, last, cells)
    for agreement, last, cells in endings.agreements(told):
        yield _agreement(graph, agreement, last, cells)


def _assignment(graph: RoleGraph, cell: Cell, assignment: Assignment, last: date) -> Noticed:
    landscape = graph.landscape
    title = landscape.responsibilities[cell.responsibility].title
    return Noticed(
        message=(
            f"The lead for “{title}” in {landscape.title(cell.area)} is agreed until {day(last)}, "
            "and nothing is recorded to follow."
        ),
        summary=f"The lead for “{title}” is agreed until {day(last)}, and nothing is recorded to follow,",
        places=(place(assignment, f"ends on {day(last)}"),),
        responsibility=cell.responsibility,
        area=cell.area,
        parties=cell.leads,
    )


def _body(graph: RoleGraph, body: Body, last: date, cells: list[Cell]) -> Noticed:
    landscape = graph.landscape
    next_ones = body.becomes if isinstance(body, Organisation) else ()
    ends = f"ends on {day(last)}"
    if next_ones:
        rest = f"it becomes {listed(landscape.title(id) for id in next_ones)}, which is not recorded as leading from then on"
        summary = f"A leading body {ends}, and what follows it is not recorded as leading from then on,"
    else:
        rest = "nothing is recorded to follow it"
        summary = f"A lead {ends}, and nothing is recorded to follow it,"
    return Noticed(
        message=f"{namer(graph)(body.id)} leads on {_what(graph, cells)} and {ends}; {rest}.",
        summary=summary,
        places=(place(body, ends), *_resting(cells)),
        entity=body.id,
        parties=(body.id, *next_ones),
        severity=Severity.PROMPT if next_ones else None,
        question="Who takes each of these on, and who tells the people who rely on it?" if next_ones else "",
    )


def _agreement(graph: RoleGraph, agreement: Agreement, last: date, cells: list[Cell]) -> Noticed:
    ends = f"ends on {day(last)}"
    return Noticed(
        message=f"“{agreement.title}” {ends}, no agreement follows, and the lead for {_what(graph, cells)} rests on it.",
        summary=f"An agreement that a lead rests on {ends}, and no agreement follows,",
        places=(place(agreement, ends), *_resting(cells)),
        entity=agreement.id,
        parties=agreement.parties,
        question="What happens to this the day after the agreement ends?",
    )


def _what(graph: RoleGraph, cells: list[Cell]) -> str:
    """Return the one responsibility and area concerned, or how many there are, with the first names."""
    title = graph.landscape.title
    if len(cells) == 1:
        return f"{title(cells[0].responsibility)} in {title(cells[0].area)}"
    names = dict.fromkeys(title(cell.responsibility) for cell in cells)
    areas = {cell.area: None for cell in cells}
    where = title(cells[0].area) if len(areas) == 1 else counted(len(areas), "area")
    return f"{counted(len(names), 'responsibility', 'responsibilities')} in {where} ({listed(names, 4)})"


def _resting(cells: list[Cell]) -> tuple[Place, ...]:
    """Return the places of the map's own assignments that name the leads of these cells, up to `MOST_PLACES`."""
    found = {
        one.place: Place(one.place, "names a lead that rests on it")
        for cell in cells
        if said_locally(cell)
        for one in cell.candidates
        if one.leads
    }
    return tuple(found.values())[:MOST_PLACES]


RULE = Rule(
    code="GAP008",
    name="lead-ends",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    origin="S",
    looks_for=(
        "A lead that will be gone within the horizon: its role, its organisation, the assignment that names it "
        "or the agreement it rests on has an end date, and nothing is recorded to follow. A body that ends and "
        "becomes another is a question only."
    ),
    why=(
        "Councils and NHS bodies are merged and abolished by law on a set date, and agreements run out. What "
        "the law hands over is written in the order or scheme; what was only agreed ends with the body that "
        "agreed it, unless somebody agrees it again. Leads are lost most easily at that moment."
    ),
    example="""\
map: {title: A lead that ends, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations:
  easton-council: {name: Easton Council, area: easton, until: 2027-03-31}
responsibilities:
  stop-smoking: {title: Stop smoking services, needs_lead_at: [place]}
assignments:
  - {responsibility: stop-smoking, at: easton, leads: easton-council}
""",
    settle=(
        "Record who leads from the day after: an assignment with that `from` date (proposed, if it is not "
        "agreed yet), what the organisation becomes, or the agreement that follows."
    ),
    not_when=(
        "The work itself ends on that day: end the responsibility too. A lead who stays beside the one who "
        "goes, and a lead by law who steps back in, raise nothing."
    ),
    question="Who leads the day after, and do they know?",
    check=check,
    settings={"horizon": Setting(12, "how far ahead to look, in months")},
)
