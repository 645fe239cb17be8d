"""AGR002: an agreement that leads rest on has ended or was replaced."""

from __future__ import annotations

from collections.abc import Iterator

from rolemap.findings.finding import Confidence, Noticed, Place, Severity
from rolemap.findings.papers import Papers
from rolemap.findings.rule import Evidence, Rule, said_locally
from rolemap.findings.words import counted, listed
from rolemap.graph import Cell
from rolemap.model import Agreement, Landscape


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every agreement no longer in use that leads named by the map rest on."""
    graph = evidence.graph
    papers = Papers(graph)
    relying: dict[str, list[Cell]] = {}
    for cell in graph.cells:
        if cell.leads and said_locally(cell):
            for agreement in papers.ran_out(cell):
                relying.setdefault(agreement.id, []).append(cell)
    for id, cells in relying.items():
        agreement = graph.landscape.agreements[id]
        yield Noticed(
            message=f"“{agreement.title}” {papers.why_over(agreement)}, and {_what(graph.landscape, cells)} on it.",
            summary="An agreement that leads rest on has ended or been replaced",
            many="{number} agreements that leads rest on have ended or been replaced",
            places=_places(agreement, cells),
            entity=id,
            parties=agreement.parties,
            severity=Severity.PROMPT if all(cell.backed for cell in cells) else None,
        )


def _what(landscape: Landscape, cells: list[Cell]) -> str:
    titles = dict.fromkeys(f"“{landscape.title(cell.responsibility)}”" for cell in cells)
    areas = dict.fromkeys(cell.area for cell in cells)
    where = landscape.title(cells[0].area) if len(areas) == 1 else counted(len(areas), "area")
    leads, rest = ("the lead", "still rests") if len(cells) == 1 else ("the leads", "still rest")
    return f"{leads} for {listed(titles)} in {where} {rest}"


def _places(agreement: Agreement, cells: list[Cell]) -> tuple[Place, ...]:
    relying = dict.fromkeys(one.place for cell in cells for one in cell.candidates if one.leads)
    return (
        Place(agreement.place, "no longer in use"),
        *(Place(where, "names a lead that rests on it") for where in relying),
    )


RULE = Rule(
    code="AGR002",
    name="run-out",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    origin="S",
    looks_for=(
        "An agreement whose last day has passed, whose status is ended or superseded, or which a newer agreement in force "
        "replaces, while a lead on the map still rests on it."
    ),
    why=(
        "An agreement that has run out binds no one, and work often carries on as if it did. Partnership arrangements "
        "under section 75 of the NHS Act 2006 that pool funds must say how long they last (SI 2000/617, regulation 7(3)): what "
        "follows is for the parties to decide, not to drift into."
    ),
    example="""\
map: {title: An agreement that has run out, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations: {easton-council: {name: Easton Council, area: easton}}
responsibilities:
  falls: {title: Falls prevention, needs_lead_at: [place]}
agreements:
  falls-agreement:
    {title: Falls agreement, parties: [easton-council], covers: [{responsibility: falls, at: easton}], status: agreed,
     until: 2026-03-31}
assignments:
  - {responsibility: falls, at: easton, leads: easton-council, basis: falls-agreement}
""",
    settle=(
        "Renew the agreement and record its new dates, record the agreement that follows it and name that as the basis, "
        "or agree another lead."
    ),
    not_when=(
        "The parties have extended it and the map has not caught up: then record the new `until`. "
        "Where a newer agreement already covers the lead, only the basis in the map needs changing."
    ),
    question="Does everyone still work to this agreement, and what should follow it?",
    check=check,
)
