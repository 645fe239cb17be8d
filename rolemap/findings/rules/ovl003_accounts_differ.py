"""OVL003: one body's account names a lead that another's contradicts: double claims and orphan claims."""

from __future__ import annotations

from collections.abc import Iterator

from rolemap.findings.accounts import Accounts, accounts_of, contradict
from rolemap.findings.bodies import Bodies
from rolemap.findings.finding import Confidence, Noticed, Place, Severity
from rolemap.findings.rule import Evidence, Rule
from rolemap.findings.words import listed, namer

DOUBLE = "Each names itself as lead on"
ORPHAN = "Each names the other as lead on"
DIFFER = "Accounts differ of who leads on"

QUESTIONS = {
    DOUBLE: "What does each of you do here, and which part of it is leading?",
    ORPHAN: "Each of you looks to the other for this: who will take it on?",
    DIFFER: "",
}
"""The question for each kind of difference; empty where the rule's own fits."""


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every cell of which two parties' accounts name no lead in common."""
    graph = evidence.graph
    landscape = graph.landscape
    bodies = Bodies(graph)
    name = namer(graph)
    for cell in graph.cells:
        if len(cell.candidates) < 2:
            continue
        accounts = accounts_of(graph, cell)
        if len(accounts) < 2 or not contradict(bodies, accounts):
            continue
        kind = _kind(bodies, accounts)
        title = landscape.responsibilities[cell.responsibility].title
        told = "; ".join(f"{name(party)} names {listed(map(name, leads))}" for party, leads in accounts.items())
        yield Noticed(
            message=f"{kind} “{title}” in {landscape.title(cell.area)}: {told}.",
            summary=f"{kind} “{title}”",
            places=tuple(
                Place(one.place, f"the account of {name(one.said_by)}")
                for one in cell.candidates
                if one.said_by in accounts
            ),
            responsibility=cell.responsibility,
            area=cell.area,
            parties=tuple(dict.fromkeys((*accounts, *cell.leads))),
            question=QUESTIONS[kind],
        )


def _kind(bodies: Bodies, accounts: Accounts) -> str:
    """Return how the accounts differ: all claim it, each of two names the other, or otherwise."""
    claims = [any(bodies.same(party, lead) for lead in leads) for party, leads in accounts.items()]
    if all(claims):
        return DOUBLE
    if len(accounts) == 2 and not any(claims):
        (one, by_one), (other, by_other) = accounts.items()
        if any(bodies.same(other, lead) for lead in by_one) and any(bodies.same(one, lead) for lead in by_other):
            return ORPHAN
    return DIFFER


RULE = Rule(
    code="OVL003",
    name="accounts-differ",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    origin="N",
    looks_for=(
        "Assignments that say whose account they are (`said_by`), where two parties name different leads for "
        "the same responsibility in the same area: each names itself, each names the other, or they differ in "
        "another way."
    ),
    why=(
        "What people believe of each other's roles is where muddles begin: responsibility charting (RACI; Smith "
        "and Erwin, Role and Responsibility Charting) starts from the gap between what a role's holder thinks "
        "the job is and what others expect. Where each names the other, the map shows two leads and in practice "
        "there is none. That accounts are compared this way is our own reasoning."
    ),
    example="""\
map: {title: Each names the other, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations:
  easton-council: {name: Easton Council, area: easton}
  northshire-icb: {name: NHS Northshire, area: easton}
responsibilities:
  healthy-weight: {title: Healthy weight, needs_lead_at: [place]}
assignments:
  - {responsibility: healthy-weight, at: easton, leads: northshire-icb, said_by: easton-council}
  - {responsibility: healthy-weight, at: easton, leads: easton-council, said_by: northshire-icb}
""",
    settle=(
        "Bring the parties together, agree one lead, and replace the accounts by one assignment with the "
        "agreement as its basis."
    ),
    not_when=(
        "One names a role and the other that role's organisation, or both name a lead in common: neither is raised."
    ),
    question="What made each of you think so?",
    check=check,
)
