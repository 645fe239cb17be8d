"""AGR005: an agreement in use names a lead that belongs to none of its parties."""

from __future__ import annotations

from collections.abc import Iterator

from rolemap.findings.finding import Confidence, Noticed, Place, Severity
from rolemap.findings.papers import Papers
from rolemap.findings.rule import Evidence, Rule, place
from rolemap.findings.words import listed, namer
from rolemap.model import Agreement, Cover


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every agreement in use that names such leads."""
    graph = evidence.graph
    papers = Papers(graph)
    name = namer(graph)
    for agreement in papers.in_use():
        found = _outside(papers, agreement) if agreement.parties else {}
        if not found:
            continue
        who = listed(name(lead) for lead in found)
        verb = "belongs" if len(found) == 1 else "belong"
        lead = "a lead" if len(found) == 1 else "leads"
        covers = dict.fromkeys(cover.place for cover in found.values())
        sure = all(graph.organisations_of(one) for one in found)
        yield Noticed(
            message=f"“{agreement.title}” names {who} as {lead}, who {verb} to none of its parties.",
            summary="An agreement in use names a lead that belongs to none of its parties",
            many="{number} agreements in use name a lead that belongs to none of their parties",
            places=(*(Place(one, "names the lead") for one in covers), place(agreement, "lists the parties")),
            entity=agreement.id,
            parties=tuple(found),
            confidence=None if sure else Confidence.LOW,
        )


def _outside(papers: Papers, agreement: Agreement) -> dict[str, Cover]:
    """Return the leads in force that the agreement names and no party stands behind, each with where it is named."""
    found: dict[str, Cover] = {}
    for cover in agreement.covers:
        for area in _areas(papers, agreement.where(cover)) if cover.leads else ():
            for lead in papers.named(cover, area):
                if lead not in found and not _belongs(papers, lead, agreement.parties):
                    found[lead] = cover
    return found


def _areas(papers: Papers, where: str) -> tuple[str, ...]:
    """Return the areas a cover speaks of; "" stands for none in particular, where only leads named by id are meant."""
    if where in papers.graph.landscape.levels:
        return papers.graph.view.scope_at.get(where, ())
    return (where,)


def _belongs(papers: Papers, lead: str, parties: tuple[str, ...]) -> bool:
    """Return whether a lead is a party, belongs to one or answers to one."""
    role = papers.graph.landscape.roles.get(lead)
    lines = [line.to for line in role.accountable_to] if role else []
    return papers.akin(lead, parties) or any(papers.akin(to, parties) for to in lines)


RULE = Rule(
    code="AGR005",
    name="lead-not-party",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    origin="S",
    looks_for=(
        "An agreement in use that names a lead who is not a party, does not belong to a party and does not answer to one."
    ),
    why=(
        "An agreement binds those who made it. Someone outside it can decline the lead, or not know of it. "
        "This follows from how contracts and memoranda work in English law: they bind their parties only."
    ),
    example="""\
map: {title: A lead from outside, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations:
  easton-council: {name: Easton Council, area: easton}
  easton-trust: {name: Easton Trust, area: easton}
  easton-charity: {name: Easton Age Charity, area: easton}
responsibilities:
  falls: {title: Falls prevention, needs_lead_at: [place]}
agreements:
  falls-agreement:
    {title: Falls agreement, parties: [easton-council, easton-trust], status: agreed, review: 2027-03-31, until: 2028-03-31,
     escalation: The two chief executives, covers: [{responsibility: falls, at: easton, leads: easton-charity}]}
assignments:
  - {responsibility: falls, at: easton, leads: easton-charity, basis: falls-agreement}
""",
    settle="Make the lead's organisation a party, or agree a lead from among the parties.",
    not_when=(
        "The lead belongs to a partnership or joint committee that the parties set up, or is bound by another agreement, "
        "such as a contract: then record that membership or that agreement."
    ),
    question="Does the lead know of this agreement and hold itself bound by it?",
    check=check,
)
