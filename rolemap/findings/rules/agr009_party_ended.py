"""AGR009: a party to an agreement in use has ended or been merged."""

from __future__ import annotations

from collections.abc import Iterator

from rolemap.findings.finding import Confidence, Noticed, Severity
from rolemap.findings.papers import Papers
from rolemap.findings.rule import Evidence, Rule, place
from rolemap.findings.words import day, listed, namer
from rolemap.graph import RoleGraph
from rolemap.model import Organisation, Role


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every agreement in use with such a party, unless what it became is a party too."""
    graph = evidence.graph
    name = namer(graph)
    for agreement in Papers(graph).in_use():
        known = ((id, graph.landscape.party(id)) for id in agreement.parties)
        ended = {
            id: (party, why)
            for id, party in known
            if party and not _followed(party, agreement.parties) and (why := _why(graph, party))
        }
        if ended:
            clauses = listed((f"{name(id)}, which {why}" for id, (_, why) in ended.items()), len(ended))
            verb = "is a party" if len(ended) == 1 else "are parties"
            yield Noticed(
                message=f"{clauses}, {verb} to “{agreement.title}”, which is still in use.",
                summary="A party to an agreement in use has ended or been merged",
                many="{number} agreements in use have a party that has ended or been merged",
                places=(
                    place(agreement, "lists the party"),
                    *(place(party, "has ended or been merged") for party, _ in ended.values()),
                ),
                entity=agreement.id,
                parties=tuple(ended),
            )


def _followed(party: Role | Organisation, parties: tuple[str, ...]) -> bool:
    """Return whether what a party became is a party too: then the agreement has already been taken over."""
    return isinstance(party, Organisation) and not set(party.becomes).isdisjoint(parties)


def _why(graph: RoleGraph, party: Role | Organisation) -> str:
    """Return how a party ended ("ended on 1 March 2026 and became X"), or an empty text where it has not."""
    became = [id for id in party.becomes if id in graph.view.active] if isinstance(party, Organisation) else []
    into = f"became {listed(graph.landscape.title(id) for id in became)}" if became else ""
    if party.until is not None and party.until < graph.on:
        ended = f"ended on {day(party.until)}"
        return f"{ended} and {into}" if into else ended
    if into and party.until is None:
        return into
    if isinstance(party, Role) and party.organisations and _gone(graph, party):
        return "stood in an organisation that has ended"
    return ""


def _gone(graph: RoleGraph, role: Role) -> bool:
    """Return whether every organisation of a role has reached its last day."""
    organisations = graph.landscape.organisations
    return all(
        id in organisations and (until := organisations[id].until) is not None and until < graph.on
        for id in role.organisations
    )


RULE = Rule(
    code="AGR009",
    name="party-ended",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    origin="S",
    looks_for=(
        "An agreement in use with a party whose last day has passed, or which has become another body that is in force. "
        "It stays silent where that other body is a party too."
    ),
    why=(
        "When a body is abolished or merged its agreements go to a successor only if a transfer scheme or the agreement "
        "says so; this is how reorganisations are done in English law (for example transfers under the Health and Care "
        "Act 2022). Without it the other parties may have no one to hold to the agreement."
    ),
    example="""\
map: {title: A party that has ended, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations:
  easton-council: {name: Easton Council, area: easton}
  easton-trust: {name: Easton Trust, area: easton, until: 2026-03-31, becomes: [valley-trust]}
  valley-trust: {name: Valley Trust, area: easton, from: 2026-04-01}
agreements:
  falls-agreement:
    {title: Falls agreement, parties: [easton-council, easton-trust], status: agreed, review: 2027-03-31, until: 2028-03-31,
     escalation: The two chief executives}
""",
    settle="Find out whether the agreement passed to the successor; then name the successor as a party, or end the agreement.",
    not_when="A transfer scheme moved it and the map has not caught up: then record the successor as a party.",
    question="Who stands in this party's place now, and do they know of the agreement?",
    check=check,
)
