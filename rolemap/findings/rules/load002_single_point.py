"""LOAD002: one role, or one person in several roles, whose loss would open many cells at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from rolemap.findings.finding import Confidence, Noticed, Severity
from rolemap.findings.rule import Evidence, Rule, Setting, place, said_locally
from rolemap.findings.vacancies import is_vacancy
from rolemap.findings.words import listed, namer
from rolemap.graph import Cell, RoleGraph


def check(evidence: Evidence) -> Iterator[Noticed]:
    """Yield a finding for every holder of roles without whom enough needed cells, led by nobody else, would be open."""
    graph = evidence.graph
    roles = graph.landscape.roles
    holders = _holders(graph)
    opened: dict[tuple[str, ...], list[Cell]] = defaultdict(list)
    for cell in graph.needed:
        if cell.leads and said_locally(cell) and cell.leads[0] in roles:
            holder = holders.get(cell.leads[0], (cell.leads[0],))
            if set(cell.leads) <= set(holder):
                opened[holder].append(cell)
    name = namer(graph)
    for holder, cells in opened.items():
        leading = tuple(id for id in holder if any(id in cell.leads for cell in cells))
        if len(cells) < evidence.settings["fewest_opened"] or all(roles[id].vacant for id in leading):
            continue
        who = listed(name(id) for id in leading)
        if len(leading) > 1:
            who = f"{who}, all held by {roles[leading[0]].holder},"
        yield Noticed(
            message=(
                f"Without {who} {len(cells)} places that need a lead would have none: nobody else leads on them, "
                f"among them {listed(dict.fromkeys(f'“{graph.landscape.title(cell.responsibility)}”' for cell in cells))}."
            ),
            summary=f"Many places ({evidence.settings['fewest_opened']:g} or more) have this one lead and nobody else",
            many=f"{{number}} posts or people each lead alone in {evidence.settings['fewest_opened']:g} or more places",
            places=tuple(place(roles[id], "leads alone") for id in leading),
            entity=min(leading),
            parties=leading,
        )


def _holders(graph: RoleGraph) -> dict[str, tuple[str, ...]]:
    """Return for each role the roles held with it: the same words for their holder, in the same body or area.

    The same words elsewhere ("the chief executive of the council") mean somebody else.
    """
    by_words: dict[tuple[str, str], list[str]] = defaultdict(list)
    for id, role in graph.landscape.roles.items():
        words = " ".join(role.holder.casefold().split())
        if words and id in graph.view.active and not is_vacancy(role.holder):
            for where in role.organisations or role.areas:
                by_words[words, where].append(id)
    held: dict[str, tuple[str, ...]] = {}
    for ids in by_words.values():
        together = tuple(sorted({one for id in ids for one in held.get(id, (id,))}))
        held |= dict.fromkeys(together, together)
    return held


RULE = Rule(
    code="LOAD002",
    name="single-point",
    severity=Severity.PROMPT,
    confidence=Confidence.MEDIUM,
    origin="N",
    looks_for=(
        "One role whose loss would leave many places that need a lead with none, counting only leads that the map itself "
        "names. Roles of one body with the same words for their `holder` count as one person."
    ),
    why=(
        "When one person leaves, everything that only they led stops having a lead on the same day. This is our own "
        "reasoning: it is worth knowing before it happens, and a named deputy is often enough."
    ),
    example="""\
map: {title: Everything on one role, area: easton, settings: {LOAD002: {fewest_opened: 2}}}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}}
organisations: {easton-council: {name: Easton Council, area: easton}}
roles: {health-lead: {title: Health lead, organisation: easton-council}}
responsibilities:
  falls: {title: Falls prevention, needs_lead_at: [place]}
  smoking: {title: Stop smoking services, needs_lead_at: [place]}
assignments:
  - {responsibility: falls, at: easton, leads: health-lead}
  - {responsibility: smoking, at: easton, leads: health-lead}
""",
    settle="Name a deputy or share the leads (`joint`), or agree who would take over and record it.",
    not_when="The role is a board or a team, or others stand ready by an arrangement the map does not show.",
    question="If this role were empty tomorrow, who would lead on these, and do they know it?",
    check=check,
    settings={"fewest_opened": Setting(10, "how many places would have to be left without a lead")},
)
