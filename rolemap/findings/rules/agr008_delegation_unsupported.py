"""AGR008: functions are delegated with no instrument that allows it, passed on against the terms, or in a circle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import networkx as nx

from rolemap.findings.finding import Confidence, Noticed, Place, Severity
from rolemap.findings.papers import Papers
from rolemap.findings.rule import Evidence, Rule
from rolemap.findings.words import counted, listed
from rolemap.graph import RoleGraph
from rolemap.model import Agreement, Delegation

DELEGATING = frozenset(
    {"section-75", "delegation-65z5", "section-7a", "joint-committee", "scheme-of-delegation", "lead-commissioner"}
)
"""Agreement types of the shipped catalogue under which functions can be delegated, or exercised by another body: NHS Act
2006 ss7A, 65Z5-65Z6, 75; Local Government Act 1972 ss101-102."""

Where = tuple[str, str]
"""A responsibility and the area or level a delegation of it holds at; either may be empty, for any."""


@dataclass(frozen=True, slots=True)
class Given:
    """One delegation of an agreement in use, with what it covers."""

    agreement: Agreement
    delegation: Delegation
    covers: tuple[Where, ...]


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every agreement whose delegations something is missing for, with all that is missing."""
    graph = evidence.graph
    papers = Papers(graph)
    given = [Given(agreement, one, _covers(agreement)) for agreement in papers.in_use() for one in agreement.delegates]
    reasons: dict[str, list[tuple[str, tuple[Place, ...]]]] = defaultdict(list)
    for id, reason, places in (
        *_relied_on(graph, papers),
        *_without_instrument(graph, given),
        *_passed_on(graph, given),
        *_circles(graph, given),
    ):
        if all(reason != known for known, _ in reasons[id]):
            reasons[id].append((reason, places))
    for id, found in reasons.items():
        agreement = graph.landscape.agreements[id]
        yield Noticed(
            message=f"In “{agreement.title}”, {'; and '.join(reason for reason, _ in found)}.",
            places=tuple(dict.fromkeys(place for _, places in found for place in places)),
            entity=id,
            parties=tuple(dict.fromkeys(end for one in agreement.delegates for end in (one.giver, one.to) if end)),
        )


Reason = tuple[str, str, tuple[Place, ...]]
"""The agreement concerned, a clause that says what is the matter, and where."""


def _relied_on(graph: RoleGraph, papers: Papers) -> Iterator[Reason]:
    """Yield the delegations of agreements not yet in force that a lead on the map already rests on."""
    delegating = {
        one.id: one for one in graph.landscape.agreements.values() if one.delegates and not one.backs(graph.on)
    }
    for assignment in graph.landscape.assignments if delegating else ():
        agreement = delegating.get(assignment.basis)
        if agreement is None or not assignment.in_force(graph.on) or papers.why_over(agreement):
            continue
        for one in agreement.delegates:
            if papers.akin(one.to, assignment.leads):
                clause = (
                    f"the delegation to {graph.landscape.title(one.to)} is not yet in force, and a lead rests on it"
                )
                places = (Place(one.place, "delegates"), Place(assignment.place, "names a lead that rests on it"))
                yield agreement.id, clause, places


def _without_instrument(graph: RoleGraph, given: list[Given]) -> Iterator[Reason]:
    types = graph.landscape.agreement_types
    for one in given:
        known = types.get(one.agreement.type)
        own_basis = known is not None and not known.catalogue and known.legal_basis
        if one.agreement.legal_basis or one.agreement.type in DELEGATING or own_basis:
            continue
        to = graph.landscape.title(one.delegation.to)
        clause = f"functions are delegated to {to}, and no legal basis that allows it is recorded"
        yield one.agreement.id, clause, (Place(one.delegation.place, "delegates"),)


