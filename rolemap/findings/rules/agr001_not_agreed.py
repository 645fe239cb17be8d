"""AGR001: a lead rests on custom or a claim, on no law and no agreement in force."""

from __future__ import annotations

from collections.abc import Iterator

from rolemap.findings.finding import Confidence, Noticed, Severity
from rolemap.findings.papers import Papers
from rolemap.findings.rule import Evidence, Rule, places_of, said_locally
from rolemap.findings.words import listed, namer
from rolemap.graph import Cell, State
from rolemap.model import Agreement, Landscape


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every needed cell whose leads, named by the map itself, nothing stands behind."""
    graph = evidence.graph
    landscape = graph.landscape
    papers = Papers(graph)
    name = namer(graph)
    for cell in graph.needed:
        if cell.backed is not False or cell.state is State.CONTESTED or not said_locally(cell):
            continue
        if papers.ran_out(cell) or any(papers.named(cover, cell.area) for _, cover in papers.covers(cell)):
            continue  # other rules tell of agreements that have run out or that name somebody else
        responsibility = landscape.responsibilities[cell.responsibility]
        verb = "lead" if len(cell.leads) > 1 else "leads"
        who = listed(name(lead) for lead in cell.leads)
        bases = _bases(cell)
        yield Noticed(
            message=(
                f"{who} {verb} on “{responsibility.title}” in {landscape.title(cell.area)}"
                f"{_outdated(papers, cell) or _reason(landscape, papers, cell, bases)}."
            ),
            summary=f"The lead for “{responsibility.title}” rests on no law and no agreement in force",
            places=places_of(cell, "names the lead", responsibility),
            responsibility=cell.responsibility,
            area=cell.area,
            parties=cell.leads,
            confidence=Confidence.HIGH if bases & {"custom", "claim"} else None,
        )


def _bases(cell: Cell) -> frozenset[str]:
    return frozenset(candidate.basis for candidate in cell.candidates if candidate.leads)


def _outdated(papers: Papers, cell: Cell) -> str:
    """Return the rest of the sentence where an agreement covers the cell and all the leads it names have gone."""
    for agreement, cover in papers.covers(cell):
        if cover.leads:
            return f"; “{agreement.title}”, which covers it, names nobody who is there on this day"
    return ""


def _reason(landscape: Landscape, papers: Papers, cell: Cell, bases: frozenset[str]) -> str:
    """Return the rest of the sentence: what the lead is said to rest on."""
    named = [landscape.agreements[basis] for basis in sorted(bases) if basis in landscape.agreements]
    if named:
        return _on_paper(papers, cell, named[0])
    leads = len(cell.leads)
    nothing = ", with no law and no agreement in force recorded behind it"
    if leads > 1:
        nothing = ", with no law and no agreement in force recorded behind each of them"
    if bases == {"custom"}:
        return f" by custom{nothing}"
    if bases == {"claim"}:
        return f" by {'its own claim' if leads == 1 else 'their own claim'}{nothing}"
    return nothing


def _on_paper(papers: Papers, cell: Cell, agreement: Agreement) -> str:
    if agreement.id in cell.agreements:
        return f" under “{agreement.title}”, which covers it, but not {'every' if len(cell.leads) > 1 else 'this'} lead"
    if agreement.backs(papers.graph.on):
        return f" under “{agreement.title}”, which is not recorded as covering it"
    return f" under “{agreement.title}”, which is not yet in force"


RULE = Rule(
    code="AGR001",
    name="not-agreed",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    origin="K",
    looks_for=(
        "A lead that the map itself names, where a lead is needed, that rests on custom or a claim or on nothing "
        "recorded: the law does not put it there and no agreement in force covers it."
    ),
    why=(
        "A lead that everyone merely assumes holds until people move or money is short. The King's Fund (Public health "
        "and population health: leading together, 2024) asks for explicit agreements on who will lead on what at each level."
    ),
    example="""\
map: {title: A lead by custom, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations: {easton-council: {name: Easton Council, area: easton}}
responsibilities:
  falls: {title: Falls prevention, needs_lead_at: [place]}
assignments:
  - {responsibility: falls, at: easton, leads: easton-council, basis: custom}
""",
    settle=(
        "Write down what is agreed, even in a short memorandum, record it under `agreements` with the places it covers, "
        "and name it as the basis of the assignment; where the law decides, write `basis: law`."
    ),
    not_when=(
        "An agreement exists and has not been recorded yet, or the work is small enough that the people concerned "
        "decide to rely on custom: then accept the finding with that reason."
    ),
    question="What makes this the lead today, and would everyone concerned say the same?",
    check=check,
)
