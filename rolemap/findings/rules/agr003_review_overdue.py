"""AGR003: the review date of an agreement in use has passed."""

from __future__ import annotations

from collections.abc import Iterator

from rolemap.findings.finding import Confidence, Noticed, Severity
from rolemap.findings.papers import Papers
from rolemap.findings.rule import Evidence, Rule, place
from rolemap.findings.words import day


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every agreement in use whose review date is before the day of the graph."""
    graph = evidence.graph
    for agreement in Papers(graph).in_use():
        if agreement.review is None or agreement.review >= graph.on:
            continue
        started = agreement.status == "under-review"
        rest = "its review has started and is not recorded as finished" if started else "it is still in use"
        yield Noticed(
            message=f"“{agreement.title}” was due for review on {day(agreement.review)}, and {rest}.",
            summary="The review date of an agreement in use has passed",
            many="The review dates of {number} agreements in use have passed",
            places=(place(agreement, "review date has passed"),),
            entity=agreement.id,
            parties=agreement.parties,
            severity=Severity.PROMPT if started else None,
        )


RULE = Rule(
    code="AGR003",
    name="review-overdue",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    origin="N",
    looks_for="An agreement in use (agreed, signed or under review, and within its dates) whose review date has passed.",
    why=(
        "Organisations, budgets and posts change; an agreement that nobody has looked at since may no longer say what "
        "people do. This is our own reasoning: the parties chose the date themselves, so passing it is theirs to settle."
    ),
    example="""\
map: {title: A review that is due, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations: {easton-council: {name: Easton Council, area: easton}, easton-trust: {name: Easton Trust, area: easton}}
agreements:
  falls-agreement:
    {title: Falls agreement, parties: [easton-council, easton-trust], status: agreed, review: 2026-03-31, until: 2027-03-31,
     escalation: The two chief executives}
""",
    settle="Review the agreement and record the next review date, or end it and record `until`.",
    not_when="The review has been done and only the date in the map is old, or the parties have agreed to wait.",
    question="Does this agreement still describe what happens, and who will review it by when?",
    check=check,
)