def _passed_on(graph: RoleGraph, given: list[Given]) -> Iterator[Reason]:
    """Yield the delegations by which a body passes on what it was given on terms that do not allow it."""
    by_giver: dict[str, list[Given]] = defaultdict(list)
    for one in given:
        by_giver[one.delegation.giver].append(one)
    for first in given:
        if first.delegation.sub_delegation is not False:
            continue
        for then in by_giver.get(first.delegation.to, ()):
            if then.delegation.to != first.delegation.giver and _overlap(graph, first.covers, then.covers):
                names = [graph.landscape.title(id) for id in (first.delegation.to, then.delegation.to)]
                clause = (
                    f"{names[0]} passes on to {names[1]} what “{first.agreement.title}” does not allow to be passed on"
                )
                places = (
                    Place(then.delegation.place, "passes it on"),
                    Place(first.delegation.place, "does not allow it to be passed on"),
                )
                yield then.agreement.id, clause, places


def _circles(graph: RoleGraph, given: list[Given]) -> Iterator[Reason]:
    """Yield each circle of delegations of the same thing in the same place, at its first agreement by id."""
    by_where: dict[Where, list[Given]] = defaultdict(list)
    for one in given:
        for where in one.covers:
            by_where[where].append(one)
    for (responsibility, _), found in by_where.items():
        network: nx.DiGraph[str] = nx.DiGraph((one.delegation.giver, one.delegation.to) for one in found)
        for circle in nx.strongly_connected_components(network):
            inside = [one for one in found if {one.delegation.giver, one.delegation.to} <= circle]
            if inside and (len(circle) > 1 or next(iter(circle)) in network[next(iter(circle))]):
                first = min(inside, key=lambda one: one.agreement.id)
                names = listed(graph.landscape.title(id) for id in sorted(circle))
                what = f"“{graph.landscape.title(responsibility)}”" if responsibility else "the same functions"
                clause = f"{what} goes round in a circle of {counted(len(inside), 'delegation')} between {names}"
                yield first.agreement.id, clause, tuple(Place(one.delegation.place, "delegates") for one in inside)


def _covers(agreement: Agreement) -> tuple[Where, ...]:
    return tuple((one.responsibility, agreement.where(one)) for one in agreement.covers) or (("", agreement.area),)


def _overlap(graph: RoleGraph, these: tuple[Where, ...], those: tuple[Where, ...]) -> bool:
    """Return whether some responsibility is covered by both, in places that meet; nothing said covers nothing."""
    return any(a == c and a and graph.landscape.meet(b, d) for a, b in these for c, d in those)


RULE = Rule(
    code="AGR008",
    name="delegation-unsupported",
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    origin="S",
    looks_for=(
        "A delegation in an agreement with no legal basis recorded and of no type under which functions can be delegated; "
        "one that is not yet in force while a lead already rests on it; functions passed on although the delegation says "
        "they may not be; and delegations of the same thing that go round in a circle."
    ),
    why=(
        "A public body may hand over a function only where the law lets it, and what was delegated may not be passed on "
        "unless that was allowed: a general principle of public law, with powers such as sections 65Z5 and 75 of the NHS "
        "Act 2006 and section 101 of the Local Government Act 1972 as the exceptions. Decisions taken without the power can be "
        "set aside."
    ),
    example="""\
map: {title: A delegation without an instrument, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations: {easton-council: {name: Easton Council, area: easton}, easton-trust: {name: Easton Trust, area: easton}}
responsibilities:
  falls: {title: Falls prevention}
agreements:
  falls-agreement:
    {title: Falls agreement, parties: [easton-council, easton-trust], status: agreed, review: 2027-03-31, until: 2028-03-31,
     escalation: The two chief executives, covers: [{responsibility: falls, at: easton}],
     delegates: {from: easton-council, to: easton-trust}}
""",
    settle=(
        "Ask a lawyer or the governance lead which power is used, record it under `legal_basis`, and get leave to pass "
        "functions on, in writing, or take them back."
    ),
    not_when=(
        "Work is bought or done for another body without handing over the decision: then it is a contract or a "
        "contribution, and `delegates` should be left out."
    ),
    question="Which power lets this function be handed over, and who can take it back?",
    check=check,
)
