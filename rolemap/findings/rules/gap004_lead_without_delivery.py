"""GAP004: someone leads, no one delivers or contributes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rolemap.findings.finding import Confidence, Noticed, Place, Severity
from rolemap.findings.rule import Evidence, Rule, Setting, places_of, said_locally
from rolemap.findings.words import counted
from rolemap.graph import Cell, State


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every cell the map itself gives a lead and nobody to do the work, or one for the whole map."""
    landscape = evidence.graph.landscape
    led = [cell for cell in evidence.graph.cells if cell.leads and _names_lead(cell)]
    idle = _without_delivery(evidence, led)
    recorded = len(led) - len(idle)
    if len(idle) > evidence.settings["most_listed"] and recorded < evidence.settings["least_recorded"] * len(led):
        yield _of_the_whole_map(evidence, led, idle)
        return
    for cell in idle:
        a_body = any(lead in landscape.organisations for lead in cell.leads)
        if a_body and _told_as_assumed(cell):
            continue
        responsibility = landscape.responsibilities[cell.responsibility]
        nobody = f"Nobody is recorded as delivering or contributing to “{responsibility.title}”"
        yield Noticed(
            message=f"{nobody} in {landscape.title(cell.area)}, where it has a lead.",
            summary=f"{nobody}, which has a lead,",
            places=places_of(cell, "names who leads, and nobody who does the work", responsibility),
            responsibility=cell.responsibility,
            area=cell.area,
            parties=cell.leads,
            severity=Severity.PROMPT if a_body else None,
        )


def _names_lead(cell: Cell) -> bool:
    """Return whether the map itself, not only a catalogue or the law, names a lead here."""
    return any(one.leads and not one.catalogue and one.basis != "law" for one in cell.candidates)


def _told_as_assumed(cell: Cell) -> bool:
    """Return whether AGR001, AGR002 or AGR006 speaks of the cell: nothing in force stands behind its lead."""
    return cell.needed and cell.backed is False and cell.state is not State.CONTESTED and said_locally(cell)


def _without_delivery(evidence: Evidence, led: Iterable[Cell]) -> list[Cell]:
    """Return the led cells where nobody delivers or contributes, nor in the same area to a part of the responsibility."""
    responsibilities = evidence.graph.landscape.responsibilities
    in_parts = {
        (responsibilities[cell.responsibility].part_of, cell.area)
        for cell in evidence.graph.cells
        if responsibilities[cell.responsibility].part_of and (cell.delivers or cell.contributes)
    }
    return [
        cell
        for cell in led
        if not cell.delivers and not cell.contributes and (cell.responsibility, cell.area) not in in_parts
    ]


def _of_the_whole_map(evidence: Evidence, led: list[Cell], idle: list[Cell]) -> Noticed:
    landscape = evidence.graph.landscape
    done = len(led) - len(idle)
    first = places_of(idle[0], "names who leads, and nobody who does the work", landscape.areas[idle[0].area])
    return Noticed(
        message=(
            f"The map itself names who leads in {counted(len(led), 'place')}, "
            f"and in {done or 'none'} of them who delivers or contributes."
        ),
        places=(Place(landscape.info.place, "the map as a whole"), *first),
        entity=landscape.info.area or "map",
        question="Is it worth recording who does the work, and for which responsibilities first?",
        severity=Severity.PROMPT,
    )


RULE = Rule(
    code="GAP004",
    name="lead-without-delivery",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    origin="L",
    looks_for=(
        "A responsibility to which the map itself gives a lead in an area, with nobody in force who delivers or "
        "contributes. What a catalogue says by itself, and who leads by law, is left alone. Where an "
        "organisation leads it is only a question, since it may do the work itself. A map that hardly records "
        "who does the work gets one question instead of a long list."
    ),
    why=(
        "Responsibility charting (RACI; Smith and Erwin, Role and Responsibility Charting) reads each row of "
        "the chart, and of a row in which nobody does the work it asks whether the job is getting done. A lead "
        "without hands is one reason why a strategy stays on paper."
    ),
    example="""\
map: {title: A lead and nobody to do the work, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
roles:
  easton-dph: {title: Director of public health, area: easton}
responsibilities:
  stop-smoking: {title: Stop smoking services, needs_lead_at: [place]}
assignments:
  - {responsibility: stop-smoking, at: easton, leads: easton-dph}
""",
    settle=(
        "Record who delivers or contributes, the lead's own team included, or say that the work is not being done yet."
    ),
    not_when=(
        "The lead does the work alone: name the lead under `delivers` too. Where parts of the responsibility "
        "(`part_of`) are delivered in the same area, nothing is raised, and where an organisation leads and nothing in force "
        "stands behind its lead, that question comes first (AGR001, AGR002, AGR006)."
    ),
    question="Who does the work here, and do they know that this is the lead?",
    check=check,
    settings={
        "least_recorded": Setting(
            0.5, "share of the places led by the map's own word that also say who does the work; below it, one question"
        ),
        "most_listed": Setting(5, "number of places shown one by one whatever that share"),
    },
)
