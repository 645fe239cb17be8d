"""GAP005: the law names who must hold it, and no such body has a part there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from rolemap.findings.bodies import Bodies
from rolemap.findings.finding import Confidence, Noticed, Place, Severity
from rolemap.findings.rule import Evidence, Rule, places_of, said_locally
from rolemap.findings.words import listed
from rolemap.graph import Cell, RoleGraph
from rolemap.model import Landscape, Part, Responsibility, by_part

PLAYS = (Part.LEADS, Part.ACCOUNTABLE, Part.DELIVERS, Part.CONTRIBUTES)
"""The parts that count as having a part in a duty: to be asked or told does not."""


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every needed cell of a duty in which others play a part and nobody the law names does."""
    graph = evidence.graph
    responsibilities = graph.landscape.responsibilities
    bodies = Bodies(graph)
    usual = _levels_of(graph)
    for cell in graph.needed:
        duty = responsibilities[cell.responsibility]
        law = duty.law
        if law.kind != "duty" or not law.holder or not said_locally(cell):
            continue
        playing = {party for part, parties in by_part(cell) if part in PLAYS for party in parties}
        if not playing or any(bodies.can_hold(party, law) for party in playing):
            continue
        if any(
            bodies.can_hold(party, law) for id in cell.agreements for party in graph.landscape.agreements[id].parties
        ):
            continue
        there = _there(graph, law.holder, cell.area)
        missing = not duty.needs_lead_where and any(cell.level in usual(sort) for sort in law.holder)
        if there or missing:
            yield _noticed(graph.landscape, cell, duty, there)


def _noticed(landscape: Landscape, cell: Cell, duty: Responsibility, there: tuple[str, ...]) -> Noticed:
    named = listed((_sort_name(landscape, sort) for sort in duty.law.holder), 4)
    reference = f" ({duty.law.reference})" if duty.law.reference else ""
    area = landscape.title(cell.area)
    if there:
        rest = f"no part in it is recorded for {listed((landscape.title(id) for id in there), 4)} in {area}"
    else:
        rest = f"no such body is recorded in {area}"
    return Noticed(
        message=f"The law{reference} names who must hold “{duty.title}” ({named}), and {rest}.",
        summary=f"The law names who must hold “{duty.title}” ({named}), and no such body is recorded with a part in it",
        places=(
            *places_of(cell, "gives no part to a body the law names", duty),
            Place(duty.place, "the law is given here"),
            *(Place(party.place, "the law names it") for party in map(landscape.party, there) if party is not None),
        ),
        responsibility=cell.responsibility,
        area=cell.area,
        parties=there,
        severity=None if there else Severity.WARNING,
        confidence=None if there else Confidence.LOW,
    )


def _sort_name(landscape: Landscape, sort: str) -> str:
    """Return the name of an organisation type or role kind."""
    if sort in landscape.organisation_types:
        return landscape.organisation_types[sort].name
    return landscape.role_kinds[sort].title if sort in landscape.role_kinds else sort


def _there(graph: RoleGraph, holders: Iterable[str], area: str) -> tuple[str, ...]:
    """Return the organisations and roles in force of these types and kinds whose own area this is."""
    view = graph.view
    found = (id for sort in holders for index in (view.by_type, view.by_kind) for id in index.get((sort, area), ()))
    return tuple(dict.fromkeys(id for id in found if id in view.active))


def _levels_of(graph: RoleGraph) -> Callable[[str], frozenset[str]]:
    """Return a function from an organisation type or role kind to the levels at which such bodies are found."""
    landscape = graph.landscape

    @cache
    def levels(sort: str) -> frozenset[str]:
        if sort in landscape.organisation_types:
            return frozenset(landscape.organisation_types[sort].levels)
        kind = landscape.role_kinds.get(sort)
        return frozenset({kind.level} if kind is not None else ())

    return levels


RULE = Rule(
    code="GAP005",
    name="duty-not-held",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    origin="S",
    looks_for=(
        "A statutory duty that needs a lead in an area, where others play a part, and no body or post of the "
        "kinds the law names leads, is accountable, delivers, contributes or is party to an agreement that "
        "covers it. A body of that kind is recorded there, or bodies of that kind are found at that level. "
        "Where nobody has a part at all, GAP001 says so; what a catalogue says by itself is left alone."
    ),
    why=(
        "A duty stays with the body that the law puts it on, unless the law lets that body hand it over: the "
        "NHS Act 2006 says who may delegate to whom (sections 65Z5 to 65Z7) and which partnerships may be made "
        "(section 75). When the holder of a duty has no part in it on paper, either the map or the arrangement "
        "leaves it out."
    ),
    example="""\
map: {title: A duty without the body that holds it, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisation_types:
  council: {name: Council, levels: [place]}
  charity: {name: Charity}
organisations:
  easton-council: {name: Easton Council, type: council, area: easton}
  easton-care: {name: Easton Care, type: charity, area: easton}
responsibilities:
  health-improvement:
    title: Health improvement
    needs_lead_at: [place]
    law: {kind: duty, holder: [council], reference: NHS Act 2006 section 2B}
assignments:
  - {responsibility: health-improvement, at: easton, leads: easton-care}
""",
    settle=(
        "Record the holder's part: often it stays accountable while another leads. If it has handed the duty "
        "over, record the agreement and who delegates to whom."
    ),
    not_when=(
        "The body that holds it covers a wider area and is recorded there. A body the law only allows to hold "
        "it (`may_hold`) and a party to an agreement in force that covers the duty here raise nothing."
    ),
    question="Who answers to the law for this here, and how do they know that it is done?",
    check=check,
)
