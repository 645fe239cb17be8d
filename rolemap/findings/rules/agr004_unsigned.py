"""AGR004: a party to an agreement in use is not recorded as having signed it."""

from __future__ import annotations

from collections.abc import Iterator

from rolemap.findings.finding import Confidence, Noticed, Severity
from rolemap.findings.papers import Papers
from rolemap.findings.rule import Evidence, Rule, place
from rolemap.findings.words import listed, namer
from rolemap.model import Agreement


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every signed or partly signed agreement in use that a party in force has not signed."""
    graph = evidence.graph
    papers = Papers(graph)
    name = namer(graph)
    for agreement in papers.in_use():
        missing = _missing(papers, agreement)
        if not missing:
            continue
        nothing = not agreement.signed and agreement.signed_on is None
        who = listed(name(party) for party in missing)
        message = f"“{agreement.title}” is in use, and no signature is recorded for {who}."
        if nothing:
            message = f"“{agreement.title}” is recorded as signed, and no party's signing date is recorded."
        yield Noticed(
            message=message,
            summary="Not every party is recorded as having signed an agreement in use",
            many="Not every party is recorded as having signed, in {number} agreements in use",
            places=(place(agreement, "a signature is not recorded"),),
            entity=agreement.id,
            parties=missing,
            severity=Severity.PROMPT if nothing else None,
        )


def _missing(papers: Papers, agreement: Agreement) -> tuple[str, ...]:
    """Return the parties in force without a signature on the day, where the agreement says anything of signing."""
    on = papers.graph.on
    said = agreement.status == "signed" or agreement.signed or agreement.signed_on
    if not said or (agreement.signed_on is not None and agreement.signed_on <= on):
        return ()
    signed = [party for party, when in agreement.signed.items() if when <= on]
    return tuple(
        party for party in agreement.parties if party in papers.graph.view.active and not papers.akin(party, signed)
    )


RULE = Rule(
    code="AGR004",
    name="unsigned",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    origin="N",
    looks_for=(
        "An agreement in use that is recorded as signed, or that some parties have signed, with no signing date up to "
        "today for at least one party. A signature by a role counts for its organisation."
    ),
    why=(
        "A party that has not signed may not hold itself bound, and often nobody notices until there is a dispute. "
        "This is our own reasoning from how partnership agreements are used."
    ),
    example="""\
map: {title: A missing signature, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations: {easton-council: {name: Easton Council, area: easton}, easton-trust: {name: Easton Trust, area: easton}}
agreements:
  falls-agreement:
    {title: Falls agreement, parties: [easton-council, easton-trust], status: signed, signed: {easton-council: 2026-04-02},
     review: 2027-03-31, until: 2028-03-31, escalation: The two chief executives}
""",
    settle="Ask the party to sign and record the date under `signed`, or take it out of the parties if it did not join.",
    not_when="The party has signed and the date has not been recorded, or it takes part on the strength of a minuted decision.",
    question="Does each party hold itself bound by this agreement, and where is that recorded?",
    check=check,
)
