"""OVL001: several leads in a cell that are not marked as joint, or a lead that is recorded as disputed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from rolemap.findings.contests import contested, disputed
from rolemap.findings.finding import Confidence, Noticed, Place, Severity
from rolemap.findings.papers import Papers
from rolemap.findings.rule import Evidence, Rule
from rolemap.findings.words import listed, namer
from rolemap.graph import Cell, RoleGraph, State
from rolemap.model import Assignment


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every contested cell, unless its leads share it by law or differ by account."""
    graph = evidence.graph
    landscape = graph.landscape
    papers = Papers(graph)
    bodies = papers.bodies
    name = cache(namer(graph))
    for cell in graph.cells:
        if cell.state is not State.CONTESTED:
            continue
        leads = bodies.apart(cell.leads)
        if not disputed(cell) and len(leads) < 2:
            yield _one_body(graph, cell)
            continue
        if not contested(graph, bodies, cell):
            continue
        title = landscape.responsibilities[cell.responsibility].title
        what = "The lead is recorded as disputed" if disputed(cell) else "Several leads are recorded"
        who = listed(name(lead) for lead in leads) or "nobody in force is named"
        agreed = "" if disputed(cell) else ", and nothing says that they lead jointly"
        yield Noticed(
            message=f"{what} for “{title}” in {landscape.title(cell.area)}: {who}{agreed}{_on_paper(papers, name, cell)}.",
            summary=f"{what} for “{title}”",
            places=tuple(Place(one.place, _note(graph, cell, one)) for one in _telling(cell)),
            responsibility=cell.responsibility,
            area=cell.area,
            parties=leads,
        )


def _one_body(graph: RoleGraph, cell: Cell) -> Noticed:
    """Return the question about leads that are a role and its own organisation."""
    title = graph.landscape.responsibilities[cell.responsibility].title
    who = listed(graph.landscape.title(lead) for lead in cell.leads)
    return Noticed(
        message=f"A post and its own body both lead on “{title}” in {graph.landscape.title(cell.area)}: {who}.",
        summary=f"A post and its own body both lead on “{title}”",
        places=tuple(Place(one.place, _note(graph, cell, one)) for one in _telling(cell)),
        question="Is the post the lead, with its body accountable, or do both lead jointly?",
        severity=Severity.PROMPT,
        responsibility=cell.responsibility,
        area=cell.area,
        parties=cell.leads,
    )


def _telling(cell: Cell) -> tuple[Assignment, ...]:
    return tuple(one for one in cell.candidates if one.leads or one.status == "disputed")


def _note(graph: RoleGraph, cell: Cell, assignment: Assignment) -> str:
    view = graph.view
    named = listed(graph.landscape.title(id) for id in view.resolve(assignment.leads, cell.area, view.active))
    note = f"names {named}" if named else "names nobody in force"
    return f"{note}, and is disputed" if assignment.status == "disputed" else note


def _on_paper(papers: Papers, name: Callable[[str], str], cell: Cell) -> str:
    """Return what agreements say of the leads: whom those in force name, and which that leads rest on are over."""
    named: dict[str, dict[str, None]] = {}
    for agreement, cover in papers.covers(cell):
        for lead in papers.named(cover, cell.area):
            named.setdefault(agreement.id, {})[lead] = None
    said = [f"“{papers.all[id].title}” names {listed(map(name, leads))}" for id, leads in named.items()]
    over = [f"“{one.title}”, on which one rests, {papers.why_over(one)}" for one in papers.ran_out(cell)]
    return "".join(f"; {one}" for one in (*said, *over))


RULE = Rule(
    code="OVL001",
    name="two-leads",
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    origin="L K",
    looks_for=(
        "A responsibility with several leads in force in one area, where not every assignment that names one is "
        "marked as joint; or a lead that is recorded as disputed."
    ),
    why=(
        "Two leads who do not know of each other do the work twice or leave it to each other. Responsibility "
        "charting (RACI; Smith and Erwin, Role and Responsibility Charting) asks for one party who answers for "
        "each thing, and the King's Fund (Public health and population health: leading together, 2024) heard of "
        "fear of duplication and of competition where roles were uncertain."
    ),
    example="""\
map: {title: Two leads for one thing, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations:
  easton-council: {name: Easton Council, area: easton}
  northshire-icb: {name: NHS Northshire, area: easton}
responsibilities:
  stop-smoking: {title: Stop smoking services, needs_lead_at: [place]}
assignments:
  - {responsibility: stop-smoking, at: easton, leads: easton-council}
  - {responsibility: stop-smoking, at: easton, leads: northshire-icb}
""",
    settle=(
        "Choose one lead and record what the other does instead; or, if they lead together on purpose, mark "
        "every assignment `joint: true` and say in a note how they decide."
    ),
    not_when=(
        "Several bodies hold the duty by law, or the leads are joint: neither is raised. A role named beside its own "
        "organisation is only a question (a prompt). Where two bodies give different accounts, OVL003 speaks of it instead."
    ),
    question="If you disagreed on this tomorrow, who would decide?",
    check=check,
)
