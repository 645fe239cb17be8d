"""AGR006: an agreement in force names other leads than the map does."""

from __future__ import annotations

from collections.abc import Iterator

from rolemap.findings.contests import contested
from rolemap.findings.finding import Confidence, Noticed, Place, Severity
from rolemap.findings.papers import Papers
from rolemap.findings.rule import Evidence, Rule, places_of, said_locally
from rolemap.findings.words import listed, namer
from rolemap.graph import Cell
from rolemap.model import Agreement, Cover

Named = tuple[Agreement, Cover, tuple[str, ...]]
"""An agreement, what it says of a cell, and the leads in force it names there."""


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every cell where no agreement in force that names leads, nor all together, names the map's."""
    graph = evidence.graph
    landscape = graph.landscape
    papers = Papers(graph)
    name = namer(graph)
    for cell in graph.cells:
        named = _named(papers, cell) if cell.agreements else []
        if not named or _same(papers, cell, named) or _told_as_contested(papers, cell, named):
            continue
        responsibility = landscape.responsibilities[cell.responsibility]
        agreement, _, leads = named[0]
        source = "the map" if said_locally(cell) else "the map, following the law,"
        says = f"has {listed(name(lead) for lead in cell.leads)}" if cell.leads else "records no lead"
        yield Noticed(
            message=(
                f"“{agreement.title}” names {listed(name(lead) for lead in leads)} to lead on “{responsibility.title}” in "
                f"{landscape.title(cell.area)}, and {source if cell.leads else 'the map'} {says}."
            ),
            summary=f"An agreement in force and the map name different leads for “{responsibility.title}”",
            places=_places(cell, named),
            responsibility=cell.responsibility,
            area=cell.area,
            parties=tuple(dict.fromkeys((*cell.leads, *(lead for one in named for lead in one[2])))),
        )


def _named(papers: Papers, cell: Cell) -> list[Named]:
    """Return what the agreements in use that cover a cell say of its leads, where they say it."""
    return [
        (agreement, cover, leads)
        for agreement, cover in papers.covers(cell)
        if cover.leads and (leads := papers.named(cover, cell.area))
    ]


def _same(papers: Papers, cell: Cell, named: list[Named]) -> bool:
    """Return whether one agreement, or all of them together, name the leads of the cell or what stands for them."""
    together = tuple(lead for _, _, leads in named for lead in leads)
    return any(_alike(papers, cell.leads, leads) for leads in (together, *(leads for _, _, leads in named)))


def _told_as_contested(papers: Papers, cell: Cell, named: list[Named]) -> bool:
    """Return whether OVL001 speaks of the cell's leads, and the agreements name only some of these: it says which."""
    leads = (lead for _, _, leads in named for lead in leads)
    return contested(papers.graph, papers.bodies, cell) and all(papers.akin(one, cell.leads) for one in leads)


def _alike(papers: Papers, these: tuple[str, ...], those: tuple[str, ...]) -> bool:
    return all(papers.akin(one, those) for one in these) and all(papers.akin(one, these) for one in those)


def _places(cell: Cell, named: list[Named]) -> tuple[Place, ...]:
    papers = dict.fromkeys(cover.place for _, cover, _ in named)
    said = places_of(cell, "names the map's lead", named[0][0]) if cell.candidates else ()
    return (*said, *(Place(where, "names the agreement's lead") for where in papers))


RULE = Rule(
    code="AGR006",
    name="map-differs",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    origin="N",
    looks_for=(
        "An agreement in force that names the lead for a responsibility in an area, where the map has another lead or none. "
        "A post of the organisation named, or the organisation of the post named, is not a difference."
    ),
    why=(
        "When paper and practice part, each side can point at its own source. "
        "This is our own reasoning: it costs little to settle while nobody is in dispute."
    ),
    example="""\
map: {title: Paper and map differ, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations: {easton-council: {name: Easton Council, area: easton}, easton-trust: {name: Easton Trust, area: easton}}
responsibilities:
  falls: {title: Falls prevention, needs_lead_at: [place]}
agreements:
  falls-agreement:
    {title: Falls agreement, parties: [easton-council, easton-trust], status: agreed, review: 2027-03-31, until: 2028-03-31,
     escalation: The two chief executives, covers: [{responsibility: falls, at: easton, leads: easton-trust}]}
assignments:
  - {responsibility: falls, at: easton, leads: easton-council}
""",
    settle="Ask who leads in practice, then change the assignment or change the agreement so that both say the same.",
    not_when=(
        "The agreement is about a part of the work only: then describe that part as a responsibility of its own "
        "(`part_of`) and let the agreement cover it. Where the map has several leads that are not joint and the agreement "
        "names one of them, OVL001 says so instead."
    ),
    question="Who leads in practice, and which of the two should change: the agreement or the map?",
    check=check,
)
