"""OVL002: two agreements in force name different leads for the same cell."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from rolemap.findings.finding import Confidence, Noticed, Place, Severity
from rolemap.findings.papers import Papers
from rolemap.findings.rule import Evidence, Rule
from rolemap.findings.words import listed, namer
from rolemap.graph import Cell
from rolemap.model import Agreement, Cover

Named = dict[str, tuple[Cover, tuple[str, ...]]]
"""From an agreement to the cover that names leads and the leads in force it names."""


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every cell covered by agreements of which two name no lead in common."""
    graph = evidence.graph
    landscape = graph.landscape
    papers = Papers(graph)
    name = namer(graph)
    for cell in graph.cells:
        if len(cell.agreements) < 2:
            continue
        named = _named(papers, cell)
        apart = _apart(landscape.agreements[id] for id in named)
        differing = [
            (one, other)
            for one, other in apart
            if not any(papers.bodies.same(left, right) for left in named[one][1] for right in named[other][1])
        ]
        if not differing:
            continue
        ids = dict.fromkeys(id for pair in differing for id in pair)
        told = "; ".join(f"{landscape.title(id)} names {listed(name(lead) for lead in named[id][1])}" for id in ids)
        title = landscape.responsibilities[cell.responsibility].title
        summary = f"Agreements in force name different leads for “{title}”"
        yield Noticed(
            message=f"{summary} in {landscape.title(cell.area)}: {told}.",
            summary=summary,
            places=tuple(Place(named[id][0].place, f"{landscape.title(id)} says so here") for id in ids),
            responsibility=cell.responsibility,
            area=cell.area,
            parties=tuple(dict.fromkeys(lead for id in ids for lead in named[id][1])),
        )


def _named(papers: Papers, cell: Cell) -> Named:
    """Return whom each agreement that covers the cell names as lead there, of those that name anyone in force."""
    found: Named = {}
    for agreement, cover in papers.covers(cell):
        leads = papers.named(cover, cell.area)
        if leads:
            first, before = found.get(agreement.id, (cover, ()))
            found[agreement.id] = (first, tuple(dict.fromkeys((*before, *leads))))
    return found


def _apart(agreements: Iterator[Agreement]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of agreements of which neither replaces the other."""
    for one, other in combinations(agreements, 2):
        if other.id not in one.supersedes and one.id not in other.supersedes:
            yield one.id, other.id


RULE = Rule(
    code="OVL002",
    name="agreements-differ",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    origin="N",
    looks_for=(
        "Two agreements in force (agreed, signed or under review) that cover the same responsibility in the "
        "same area and name different leads."
    ),
    why=(
        "Each side can point at a paper, so each is right, and the dispute starts on the day it matters. "
        "Agreements are written years apart by different people; nobody reads them side by side. This is our "
        "own reasoning."
    ),
    example="""\
map: {title: Two agreements that differ, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations:
  easton-council: {name: Easton Council, area: easton}
  easton-trust: {name: Easton Trust, area: easton}
responsibilities:
  falls: {title: Preventing falls, needs_lead_at: [place]}
assignments:
  - {responsibility: falls, at: easton, leads: easton-council, basis: frailty-agreement}
agreements:
  frailty-agreement:
    title: Frailty agreement
    status: signed
    parties: [easton-council, easton-trust]
    covers: [{responsibility: falls, at: easton, leads: easton-council}]
  winter-plan:
    title: Winter plan
    status: agreed
    parties: [easton-council, easton-trust]
    covers: [{responsibility: falls, at: easton, leads: easton-trust}]
""",
    settle="Decide which agreement holds, and end, correct or supersede the other (`supersedes`, or its status).",
    not_when=(
        "One agreement replaces the other, or names a role of the organisation that the other names: neither is raised."
    ),
    question="Which of the two would you show to somebody new, and what should happen to the other?",
    check=check,
)
