"""A role or organisation on one page, as HTML: what it leads and on whose authority, its load, what hangs on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from rolemap.findings.words import listed, namer
from rolemap.graph import Cell, RoleGraph, led_by, lines_up, opened_without, parties_of
from rolemap.graph import authority as rests
from rolemap.model import PARTS, Part
from rolemap.pictures.palette import state_key
from rolemap.reports.grounds import idle
from rolemap.ui.leads.details import BASES, badge, dates_of, kind_name, source_link
from rolemap.ui.map.picturedetails import HOW
from rolemap.ui.remembered import remembered
from rolemap.ui.safe import Html, html, joined
from rolemap.ui.tables import bullets, section, table
from rolemap.ui.words import count

PART_TITLES: dict[Part, str] = {
    Part.LEADS: "Leads on",
    Part.ACCOUNTABLE: "Is accountable for",
    Part.DELIVERS: "Delivers",
    Part.CONTRIBUTES: "Contributes to",
    Part.CONSULTED: "Is consulted before",
    Part.INFORMED: "Is told after",
}

_OTHERS = {id: words for id, words in BASES.items() if id != "law"}
"""Bases that stand on no paper, in words."""

MOST_UNFOLDED = 12
"""How many squares of a part other than leading are shown without being asked for."""

MOST_LINES = 12
"""How many lines of accountability are shown."""


def sentence(graph: RoleGraph, party: str) -> str:
    """Return what a party leads on and what hangs on it, in one or two sentences with counts."""
    led = led_by(graph, party)
    name = namer(graph)(party)
    opens = len(opened_without(graph, {party}))
    if not led:
        helps = len(
            {(cell.responsibility, cell.area) for one in parties_of(graph, party) for cell in graph.cells_of(one)}
        )
        return f"{name} is recorded as leading on nothing that needs a lead" + (
            f", and has a part in {count(helps, 'responsibility', 'responsibilities')}." if helps else "."
        )
    areas = {cell.area for cell in led}
    where = graph.landscape.title(led[0].area) if len(areas) == 1 else count(len(areas), "area")
    sure = sum(cell.sure for cell in led)
    works = len({cell.responsibility for cell in led})
    said = f"{name} leads on {count(works, 'responsibility', 'responsibilities')} in {where}"
    squares = "" if works == len(led) else f", {count(len(led), 'square')} in all"
    without = f"{_without(graph, party)} {opens:,} would have no lead."
    return f"{said}{squares}: {sure:,} clear and resting on law or agreement. {without}"


def _without(graph: RoleGraph, party: str) -> str:
    return "Without this post" if party in graph.landscape.roles else "Without this organisation"


def who(graph: RoleGraph, party: str) -> Html:
    """Return the name of a party with its kind, organisations and areas, its dates and note."""
    landscape = graph.landscape
    role, entry = landscape.roles.get(party), landscape.party(party)
    if entry is None:
        return Html()
    kind = kind_name(graph, role.kind if role else landscape.organisations[party].type)
    bodies = [landscape.title(id) for id in graph.organisations_of(party) if id != party]
    areas = listed((landscape.title(area) for area in entry.areas), 6)
    facts = ". ".join(dict.fromkeys(one for one in (kind, " and ".join(bodies), areas, dates_of(entry)) if one))
    return html(
        '<h2>{title}</h2><p class="rm-quiet">{facts}</p>{vacant}<p class="rm-lead">{sentence}</p>{note}',
        title=landscape.title(party),
        facts=facts,
        vacant=html("<p>{badge} Nobody is in the post.</p>", badge=badge("vacant")) if role and role.vacant else "",
        sentence=sentence(graph, party),
        note=html('<p class="rm-quiet">{note}</p>', note=entry.note) if entry.note else "",
    )


def parts(graph: RoleGraph, party: str, cells: Iterable[Cell]) -> Html:
    """Return what a party and its posts do in these squares: a table for each part, with state and authority."""
    ours = set(parties_of(graph, party))
    several = len(ours) > 1
    found = list(cells)
    said = []
    for part in PARTS:
        here = [cell for cell in found if not ours.isdisjoint(cell.parties(part))]
        if here:
            head = ["Responsibility", "Where", "State", "On whose authority" if part is Part.LEADS else "Who leads"]
            head += ["Through"] if several else []
            rows = [
                (*_row(graph, cell, part), *([_through(graph, cell, part, ours)] if several else [])) for cell in here
            ]
            shown = table(f"{PART_TITLES[part]}: {count(len(here), 'square')}", head, rows)
            said.append(section(PART_TITLES[part], _folded(shown, len(here)) if part is not Part.LEADS else shown))
    return joined(said)


def _folded(shown: Html, number: int) -> Html:
    """Return a long table folded away under its count; a short one as it is."""
    if number <= MOST_UNFOLDED:
        return shown
    many = count(number, "square")
    return html("<details><summary>{many}</summary>{shown}</details>", many=many, shown=shown)


def _row(graph: RoleGraph, cell: Cell, part: Part) -> tuple[object, ...]:
    title = graph.landscape.title
    last = authority(graph, cell) if part is Part.LEADS else listed(map(namer(graph), cell.leads)) or "nobody recorded"
    return (title(cell.responsibility), title(cell.area), badge(state_key(cell)), last)


def _through(graph: RoleGraph, cell: Cell, part: Part, ours: set[str]) -> str:
    return listed(graph.landscape.title(party) for party in cell.parties(part) if party in ours)


def authority(graph: RoleGraph, cell: Cell) -> str:
    """Return on what the lead of a square rests, in words: what backs it first, then what is recorded and why it does not."""
    landscape = graph.landscape
    law = landscape.responsibilities[cell.responsibility].law
    found = rests(graph, cell)
    known = {"law": f"the law: {law.reference}" if law.reference else "the law", **_OTHERS}
    said = [known.get(id) or f"“{landscape.title(id)}”" for id in found.backing]
    for id in found.given:
        why = idle(graph, id)
        said.append(
            known.get(id) or f"“{landscape.title(id)}”{f', which {why}' if why else ' names others, not this lead'}"
        )
    if not found.backing and found.beside:
        said.append(f"{listed((f'“{landscape.title(id)}”' for id in found.beside), 3)} covers this, but not this lead")
    elif not found.backing and all(id in _OTHERS for id in found.given):
        said.append("no law or agreement is recorded")
    words = "; ".join(said)
    return words[:1].upper() + words[1:]


def accountability(graph: RoleGraph, party: str) -> Html:
    """Return the lines upwards from a party, each to its end, and who answers to it."""
    name = namer(graph)
    roles = graph.landscape.roles
    how = {(one.id, line.to): HOW.get(line.how, line.how) for one in roles.values() for line in one.accountable_to}
    up = [
        html(
            "<li>{way}</li>",
            way=" → ".join(f"{name(to)} ({how.get((frm, to), 'in line')})" for frm, to in pairwise(way)),
        )
        for way in lines_up(graph, party)[:MOST_LINES]
    ]
    down = [
        f"{name(one.id)} ({HOW.get(line.how, line.how)})"
        for one in roles.values()
        for line in one.accountable_to
        if line.to == party and one.id in graph.view.active
    ]
    none = "" if up or party not in roles else html("<p>{none}</p>", none="No line of accountability is recorded.")
    ways = html('<p>Answers to:</p><ol class="rm-list">{up}</ol>', up=joined(up)) if up else none
    below = joined((html("<p>{text}</p>", text="Who answers to it:"), bullets(down))) if down else ""
    return section("Lines of accountability", ways, below)


def opens(graph: RoleGraph, party: str) -> Html:
    """Return what would have no lead without a party, responsibilities with their areas."""
    areas: dict[str, list[str]] = {}
    found, without = opened_without(graph, {party}), _without(graph, party)
    for cell in found:
        areas.setdefault(cell.responsibility, []).append(graph.landscape.title(cell.area))
    if not found:
        return section(without, html("<p>{none}</p>", none="Nothing would be left without a lead."))
    rows = [f"{graph.landscape.title(id)} in {listed(where, 6)}" for id, where in areas.items()]
    many = count(len(found), "square would have no lead", "squares would have no lead")
    head = html("<summary>{many}</summary>", many=f"{many}.")
    body = html("<details>{head}{rows}</details>", head=head, rows=bullets(rows))
    return section(without, body)


def sources(graph: RoleGraph, party: str) -> Html:
    """Return where a party is known from."""
    entry = graph.landscape.party(party)
    links = [source_link(graph, one) for one in entry.source] if entry else []
    return section("Sources", bullets(links))


@remembered
def leads_of_peers(graph: RoleGraph, party: str) -> dict[str, int]:
    """Return how many squares each party of the same kind leads on, the most first; the party itself always included.

    Of a role, roles of its kind; of an organisation, those of its type that have any part on the map.
    """
    landscape = graph.landscape
    role = landscape.roles.get(party)
    if role is not None:
        same = [one.id for one in landscape.roles.values() if one.kind and one.kind == role.kind]
    else:
        sort = landscape.organisations[party].type
        same = [one.id for one in landscape.organisations.values() if sort and one.type == sort]
    active = graph.view.active
    found = Counter({id: len(led_by(graph, id)) for id in same if id in active})
    parted = {id for id in found if found[id] or any(graph.cells_of(one) for one in parties_of(graph, id))}
    found[party] = len(led_by(graph, party))
    return {id: number for id, number in found.most_common() if id in parted or id == party}
