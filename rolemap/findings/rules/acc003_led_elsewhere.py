"""ACC003: a duty is led outside the body that must hold it, and no agreement says so."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rolemap.findings.finding import Confidence, Noticed, Place, Severity
from rolemap.findings.lines import Lines
from rolemap.findings.papers import Papers
from rolemap.findings.rule import Evidence, Rule, place, said_locally
from rolemap.findings.words import listed, namer
from rolemap.graph import Cell, RoleGraph
from rolemap.graph.nearby import surroundings
from rolemap.model import Law


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every needed cell of a duty where neither a lead nor anyone accountable is of the holder."""
    graph = evidence.graph
    landscape = graph.landscape
    holders = Holders(graph)
    papers = Papers(graph)
    name = namer(graph)
    for cell in graph.needed:
        responsibility = landscape.responsibilities[cell.responsibility]
        law = responsibility.law
        if law.kind != "duty" or not law.holder or not cell.leads or not said_locally(cell):
            continue
        if not holders.there(law, cell.area) or holders.hold(law, cell) or _agreed(papers, cell):
            continue
        who = listed(name(lead) for lead in cell.leads)
        verb = "leads" if len(cell.leads) == 1 else "lead"
        must = listed((_type_name(graph, id) for id in law.holder), len(law.holder)).replace(" and ", " or ")
        said = dict.fromkeys(one.place for one in cell.candidates if one.leads)
        yield Noticed(
            message=(
                f"{who} {verb} on “{responsibility.title}” in {landscape.title(cell.area)}; the law gives this duty to the "
                f"{must}, and no agreement in force names {'this lead' if len(cell.leads) == 1 else 'these leads'}."
            ),
            summary=f"“{responsibility.title}” is led outside the body that must hold the duty, with no agreement in force",
            places=(
                *(Place(where, "names the lead") for where in said),
                place(responsibility, "says who must hold the duty"),
            ),
            responsibility=cell.responsibility,
            area=cell.area,
            parties=cell.leads,
        )


def _type_name(graph: RoleGraph, id: str) -> str:
    """Return the name of an organisation type or role kind as it stands inside a sentence."""
    kind = graph.landscape.organisation_types.get(id)
    post = graph.landscape.role_kinds.get(id)
    words = kind.name if kind else post.title if post else id
    return words[0].lower() + words[1:] if words[1:].islower() else words


def _agreed(papers: Papers, cell: Cell) -> bool:
    """Return whether the law is given as basis, or an agreement in force gives a lead its place here."""
    if any(one.basis == "law" for one in cell.candidates if one.leads):
        return True
    for agreement, cover in papers.covers(cell):
        given = papers.named(cover, cell.area) if cover.leads else papers.ties(agreement)
        if any(papers.akin(lead, given) for lead in cell.leads):
            return True
    return False


class Holders:
    """Answers whether a party is, or belongs or answers to, a body that must or may hold a responsibility."""

    def __init__(self, graph: RoleGraph) -> None:
        self._graph = graph
        self._lines = Lines(graph)
        self._around = surroundings(graph)
        self._sorts = cache(self._sorts_of)
        self._there = cache(self._there_of)
        self._wanted = cache(self._wanted_of)

    def there(self, law: Law, area: str) -> bool:
        """Return whether a body or post that must hold it, in force, has this area or one around it as its own.

        A lead for a wider area than its holders' (a city region's lead for a duty of its councils) coordinates and
        does not hold the duty.
        """
        return self._there(law.holder, area)

    def _there_of(self, holders: tuple[str, ...], area: str) -> bool:
        view = self._graph.view
        return any(
            party in view.active
            for where in self._around(area)
            for id in holders
            for party in (*view.by_type.get((id, where), ()), *view.by_kind.get((id, where), ()))
        )

    def hold(self, law: Law, cell: Cell) -> bool:
        """Return whether one of a cell's leads or accountable parties is of a holder, or a lead has no known body."""
        wanted = self._wanted((*law.holder, *law.may_hold), cell.area)
        for lead in cell.leads:
            sorts = self._sorts(lead)
            if sorts is None or not wanted.isdisjoint(sorts):
                return True
        return any(not wanted.isdisjoint(self._sorts(party) or ()) for party in cell.accountable)

    def _wanted_of(self, holders: tuple[str, ...], area: str) -> frozenset[str]:
        return frozenset(holders).union(*(self._employers(id, area) for id in holders))

    def _employers(self, kind: str, area: str) -> frozenset[str]:
        """Return the organisations of the posts of a kind in an area; where there are none, the types the kind works in."""
        roles = self._graph.view.by_kind.get((kind, area), ())
        found = [id for role in roles for id in self._graph.organisations_of(role)]
        known = self._graph.landscape.role_kinds.get(kind)
        return frozenset(found or (known.organisation_type if known else ()))

    def _sorts_of(self, party: str) -> frozenset[str] | None:
        """Return the ids, types and role kinds a party counts as by its lines, or None where no body is known for it."""
        landscape = self._graph.landscape
        found: set[str] = set()
        bodies = 0
        for id in self._lines.reached(party):
            if id in landscape.roles:
                found.add(landscape.roles[id].kind)
            else:
                bodies += 1
                found |= {id, *landscape.types_of(id)}
        return frozenset(found) if bodies else None


RULE = Rule(
    code="ACC003",
    name="led-elsewhere",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    origin="S",
    looks_for=(
        "A duty that the law gives to certain bodies or posts, where the map's lead belongs and answers to none of them, no "
        "such body is recorded as accountable there, and no agreement in force gives the lead its place. It is silent where "
        "no such body covers the area."
    ),
    why=(
        "A body that must hold a duty still answers for it when someone else leads. English law lets most duties be carried "
        "out by others only through an instrument (for example sections 65Z5 and 75 of the NHS Act 2006, or section 101 of "
        "the Local Government Act 1972), and without one the holder cannot show how it meets its duty."
    ),
    example="""\
map: {title: A duty led elsewhere, area: easton}
levels: {place: {name: Place, order: 1}}
organisation_types: {council: {name: Council}, charity: {name: Charity}}
areas: {easton: {name: Easton, level: place}}
organisations:
  easton-council: {name: Easton Council, type: council, area: easton}
  easton-charity: {name: Easton Charity, type: charity, area: easton}
responsibilities:
  health-checks: {title: Health checks, needs_lead_at: [place], law: {kind: duty, holder: [council], reference: An act}}
assignments:
  - {responsibility: health-checks, at: easton, leads: easton-charity}
""",
    settle=(
        "Agree in writing who leads for the holder and record the agreement with the lead it names, record the holder as "
        "`accountable` beside the lead, or name a lead within the holder."
    ),
    not_when=(
        "The lead only delivers or coordinates for the holder: then record it under `delivers` and the holder as lead. "
        "A partnership of the holder's own may lead too: then record whom it answers to."
    ),
    question="How does the body that must hold this duty know that it is met, and where is that written down?",
    check=check,
)
