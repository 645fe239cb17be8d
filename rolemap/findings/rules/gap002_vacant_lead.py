"""GAP002: the leading role is vacant, in so many words or in disguise."""

from __future__ import annotations

from collections.abc import Iterator

from rolemap.findings.finding import Confidence, Noticed, Severity
from rolemap.findings.rule import Evidence, Rule, place, places_of
from rolemap.findings.vacancies import is_vacancy
from rolemap.findings.words import listed, namer
from rolemap.model import Role


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every needed cell whose leads are all vacant roles, openly or by the words of their holder."""
    graph = evidence.graph
    roles = graph.landscape.roles
    empty = {id for id in graph.view.active if id in roles and (roles[id].vacant or is_vacancy(roles[id].holder))}
    name = namer(graph)
    for cell in graph.needed if empty else ():
        if not cell.leads or not empty.issuperset(cell.leads):
            continue
        vacant = [roles[lead] for lead in cell.leads]
        told = all(role.vacant for role in vacant)
        who = listed(name(role.id) for role in vacant)
        is_empty = "recorded as vacant" if told else "held by nobody, to judge by the words given for its holder"
        responsibility = graph.landscape.responsibilities[cell.responsibility]
        yield Noticed(
            message=(
                f"The lead for “{responsibility.title}” in {graph.landscape.title(cell.area)} is {who}, "
                f"which is {is_empty}."
            ),
            summary=f"The lead is {who}, which is {is_empty},",
            places=(
                *(place(role, _note(role)) for role in vacant),
                *places_of(cell, "names it as lead", responsibility),
            ),
            responsibility=cell.responsibility,
            area=cell.area,
            parties=cell.leads,
            severity=None if told else Severity.WARNING,
            confidence=None if told else Confidence.MEDIUM,
        )


def _note(role: Role) -> str:
    return "recorded as vacant" if role.vacant else f'its holder is given as "{role.holder}"'


RULE = Rule(
    code="GAP002",
    name="vacant-lead",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    origin="N",
    looks_for=(
        "A lead that is a role nobody fills: it is marked as vacant, or the words given for its holder say so "
        '("TBC", "to be appointed", "vacant since May", "N/A").'
    ),
    why=(
        "On paper there is a lead; the telephone rings in an empty office. A post can stay empty for months, "
        "and the work it leads on either waits or is picked up by someone whom nobody has told others about. "
        "This is our own reasoning."
    ),
    example="""\
map: {title: A lead with nobody in post, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations: {easton-council: {name: Easton Council, area: easton}}
roles:
  easton-dph: {title: Director of public health, organisation: easton-council, vacant: true}
responsibilities:
  stop-smoking: {title: Stop smoking services, needs_lead_at: [place]}
assignments:
  - {responsibility: stop-smoking, at: easton, leads: easton-dph}
""",
    settle=(
        "Say who leads until the post is filled, as an assignment with an `until` date; or, where somebody acts "
        "in the post, take `vacant: true` away."
    ),
    not_when=(
        "Somebody acts in the post: say so in the holder's words (acting, interim, covered by). One of several "
        "joint leads being vacant raises nothing, since another lead is there."
    ),
    question="Until the post is filled, who decides?",
    check=check,
)
