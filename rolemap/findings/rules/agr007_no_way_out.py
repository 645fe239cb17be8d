"""AGR007: an agreement in force has no escalation route, no review date or no term."""

from __future__ import annotations

from collections.abc import Iterator

from rolemap.findings.finding import Confidence, Noticed, Severity
from rolemap.findings.papers import Papers
from rolemap.findings.rule import Evidence, Rule, place
from rolemap.findings.words import listed
from rolemap.model import Agreement, Landscape

WORDS = {"escalation": "escalation route", "review": "review date", "term": "term"}
"""What is looked for, by its name in `should_have`, and the words for it."""


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every agreement in use that lacks one of the three its type asks for."""
    for agreement in Papers(evidence.graph).in_use():
        missing = _missing(evidence.graph.landscape, agreement)
        if missing:
            verb = "is" if len(missing) == 1 else "are"
            only = ", and only that is missing" if len(missing) == 1 else ""
            what = listed(f"no {WORDS[one]}" for one in missing)
            yield Noticed(
                message=f"“{agreement.title}” is in use, and {what} {verb} recorded for it.",
                summary=f"{what[0].upper()}{what[1:]} {verb} recorded in an agreement in use",
                many=f"{what[0].upper()}{what[1:]} {verb} recorded in {{number}} agreements in use{only}",
                places=(place(agreement, f"records {what}"),),
                entity=agreement.id,
                parties=agreement.parties,
            )


def _missing(landscape: Landscape, agreement: Agreement) -> list[str]:
    """Return what the agreement's type asks for and the agreement lacks; all three are asked for without a type."""
    known = landscape.agreement_types.get(agreement.type)
    wanted = known.should_have if known and known.should_have else tuple(WORDS)
    has = {
        "escalation": bool(agreement.escalation),
        "review": agreement.review is not None,
        "term": agreement.until is not None or bool(agreement.term),
    }
    return [one for one in WORDS if one in wanted and not has[one]]


RULE = Rule(
    code="AGR007",
    name="no-way-out",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    origin="S",
    looks_for=(
        "An agreement in force with no escalation route, no review date or no term (an end date or words on how long it "
        "lasts), as far as its agreement type says it should have them; without a type all three are looked for."
    ),
    why=(
        "When parties disagree, or one wants to leave, these three are what they reach for. The regulations on pooled "
        "funds of NHS bodies and councils (SI 2000/617, regulation 7(3)) ask for the duration and for review, variation "
        "and termination in writing; the escalation route is our own addition."
    ),
    example="""\
map: {title: An agreement without a way out, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations: {easton-council: {name: Easton Council, area: easton}, easton-trust: {name: Easton Trust, area: easton}}
agreements:
  falls-agreement:
    {title: Falls agreement, parties: [easton-council, easton-trust], status: agreed, review: 2027-03-31}
""",
    settle="Agree the missing terms and record them: `escalation`, `review`, and `until` or `term`.",
    not_when="The document has the terms and the map does not record them yet, or a framework agreement above it has them.",
    question="If the parties disagreed tomorrow, or one wanted to leave, what would they do?",
    check=check,
)
